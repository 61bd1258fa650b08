/* fixture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A request whose values are given as name, GVariant format and value, and %NULL
 * at the end, to the operations themselves. */
GVariant *answer     (GBytes      *bytes,
                      GBytes     **out,
                      const char  *op,
                      ...) G_GNUC_NULL_TERMINATED;
guint     problem_of (GVariant    *answer);
GBytes   *read_image (const char  *name);
GBytes   *cut        (GBytes      *bytes,
                      gsize        length);

G_END_DECLS
