/* kq-picture-content.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pictures in the clipboard, or in what is dropped: files, or the bytes of one
 * picture. GTK would decode them in this process; here nothing is decoded. */

/* (transfer full): what can be taken */
GdkContentFormats *kq_picture_content_get_formats (void);

void       kq_picture_content_paste_async (GdkClipboard         *clipboard,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
void       kq_picture_content_drop_async  (GdkDrop              *drop,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
/* FALSE with G_IO_ERROR_NOT_FOUND where there is no picture; else one of the
 * two: (transfer full) (element-type GFile), or (transfer full) the bytes. */
gboolean   kq_picture_content_finish      (GAsyncResult         *result,
                                           GPtrArray           **files,
                                           GBytes              **bytes,
                                           GError              **error);

G_END_DECLS
