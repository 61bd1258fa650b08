/* bench-desk.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include <glib/gstdio.h>

#include "campaigns.h"
#include "kq-coupon.h"
#include "kq-desk.h"
#include "kq-format.h"
#include "kq-list.h"
#include "times.h"

/* What a library costs the thread that draws: opening a campaign, and saving one
 * of 10 000 coupons after a change. */

#define ROUNDS 40
#define N_COUPONS 10000

static void
print (const char *name,
       double     *times,
       double      limit)
{
  bench_sort_times (times, ROUNDS);
  g_print ("%-44s %6.2f to %6.2f to %6.2f ms (at most %g)\n", name,
           times[0], times[ROUNDS / 2], times[ROUNDS - 1], limit);
}

static void
on_result (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* Returns its id. */
static char *
save_bytes (KqLibrary *library,
            GBytes    *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, &error);
  g_autoptr (KqLibrarySave) save = NULL;

  g_assert_no_error (error);
  save = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), KQ_LIBRARY_BASE_ANY,
                              KQ_VERSION_IMPORT);
  kq_library_save (library, save, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_ID));
}

static KqDocument *
open_campaign (KqDesk     *desk,
               const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  KqDocument *document;

  kq_desk_open_async (desk, id, NULL, on_result, &result);
  document = kq_desk_open_finish (desk, wait_for (&result), &error);
  g_assert_no_error (error);

  return document;
}

/* Each time by a desk that has kept nothing of it */
static void
bench_open (KqLibrary  *library,
            const char *id,
            const char *name,
            double      limit)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (KqDesk) desk = kq_desk_new (library);
      g_autoptr (KqDocument) document = NULL;
      gint64 start = g_get_monotonic_time ();

      document = open_campaign (desk, id);
      times[i] = (g_get_monotonic_time () - start) / 1e3;
    }
  print (name, times, limit);
}

/* Without the checks, which have slices of their own */
static void
bench_autosave (KqLibrary  *library,
                const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (KqObject) campaign = NULL;
  g_autoptr (KqAutosave) autosave = NULL;
  double times[ROUNDS];
  gint64 version;

  node = kq_library_load (library, id, 0, &version, NULL, &error);
  g_assert_no_error (error);
  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
  autosave = kq_autosave_new (library, KQ_CAMPAIGN (campaign), NULL, version);
  for (guint i = 0; i < ROUNDS; i++)
    {
      KqObject *coupon = kq_list_get (kq_object_get_list (campaign, KQ_CAMPAIGN_COUPONS), i);
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree char *name = g_strdup_printf ("%u", i);
      double start = bench_get_busy ();

      kq_object_set_text (coupon, KQ_COUPON_NAME, name);
      kq_autosave_flush_async (autosave, NULL, on_result, &result);
      g_assert_true (kq_autosave_flush_finish (autosave, wait_for (&result), NULL));
      times[i] = bench_get_busy () - start;
    }
  print ("autosave, main thread, 10 000 coupons", times, 2);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("kq-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *id = NULL;
  g_autofree char *large = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) sample = NULL;
  g_autoptr (GBytes) coupons = bench_campaign (N_COUPONS, 1);
  g_autoptr (KqLibrary) library = kq_library_open (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (argc == 2);
  file = g_mapped_file_new (argv[1], FALSE, &error);
  g_assert_no_error (error);
  sample = g_mapped_file_get_bytes (file);
  id = save_bytes (library, sample);
  large = save_bytes (library, coupons);
  bench_open (library, id, "opening the sample", 50);
  bench_autosave (library, large);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  kq_library_close (library);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
