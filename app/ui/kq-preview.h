/* kq-preview.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_PREVIEW (kq_preview_get_type ())

/* What a persona sees on a phone, with the controls that choose persona,
 * platform, page and moment. */
G_DECLARE_FINAL_TYPE (KqPreview, kq_preview, KQ, PREVIEW, AdwBin)

GtkWidget *kq_preview_new          (void);
void       kq_preview_set_document (KqPreview  *self,
                                    KqDocument *document);
void       kq_preview_set_selected (KqPreview  *self,
                                    KqObject   *object);

G_END_DECLS
