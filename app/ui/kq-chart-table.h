/* kq-chart-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

GtkWidget *kq_chart_table_new (KqChart *chart);

G_END_DECLS
