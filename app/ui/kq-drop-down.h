/* kq-drop-down.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *kq_drop_down_new       (GListModel         *model);
void       kq_drop_down_set_words (GtkDropDown        *drop_down,
                                   const char * const *words,
                                   guint               selected);
void       kq_drop_down_set_name  (GtkWidget          *drop_down,
                                   const char         *name);
GtkWidget *kq_drop_down_new_named (const char * const *words,
                                   const char         *name);

G_END_DECLS
