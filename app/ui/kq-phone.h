/* kq-phone.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-pictures.h"
#include "kq-view.h"

G_BEGIN_DECLS

#define KQ_PHONE_WIDTH  375
#define KQ_PHONE_HEIGHT 812

#define KQ_TYPE_PHONE (kq_phone_get_type ())

/* The screen of a phone, which draws a view. Signals “activated” with the id of
 * what was tapped, and “closed” when a pop-up was closed. */
G_DECLARE_FINAL_TYPE (KqPhone, kq_phone, KQ, PHONE, AdwBin)

GtkWidget *kq_phone_new          (void);
void       kq_phone_set_pictures (KqPhone    *self,
                                  KqPictures *pictures);
void       kq_phone_set_view     (KqPhone    *self,
                                  KqView     *view);

void       kq_phone_load_style   (GdkDisplay *display);

G_END_DECLS
