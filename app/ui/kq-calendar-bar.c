/* kq-calendar-bar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-bar.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-name.h"

/* Pixels that a word needs at least */
#define MIN_LABEL 28

/**
 * KqCalendarBar:
 *
 * A stretch of time in the calendar: it says whose it is, and its menu leads to
 * what can be done with it. The calendar moves it.
 */
struct _KqCalendarBar {
  GtkWidget       parent_instance;

  GtkInscription *label;
  GtkWidget      *menu;       /* (nullable) */
  const char     *css_class;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (KqCalendarBar, kq_calendar_bar, GTK_TYPE_WIDGET)

enum {
  OPENED,
  EXTENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const css_classes[] = {
  [KQ_BAR_CLAIM] = "claim",
  [KQ_BAR_USE] = "use",
  [KQ_BAR_PACK] = "pack",
  [KQ_BAR_POPUP] = "popup",
  [KQ_BAR_ACTIVITY] = "activity",
};

static void
on_open (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0);
}

static void
on_extend (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[EXTENDED], 0);
}

static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (menu, _("Open"), "bar.open");
  g_menu_append (menu, _("Extend to Close the Gap"), "bar.extend");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);

  return popover;
}

static void
on_menu (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KqCalendarBar *self = KQ_CALENDAR_BAR (widget);

  if (self->menu == NULL)
    {
      self->menu = make_menu ();
      gtk_widget_set_parent (self->menu, widget);
    }
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            KqCalendarBar   *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (event != NULL && gdk_event_triggers_context_menu (event))
    gtk_widget_activate_action (GTK_WIDGET (self), "bar.menu", NULL);
  else if (n_press == 2)
    g_signal_emit (self, signals[OPENED], 0);
}

static void
kq_calendar_bar_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  KqCalendarBar *self = KQ_CALENDAR_BAR (widget);
  int text, top;

  /* From the top down: the dots of a text that is cut short may be of a font with
   * deeper lines, and would lift it. */
  gtk_widget_measure (GTK_WIDGET (self->label), GTK_ORIENTATION_VERTICAL, -1, NULL, &text, NULL,
                      NULL);
  top = MAX (0, (height - text) / 2);
  gtk_widget_set_child_visible (GTK_WIDGET (self->label), width >= MIN_LABEL);
  gtk_widget_size_allocate (GTK_WIDGET (self->label),
                            &(GtkAllocation) { 0, top, width, height - top }, -1);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* The calendar says how long it is. */
static void
kq_calendar_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (GTK_WIDGET (KQ_CALENDAR_BAR (widget)->label), orientation, -1, minimum,
                        natural, NULL, NULL);
}

static void
kq_calendar_bar_dispose (GObject *object)
{
  KqCalendarBar *self = KQ_CALENDAR_BAR (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;

  G_OBJECT_CLASS (kq_calendar_bar_parent_class)->dispose (object);
}

static void
kq_calendar_bar_class_init (KqCalendarBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_calendar_bar_dispose;
  widget_class->measure = kq_calendar_bar_measure;
  widget_class->size_allocate = kq_calendar_bar_size_allocate;

  signals[OPENED] = g_signal_new ("opened", KQ_TYPE_CALENDAR_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[EXTENDED] = g_signal_new ("extended", KQ_TYPE_CALENDAR_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "bar.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "bar.extend", NULL, on_extend);
  gtk_widget_class_install_action (widget_class, "bar.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "bar.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "bar.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "bar.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "bar.extend", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "bar.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "bar.menu", NULL);
  gtk_widget_class_set_css_name (widget_class, "calendarbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
kq_calendar_bar_init (KqCalendarBar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->label, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->label, 0);
  gtk_inscription_set_nat_chars (self->label, 0);
  gtk_inscription_set_yalign (self->label, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * kq_calendar_bar_new:
 *
 * Returns: (transfer floating): a bar for kq_calendar_bar_set()
 */
GtkWidget *
kq_calendar_bar_new (void)
{
  return g_object_new (KQ_TYPE_CALENDAR_BAR, NULL);
}

/**
 * kq_calendar_bar_dup_label:
 * @bar: a bar
 *
 * Returns: (transfer full): what stands in it
 */
char *
kq_calendar_bar_dup_label (const KqBar *bar)
{
  g_autofree char *name = kq_object_describe_name (bar->object);

  if (bar->kind == KQ_BAR_USE)
    return g_strdup_printf (_("Use: %s"), name);
  if (bar->kind == KQ_BAR_POPUP)
    return g_strdup_printf (_("Pop-up: %s"), name);

  return g_steal_pointer (&name);
}

/**
 * kq_calendar_bar_set:
 * @self: a bar
 * @bar: what it shows
 * @name: its name for who can't see it, with when and for whom it is
 * @can_extend: whether a gap is beside it
 */
void
kq_calendar_bar_set (KqCalendarBar *self,
                     const KqBar   *bar,
                     const char    *name,
                     gboolean       can_extend)
{
  GtkWidget *widget;
  g_autofree char *label = NULL;

  g_return_if_fail (KQ_IS_CALENDAR_BAR (self));
  g_return_if_fail (bar != NULL && name != NULL);

  widget = GTK_WIDGET (self);
  label = kq_calendar_bar_dup_label (bar);
  if (self->css_class != css_classes[bar->kind])
    {
      if (self->css_class != NULL)
        gtk_widget_remove_css_class (widget, self->css_class);
      self->css_class = css_classes[bar->kind];
      gtk_widget_add_css_class (widget, self->css_class);
    }
  gtk_inscription_set_text (self->label, label);
  gtk_widget_set_tooltip_text (widget, name);
  gtk_widget_action_set_enabled (widget, "bar.extend", can_extend);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), name);
}
