/* kq-time-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-time.h"

G_BEGIN_DECLS

gboolean kq_time_is_date (int year,
                          int month,
                          int day);

G_END_DECLS
