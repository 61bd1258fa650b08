/* kq-media-helper.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For KqMedia only: the helper process, started for the first request and again
 * after one that it didn't survive. One thread at a time. */

typedef struct _KqMediaHelper KqMediaHelper;

KqMediaHelper *kq_media_helper_new      (const char     *program);
void           kq_media_helper_free     (KqMediaHelper  *self);
gboolean       kq_media_helper_exchange (KqMediaHelper  *self,
                                         GVariant       *request,
                                         GBytes         *bytes,
                                         GCancellable   *cancellable,
                                         GVariant      **answer,
                                         GBytes        **out,
                                         GError        **error);
GPid           kq_media_helper_get_pid  (KqMediaHelper  *self);

G_END_DECLS
