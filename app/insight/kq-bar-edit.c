/* kq-bar-edit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-bar-edit.h"

#include "kq-coupon.h"
#include "kq-day.h"
#include "kq-lanes-private.h"
#include "kq-list.h"
#include "kq-member-day.h"

typedef struct {
  gint64 wanted;
  gint64 best;
  gint64 distance;
} Snap;

static void
try (Snap   *snap,
     gint64  seconds)
{
  gint64 distance = ABS (seconds - snap->wanted);

  if (distance < snap->distance)
    {
      snap->distance = distance;
      snap->best = seconds;
    }
}

static void
try_neighbours (KqLanes     *self,
                const KqBar *bar,
                gboolean     is_end,
                Snap        *snap)
{
  const KqLane *lane = &g_array_index (self->lanes, KqLane, bar->lane);

  for (guint i = 0; i < lane->n_bars; i++)
    {
      const KqBar *other = &g_array_index (self->bars, KqBar, lane->first_bar + i);

      if (other->object == bar->object)
        continue;
      try (snap, is_end ? other->start - 1 : other->end + 1);
      try (snap, is_end ? other->end : other->start);
    }
}

/* Days begin at midnight, where clocks don't say otherwise, and end the second
 * before. */
static void
try_midnights (KqLanes  *self,
               gboolean  is_end,
               Snap     *snap)
{
  gint32 day = kq_day_of_time ((KqTime) { snap->wanted, 0 }, self->zone);

  if (day == KQ_DAY_NONE)
    return;
  for (gint32 each = day; each <= day + 1; each++)
    {
      KqTime start = kq_day_get_start (each, self->zone);

      if (kq_time_is_set (start))
        try (snap, start.seconds - is_end);
    }
}

static gint64
snap_edge (KqLanes     *self,
           const KqBar *bar,
           gboolean     is_end,
           gint64       seconds,
           gint64       tolerance)
{
  Snap snap = { seconds, seconds, tolerance + 1 };

  try_neighbours (self, bar, is_end, &snap);
  try_midnights (self, is_end, &snap);

  return snap.best;
}

/**
 * kq_lanes_snap:
 * @self: lanes
 * @bar: one of their bars
 * @edge: by what it is dragged
 * @seconds: to where, since 1970-01-01T00:00:00Z
 * @tolerance: within how many seconds it snaps
 *
 * Where a bar comes to rest: at midnight, or where a neighbour in its lane ends
 * or begins, whichever is nearest. All of a bar snaps by either of its edges.
 *
 * Returns: that second
 */
gint64
kq_lanes_snap (KqLanes     *self,
               const KqBar *bar,
               KqBarEdge    edge,
               gint64       seconds,
               gint64       tolerance)
{
  gint64 start, end, length;

  g_return_val_if_fail (self != NULL, seconds);
  g_return_val_if_fail (bar != NULL, seconds);

  if (edge != KQ_BAR_WHOLE)
    return snap_edge (self, bar, edge == KQ_BAR_END, seconds, tolerance);

  length = bar->end - bar->start;
  start = snap_edge (self, bar, FALSE, seconds, tolerance);
  end = snap_edge (self, bar, TRUE, seconds + length, tolerance) - length;
  if (end == seconds || (start != seconds && ABS (start - seconds) <= ABS (end - seconds)))
    return start;

  return end;
}

static void
add_edit (KqLanes   *self,
          GPtrArray *edits,
          KqObject  *object,
          guint      field,
          gint64     seconds)
{
  KqTime time = kq_time_in_zone ((KqTime) { seconds, 0 }, self->zone);
  g_autofree char *text = kq_time_to_string (time);
  JsonNode *value = json_node_init_string (json_node_alloc (), text);

  if (kq_object_get_time (object, field).seconds != seconds)
    g_ptr_array_add (edits, kq_edit_new (kq_object_get_field_pointer (object, field), value));
  else
    json_node_unref (value);
}

/**
 * kq_lanes_drag:
 * @self: lanes
 * @bar: one of their bars
 * @edge: by what it was dragged
 * @seconds: to where, since 1970-01-01T00:00:00Z
 *
 * A bar keeps at least one second: an edge isn't dragged over the other.
 *
 * Returns: (transfer full) (element-type KqEdit): how the campaign changes, for
 *   kq_campaign_edit(); nothing where the bar can't be moved
 */
GPtrArray *
kq_lanes_drag (KqLanes     *self,
               const KqBar *bar,
               KqBarEdge    edge,
               gint64       seconds)
{
  GPtrArray *edits;
  gint64 start, end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (bar != NULL, NULL);

  edits = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_edit_free);
  if (bar->start_field == KQ_NO_FIELD || bar->end_field == KQ_NO_FIELD)
    return edits;

  start = edge == KQ_BAR_END ? bar->start : seconds;
  end = edge == KQ_BAR_END ? seconds : bar->end;
  if (edge == KQ_BAR_WHOLE)
    end = seconds + (bar->end - bar->start);
  if (edge == KQ_BAR_START)
    start = MIN (start, end);
  else
    end = MAX (start, end);
  add_edit (self, edits, bar->object, bar->start_field, start);
  add_edit (self, edits, bar->object, bar->end_field, end);

  return edits;
}

/**
 * kq_lanes_close_gap:
 * @self: lanes
 * @gap: one of their gaps
 *
 * The coupon before the gap is extended, else the one after it.
 *
 * Returns: (transfer full) (element-type KqEdit): how the campaign changes, for
 *   kq_campaign_edit(); nothing where there is no neighbour
 */
GPtrArray *
kq_lanes_close_gap (KqLanes     *self,
                    const KqGap *gap)
{
  GPtrArray *edits;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (gap != NULL, NULL);

  edits = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_edit_free);
  if (gap->before != NULL)
    add_edit (self, edits, gap->before, KQ_COUPON_CLAIM_END, gap->end.seconds);
  else if (gap->after != NULL)
    add_edit (self, edits, gap->after, KQ_COUPON_CLAIM_START, gap->start.seconds);

  return edits;
}

static gboolean
is_member_day (KqObject *member_day,
               gint32    day)
{
  int year, month, of_month;

  switch (kq_object_get_choice (member_day, KQ_MEMBER_DAY_REPEAT))
    {
    case KQ_REPEAT_WEEKLY:
      return kq_object_get_choice (member_day, KQ_MEMBER_DAY_WEEKDAY) ==
             (int) kq_day_get_weekday (day);
    case KQ_REPEAT_MONTHLY:
      kq_day_to_civil (day, &year, &month, &of_month);
      return kq_object_get_int (member_day, KQ_MEMBER_DAY_DAY) == of_month;
    default:
      return FALSE;
    }
}

static void
add_mark (GArray     *marks,
          KqMarkKind  kind,
          gint32      day)
{
  KqMark mark = { kind, day };

  g_array_append_val (marks, mark);
}

/**
 * kq_lanes_list_marks:
 * @self: lanes
 * @first: the first day that is shown
 * @last: the last one
 *
 * Marks member days, and where the campaign has a member center, the Mondays on
 * which member tabs are reviewed.
 *
 * Returns: (transfer full) (element-type KqMark): the marks, by day
 */
GArray *
kq_lanes_list_marks (KqLanes *self,
                     gint32   first,
                     gint32   last)
{
  GArray *marks;
  KqObject *member_day;
  gboolean has_center;

  g_return_val_if_fail (self != NULL, NULL);

  marks = g_array_new (FALSE, FALSE, sizeof (KqMark));
  member_day = kq_object_get_child (KQ_OBJECT (self->campaign), KQ_CAMPAIGN_MEMBER_DAY);
  has_center = kq_list_get_length (kq_object_get_list (KQ_OBJECT (self->campaign),
                                                       KQ_CAMPAIGN_MEMBER_CENTERS)) > 0;
  for (gint32 day = first; day <= last; day++)
    {
      if (member_day != NULL && is_member_day (member_day, day))
        add_mark (marks, KQ_MARK_MEMBER_DAY, day);
      if (has_center && kq_day_get_weekday (day) == 0)
        add_mark (marks, KQ_MARK_REVIEW, day);
    }

  return marks;
}
