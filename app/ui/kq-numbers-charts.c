/* kq-numbers-charts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-numbers-charts.h"

#include <glib/gi18n-lib.h>

#include "kq-bar-chart.h"
#include "kq-chart-card.h"
#include "kq-exposure.h"
#include "kq-field.h"
#include "kq-funnel.h"
#include "kq-heat-chart.h"
#include "kq-line-chart.h"
#include "kq-numbers-compare.h"
#include "kq-plan.h"

/**
 * KqNumbersCharts:
 *
 * What came of a campaign: per day with the plan beside it, from issuing to
 * sales, coupon by coupon, and by the hour where that is known.
 */
struct _KqNumbersCharts {
  GtkBox            parent_instance;

  KqLineChart      *coupons;
  KqLineChart      *money;
  KqBarChart       *funnel;
  KqNumbersCompare *compare;
  KqHeatChart      *hours;
  GtkWidget        *hours_card;
};

G_DEFINE_FINAL_TYPE (KqNumbersCharts, kq_numbers_charts, GTK_TYPE_BOX)

static GtkWidget *
add_card (KqNumbersCharts *self,
          GtkWidget       *chart,
          const char      *title,
          const char      *unit)
{
  GtkWidget *card = kq_chart_card_new (KQ_CHART (chart), title, unit);

  gtk_box_append (GTK_BOX (self), card);

  return card;
}

static void
kq_numbers_charts_class_init (KqNumbersChartsClass *klass)
{
}

static void
kq_numbers_charts_init (KqNumbersCharts *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->coupons = KQ_LINE_CHART (kq_line_chart_new ());
  self->money = KQ_LINE_CHART (kq_line_chart_new ());
  self->funnel = KQ_BAR_CHART (kq_bar_chart_new (_("Stage"), _("Number"), _("Of the stage before"),
                                                 KQ_CHART_UNIT_COUNT));
  self->compare = KQ_NUMBERS_COMPARE (kq_numbers_compare_new ());
  self->hours = KQ_HEAT_CHART (kq_heat_chart_new (KQ_CHART_UNIT_COUNT));

  add_card (self, GTK_WIDGET (self->coupons), _("Claims and uses per day"), _("coupons"));
  add_card (self, GTK_WIDGET (self->funnel), _("Funnel"), "");
  add_card (self, GTK_WIDGET (self->money), _("Sales and cost per day"), _("yuan"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->compare));
  self->hours_card = add_card (self, GTK_WIDGET (self->hours), _("Uses by weekday and hour"),
                               _("coupons"));
}

/* Whether anything of a measure was told; a line of nothing says nothing. */
static gboolean
append_values (KqPyramid *values,
               GArray    *days,
               KqMeasure  measure)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < days->len; i++)
    {
      const KqSums *sums = &g_array_index (days, KqSums, i);
      gboolean has = (sums->known & 1u << measure) != 0 &&
                     sums->values[measure] != KQ_EXPOSURE_UNBOUNDED;

      kq_pyramid_append (values, has ? sums->values[measure] : KQ_INT_NONE);
      is_known = is_known || has;
    }

  return is_known;
}

static void
add_series (GPtrArray  *series,
            GArray     *days,
            KqMeasure   measure,
            const char *label,
            gboolean    is_plan)
{
  g_autoptr (KqPyramid) values = kq_pyramid_new (NULL, 0);
  KqChartSeries *line;

  if (!append_values (values, days, measure))
    return;

  line = kq_chart_series_new (label, kq_measure_is_money (measure) ? KQ_CHART_UNIT_MONEY
                                                                   : KQ_CHART_UNIT_COUNT, values);
  kq_chart_series_set_plan (line, is_plan);
  g_ptr_array_add (series, line);
}

static void
show_days (KqNumbersCharts       *self,
           KqNumbers             *numbers,
           KqCampaign            *campaign,
           const KqNumbersFilter *filter)
{
  g_autoptr (GArray) days = kq_numbers_by_day (numbers, filter);
  g_autoptr (KqPlan) plan = kq_plan_new (campaign);
  g_autoptr (GArray) planned = kq_plan_by_day (plan, filter);
  g_autoptr (GPtrArray) coupons = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) money = g_ptr_array_new_with_free_func (g_object_unref);

  add_series (coupons, days, KQ_MEASURE_CLAIMS, _("Claims"), FALSE);
  add_series (coupons, days, KQ_MEASURE_USES, _("Uses"), FALSE);
  add_series (coupons, planned, KQ_MEASURE_CLAIMS, _("Claims as planned"), TRUE);
  add_series (coupons, planned, KQ_MEASURE_USES, _("Uses as planned"), TRUE);
  add_series (money, days, KQ_MEASURE_SALES, _("Sales"), FALSE);
  add_series (money, days, KQ_MEASURE_COST, _("Cost"), FALSE);
  add_series (money, planned, KQ_MEASURE_COST, _("Cost as planned"), TRUE);
  kq_line_chart_set_series (self->coupons, filter->first, coupons);
  kq_line_chart_set_series (self->money, filter->first, money);
}

static void
add_stage (KqNumbersCharts *self,
           const char      *name,
           gint64           value,
           gint64           rate)
{
  g_autofree char *note = NULL;

  if (value == KQ_INT_NONE)
    return;
  if (rate != KQ_INT_NONE)
    note = kq_chart_unit_format (KQ_CHART_UNIT_RATE, rate, "CNY");
  kq_bar_chart_add (self->funnel, name, value, note);
}

static gint64
get_sum (const KqFunnel *funnel,
         KqMeasure       measure)
{
  return (funnel->sums.known & 1u << measure) != 0 ? funnel->sums.values[measure] : KQ_INT_NONE;
}

static gint64
divide (gint64 part,
        gint64 whole)
{
  return part == KQ_INT_NONE || whole == KQ_INT_NONE ? KQ_INT_NONE : kq_ratio (part, whole, 1000);
}

static void
show_funnel (KqNumbersCharts       *self,
             KqNumbers             *numbers,
             KqCampaign            *campaign,
             const KqNumbersFilter *filter)
{
  KqFunnel funnel = kq_funnel_compute (numbers, campaign, filter);
  const gint64 uses = get_sum (&funnel, KQ_MEASURE_USES);
  const gint64 orders = get_sum (&funnel, KQ_MEASURE_ORDERS);

  kq_bar_chart_clear (self->funnel);
  add_stage (self, _("Issued"), funnel.issued, KQ_INT_NONE);
  add_stage (self, _("Claimed"), get_sum (&funnel, KQ_MEASURE_CLAIMS), funnel.claim_rate);
  add_stage (self, _("Redeemed"), uses, funnel.use_rate);
  add_stage (self, _("Orders"), orders, divide (orders, uses));
  add_stage (self, _("Repurchasers"), get_sum (&funnel, KQ_MEASURE_REPURCHASERS),
             funnel.repurchase_rate);
}

static void
show_hours (KqNumbersCharts       *self,
            KqNumbers             *numbers,
            const KqNumbersFilter *filter)
{
  g_autofree KqHourSums *hours = g_new (KqHourSums, 1);
  gint64 values[KQ_HEAT_CHART_N_CELLS];
  gboolean is_known = kq_numbers_by_hour (numbers, filter, hours);

  gtk_widget_set_visible (self->hours_card, is_known);
  if (!is_known)
    return;

  for (guint i = 0; i < KQ_HEAT_CHART_N_CELLS; i++)
    {
      const KqSums *sums =
        &hours->sums[i / KQ_HEAT_CHART_N_HOURS][i % KQ_HEAT_CHART_N_HOURS];

      values[i] = (sums->known & 1u << KQ_MEASURE_USES) != 0 ? sums->values[KQ_MEASURE_USES]
                                                             : KQ_INT_NONE;
    }
  kq_heat_chart_set_values (self->hours, values);
}

/**
 * kq_numbers_charts_new:
 *
 * Returns: (transfer floating): the charts
 */
GtkWidget *
kq_numbers_charts_new (void)
{
  return g_object_new (KQ_TYPE_NUMBERS_CHARTS, NULL);
}

/**
 * kq_numbers_charts_show:
 * @self: the charts
 * @numbers: the figures
 * @campaign: their campaign
 * @filter: which of them
 */
void
kq_numbers_charts_show (KqNumbersCharts       *self,
                        KqNumbers             *numbers,
                        KqCampaign            *campaign,
                        const KqNumbersFilter *filter)
{
  const char *currency;

  g_return_if_fail (KQ_IS_NUMBERS_CHARTS (self) && numbers != NULL && KQ_IS_CAMPAIGN (campaign));

  currency = kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY);
  kq_chart_set_currency (KQ_CHART (self->money), currency);
  show_days (self, numbers, campaign, filter);
  show_funnel (self, numbers, campaign, filter);
  kq_numbers_compare_show (self->compare, numbers, campaign, filter);
  show_hours (self, numbers, filter);
}
