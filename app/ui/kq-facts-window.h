/* kq-facts-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_FACTS_WINDOW (kq_facts_window_get_type ())

/* A platform's table on its way into the library. */
G_DECLARE_FINAL_TYPE (KqFactsWindow, kq_facts_window, KQ, FACTS_WINDOW, AdwWindow)

void kq_facts_window_ask (GtkWidget  *parent,
                          KqDocument *document,
                          GCallback   imported,
                          gpointer    object);

G_END_DECLS
