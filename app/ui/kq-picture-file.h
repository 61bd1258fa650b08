/* kq-picture-file.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media.h"

G_BEGIN_DECLS

/**
 * KqPictureFile:
 * @name: (owned): the file's name, without its folder
 * @bytes: (owned) (nullable): what is in it; %NULL where it can't be read
 * @facts: (owned) (nullable): what that is; %NULL where it is no picture
 * @error: (owned) (nullable): why it can't be read, or is no picture
 *
 * A file that somebody chose, dropped or pasted, looked into.
 */
typedef struct {
  char         *name;
  GBytes       *bytes;
  KqImageFacts *facts;
  GError       *error;
} KqPictureFile;

/**
 * KqPictureProgress:
 * @n_done: how many files were looked into
 * @n_files: of how many
 * @name: which is next
 * @data: data
 *
 * Called in the main thread before each file.
 */
typedef void (*KqPictureProgress) (guint       n_done,
                                   guint       n_files,
                                   const char *name,
                                   gpointer    data);

KqPictureFile *kq_picture_file_new         (const char           *name,
                                            GBytes               *bytes,
                                            const KqImageFacts   *facts);
void           kq_picture_file_free        (KqPictureFile        *self);
gboolean       kq_picture_file_can_be_kept (const KqPictureFile  *self,
                                            char                **reason);
gboolean       kq_picture_file_can_be_fitted (const KqPictureFile *self);

void           kq_picture_files_load_async  (KqMedia              *media,
                                             GPtrArray            *files,
                                             KqPictureProgress     progress,
                                             gpointer              progress_data,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              data);
GPtrArray     *kq_picture_files_load_finish (GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqPictureFile, kq_picture_file_free)

G_END_DECLS
