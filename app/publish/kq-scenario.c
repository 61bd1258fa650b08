/* kq-scenario.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-scenario.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "kq-money.h"

G_DEFINE_QUARK (kq-scenario-error-quark, kq_scenario_error)

#define ON(platform) (1u << KQ_PLATFORM_##platform)
#define SHOPS (ON (DOUYIN) | ON (TMALL) | ON (TAOBAO))

/* What Douyin refuses below: DY-15 and DY-16 */
#define DOUYIN_MIN_FEN 500
#define DOUYIN_MAX_TIMES 20
/* More makes no sense, and sums of it must not overflow. */
#define MAX_FEN G_GINT64_CONSTANT (1000000000)
#define MAX_QUANTITY G_GINT64_CONSTANT (100000000)

static const KqScenarioInfo infos[KQ_N_SCENARIOS] = {
  [KQ_SCENARIO_REPURCHASE] = {
    N_("Lift repurchase"), N_("A coupon without a threshold each week, for four weeks."),
    SHOPS,
    { KQ_QUESTION_PLATFORM, KQ_QUESTION_START, KQ_QUESTION_AMOUNT, KQ_QUESTION_QUANTITY }, 4,
  },
  [KQ_SCENARIO_BASKET] = {
    N_("Lift basket size"), N_("A deep discount from a high threshold on."),
    SHOPS,
    { KQ_QUESTION_PLATFORM, KQ_QUESTION_START, KQ_QUESTION_AMOUNT, KQ_QUESTION_THRESHOLD,
      KQ_QUESTION_QUANTITY }, 5,
  },
  [KQ_SCENARIO_HOT_ITEM] = {
    N_("Push hot items"), N_("A coupon for one product, that its price alone is enough for."),
    SHOPS,
    { KQ_QUESTION_PLATFORM, KQ_QUESTION_START, KQ_QUESTION_PRICE, KQ_QUESTION_AMOUNT,
      KQ_QUESTION_QUANTITY }, 5,
  },
  [KQ_SCENARIO_RECRUIT] = {
    N_("Recruit members"), N_("A gift for joining: a pack, a coupon or a member card."),
    SHOPS | ON (MINI_PROGRAM),
    { KQ_QUESTION_PLATFORM, KQ_QUESTION_START, KQ_QUESTION_AMOUNT, KQ_QUESTION_QUANTITY }, 4,
  },
  [KQ_SCENARIO_MEMBER_DAY] = {
    N_("Member day"), N_("A new coupon each week on the brand’s member day."),
    SHOPS,
    { KQ_QUESTION_PLATFORM, KQ_QUESTION_START, KQ_QUESTION_WEEKDAY, KQ_QUESTION_AMOUNT,
      KQ_QUESTION_QUANTITY }, 5,
  },
  [KQ_SCENARIO_DOUBLE_11] = {
    N_("Double 11"), N_("Two stages of coupons up to the big day, and a welcome for new members."),
    SHOPS,
    { KQ_QUESTION_PLATFORM, KQ_QUESTION_START, KQ_QUESTION_AMOUNT, KQ_QUESTION_THRESHOLD,
      KQ_QUESTION_QUANTITY }, 5,
  },
};

/**
 * kq_scenario_get_info:
 * @scenario: a scenario
 *
 * Returns: (transfer none): what is to be known of it
 */
const KqScenarioInfo *
kq_scenario_get_info (KqScenario scenario)
{
  g_return_val_if_fail (scenario < KQ_N_SCENARIOS, NULL);

  return &infos[scenario];
}

/**
 * kq_scenario_suggest:
 * @scenario: a scenario
 * @moment: the present
 * @zone: (nullable): the time zone of the campaign
 *
 * Returns: answers that make a campaign, to begin with; it starts the day after
 *   @moment, for Double 11 on the next 1 November
 */
KqScenarioAnswers
kq_scenario_suggest (KqScenario  scenario,
                     KqTime      moment,
                     GTimeZone  *zone)
{
  KqScenarioAnswers answers = {
    .platform = KQ_PLATFORM_DOUYIN, .amount = 1000, .threshold = 10000, .quantity = 1000,
    .price = 9900, .weekday = 4,
  };
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) day = NULL;
  int year;

  g_return_val_if_fail (kq_time_is_set (moment), answers);

  now = kq_time_to_date_time (moment, zone);
  day = g_date_time_add_days (now, 1);
  year = g_date_time_get_year (day);
  if (scenario == KQ_SCENARIO_DOUBLE_11)
    answers.start = kq_time_from_civil (zone, g_date_time_get_month (day) >= 11 ? year + 1 : year,
                                        11, 1, 0, 0, 0);
  else
    answers.start = kq_time_from_civil (zone, year, g_date_time_get_month (day),
                                        g_date_time_get_day_of_month (day), 0, 0, 0);

  return answers;
}

static gboolean
asks (KqScenario scenario,
      KqQuestion question)
{
  for (guint i = 0; i < infos[scenario].n_questions; i++)
    if (infos[scenario].questions[i] == question)
      return TRUE;

  return FALSE;
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, KQ_SCENARIO_ERROR, KQ_SCENARIO_ERROR_ANSWER, reason);

  return FALSE;
}

static gboolean
validate_money (KqScenario                scenario,
                const KqScenarioAnswers  *answers,
                GError                  **error)
{
  gboolean is_douyin = answers->platform == KQ_PLATFORM_DOUYIN;
  gint64 from = asks (scenario, KQ_QUESTION_PRICE) ? answers->price
                : asks (scenario, KQ_QUESTION_THRESHOLD) ? answers->threshold : 0;

  if (answers->amount <= 0 || answers->amount > MAX_FEN)
    return refuse (error, _("Say how much a coupon takes off: from ¥0.01 to ¥10,000,000."));
  if (from == 0 && (asks (scenario, KQ_QUESTION_PRICE) || asks (scenario, KQ_QUESTION_THRESHOLD)))
    return refuse (error, _("Say from how much on a coupon can be used."));
  if (from < 0 || from > MAX_FEN)
    return refuse (error, _("No amount is above ¥10,000,000 or below 0."));
  if (from != 0 && from <= answers->amount)
    return refuse (error, _("A coupon takes off less than what it is used for."));
  if (is_douyin && from == 0 && answers->amount < DOUYIN_MIN_FEN)
    return refuse (error, _("On Douyin a coupon without a threshold takes off at least ¥5."));
  if (is_douyin && from > answers->amount * DOUYIN_MAX_TIMES)
    return refuse (error, _("On Douyin a coupon takes off at least 5 percent of its threshold."));

  return TRUE;
}

/**
 * kq_scenario_validate:
 * @scenario: a scenario
 * @answers: the answers
 * @error: return location for a #KqScenarioError
 *
 * Returns: whether the answers make a campaign without an error
 */
gboolean
kq_scenario_validate (KqScenario                scenario,
                      const KqScenarioAnswers  *answers,
                      GError                  **error)
{
  g_return_val_if_fail (scenario < KQ_N_SCENARIOS, FALSE);
  g_return_val_if_fail (answers != NULL, FALSE);

  if (answers->platform < 0 || answers->platform >= KQ_N_PLATFORMS ||
      (infos[scenario].platforms & (1u << answers->platform)) == 0)
    {
      g_set_error_literal (error, KQ_SCENARIO_ERROR, KQ_SCENARIO_ERROR_PLATFORM,
                           _("Choose Douyin, Tmall or Taobao: this isn’t for the others."));
      return FALSE;
    }
  if (!kq_time_is_set (answers->start))
    return refuse (error, _("Say when the campaign begins."));
  if (answers->quantity < 1 || answers->quantity > MAX_QUANTITY)
    return refuse (error, _("Say how many coupons there are: from 1 to 100,000,000."));
  if (asks (scenario, KQ_QUESTION_WEEKDAY) && (answers->weekday < 0 || answers->weekday > 6))
    return refuse (error, _("Choose the weekday of the member day."));

  return validate_money (scenario, answers, error);
}
