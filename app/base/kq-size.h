/* kq-size.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 67108864 → "64 MiB"; exact, for naming a limit */
char *kq_size_format (gsize bytes);

G_END_DECLS
