/* kq-chart-input.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-private.h"

/* How pointer and keys step through a chart. */

static guint
get_n_steps (KqChart *self)
{
  return KQ_CHART_GET_CLASS (self)->get_n_steps (self);
}

static void
on_motion (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           KqChart                  *self)
{
  kq_chart_set_step (self, KQ_CHART_GET_CLASS (self)->find_step (self, x, y));
}

static void
on_leave (GtkEventControllerMotion *controller,
          KqChart                  *self)
{
  kq_chart_set_step (self, KQ_CHART_NO_STEP);
}

static void
on_focus_leave (GtkEventControllerFocus *controller,
                KqChart                 *self)
{
  kq_chart_set_step (self, KQ_CHART_NO_STEP);
}

/* Where @key leads from a step, or -1 where it is no key to step with. */
static gint64
find_next_step (KqChart *self,
                guint    key)
{
  const guint step = kq_chart_get_step (self);
  const gint64 last = (gint64) get_n_steps (self) - 1;
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const gboolean is_none = step == KQ_CHART_NO_STEP;

  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      return is_none ? last : is_rtl ? MIN (last, step + 1) : MAX (0, (gint64) step - 1);
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      return is_none ? 0 : is_rtl ? MAX (0, (gint64) step - 1) : MIN (last, step + 1);
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      return 0;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      return last;
    default:
      return -1;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        KqChart               *self)
{
  gint64 step;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || get_n_steps (self) == 0)
    return GDK_EVENT_PROPAGATE;

  step = find_next_step (self, key);
  if (step < 0)
    return GDK_EVENT_PROPAGATE;

  kq_chart_set_step (self, step);

  return GDK_EVENT_STOP;
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            KqChart         *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Lets pointer, keys and focus choose the step from now on. */
void
kq_chart_follow_input (KqChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
