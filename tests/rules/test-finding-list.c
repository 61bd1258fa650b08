/* test-finding-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list.h"
#include "rules-util.h"

/* From check to check the list changes by difference only. */

typedef struct {
  KqCampaign    *campaign;
  KqChecker     *checker;
  KqFindingList *findings;
  guint          n_signals;
  guint          position;
  guint          removed;
  guint          added;
  guint          n_notifies;
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->n_signals++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
on_notify (Fixture *fixture)
{
  fixture->n_notifies++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const edits[] = {
    "/coupons/0/amount 499", "/coupons/0/perMember 0", "/coupons/1/quantity 0", NULL
  };

  fixture->campaign = build_campaign (BASE_DOUYIN, edits, NULL);
  fixture->checker = kq_checker_new (fixture->campaign, shipped_profiles (), NULL);
  fixture->findings = kq_checker_get_findings (fixture->checker);
  kq_checker_set_moment (fixture->checker, time_of (MOMENT));
  kq_checker_run (fixture->checker);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->findings)), ==, 3);
  g_signal_connect (fixture->findings, "items-changed", G_CALLBACK (on_items_changed), fixture);
  g_signal_connect_swapped (fixture->findings, "notify", G_CALLBACK (on_notify), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->findings, fixture);
  g_assert_finalize_object (fixture->checker);
  g_assert_finalize_object (fixture->campaign);
}

static void
edit (Fixture    *fixture,
      const char *pointer,
      JsonNode   *value)
{
  g_autoptr (GPtrArray) edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kq_edit_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, kq_edit_new (g_strdup (pointer), value));
  kq_campaign_edit (fixture->campaign, edits, &error);
  g_assert_no_error (error);
}

static void
edit_int (Fixture    *fixture,
          const char *pointer,
          gint64      number)
{
  edit (fixture, pointer, json_node_init_int (json_node_alloc (), number));
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  KqFinding *first = kq_finding_list_get (fixture->findings, 0);

  kq_checker_run (fixture->checker);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_cmpuint (fixture->n_notifies, ==, 0);
  g_assert_true (kq_finding_list_get (fixture->findings, 0) == first);
}

static void
test_middle_removed (Fixture       *fixture,
                     gconstpointer  data)
{
  KqFinding *first = kq_finding_list_get (fixture->findings, 0);
  KqFinding *last = kq_finding_list_get (fixture->findings, 2);

  g_assert_cmpstr (kq_finding_get_rule (first), ==, "DY-03");
  edit_int (fixture, "/coupons/0/amount", 500);
  kq_checker_run (fixture->checker);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 0);
  g_assert_cmpuint (fixture->n_notifies, ==, 1);
  g_assert_true (kq_finding_list_get (fixture->findings, 0) == first);
  g_assert_true (kq_finding_list_get (fixture->findings, 1) == last);
}

/* Both ends change: what is between stays the same items all the same. */
static void
test_ends_changed (Fixture       *fixture,
                   gconstpointer  data)
{
  KqFinding *first = kq_finding_list_get (fixture->findings, 0);
  KqFinding *middle = kq_finding_list_get (fixture->findings, 1);
  KqFinding *last = kq_finding_list_get (fixture->findings, 2);

  edit_int (fixture, "/coupons/0/perMember", 1);
  edit_int (fixture, "/coupons/1/quantity", 1);
  edit_int (fixture, "/coupons/1/useDays", 0);
  kq_checker_run (fixture->checker);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->findings)), ==, 2);
  g_assert_true (kq_finding_list_get (fixture->findings, 0) == middle);
  g_assert_true (kq_finding_list_get (fixture->findings, 1) != first);
  g_assert_true (kq_finding_list_get (fixture->findings, 1) != last);
}

/* Other words make it another item in the same place. */
static void
test_words_changed (Fixture       *fixture,
                    gconstpointer  data)
{
  KqFinding *before = kq_finding_list_get (fixture->findings, 1);

  edit_int (fixture, "/coupons/0/amount", 498);
  kq_checker_run (fixture->checker);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 1);
  g_assert_cmpuint (fixture->n_notifies, ==, 0);
  g_assert_true (kq_finding_list_get (fixture->findings, 1) != before);
}

static void
assert_worst (Fixture  *fixture,
              KqObject *object,
              int       severity,
              guint     n_findings)
{
  guint n;

  g_assert_cmpint (kq_finding_list_worst (fixture->findings, object, &n), ==, severity);
  g_assert_cmpuint (n, ==, n_findings);
  g_assert_cmpint (kq_finding_list_worst (fixture->findings, object, NULL), ==, severity);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (fixture->campaign), KQ_CAMPAIGN_COUPONS);
  KqList *levels = kq_object_get_list (KQ_OBJECT (fixture->campaign), KQ_CAMPAIGN_LEVELS);
  guint n_errors, n_warnings, n_advice;

  edit_int (fixture, "/budget", 1);
  kq_checker_run (fixture->checker);
  g_object_get (fixture->findings, "n-errors", &n_errors, "n-warnings", &n_warnings,
                "n-advice", &n_advice, NULL);
  g_assert_cmpuint (n_errors, ==, 3);
  g_assert_cmpuint (n_warnings, ==, 1);
  g_assert_cmpuint (n_advice, ==, 0);
  g_assert_cmpuint (kq_finding_list_count (fixture->findings, KQ_SEVERITY_ERROR), ==, 3);
  assert_worst (fixture, KQ_OBJECT (fixture->campaign), KQ_SEVERITY_ERROR, 3);
  assert_worst (fixture, kq_list_get (coupons, 0), KQ_SEVERITY_ERROR, 2);
  assert_worst (fixture, kq_list_get (coupons, 1), KQ_SEVERITY_ERROR, 1);
  assert_worst (fixture, kq_list_get (levels, 0), -1, 0);
}

/* What a finding is about, and all above it, lives as long as the list speaks
 * of it: no new object can stand at its address. */
static void
test_removed_object (void)
{
  static const char * const edits[] = {
    "/activities/1/state \"voided\"", "/memberCenters/0/benefits/0/levels [\"nowhere\"]", NULL
  };
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_TMALL, edits, NULL);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), NULL);
  KqFindingList *findings = kq_checker_get_findings (checker);
  KqList *centers = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_CENTERS);
  GWeakRef center;

  kq_checker_set_moment (checker, time_of (MOMENT));
  kq_checker_run (checker);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (findings)), ==, 1);
  g_weak_ref_init (&center, kq_list_get (centers, 0));

  kq_list_remove (centers, 0);
  {
    g_autoptr (KqObject) alive = g_weak_ref_get (&center);

    g_assert_nonnull (alive);
    g_assert_cmpint (kq_finding_list_worst (findings, alive, NULL), ==, KQ_SEVERITY_ERROR);
  }

  kq_checker_run (checker);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (findings)), ==, 0);
  g_assert_null (g_weak_ref_get (&center));
  g_weak_ref_clear (&center);
}

/* A moved object's finding has another pointer. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (fixture->campaign), KQ_CAMPAIGN_COUPONS);
  g_autofree char *found = NULL;

  kq_list_move (coupons, 0, 1);
  kq_checker_run (fixture->checker);
  found = dump_findings (fixture->findings);
  g_assert_cmpstr (found, ==, "DY-03 error /coupons/1/perMember\n"
                              "DY-08 error /coupons/0/quantity\n"
                              "DY-15 error /coupons/1/amount");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  KqFinding *finding = kq_finding_list_get (fixture->findings, 1);
  g_autofree char *rule = NULL, *pointer = NULL, *object = NULL, *message = NULL;
  g_autofree char *source = NULL, *label = NULL;
  guint severity;

  g_object_get (finding, "rule", &rule, "severity", &severity, "pointer", &pointer,
                "object-id", &object, "message", &message, "source", &source,
                "fix-label", &label, NULL);
  g_assert_cmpstr (rule, ==, "DY-15");
  g_assert_cmpuint (severity, ==, KQ_SEVERITY_ERROR);
  g_assert_cmpstr (pointer, ==, "/coupons/0/amount");
  g_assert_cmpstr (object, ==, "a");
  g_assert_cmpstr (source, ==, "000");
  g_assert_nonnull (strstr (message, "4.99"));
  g_assert_nonnull (strstr (label, "5"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
#define ADD(name, function) \
  g_test_add ("/rules/finding-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("same", test_same);
  ADD ("middle-removed", test_middle_removed);
  ADD ("ends-changed", test_ends_changed);
  ADD ("words-changed", test_words_changed);
  ADD ("counts", test_counts);
  ADD ("moved", test_moved);
  ADD ("properties", test_properties);
#undef ADD
  g_test_add_func ("/rules/finding-list/removed-object", test_removed_object);

  return g_test_run ();
}
