/* test-facts-import.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-coupon.h"
#include "kq-facts-import.h"
#include "kq-library-facts.h"
#include "kq-list.h"

#define N_ROWS 60000

typedef struct {
  char           *folder;        /* (owned) */
  char           *path;          /* (owned) */
  KqLibrary      *library;       /* (owned) */
  KqFactsObjects *objects;       /* (owned) */
  GBytes         *table;         /* (owned) */
  GCancellable   *cancellable;   /* (owned) */
  double          done;
  guint           n_told;
  gboolean        cancels;
  gboolean        answered;
  gint64          number;
  KqFactsReading *reading;       /* (owned) (nullable) */
  GError         *error;         /* (owned) (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = kq_campaign_new ("c", "活动");
  g_autoptr (KqObject) coupon = g_object_new (KQ_TYPE_COUPON, NULL);
  g_autoptr (KqLibrarySave) save = NULL;
  g_autoptr (GString) text = g_string_new ("date,hour,id,claims\n");
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("kaquan-facts-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  kq_object_set_text (coupon, KQ_COUPON_ID, "a");
  kq_object_set_text (coupon, KQ_COUPON_EXTERNAL_ID, "7");
  kq_list_append (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS), coupon);
  fixture->library = kq_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  save = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), 0, KQ_VERSION_EDIT);
  g_assert_cmpint (kq_library_save (fixture->library, save, NULL, &error), ==, 1);
  fixture->objects = kq_facts_objects_new (campaign);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *day = kq_day_to_string (KQ_FACTS_FIRST_DAY + i / 24);

      g_string_append_printf (text, "%s,%u,7,1\n", day, i % 24);
    }
  fixture->table = g_string_free_to_bytes (g_steal_pointer (&text));
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kq_library_close (fixture->library);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->library);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->reading, kq_facts_reading_free);
  g_clear_error (&fixture->error);
  kq_facts_objects_unref (fixture->objects);
  g_bytes_unref (fixture->table);
  g_object_unref (fixture->cancellable);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* In the context of whoever asked, and ever further */
static void
on_progress (double   done,
             gpointer data)
{
  Fixture *fixture = data;

  g_assert_false (fixture->answered);
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpfloat (done, >=, fixture->done);
  g_assert_cmpfloat (done, <=, 1);
  fixture->done = done;
  fixture->n_told++;
  if (fixture->cancels)
    g_cancellable_cancel (fixture->cancellable);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *fixture = data;

  fixture->reading = kq_facts_import_finish (result, &fixture->number, &fixture->error);
  fixture->answered = TRUE;
}

static void
import (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqFactsColumns) columns = kq_facts_columns_recall (fixture->library, fixture->table,
                                                                &error);

  g_assert_no_error (error);
  kq_facts_import_async (fixture->library, "c", fixture->objects, fixture->table, "t.csv", columns,
                         KQ_FACTS_IMPORT_STRICT, on_progress, fixture, fixture->cancellable,
                         on_done, fixture);
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_rows (Fixture *fixture)
{
  g_autoptr (KqFacts) facts = kq_library_load_facts (fixture->library, "c", NULL, NULL);
  guint n;

  kq_facts_get_rows (facts, &n);

  return n;
}

static void
test_imported (Fixture       *fixture,
               gconstpointer  data)
{
  import (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->number, ==, 1);
  g_assert_cmpuint (fixture->reading->n_rows, ==, N_ROWS);
  g_assert_cmpuint (fixture->n_told, >, 0);
  g_assert_cmpuint (count_rows (fixture), ==, N_ROWS);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_cancellable_cancel (fixture->cancellable);
  import (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->reading);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* Cancelled on the way: all of it is there or nothing. */
static void
test_cancelled_midway (Fixture       *fixture,
                       gconstpointer  data)
{
  fixture->cancels = TRUE;
  import (fixture);
  if (fixture->error != NULL)
    g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_rows (fixture), ==, fixture->error != NULL ? 0 : N_ROWS);
}

static void
test_bad_rows (Fixture       *fixture,
               gconstpointer  data)
{
  static const char text[] = "date,id,claims\n2026-11-01,7,1\n2026-11-02,8,1\n";

  g_bytes_unref (fixture->table);
  fixture->table = g_bytes_new_static (text, sizeof text - 1);
  import (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (fixture->number, ==, 0);
  g_assert_cmpuint (fixture->reading->n_bad, ==, 1);
  g_assert_cmpuint (g_array_index (fixture->reading->bad, KqBadRow, 0).line, ==, 3);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/publish/facts-import/imported", Fixture, NULL, set_up, test_imported, tear_down);
  g_test_add ("/publish/facts-import/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/publish/facts-import/cancelled-midway", Fixture, NULL, set_up,
              test_cancelled_midway, tear_down);
  g_test_add ("/publish/facts-import/bad-rows", Fixture, NULL, set_up, test_bad_rows, tear_down);

  return g_test_run ();
}
