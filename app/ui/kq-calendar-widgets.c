/* kq-calendar-widgets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-plot-private.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-calendar-bar.h"
#include "kq-describe.h"
#include "kq-words.h"

#define DAY_SECONDS 86400

/* The widgets of a calendar. */

static char *
describe_lane (KqCalendarPlot *self,
               guint           lane)
{
  guint n_lanes;
  const KqLane *lanes = kq_lanes_get_lanes (self->lanes, &n_lanes);
  g_autofree char *audience = kq_lane_describe (&lanes[lane]);

  return g_strdup_printf ("%s · %s", _(kq_platform_words[lanes[lane].platform].label), audience);
}

static char *
describe_period (KqCalendarPlot *self,
                 const KqItem   *item)
{
  return kq_period_describe ((KqTime) { item->start, 0 }, (KqTime) { item->end, 0 },
                             kq_document_get_zone (self->document));
}

/* Bars */

static void
fill_bar (KqCalendarPlot *self,
          guint           position)
{
  const KqItem *item = kq_calendar_plot_get_item (self, position);
  const KqBar *bar = kq_calendar_plot_get_bar (self, position);
  g_autofree char *label = kq_calendar_bar_dup_label (bar);
  g_autofree char *period = describe_period (self, item);
  g_autofree char *lane = describe_lane (self, item->lane);
  g_autofree char *name = g_strdup_printf ("%s · %s · %s", label, period, lane);

  kq_calendar_bar_set (KQ_CALENDAR_BAR (item->widget), bar, name,
                       kq_calendar_plot_find_gap (self, bar->object) != NULL);
}

static void
on_bar_opened (KqCalendarPlot *self,
               GtkWidget      *widget)
{
  const guint position = kq_calendar_plot_find_item (self, widget);

  if (position != KQ_NO_ITEM)
    g_signal_emit_by_name (self, "opened", kq_calendar_plot_get_bar (self, position)->object);
}

static void
on_bar_extended (KqCalendarPlot *self,
                 GtkWidget      *widget)
{
  const guint position = kq_calendar_plot_find_item (self, widget);
  const KqGap *gap = NULL;

  if (position != KQ_NO_ITEM)
    gap = kq_calendar_plot_find_gap (self, kq_calendar_plot_get_bar (self, position)->object);
  if (gap != NULL)
    kq_calendar_plot_close_gap (self, gap);
}

static GtkWidget *
make_bar (KqCalendarPlot *self)
{
  GtkWidget *bar = kq_calendar_bar_new ();

  g_signal_connect_object (bar, "opened", G_CALLBACK (on_bar_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "extended", G_CALLBACK (on_bar_extended), self, G_CONNECT_SWAPPED);

  return bar;
}

/* Gaps and overlaps */

static GtkWidget *
make_button (const char *css_class)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), 0);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), .5);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, css_class);

  return button;
}

static void
name_button (GtkWidget  *button,
             const char *text,
             const char *name)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_widget_set_tooltip_text (button, name);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), name);
}

static const KqGap *
get_gap (KqCalendarPlot *self,
         guint           position)
{
  guint n_gaps;

  return &kq_lanes_get_gaps (self->lanes, &n_gaps)
            [kq_calendar_plot_get_item (self, position)->index].gap;
}

static void
on_gap_clicked (KqCalendarPlot *self,
                GtkWidget      *button)
{
  const guint position = kq_calendar_plot_find_item (self, button);

  if (position != KQ_NO_ITEM)
    kq_calendar_plot_close_gap (self, get_gap (self, position));
}

static void
fill_gap (KqCalendarPlot *self,
          guint           position)
{
  const KqItem *item = kq_calendar_plot_get_item (self, position);
  const KqGap *gap = get_gap (self, position);
  KqObject *neighbour = gap->before != NULL ? gap->before : gap->after;
  const gulong n_days = (item->end - item->start + DAY_SECONDS) / DAY_SECONDS;
  g_autofree char *text = g_strdup_printf (ngettext ("%lu-day gap", "%lu-day gap", n_days), n_days);
  g_autofree char *period = describe_period (self, item);
  g_autofree char *lane = describe_lane (self, item->lane);
  g_autofree char *name = NULL;
  g_autofree char *coupon = neighbour != NULL ? kq_object_describe_name (neighbour) : NULL;

  if (neighbour == NULL)
    name = g_strdup_printf (_("Gap %s: nothing to claim · %s"), period, lane);
  else
    name = g_strdup_printf (_("Gap %s · %s. Extend “%s” to close it"), period, lane, coupon);
  name_button (item->widget, text, name);
}

static void
on_overlap_clicked (KqCalendarPlot *self,
                    GtkWidget      *button)
{
  const guint position = kq_calendar_plot_find_item (self, button);
  guint n_overlaps;

  if (position != KQ_NO_ITEM)
    g_signal_emit_by_name (self, "opened",
                           kq_lanes_get_overlaps (self->lanes, &n_overlaps)
                             [kq_calendar_plot_get_item (self, position)->index].overlap.b);
}

/* What the finding of the rule says, or who overlaps whom while nothing is
 * checked yet */
static char *
describe_overlap (KqCalendarPlot  *self,
                  const KqOverlap *overlap)
{
  GListModel *findings = G_LIST_MODEL (kq_document_get_findings (self->document));
  g_autofree char *a = NULL, *b = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (KqFinding) finding = g_list_model_get_item (findings, i);
      KqObject *object = kq_finding_get_object (finding);

      if (g_str_equal (kq_finding_get_rule (finding), overlap->rule) &&
          (object == overlap->a || object == overlap->b))
        return g_strdup (kq_finding_get_message (finding));
    }

  a = kq_object_describe_name (overlap->a);
  b = kq_object_describe_name (overlap->b);

  return g_strdup_printf (_("“%s” and “%s” overlap"), a, b);
}

static void
fill_overlap (KqCalendarPlot *self,
              guint           position)
{
  const KqItem *item = kq_calendar_plot_get_item (self, position);
  guint n_overlaps;
  const KqOverlap *overlap =
    &kq_lanes_get_overlaps (self->lanes, &n_overlaps)[item->index].overlap;
  g_autofree char *message = describe_overlap (self, overlap);
  g_autofree char *period = describe_period (self, item);
  g_autofree char *text = g_strdup_printf (_("Overlap %s"), overlap->rule);
  g_autofree char *name = NULL;

  if (item->count > 1)
    name = g_strdup_printf (_("%s · %s · %s (and %u more)"), text, period, message,
                            item->count - 1);
  else
    name = g_strdup_printf ("%s · %s · %s", text, period, message);
  name_button (item->widget, text, name);
}

/* All of them */

static GtkWidget *
make_widget (KqCalendarPlot *self,
             KqItemKind      kind)
{
  const gboolean is_gap = kind == KQ_ITEM_GAP;
  GtkWidget *button;

  if (kind == KQ_ITEM_BAR && self->spare->len > 0)
    {
      g_autoptr (GtkWidget) spare = g_ptr_array_steal_index_fast (self->spare, 0);

      return spare;
    }
  if (kind == KQ_ITEM_BAR)
    return make_bar (self);

  button = make_button (is_gap ? "calendar-gap" : "calendar-overlap");
  g_signal_connect_object (button, "clicked",
                           G_CALLBACK (is_gap ? on_gap_clicked : on_overlap_clicked), self,
                           G_CONNECT_SWAPPED);

  return button;
}

void
kq_calendar_plot_fill_widget (KqCalendarPlot *self,
                              guint           position)
{
  switch (kq_calendar_plot_get_item (self, position)->kind)
    {
    case KQ_ITEM_GAP:
      fill_gap (self, position);
      break;
    case KQ_ITEM_OVERLAP:
      fill_overlap (self, position);
      break;
    case KQ_ITEM_BAR:
      fill_bar (self, position);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Tab comes to them in their order. */
void
kq_calendar_plot_add_widget (KqCalendarPlot *self,
                             guint           position)
{
  KqItem *item = kq_calendar_plot_get_item (self, position);
  GtkWidget *before = self->labels->len > 0
                        ? g_ptr_array_index (self->labels, self->labels->len - 1) : NULL;

  for (guint i = position; i-- > 0;)
    if (kq_calendar_plot_get_item (self, i)->widget != NULL)
      {
        before = kq_calendar_plot_get_item (self, i)->widget;
        break;
      }
  item->widget = make_widget (self, item->kind);
  gtk_widget_insert_after (item->widget, GTK_WIDGET (self), before);
  kq_calendar_plot_fill_widget (self, position);
}

void
kq_calendar_plot_make_labels (KqCalendarPlot *self)
{
  GtkWidget *before = NULL;
  guint n_lanes;

  kq_lanes_get_lanes (self->lanes, &n_lanes);
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->labels, i));
  g_ptr_array_set_size (self->labels, 0);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree char *text = describe_lane (self, i);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_widget_set_tooltip_text (label, text);
      gtk_widget_add_css_class (label, "calendar-lane");
      gtk_widget_insert_after (label, GTK_WIDGET (self), before);
      g_ptr_array_add (self->labels, label);
      before = label;
    }
}
