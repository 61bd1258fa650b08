/* frames.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long frames take while something moves: of the main thread alone, whatever
 * else the machine does. */

/**
 * BenchStep:
 * @data: what was given to bench_frames_measure()
 * @i: which frame it is
 *
 * Moves what is in the window by a frame's worth.
 */
typedef void (*BenchStep) (gpointer data,
                           guint    i);

void bench_frames_print_head (void);
void bench_frames_measure    (GtkWidget  *window,
                              const char *what,
                              BenchStep   step,
                              gpointer    data);

G_END_DECLS
