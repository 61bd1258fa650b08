/* bench-store.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "campaigns.h"
#include "kq-autosave-private.h"
#include "kq-campaign-library.h"
#include "kq-format.h"
#include "kq-library-model.h"
#include "times.h"

/* What the library costs when it is full, beside an empty one and beside bare
 * SQLite. It prints and judges nothing. */

#define N_CAMPAIGNS 10000
#define N_COUPONS   20
#define N_IMPORTS   1000
#define ROUNDS      5

static double
milliseconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e3;
}

static KqCampaign *
make_campaign (guint n_coupons,
               guint number)
{
  g_autoptr (GBytes) text = bench_campaign (n_coupons, number);
  KqCampaign *campaign = kq_format_read (text, NULL, NULL);
  g_autofree char *id = g_strdup_printf ("c%u", number);
  g_autofree char *name = g_strdup_printf ("会员日活动 %u", number);

  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_ID, id);
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, name);

  return campaign;
}

static void
fail (const char *why)
{
  fprintf (stderr, "bench-store: %s\n", why);
  exit (1);
}

static void
must (gboolean  done,
      GError   *error)
{
  if (!done)
    fail (error->message);
}

static KqLibrary *
open_library (const char *path)
{
  GError *error = NULL;
  KqLibrary *library = kq_library_open (path, NULL, &error);

  must (library != NULL, error);

  return library;
}

static void
fill (const char *path)
{
  g_autoptr (KqLibrary) library = open_library (path);

  for (guint i = 0; i < N_CAMPAIGNS; i++)
    {
      g_autoptr (KqCampaign) campaign = make_campaign (N_COUPONS, i);
      g_autoptr (KqLibrarySave) save = NULL;
      GError *error = NULL;

      save = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), 0, KQ_VERSION_IMPORT);
      must (kq_library_save (library, save, NULL, &error) != 0, error);
    }
}

static void
wait_until_loaded (KqLibraryModel *model)
{
  while (kq_library_model_is_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

/* Opened, listed and sorted */
static double
measure_list (const char *path)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KqLibrary) library = open_library (path);
      g_autoptr (KqLibraryModel) model = kq_library_model_new (library);

      wait_until_loaded (model);
      least = MIN (least, milliseconds_since (start));
    }

  return least;
}

static double
measure_keystroke (KqLibraryModel *model,
                   const char     *words)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start;

      kq_library_model_set_search (model, "");
      start = g_get_monotonic_time ();
      kq_library_model_set_search (model, words);
      wait_until_loaded (model);
      least = MIN (least, milliseconds_since (start));
    }

  return least;
}

/* SQLite's own LIKE over the same texts */
static double
measure_like (const char *path,
              const char *words)
{
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", words);
  sqlite3 *db;
  sqlite3_stmt *statement;
  double least = G_MAXDOUBLE;

  sqlite3_open (path, &db);
  sqlite3_prepare_v2 (db, "SELECT campaign FROM search WHERE text LIKE ?1", -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, pattern, -1, SQLITE_STATIC);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      while (sqlite3_step (statement) == SQLITE_ROW);
      sqlite3_reset (statement);
      least = MIN (least, milliseconds_since (start));
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return least;
}

static void
report_search (const char *path)
{
  static const char * const words[] = { "会", "会员", "9", "99", "999", "满", "nothing" };
  g_autoptr (KqLibrary) library = open_library (path);
  g_autoptr (KqLibraryModel) model = kq_library_model_new (library);

  wait_until_loaded (model);
  printf ("\na keystroke in search (ms)   found    ours    LIKE   ratio\n");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double ours = measure_keystroke (model, words[i]), like = measure_like (path, words[i]);

      printf ("  %-24s %7u %7.1f %7.1f %7.2f\n", words[i],
              g_list_model_get_n_items (G_LIST_MODEL (model)), ours, like, ours / like);
    }
}

static void
report_open (const char *path)
{
  g_autoptr (KqLibrary) library = open_library (path);
  double least = G_MAXDOUBLE, most = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i * (N_CAMPAIGNS / 50));
      gint64 start = g_get_monotonic_time ();
      g_autoptr (JsonNode) node = kq_library_load (library, id, 0, NULL, NULL, NULL);
      g_autoptr (KqObject) campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
      double took = milliseconds_since (start);

      least = MIN (least, took);
      most = MAX (most, took);
    }
  printf ("\nto open one of them: %.2f to %.2f ms\n", least, most);
}

/* All that the main thread does for a save, but for waiting */
static void
report_autosave (const char *path,
                 guint       n_coupons)
{
  g_autoptr (KqLibrary) library = open_library (path);
  g_autoptr (KqCampaign) campaign = make_campaign (n_coupons, N_CAMPAIGNS + n_coupons);
  g_autoptr (KqAutosave) autosave = kq_autosave_new (library, campaign, NULL, 0);
  double most = 0, sum = 0;
  const guint n = 30;

  kq_autosave_flush (autosave, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("edit %u", i);
      double start, took;

      kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, name);
      start = bench_get_busy ();
      kq_autosave_start (autosave);
      took = bench_get_busy () - start;
      while (kq_autosave_get_state (autosave) == KQ_AUTOSAVE_SAVING)
        {
          start = bench_get_busy ();
          g_main_context_iteration (NULL, TRUE);
          took += bench_get_busy () - start;
        }
      sum += took;
      most = MAX (most, took);
    }
  printf ("  %6u coupons: %.3f ms in the mean, %.3f at most\n", n_coupons, sum / n, most);
}

static char **
write_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; i < N_IMPORTS; i++)
    {
      g_autoptr (KqCampaign) campaign = make_campaign (N_COUPONS, i);
      g_autoptr (GBytes) text = kq_format_write (kq_object_snapshot (KQ_OBJECT (campaign)), NULL,
                                                 NULL);
      char *path = g_strdup_printf ("%s/%u.json", folder, i);

      g_file_set_contents (path, g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL);
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);

  return (char **) g_ptr_array_free (paths, FALSE);
}

static void
on_imported (const char             *path,
             const KqCampaignImport *import,
             const GError           *error,
             gpointer                data)
{
  if (import == NULL)
    fail (error->message);
}

/* Read, checked by all rules, and saved */
static double
measure_imports (const char  *path,
                 char       **files)
{
  g_autoptr (KqLibrary) library = open_library (path);
  g_autoptr (KqProfiles) profiles = kq_profiles_new (NULL);
  gint64 start = g_get_monotonic_time ();

  kq_campaign_import_files (library, (const char * const *) files, FALSE, profiles, NULL,
                            on_imported, NULL);

  return milliseconds_since (start);
}

/* Saved alone: the snapshots are there. */
static double
measure_saves (const char  *path,
               char       **files)
{
  g_autoptr (KqLibrary) library = open_library (path);
  g_autoptr (GPtrArray) saves =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kq_library_save_free);
  gint64 start;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (KqCampaign) campaign = make_campaign (N_COUPONS, i);

      g_ptr_array_add (saves, kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), 0,
                                                   KQ_VERSION_IMPORT));
    }
  start = g_get_monotonic_time ();
  for (guint i = 0; i < saves->len; i++)
    {
      GError *error = NULL;

      must (kq_library_save (library, g_ptr_array_index (saves, i), NULL, &error) != 0, error);
    }

  return milliseconds_since (start);
}

/* The same bytes, each on the disk before the next begins */
static double
measure_inserts (const char  *path,
                 char       **files)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 start;
  double took;

  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "CREATE TABLE bare (id TEXT PRIMARY KEY, content BLOB)", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO bare VALUES (?1, ?2)", -1, &statement, NULL);
  start = g_get_monotonic_time ();
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_file_get_contents (files[i], &text, &length, NULL);
      sqlite3_bind_text (statement, 1, files[i], -1, SQLITE_STATIC);
      sqlite3_bind_blob (statement, 2, text, length, SQLITE_STATIC);
      if (sqlite3_step (statement) != SQLITE_DONE)
        fail (sqlite3_errmsg (db));
      sqlite3_reset (statement);
    }
  took = milliseconds_since (start);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return took;
}

static int
compare (const void *a,
         const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* In turn, for a disk is now faster and now slower; the ratio is of each pair. */
static void
report_imports (const char *folder)
{
  g_auto (GStrv) files = write_files (folder);
  double imports[ROUNDS], saves[ROUNDS], bare = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *library = g_strdup_printf ("%s/import-%u.db", folder, i);
      g_autofree char *other = g_strdup_printf ("%s/save-%u.db", folder, i);
      g_autofree char *plain = g_strdup_printf ("%s/bare-%u.db", folder, i);
      double took = measure_inserts (plain, files);

      imports[i] = measure_imports (library, files) / took;
      saves[i] = measure_saves (other, files) / took;
      bare = MIN (bare, took);
    }
  qsort (imports, ROUNDS, sizeof *imports, compare);
  qsort (saves, ROUNDS, sizeof *saves, compare);
  printf ("\n%d bare inserts, at best %.0f ms\n", N_IMPORTS, bare);
  printf ("imports, read, checked and saved: ratio %.2f … %.2f … %.2f (at most 2)\n",
          imports[0], imports[ROUNDS / 2], imports[ROUNDS - 1]);
  printf ("saves, each waited for: ratio %.2f … %.2f … %.2f\n",
          saves[0], saves[ROUNDS / 2], saves[ROUNDS - 1]);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  /* Where a disk is, not memory: what is measured waits for it. */
  g_autofree char *folder = g_strdup ("bench-store-XXXXXX");
  g_autofree char *full = NULL;
  g_autofree char *empty = NULL;
  double some, none;

  if (g_mkdtemp (folder) == NULL)
    return 1;
  full = g_build_filename (folder, "full.db", NULL);
  empty = g_build_filename (folder, "empty.db", NULL);
  fill (full);
  g_object_unref (open_library (empty));

  none = measure_list (empty);
  some = measure_list (full);
  printf ("opened and listed: %d campaigns in %.1f ms, none in %.1f ms\n", N_CAMPAIGNS, some, none);
  report_search (full);
  report_open (full);
  printf ("\nan autosave, on the main thread:\n");
  report_autosave (full, N_COUPONS);
  report_autosave (full, 200);
  report_autosave (full, 2000);
  report_imports (folder);
  remove_all (folder);

  return 0;
}
