/* kq-phone-code.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_CODE (kq_phone_code_get_type ())

/* A QR code on the phone. */
G_DECLARE_FINAL_TYPE (KqPhoneCode, kq_phone_code, KQ, PHONE_CODE, GtkWidget)

GtkWidget *kq_phone_code_new      (void);
gboolean   kq_phone_code_set_text (KqPhoneCode *self,
                                   const char  *text);

G_END_DECLS
