/* kq-desk.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_DESK (kq_desk_get_type ())

/* The campaigns of a library that are open, each once, and the undo and redo of
 * those that were. */
G_DECLARE_FINAL_TYPE (KqDesk, kq_desk, KQ, DESK, GObject)

KqDesk     *kq_desk_new         (KqLibrary            *library);
KqLibrary  *kq_desk_get_library (KqDesk               *self);
KqDocument *kq_desk_find        (KqDesk               *self,
                                 const char           *id);
GPtrArray  *kq_desk_list        (KqDesk               *self);
KqDocument *kq_desk_create      (KqDesk               *self,
                                 const char           *name);
KqDocument *kq_desk_add         (KqDesk               *self,
                                 KqCampaign           *campaign);
void        kq_desk_open_async  (KqDesk               *self,
                                 const char           *id,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              data);
KqDocument *kq_desk_open_finish (KqDesk               *self,
                                 GAsyncResult         *result,
                                 GError              **error);
void        kq_desk_close       (KqDesk               *self,
                                 KqDocument           *document);
gboolean    kq_desk_flush       (KqDesk               *self,
                                 GError              **error);

G_END_DECLS
