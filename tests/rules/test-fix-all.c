/* test-fix-all.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-coupon.h"
#include "kq-dismissal.h"
#include "kq-fix-all.h"
#include "kq-format.h"
#include "kq-history.h"
#include "kq-json.h"
#include "kq-list.h"
#include "rules-util.h"

/* What the checker does with findings: mending them all, putting them away. */

/* Two findings of one rule that have a mend, one of another, and an advice. */
static const char * const edits[] = {
  "/coupons/0/perMember 0", "/coupons/1/perMember 0", "/coupons/0/amount 400",
  NULL
};

typedef struct {
  KqCampaign *campaign;
  KqChecker  *checker;
  guint       n_told;
} Fixture;

static void
count_told (GListModel *findings,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    data)
{
  ((Fixture *) data)->n_told++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->campaign = build_campaign (BASE_DOUYIN, edits, NULL);
  fixture->checker = kq_checker_new (fixture->campaign, shipped_profiles (), NULL);
  kq_checker_set_moment (fixture->checker, time_of (MOMENT));
  kq_checker_run (fixture->checker);
  g_signal_connect (kq_checker_get_findings (fixture->checker), "items-changed",
                    G_CALLBACK (count_told), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (kq_checker_get_findings (fixture->checker), fixture);
  g_assert_finalize_object (fixture->checker);
  g_assert_finalize_object (fixture->campaign);
}

static guint
count_rule (KqFindingList *findings,
            const char    *rule)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    n += g_str_equal (kq_finding_get_rule (kq_finding_list_get (findings, i)), rule);

  return n;
}

static void
test_fix_rule (Fixture       *fixture,
               gconstpointer  data)
{
  KqFindingList *findings = kq_checker_get_findings (fixture->checker);
  g_autoptr (KqHistory) history = kq_history_new (fixture->campaign);
  g_autoptr (GError) error = NULL;
  guint n_fixed;

  g_assert_cmpuint (count_rule (findings, "DY-03"), ==, 2);
  g_assert_cmpuint (count_rule (findings, "DY-15"), ==, 1);

  kq_history_begin (history, "fix");
  g_assert_true (kq_checker_fix_all (fixture->checker, "DY-03", &n_fixed, &error));
  kq_history_end (history);
  g_assert_no_error (error);
  g_assert_cmpuint (n_fixed, ==, 2);
  g_assert_cmpuint (count_rule (findings, "DY-03"), ==, 0);
  g_assert_cmpuint (count_rule (findings, "DY-15"), ==, 1);
  g_assert_cmpuint (fixture->n_told, ==, 1);

  /* One step, whatever was mended. */
  kq_history_undo (history);
  g_assert_false (kq_history_can_undo (history));
  kq_checker_run (fixture->checker);
  g_assert_cmpuint (count_rule (findings, "DY-03"), ==, 2);
}

static void
test_fix_everything (Fixture       *fixture,
                     gconstpointer  data)
{
  KqFindingList *findings = kq_checker_get_findings (fixture->checker);
  g_autoptr (GError) error = NULL;
  guint n_fixed;

  g_assert_true (kq_checker_fix_all (fixture->checker, NULL, &n_fixed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_fixed, ==, 3);
  g_assert_cmpuint (count_rule (findings, "DY-03") + count_rule (findings, "DY-15"), ==, 0);
  g_assert_cmpuint (fixture->n_told, ==, 1);

  g_assert_true (kq_checker_fix_all (fixture->checker, NULL, &n_fixed, &error));
  g_assert_cmpuint (n_fixed, ==, 0);
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* What was fixed is up to date even where a check of what was before is under way. */
static void
test_fix_midway (Fixture       *fixture,
                 gconstpointer  data)
{
  KqFindingList *findings = kq_checker_get_findings (fixture->checker);
  guint n_fixed;

  g_assert_false (kq_checker_run_slice (fixture->checker, 0));
  g_assert_true (kq_checker_fix_all (fixture->checker, NULL, &n_fixed, NULL));
  g_assert_cmpuint (n_fixed, ==, 3);
  g_assert_cmpuint (count_rule (findings, "DY-03"), ==, 0);
}

/* Which object the first finding of @rule is about. */
static const char *
find_object (KqFindingList *findings,
             const char    *rule)
{
  guint i = 0;

  while (!g_str_equal (kq_finding_get_rule (kq_finding_list_get (findings, i)), rule))
    i++;

  return kq_finding_get_object_id (kq_finding_list_get (findings, i));
}

static void
dismiss (Fixture    *fixture,
         const char *rule,
         const char *object)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (fixture->campaign), KQ_CAMPAIGN_DISMISSED);
  g_autoptr (KqObject) dismissal = g_object_new (KQ_TYPE_DISMISSAL, NULL);

  kq_object_set_text (dismissal, KQ_DISMISSAL_RULE, rule);
  kq_object_set_text (dismissal, KQ_DISMISSAL_OBJECT, object);
  kq_list_append (list, dismissal);
  kq_checker_run (fixture->checker);
}

/* So many coupons, each with four findings that have a mend; every tenth in a pack
 * of its own, which has one too, of what it says of the coupon. */
static KqCampaign *
make_faulty (guint n_coupons)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"kaquan-campaign\", \"version\": 1, "
                                           "\"id\": \"c\", \"shops\": [{\"id\": \"s\", "
                                           "\"platform\": \"tmall\"}], \"coupons\": [");
  g_autoptr (GBytes) bytes = NULL;
  KqCampaign *campaign;
  GError *error = NULL;

  for (guint i = 0; i < n_coupons; i++)
    g_string_append_printf (text, "%s{\"id\": \"c%u\", \"name\": \"券\", \"platform\": \"tmall\","
                            " \"purpose\": \"%s\", \"discount\": \"fixed\", \"amount\": 500,"
                            " \"threshold\": 90000, \"quantity\": 10, \"channel\": \"in-shop\","
                            " \"audienceSize\": 1000, \"claimStart\": \"2026-11-01T00:00:00+08:00\","
                            " \"claimEnd\": \"2026-11-30T23:59:59+08:00\", \"validity\": \"days\","
                            " \"useDays\": 3}", i > 0 ? "," : "", i,
                            i % 10 == 0 ? "gift-pack" : "push");
  g_string_append (text, "], \"giftPacks\": [");
  for (guint i = 0; i < n_coupons; i += 10)
    g_string_append_printf (text, "%s{\"id\": \"p%u\", \"name\": \"礼包\", \"coupons\": [\"c%u\"],"
                            " \"quantity\": 20, \"audience\": \"new-members\","
                            " \"levels\": [\"nowhere\"]}", i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  campaign = kq_format_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return campaign;
}

static guint
count_fixable (KqFindingList *findings)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    n += kq_finding_get_fix (kq_finding_list_get (findings, i)) != NULL;

  return n;
}

static guint
count_errors (KqFindingList *findings)
{
  return kq_finding_list_count (findings, KQ_SEVERITY_ERROR);
}

static void
count_changes (guint *n_changes)
{
  (*n_changes)++;
}

/* Thousands of mends take a few rounds, not one for each: otherwise this would
 * last for hours. */
static void
test_fix_thousands (void)
{
  g_autoptr (KqCampaign) campaign = make_faulty (5000);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), NULL);
  KqFindingList *findings = kq_checker_get_findings (checker);
  g_autoptr (GError) error = NULL;
  guint n_fixable, n_errors, n_fixed, n_changes = 0;

  kq_checker_set_moment (checker, time_of (MOMENT));
  kq_checker_run (checker);
  n_fixable = count_fixable (findings);
  n_errors = count_errors (findings);
  g_assert_cmpuint (n_fixable, >, 15000);

  g_signal_connect_swapped (campaign, "changed", G_CALLBACK (count_changes), &n_changes);
  g_assert_true (kq_checker_fix_all (checker, NULL, &n_fixed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_fixable (findings), ==, 0);
  g_assert_cmpuint (n_fixed, >=, 15000);
  g_assert_cmpuint (n_fixed, <=, n_fixable);
  g_assert_cmpuint (n_changes, >=, n_fixed);
  g_assert_cmpuint (count_errors (findings), <, n_errors);
}

/* In a thread: the same comes of it, and the campaign stays as it is. */

typedef struct {
  GMainLoop *loop;
  JsonNode  *node;
  guint      n_fixed;
  GError    *error;
} Outcome;

static void
on_fixed (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Outcome *outcome = data;

  outcome->node = kq_checker_fix_all_finish (KQ_CHECKER (source), result, &outcome->n_fixed,
                                             &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static void
fix_in_thread (KqChecker     *checker,
               KqFixProgress *progress,
               GCancellable  *cancellable,
               Outcome       *outcome)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  *outcome = (Outcome) { loop };
  kq_checker_fix_all_async (checker, NULL, progress, cancellable, on_fixed, outcome);
  g_main_loop_run (loop);
}

static void
test_fix_in_thread (void)
{
  g_autoptr (KqCampaign) campaign = make_faulty (300);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), NULL);
  g_autoptr (KqFixProgress) progress = kq_fix_progress_new ();
  g_autoptr (JsonNode) before = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
  g_autoptr (JsonNode) fixed = NULL;
  Outcome outcome;
  guint n_fixable;

  kq_checker_set_moment (checker, time_of (MOMENT));
  fix_in_thread (checker, progress, NULL, &outcome);
  g_assert_no_error (outcome.error);
  fixed = outcome.node;
  g_assert_true (kq_object_snapshot (KQ_OBJECT (campaign)) == before);
  g_assert_cmpuint (outcome.n_fixed, >, 900);
  g_assert_cmpuint (kq_fix_progress_get (progress, &n_fixable), ==, outcome.n_fixed);
  g_assert_cmpuint (n_fixable, ==, outcome.n_fixed);

  kq_checker_fix_all (checker, NULL, NULL, NULL);
  g_assert_true (kq_json_equal (kq_object_snapshot (KQ_OBJECT (campaign)), fixed));
}

static void
test_cancel (void)
{
  g_autoptr (KqCampaign) campaign = make_faulty (30);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome;

  g_cancellable_cancel (cancellable);
  fix_in_thread (checker, NULL, cancellable, &outcome);
  g_assert_null (outcome.node);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
}

static void
count_checked (guint *n_checked)
{
  (*n_checked)++;
}

static void
test_dismissed (Fixture       *fixture,
                gconstpointer  data)
{
  KqFindingList *findings = kq_checker_get_findings (fixture->checker);
  KqFindingList *dismissed = kq_checker_get_dismissed (fixture->checker);
  KqObject *coupon = kq_list_get (kq_object_get_list (KQ_OBJECT (fixture->campaign),
                                                      KQ_CAMPAIGN_COUPONS), 0);
  KqTime start;
  guint n_checked = 0;

  g_signal_connect_swapped (fixture->checker, "checked", G_CALLBACK (count_checked), &n_checked);
  g_assert_true (kq_time_parse ("2026-11-01T03:00:00+08:00", &start));
  kq_object_set_time (coupon, KQ_COUPON_CLAIM_START, start);
  kq_checker_run (fixture->checker);
  g_assert_cmpuint (n_checked, ==, 1);
  g_assert_cmpuint (count_rule (findings, "DY-12"), ==, 1);
  g_assert_cmpuint (count_rule (dismissed, "DY-12"), ==, 0);

  dismiss (fixture, "DY-12", find_object (findings, "DY-12"));
  g_assert_cmpuint (n_checked, ==, 2);
  g_assert_cmpuint (count_rule (findings, "DY-12"), ==, 0);
  g_assert_cmpuint (count_rule (dismissed, "DY-12"), ==, 1);
  g_assert_null (kq_finding_get_fix (kq_finding_list_get (dismissed, 0)));

  /* An error can't be put away. */
  dismiss (fixture, "DY-03", "a");
  g_assert_cmpuint (count_rule (findings, "DY-03"), ==, 2);
  g_assert_cmpuint (count_rule (dismissed, "DY-03"), ==, 0);
}

/* Worst and how many are as bad, not how many there are. */
static void
test_worst (Fixture       *fixture,
            gconstpointer  data)
{
  KqFindingList *findings = kq_checker_get_findings (fixture->checker);
  KqList *coupons = kq_object_get_list (KQ_OBJECT (fixture->campaign), KQ_CAMPAIGN_COUPONS);
  guint n;

  g_assert_cmpint (kq_finding_list_worst (findings, kq_list_get (coupons, 0), &n), ==,
                   KQ_SEVERITY_ERROR);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (kq_finding_list_worst (findings, KQ_OBJECT (fixture->campaign), &n), ==,
                   KQ_SEVERITY_ERROR);
  g_assert_cmpuint (n, ==, kq_finding_list_count (findings, KQ_SEVERITY_ERROR));
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void      (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/checker/fix-rule", test_fix_rule },
    { "/checker/fix-everything", test_fix_everything },
    { "/checker/fix-midway", test_fix_midway },
    { "/checker/dismissed", test_dismissed },
    { "/checker/worst", test_worst },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);

  g_test_add_func ("/checker/fix-thousands", test_fix_thousands);
  g_test_add_func ("/checker/fix-in-thread", test_fix_in_thread);
  g_test_add_func ("/checker/fix-cancelled", test_cancel);

  return g_test_run ();
}
