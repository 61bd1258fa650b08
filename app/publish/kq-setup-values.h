/* kq-setup-values.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-setup-sheet.h"

G_BEGIN_DECLS

/* What is entered of one object. */

void  kq_setup_values_add (GArray      *rows,
                           KqObject    *object,
                           const guint *fields,
                           GTimeZone   *zone);

G_END_DECLS
