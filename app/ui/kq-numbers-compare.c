/* kq-numbers-compare.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-numbers-compare.h"

#include <glib/gi18n-lib.h>

#include "kq-bar-chart.h"
#include "kq-chart-card.h"
#include "kq-drop-down.h"
#include "kq-facts-names.h"

/* As many bars as one compares by eye; a table of more is in the report. */
#define MAX_BARS 30

/**
 * KqNumbersCompare:
 *
 * Coupon by coupon: a bar each, the longest first, of a measure that one chooses.
 */
struct _KqNumbersCompare {
  AdwBin           parent_instance;

  KqBarChart      *chart;
  KqChartCard     *card;
  GtkDropDown     *measures;

  KqNumbers       *numbers;   /* (owned) (nullable) */
  KqFactsNames    *names;     /* (owned) (nullable) */
  KqNumbersFilter  filter;
  char            *object;    /* (owned) (nullable): of the filter */
};

G_DEFINE_FINAL_TYPE (KqNumbersCompare, kq_numbers_compare, ADW_TYPE_BIN)

typedef struct {
  guint  object;
  gint64 value;
} Bar;

static KqMeasure
get_measure (KqNumbersCompare *self)
{
  const guint selected = gtk_drop_down_get_selected (self->measures);

  return selected < KQ_N_MAIN_MEASURES ? selected : KQ_MEASURE_CLAIMS;
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *first = a, *second = b;

  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;

  return first->object < second->object ? -1 : first->object > second->object;
}

static GArray *
make_bars (KqNumbersCompare *self,
           KqMeasure         measure)
{
  g_autoptr (GArray) sums = kq_numbers_by_object (self->numbers, &self->filter);
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));

  for (guint i = 0; i < sums->len; i++)
    {
      const KqObjectSums *of_object = &g_array_index (sums, KqObjectSums, i);
      Bar bar = { of_object->object, of_object->sums.values[measure] };

      if ((of_object->sums.known & 1u << measure) != 0)
        g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);

  return bars;
}

static void
update_title (KqNumbersCompare *self,
              guint             n_bars)
{
  g_autofree char *more = NULL;

  if (n_bars > MAX_BARS)
    more = g_strdup_printf (_("the %u highest of %u"), MAX_BARS, n_bars);
  kq_chart_card_set_title (self->card, _("Comparison by coupon"), more != NULL ? more : "");
}

static void
update (KqNumbersCompare *self)
{
  const KqMeasure measure = get_measure (self);
  g_autoptr (GArray) bars = NULL;

  if (self->numbers == NULL)
    return;

  bars = make_bars (self, measure);
  kq_bar_chart_set_value_title (self->chart, kq_measure_get_label (measure),
                                kq_measure_is_money (measure) ? KQ_CHART_UNIT_MONEY
                                                              : KQ_CHART_UNIT_COUNT);
  for (guint i = 0; i < MIN (bars->len, MAX_BARS); i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);
      const char *id = kq_facts_get_object (kq_numbers_get_facts (self->numbers), bar->object);

      kq_bar_chart_add (self->chart, kq_facts_names_get (self->names, id), bar->value, NULL);
    }
  update_title (self, bars->len);
}

static void
kq_numbers_compare_finalize (GObject *object)
{
  KqNumbersCompare *self = KQ_NUMBERS_COMPARE (object);

  g_clear_pointer (&self->numbers, kq_numbers_unref);
  g_clear_pointer (&self->names, kq_facts_names_free);
  g_free (self->object);

  G_OBJECT_CLASS (kq_numbers_compare_parent_class)->finalize (object);
}

static void
kq_numbers_compare_class_init (KqNumbersCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_numbers_compare_finalize;
}

static GtkWidget *
make_measures (void)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *measures;

  for (guint i = 0; i < KQ_N_MAIN_MEASURES; i++)
    gtk_string_list_append (labels, kq_measure_get_label (i));
  measures = kq_drop_down_new (G_LIST_MODEL (labels));
  gtk_widget_set_valign (measures, GTK_ALIGN_START);
  kq_drop_down_set_name (measures, _("What is compared"));

  return measures;
}

static void
kq_numbers_compare_init (KqNumbersCompare *self)
{
  GtkWidget *measures = make_measures ();

  self->measures = GTK_DROP_DOWN (measures);
  self->chart = KQ_BAR_CHART (kq_bar_chart_new (_("Coupon"), _("Claims"), NULL,
                                                KQ_CHART_UNIT_COUNT));
  self->card = KQ_CHART_CARD (kq_chart_card_new (KQ_CHART (self->chart), "", ""));
  update_title (self, 0);
  kq_chart_card_add_control (self->card, measures);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->card));
  g_signal_connect_object (measures, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kq_numbers_compare_new:
 *
 * Returns: (transfer floating): a comparison
 */
GtkWidget *
kq_numbers_compare_new (void)
{
  return g_object_new (KQ_TYPE_NUMBERS_COMPARE, NULL);
}

/**
 * kq_numbers_compare_show:
 * @self: a comparison
 * @numbers: the figures
 * @campaign: their campaign, for the names
 * @filter: which of them
 */
void
kq_numbers_compare_show (KqNumbersCompare      *self,
                         KqNumbers             *numbers,
                         KqCampaign            *campaign,
                         const KqNumbersFilter *filter)
{
  g_return_if_fail (KQ_IS_NUMBERS_COMPARE (self) && numbers != NULL && filter != NULL);

  kq_numbers_ref (numbers);
  g_clear_pointer (&self->numbers, kq_numbers_unref);
  self->numbers = numbers;
  g_clear_pointer (&self->names, kq_facts_names_free);
  self->names = kq_facts_names_new (campaign);
  g_free (self->object);
  self->object = g_strdup (filter->object);
  self->filter = *filter;
  self->filter.object = self->object;
  kq_chart_set_currency (KQ_CHART (self->chart),
                         kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY));
  update (self);
}
