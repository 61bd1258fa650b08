/* kq-shortcuts.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kq_shortcuts_install (GtkApplication *application);
void kq_shortcuts_show    (GtkWindow      *window);

G_END_DECLS
