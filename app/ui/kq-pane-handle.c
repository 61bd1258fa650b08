/* kq-pane-handle.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pane-handle.h"

#include "kq-side-pane.h"

/* How far an arrow key moves it */
#define STEP 24
/* So near to the line it can be taken */
#define REACH 5

/**
 * KqPaneHandle:
 *
 * The line between a side pane and the rest of a window. Drawn to and fro, or
 * moved with the arrow keys, it makes the pane wider or narrower.
 */
struct _KqPaneHandle {
  GtkWidget   parent_instance;

  KqSidePane *pane;         /* (weak) (nullable) */
  gboolean    pane_is_last; /* the pane lies at the end of the window */
  double      start_x;      /* where in the window the drag began */
  int         start_width;
};

enum {
  PROP_0,
  PROP_PANE,
  PROP_PANE_IS_LAST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqPaneHandle, kq_pane_handle, GTK_TYPE_WIDGET)

/* Moves it so far to the right. */
static void
move (KqPaneHandle *self,
      int           by)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->pane != NULL && gtk_widget_get_root (GTK_WIDGET (self->pane)) != NULL)
    kq_side_pane_widen (self->pane, self->pane_is_last != is_mirrored ? -by : by);
}

static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  move (KQ_PANE_HANDLE (widget), g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

/* The pointer’s place in the window, for the line itself moves. */
static double
get_root_x (KqPaneHandle *self,
            double        x)
{
  double root_x, root_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self),
                                    GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                    x, 0, &root_x, &root_y);

  return root_x;
}

static void
on_drag_begin (KqPaneHandle *self,
               double        x,
               double        y)
{
  self->start_x = get_root_x (self, x);
  self->start_width = self->pane != NULL ? gtk_widget_get_width (GTK_WIDGET (self->pane)) : 0;
}

static void
on_drag_update (KqPaneHandle   *self,
                double          x,
                double          y,
                GtkGestureDrag *drag)
{
  double begin_x, begin_y;
  int so_far;

  if (self->pane == NULL)
    return;

  gtk_gesture_drag_get_start_point (drag, &begin_x, &begin_y);
  so_far = gtk_widget_get_width (GTK_WIDGET (self->pane)) - self->start_width;
  if (self->pane_is_last)
    so_far = -so_far;
  move (self, get_root_x (self, begin_x + x) - self->start_x - so_far);
}

/* A line is too thin to be hit. */
static gboolean
kq_pane_handle_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  return x >= -REACH && x <= gtk_widget_get_width (widget) + REACH &&
         y >= 0 && y <= gtk_widget_get_height (widget);
}

static void
kq_pane_handle_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  KqPaneHandle *self = KQ_PANE_HANDLE (object);

  switch (property_id)
    {
    case PROP_PANE:
      g_set_weak_pointer (&self->pane, g_value_get_object (value));
      break;
    case PROP_PANE_IS_LAST:
      self->pane_is_last = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
kq_pane_handle_dispose (GObject *object)
{
  g_clear_weak_pointer (&KQ_PANE_HANDLE (object)->pane);

  G_OBJECT_CLASS (kq_pane_handle_parent_class)->dispose (object);
}

static void
kq_pane_handle_class_init (KqPaneHandleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = kq_pane_handle_set_property;
  object_class->dispose = kq_pane_handle_dispose;
  widget_class->contains = kq_pane_handle_contains;

  properties[PROP_PANE] =
    g_param_spec_object ("pane", NULL, NULL, KQ_TYPE_SIDE_PANE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANE_IS_LAST] =
    g_param_spec_boolean ("pane-is-last", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_arrow, "i", -STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_arrow, "i", STEP);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
  gtk_widget_class_set_css_name (widget_class, "panehandle");
}

static void
kq_pane_handle_init (KqPaneHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}
