/* test-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "kq-facts-table.h"
#include "kq-library-facts.h"
#include "store-fixture.h"

/* 2026-11-01 */
#define DAY 20758

static void
add (KqFacts    *facts,
     gint32      day,
     const char *id,
     int         hour,
     gint64      sales)
{
  KqFact row = { .day = day, .hour = hour, .known = 1 << KQ_MEASURE_SALES };

  row.object = kq_facts_add_object (facts, id);
  row.values[KQ_MEASURE_SALES] = sales;
  g_assert_true (kq_facts_add (facts, &row, NULL));
}

/* "day id hour sales source", one a line */
static char *
describe (KqLibrary  *library,
          const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqFacts) facts = kq_library_load_facts (library, id, NULL, &error);
  GString *text = g_string_new (NULL);
  const KqFact *rows;
  guint n;

  g_assert_no_error (error);
  rows = kq_facts_get_rows (facts, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%d %s %d %" G_GINT64_FORMAT " %u\n", rows[i].day - DAY,
                            kq_facts_get_object (facts, rows[i].object), rows[i].hour,
                            rows[i].values[KQ_MEASURE_SALES], rows[i].source);

  return g_string_free (text, FALSE);
}

static void
assert_holds (KqLibrary  *library,
              const char *id,
              const char *expected)
{
  g_autofree char *said = describe (library, id);

  g_assert_cmpstr (said, ==, expected);
}

static void
begin (Fixture    *fixture,
       const char *id)
{
  g_autoptr (KqCampaign) campaign = make_campaign (id, "活动");

  if (fixture->library == NULL)
    fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
}

static gint64
take (KqLibrary  *library,
      const char *id,
      KqFacts    *facts)
{
  g_autoptr (GError) error = NULL;
  gint64 number = kq_library_import_facts (library, id, facts, "a.csv", NULL, &error);

  g_assert_no_error (error);

  return number;
}

static void
take_first (Fixture *fixture)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();

  begin (fixture, "c1");
  add (facts, DAY, "b", -1, -200);
  add (facts, DAY, "a", -1, 100);
  add (facts, DAY + 1, "a", 9, 300);
  g_assert_cmpint (take (fixture->library, "c1", facts), ==, 1);
}

static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();

  take_first (fixture);
  assert_holds (fixture->library, "c1", "0 a -1 100 1\n0 b -1 -200 1\n1 a 9 300 1\n");

  /* A day and object at a time: its hours are replaced by the whole day. */
  add (facts, DAY, "a", -1, 111);
  add (facts, DAY + 1, "a", -1, 333);
  add (facts, DAY + 1, "c", 0, 444);
  g_assert_cmpint (take (fixture->library, "c1", facts), ==, 2);
  fixture_reopen (fixture);
  assert_holds (fixture->library, "c1",
                "0 a -1 111 2\n0 b -1 -200 1\n1 a -1 333 2\n1 c 0 444 2\n");
  fixture_close (fixture);
  assert_sound (fixture->path);
}

static void
test_imports (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) imports = NULL;
  const KqFactImport *import;

  take_first (fixture);
  imports = kq_library_list_fact_imports (fixture->library, "c1", NULL, NULL);
  g_assert_cmpuint (imports->len, ==, 1);
  import = g_ptr_array_index (imports, 0);
  g_assert_cmpint (import->number, ==, 1);
  g_assert_cmpint (import->n_rows, ==, 3);
  g_assert_cmpint (import->imported, ==, fixture->now);
  g_assert_cmpstr (import->name, ==, "a.csv");
}

static void
test_unknown_campaign (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();
  g_autoptr (GError) error = NULL;

  begin (fixture, "c1");
  add (facts, DAY, "a", -1, 1);
  g_assert_cmpint (kq_library_import_facts (fixture->library, "c2", facts, "", NULL, &error), ==, 0);
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kq_library_load_facts (fixture->library, "c2", NULL, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kq_library_list_fact_imports (fixture->library, "c2", NULL, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
}

/* A copy hasn't run yet; what is deleted may come back. */
static void
test_copied_and_deleted (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *copy = NULL;

  take_first (fixture);
  copy = kq_library_duplicate (fixture->library, "c1", "Kopie", NULL, NULL);
  assert_holds (fixture->library, copy, "");
  kq_library_set_state (fixture->library, "c1", KQ_LIBRARY_STATE_DELETED, NULL, NULL);
  assert_holds (fixture->library, "c1", "0 a -1 100 1\n0 b -1 -200 1\n1 a 9 300 1\n");

  /* The library's clock runs by 20 hours at most from one change to the next. */
  for (guint day = 0; day < 60; day++)
    {
      g_autoptr (KqCampaign) other = make_campaign ("other", "");

      fixture->now += G_GINT64_CONSTANT (72000000);
      kq_object_set_int (KQ_OBJECT (other), KQ_CAMPAIGN_BUDGET, day + 1);
      save_well (fixture->library, other, KQ_LIBRARY_BASE_ANY);
      g_assert_true (kq_library_tidy (fixture->library, NULL, NULL));
    }
  fixture_close (fixture);
  {
    g_autofree char *said = ask_sqlite (fixture->path, "SELECT count (*) FROM facts;"
                                        "SELECT count (*) FROM fact_imports");

    g_assert_cmpstr (said, ==, "0\n0");
  }
  assert_sound (fixture->path);
}

static void
count (KqLibrary  *library,
       const char *id,
       guint      *n)
{
  *n += g_strcmp0 (id, "c1") == 0;
}

static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();
  g_autoptr (KqLibraryItem) item = NULL;
  guint n = 0;

  take_first (fixture);
  /* The thread tells of a change after it has answered, and before its next call. */
  item = kq_library_get_item (fixture->library, "c1", NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect (fixture->library, "changed", G_CALLBACK (count), &n);
  add (facts, DAY, "a", -1, 1);
  take (fixture->library, "c1", facts);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_func (fixture->library, count, &n);
}

static void
test_mappings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *none = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  none = kq_library_get_fact_mapping (fixture->library, "s", NULL, &error);
  g_assert_null (none);
  g_assert_no_error (error);
  g_assert_true (kq_library_set_fact_mapping (fixture->library, "s", "date=1", NULL, &error));
  g_assert_true (kq_library_set_fact_mapping (fixture->library, "s", "date=2", NULL, &error));
  fixture_reopen (fixture);
  found = kq_library_get_fact_mapping (fixture->library, "s", NULL, &error);
  g_assert_cmpstr (found, ==, "date=2");
}

static void
on_cancelled (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_library_load_facts_finish (KQ_LIBRARY (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = TRUE;
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KqFacts) facts = kq_facts_new ();
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  take_first (fixture);
  g_cancellable_cancel (cancellable);
  kq_library_load_facts_async (fixture->library, "c1", cancellable, on_cancelled, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  add (facts, DAY, "a", -1, 9);
  g_assert_cmpint (kq_library_import_facts (fixture->library, "c1", facts, "", cancellable, &error),
                   ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (fixture->library, "c1", "0 a -1 100 1\n0 b -1 -200 1\n1 a 9 300 1\n");
}

/* One page after the other is lost: what is still there afterwards is as it was,
 * and nothing of another day or campaign. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *whole = NULL;
  gsize length;
  guint n_kept = 0, n_pages;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autoptr (KqFacts) facts = kq_facts_new ();

      begin (fixture, id);
      for (guint day = 0; day < 30; day++)
        for (guint j = 0; j < 40; j++)
          {
            g_autofree char *object = g_strdup_printf ("o%u", j);

            add (facts, DAY + day, object, -1, i * 1000000 + day * 1000 + j);
          }
      take (fixture->library, id, facts);
    }
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  n_pages = length / 4096;

  for (guint page = 1; page < n_pages; page++)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);

      memset (damaged + page * 4096, 0x5a, 4096);
      remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
      write_file (fixture->path, damaged, length);
      fixture_open (fixture);
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *id = g_strdup_printf ("c%u", i);
          g_autoptr (KqFacts) facts = kq_library_load_facts (fixture->library, id, NULL, NULL);
          const KqFact *rows;
          guint n = 0;

          rows = facts != NULL ? kq_facts_get_rows (facts, &n) : NULL;
          g_assert_cmpuint (n % 40, ==, 0);
          for (guint j = 0; j < n; j++)
            g_assert_cmpint (rows[j].values[KQ_MEASURE_SALES], ==,
                             i * 1000000 + (rows[j].day - DAY) * 1000 +
                             atoi (kq_facts_get_object (facts, rows[j].object) + 1));
          n_kept += n > 0;
        }
      fixture_close (fixture);
      assert_sound (fixture->path);
    }
  /* Most pages hold nothing of most campaigns. */
  g_assert_cmpuint (n_kept, >, n_pages * 2);
}

/* What the first library with figures held */
static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("KQ_SOURCE"), "tests", "store",
                                            "library-v2.sql", NULL);
  g_autofree char *read = g_strdup_printf (".read %s", path);
  g_autofree char *said = ask_sqlite (fixture->path, read);
  g_autofree char *mapping = NULL;
  g_autoptr (KqFacts) facts = NULL;
  const KqFact *rows;
  guint n;

  fixture_open (fixture);
  assert_holds (fixture->library, "frozen", "0 c0 -1 0 1\n0 c1 8 129950 1\n");
  facts = kq_library_load_facts (fixture->library, "frozen", NULL, NULL);
  rows = kq_facts_get_rows (facts, &n);
  g_assert_cmpint (rows[0].known, ==, 1 << KQ_MEASURE_CLAIMS | 1 << KQ_MEASURE_USES |
                                      1 << KQ_MEASURE_COST);
  g_assert_cmpint (rows[0].values[KQ_MEASURE_CLAIMS], ==, 120);
  g_assert_cmpint (rows[0].values[KQ_MEASURE_COST], ==, -500);
  mapping = kq_library_get_fact_mapping (fixture->library, "abababababababababababababababab"
                                         "abababababababababababababababab", NULL, NULL);
  g_assert_cmpstr (mapping, ==, "date=1,coupon=2,claims=3");
}

/* One day, as it is shared with others */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KqSqlite) db = NULL;
  g_autoptr (KqFacts) day = kq_facts_new (), none = kq_facts_new ();
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  take_first (fixture);
  fixture_close (fixture);
  db = kq_sqlite_open (fixture->path, KQ_SQLITE_WRITE, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kq_facts_table_get (db, "c1", DAY + 1, day, &error), ==, KQ_STEP_ROW);
  kq_facts_get_rows (day, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (kq_facts_table_get (db, "c1", DAY + 2, day, &error), ==, KQ_STEP_DONE);

  g_assert_true (kq_facts_table_replace (db, "c1", DAY, none, 100, &error));
  g_assert_true (kq_facts_table_replace (db, "c1", DAY + 1, day, 100, &error));
  days = kq_facts_table_list_changed (db, "c1", -1, &error);
  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpint (g_array_index (days, gint32, 0), ==, DAY + 1);
  g_array_unref (days);
  days = kq_facts_table_list_changed (db, "c1", 100, &error);
  g_assert_cmpuint (days->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/facts/replaced", test_replaced);
  FIXTURE_ADD ("/store/facts/imports", test_imports);
  FIXTURE_ADD ("/store/facts/unknown-campaign", test_unknown_campaign);
  FIXTURE_ADD ("/store/facts/copied-and-deleted", test_copied_and_deleted);
  FIXTURE_ADD ("/store/facts/told", test_told);
  FIXTURE_ADD ("/store/facts/mappings", test_mappings);
  FIXTURE_ADD ("/store/facts/cancelled", test_cancelled);
  FIXTURE_ADD ("/store/facts/damaged", test_damaged);
  FIXTURE_ADD ("/store/facts/frozen", test_frozen);
  FIXTURE_ADD ("/store/facts/days", test_days);

  return g_test_run ();
}
