/* kq-chart-legend.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart-canvas.h"

G_BEGIN_DECLS

int  kq_chart_legend_measure (KqChartCanvas *canvas,
                              GPtrArray     *series);
void kq_chart_legend_draw    (KqChartCanvas *canvas,
                              GPtrArray     *series);

G_END_DECLS
