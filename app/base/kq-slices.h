/* kq-slices.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Long work of the main thread, in idle slices: whoever has some adds a function
 * that does a step of it. All share one slice, so that no keystroke waits for
 * more than that, however many documents are open. */

/**
 * KqStepFunc:
 * @data: as it was added
 *
 * Does a step of some work, well below a millisecond long. It may add and
 * remove work, its own too.
 *
 * Returns: whether there is more to do
 */
typedef gboolean (*KqStepFunc) (gpointer data);

guint kq_slices_add        (KqStepFunc  step,
                            gpointer    data);
void  kq_slices_remove     (guint       id);
void  kq_slices_free_array (GPtrArray  *array);

G_END_DECLS
