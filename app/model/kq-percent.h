/* kq-percent.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A percentage that is paid, as the user's language says it: 85 is “15 % off”
 * in English and “8.5折” in Chinese. */

const char *kq_percent_get_unit     (void);
char       *kq_percent_format_plain (gint64       percent);
char       *kq_percent_describe     (gint64       percent);
char       *kq_permille_describe    (gint64       permille);
char       *kq_percent_describe_other (gint64     percent);
gboolean    kq_percent_parse        (const char  *text,
                                     gint64      *percent,
                                     GError     **error);

G_END_DECLS
