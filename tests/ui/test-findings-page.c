/* test-findings-page.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-application.h"
#include "kq-checks-section.h"
#include "kq-coupon.h"
#include "kq-document-mend.h"
#include "kq-finding-group.h"
#include "kq-findings-model.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-message.h"
#include "kq-words.h"
#include "row-fixture.h"

/* The list of all findings: how it is laid out, filtered and told of. */

typedef struct {
  KqDocument      *document;
  KqFindingsModel *model;
  guint            n_told;
} Fixture;

static void
count_told (Fixture *fixture)
{
  fixture->n_told++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = row_fixture_document ();
  fixture->model = kq_findings_model_new (kq_document_get_checker (fixture->document));
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (count_told), fixture);
  kq_checker_run (kq_document_get_checker (fixture->document));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->document);
}

static guint
count_rows (Fixture *fixture,
            GType    type)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      n += G_TYPE_CHECK_INSTANCE_TYPE (row, type);
    }

  return n;
}

static guint
count_found (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kq_document_get_findings (fixture->document)));
}

/* A group before its findings, as many of each severity as it says, the worst
 * first. */
static void
assert_laid_out (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->model);
  guint left[KQ_N_SEVERITIES] = { 0 };
  int worst = KQ_N_SEVERITIES;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, i);
      KqFinding *finding = kq_findings_model_get_finding (fixture->model, i);

      if (KQ_IS_FINDING_GROUP (row))
        {
          g_assert_null (finding);
          for (guint j = 0; j < KQ_N_SEVERITIES; j++)
            {
              g_assert_cmpuint (left[j], ==, 0);
              left[j] = kq_finding_group_get_count (KQ_FINDING_GROUP (row), j);
            }
          g_assert_cmpuint (left[0] + left[1] + left[2], >, 0);
          worst = KQ_N_SEVERITIES;
          continue;
        }

      g_assert_true (G_OBJECT (finding) == row);
      g_assert_cmpint (kq_finding_get_severity (finding), <=, worst);
      worst = kq_finding_get_severity (finding);
      g_assert_cmpuint (left[worst]--, >, 0);
    }
  for (guint j = 0; j < KQ_N_SEVERITIES; j++)
    g_assert_cmpuint (left[j], ==, 0);
}

static void
test_layout (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpuint (count_found (fixture), >, 2);
  g_assert_cmpuint (count_rows (fixture, KQ_TYPE_FINDING), ==, count_found (fixture));
  g_assert_cmpuint (count_rows (fixture, KQ_TYPE_FINDING_GROUP), >, 1);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  assert_laid_out (fixture);

  /* Nothing new, nothing told. */
  kq_checker_run (kq_document_get_checker (fixture->document));
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  KqFindingList *findings = kq_document_get_findings (fixture->document);
  KqFinding *first = kq_finding_list_get (findings, 0);
  guint all = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));

  for (guint i = 0; i < KQ_N_SEVERITIES; i++)
    {
      kq_findings_model_set_severities (fixture->model, 1u << i);
      g_assert_cmpuint (count_rows (fixture, KQ_TYPE_FINDING), ==,
                        kq_finding_list_count (findings, i));
      assert_laid_out (fixture);
    }
  kq_findings_model_set_severities (fixture->model, KQ_ALL_SEVERITIES);

  kq_findings_model_set_text (fixture->model, kq_finding_get_message (first));
  g_assert_cmpuint (count_rows (fixture, KQ_TYPE_FINDING), >=, 1);
  g_assert_cmpuint (count_rows (fixture, KQ_TYPE_FINDING), <, count_found (fixture));
  kq_findings_model_set_text (fixture->model, "nothing says that");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 0);
  kq_findings_model_set_text (fixture->model, "");

  kq_findings_model_set_platform (fixture->model, KQ_PLATFORM_DOUYIN);
  g_assert_cmpuint (count_rows (fixture, KQ_TYPE_FINDING), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    if (kq_findings_model_get_finding (fixture->model, i) != NULL)
      g_assert_cmpint (kq_finding_get_platform (kq_findings_model_get_finding (fixture->model, i)),
                       ==, KQ_PLATFORM_DOUYIN);
  kq_findings_model_set_platform (fixture->model, KQ_PLATFORM_TAOBAO);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 0);

  kq_findings_model_set_platform (fixture->model, KQ_ALL_PLATFORMS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, all);
}

static KqFinding *
find_advice (KqFindingList *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    if (kq_finding_get_severity (kq_finding_list_get (findings, i)) == KQ_SEVERITY_ADVICE)
      return kq_finding_list_get (findings, i);

  return NULL;
}

/* Which is advice, on every platform */
static void
add_long_message (Fixture *fixture)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (fixture->document));
  g_autoptr (KqObject) message = g_object_new (KQ_TYPE_MESSAGE, NULL);
  g_autofree char *text = g_strnfill (200, 'a');

  kq_object_set_text (message, KQ_MESSAGE_ID, "m");
  kq_object_set_text (message, KQ_MESSAGE_TEXT, text);
  kq_list_append (kq_object_get_list (campaign, KQ_CAMPAIGN_MESSAGES), message);
  kq_checker_run (kq_document_get_checker (fixture->document));
  g_assert_nonnull (find_advice (kq_document_get_findings (fixture->document)));
}

/* Away and back is two steps with a name, and one change of the list each. */
static void
test_dismiss (Fixture       *fixture,
              gconstpointer  data)
{
  KqChecker *checker = kq_document_get_checker (fixture->document);
  KqHistory *history = kq_document_get_history (fixture->document);
  guint before, last;

  add_long_message (fixture);
  before = count_found (fixture);
  fixture->n_told = 0;

  for (guint i = 0; i < 2; i++)
    kq_document_dismiss (fixture->document, find_advice (kq_checker_get_findings (checker)));
  g_assert_cmpstr (kq_history_get_undo_name (history), ==, "dismiss advice");
  kq_checker_run (checker);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpuint (count_found (fixture), <, before);
  g_assert_cmpuint (count_rows (fixture, KQ_TYPE_FINDING), ==, before);
  assert_laid_out (fixture);
  last = g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) - 1;
  g_assert_true (kq_findings_model_is_dismissed (fixture->model, last));
  g_assert_false (kq_findings_model_is_dismissed (fixture->model, 1));

  kq_document_bring_back (fixture->document, kq_findings_model_get_finding (fixture->model, last));
  g_assert_cmpstr (kq_history_get_undo_name (history), ==, "bring advice back");
  kq_checker_run (checker);
  g_assert_cmpuint (fixture->n_told, ==, 2);
  g_assert_cmpuint (count_found (fixture), ==, before);
  kq_history_undo (history);
  g_assert_cmpstr (kq_history_get_undo_name (history), ==, "dismiss advice");
  kq_history_undo (history);
  g_assert_cmpstr (kq_history_get_undo_name (history), !=, "dismiss advice");
}

static void
test_errors_stay (Fixture       *fixture,
                  gconstpointer  data)
{
  KqFindingList *findings = kq_document_get_findings (fixture->document);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    if (kq_finding_get_severity (kq_finding_list_get (findings, i)) != KQ_SEVERITY_ADVICE)
      kq_document_dismiss (fixture->document, kq_finding_list_get (findings, i));
  g_assert_false (kq_history_can_undo (kq_document_get_history (fixture->document)));
}

static void
wait_for_rows (Fixture *fixture)
{
  while (kq_findings_model_is_busy (fixture->model))
    g_main_context_iteration (NULL, TRUE);
}

/* Ten thousand findings are laid out while the rows before stand, and told of
 * once. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"kaquan-campaign\", \"version\": 1,"
                                           " \"id\": \"c\", \"coupons\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture = { 0 };

  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (text, "%s{\"id\": \"c%u\", \"goal\": \"mystery\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  campaign = kq_format_read (bytes, NULL, &error);
  g_assert_no_error (error);
  document = kq_document_new (campaign, NULL, NULL);

  fixture.document = document;
  fixture.model = kq_findings_model_new (kq_document_get_checker (document));
  g_signal_connect_swapped (fixture.model, "items-changed", G_CALLBACK (count_told), &fixture);
  kq_checker_run (kq_document_get_checker (document));
  g_assert_cmpuint (count_found (&fixture), >=, 10000);
  g_assert_true (kq_findings_model_is_busy (fixture.model));
  g_assert_cmpuint (fixture.n_told, ==, 0);
  wait_for_rows (&fixture);
  g_assert_cmpuint (fixture.n_told, ==, 1);
  assert_laid_out (&fixture);

  g_test_timer_start ();
  kq_findings_model_set_severities (fixture.model, 1u << KQ_SEVERITY_ERROR);
  wait_for_rows (&fixture);
  kq_findings_model_set_severities (fixture.model, KQ_ALL_SEVERITIES);
  wait_for_rows (&fixture);
  g_test_minimized_result (g_test_timer_elapsed () * 500, "milliseconds to filter %u findings",
                           count_found (&fixture));
  g_assert_cmpuint (fixture.n_told, ==, 3);

  /* What is wanted last is what comes. */
  kq_findings_model_set_severities (fixture.model, 1u << KQ_SEVERITY_ERROR);
  kq_findings_model_set_severities (fixture.model, KQ_ALL_SEVERITIES);
  wait_for_rows (&fixture);
  g_assert_cmpuint (fixture.n_told, ==, 3);
  assert_laid_out (&fixture);

  /* In the middle of it too. */
  kq_findings_model_set_severities (fixture.model, 1u << KQ_SEVERITY_ERROR);
  g_assert_finalize_object (fixture.model);
}

static void
on_fixed (GObject      *document,
          GAsyncResult *result,
          gpointer      n_fixed)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (kq_document_fix_all_finish (KQ_DOCUMENT (document), result, n_fixed, &error));
  g_assert_no_error (error);
}

/* What is edited while it is worked out what to mend isn't lost. */
static void
test_fix_all (Fixture       *fixture,
              gconstpointer  data)
{
  KqCampaign *campaign = kq_document_get_campaign (fixture->document);
  KqHistory *history = kq_document_get_history (fixture->document);
  KqObject *coupon = kq_list_get (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS),
                                  0);
  guint n_fixed = 0;

  kq_object_set_int (coupon, KQ_COUPON_PER_MEMBER, 0);
  kq_document_fix_all_async (fixture->document, "DY-03", NULL, NULL, on_fixed, &n_fixed);
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NOTES, "meanwhile");
  while (n_fixed == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER), ==, 1);
  g_assert_cmpstr (kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NOTES), ==, "meanwhile");
  g_assert_cmpstr (kq_history_get_undo_name (history), ==, "fix all of DY-03");
  kq_history_undo (history);
  g_assert_cmpint (kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER), ==, 0);
  g_assert_cmpstr (kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NOTES), ==, "meanwhile");
}

/* What is mended goes from under the selection, which stays in the list. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *section = g_object_new (KQ_TYPE_CHECKS_SECTION, NULL);
  GtkWidget *clamp = row_fixture_find (section, ADW_TYPE_CLAMP_SCROLLABLE);
  GtkListView *list_view = row_fixture_find (clamp, GTK_TYPE_LIST_VIEW);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list_view));
  KqList *coupons = kq_object_get_list (KQ_OBJECT (kq_document_get_campaign (fixture->document)),
                                        KQ_CAMPAIGN_COUPONS);
  KqChecksSection *checks = KQ_CHECKS_SECTION (section);
  g_autoptr (KqFinding) finding = NULL;
  guint position = 0;

  gtk_window_set_child (GTK_WINDOW (window), section);
  kq_section_set_document (KQ_SECTION (section), fixture->document);
  g_assert_null (kq_checks_section_get_finding (checks));

  do
    gtk_single_selection_set_selected (selection, position++);
  while (kq_checks_section_get_finding (checks) == NULL ||
         kq_finding_get_object (kq_checks_section_get_finding (checks)) != kq_list_get (coupons, 0));
  finding = g_object_ref (kq_checks_section_get_finding (checks));

  kq_list_remove (coupons, 0);
  kq_checker_run (kq_document_get_checker (fixture->document));
  g_assert_nonnull (kq_checks_section_get_finding (checks));
  g_assert_true (kq_checks_section_get_finding (checks) != finding);

  kq_section_set_document (KQ_SECTION (section), NULL);
  g_assert_null (kq_checks_section_get_finding (checks));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void      (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/findings-page/layout", test_layout },
    { "/findings-page/filter", test_filter },
    { "/findings-page/dismiss", test_dismiss },
    { "/findings-page/errors-stay", test_errors_stay },
    { "/findings-page/fix-all", test_fix_all },
    { "/findings-page/selection", test_selection },
  };
  g_autoptr (KqApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Which brings the templates. */
  application = kq_application_new ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/findings-page/many", test_many);

  return g_test_run ();
}
