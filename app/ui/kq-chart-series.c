/* kq-chart-series.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-series.h"

#include <glib/gi18n-lib.h>

#include "kq-field.h"
#include "kq-money.h"

/**
 * KqChartSeries:
 *
 * The values of one line, and what they are called.
 */
struct _KqChartSeries {
  GObject      parent_instance;

  char        *label;    /* (owned) */
  KqChartUnit  unit;
  gboolean     plan;
  KqPyramid   *values;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (KqChartSeries, kq_chart_series, G_TYPE_OBJECT)

static void
kq_chart_series_finalize (GObject *object)
{
  KqChartSeries *self = KQ_CHART_SERIES (object);

  g_free (self->label);
  kq_pyramid_unref (self->values);

  G_OBJECT_CLASS (kq_chart_series_parent_class)->finalize (object);
}

static void
kq_chart_series_class_init (KqChartSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_chart_series_finalize;
}

static void
kq_chart_series_init (KqChartSeries *self)
{
}

/**
 * kq_chart_series_new:
 * @label: what the values are, for people
 * @unit: in what they are given
 * @values: one after the other, %KQ_INT_NONE where nothing is known
 *
 * Returns: (transfer full): a series
 */
KqChartSeries *
kq_chart_series_new (const char  *label,
                     KqChartUnit  unit,
                     KqPyramid   *values)
{
  KqChartSeries *self;

  g_return_val_if_fail (label != NULL && values != NULL, NULL);

  self = g_object_new (KQ_TYPE_CHART_SERIES, NULL);
  self->label = g_strdup (label);
  self->unit = unit;
  self->values = kq_pyramid_ref (values);

  return self;
}

const char *
kq_chart_series_get_label (KqChartSeries *self)
{
  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), NULL);

  return self->label;
}

KqChartUnit
kq_chart_series_get_unit (KqChartSeries *self)
{
  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), KQ_CHART_UNIT_COUNT);

  return self->unit;
}

/* (transfer none) */
KqPyramid *
kq_chart_series_get_values (KqChartSeries *self)
{
  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), NULL);

  return self->values;
}

/**
 * kq_chart_series_get_value:
 * @self: a series
 * @position: which of its values; there may be none
 *
 * Returns: the value, %KQ_INT_NONE where nothing is known
 */
gint64
kq_chart_series_get_value (KqChartSeries *self,
                           guint          position)
{
  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), KQ_INT_NONE);

  return position < kq_pyramid_get_length (self->values)
         ? kq_pyramid_get_value (self->values, position) : KQ_INT_NONE;
}

/**
 * kq_chart_series_is_plan:
 * @self: a series
 *
 * Returns: whether it is what was planned, and not what happened
 */
gboolean
kq_chart_series_is_plan (KqChartSeries *self)
{
  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), FALSE);

  return self->plan;
}

void
kq_chart_series_set_plan (KqChartSeries *self,
                          gboolean       plan)
{
  g_return_if_fail (KQ_IS_CHART_SERIES (self));

  self->plan = !!plan;
}

/**
 * kq_chart_unit_format:
 * @unit: a unit
 * @value: a value in it, or %KQ_INT_NONE
 * @currency: ISO 4217 code, of money
 *
 * Returns: (transfer full): the value for people
 */
char *
kq_chart_unit_format (KqChartUnit  unit,
                      gint64       value,
                      const char  *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  if (value == KQ_INT_NONE)
    return g_strdup (C_("a value that isn't known", "–"));

  switch (unit)
    {
    case KQ_CHART_UNIT_MONEY:
      return kq_money_format_short (value, currency);
    case KQ_CHART_UNIT_RATE:
      /* Translators: a percentage, such as 62.0% */
      return g_strdup_printf (_("%.1f%%"), value / 10.);
    case KQ_CHART_UNIT_COUNT:
    default:
      return kq_count_format (value);
    }
}

/**
 * kq_chart_unit_format_raw:
 * @unit: a unit
 * @value: a value in it, or %KQ_INT_NONE
 *
 * Returns: (transfer full): the value for machines, money in yuan, rates as
 *   parts of 1; "" where it isn't known
 */
char *
kq_chart_unit_format_raw (KqChartUnit unit,
                          gint64      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == KQ_INT_NONE)
    return g_strdup ("");
  if (unit == KQ_CHART_UNIT_MONEY)
    return kq_money_format_plain (value);
  if (unit == KQ_CHART_UNIT_RATE)
    return g_strdup (g_ascii_formatd (text, sizeof text, "%.3f", value / 1000.));

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}
