/* kq-alert-bar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-alert-bar.h"

/**
 * KqAlertBar:
 *
 * A bar that says what went wrong and offers what can be done about it. It is
 * in sight from [method@AlertBar.show] to [method@AlertBar.hide].
 */
struct _KqAlertBar {
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *title;
  GtkLabel  *text;
  GtkBox    *buttons;
};

G_DEFINE_FINAL_TYPE (KqAlertBar, kq_alert_bar, GTK_TYPE_WIDGET)

static void
kq_alert_bar_dispose (GObject *object)
{
  KqAlertBar *self = KQ_ALERT_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_alert_bar_parent_class)->dispose (object);
}

static void
kq_alert_bar_class_init (KqAlertBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_alert_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-alert-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KqAlertBar, box);
  gtk_widget_class_bind_template_child (widget_class, KqAlertBar, title);
  gtk_widget_class_bind_template_child (widget_class, KqAlertBar, text);
  gtk_widget_class_bind_template_child (widget_class, KqAlertBar, buttons);
  gtk_widget_class_bind_template_callback (widget_class, kq_alert_bar_hide);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "alertbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
kq_alert_bar_init (KqAlertBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kq_alert_bar_show:
 * @self: a bar
 * @title: what went wrong, in a few words
 * @text: why, and what to do
 *
 * Says so, until it is hidden.
 */
void
kq_alert_bar_show (KqAlertBar *self,
                   const char *title,
                   const char *text)
{
  g_return_if_fail (KQ_IS_ALERT_BAR (self));
  g_return_if_fail (title != NULL && text != NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * kq_alert_bar_hide:
 * @self: a bar
 *
 * Takes it out of sight.
 */
void
kq_alert_bar_hide (KqAlertBar *self)
{
  g_return_if_fail (KQ_IS_ALERT_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * kq_alert_bar_add_button:
 * @self: a bar
 * @label: what it does
 * @action: the action that does it
 *
 * Offers something to do, while it can be done.
 */
void
kq_alert_bar_add_button (KqAlertBar *self,
                         const char *label,
                         const char *action)
{
  GtkWidget *button;

  g_return_if_fail (KQ_IS_ALERT_BAR (self));
  g_return_if_fail (label != NULL && action != NULL);

  button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  g_object_bind_property (button, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (self->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
}
