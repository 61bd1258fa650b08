/* kq-scenario.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-words.h"

G_BEGIN_DECLS

/* Campaigns that begin from what they are for instead of from nothing. */

#define KQ_SCENARIO_ERROR (kq_scenario_error_quark ())

/**
 * KqScenarioError:
 * @KQ_SCENARIO_ERROR_PLATFORM: the scenario isn't for that platform
 * @KQ_SCENARIO_ERROR_ANSWER: the platform would refuse what comes of an answer
 *
 * What is wrong with an answer.
 */
typedef enum {
  KQ_SCENARIO_ERROR_PLATFORM,
  KQ_SCENARIO_ERROR_ANSWER,
} KqScenarioError;

GQuark kq_scenario_error_quark (void);

typedef enum {
  KQ_SCENARIO_REPURCHASE,
  KQ_SCENARIO_BASKET,
  KQ_SCENARIO_HOT_ITEM,
  KQ_SCENARIO_RECRUIT,
  KQ_SCENARIO_MEMBER_DAY,
  KQ_SCENARIO_DOUBLE_11,
} KqScenario;

#define KQ_N_SCENARIOS 6

/**
 * KqQuestion:
 * @KQ_QUESTION_PLATFORM: where it runs
 * @KQ_QUESTION_START: when it begins
 * @KQ_QUESTION_AMOUNT: what a coupon takes off
 * @KQ_QUESTION_THRESHOLD: from how much on
 * @KQ_QUESTION_QUANTITY: how many coupons there are
 * @KQ_QUESTION_PRICE: the product's price
 * @KQ_QUESTION_WEEKDAY: which day is the member day
 *
 * What a scenario asks.
 */
typedef enum {
  KQ_QUESTION_PLATFORM,
  KQ_QUESTION_START,
  KQ_QUESTION_AMOUNT,
  KQ_QUESTION_THRESHOLD,
  KQ_QUESTION_QUANTITY,
  KQ_QUESTION_PRICE,
  KQ_QUESTION_WEEKDAY,
} KqQuestion;

#define KQ_MAX_QUESTIONS 5

/**
 * KqScenarioInfo:
 * @title: what it is for, untranslated
 * @text: what it makes, untranslated
 * @platforms: a bit for each #KqPlatform that it is for
 * @questions: (array length=n_questions): what it asks
 * @n_questions: how many
 *
 * A scenario.
 */
typedef struct {
  const char *title;
  const char *text;
  guint       platforms;
  KqQuestion  questions[KQ_MAX_QUESTIONS];
  guint       n_questions;
} KqScenarioInfo;

/**
 * KqScenarioAnswers:
 * @platform: where it runs
 * @start: when it begins
 * @amount: fen
 * @threshold: fen
 * @quantity: how many
 * @price: fen
 * @weekday: 0 for Monday, as the member day's choices
 *
 * The answers; those that a scenario doesn't ask for don't matter.
 */
typedef struct {
  int    platform;
  KqTime start;
  gint64 amount;
  gint64 threshold;
  gint64 quantity;
  gint64 price;
  int    weekday;
} KqScenarioAnswers;

const KqScenarioInfo *kq_scenario_get_info (KqScenario               scenario);
KqScenarioAnswers     kq_scenario_suggest  (KqScenario               scenario,
                                            KqTime                   moment,
                                            GTimeZone               *zone);
gboolean              kq_scenario_validate (KqScenario               scenario,
                                            const KqScenarioAnswers *answers,
                                            GError                 **error);
KqCampaign           *kq_scenario_build    (KqScenario               scenario,
                                            const KqScenarioAnswers *answers,
                                            const char              *id);

G_END_DECLS
