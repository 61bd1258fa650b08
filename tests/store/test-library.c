/* test-library.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/stat.h>

#include <glib/gstdio.h>

#include "kq-coupon.h"
#include "kq-format.h"
#include "kq-json.h"
#include "kq-list.h"
#include "kq-library-assets.h"
#include "kq-shop.h"
#include "store-fixture.h"

static KqLibraryItem *
get_item (Fixture    *fixture,
          const char *id)
{
  g_autoptr (GError) error = NULL;
  KqLibraryItem *item = kq_library_get_item (fixture->library, id, NULL, &error);

  g_assert_no_error (error);

  return item;
}

static void
test_save_and_load (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "双11会员日");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  gint64 loaded;

  fixture_open (fixture);
  g_assert_cmpint (save_well (fixture->library, campaign, 0), ==, 1);
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NOTES, "second");
  g_assert_cmpint (save_well (fixture->library, campaign, 1), ==, 2);

  fixture_reopen (fixture);
  node = kq_library_load (fixture->library, "c1", 0, &loaded, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded, ==, 2);
  g_assert_true (json_node_is_immutable (node));
  g_assert_true (kq_json_equal (node, kq_object_snapshot (KQ_OBJECT (campaign))));

  g_clear_pointer (&node, json_node_unref);
  node = kq_library_load (fixture->library, "c1", 1, &loaded, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded, ==, 1);
  g_assert_false (json_object_has_member (json_node_get_object (node), "notes"));
  g_assert_null (kq_library_get_report (fixture->library));
  g_assert_false (kq_library_is_read_only (fixture->library));
}

/* What was read is the same bytes again. */
static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("KQ_SOURCE"), "data", "samples",
                                            "double-11.campaign.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (KqLibraryItem) item = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  campaign = kq_format_read (bytes, NULL, &error);
  g_assert_no_error (error);
  before = kq_format_write (kq_object_snapshot (KQ_OBJECT (campaign)), NULL, NULL);

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  node = kq_library_load (fixture->library, kq_object_get_id (KQ_OBJECT (campaign)), 0, NULL, NULL,
                          &error);
  g_assert_no_error (error);
  after = kq_format_write (node, NULL, NULL);
  g_assert_true (g_bytes_equal (before, after));

  item = get_item (fixture, kq_object_get_id (KQ_OBJECT (campaign)));
  g_assert_cmpstr (kq_library_item_get_name (item), ==,
                   kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME));
  g_assert_true (kq_time_equal (kq_library_item_get_start (item),
                                kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_START)));
  g_assert_true (kq_time_equal (kq_library_item_get_end (item),
                                kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_END)));
  g_assert_cmpuint (kq_library_item_get_platforms (item), !=, 0);
}

static void
test_same_makes_none (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");

  fixture_open (fixture);
  g_assert_cmpint (save_well (fixture->library, campaign, 0), ==, 1);
  g_assert_cmpint (save_well (fixture->library, campaign, 1), ==, 1);
  /* Even where somebody doesn't know of it */
  g_assert_cmpint (save_well (fixture->library, campaign, 0), ==, 1);
  g_assert_cmpuint (count_versions (fixture->library, "c1"), ==, 1);
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KqCampaign) mine = make_campaign ("c1", "mine");
  g_autoptr (KqCampaign) theirs = make_campaign ("c1", "theirs");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  fixture_open (fixture);
  save_well (fixture->library, mine, 0);
  save_well (fixture->library, theirs, 1);
  kq_object_set_text (KQ_OBJECT (mine), KQ_CAMPAIGN_NAME, "mine again");
  g_assert_cmpint (save (fixture->library, mine, 1, NULL, &error), ==, 0);
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_cmpint (save (fixture->library, mine, 0, NULL, &error), ==, 0);
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED);
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "theirs");
  g_assert_cmpint (save_well (fixture->library, mine, KQ_LIBRARY_BASE_ANY), ==, 3);
}

static void
test_not_found (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  g_assert_null (kq_library_load (fixture->library, "c2", 0, NULL, NULL, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kq_library_load (fixture->library, "c1", 2, NULL, NULL, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kq_library_set_state (fixture->library, "c2", KQ_LIBRARY_STATE_DELETED, NULL,
                                        &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kq_library_list_versions (fixture->library, "c2", NULL, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_bad_id (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const ids[] = { "", "a b", "a/b", "é" };

  fixture_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (KqCampaign) campaign = make_campaign (ids[i], "one");
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (save (fixture->library, campaign, 0, NULL, &error), ==, 0);
      g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID);
    }
}

static guint
count (Fixture            *fixture,
       KqLibraryListFlags  flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = kq_library_list (fixture->library, flags, NULL, &error);

  g_assert_no_error (error);

  return items->len;
}

static void
set_state (Fixture        *fixture,
           const char     *id,
           KqLibraryState  state)
{
  g_autoptr (GError) error = NULL;

  kq_library_set_state (fixture->library, id, state, NULL, &error);
  g_assert_no_error (error);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  set_state (fixture, "c1", KQ_LIBRARY_STATE_ARCHIVED);
  g_assert_cmpuint (count (fixture, KQ_LIBRARY_LIST_ACTIVE), ==, 0);
  g_assert_cmpuint (count (fixture, KQ_LIBRARY_LIST_ARCHIVED), ==, 1);

  /* An edit of what is archived leaves it there, one of what is deleted doesn't. */
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, "two");
  save_well (fixture->library, campaign, 1);
  g_assert_cmpuint (count (fixture, KQ_LIBRARY_LIST_ARCHIVED), ==, 1);
  set_state (fixture, "c1", KQ_LIBRARY_STATE_DELETED);
  g_assert_cmpuint (count (fixture, KQ_LIBRARY_LIST_DELETED), ==, 1);
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, "three");
  save_well (fixture->library, campaign, 2);
  g_assert_cmpuint (count (fixture, KQ_LIBRARY_LIST_ACTIVE), ==, 1);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (KqLibraryItem) unknown = NULL;
  g_autoptr (KqLibraryItem) known = NULL;
  g_autoptr (KqLibraryItem) old = NULL;
  const int counts[3] = { 3, 2, 1 }, others[3] = { 9, 9, 9 };

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  unknown = get_item (fixture, "c1");
  g_assert_cmpint (kq_library_item_get_errors (unknown), ==, KQ_LIBRARY_NO_COUNT);
  g_assert_true (kq_library_item_is_check_due (unknown));

  g_assert_true (kq_library_set_counts (fixture->library, "c1", 1, counts, 77, NULL, NULL));
  known = get_item (fixture, "c1");
  g_assert_cmpint (kq_library_item_get_errors (known), ==, 3);
  g_assert_cmpint (kq_library_item_get_warnings (known), ==, 2);
  g_assert_cmpint (kq_library_item_get_advice (known), ==, 1);
  g_assert_cmpint (kq_library_item_get_checked (known), ==, 77);
  g_assert_false (kq_library_item_is_check_due (known));

  /* Counts of an old version come too late; those of the one before stay. */
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, "two");
  save_well (fixture->library, campaign, 1);
  g_assert_true (kq_library_set_counts (fixture->library, "c1", 1, others, 78, NULL, NULL));
  old = get_item (fixture, "c1");
  g_assert_cmpint (kq_library_item_get_errors (old), ==, 3);
  g_assert_true (kq_library_item_is_check_due (old));
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (GBytes) picture = make_picture (1, 5000);
  g_autoptr (KqLibraryAssets) assets = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  assets = kq_library_assets_new (fixture->library, NULL);
  sha256 = kq_library_assets_add (assets, picture);
  add_picture (campaign, sha256);
  save (fixture->library, campaign, 0, KQ_ASSET_SOURCE (assets), &error);
  g_assert_no_error (error);

  id = kq_library_duplicate (fixture->library, "c1", "copy", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, !=, "c1");
  name = load_name (fixture->library, id);
  g_assert_cmpstr (name, ==, "copy");
  g_assert_cmpuint (count_versions (fixture->library, id), ==, 1);
  g_clear_object (&assets);
  fixture_close (fixture);
  assert_sound (fixture->path);
}

/* Pictures */

static gboolean
has_picture (Fixture    *fixture,
             const char *sha256)
{
  g_autoptr (KqLibraryAssets) assets = kq_library_assets_new (fixture->library, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_asset_source_load (KQ_ASSET_SOURCE (assets), sha256, &error);

  if (bytes == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  return bytes != NULL;
}

static void
test_pictures_once (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KqCampaign) one = make_campaign ("c1", "one");
  g_autoptr (KqCampaign) two = make_campaign ("c2", "two");
  g_autoptr (GBytes) picture = make_picture (1, 100000);
  g_autoptr (KqLibraryAssets) assets = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  assets = kq_library_assets_new (fixture->library, NULL);
  sha256 = kq_library_assets_add (assets, picture);
  add_picture (one, sha256);
  add_picture (two, sha256);
  save (fixture->library, one, 0, KQ_ASSET_SOURCE (assets), &error);
  g_assert_no_error (error);
  save (fixture->library, two, 0, KQ_ASSET_SOURCE (assets), &error);
  g_assert_no_error (error);
  g_assert_true (has_picture (fixture, sha256));
  g_clear_object (&assets);
  fixture_close (fixture);
  stored = ask_sqlite (fixture->path, "SELECT count (*), sum (length (content)) FROM assets");
  g_assert_cmpstr (stored, ==, "1|100000");
  assert_sound (fixture->path);
}

/* Kept as long as any version needs it, not only the newest. */
static void
test_pictures_of_history (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (KqCampaign) without = make_campaign ("c1", "without");
  g_autoptr (GBytes) picture = make_picture (1, 1000);
  g_autoptr (KqLibraryAssets) assets = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  assets = kq_library_assets_new (fixture->library, NULL);
  sha256 = kq_library_assets_add (assets, picture);
  add_picture (campaign, sha256);
  save (fixture->library, campaign, 0, KQ_ASSET_SOURCE (assets), &error);
  g_assert_no_error (error);
  save_well (fixture->library, without, 1);
  g_assert_true (has_picture (fixture, sha256));

  set_state (fixture, "c1", KQ_LIBRARY_STATE_DELETED);
  for (guint i = 0; i < 40; i++)
    {
      fixture->now += 24 * 60 * 60 * 1000;
      g_assert_true (kq_library_tidy (fixture->library, NULL, NULL));
    }
  g_assert_cmpuint (count (fixture, KQ_LIBRARY_LIST_ALL), ==, 0);
  g_assert_false (has_picture (fixture, sha256));
  g_clear_object (&assets);
  fixture_close (fixture);
  assert_sound (fixture->path);
}

/* One that isn't at hand, or is another than it says, comes with a later save. */
static void
test_pictures_later (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (GBytes) picture = make_picture (1, 1000);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture);
  g_autofree char *base64 = NULL;
  g_autoptr (KqEmbeddedAssets) wrong = kq_embedded_assets_new ();
  g_autoptr (KqEmbeddedAssets) right = kq_embedded_assets_new ();
  g_autoptr (GError) error = NULL;

  base64 = g_base64_encode (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));
  kq_embedded_assets_take_text (wrong, sha256, g_strdup ("AAAA"));
  kq_embedded_assets_take_text (right, sha256, g_strdup (base64));
  fixture_open (fixture);
  add_picture (campaign, sha256);
  g_assert_cmpint (save (fixture->library, campaign, 0, NULL, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_false (has_picture (fixture, sha256));
  g_assert_cmpint (save (fixture->library, campaign, 1, KQ_ASSET_SOURCE (wrong), &error), ==, 1);
  g_assert_no_error (error);
  g_assert_false (has_picture (fixture, sha256));
  g_assert_cmpint (save (fixture->library, campaign, 1, KQ_ASSET_SOURCE (right), &error), ==, 1);
  g_assert_no_error (error);
  g_assert_true (has_picture (fixture, sha256));
  fixture_close (fixture);
  assert_sound (fixture->path);
}

/* Signals */

static void
on_changed (KqLibrary  *library,
            const char *id,
            GString    *told)
{
  g_string_append_printf (told, "%s;", id != NULL ? id : "*");
}

static void
test_signal (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (GString) told = g_string_new (NULL);

  fixture_open (fixture);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed), told);
  save_well (fixture->library, campaign, 0);
  g_assert_cmpstr (told->str, ==, "");
  while (told->len < strlen ("c1;"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (told->str, ==, "c1;");
  set_state (fixture, "c1", KQ_LIBRARY_STATE_ARCHIVED);
  while (told->len < strlen ("c1;c1;"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (told->str, ==, "c1;c1;");
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GAsyncResult **where = data;

  *where = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (KqLibrarySave) what = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  kq_library_open_async (fixture->path, NULL, on_done, &opened);
  fixture->library = kq_library_open_finish (wait_for (&opened), &error);
  g_assert_no_error (error);
  g_clear_object (&opened);

  what = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), 0, KQ_VERSION_EDIT);
  kq_library_save_async (fixture->library, what, NULL, on_done, &saved);
  g_assert_cmpint (kq_library_save_finish (fixture->library, wait_for (&saved), &error), ==, 1);
  g_assert_no_error (error);
  g_clear_object (&saved);

  g_cancellable_cancel (cancellable);
  kq_library_set_state_async (fixture->library, "c1", KQ_LIBRARY_STATE_DELETED, cancellable,
                              on_done, &cancelled);
  g_assert_false (kq_library_set_state_finish (fixture->library, wait_for (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&cancelled);
  g_assert_cmpuint (count (fixture, KQ_LIBRARY_LIST_ACTIVE), ==, 1);
}

static void
on_one_done (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GString *told = data;
  g_autoptr (GError) error = NULL;
  gint64 number = kq_library_save_finish (KQ_LIBRARY (source), result, &error);

  if (number == 0)
    g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED);
  g_string_append_printf (told, "%" G_GINT64_FORMAT, number);
}

/* Saves that wait behind each other are one transaction, but for the one among
 * them that can't be. */
static void
test_many_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  guint n = 0;

  fixture_open (fixture);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 40; i++)
      {
        g_autofree char *id = g_strdup_printf ("c%u", i);
        g_autofree char *name = g_strdup_printf ("round %u", round);
        g_autoptr (KqCampaign) campaign = make_campaign (id, name);
        g_autoptr (KqLibrarySave) what = NULL;
        gint64 base = round == 1 && i == 20 ? 7 : round;

        what = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), base,
                                    KQ_VERSION_EDIT);
        kq_library_save_async (fixture->library, what, NULL, on_one_done, told);
        n++;
      }
  while (told->len < n)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (told->str[i], ==, i < 40 ? '1' : i == 60 ? '0' : '2');
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      g_assert_cmpuint (count_versions (fixture->library, id), ==, i == 20 ? 1 : 2);
    }
  fixture_close (fixture);
  assert_sound (fixture->path);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* At the end of a program somebody may still be told, and ask for more. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) waiting_error = NULL;

  fixture_open (fixture);
  library = g_object_ref (fixture->library);
  kq_library_close (library);
  kq_library_load_async (library, "c", 0, NULL, keep_result, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kq_library_load_finish (library, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (kq_library_list (library, KQ_LIBRARY_LIST_ALL, NULL, &waiting_error));
  g_assert_error (waiting_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/library/save-and-load", test_save_and_load);
  FIXTURE_ADD ("/store/library/sample", test_sample);
  FIXTURE_ADD ("/store/library/same-makes-none", test_same_makes_none);
  FIXTURE_ADD ("/store/library/changed", test_changed);
  FIXTURE_ADD ("/store/library/not-found", test_not_found);
  FIXTURE_ADD ("/store/library/bad-id", test_bad_id);
  FIXTURE_ADD ("/store/library/states", test_states);
  FIXTURE_ADD ("/store/library/counts", test_counts);
  FIXTURE_ADD ("/store/library/duplicate", test_duplicate);
  FIXTURE_ADD ("/store/library/pictures-once", test_pictures_once);
  FIXTURE_ADD ("/store/library/pictures-of-history", test_pictures_of_history);
  FIXTURE_ADD ("/store/library/pictures-later", test_pictures_later);
  FIXTURE_ADD ("/store/library/signal", test_signal);
  FIXTURE_ADD ("/store/library/async", test_async);
  FIXTURE_ADD ("/store/library/many-at-once", test_many_at_once);
  FIXTURE_ADD ("/store/library/closed", test_closed);

  return g_test_run ();
}
