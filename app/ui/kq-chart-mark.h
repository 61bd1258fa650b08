/* kq-chart-mark.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

void kq_chart_mark_snapshot (KqChart     *chart,
                             GtkSnapshot *snapshot,
                             int          width,
                             int          height);

G_END_DECLS
