/* kq-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names for who doesn't see a table. */

void kq_table_set_name      (GtkColumnView *table,
                             const char    *name);
void kq_table_set_row_name  (GtkListItem   *cell,
                             const char    *name);

G_END_DECLS
