/* test-history.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kq-library-table.h"
#include "store-fixture.h"

/* How histories are thinned, and that no clock can lose one. */

static void
edit (Fixture    *fixture,
      KqCampaign *campaign)
{
  g_autofree char *name = g_strdup_printf ("%u", g_test_rand_int ());

  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, name);
  save_well (fixture->library, campaign, KQ_LIBRARY_BASE_ANY);
}

static void
tidy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  kq_library_tidy (fixture->library, NULL, &error);
  g_assert_no_error (error);
}

/* Nothing happens but that time goes by: told once an hour, as a desktop does. */
static void
let_hours_pass (Fixture *fixture,
                guint    hours)
{
  for (guint i = 0; i < hours; i++)
    {
      fixture->now += KQ_HOUR;
      if (i % 12 == 11)
        tidy (fixture);
    }
}

static GArray *
get_ages (Fixture *fixture)
{
  g_autoptr (GPtrArray) versions = kq_library_list_versions (fixture->library, "c1", NULL, NULL);
  GArray *ages = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < versions->len; i++)
    {
      const KqVersion *version = g_ptr_array_index (versions, i);
      gint64 age = fixture->now - version->saved;

      g_array_append_val (ages, age);
    }

  return ages;
}

/* Four a day's hour, for 45 days */
static void
test_thinned (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "");
  g_autoptr (GArray) ages = NULL;
  guint day = 0, week = 0, month = 0;

  fixture_open (fixture);
  for (guint hour = 0; hour < 45 * 24; hour++)
    {
      for (guint i = 0; hour % 24 < 4 && i < 4; i++)
        {
          edit (fixture, campaign);
          fixture->now += KQ_HOUR / 4;
        }
      if (hour % 24 >= 4)
        fixture->now += KQ_HOUR;
      if (hour % 12 == 0)
        tidy (fixture);
    }
  tidy (fixture);

  ages = get_ages (fixture);
  for (guint i = 0; i < ages->len; i++)
    {
      gint64 age = g_array_index (ages, gint64, i);

      day += age <= KQ_DAY;
      week += age > KQ_DAY && age <= 7 * KQ_DAY;
      month += age > 7 * KQ_DAY;
      g_assert_cmpint (age, <=, 32 * KQ_DAY);
    }
  /* All; the last of each of four hours on six days and a bit; of each day. The
   * library's days begin when they do, so that some evenings are on two. */
  g_assert_cmpuint (day, ==, 16);
  g_assert_cmpuint (week, >=, 6 * 4);
  g_assert_cmpuint (week, <=, 7 * 5 + 16);
  g_assert_cmpuint (month, >=, 22);
  g_assert_cmpuint (month, <=, 30);
  fixture_close (fixture);
  assert_sound (fixture->path);
}

static void
test_newest_stays (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "");

  fixture_open (fixture);
  edit (fixture, campaign);
  edit (fixture, campaign);
  let_hours_pass (fixture, 60 * 24);
  g_assert_cmpuint (count_versions (fixture->library, "c1"), ==, 1);
  g_free (load_name (fixture->library, "c1"));
}

static void
jump (Fixture *fixture,
      gint64   by)
{
  fixture->now += by;
  tidy (fixture);
}

/* A machine whose clock is a year ahead, then right again, then a year behind */
static void
test_wrong_clock (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "");
  g_autoptr (GPtrArray) versions = NULL;

  fixture_open (fixture);
  tidy (fixture);
  for (guint i = 0; i < 20; i++)
    {
      edit (fixture, campaign);
      fixture->now += 60 * 1000;
    }
  jump (fixture, 365 * KQ_DAY);
  g_assert_cmpuint (count_versions (fixture->library, "c1"), ==, 20);
  edit (fixture, campaign);
  jump (fixture, -365 * KQ_DAY);
  edit (fixture, campaign);
  jump (fixture, -365 * KQ_DAY);
  edit (fixture, campaign);
  g_assert_cmpuint (count_versions (fixture->library, "c1"), ==, 23);

  /* The order is that of the numbers. */
  versions = kq_library_list_versions (fixture->library, "c1", NULL, NULL);
  for (guint i = 0; i < versions->len; i++)
    g_assert_cmpint (((KqVersion *) g_ptr_array_index (versions, i))->number, ==, 23 - i);
}

static void
test_deleted_and_wrong_clock (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "kept");
  g_autofree char *name = NULL;

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  kq_library_set_state (fixture->library, "c1", KQ_LIBRARY_STATE_DELETED, NULL, NULL);
  jump (fixture, 365 * KQ_DAY);
  jump (fixture, -365 * KQ_DAY);
  kq_library_set_state (fixture->library, "c1", KQ_LIBRARY_STATE_ACTIVE, NULL, NULL);
  let_hours_pass (fixture, 60 * 24);
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "kept");
}

static void
test_purged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "");
  g_autoptr (KqLibraryItem) item = NULL;

  fixture_open (fixture);
  edit (fixture, campaign);
  kq_library_set_state (fixture->library, "c1", KQ_LIBRARY_STATE_DELETED, NULL, NULL);
  let_hours_pass (fixture, 29 * 24);
  item = kq_library_get_item (fixture->library, "c1", NULL, NULL);
  g_assert_nonnull (item);
  g_clear_object (&item);
  let_hours_pass (fixture, 60 * 24);
  g_assert_null (kq_library_get_item (fixture->library, "c1", NULL, NULL));

  /* Whoever has it open still: it comes back, with a number of its own. */
  edit (fixture, campaign);
  g_assert_cmpint (save_well (fixture->library, campaign, 1), ==, 1);
  fixture_close (fixture);
  assert_sound (fixture->path);
}

/* Tidying again and again comes to the same. */
static void
test_stable (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "");
  guint n;

  fixture_open (fixture);
  for (guint i = 0; i < 3 * 24; i++)
    {
      edit (fixture, campaign);
      fixture->now += KQ_HOUR;
    }
  let_hours_pass (fixture, 24);
  tidy (fixture);
  n = count_versions (fixture->library, "c1");
  fixture_reopen (fixture);
  for (guint i = 0; i < 10; i++)
    tidy (fixture);
  g_assert_cmpuint (count_versions (fixture->library, "c1"), ==, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/history/thinned", test_thinned);
  FIXTURE_ADD ("/store/history/newest-stays", test_newest_stays);
  FIXTURE_ADD ("/store/history/wrong-clock", test_wrong_clock);
  FIXTURE_ADD ("/store/history/deleted-and-wrong-clock", test_deleted_and_wrong_clock);
  FIXTURE_ADD ("/store/history/purged", test_purged);
  FIXTURE_ADD ("/store/history/stable", test_stable);

  return g_test_run ();
}
