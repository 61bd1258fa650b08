/* kq-time-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-time-row.h"

/**
 * KqTimeRow:
 *
 * Takes what [func@time_parse_input] takes, or a day of the calendar; nothing
 * typed is no time. Times are the campaign's zone's, which is said where the
 * computer is in another.
 */
struct _KqTimeRow {
  KqEntryRow     parent_instance;

  GtkMenuButton *button;
  GtkCalendar   *calendar; /* (unowned) (nullable): made when first asked for */
  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (KqTimeRow, kq_time_row, KQ_TYPE_ENTRY_ROW)

static gboolean
is_end (KqTimeRow *self)
{
  return (kq_row_get_field (KQ_ROW (self))->flags & KQ_FIELD_END) != 0;
}

static KqTime
get_time (KqTimeRow *self)
{
  return kq_object_get_time (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)));
}

static void
set_time (KqTimeRow *self,
          KqTime     time)
{
  kq_object_set_time (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)), time);
}

static GTimeZone *
get_zone (KqTimeRow *self)
{
  return kq_document_get_zone (kq_row_get_document (KQ_ROW (self)));
}

/* 23:59 of an end is its last second: see kq_time_parse_input() */
static gboolean
needs_seconds (GDateTime *moment,
               gboolean   end)
{
  if (end && g_date_time_get_hour (moment) == 23 && g_date_time_get_minute (moment) == 59)
    return g_date_time_get_second (moment) != 59;

  return g_date_time_get_second (moment) != 0;
}

static char *
kq_time_row_format (KqEntryRow *row)
{
  KqTimeRow *self = KQ_TIME_ROW (row);
  KqTime time = get_time (self);
  g_autoptr (GDateTime) moment = NULL;

  if (!kq_time_is_set (time))
    return g_strdup ("");

  moment = kq_time_to_date_time (time, get_zone (self));
  return g_date_time_format (moment, needs_seconds (moment, is_end (self)) ? "%Y-%m-%d %H:%M:%S"
                                                                           : "%Y-%m-%d %H:%M");
}

static gboolean
kq_time_row_commit (KqEntryRow  *row,
                    const char  *text,
                    GError     **error)
{
  KqTimeRow *self = KQ_TIME_ROW (row);
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (kq_row_get_document (KQ_ROW (row))));
  KqTime time = KQ_TIME_NONE;

  if (*text != '\0' &&
      !kq_time_parse_input (text, get_zone (self), is_end (self),
                            kq_object_get_time (campaign, KQ_CAMPAIGN_START), &time, error))
    return FALSE;

  set_time (self, time);
  return TRUE;
}

static void
update_zone_hint (KqTimeRow *self)
{
  KqTime time = get_time (self);
  g_autoptr (GDateTime) there = NULL;
  g_autoptr (GDateTime) here = NULL;
  g_autofree char *hint = NULL;

  if (!kq_time_is_set (time))
    time = kq_time_now (get_zone (self));
  there = kq_time_to_date_time (time, get_zone (self));
  here = g_date_time_to_local (there);
  if (g_date_time_get_utc_offset (there) != g_date_time_get_utc_offset (here))
    /* Translators: %s is a time zone such as Asia/Shanghai */
    hint = g_strdup_printf (_("Time of %s"), g_time_zone_get_identifier (get_zone (self)));
  kq_row_set_hint (KQ_ROW (self), hint);
}

static void
kq_time_row_bound (KqRow *row)
{
  KQ_ROW_CLASS (kq_time_row_parent_class)->bound (row);
  update_zone_hint (KQ_TIME_ROW (row));
}

/* The clock time stays as it was, or is the day's first or last second. */
static void
on_day_selected (KqTimeRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) before = NULL;
  int hour = 0, minute = 0, second = 0;
  KqTime time;

  if (self->showing || kq_row_get_object (KQ_ROW (self)) == NULL)
    return;

  time = get_time (self);
  if (kq_time_is_set (time))
    {
      before = kq_time_to_date_time (time, get_zone (self));
      hour = g_date_time_get_hour (before);
      minute = g_date_time_get_minute (before);
      second = g_date_time_get_second (before);
    }
  else if (is_end (self))
    {
      hour = 23;
      minute = second = 59;
    }

  day = gtk_calendar_get_date (self->calendar);
  set_time (self, kq_time_from_civil (get_zone (self), g_date_time_get_year (day),
                                      g_date_time_get_month (day),
                                      g_date_time_get_day_of_month (day), hour, minute, second));
}

static void
make_calendar (KqTimeRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  kq_accessible_set_name (GTK_ACCESSIBLE (self->calendar),
                          kq_field_get_label (kq_row_get_field (KQ_ROW (self))));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (self->button, popover);
}

static void
show_calendar (GtkMenuButton *button,
               gpointer       data)
{
  KqTimeRow *self = KQ_TIME_ROW (data);
  g_autoptr (GDateTime) day = NULL;
  KqTime time = get_time (self);

  if (self->calendar == NULL)
    make_calendar (self);

  if (!kq_time_is_set (time))
    time = kq_time_now (get_zone (self));
  day = kq_time_to_date_time (time, get_zone (self));
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->showing = FALSE;
}

static void
kq_time_row_class_init (KqTimeRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  KQ_ROW_CLASS (klass)->bound = kq_time_row_bound;
  row_class->format = kq_time_row_format;
  row_class->commit = kq_time_row_commit;
}

static void
kq_time_row_init (KqTimeRow *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "kq-calendar-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Pick a day"));
  kq_row_name_control (GTK_WIDGET (self->button), _("Pick a day"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_menu_button_set_create_popup_func (self->button, show_calendar, self, NULL);
  kq_entry_row_append (KQ_ENTRY_ROW (self), GTK_WIDGET (self->button));
  kq_entry_row_set_numeric (KQ_ENTRY_ROW (self), 16);
}
