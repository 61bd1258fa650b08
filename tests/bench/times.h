/* times.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bench_get_busy   (void);
void   bench_sort_times (double *times,
                         guint   n);

G_END_DECLS
