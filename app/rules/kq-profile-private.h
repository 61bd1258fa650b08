/* kq-profile-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-profiles.h"

G_BEGIN_DECLS

/* One platform's numbers and choices, as one file holds them. */
typedef struct {
  char       *title;
  char       *date;
  char       *source;
  GHashTable *limits;      /* (element-type utf8 gint64) */
  GHashTable *choices;     /* (element-type utf8 GStrv) */
  GHashTable *images;      /* (element-type utf8 KqImageKind) */
  GHashTable *severities;  /* (element-type utf8 KqSeverity) */
} KqProfile;

KqProfile *kq_profile_parse (GBytes      *bytes,
                             const char  *id,
                             KqProfile   *shipped,
                             GError     **error);
void       kq_profile_free  (KqProfile   *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqProfile, kq_profile_free)

G_END_DECLS
