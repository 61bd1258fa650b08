/* kq-kinds-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-tool-window.h"

G_BEGIN_DECLS

#define KQ_TYPE_KINDS_WINDOW (kq_kinds_window_get_type ())

/* Makes of one picture every kind that the campaign's platforms take. */
G_DECLARE_FINAL_TYPE (KqKindsWindow, kq_kinds_window, KQ, KINDS_WINDOW, KqToolWindow)

GtkWidget *kq_kinds_window_new (KqDocument *document,
                                KqObject   *object);

G_END_DECLS
