/* kq-picture-choice.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-asset-source.h"

G_BEGIN_DECLS

#define KQ_TYPE_PICTURE_CHOICE (kq_picture_choice_get_type ())

/* A row for a picture file that is worked with, and isn't part of the campaign.
 * Signal “changed”. */
G_DECLARE_FINAL_TYPE (KqPictureChoice, kq_picture_choice, KQ, PICTURE_CHOICE, AdwActionRow)

GtkWidget  *kq_picture_choice_new       (const char      *title);
void        kq_picture_choice_set_bytes (KqPictureChoice *self,
                                         const char      *name,
                                         GBytes          *bytes);
void        kq_picture_choice_open_asset (KqPictureChoice *self,
                                          KqAssetSource   *source,
                                          const char      *sha256,
                                          const char      *name);
GBytes     *kq_picture_choice_get_bytes (KqPictureChoice *self);
const char *kq_picture_choice_get_name  (KqPictureChoice *self);

G_END_DECLS
