/* kq-campaign-library.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

/* Campaign files into the library and out of it, with their pictures and the
 * counts of what the rules find. */

/**
 * KqCampaignImport:
 * @id: (owned): the campaign's id in the library
 * @name: (owned): its name
 * @version: the number of its newest version, which is what the file holds
 * @counts: how many errors, warnings and advice the rules give, or
 *   %KQ_LIBRARY_NO_COUNT
 * @n_missing: how many pictures aren't at hand, or aren't those that the file
 *   names
 *
 * What came of a file.
 */
typedef struct {
  char   *id;
  char   *name;
  gint64  version;
  int     counts[3];
  guint   n_missing;
} KqCampaignImport;

#define KQ_TYPE_CAMPAIGN_IMPORT (kq_campaign_import_get_type ())

GType             kq_campaign_import_get_type (void);
KqCampaignImport *kq_campaign_import_copy     (const KqCampaignImport  *self);
void              kq_campaign_import_free     (KqCampaignImport        *self);

KqCampaignImport *kq_campaign_import          (KqLibrary               *library,
                                               const char              *path,
                                               gboolean                 copy,
                                               KqProfiles              *profiles,
                                               GCancellable            *cancellable,
                                               GError                 **error);

/**
 * KqCampaignImportFunc:
 * @path: the file
 * @import: (nullable): what came of it, %NULL where it was refused
 * @error: (nullable): why
 * @data: the caller's
 *
 * Told of each file, in the order in which they were given.
 */
typedef void (*KqCampaignImportFunc) (const char             *path,
                                      const KqCampaignImport *import,
                                      const GError           *error,
                                      gpointer                data);

void              kq_campaign_import_files    (KqLibrary               *library,
                                               const char * const      *paths,
                                               gboolean                 copy,
                                               KqProfiles              *profiles,
                                               GCancellable            *cancellable,
                                               KqCampaignImportFunc     func,
                                               gpointer                 data);
void              kq_campaign_import_async    (KqLibrary               *library,
                                               const char              *path,
                                               gboolean                 copy,
                                               KqProfiles              *profiles,
                                               GCancellable            *cancellable,
                                               GAsyncReadyCallback      callback,
                                               gpointer                 data);
KqCampaignImport *kq_campaign_import_finish   (GAsyncResult            *result,
                                               GError                 **error);

gboolean          kq_campaign_export          (KqLibrary               *library,
                                               const char              *id,
                                               const char              *path,
                                               gboolean                 embed,
                                               GCancellable            *cancellable,
                                               GError                 **error);
void              kq_campaign_export_async    (KqLibrary               *library,
                                               const char              *id,
                                               const char              *path,
                                               gboolean                 embed,
                                               GCancellable            *cancellable,
                                               GAsyncReadyCallback      callback,
                                               gpointer                 data);
gboolean          kq_campaign_export_finish   (GAsyncResult            *result,
                                               GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqCampaignImport, kq_campaign_import_free)

G_END_DECLS
