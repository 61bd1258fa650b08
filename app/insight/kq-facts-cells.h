/* kq-facts-cells.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts.h"

G_BEGIN_DECLS

/* What a cell of a platform's table says. */

/* No hour was told, or midnight, which where no other hour is told means that
 * none is. */
#define KQ_CELL_NO_HOUR  (-1)
#define KQ_CELL_MIDNIGHT (-2)

gboolean  kq_cell_is_empty     (const char  *text);
gboolean  kq_cell_parse_day    (const char  *text,
                                gint32      *day,
                                int         *hour,
                                GError     **error);
gboolean  kq_cell_parse_hour   (const char  *text,
                                int         *hour,
                                GError     **error);
gboolean  kq_cell_parse_number (const char  *text,
                                gboolean     is_money,
                                int          decimals,
                                gint64      *number,
                                GError     **error);
char     *kq_cell_unwrap_id    (const char  *text);
char     *kq_cell_quote        (const char  *text);

G_END_DECLS
