/* kq-calendar-plot.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-plot-private.h"

#include <math.h>

#define LABELS_WIDTH 140
/* Below that the labels of the lanes are over them. */
#define WIDE 620
/* What is out of sight by less is cut off, so that its name is seen. */
#define MARGIN 8
#define MIN_WIDTH 6
/* A gap or overlap that is narrower has no words in it. */
#define MIN_LABEL 40

/**
 * KqCalendarPlot:
 *
 * The lanes of a calendar with their bars, gaps and overlaps. Those in sight are
 * widgets; the others have none, so that a thousand cost no more than these.
 */
G_DEFINE_FINAL_TYPE (KqCalendarPlot, kq_calendar_plot, GTK_TYPE_WIDGET)

KqItem *
kq_calendar_plot_get_item (KqCalendarPlot *self,
                           guint           position)
{
  g_return_val_if_fail (self->items != NULL && position < self->items->len, NULL);

  return &g_array_index (self->items, KqItem, position);
}

/* The item's bar, or NULL where it is none */
const KqBar *
kq_calendar_plot_get_bar (KqCalendarPlot *self,
                          guint           position)
{
  const KqItem *item = kq_calendar_plot_get_item (self, position);
  guint n_bars;

  return item->kind == KQ_ITEM_BAR ? &kq_lanes_get_bars (self->lanes, &n_bars)[item->index] : NULL;
}

guint
kq_calendar_plot_find_item (KqCalendarPlot *self,
                            GtkWidget      *widget)
{
  for (guint i = 0; widget != NULL && self->items != NULL && i < self->items->len; i++)
    if (g_array_index (self->items, KqItem, i).widget == widget)
      return i;

  return KQ_NO_ITEM;
}

guint
kq_calendar_plot_find_focused (KqCalendarPlot *self)
{
  return kq_calendar_plot_find_item (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

/* Where the days begin: right of the lanes' labels */
int
kq_calendar_plot_get_left (KqCalendarPlot *self)
{
  return self->has_heads ? 0 : LABELS_WIDTH;
}

/* The stretch of an item, which is another while it is dragged */
static void
get_stretch (KqCalendarPlot *self,
             guint           position,
             gint64         *start,
             gint64         *end)
{
  const KqItem *item = kq_calendar_plot_get_item (self, position);

  *start = item->start;
  *end = item->end;
  if (position != self->dragged)
    return;
  if (self->edge == KQ_BAR_END)
    *end = MAX (self->drag_at, *start);
  else
    *start = self->edge == KQ_BAR_WHOLE ? self->drag_at : MIN (self->drag_at, *end);
  if (self->edge == KQ_BAR_WHOLE)
    *end = self->drag_at + item->end - item->start;
}

static void
find_allocation (KqCalendarPlot *self,
                 guint           position,
                 GtkAllocation  *allocation)
{
  const KqItem *item = kq_calendar_plot_get_item (self, position);
  const int width = kq_calendar_scale_get_width (self->scale);
  gint64 start, end;
  double left, right;

  get_stretch (self, position, &start, &end);
  left = MAX (-MARGIN, kq_calendar_scale_get_x (self->scale, start));
  right = MIN (width + MARGIN, kq_calendar_scale_get_x (self->scale, end + 1));
  allocation->x = kq_calendar_plot_get_left (self) + (int) round (left);
  allocation->y = g_array_index (self->places, KqLanePlace, item->lane).y + item->y;
  allocation->width = MAX (MIN_WIDTH, (int) (round (right) - round (left)) - 1);
  allocation->height = item->height;
}

static gboolean
is_in_sight (KqCalendarPlot *self,
             guint           position)
{
  const double top = gtk_adjustment_get_value (self->vadjustment);
  GtkAllocation place;

  if (position == self->dragged)
    return TRUE;
  find_allocation (self, position, &place);

  return place.x <= gtk_widget_get_width (GTK_WIDGET (self)) &&
         place.x + place.width >= kq_calendar_plot_get_left (self) - MARGIN + MIN_WIDTH &&
         place.y + place.height >= top &&
         place.y <= top + MAX (1, gtk_adjustment_get_page_size (self->vadjustment));
}

static void
drop_widget (KqCalendarPlot *self,
             KqItem         *item)
{
  if (item->kind == KQ_ITEM_BAR)
    g_ptr_array_add (self->spare, g_object_ref (item->widget));
  else
    gtk_widget_unparent (item->widget);
  item->widget = NULL;
}

/* What came into sight gets the widgets of what went, first. */
void
kq_calendar_plot_sync (KqCalendarPlot *self)
{
  guint focused;

  if (self->items == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  focused = kq_calendar_plot_find_focused (self);
  for (guint i = 0; i < self->items->len; i++)
    if (kq_calendar_plot_get_item (self, i)->widget != NULL && i != focused &&
        !is_in_sight (self, i))
      drop_widget (self, kq_calendar_plot_get_item (self, i));
  for (guint i = 0; i < self->items->len; i++)
    if (kq_calendar_plot_get_item (self, i)->widget == NULL && is_in_sight (self, i))
      kq_calendar_plot_add_widget (self, i);
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spare, i));
  g_ptr_array_set_size (self->spare, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Brings an item into sight and gives it the focus. */
void
kq_calendar_plot_show_item (KqCalendarPlot *self,
                            guint           position)
{
  const KqItem *item = kq_calendar_plot_get_item (self, position);
  const int y = g_array_index (self->places, KqLanePlace, item->lane).y + item->y;

  kq_calendar_scale_reveal (self->scale, item->start, item->end);
  gtk_adjustment_clamp_page (self->vadjustment, y - KQ_CALENDAR_LABEL, y + item->height);
  kq_calendar_plot_sync (self);
  if (kq_calendar_plot_get_item (self, position)->widget != NULL)
    gtk_widget_grab_focus (kq_calendar_plot_get_item (self, position)->widget);
}

/* GtkWidget */

static void
place (KqCalendarPlot *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  if (self->lanes != NULL)
    self->places = kq_calendar_items_place (self->lanes, self->items, self->has_heads);
}

static int
get_height (KqCalendarPlot *self)
{
  const KqLanePlace *last;

  if (self->places == NULL || self->places->len == 0)
    return 0;
  last = &g_array_index (self->places, KqLanePlace, self->places->len - 1);

  return last->y + last->height;
}

static GtkSizeRequestMode
kq_calendar_plot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kq_calendar_plot_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  KqCalendarPlot *self = KQ_CALENDAR_PLOT (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (for_size >= 0 && self->has_heads != (for_size < WIDE))
    {
      self->has_heads = for_size < WIDE;
      place (self);
    }
  *minimum = *natural = get_height (self);
}

static void
allocate_label (KqCalendarPlot *self,
                guint           lane,
                int             width)
{
  const KqLanePlace *place = &g_array_index (self->places, KqLanePlace, lane);
  GtkWidget *label = g_ptr_array_index (self->labels, lane);
  GtkAllocation allocation = { 4, place->y + 4, width - 8, KQ_CALENDAR_LABEL };
  int minimum;

  if (!self->has_heads)
    allocation = (GtkAllocation) { 4, place->y + 4, LABELS_WIDTH - 12, place->height - 8 };
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, allocation.width, &minimum, NULL, NULL,
                      NULL);
  allocation.height = MAX (minimum, allocation.height);
  gtk_widget_size_allocate (label, &allocation, -1);
}

static void
kq_calendar_plot_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  KqCalendarPlot *self = KQ_CALENDAR_PLOT (widget);

  if (self->items == NULL)
    return;

  kq_calendar_scale_set_width (self->scale, width - kq_calendar_plot_get_left (self));
  for (guint i = 0; i < self->labels->len; i++)
    allocate_label (self, i, width);
  for (guint i = 0; i < self->items->len; i++)
    {
      const KqItem *item = kq_calendar_plot_get_item (self, i);
      GtkAllocation allocation;
      int minimum;

      if (item->widget == NULL)
        continue;
      find_allocation (self, i, &allocation);
      gtk_widget_measure (item->widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      allocation.width = MAX (minimum, allocation.width);
      if (GTK_IS_BUTTON (item->widget))
        gtk_widget_set_child_visible (gtk_button_get_child (GTK_BUTTON (item->widget)),
                                      allocation.width >= MIN_LABEL);
      gtk_widget_size_allocate (item->widget, &allocation, -1);
    }
}

static void
kq_calendar_plot_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  KqCalendarPlot *self = KQ_CALENDAR_PLOT (widget);
  const int left = kq_calendar_plot_get_left (self);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA color;

  if (self->items == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  kq_calendar_plot_draw_lines (self, snapshot, color, width);
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->labels, i), snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, 0, width - left, height));
  kq_calendar_plot_draw_days (self, snapshot, color, height);
  for (guint i = 0; i < self->items->len; i++)
    if (kq_calendar_plot_get_item (self, i)->widget != NULL)
      gtk_widget_snapshot_child (widget, kq_calendar_plot_get_item (self, i)->widget, snapshot);
  kq_calendar_plot_draw_now (self, snapshot, height);
  gtk_snapshot_pop (snapshot);
}

static void
clear_items (KqCalendarPlot *self)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    g_clear_pointer (&kq_calendar_plot_get_item (self, i)->widget, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_array_unref);
}

static void
kq_calendar_plot_dispose (GObject *object)
{
  KqCalendarPlot *self = KQ_CALENDAR_PLOT (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  clear_items (self);
  for (guint i = 0; self->labels != NULL && i < self->labels->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->labels, i));
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->lanes, kq_lanes_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->scale);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (kq_calendar_plot_parent_class)->dispose (object);
}

static void
kq_calendar_plot_class_init (KqCalendarPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_calendar_plot_dispose;
  widget_class->get_request_mode = kq_calendar_plot_get_request_mode;
  widget_class->measure = kq_calendar_plot_measure;
  widget_class->size_allocate = kq_calendar_plot_size_allocate;
  widget_class->snapshot = kq_calendar_plot_snapshot;
  g_signal_new ("opened", KQ_TYPE_CALENDAR_PLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, KQ_TYPE_OBJECT);
  gtk_widget_class_set_css_name (widget_class, "calendarplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kq_calendar_plot_init (KqCalendarPlot *self)
{
  self->labels = g_ptr_array_new ();
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
  self->dragged = KQ_NO_ITEM;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  kq_calendar_plot_add_keys (self);
  kq_calendar_plot_add_gestures (self);
}

/* Not at once: what is seen also changes while all is laid out, and then nothing
 * may come or go. */
static gboolean
on_idle (gpointer data)
{
  KqCalendarPlot *self = data;

  self->sync_id = 0;
  kq_calendar_plot_sync (self);

  return G_SOURCE_REMOVE;
}

/* In front of the next frame */
static void
queue_sync (KqCalendarPlot *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

/* A widget that showed the same before shows it now, and keeps the focus. */
static void
take_widgets (KqCalendarPlot *self,
              KqLanes        *lanes_before,
              GArray         *before)
{
  guint n_bars;

  for (guint i = 0; i < before->len; i++)
    {
      KqItem *old = &g_array_index (before, KqItem, i);
      const KqBar *was = old->kind == KQ_ITEM_BAR
                           ? &kq_lanes_get_bars (lanes_before, &n_bars)[old->index] : NULL;

      for (guint j = 0; was != NULL && old->widget != NULL && j < self->items->len; j++)
        {
          const KqBar *bar = kq_calendar_plot_get_bar (self, j);

          if (bar == NULL || bar->object != was->object || bar->kind != was->kind ||
              kq_calendar_plot_get_item (self, j)->widget != NULL)
            continue;
          kq_calendar_plot_get_item (self, j)->widget = g_steal_pointer (&old->widget);
          kq_calendar_plot_fill_widget (self, j);
        }
      g_clear_pointer (&old->widget, gtk_widget_unparent);
    }
}

/**
 * kq_calendar_plot_set_lanes:
 * @self: a plot
 * @document: whose lanes, for what is done to them
 * @lanes: what to show
 */
void
kq_calendar_plot_set_lanes (KqCalendarPlot *self,
                            KqDocument     *document,
                            KqLanes        *lanes)
{
  g_autoptr (KqLanes) lanes_before = NULL;
  g_autoptr (GArray) before = NULL;

  g_return_if_fail (KQ_IS_CALENDAR_PLOT (self));
  g_return_if_fail (KQ_IS_DOCUMENT (document) && lanes != NULL);

  kq_calendar_plot_cancel_drag (self);
  lanes_before = g_steal_pointer (&self->lanes);
  before = g_steal_pointer (&self->items);
  g_set_object (&self->document, document);
  self->lanes = kq_lanes_ref (lanes);
  self->items = kq_calendar_items_new (lanes);
  if (before != NULL)
    take_widgets (self, lanes_before, before);
  place (self);
  kq_calendar_plot_make_labels (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_sync (self);
}

/**
 * kq_calendar_plot_new:
 * @scale: what is seen
 * @vadjustment: of what it is scrolled in
 *
 * Returns: (transfer floating): lanes of no campaign yet
 */
GtkWidget *
kq_calendar_plot_new (KqCalendarScale *scale,
                      GtkAdjustment   *vadjustment)
{
  KqCalendarPlot *self = g_object_new (KQ_TYPE_CALENDAR_PLOT, NULL);

  self->scale = g_object_ref (scale);
  self->vadjustment = g_object_ref (vadjustment);
  g_signal_connect_object (scale, "changed", G_CALLBACK (queue_sync), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vadjustment, "value-changed", G_CALLBACK (queue_sync), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vadjustment, "changed", G_CALLBACK (queue_sync), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
