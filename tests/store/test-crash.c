/* test-crash.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "kq-library-assets.h"
#include "store-fixture.h"

/* Kills a session of another process, and looks at what it left. */

#define STEPS 30

/* What was acknowledged of each campaign last: "NUMBER NAME" by id */
static GHashTable *
new_acknowledged (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Whether the session came to its end before it could be killed */
static gboolean
run_session (Fixture    *fixture,
             guint       seed,
             const char *what,
             guint       n,
             GHashTable *acknowledged)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "edit-session", NULL);
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *n_text = g_strdup_printf ("%u", n);
  g_autofree char *steps = g_strdup_printf ("%d", STEPS);
  const char * const arguments[] = {
    program, fixture->path, seed_text, steps, what, n_text, NULL
  };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true ((WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL) ||
                 (WIFEXITED (status) && WEXITSTATUS (status) == 0));

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *space = strchr (lines[i], ' ');

      g_hash_table_replace (acknowledged, g_strndup (lines[i], space - lines[i]),
                            g_strdup (space + 1));
    }

  return WIFEXITED (status);
}

static void
check_acknowledged (Fixture    *fixture,
                    const char *id,
                    const char *text)
{
  char *name;
  gint64 number = g_ascii_strtoll (text, &name, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = kq_library_load (fixture->library, id, number, NULL, NULL, &error);
  g_autoptr (JsonNode) newest = NULL;
  gint64 head;

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "name"), ==,
                   name + 1);
  newest = kq_library_load (fixture->library, id, 0, &head, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head, >=, number);
}

/* All pictures that a session names were given to it. */
static void
check_pictures (Fixture *fixture)
{
  g_autofree char *missing = ask_sqlite (fixture->path,
    "SELECT sha256 FROM asset_refs WHERE sha256 NOT IN (SELECT sha256 FROM assets)");

  g_assert_cmpstr (missing, ==, "");
}

static void
check (Fixture    *fixture,
       GHashTable *acknowledged)
{
  GHashTableIter iter;
  gpointer id, text;

  fixture_open (fixture);
  g_assert_null (kq_library_get_report (fixture->library));
  g_hash_table_iter_init (&iter, acknowledged);
  while (g_hash_table_iter_next (&iter, &id, &text))
    check_acknowledged (fixture, id, text);
  fixture_close (fixture);
  assert_sound (fixture->path);
  check_pictures (fixture);
}

/* One library all the way. */
static void
test_random_moments (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GHashTable) acknowledged = new_acknowledged ();
  guint n = g_getenv ("KQ_TEST_LONG") != NULL ? 500 : 50;

  for (guint i = 0; i < n; i++)
    {
      run_session (fixture, g_test_rand_int_range (0, G_MAXINT), "op",
                   g_test_rand_int_range (1, 400), acknowledged);
      check (fixture, acknowledged);
    }
}

/* A new library for each, so that making it is among what is killed. */
static void
every (Fixture    *fixture,
       const char *what,
       guint       most)
{
  gboolean ended = FALSE;

  for (guint i = 1; !ended && i <= most; i++)
    {
      g_autoptr (GHashTable) acknowledged = new_acknowledged ();

      ended = run_session (fixture, 1, what, i, acknowledged);
      check (fixture, acknowledged);
      remove_folder (fixture->folder);
      g_mkdir_with_parents (fixture->folder, 0700);
    }
}

static void
test_every_commit (Fixture       *fixture,
                   gconstpointer  data)
{
  every (fixture, "commit", G_MAXUINT);
}

static void
test_every_change_of_a_file (Fixture       *fixture,
                             gconstpointer  data)
{
  every (fixture, "op", g_getenv ("KQ_TEST_LONG") != NULL ? G_MAXUINT : 80);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/crash/random-moments", test_random_moments);
  FIXTURE_ADD ("/store/crash/every-commit", test_every_commit);
  FIXTURE_ADD ("/store/crash/every-change-of-a-file", test_every_change_of_a_file);

  return g_test_run ();
}
