/* kq-chart-export.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

GBytes             *kq_chart_export        (KqChart     *chart,
                                            const char  *name,
                                            GError     **error);
void                kq_chart_export_page   (KqChart     *chart,
                                            cairo_t     *cr,
                                            int          width,
                                            int          height);
GdkContentProvider *kq_chart_export_copy   (KqChart     *chart);

G_END_DECLS
