/* kq-report-figures.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-list.h"
#include "kq-report-private.h"
#include "kq-words.h"

/* An amount; nothing where there is none, and in words where it isn't bounded */
void
kq_report_add_money (KqBook *book,
                     gint64  fen)
{
  if (fen == KQ_INT_NONE)
    kq_book_add_nothing (book);
  else if (fen == KQ_EXPOSURE_UNBOUNDED)
    kq_book_add_text (book, _("unbounded"));
  else
    kq_book_add_money (book, fen);
}

void
kq_report_add_measure (KqBook    *book,
                       KqMeasure  measure,
                       gint64     value)
{
  if (kq_measure_is_money (measure))
    kq_report_add_money (book, value);
  else
    kq_book_add_count (book, value);
}

/* What an object is called, or its id; "" for none */
char *
kq_report_dup_name (KqObject *object)
{
  guint field;

  if (object == NULL)
    return g_strdup ("");
  field = kq_object_find_field (object, "name");
  if (field == KQ_NO_FIELD)
    field = kq_object_find_field (object, "title");
  if (field != KQ_NO_FIELD && *kq_object_get_text (object, field) != '\0')
    return g_strdup (kq_object_get_text (object, field));

  return g_strdup (kq_object_get_id (object));
}

static void
add_sums (KqBook       *book,
          const KqSums *sums)
{
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (sums->known & 1 << i)
      kq_report_add_measure (book, i, sums->values[i]);
    else
      kq_book_add_nothing (book);
}

/* @first: what stands before the measures; @last: behind them */
static void
begin (KqBook             *book,
       const char         *name,
       const char * const *first,
       const char * const *last)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) header = NULL;

  g_strv_builder_addv (builder, (const char **) first);
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    g_strv_builder_add (builder, kq_measure_get_label (i));
  g_strv_builder_addv (builder, (const char **) last);
  header = g_strv_builder_end (builder);
  kq_book_begin_sheet (book, name, (const char * const *) header);
}

/* The days of the campaign's period, where it has one; what can be claimed for years
 * is no reason to list them */
static void
clamp_to_period (KqReport *self,
                 gint32   *first,
                 gint32   *last)
{
  KqObject *campaign = KQ_OBJECT (self->source->campaign);
  const KqTime start = kq_object_get_time (campaign, KQ_CAMPAIGN_START);
  const KqTime end = kq_object_get_time (campaign, KQ_CAMPAIGN_END);

  if (kq_time_is_set (start))
    *first = MAX (*first, kq_day_of_time (start, self->zone));
  if (kq_time_is_set (end))
    *last = MIN (*last, kq_day_of_time (end, self->zone));
}

/* The days of which something was told or is expected */
static KqNumbersFilter
get_days (KqReport *self,
          KqPlan   *plan)
{
  const GArray *items = kq_plan_get_items (plan);
  KqNumbersFilter filter = self->all;

  for (guint i = 0; i < items->len; i++)
    {
      const KqPlanItem *item = &g_array_index (items, KqPlanItem, i);
      gint32 first = item->first, last = item->last;

      if (item->first == KQ_DAY_NONE)
        continue;
      clamp_to_period (self, &first, &last);
      if (last < first)
        continue;
      if (filter.last < filter.first)
        filter = (KqNumbersFilter) { .first = first, .last = last };
      filter.first = MIN (filter.first, first);
      filter.last = MAX (filter.last, last);
    }

  return filter;
}

/* The claims, and the uses, beside what was expected of them; what came in and what
 * it cost */
static void
add_day_charts (KqReport *self)
{
  const char *currency = kq_object_get_text (KQ_OBJECT (self->source->campaign),
                                             KQ_CAMPAIGN_CURRENCY);
  KqBook *book = self->book;
  g_autofree char *title = NULL;
  static const guint claims[] = { 1 + KQ_MEASURE_CLAIMS, 1 + KQ_N_MEASURES };
  static const guint uses[] = { 1 + KQ_MEASURE_USES, 2 + KQ_N_MEASURES };
  static const guint money[] = { 1 + KQ_MEASURE_SALES, 1 + KQ_MEASURE_COST };

  kq_book_add_chart (book, KQ_BOOK_CHART_LINES, kq_measure_get_label (KQ_MEASURE_CLAIMS), 0, claims,
                     G_N_ELEMENTS (claims));
  kq_book_add_chart (book, KQ_BOOK_CHART_LINES, kq_measure_get_label (KQ_MEASURE_USES), 0, uses,
                     G_N_ELEMENTS (uses));
  title = g_strdup_printf ("%s · %s", _("Sales and cost"),
                           g_str_equal (currency, "CNY") ? "¥" : currency);
  kq_book_add_chart (book, KQ_BOOK_CHART_LINES, title, 0, money, G_N_ELEMENTS (money));
}

/* What a campaign may be planned for is no reason to fill a disk. */
#define MAX_DAYS 3660

void
kq_report_add_days (KqReport *self)
{
  g_autoptr (KqPlan) plan = kq_plan_new (self->source->campaign);
  KqNumbersFilter filter = get_days (self, plan);
  const char * const first[] = { _("Date"), NULL };
  const char * const last[] = { _("Claims expected"), _("Uses expected"), _("Cost expected"), NULL };
  g_autoptr (GArray) days = NULL, planned = NULL;

  filter.last = MIN (filter.last, filter.first + MAX_DAYS - 1);
  days = kq_numbers_by_day (self->numbers, &filter);
  planned = kq_plan_by_day (plan, &filter);
  begin (self->book, _("By day"), first, last);
  for (guint i = 0; i < days->len; i++)
    {
      const KqSums *expected = &g_array_index (planned, KqSums, i);
      g_autofree char *date = kq_day_to_string (filter.first + i);

      kq_book_add_text (self->book, date);
      add_sums (self->book, &g_array_index (days, KqSums, i));
      kq_book_add_count (self->book, expected->values[KQ_MEASURE_CLAIMS]);
      kq_book_add_count (self->book, expected->values[KQ_MEASURE_USES]);
      kq_report_add_money (self->book, expected->values[KQ_MEASURE_COST]);
      kq_book_end_row (self->book);
    }
  add_day_charts (self);
}

static KqObject *
find_object (KqCampaign *campaign,
             const char *id)
{
  static const guint lists[] = {
    KQ_CAMPAIGN_COUPONS, KQ_CAMPAIGN_ACTIVITIES, KQ_CAMPAIGN_FISSIONS, KQ_CAMPAIGN_GIFT_PACKS,
    KQ_CAMPAIGN_MEMBER_CARDS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      KqObject *found = kq_list_find (kq_object_get_list (KQ_OBJECT (campaign), lists[i]), id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
add_rate (KqBook *book,
          gint64  permille)
{
  if (permille == KQ_INT_NONE)
    kq_book_add_nothing (book);
  else
    kq_book_add_permille (book, permille);
}

static void
add_object (KqReport           *self,
            const KqObjectSums *sums)
{
  const char *id = kq_facts_get_object (self->source->facts, sums->object);
  KqObject *object = find_object (self->source->campaign, id);
  g_autofree char *name = object != NULL ? kq_report_dup_name (object) : g_strdup (id);
  int platform = kq_numbers_get_platform (self->numbers, sums->object);
  KqNumbersFilter filter = self->all;
  KqFunnel funnel;

  filter.object = id;
  funnel = kq_funnel_compute (self->numbers, self->source->campaign, &filter);
  kq_book_add_text (self->book, name);
  kq_book_add_text (self->book, platform >= 0 ? _(kq_platform_words[platform].label) : "");
  add_sums (self->book, &sums->sums);
  add_rate (self->book, funnel.claim_rate);
  add_rate (self->book, funnel.use_rate);
  kq_report_add_money (self->book, funnel.average_order);
  add_rate (self->book, funnel.return_on_cost);
  kq_book_end_row (self->book);
}

/* More claims first, and what nothing was told of last */
static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const KqSums *first = &((const KqObjectSums *) a)->sums;
  const KqSums *second = &((const KqObjectSums *) b)->sums;
  const gint64 more = first->values[KQ_MEASURE_CLAIMS], less = second->values[KQ_MEASURE_CLAIMS];

  return more > less ? -1 : more < less;
}

static void
begin_objects (KqReport   *self,
               const char *name)
{
  const char * const first[] = { _("Name"), _("Platform"), NULL };
  const char * const last[] = { _("Claim rate"), _("Use rate"), _("Average order value"),
                                _("Return on cost"), NULL };

  begin (self->book, name, first, last);
}

static void
add_most_claimed (KqReport *self,
                  GArray   *objects)
{
  g_autoptr (GArray) sorted = g_array_copy (objects);
  static const guint claims[] = { 2 + KQ_MEASURE_CLAIMS };

  if (sorted->len == 0)
    return;

  g_array_sort (sorted, compare_claims);
  begin_objects (self, _("Most claimed"));
  for (guint i = 0; i < MIN (sorted->len, KQ_REPORT_MAX_BARS); i++)
    add_object (self, &g_array_index (sorted, KqObjectSums, i));
  kq_book_add_chart (self->book, KQ_BOOK_CHART_BARS, kq_measure_get_label (KQ_MEASURE_CLAIMS), 0,
                     claims, G_N_ELEMENTS (claims));
}

void
kq_report_add_objects (KqReport *self)
{
  g_autoptr (GArray) objects = kq_numbers_by_object (self->numbers, &self->all);

  add_most_claimed (self, objects);
  begin_objects (self, _("By coupon"));
  for (guint i = 0; i < objects->len; i++)
    add_object (self, &g_array_index (objects, KqObjectSums, i));
}

/* Only where something was told by the hour */
void
kq_report_add_hours (KqReport *self)
{
  static const char * const weekdays[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
  };
  g_autofree KqHourSums *hours = g_new (KqHourSums, 1);
  const char * const first[] = { _("Weekday"), _("Hour"), NULL };
  const char * const last[] = { NULL };

  if (!kq_numbers_by_hour (self->numbers, &self->all, hours))
    return;
  begin (self->book, _("By weekday and hour"), first, last);
  for (guint day = 0; day < 7; day++)
    for (guint hour = 0; hour < 24; hour++)
      {
        kq_book_add_text (self->book, _(weekdays[day]));
        kq_book_add_count (self->book, hour);
        add_sums (self->book, &hours->sums[day][hour]);
        kq_book_end_row (self->book);
      }
}
