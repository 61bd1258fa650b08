/* kq-pyramid.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pyramid.h"

#include <math.h>

#include "kq-field.h"

/* Enough for as many values as there are numbers for */
#define MAX_LEVELS 32

typedef struct {
  gint64 min;
  gint64 max;
} Range;

static const Range nothing = { G_MAXINT64, G_MININT64 };

struct _KqPyramid {
  gatomicrefcount  refs;
  GArray          *values;              /* (owned) (element-type gint64) */
  GArray          *levels[MAX_LEVELS];  /* (owned) (nullable) (element-type Range): of 2, 4, 8 … */
};

G_DEFINE_BOXED_TYPE (KqPyramid, kq_pyramid, kq_pyramid_ref, kq_pyramid_unref)

/**
 * kq_pyramid_new:
 * @values: (array length=n_values) (nullable): the first values, %KQ_INT_NONE
 *   for what isn't known
 * @n_values: how many
 *
 * Returns: (transfer full): a pyramid
 */
KqPyramid *
kq_pyramid_new (const gint64 *values,
                guint         n_values)
{
  KqPyramid *self = g_new0 (KqPyramid, 1);

  g_atomic_ref_count_init (&self->refs);
  self->values = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_values);
  for (guint i = 0; i < n_values; i++)
    kq_pyramid_append (self, values[i]);

  return self;
}

/**
 * kq_pyramid_ref:
 * @self: a pyramid
 *
 * Returns: (transfer full): @self
 */
KqPyramid *
kq_pyramid_ref (KqPyramid *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * kq_pyramid_unref:
 * @self: (transfer full): a pyramid
 *
 * Frees it with the last reference.
 */
void
kq_pyramid_unref (KqPyramid *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < MAX_LEVELS; i++)
    g_clear_pointer (&self->levels[i], g_array_unref);
  g_array_unref (self->values);
  g_free (self);
}

/* What isn't known widens nothing. */
static void
include (Range  *range,
         gint64  min,
         gint64  max)
{
  if (min == KQ_INT_NONE || min > max)
    return;

  range->min = MIN (range->min, min);
  range->max = MAX (range->max, max);
}

/* Places above hold two of the level below; the last may be of one only. */
static void
widen (GArray *level,
       guint   place,
       gint64  value)
{
  if (place == level->len)
    g_array_append_val (level, nothing);
  include (&g_array_index (level, Range, place), value, value);
}

/* A level that begins now has to know of all that is below it. */
static GArray *
begin_level (KqPyramid *self,
             guint      level,
             guint      length)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint i = 0; i < length; i++)
    widen (ranges, i >> (level + 1), g_array_index (self->values, gint64, i));

  return ranges;
}

/**
 * kq_pyramid_append:
 * @self: a pyramid
 * @value: one more value, %KQ_INT_NONE for one that isn't known
 *
 * Adds it behind the others, in a few steps.
 */
void
kq_pyramid_append (KqPyramid *self,
                   gint64     value)
{
  guint place;

  g_return_if_fail (self != NULL);

  place = self->values->len;
  g_array_append_val (self->values, value);
  for (guint level = 0; level < MAX_LEVELS - 1 && (place >> level) > 0; level++)
    {
      if (self->levels[level] == NULL)
        self->levels[level] = begin_level (self, level, place);
      widen (self->levels[level], place >> (level + 1), value);
    }
}

/**
 * kq_pyramid_get_length:
 * @self: a pyramid
 *
 * Returns: how many values it has
 */
guint
kq_pyramid_get_length (KqPyramid *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->values->len;
}

/**
 * kq_pyramid_get_value:
 * @self: a pyramid
 * @position: which of its values
 *
 * Returns: that value
 */
gint64
kq_pyramid_get_value (KqPyramid *self,
                      guint      position)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (position < self->values->len, 0);

  return g_array_index (self->values, gint64, position);
}

static void
include_place (KqPyramid *self,
               Range     *sum,
               guint      level,
               guint      place)
{
  if (level == 0)
    {
      gint64 value = g_array_index (self->values, gint64, place);

      include (sum, value, value);
    }
  else
    {
      const Range *range = &g_array_index (self->levels[level - 1], Range, place);

      include (sum, range->min, range->max);
    }
}

/**
 * kq_pyramid_look:
 * @self: a pyramid
 * @first: the first value
 * @end: the one behind the last
 *
 * Returns: what there is among these values
 */
KqColumn
kq_pyramid_look (KqPyramid *self,
                 guint      first,
                 guint      end)
{
  KqColumn column = { 0 };
  Range sum = nothing;

  g_return_val_if_fail (self != NULL, column);

  end = MIN (end, self->values->len);
  if (first >= end)
    return column;

  column.n = end - first;
  column.first = g_array_index (self->values, gint64, first);
  column.last = g_array_index (self->values, gint64, end - 1);
  /* The odd ones at both ends, then what is left a level higher */
  for (guint level = 0; first < end; level++, first >>= 1, end >>= 1)
    {
      if (first & 1)
        include_place (self, &sum, level, first++);
      if (end & 1)
        include_place (self, &sum, level, --end);
    }
  column.min = sum.min;
  column.max = sum.max;

  return column;
}

static guint
to_place (double position,
          guint  length)
{
  return (guint) CLAMP (ceil (position), 0, length);
}

/**
 * kq_pyramid_reduce:
 * @self: a pyramid
 * @first: where the first column begins, in values: 2.5 is between the third
 *   and the fourth
 * @end: where the last column ends
 * @n_columns: how many columns of pixels there are
 * @columns: (out caller-allocated) (array length=n_columns): what each holds
 *
 * Divides a stretch among columns of pixels. Every value from @first to @end is
 * in one of them.
 */
void
kq_pyramid_reduce (KqPyramid *self,
                   double     first,
                   double     end,
                   guint      n_columns,
                   KqColumn  *columns)
{
  guint place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (end >= first);

  place = to_place (first, self->values->len);
  for (guint i = 0; i < n_columns; i++)
    {
      double stop = i + 1 < n_columns ? first + (end - first) * (i + 1) / n_columns : end;
      guint next = MAX (place, to_place (stop, self->values->len));

      columns[i] = kq_pyramid_look (self, place, next);
      place = next;
    }
}
