/* test-slices.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib-object.h>

#include "kq-slices.h"

/* Work of the main thread in slices. */

typedef struct {
  GString *log;
  char     letter;
  guint    left;
  guint    id;     /* to take away when done, or 0 */
} Work;

static gboolean
do_step (gpointer data)
{
  Work *work = data;

  g_string_append_c (work->log, work->letter);
  if (--work->left == 0 && work->id != 0)
    kq_slices_remove (work->id);

  return work->left > 0;
}

static void
drain (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Each has its turn, and is asked no more once it is done. */
static void
test_turns (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  Work a = { log, 'a', 3 }, b = { log, 'b', 1 }, c = { log, 'c', 2 };

  kq_slices_add (do_step, &a);
  kq_slices_add (do_step, &b);
  kq_slices_add (do_step, &c);
  g_assert_cmpstr (log->str, ==, "");
  drain ();
  g_assert_cmpstr (log->str, ==, "abcaca");
}

/* By another, and by itself while it says that there is more. */
static void
test_remove (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  Work a = { log, 'a', 2 }, b = { log, 'b', 5 }, c = { log, 'c', 1 };

  a.id = kq_slices_add (do_step, &b);
  kq_slices_add (do_step, &a);
  drain ();
  g_assert_cmpstr (log->str, ==, "baba");

  g_string_truncate (log, 0);
  c.left = 2;
  c.id = kq_slices_add (do_step, &c);
  kq_slices_remove (c.id);
  g_assert_false (g_main_context_pending (NULL));
}

static gboolean
count_up (gpointer data)
{
  return ++*(guint *) data < 100 * 1000 * 1000;
}

/* Endless work leaves the others their turn. */
static void
test_yields (void)
{
  guint n = 0, id = kq_slices_add (count_up, &n);

  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, 100 * 1000 * 1000);
  kq_slices_remove (id);
  g_assert_false (g_main_context_pending (NULL));
}

static void
test_free_array (void)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);
  GObject *last = g_object_new (G_TYPE_OBJECT, NULL);

  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (array, g_object_ref (last));
  kq_slices_free_array (array);
  drain ();
  g_assert_finalize_object (last);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slices/turns", test_turns);
  g_test_add_func ("/slices/remove", test_remove);
  g_test_add_func ("/slices/yields", test_yields);
  g_test_add_func ("/slices/free-array", test_free_array);

  return g_test_run ();
}
