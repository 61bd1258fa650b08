/* kq-indicator.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-finding.h"

G_BEGIN_DECLS

#define KQ_TYPE_INDICATOR (kq_indicator_get_type ())

/* A pill with the icon of a severity and a number. */
G_DECLARE_FINAL_TYPE (KqIndicator, kq_indicator, KQ, INDICATOR, GtkWidget)

GtkWidget  *kq_indicator_new           (void);
void        kq_indicator_set           (KqIndicator *self,
                                        int          severity,
                                        guint        count);

const char *kq_indicator_get_icon_name (KqSeverity   severity);
char       *kq_indicator_describe      (KqSeverity   severity,
                                        guint        count);

G_END_DECLS
