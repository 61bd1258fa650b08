/* test-scenario.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-checker.h"
#include "kq-list.h"
#include "kq-scenario.h"

/* Whatever is answered, either it is refused or a campaign comes of it in which
 * no rule finds an error. What is suggested brings no warning either. */

static KqProfiles *profiles;
static GTimeZone *zone;

static KqTime
time_at (int month,
         int day)
{
  return kq_time_from_civil (zone, 2026, month, day, 0, 0, 0);
}

static void
check_campaign (KqScenario               scenario,
                const KqScenarioAnswers *answers,
                KqSeverity               least)
{
  g_autoptr (KqCampaign) campaign = kq_scenario_build (scenario, answers, "c");
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, profiles, NULL);
  KqFindingList *findings = kq_checker_get_findings (checker);

  kq_checker_set_moment (checker, time_at (1, 1));
  kq_checker_run (checker);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);

      if (kq_finding_get_severity (finding) >= least)
        g_error ("scenario %d on platform %d, ¥%.2f from ¥%.2f: %s %s: %s", scenario,
                 answers->platform, answers->amount / 100.0, answers->threshold / 100.0,
                 kq_finding_get_rule (finding), kq_finding_get_pointer (finding),
                 kq_finding_get_message (finding));
    }
  g_assert_true (kq_time_is_set (kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_START)));
  g_assert_cmpuint (kq_list_get_length (kq_object_get_list (KQ_OBJECT (campaign),
                                                            KQ_CAMPAIGN_COUPONS)), >, 0);
}

static void
test_suggested (gconstpointer data)
{
  KqScenario scenario = GPOINTER_TO_UINT (data);
  const KqScenarioInfo *info = kq_scenario_get_info (scenario);
  KqScenarioAnswers answers = kq_scenario_suggest (scenario, time_at (6, 1), zone);

  g_assert_cmpuint (info->n_questions, <=, 5);
  for (int platform = 0; platform < KQ_N_PLATFORMS; platform++)
    {
      g_autoptr (GError) error = NULL;

      answers.platform = platform;
      if (info->platforms & (1u << platform))
        {
          g_assert_true (kq_scenario_validate (scenario, &answers, &error));
          check_campaign (scenario, &answers, KQ_SEVERITY_WARNING);
        }
      else
        {
          g_assert_false (kq_scenario_validate (scenario, &answers, &error));
          g_assert_error (error, KQ_SCENARIO_ERROR, KQ_SCENARIO_ERROR_PLATFORM);
        }
    }
}

static void
test_many (gconstpointer data)
{
  static const gint64 money[] = {
    -1, 0, 1, 99, 100, 499, 500, 501, 2999, 3000, 59900, 99999, 10000000, 1000000000, G_MAXINT64,
  };
  static const gint64 quantities[] = { 0, 1, 100000000, G_MAXINT64 };
  KqScenario scenario = GPOINTER_TO_UINT (data);
  KqScenarioAnswers answers = kq_scenario_suggest (scenario, time_at (6, 1), zone);
  guint n_taken = 0, n_refused = 0;

  for (guint i = 0; i < G_N_ELEMENTS (money) * G_N_ELEMENTS (money) * G_N_ELEMENTS (quantities) * 28; i++)
    {
      guint left = i;
      g_autoptr (GError) error = NULL;

      answers.platform = left % 4;
      left /= 4;
      answers.weekday = left % 7;
      left /= 7;
      answers.quantity = quantities[left % G_N_ELEMENTS (quantities)];
      left /= G_N_ELEMENTS (quantities);
      answers.amount = money[left % G_N_ELEMENTS (money)];
      left /= G_N_ELEMENTS (money);
      answers.threshold = answers.price = money[left];
      answers.start = time_at (1 + i % 12, 1 + i % 28);

      if (kq_scenario_validate (scenario, &answers, &error))
        {
          n_taken++;
          check_campaign (scenario, &answers, KQ_SEVERITY_ERROR);
        }
      else
        {
          n_refused++;
          g_assert_nonnull (error);
        }
    }
  g_assert_cmpuint (n_taken, >, 100);
  g_assert_cmpuint (n_refused, >, 100);
}

static void
test_double_11 (void)
{
  KqScenarioAnswers answers = kq_scenario_suggest (KQ_SCENARIO_DOUBLE_11, time_at (6, 1), zone);

  g_assert_true (kq_time_equal (answers.start, time_at (11, 1)));
  answers = kq_scenario_suggest (KQ_SCENARIO_DOUBLE_11, time_at (11, 20), zone);
  g_assert_true (kq_time_equal (answers.start, kq_time_from_civil (zone, 2027, 11, 1, 0, 0, 0)));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  profiles = kq_profiles_new (NULL);
  zone = g_time_zone_new_identifier ("Asia/Shanghai");

  for (guint i = 0; i < KQ_N_SCENARIOS; i++)
    {
      g_autofree char *suggested = g_strdup_printf ("/scenario/%u/suggested", i);
      g_autofree char *many = g_strdup_printf ("/scenario/%u/many", i);

      g_test_add_data_func (suggested, GUINT_TO_POINTER (i), test_suggested);
      g_test_add_data_func (many, GUINT_TO_POINTER (i), test_many);
    }
  g_test_add_func ("/scenario/double-11", test_double_11);

  status = g_test_run ();
  g_object_unref (profiles);
  g_time_zone_unref (zone);

  return status;
}
