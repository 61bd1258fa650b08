/* test-fix-all.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-coupon.h"
#include "kq-dismissal.h"
#include "kq-history.h"
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

  return g_test_run ();
}
