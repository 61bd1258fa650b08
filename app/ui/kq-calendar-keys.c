/* kq-calendar-keys.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-plot-private.h"

/* Where that much or less is seen, keys move by an hour. */
#define HOURS_SPAN (3 * KQ_CALENDAR_DAY)
#define HOUR_SECONDS 3600

/* A calendar by keyboard: the arrows step through it, with Alt they move a bar,
 * with Shift its end and with both its beginning. */

static gboolean
is_before (const KqItem *a,
           const KqItem *b)
{
  return a->start < b->start || (a->start == b->start && a < b);
}

/* The next one in the lane by its beginning, or the one before */
static guint
find_beside (KqCalendarPlot *self,
             guint           from,
             gboolean        forward)
{
  const KqItem *here = kq_calendar_plot_get_item (self, from);
  guint best = KQ_NO_ITEM;

  for (guint i = 0; i < self->items->len; i++)
    {
      const KqItem *item = kq_calendar_plot_get_item (self, i);
      const gboolean is_beyond = forward ? is_before (here, item) : is_before (item, here);

      if (item->lane != here->lane || i == from || !is_beyond)
        continue;
      if (best == KQ_NO_ITEM ||
          (is_before (item, kq_calendar_plot_get_item (self, best)) == forward))
        best = i;
    }

  return best;
}

/* What begins nearest in the next lane that has something, or the one before */
static guint
find_across (KqCalendarPlot *self,
             guint           from,
             int             step)
{
  const KqItem *here = kq_calendar_plot_get_item (self, from);
  gint64 distance = G_MAXINT64;
  guint best = KQ_NO_ITEM;

  for (int lane = (int) here->lane + step;
       best == KQ_NO_ITEM && lane >= 0 && lane < (int) self->places->len; lane += step)
    for (guint i = 0; i < self->items->len; i++)
      {
        const KqItem *item = kq_calendar_plot_get_item (self, i);

        if (item->lane == (guint) lane && ABS (item->start - here->start) < distance)
          {
            distance = ABS (item->start - here->start);
            best = i;
          }
      }

  return best;
}

/* The first or the last of the lane */
static guint
find_outermost (KqCalendarPlot *self,
                guint           from,
                gboolean        forward)
{
  guint next;

  while ((next = find_beside (self, from, forward)) != KQ_NO_ITEM)
    from = next;

  return from;
}

static guint
find_next (KqCalendarPlot *self,
           guint           from,
           guint           key)
{
  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      return find_beside (self, from, FALSE);
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      return find_beside (self, from, TRUE);
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      return find_across (self, from, -1);
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      return find_across (self, from, 1);
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      return find_outermost (self, from, FALSE);
    case GDK_KEY_End: case GDK_KEY_KP_End:
      return find_outermost (self, from, TRUE);
    default:
      return KQ_NO_ITEM;
    }
}

/* A day later is at the same time of day, also where clocks change between. */
static gint64
step_time (KqCalendarPlot *self,
           gint64          seconds,
           int             step)
{
  g_autoptr (GDateTime) before = NULL;
  g_autoptr (GDateTime) after = NULL;

  if (kq_calendar_scale_get_span (self->scale) <= HOURS_SPAN)
    return seconds + step * HOUR_SECONDS;

  before = kq_time_to_date_time ((KqTime) { seconds, 0 }, kq_document_get_zone (self->document));
  after = g_date_time_add_days (before, step);

  return g_date_time_to_unix (after);
}

static gboolean
move (KqCalendarPlot  *self,
      guint            position,
      guint            key,
      GdkModifierType  state)
{
  const KqBar *bar = kq_calendar_plot_get_bar (self, position);
  const int step = key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1 : -1;
  KqBarEdge edge = KQ_BAR_WHOLE;

  if (step < 0 && key != GDK_KEY_Left && key != GDK_KEY_KP_Left)
    return GDK_EVENT_PROPAGATE;
  if (bar == NULL || bar->start_field == KQ_NO_FIELD)
    return GDK_EVENT_STOP;

  if (state == GDK_SHIFT_MASK)
    edge = KQ_BAR_END;
  else if (state & GDK_SHIFT_MASK)
    edge = KQ_BAR_START;
  kq_calendar_plot_move (self, bar, edge,
                         step_time (self, edge == KQ_BAR_END ? bar->end : bar->start, step));

  return GDK_EVENT_STOP;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        KqCalendarPlot        *self)
{
  const guint from = kq_calendar_plot_find_focused (self);
  guint to;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (key == GDK_KEY_Escape)
    return kq_calendar_plot_cancel_drag (self);
  if (from == KQ_NO_ITEM || (state & ~(GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (state != 0)
    return move (self, from, key, state);

  to = find_next (self, from, key);
  if (to == KQ_NO_ITEM)
    return key == GDK_KEY_Left || key == GDK_KEY_Right || key == GDK_KEY_Up || key == GDK_KEY_Down;

  kq_calendar_plot_show_item (self, to);

  return GDK_EVENT_STOP;
}

void
kq_calendar_plot_add_keys (KqCalendarPlot *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  /* Before the buttons of gaps and overlaps */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
