/* kq-kind-set.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media.h"

G_BEGIN_DECLS

#define KQ_TYPE_KIND_SET (kq_kind_set_get_type ())

/* One picture in several kinds of images, each with a crop of its own, saved
 * into a folder: all of them or none. */
G_DECLARE_FINAL_TYPE (KqKindSet, kq_kind_set, KQ, KIND_SET, GObject)

/**
 * KqKindSetProgress:
 * @n_done: how many are made
 * @n_all: of how many
 * @data: the caller's
 *
 * Tells how far it is. Called in the thread that began.
 */
typedef void (*KqKindSetProgress) (guint    n_done,
                                   guint    n_all,
                                   gpointer data);

KqKindSet *kq_kind_set_new         (GBytes               *picture,
                                    const char           *name);
void       kq_kind_set_add         (KqKindSet            *self,
                                    const KqImageKind    *kind,
                                    const KqFitOptions   *options);
guint      kq_kind_set_get_length  (KqKindSet            *self);
char      *kq_kind_set_dup_name    (KqKindSet            *self,
                                    guint                 index);
char      *kq_kind_set_find_taken  (KqKindSet            *self,
                                    const char           *folder);
gboolean   kq_kind_set_save        (KqKindSet            *self,
                                    KqMedia              *media,
                                    const char           *folder,
                                    gboolean              replace,
                                    KqKindSetProgress     progress,
                                    gpointer              progress_data,
                                    GCancellable         *cancellable,
                                    GError              **error);
void       kq_kind_set_save_async  (KqKindSet            *self,
                                    KqMedia              *media,
                                    const char           *folder,
                                    gboolean              replace,
                                    KqKindSetProgress     progress,
                                    gpointer              progress_data,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              data);
gboolean   kq_kind_set_save_finish (KqKindSet            *self,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
