/* kq-library-window-menu.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-window-private.h"

/* The menu of a campaign in the list: by the second button, or by key. */

#define MENU "/io/github/kaquan/Kaquan/ui/kq-library-menu.ui"

static void
pop_up (KqLibraryWindow    *self,
        const GdkRectangle *place)
{
  gtk_popover_set_pointing_to (self->row_menu, place);
  gtk_popover_popup (self->row_menu);
}

/* (nullable): the row at that place of the list */
static GtkWidget *
find_row (KqLibraryWindow *self,
          double           x,
          double           y)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *widget = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != list && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);

  return widget != list ? widget : NULL;
}

/* What the menu is about is what is selected: the row under the pointer, where
 * it isn't. */
static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            KqLibraryWindow *self)
{
  GtkWidget *row = find_row (self, x, y);

  if (row == NULL)
    return;

  if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  pop_up (self, &(GdkRectangle) { x, y, 1, 1 });
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *list,
             GVariant  *arguments,
             gpointer   data)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, list, &bounds))
    return FALSE;

  if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  pop_up (data, &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                  bounds.size.width, bounds.size.height });

  return TRUE;
}

/* Gives the rows of the list their menu. */
void
kq_library_window_add_row_menu (KqLibraryWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENU);
  GMenuModel *menu = G_MENU_MODEL (gtk_builder_get_object (builder, "menu"));
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10");
  GtkShortcutAction *action = gtk_callback_action_new (on_menu_key, self, NULL);

  self->row_menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  gtk_popover_set_has_arrow (self->row_menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->row_menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->row_menu), list);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, action));
  gtk_widget_add_controller (list, keys);
}
