/* kq-numbers.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-numbers.h"

#include <string.h>

#include "kq-list.h"

struct _KqNumbers {
  gatomicrefcount  refs;
  KqFacts         *facts;      /* (owned) */
  int             *platforms;  /* (owned): of each object, -1 for none */
};

/* The rows of a filter, one after the other */
typedef struct {
  KqNumbers    *numbers;
  const KqFact *row;
  const KqFact *end;
  guint         platforms;
  gboolean      one;     /* whether only @object counts */
  guint         object;
} Rows;

G_DEFINE_BOXED_TYPE (KqNumbers, kq_numbers, kq_numbers_ref, kq_numbers_unref)

static void
note_platforms (KqNumbers *self,
                KqList    *list)
{
  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *object = kq_list_get (list, i);
      guint number;

      if (kq_facts_find_object (self->facts, kq_object_get_id (object), &number) &&
          self->platforms[number] < 0)
        self->platforms[number] = kq_object_get_platform (object);
    }
}

/**
 * kq_numbers_new:
 * @facts: facts that are settled
 * @campaign: their campaign, of which the platforms are read
 *
 * Returns: (transfer full): the facts, to be added up; in any thread
 */
KqNumbers *
kq_numbers_new (KqFacts    *facts,
                KqCampaign *campaign)
{
  static const guint lists[] = {
    KQ_CAMPAIGN_COUPONS, KQ_CAMPAIGN_ACTIVITIES, KQ_CAMPAIGN_FISSIONS, KQ_CAMPAIGN_GIFT_PACKS,
    KQ_CAMPAIGN_MEMBER_CARDS,
  };
  KqNumbers *self;
  guint n;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  n = kq_facts_get_n_objects (facts);
  self = g_new0 (KqNumbers, 1);
  g_atomic_ref_count_init (&self->refs);
  self->facts = kq_facts_ref (facts);
  self->platforms = g_new (int, n);
  for (guint i = 0; i < n; i++)
    self->platforms[i] = -1;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    note_platforms (self, kq_object_get_list (KQ_OBJECT (campaign), lists[i]));

  return self;
}

/**
 * kq_numbers_ref:
 * @self: numbers
 *
 * Returns: (transfer full): @self
 */
KqNumbers *
kq_numbers_ref (KqNumbers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * kq_numbers_unref:
 * @self: (transfer full): numbers
 *
 * Frees them with the last reference.
 */
void
kq_numbers_unref (KqNumbers *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  kq_facts_unref (self->facts);
  g_free (self->platforms);
  g_free (self);
}

/**
 * kq_numbers_get_facts:
 * @self: numbers
 *
 * Returns: (transfer none): what they are made of
 */
KqFacts *
kq_numbers_get_facts (KqNumbers *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

/**
 * kq_numbers_get_platform:
 * @self: numbers
 * @object: which of the facts' objects
 *
 * Returns: its #KqPlatform, or -1 where the campaign doesn't know it any more
 */
int
kq_numbers_get_platform (KqNumbers *self,
                         guint      object)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (object < kq_facts_get_n_objects (self->facts), -1);

  return self->platforms[object];
}

/**
 * kq_numbers_get_span:
 * @self: numbers
 * @filter: (out): all of them
 *
 * Returns: whether there are any; else @filter is of no day
 */
gboolean
kq_numbers_get_span (KqNumbers       *self,
                     KqNumbersFilter *filter)
{
  const KqFact *rows;
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);

  rows = kq_facts_get_rows (self->facts, &n);
  *filter = (KqNumbersFilter) { .first = 0, .last = -1 };
  if (n == 0)
    return FALSE;
  filter->first = rows[0].day;
  filter->last = rows[n - 1].day;

  return TRUE;
}

/**
 * kq_numbers_filter_before:
 * @filter: a period
 *
 * Returns: the period of as many days that ends the day before, else the same
 */
KqNumbersFilter
kq_numbers_filter_before (const KqNumbersFilter *filter)
{
  KqNumbersFilter before = *filter;

  before.last = filter->first - 1;
  before.first = filter->first - (filter->last - filter->first + 1);

  return before;
}

static void
rows_init (Rows                  *self,
           KqNumbers             *numbers,
           const KqNumbersFilter *filter)
{
  guint n, n_day, first, end;

  *self = (Rows) { .numbers = numbers, .platforms = filter->platforms };
  self->row = kq_facts_get_rows (numbers->facts, &n);
  first = kq_facts_find_day (numbers->facts, filter->first, &n_day);
  end = kq_facts_find_day (numbers->facts, filter->last, &n_day) + n_day;
  self->end = self->row + MAX (first, end);
  self->row += first;
  if (filter->object != NULL)
    {
      self->one = TRUE;
      if (!kq_facts_find_object (numbers->facts, filter->object, &self->object))
        self->row = self->end;
    }
}

static gboolean
counts (Rows         *self,
        const KqFact *row)
{
  int platform;

  if (self->one && row->object != self->object)
    return FALSE;
  if (self->platforms == 0)
    return TRUE;
  platform = self->numbers->platforms[row->object];

  return platform >= 0 && (self->platforms & 1 << platform);
}

static const KqFact *
rows_next (Rows *self)
{
  while (self->row < self->end)
    if (counts (self, self->row++))
      return self->row - 1;

  return NULL;
}

static inline void
add (KqSums       *sums,
     const KqFact *row)
{
  sums->known |= row->known;
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    sums->values[i] += row->values[i];
}

/**
 * kq_numbers_sum:
 * @self: numbers
 * @filter: which of them
 *
 * Returns: what they come to
 */
KqSums
kq_numbers_sum (KqNumbers             *self,
                const KqNumbersFilter *filter)
{
  KqSums sums = { 0 };
  const KqFact *row;
  Rows rows;

  g_return_val_if_fail (self != NULL, sums);
  g_return_val_if_fail (filter != NULL, sums);

  rows_init (&rows, self, filter);
  while ((row = rows_next (&rows)) != NULL)
    add (&sums, row);

  return sums;
}

/**
 * kq_numbers_by_day:
 * @self: numbers
 * @filter: which of them
 *
 * Returns: (transfer full) (element-type KqSums): one for each day of the
 *   filter, also where nothing was told
 */
GArray *
kq_numbers_by_day (KqNumbers             *self,
                   const KqNumbersFilter *filter)
{
  GArray *days;
  const KqFact *row;
  Rows rows;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  days = g_array_new (FALSE, TRUE, sizeof (KqSums));
  g_array_set_size (days, MAX (0, filter->last - filter->first + 1));
  rows_init (&rows, self, filter);
  while ((row = rows_next (&rows)) != NULL)
    add (&g_array_index (days, KqSums, row->day - filter->first), row);

  return days;
}

/**
 * kq_numbers_by_object:
 * @self: numbers
 * @filter: which of them
 *
 * Returns: (transfer full) (element-type KqObjectSums): of the objects that
 *   something was told of, in the order of their ids
 */
GArray *
kq_numbers_by_object (KqNumbers             *self,
                      const KqNumbersFilter *filter)
{
  g_autofree KqSums *sums = NULL;
  g_autofree gboolean *told = NULL;
  GArray *objects;
  const KqFact *row;
  Rows rows;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  n = kq_facts_get_n_objects (self->facts);
  sums = g_new0 (KqSums, n);
  told = g_new0 (gboolean, n);
  rows_init (&rows, self, filter);
  while ((row = rows_next (&rows)) != NULL)
    {
      add (&sums[row->object], row);
      told[row->object] = TRUE;
    }

  objects = g_array_new (FALSE, FALSE, sizeof (KqObjectSums));
  for (guint i = 0; i < n; i++)
    if (told[i])
      {
        KqObjectSums of_object = { i, sums[i] };

        g_array_append_val (objects, of_object);
      }

  return objects;
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const KqDaySums *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  return strcmp (kq_facts_get_object (data, left->object),
                 kq_facts_get_object (data, right->object));
}

/**
 * kq_numbers_by_day_and_object:
 * @self: numbers
 * @filter: which of them
 *
 * Returns: (transfer full) (element-type KqDaySums): of each day and object that
 *   something was told of, by day and id; hours are added up
 */
GArray *
kq_numbers_by_day_and_object (KqNumbers             *self,
                              const KqNumbersFilter *filter)
{
  GArray *days;
  const KqFact *row;
  Rows rows;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  days = g_array_new (FALSE, FALSE, sizeof (KqDaySums));
  rows_init (&rows, self, filter);
  while ((row = rows_next (&rows)) != NULL)
    {
      KqDaySums *last = days->len > 0 ? &g_array_index (days, KqDaySums, days->len - 1) : NULL;

      if (last == NULL || last->day != row->day || last->object != row->object)
        {
          KqDaySums day = { row->day, row->object, { 0 } };

          g_array_append_val (days, day);
          last = &g_array_index (days, KqDaySums, days->len - 1);
        }
      add (&last->sums, row);
    }
  g_array_sort_with_data (days, compare_days, self->facts);

  return days;
}

/**
 * kq_numbers_by_platform:
 * @self: numbers
 * @filter: which of them
 * @sums: (out caller-allocated): what they come to on each platform
 *
 * What was told of objects that the campaign doesn't know any more is of none.
 */
void
kq_numbers_by_platform (KqNumbers             *self,
                        const KqNumbersFilter *filter,
                        KqSums                 sums[KQ_N_PLATFORMS])
{
  const KqFact *row;
  Rows rows;

  g_return_if_fail (self != NULL);
  g_return_if_fail (filter != NULL);

  memset (sums, 0, KQ_N_PLATFORMS * sizeof *sums);
  rows_init (&rows, self, filter);
  while ((row = rows_next (&rows)) != NULL)
    if (self->platforms[row->object] >= 0)
      add (&sums[self->platforms[row->object]], row);
}

/**
 * kq_numbers_by_hour:
 * @self: numbers
 * @filter: which of them
 * @hours: (out caller-allocated): what they come to, by weekday and hour
 *
 * Leaves out what was told of whole days.
 *
 * Returns: whether anything was told by the hour
 */
gboolean
kq_numbers_by_hour (KqNumbers             *self,
                    const KqNumbersFilter *filter,
                    KqHourSums            *hours)
{
  gboolean any = FALSE;
  const KqFact *row;
  Rows rows;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);

  memset (hours, 0, sizeof *hours);
  rows_init (&rows, self, filter);
  while ((row = rows_next (&rows)) != NULL)
    if (row->hour != KQ_FACT_WHOLE_DAY)
      {
        add (&hours->sums[kq_day_get_weekday (row->day)][row->hour], row);
        any = TRUE;
      }

  return any;
}

/**
 * kq_ratio:
 * @a: what is divided
 * @b: by what
 * @unit: what 1 is in the result: 1000 for per mille
 *
 * Returns: @a × @unit ÷ @b, rounded half away from 0, or %KQ_INT_NONE where @b
 *   isn't above 0
 */
gint64
kq_ratio (gint64 a,
          gint64 b,
          gint64 unit)
{
  __int128 scaled = (__int128) a * unit * 2;

  if (b <= 0)
    return KQ_INT_NONE;

  return (gint64) ((scaled + (a < 0 ? -b : b)) / ((__int128) b * 2));
}
