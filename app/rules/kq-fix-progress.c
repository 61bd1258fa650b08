/* kq-fix-progress.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fix-all-private.h"

/**
 * KqFixProgress:
 *
 * How far the mending of everything has come. The thread that mends tells it,
 * and whoever shows it asks now and then.
 */
struct _KqFixProgress {
  GObject parent_instance;

  int     n_fixed;  /* atomic */
  int     n_left;   /* atomic */
};

G_DEFINE_FINAL_TYPE (KqFixProgress, kq_fix_progress, G_TYPE_OBJECT)

static void
kq_fix_progress_class_init (KqFixProgressClass *klass)
{
}

static void
kq_fix_progress_init (KqFixProgress *self)
{
}

/**
 * kq_fix_progress_new:
 *
 * Returns: (transfer full): the progress of what hasn't begun
 */
KqFixProgress *
kq_fix_progress_new (void)
{
  return g_object_new (KQ_TYPE_FIX_PROGRESS, NULL);
}

void
kq_fix_progress_tell (KqFixProgress *self,
                      guint          n_fixed,
                      guint          n_left)
{
  g_atomic_int_set (&self->n_fixed, n_fixed);
  g_atomic_int_set (&self->n_left, n_left);
}

/**
 * kq_fix_progress_get:
 * @self: a progress
 * @n_fixable: (out) (optional): how many mends there are in all, as far as is
 *   known
 *
 * Returns: how many of them have been made
 */
guint
kq_fix_progress_get (KqFixProgress *self,
                     guint         *n_fixable)
{
  guint n_fixed;

  g_return_val_if_fail (KQ_IS_FIX_PROGRESS (self), 0);

  n_fixed = g_atomic_int_get (&self->n_fixed);
  if (n_fixable != NULL)
    *n_fixable = n_fixed + g_atomic_int_get (&self->n_left);

  return n_fixed;
}
