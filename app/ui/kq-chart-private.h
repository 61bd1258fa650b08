/* kq-chart-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

/* kq-chart-input.c */
void kq_chart_follow_input (KqChart *self);

G_END_DECLS
