/* kq-phone-icon.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_ICON (kq_phone_icon_get_type ())

/* A symbolic icon that stays crisp when the phone is scaled. */
G_DECLARE_FINAL_TYPE (KqPhoneIcon, kq_phone_icon, KQ, PHONE_ICON, GtkWidget)

GtkWidget *kq_phone_icon_new      (const char  *name,
                                   int          size);
void       kq_phone_icon_set_name (KqPhoneIcon *self,
                                   const char  *name);

G_END_DECLS
