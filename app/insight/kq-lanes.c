/* kq-lanes.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-lanes.h"

#include <glib/gi18n-lib.h>

#include "kq-lanes-private.h"

G_DEFINE_BOXED_TYPE (KqLanes, kq_lanes, kq_lanes_ref, kq_lanes_unref)

static void
lane_clear (gpointer lane)
{
  g_ptr_array_unref (((KqLane *) lane)->levels);
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const KqBar *left = a, *right = b;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  /* The longer one is begun with. */
  return left->end > right->end ? -1 : left->end < right->end;
}

/* Each bar in the first row that is free when it begins */
static void
stack (KqLanes *self,
       KqLane  *lane)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lane->n_bars; i++)
    {
      KqBar *bar = &g_array_index (self->bars, KqBar, lane->first_bar + i);

      while (bar->row < ends->len && g_array_index (ends, gint64, bar->row) >= bar->start)
        bar->row++;
      if (bar->row == ends->len)
        g_array_append_val (ends, bar->end);
      else
        g_array_index (ends, gint64, bar->row) = bar->end;
    }
  lane->n_rows = MAX (1, ends->len);
}

static void
arrange (KqLanes *self)
{
  guint place = 0;

  g_array_sort (self->bars, compare_bars);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      KqLane *lane = &g_array_index (self->lanes, KqLane, i);

      lane->first_bar = place;
      while (place < self->bars->len && g_array_index (self->bars, KqBar, place).lane == i)
        place++;
      lane->n_bars = place - lane->first_bar;
      stack (self, lane);
    }
}

static gboolean
has_level (const KqLane *lane,
           KqObject     *level)
{
  return lane->levels->len == 0 || g_ptr_array_find (lane->levels, level, NULL);
}

/* Levels that share a lane share its gaps. */
static void
add_gap (KqLanes     *self,
         const KqGap *gap)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const KqLane *lane = &g_array_index (self->lanes, KqLane, i);
      KqLaneGap found = { i, *gap };

      if (lane->platform != gap->platform || lane->kind != KQ_LANE_LEVELS ||
          !has_level (lane, gap->level))
        continue;
      for (guint j = 0; j < self->gaps->len; j++)
        {
          const KqLaneGap *other = &g_array_index (self->gaps, KqLaneGap, j);

          if (other->lane == i && other->gap.start.seconds == gap->start.seconds)
            return;
        }
      g_array_append_val (self->gaps, found);
      return;
    }
}

static void
add_overlap (KqLanes         *self,
             const KqOverlap *overlap)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const KqBar *bar = &g_array_index (self->bars, KqBar, i);

      if (bar->object == overlap->a)
        {
          KqLaneOverlap found = { bar->lane, *overlap };

          g_array_append_val (self->overlaps, found);
          return;
        }
    }
}

static void
find_troubles (KqLanes *self)
{
  g_autoptr (GArray) gaps = kq_calendar_find_gaps (self->campaign);
  g_autoptr (GArray) overlaps = kq_calendar_find_overlaps (self->campaign);

  for (guint i = 0; i < gaps->len; i++)
    add_gap (self, &g_array_index (gaps, KqGap, i));
  for (guint i = 0; i < overlaps->len; i++)
    {
      const KqOverlap *overlap = &g_array_index (overlaps, KqOverlap, i);

      if (kq_time_is_set (overlap->start))
        add_overlap (self, overlap);
    }
}

/**
 * kq_lanes_new:
 * @campaign: a campaign that doesn't change while there are the lanes
 * @flags: what to show of it
 *
 * Returns: (transfer full): the campaign as a calendar
 */
KqLanes *
kq_lanes_new (KqCampaign   *campaign,
              KqLanesFlags  flags)
{
  KqLanes *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  self = g_new0 (KqLanes, 1);
  g_atomic_ref_count_init (&self->refs);
  self->campaign = g_object_ref (campaign);
  self->zone = kq_campaign_dup_zone (campaign);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (KqLane));
  g_array_set_clear_func (self->lanes, lane_clear);
  self->bars = g_array_new (FALSE, FALSE, sizeof (KqBar));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (KqLaneGap));
  self->overlaps = g_array_new (FALSE, FALSE, sizeof (KqLaneOverlap));

  kq_lanes_collect (self, flags);
  arrange (self);
  find_troubles (self);

  return self;
}

/**
 * kq_lanes_ref:
 * @self: lanes
 *
 * Returns: (transfer full): @self
 */
KqLanes *
kq_lanes_ref (KqLanes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * kq_lanes_unref:
 * @self: (transfer full): lanes
 *
 * Frees them with the last reference.
 */
void
kq_lanes_unref (KqLanes *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->overlaps);
  g_array_unref (self->gaps);
  g_array_unref (self->bars);
  g_array_unref (self->lanes);
  g_time_zone_unref (self->zone);
  g_object_unref (self->campaign);
  g_free (self);
}

/**
 * kq_lanes_get_lanes:
 * @self: lanes
 * @n_lanes: (out): how many
 *
 * Returns: (transfer none) (array length=n_lanes): the lanes, by platform and
 *   audience
 */
const KqLane *
kq_lanes_get_lanes (KqLanes *self,
                    guint   *n_lanes)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_lanes = self->lanes->len;

  return (const KqLane *) (gpointer) self->lanes->data;
}

/**
 * kq_lanes_get_bars:
 * @self: lanes
 * @n_bars: (out): how many
 *
 * Returns: (transfer none) (array length=n_bars): the bars, by lane and start
 */
const KqBar *
kq_lanes_get_bars (KqLanes *self,
                   guint   *n_bars)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_bars = self->bars->len;

  return (const KqBar *) (gpointer) self->bars->data;
}

/**
 * kq_lanes_get_gaps:
 * @self: lanes
 * @n_gaps: (out): how many
 *
 * Returns: (transfer none) (array length=n_gaps): where there is nothing to claim
 */
const KqLaneGap *
kq_lanes_get_gaps (KqLanes *self,
                   guint   *n_gaps)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_gaps = self->gaps->len;

  return (const KqLaneGap *) (gpointer) self->gaps->data;
}

/**
 * kq_lanes_get_overlaps:
 * @self: lanes
 * @n_overlaps: (out): how many
 *
 * Returns: (transfer none) (array length=n_overlaps): what is side by side and
 *   can't be
 */
const KqLaneOverlap *
kq_lanes_get_overlaps (KqLanes *self,
                       guint   *n_overlaps)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_overlaps = self->overlaps->len;

  return (const KqLaneOverlap *) (gpointer) self->overlaps->data;
}

/**
 * kq_lanes_get_span:
 * @self: lanes
 * @start: (out): the first second of all bars
 * @end: (out): the last one
 *
 * Returns: whether there is a bar
 */
gboolean
kq_lanes_get_span (KqLanes *self,
                   gint64  *start,
                   gint64  *end)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *start = G_MAXINT64;
  *end = G_MININT64;
  for (guint i = 0; i < self->bars->len; i++)
    {
      *start = MIN (*start, g_array_index (self->bars, KqBar, i).start);
      *end = MAX (*end, g_array_index (self->bars, KqBar, i).end);
    }

  return self->bars->len > 0;
}

static char *
describe_levels (const KqLane *lane)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (lane->levels->len == 0)
    return g_strdup (_("All levels"));
  for (guint i = 0; i < lane->levels->len; i++)
    {
      KqObject *level = g_ptr_array_index (lane->levels, i);

      if (i > 0)
        g_string_append (names, C_("between names", ", "));
      g_string_append (names, kq_object_get_text (level, kq_object_find_field (level, "name")));
    }

  return g_strdup (names->str);
}

/**
 * kq_lane_describe:
 * @lane: a lane
 *
 * Returns: (transfer full): for whom it is, in words
 */
char *
kq_lane_describe (const KqLane *lane)
{
  static const char * const labels[] = {
    [KQ_LANE_NEW_MEMBERS] = N_("New members"),
    [KQ_LANE_NEW_PACKS] = N_("New-member packs"),
    [KQ_LANE_PACKS] = N_("Member packs"),
    [KQ_LANE_ACTIVITIES] = N_("Exclusive activities"),
    [KQ_LANE_PUSH] = N_("Pushed coupons"),
    [KQ_LANE_FISSION] = N_("Fission coupons"),
  };

  g_return_val_if_fail (lane != NULL, NULL);

  return lane->kind == KQ_LANE_LEVELS ? describe_levels (lane) : g_strdup (_(labels[lane->kind]));
}
