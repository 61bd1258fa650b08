/* test-checker.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list.h"
#include "rules-util.h"

/* At once or in slices, and following a campaign that changes. */

static const char * const broken[] = {
  "/coupons/0/amount 499", "/coupons/1/quantity 0", "/levels/1/rank 1", "/budget 1", NULL
};

static KqObject *
coupon_at (KqCampaign *campaign,
           guint       position)
{
  return kq_list_get (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS), position);
}

static KqChecker *
new_checker (KqCampaign *campaign)
{
  KqChecker *checker = kq_checker_new (campaign, shipped_profiles (), NULL);

  kq_checker_set_moment (checker, time_of (MOMENT));

  return checker;
}

static guint
run_in_slices (KqChecker *checker)
{
  guint n = 1;

  while (!kq_checker_run_slice (checker, 0))
    g_assert_cmpuint (n++, <, 1000);

  return n;
}

static void
test_slices (void)
{
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_DOUYIN, broken, NULL);
  g_autoptr (KqChecker) at_once = new_checker (campaign);
  g_autoptr (KqChecker) sliced = new_checker (campaign);
  g_autofree char *found_at_once = NULL;
  g_autofree char *found_sliced = NULL;

  kq_checker_run (at_once);
  g_assert_cmpuint (run_in_slices (sliced), >, 5);
  found_at_once = dump_findings (kq_checker_get_findings (at_once));
  found_sliced = dump_findings (kq_checker_get_findings (sliced));
  g_assert_cmpstr (found_sliced, ==, found_at_once);
  g_assert_cmpstr (found_sliced, ==, "DY-08 error /coupons/1/quantity\n"
                                     "DY-15 error /coupons/0/amount\n"
                                     "KQ-BUDGET warning /budget\n"
                                     "KQ-LEVEL error /levels/1/rank");
}

/* A change of what was looked at already is seen all the same. */
static void
test_restart (void)
{
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_DOUYIN, broken, NULL);
  g_autoptr (KqChecker) checker = new_checker (campaign);
  g_autofree char *found = NULL;
  guint n = run_in_slices (checker);

  for (guint i = 0; i < n - 1; i++)
    g_assert_false (kq_checker_run_slice (checker, 0));
  g_object_set (campaign, "budget", (gint64) 0, NULL);
  g_object_set (coupon_at (campaign, 0), "amount", (gint64) 500, NULL);
  g_assert_false (kq_checker_run_slice (checker, 0));
  run_in_slices (checker);
  found = dump_findings (kq_checker_get_findings (checker));
  g_assert_cmpstr (found, ==, "DY-08 error /coupons/1/quantity\n"
                              "KQ-LEVEL error /levels/1/rank");
}

static void
on_busy (KqChecker  *checker,
         GParamSpec *pspec,
         GString    *log)
{
  gboolean busy;

  g_object_get (checker, "busy", &busy, NULL);
  g_assert_cmpint (busy, ==, kq_checker_is_busy (checker));
  g_string_append_c (log, busy ? 'b' : 'i');
}

static void
wait_for_idle (KqChecker *checker)
{
  while (kq_checker_is_busy (checker))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_follow (void)
{
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_DOUYIN, NULL, NULL);
  g_autoptr (KqChecker) checker = new_checker (campaign);
  g_autoptr (GString) log = g_string_new (NULL);
  KqFindingList *findings = kq_checker_get_findings (checker);

  g_signal_connect (checker, "notify::busy", G_CALLBACK (on_busy), log);
  g_object_set (coupon_at (campaign, 0), "amount", (gint64) 499, NULL);
  g_assert_false (kq_checker_is_busy (checker));

  kq_checker_follow (checker);
  g_assert_true (kq_checker_is_busy (checker));
  g_assert_cmpuint (kq_finding_list_count (findings, KQ_SEVERITY_ERROR), ==, 0);
  wait_for_idle (checker);
  g_assert_cmpuint (kq_finding_list_count (findings, KQ_SEVERITY_ERROR), ==, 1);
  g_assert_cmpstr (log->str, ==, "bi");

  g_object_set (coupon_at (campaign, 0), "amount", (gint64) 500, NULL);
  g_object_set (coupon_at (campaign, 1), "name", "新名字", NULL);
  wait_for_idle (checker);
  g_assert_cmpuint (kq_finding_list_count (findings, KQ_SEVERITY_ERROR), ==, 0);
  g_assert_cmpstr (log->str, ==, "bibi");
}

/* Who hears of the findings changes the campaign at once. */
static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  KqCampaign *campaign)
{
  g_object_set (coupon_at (campaign, 0), "amount", (gint64) 500, NULL);
}

static void
test_change_by_handler (void)
{
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_DOUYIN, broken, NULL);
  g_autoptr (KqChecker) checker = new_checker (campaign);
  KqFindingList *findings = kq_checker_get_findings (checker);
  g_autofree char *found = NULL;

  g_signal_connect (findings, "items-changed", G_CALLBACK (on_items_changed), campaign);
  kq_checker_follow (checker);
  wait_for_idle (checker);
  found = dump_findings (findings);
  g_assert_null (strstr (found, "DY-15"));
  g_assert_nonnull (strstr (found, "DY-08"));
}

/* Who hears of the findings lets go of the checker. */
static void
on_last_items (GListModel  *model,
               guint        position,
               guint        removed,
               guint        added,
               KqChecker  **checker)
{
  g_clear_object (checker);
}

static void
test_release_by_handler (void)
{
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_DOUYIN, broken, NULL);
  KqChecker *checker = new_checker (campaign);
  g_autoptr (KqFindingList) findings = g_object_ref (kq_checker_get_findings (checker));

  g_signal_connect (findings, "items-changed", G_CALLBACK (on_last_items), &checker);
  kq_checker_follow (checker);
  while (checker != NULL)
    g_main_context_iteration (NULL, TRUE);
  /* The old run may still be on its way out. */
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Nothing keeps a checker or its campaign alive, in the middle of a run too. */
static void
test_release (void)
{
  KqCampaign *campaign = build_campaign (BASE_DOUYIN, broken, NULL);
  KqChecker *checker = new_checker (campaign);

  kq_checker_follow (checker);
  g_assert_false (kq_checker_run_slice (checker, 0));
  g_assert_finalize_object (checker);
  g_assert_finalize_object (campaign);
  g_assert_false (g_main_context_pending (NULL));
}

/* Without a moment it is now. */
static void
test_now (void)
{
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_DOUYIN, broken, NULL);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), NULL);

  kq_checker_run (checker);
  g_assert_cmpuint (kq_finding_list_count (kq_checker_get_findings (checker), KQ_SEVERITY_ERROR),
                    ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/rules/checker/slices", test_slices);
  g_test_add_func ("/rules/checker/restart", test_restart);
  g_test_add_func ("/rules/checker/follow", test_follow);
  g_test_add_func ("/rules/checker/change-by-handler", test_change_by_handler);
  g_test_add_func ("/rules/checker/release-by-handler", test_release_by_handler);
  g_test_add_func ("/rules/checker/release", test_release);
  g_test_add_func ("/rules/checker/now", test_now);

  return g_test_run ();
}
