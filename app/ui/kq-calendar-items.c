/* kq-calendar-items.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-items.h"

#define PADDING 8

/* What a calendar shows, and where: apart from widgets, for most have none. */

static void
add_bars (GArray  *items,
          KqLanes *lanes)
{
  guint n_bars;
  const KqBar *bars = kq_lanes_get_bars (lanes, &n_bars);

  for (guint i = 0; i < n_bars; i++)
    {
      KqItem item = { KQ_ITEM_BAR, i, 1, bars[i].lane, bars[i].start, bars[i].end, 0, 0, NULL };

      g_array_append_val (items, item);
    }
}

static void
add_gaps (GArray  *items,
          KqLanes *lanes)
{
  guint n_gaps;
  const KqLaneGap *gaps = kq_lanes_get_gaps (lanes, &n_gaps);

  for (guint i = 0; i < n_gaps; i++)
    {
      KqItem item = { KQ_ITEM_GAP, i, 1, gaps[i].lane, gaps[i].gap.start.seconds,
                      gaps[i].gap.end.seconds, 0, 0, NULL };

      g_array_append_val (items, item);
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const KqItem *left = a, *right = b;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

/* Those that meet are one mark: of each pair of a hundred packs nobody could
 * see the ten thousandth. */
static void
add_overlaps (GArray  *items,
              KqLanes *lanes)
{
  guint n_overlaps, n_marks = 0;
  const KqLaneOverlap *overlaps = kq_lanes_get_overlaps (lanes, &n_overlaps);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (KqItem));
  KqItem *marks;

  for (guint i = 0; i < n_overlaps; i++)
    {
      KqItem item = { KQ_ITEM_OVERLAP, i, 1, overlaps[i].lane, overlaps[i].overlap.start.seconds,
                      overlaps[i].overlap.end.seconds, 0, 0, NULL };

      g_array_append_val (all, item);
    }
  g_array_sort (all, compare_items);
  marks = (KqItem *) (gpointer) all->data;
  for (guint i = 0; i < all->len; i++)
    if (n_marks > 0 && marks[n_marks - 1].lane == marks[i].lane &&
        marks[i].start <= marks[n_marks - 1].end)
      {
        marks[n_marks - 1].end = MAX (marks[n_marks - 1].end, marks[i].end);
        marks[n_marks - 1].count++;
      }
    else
      marks[n_marks++] = marks[i];
  if (n_marks > 0)
    g_array_append_vals (items, marks, n_marks);
}

/**
 * kq_calendar_items_new:
 * @lanes: a campaign as a calendar
 *
 * Returns: (transfer full) (element-type KqItem): what it shows, by lane and in
 *   the order in which one steps through it
 */
GArray *
kq_calendar_items_new (KqLanes *lanes)
{
  GArray *items;

  g_return_val_if_fail (lanes != NULL, NULL);

  items = g_array_new (FALSE, FALSE, sizeof (KqItem));
  add_gaps (items, lanes);
  add_overlaps (items, lanes);
  add_bars (items, lanes);
  g_array_sort (items, compare_items);

  return items;
}

static gboolean
has_overlap (GArray *items,
             guint   lane)
{
  for (guint i = 0; i < items->len; i++)
    {
      const KqItem *item = &g_array_index (items, KqItem, i);

      if (item->lane == lane && item->kind == KQ_ITEM_OVERLAP)
        return TRUE;
    }

  return FALSE;
}

static GArray *
place_lanes (KqLanes  *lanes,
             GArray   *items,
             gboolean  has_heads)
{
  guint n_lanes;
  const KqLane *lane = kq_lanes_get_lanes (lanes, &n_lanes);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (KqLanePlace));
  int y = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      KqLanePlace place = { y, 0, PADDING + (has_heads ? KQ_CALENDAR_LABEL : 0) };

      if (has_overlap (items, i))
        place.head += KQ_CALENDAR_LABEL;
      place.height = place.head + lane[i].n_rows * KQ_CALENDAR_ROW + PADDING;
      y += place.height;
      g_array_append_val (places, place);
    }

  return places;
}

/**
 * kq_calendar_items_place:
 * @lanes: a campaign as a calendar
 * @items: (element-type KqItem): what it shows; their places are set
 * @has_heads: whether what a lane is stands over its bars, not beside them
 *
 * Returns: (transfer full) (element-type KqLanePlace): where the lanes are
 */
GArray *
kq_calendar_items_place (KqLanes  *lanes,
                         GArray   *items,
                         gboolean  has_heads)
{
  GArray *places;
  guint n_bars;
  const KqBar *bars;

  g_return_val_if_fail (lanes != NULL && items != NULL, NULL);

  bars = kq_lanes_get_bars (lanes, &n_bars);
  places = place_lanes (lanes, items, has_heads);
  for (guint i = 0; i < items->len; i++)
    {
      KqItem *item = &g_array_index (items, KqItem, i);
      const KqLanePlace *place = &g_array_index (places, KqLanePlace, item->lane);

      item->y = place->head + (item->kind == KQ_ITEM_BAR ? bars[item->index].row : 0) *
                              KQ_CALENDAR_ROW;
      item->height = KQ_CALENDAR_BAR_HEIGHT;
      if (item->kind == KQ_ITEM_OVERLAP)
        {
          item->y = place->head - KQ_CALENDAR_LABEL;
          item->height = KQ_CALENDAR_LABEL - 2;
        }
    }

  return places;
}
