/* test-processes.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <sys/wait.h>

#include "store-fixture.h"

/* Several programs on one library: none overwrites another, and none loses. */

#define N_WRITERS 3
#define STEPS 40

static GSubprocess *
start_writer (Fixture *fixture,
              guint    seed)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "edit-session", NULL);
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *steps = g_strdup_printf ("%d", STEPS);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, fixture->path,
                              seed_text, steps, "shared", "0", NULL);
  g_assert_no_error (error);

  return process;
}

/* Each line is a version that was acknowledged. */
static guint
check_lines (Fixture    *fixture,
             const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  guint n = 0;

  for (guint i = 0; *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 3);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      node = kq_library_load (fixture->library, parts[0], g_ascii_strtoll (parts[1], NULL, 10),
                              NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "name"), ==,
                       parts[2]);
    }

  return n;
}

static void
test_writers (Fixture       *fixture,
              gconstpointer  data)
{
  GSubprocess *writers[N_WRITERS];
  guint n = 0;

  for (guint i = 0; i < N_WRITERS; i++)
    writers[i] = start_writer (fixture, i);
  fixture_open (fixture);
  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;

      g_subprocess_communicate_utf8 (writers[i], NULL, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (writers[i]));
      n += check_lines (fixture, output);
      g_object_unref (writers[i]);
    }
  g_assert_cmpuint (n, >=, N_WRITERS * STEPS / 2);
  fixture_close (fixture);
  assert_sound (fixture->path);
}

static void
on_changed (KqLibrary  *library,
            const char *id,
            GHashTable *told)
{
  g_hash_table_add (told, g_strdup (id != NULL ? id : "*"));
}

/* Who follows is told of what another program wrote. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GSubprocess) writer = NULL;

  fixture_open (fixture);
  kq_library_follow (fixture->library);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed), told);
  writer = start_writer (fixture, 7);
  while (g_hash_table_size (told) < 6)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_subprocess_wait (writer, NULL, NULL));
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      g_assert_true (g_hash_table_contains (told, id));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/processes/writers", test_writers);
  FIXTURE_ADD ("/store/processes/told", test_told);

  return g_test_run ();
}
