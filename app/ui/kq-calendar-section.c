/* kq-calendar-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-section.h"

#include <glib/gi18n-lib.h>

#include "kq-calendar-header.h"
#include "kq-calendar-plot.h"
#include "kq-calendar-tools.h"

#define ZOOM 1.25
/* Beside a campaign's period, by its length */
#define AIR .04

/**
 * KqCalendarSection:
 *
 * What there is when, by platform and audience: what overlaps that can't, and
 * when there is nothing to claim.
 */
struct _KqCalendarSection {
  KqSection         parent_instance;

  GtkStack         *stack;
  KqCalendarScale  *scale;     /* (owned) */
  KqCalendarTools  *tools;
  KqCalendarHeader *header;
  KqCalendarPlot   *plot;

  GSignalGroup     *changes;   /* (owned): of the campaign */
  guint             update_id;
  gboolean          is_shown;  /* the campaign has been, once */
  gboolean          is_stale;  /* what is shown may not be what there is */
};

G_DEFINE_FINAL_TYPE (KqCalendarSection, kq_calendar_section, KQ_TYPE_SECTION)

/* The campaign's own period where it has one, with some air on both sides */
static void
show_first (KqCalendarSection *self,
            KqObject          *campaign)
{
  const KqTime start = kq_object_get_time (campaign, KQ_CAMPAIGN_START);
  const KqTime end = kq_object_get_time (campaign, KQ_CAMPAIGN_END);
  const double length = end.seconds - start.seconds;

  if (kq_time_is_set (start) && kq_time_is_set (end) && length > 0)
    kq_calendar_scale_show (self->scale, start.seconds - AIR * length, (1 + 2 * AIR) * length);
  else
    kq_calendar_scale_show_all (self->scale);
}

static void
show_lanes (KqCalendarSection *self,
            KqDocument        *document,
            KqLanes           *lanes)
{
  GTimeZone *zone = kq_document_get_zone (document);
  gint64 start, end;

  if (!kq_lanes_get_span (lanes, &start, &end))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "calendar");
  kq_calendar_scale_set_content (self->scale, start, end);
  if (!self->is_shown)
    show_first (self, KQ_OBJECT (kq_document_get_campaign (document)));
  self->is_shown = TRUE;
  kq_calendar_tools_set_lanes (self->tools, lanes, zone);
  kq_calendar_header_set_lanes (self->header, lanes, zone);
  kq_calendar_plot_set_lanes (self->plot, document, lanes);
}

static void
update (KqCalendarSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));
  g_autoptr (KqLanes) lanes = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->is_stale = FALSE;
  if (document == NULL)
    return;

  lanes = kq_lanes_new (kq_document_get_campaign (document),
                        kq_calendar_tools_get_use (self->tools) ? KQ_LANES_USE : KQ_LANES_NO_USE);
  show_lanes (self, document, lanes);
}

static gboolean
on_idle (gpointer data)
{
  KqCalendarSection *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* What isn't in sight is made when it is. */
static void
queue_update (KqCalendarSection *self)
{
  self->is_stale = TRUE;
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
on_opened (KqCalendarSection *self,
           KqObject          *object)
{
  kq_section_open (KQ_SECTION (self), object, KQ_NO_FIELD);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        KqCalendarSection     *self)
{
  const double middle = kq_calendar_scale_get_width (self->scale) / 2.;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_plus: case GDK_KEY_equal: case GDK_KEY_KP_Add:
      kq_calendar_scale_zoom (self->scale, 1 / ZOOM, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus: case GDK_KEY_KP_Subtract:
      kq_calendar_scale_zoom (self->scale, ZOOM, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_0: case GDK_KEY_KP_0:
      kq_calendar_scale_show_all (self->scale);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
      kq_calendar_scale_scroll (self->scale, -.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
      kq_calendar_scale_scroll (self->scale, .5);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* KqSection */

static void
kq_calendar_section_document_changed (KqSection *section)
{
  KqCalendarSection *self = KQ_CALENDAR_SECTION (section);
  KqDocument *document = kq_section_get_document (section);

  self->is_shown = FALSE;
  g_signal_group_set_target (self->changes,
                             document != NULL ? kq_document_get_campaign (document) : NULL);
  queue_update (self);
}

static void
kq_calendar_section_map (GtkWidget *widget)
{
  KqCalendarSection *self = KQ_CALENDAR_SECTION (widget);

  GTK_WIDGET_CLASS (kq_calendar_section_parent_class)->map (widget);

  if (self->is_stale)
    update (self);
}

static void
kq_calendar_section_dispose (GObject *object)
{
  KqCalendarSection *self = KQ_CALENDAR_SECTION (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->changes);
  g_clear_object (&self->scale);

  G_OBJECT_CLASS (kq_calendar_section_parent_class)->dispose (object);
}

static void
kq_calendar_section_class_init (KqCalendarSectionClass *klass)
{
  static const char * const lists[] = { NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_calendar_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = kq_calendar_section_map;
  section_class->name = "calendar";
  section_class->title = N_("Calendar");
  section_class->icon_name = "kq-calendar-symbolic";
  section_class->lists = lists;
  section_class->document_changed = kq_calendar_section_document_changed;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "kq-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("Nothing in the Calendar Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _("Coupons, packs and activities are here once they have a "
                                     "beginning and an end."));

  return empty;
}

static GtkWidget *
make_calendar (KqCalendarSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->tools = KQ_CALENDAR_TOOLS (kq_calendar_tools_new (self->scale));
  self->header = KQ_CALENDAR_HEADER (kq_calendar_header_new (self->scale));
  self->plot = KQ_CALENDAR_PLOT (kq_calendar_plot_new (
    self->scale, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))));
  g_signal_connect_object (self->tools, "use-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plot, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->plot));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (box, "calendar");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tools));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (box), scroller);

  return box;
}

static void
kq_calendar_section_init (KqCalendarSection *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->scale = kq_calendar_scale_new ();
  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (queue_update), self);
  self->stack = GTK_STACK (stack);
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  gtk_stack_add_named (self->stack, make_calendar (self), "calendar");
  adw_bin_set_child (ADW_BIN (self), stack);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
