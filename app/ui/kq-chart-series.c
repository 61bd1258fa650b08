/* kq-chart-series.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kq-money.h"

/* How many values, or ranges below, one range of the pyramid sums up */
#define BLOCK 16

typedef struct {
  double least;
  double most;
} Range;

/**
 * KqChartSeries:
 *
 * The values of one line or row of bars. Above them stands a pyramid of the
 * least and the most of every sixteen, so that what a pixel of a million values
 * has to show is found in a few steps, and no peak is ever left out.
 */
struct _KqChartSeries {
  GObject      parent_instance;

  char        *label;    /* (owned) */
  KqChartUnit  unit;
  gboolean     plan;
  GArray      *values;   /* (owned) (element-type double): NaN where nothing is known */
  GPtrArray   *pyramid;  /* (owned) (element-type GArray of Range): the finest first */
};

G_DEFINE_FINAL_TYPE (KqChartSeries, kq_chart_series, G_TYPE_OBJECT)

static const Range nothing = { INFINITY, -INFINITY };

static void
kq_chart_series_finalize (GObject *object)
{
  KqChartSeries *self = KQ_CHART_SERIES (object);

  g_free (self->label);
  g_array_unref (self->values);
  g_ptr_array_unref (self->pyramid);

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
  self->pyramid = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/* Level 0 are the values themselves. A value that isn't known takes part in no
 * comparison, so it changes no range. */
static Range
get_range (KqChartSeries *self,
           guint          level,
           guint          position)
{
  double value;

  if (level > 0)
    return g_array_index ((GArray *) g_ptr_array_index (self->pyramid, level - 1), Range, position);

  value = g_array_index (self->values, double, position);

  return isnan (value) ? nothing : (Range) { value, value };
}

static void
add_range (Range *sum,
           Range  range)
{
  sum->least = MIN (sum->least, range.least);
  sum->most = MAX (sum->most, range.most);
}

static void
build_pyramid (KqChartSeries *self)
{
  guint length = self->values->len;

  for (guint level = 0; length > BLOCK; level++)
    {
      GArray *ranges = g_array_sized_new (FALSE, FALSE, sizeof (Range), length / BLOCK + 1);

      for (guint first = 0; first < length; first += BLOCK)
        {
          Range sum = nothing;

          for (guint i = first; i < MIN (first + BLOCK, length); i++)
            add_range (&sum, get_range (self, level, i));
          g_array_append_val (ranges, sum);
        }
      length = ranges->len;
      g_ptr_array_add (self->pyramid, ranges);
    }
}

/**
 * kq_chart_series_new:
 * @label: what the values are, for people
 * @unit: in what they are given
 * @values: (element-type double): one after the other, NaN where nothing is
 *   known; they may not change any more
 *
 * Returns: (transfer full): a series
 */
KqChartSeries *
kq_chart_series_new (const char  *label,
                     KqChartUnit  unit,
                     GArray      *values)
{
  KqChartSeries *self;

  g_return_val_if_fail (label != NULL && values != NULL, NULL);

  self = g_object_new (KQ_TYPE_CHART_SERIES, NULL);
  self->label = g_strdup (label);
  self->unit = unit;
  self->values = g_array_ref (values);
  build_pyramid (self);

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

guint
kq_chart_series_get_length (KqChartSeries *self)
{
  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), 0);

  return self->values->len;
}

/**
 * kq_chart_series_get_value:
 * @self: a series
 * @position: which of its values; there may be none
 *
 * Returns: the value, NaN where nothing is known
 */
double
kq_chart_series_get_value (KqChartSeries *self,
                           guint          position)
{
  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), NAN);

  return position < self->values->len ? g_array_index (self->values, double, position) : NAN;
}

/**
 * kq_chart_series_get_range:
 * @self: a series
 * @first: the first value to look at
 * @end: the one after the last
 * @least: (out): the least of them
 * @most: (out): the most of them
 *
 * It takes a time that grows with the logarithm of their number.
 *
 * Returns: whether anything is known there; otherwise nothing is set
 */
gboolean
kq_chart_series_get_range (KqChartSeries *self,
                           guint          first,
                           guint          end,
                           double        *least,
                           double        *most)
{
  Range sum = nothing;
  guint level = 0;

  g_return_val_if_fail (KQ_IS_CHART_SERIES (self), FALSE);

  end = MIN (end, self->values->len);
  /* What isn't whole blocks at both ends, then the blocks, a level higher. */
  while (first < end)
    {
      gboolean is_top = level == self->pyramid->len;

      while (first < end && (is_top || first % BLOCK != 0))
        add_range (&sum, get_range (self, level, first++));
      while (first < end && end % BLOCK != 0)
        add_range (&sum, get_range (self, level, --end));
      first /= BLOCK;
      end /= BLOCK;
      level++;
    }

  if (sum.least > sum.most)
    return FALSE;

  *least = sum.least;
  *most = sum.most;

  return TRUE;
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
 * @value: a value in it, or NaN
 * @currency: ISO 4217 code, of money
 *
 * Returns: (transfer full): the value for people
 */
char *
kq_chart_unit_format (KqChartUnit  unit,
                      double       value,
                      const char  *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  if (isnan (value))
    return g_strdup (C_("a value that isn't known", "–"));

  switch (unit)
    {
    case KQ_CHART_UNIT_MONEY:
      return kq_money_format_short (llround (value), currency);
    case KQ_CHART_UNIT_RATE:
      /* Translators: a percentage, such as 62.0% */
      return g_strdup_printf (_("%.1f%%"), value * 100);
    case KQ_CHART_UNIT_COUNT:
    default:
      return kq_count_format (llround (value));
    }
}

/**
 * kq_chart_unit_format_raw:
 * @unit: a unit
 * @value: a value in it, or NaN
 *
 * Returns: (transfer full): the value for machines, money in yuan; "" where it
 *   isn't known
 */
char *
kq_chart_unit_format_raw (KqChartUnit unit,
                          double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("");
  if (unit == KQ_CHART_UNIT_MONEY)
    return kq_money_format_plain (llround (value));

  return g_strdup (g_ascii_formatd (text, sizeof text,
                                    unit == KQ_CHART_UNIT_RATE ? "%.4f" : "%.0f", value));
}
