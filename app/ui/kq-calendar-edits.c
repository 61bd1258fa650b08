/* kq-calendar-edits.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-plot-private.h"

#include <glib/gi18n-lib.h>

#include "kq-edit.h"

/* What is done in a calendar, each as one step with a name. */

static void
apply (KqCalendarPlot *self,
       GPtrArray      *edits,
       const char     *name)
{
  KqHistory *history = kq_document_get_history (self->document);
  g_autoptr (GError) error = NULL;

  if (edits->len == 0)
    return;

  kq_history_begin (history, name);
  if (!kq_campaign_edit (kq_document_get_campaign (self->document), edits, &error))
    g_info ("%s: %s", name, error->message);
  kq_history_end (history);
}

/* The gap that a coupon is extended over, or NULL */
const KqGap *
kq_calendar_plot_find_gap (KqCalendarPlot *self,
                           KqObject       *object)
{
  guint n_gaps;
  const KqLaneGap *gaps = kq_lanes_get_gaps (self->lanes, &n_gaps);

  for (guint i = 0; i < n_gaps; i++)
    if (gaps[i].gap.before == object ||
        (gaps[i].gap.before == NULL && gaps[i].gap.after == object))
      return &gaps[i].gap;

  return NULL;
}

/* @seconds: where the edge comes to rest */
void
kq_calendar_plot_move (KqCalendarPlot *self,
                       const KqBar    *bar,
                       KqBarEdge       edge,
                       gint64          seconds)
{
  g_autoptr (GPtrArray) edits = kq_lanes_drag (self->lanes, bar, edge, seconds);
  const char *label = kq_object_get_label (bar->object);
  g_autofree char *name = g_strdup_printf (edge == KQ_BAR_WHOLE ? _("move %s in time")
                                                                : _("stretch %s"), label);

  apply (self, edits, name);
}

void
kq_calendar_plot_close_gap (KqCalendarPlot *self,
                            const KqGap    *gap)
{
  g_autoptr (GPtrArray) edits = kq_lanes_close_gap (self->lanes, gap);

  apply (self, edits, _("close a gap"));
}
