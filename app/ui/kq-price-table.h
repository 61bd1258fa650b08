/* kq-price-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-price-item.h"

G_BEGIN_DECLS

GtkWidget *kq_price_table_new         (GListModel    *items);
void       kq_price_table_show_column (GtkColumnView *table,
                                       KqPriceColumn  column,
                                       gboolean       is_shown);

G_END_DECLS
