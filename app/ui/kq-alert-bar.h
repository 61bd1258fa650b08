/* kq-alert-bar.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_ALERT_BAR (kq_alert_bar_get_type ())

/* What went wrong, in the window that it concerns, and what can be done. */
G_DECLARE_FINAL_TYPE (KqAlertBar, kq_alert_bar, KQ, ALERT_BAR, GtkWidget)

void     kq_alert_bar_show       (KqAlertBar *self,
                                  const char *title,
                                  const char *text);
void     kq_alert_bar_hide       (KqAlertBar *self);
void     kq_alert_bar_add_button (KqAlertBar *self,
                                  const char *label,
                                  const char *action);

G_END_DECLS
