/* kq-rates-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-tool-window.h"

G_BEGIN_DECLS

#define KQ_TYPE_RATES_WINDOW (kq_rates_window_get_type ())

/* Takes a campaign's rates from the figures of one. */
G_DECLARE_FINAL_TYPE (KqRatesWindow, kq_rates_window, KQ, RATES_WINDOW, KqToolWindow)

GtkWidget *kq_rates_window_new (KqDocument *document);

G_END_DECLS
