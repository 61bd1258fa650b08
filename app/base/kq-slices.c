/* kq-slices.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-slices.h"

/* Microseconds that all work together may take before events are looked at, and
 * the last step more. */
#define SLICE 1500
/* Elements that are freed in one step. */
#define STRETCH 64

typedef struct {
  guint      id;
  KqStepFunc step;
  gpointer   data;
} Work;

/* Of the main thread only. */
static GQueue queue = G_QUEUE_INIT;
static guint last_id;
static guint source;

static int
compare_id (gconstpointer work,
            gconstpointer id)
{
  return ((const Work *) work)->id != GPOINTER_TO_UINT (id);
}

/* What is first in the queue does a step, and queues up again behind the rest:
 * nothing waits for long, and what frees memory keeps pace with what takes it. */
static void
do_step (void)
{
  Work *work = g_queue_peek_head (&queue);
  guint id = work->id;

  g_queue_push_tail (&queue, g_queue_pop_head (&queue));
  if (!work->step (work->data))
    kq_slices_remove (id);
}

static gboolean
on_idle (gpointer data)
{
  gint64 end = g_get_monotonic_time () + SLICE;

  while (queue.length > 0)
    {
      do_step ();
      if (g_get_monotonic_time () >= end)
        break;
    }

  return queue.length > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * kq_slices_add:
 * @step: does a step of some work, and says whether there is more
 * @data: for @step
 *
 * Has the work done, a step at a time, when the main thread has nothing else to
 * do. To be called from the main thread.
 *
 * Returns: what to call kq_slices_remove() with; valid until @step says that
 *   there is no more
 */
guint
kq_slices_add (KqStepFunc step,
               gpointer   data)
{
  Work *work;

  g_return_val_if_fail (step != NULL, 0);

  work = g_new (Work, 1);
  if (++last_id == 0)
    last_id = 1;
  *work = (Work) { last_id, step, data };
  g_queue_push_tail (&queue, work);
  if (source == 0)
    source = g_idle_add (on_idle, NULL);

  return work->id;
}

/**
 * kq_slices_remove:
 * @id: what kq_slices_add() returned
 *
 * Has no more of the work done.
 */
void
kq_slices_remove (guint id)
{
  GList *link = g_queue_find_custom (&queue, GUINT_TO_POINTER (id), compare_id);

  if (link == NULL)
    return;

  g_free (link->data);
  g_queue_delete_link (&queue, link);
  if (queue.length == 0)
    g_clear_handle_id (&source, g_source_remove);
}

static gboolean
free_stretch (gpointer data)
{
  GPtrArray *array = data;

  if (array->len > STRETCH)
    {
      g_ptr_array_set_size (array, array->len - STRETCH);
      return TRUE;
    }

  g_ptr_array_unref (array);

  return FALSE;
}

/**
 * kq_slices_free_array:
 * @array: (transfer full): an array that nobody else holds
 *
 * Frees it and its elements in slices: thousands of objects take a while.
 */
void
kq_slices_free_array (GPtrArray *array)
{
  g_return_if_fail (array != NULL);

  kq_slices_add (free_stretch, array);
}
