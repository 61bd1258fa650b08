/* kq-calendar-tools.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-tools.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-describe.h"

#define ZOOM 1.5

/**
 * KqCalendarTools:
 *
 * Goes to what is earlier and later in a calendar and zooms it, and says how
 * many gaps and overlaps there are.
 */
struct _KqCalendarTools {
  GtkBox           parent_instance;

  KqCalendarScale *scale;    /* (owned) */
  GTimeZone       *zone;     /* (owned) (nullable) */
  GtkLabel        *title;
  GtkLabel        *summary;
  GtkWidget       *use;
};

G_DEFINE_FINAL_TYPE (KqCalendarTools, kq_calendar_tools, GTK_TYPE_BOX)

typedef struct {
  const char *label;
  guint       n_days;
} Span;

static const Span spans[] = {
  { NC_("zoom", "Day"), 1 },
  { NC_("zoom", "Week"), 7 },
  { NC_("zoom", "Month"), 31 },
  { NC_("zoom", "Quarter"), 92 },
};

static guint use_changed_signal;

/* Around the middle of what is seen */
static void
on_span_clicked (GtkButton       *button,
                 KqCalendarTools *self)
{
  const guint n_days = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kq-days"));

  kq_calendar_scale_zoom (self->scale,
                          n_days * KQ_CALENDAR_DAY / kq_calendar_scale_get_span (self->scale),
                          kq_calendar_scale_get_width (self->scale) / 2.);
}

static void
on_earlier (KqCalendarTools *self)
{
  kq_calendar_scale_scroll (self->scale, -.5);
}

static void
on_later (KqCalendarTools *self)
{
  kq_calendar_scale_scroll (self->scale, .5);
}

static void
on_zoom_in (KqCalendarTools *self)
{
  kq_calendar_scale_zoom (self->scale, 1 / ZOOM, kq_calendar_scale_get_width (self->scale) / 2.);
}

static void
on_zoom_out (KqCalendarTools *self)
{
  kq_calendar_scale_zoom (self->scale, ZOOM, kq_calendar_scale_get_width (self->scale) / 2.);
}

static void
on_use_toggled (KqCalendarTools *self)
{
  g_signal_emit (self, use_changed_signal, 0);
}

static void
update_title (KqCalendarTools *self)
{
  const double first = kq_calendar_scale_get_first (self->scale);
  const double span = kq_calendar_scale_get_span (self->scale);
  g_autofree char *text = NULL;

  if (self->zone == NULL)
    return;
  text = kq_period_describe ((KqTime) { (gint64) first, 0 },
                             (KqTime) { (gint64) (first + span) - 1, 0 }, self->zone);
  gtk_label_set_text (self->title, text);
}

static GtkWidget *
make_icon_button (KqCalendarTools *self,
                  const char      *icon_name,
                  const char      *name,
                  GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_linked (GtkWidget *first,
             GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);

  return box;
}

static GtkWidget *
make_spans (KqCalendarTools *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "tight");
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (g_dpgettext2 (NULL, "zoom", spans[i].label));

      g_object_set_data (G_OBJECT (button), "kq-days", GUINT_TO_POINTER (spans[i].n_days));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_span_clicked), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static void
add (GtkWidget *flow,
     GtkWidget *child)
{
  GtkWidget *flow_child = gtk_flow_box_child_new ();

  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (flow_child), child);
  gtk_widget_set_focusable (flow_child, FALSE);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), flow_child, -1);
}

static void
kq_calendar_tools_dispose (GObject *object)
{
  KqCalendarTools *self = KQ_CALENDAR_TOOLS (object);

  g_clear_object (&self->scale);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (kq_calendar_tools_parent_class)->dispose (object);
}

static void
kq_calendar_tools_class_init (KqCalendarToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_calendar_tools_dispose;
  use_changed_signal = g_signal_new ("use-changed", KQ_TYPE_CALENDAR_TOOLS, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_zoom (KqCalendarTools *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->use = gtk_toggle_button_new_with_label (_("Use windows"));
  g_signal_connect_object (self->use, "toggled", G_CALLBACK (on_use_toggled), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box),
                  make_linked (make_icon_button (self, "go-previous-symbolic", _("Earlier"),
                                                 G_CALLBACK (on_earlier)),
                               make_icon_button (self, "go-next-symbolic", _("Later"),
                                                 G_CALLBACK (on_later))));
  gtk_box_append (GTK_BOX (box),
                  make_linked (make_icon_button (self, "zoom-out-symbolic", _("Show More Time"),
                                                 G_CALLBACK (on_zoom_out)),
                               make_icon_button (self, "zoom-in-symbolic", _("Show Less Time"),
                                                 G_CALLBACK (on_zoom_in))));
  gtk_box_append (GTK_BOX (box), self->use);

  return box;
}

static GtkWidget *
make_heading (KqCalendarTools *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));

  return box;
}

static void
kq_calendar_tools_init (KqCalendarTools *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  add (flow, make_spans (self));
  add (flow, make_zoom (self));
  gtk_box_append (GTK_BOX (self), flow);
  gtk_box_append (GTK_BOX (self), make_heading (self));
}

/**
 * kq_calendar_tools_new:
 * @scale: what is seen
 *
 * Returns: (transfer floating): what is over a calendar
 */
GtkWidget *
kq_calendar_tools_new (KqCalendarScale *scale)
{
  KqCalendarTools *self = g_object_new (KQ_TYPE_CALENDAR_TOOLS, NULL);

  self->scale = g_object_ref (scale);
  g_signal_connect_object (scale, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Whether the times in which coupons can be used are wanted */
gboolean
kq_calendar_tools_get_use (KqCalendarTools *self)
{
  g_return_val_if_fail (KQ_IS_CALENDAR_TOOLS (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->use));
}

/**
 * kq_calendar_tools_set_lanes:
 * @self: tools
 * @lanes: what is shown below
 * @zone: in which days begin
 */
void
kq_calendar_tools_set_lanes (KqCalendarTools *self,
                             KqLanes         *lanes,
                             GTimeZone       *zone)
{
  guint n_gaps, n_overlaps;
  g_autofree char *gaps = NULL, *overlaps = NULL, *text = NULL;

  g_return_if_fail (KQ_IS_CALENDAR_TOOLS (self));
  g_return_if_fail (lanes != NULL && zone != NULL);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
  kq_lanes_get_gaps (lanes, &n_gaps);
  kq_lanes_get_overlaps (lanes, &n_overlaps);
  gaps = g_strdup_printf (ngettext ("%u gap", "%u gaps", n_gaps), n_gaps);
  overlaps = g_strdup_printf (ngettext ("%u overlap", "%u overlaps", n_overlaps), n_overlaps);
  text = g_strdup_printf ("%s · %s", gaps, overlaps);
  gtk_label_set_text (self->summary, text);
  update_title (self);
}
