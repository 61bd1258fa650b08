/* kq-tool-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-tool-window.h"

#include <glib/gi18n-lib.h>

typedef struct {
  AdwHeaderBar       *header;
  AdwToastOverlay    *toasts;
  AdwToast           *undo;         /* (owned) (nullable): the last that takes something back */
  AdwPreferencesPage *page;
  GCancellable       *cancellable;  /* (owned): of what is under way */
} KqToolWindowPrivate;

/**
 * KqToolWindow:
 *
 * Escape closes it.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqToolWindow, kq_tool_window, ADW_TYPE_WINDOW)

static KqToolWindowPrivate *
get_private (KqToolWindow *self)
{
  return kq_tool_window_get_instance_private (self);
}

static void
kq_tool_window_dispose (GObject *object)
{
  KqToolWindowPrivate *priv = get_private (KQ_TOOL_WINDOW (object));

  g_cancellable_cancel (priv->cancellable);
  priv->toasts = NULL;
  g_clear_object (&priv->undo);

  G_OBJECT_CLASS (kq_tool_window_parent_class)->dispose (object);
}

static void
kq_tool_window_finalize (GObject *object)
{
  g_clear_object (&get_private (KQ_TOOL_WINDOW (object))->cancellable);

  G_OBJECT_CLASS (kq_tool_window_parent_class)->finalize (object);
}

/* Whatever is under way holds the window until it is told. */
static gboolean
kq_tool_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (get_private (KQ_TOOL_WINDOW (window))->cancellable);

  return GTK_WINDOW_CLASS (kq_tool_window_parent_class)->close_request (window);
}

static void
kq_tool_window_class_init (KqToolWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_tool_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = kq_tool_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kq_tool_window_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
kq_tool_window_init (KqToolWindow *self)
{
  KqToolWindowPrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  priv->cancellable = g_cancellable_new ();
  priv->header = ADW_HEADER_BAR (adw_header_bar_new ());
  adw_header_bar_set_centering_policy (priv->header, ADW_CENTERING_POLICY_LOOSE);
  priv->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  priv->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (priv->toasts, GTK_WIDGET (priv->page));
  gtk_widget_set_vexpand (GTK_WIDGET (priv->toasts), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->header));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 720);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
}

/**
 * kq_tool_window_add_group:
 * @self: a window
 * @title: (nullable): its heading
 *
 * Returns: (transfer none): a new group of rows, below the others
 */
AdwPreferencesGroup *
kq_tool_window_add_group (KqToolWindow *self,
                          const char   *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_return_val_if_fail (KQ_IS_TOOL_WINDOW (self), NULL);

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  kq_tool_window_adopt_group (self, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

/**
 * kq_tool_window_adopt_group:
 * @self: a window
 * @group: (transfer floating): a group of its own kind
 *
 * Adds the group below the others.
 */
void
kq_tool_window_adopt_group (KqToolWindow        *self,
                            AdwPreferencesGroup *group)
{
  g_return_if_fail (KQ_IS_TOOL_WINDOW (self));
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  adw_preferences_page_add (get_private (self)->page, group);
}

/**
 * kq_tool_window_remove_group:
 * @self: a window
 * @group: one of its groups
 *
 * Takes the group out.
 */
void
kq_tool_window_remove_group (KqToolWindow        *self,
                             AdwPreferencesGroup *group)
{
  g_return_if_fail (KQ_IS_TOOL_WINDOW (self));
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  adw_preferences_page_remove (get_private (self)->page, group);
}

/**
 * kq_tool_window_add_button:
 * @self: a window
 * @label: what it does, with a mnemonic
 *
 * Returns: (transfer none): the button that makes what the window is for
 */
GtkWidget *
kq_tool_window_add_button (KqToolWindow *self,
                           const char   *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_return_val_if_fail (KQ_IS_TOOL_WINDOW (self), NULL);

  /* The floor's button says its mnemonic, too: the label alone is its name. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_widget_add_css_class (button, "suggested-action");
  adw_header_bar_pack_end (get_private (self)->header, button);

  return button;
}

/**
 * kq_tool_window_get_cancellable:
 * @self: a window
 *
 * Returns: (transfer none): what is cancelled when the window is closed
 */
GCancellable *
kq_tool_window_get_cancellable (KqToolWindow *self)
{
  g_return_val_if_fail (KQ_IS_TOOL_WINDOW (self), NULL);

  return get_private (self)->cancellable;
}

/**
 * kq_tool_window_cancel:
 * @self: a window
 *
 * Gives up what is under way, while the window stays.
 */
void
kq_tool_window_cancel (KqToolWindow *self)
{
  KqToolWindowPrivate *priv;

  g_return_if_fail (KQ_IS_TOOL_WINDOW (self));

  priv = get_private (self);
  g_cancellable_cancel (priv->cancellable);
  g_object_unref (priv->cancellable);
  priv->cancellable = g_cancellable_new ();
}

/**
 * kq_tool_window_toast:
 * @self: a window, which may be closed
 * @text: what to say for a while
 */
void
kq_tool_window_toast (KqToolWindow *self,
                      const char   *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (KQ_IS_TOOL_WINDOW (self));

  if (get_private (self)->toasts != NULL)
    adw_toast_overlay_add_toast (get_private (self)->toasts, adw_toast_new (escaped));
}

/**
 * kq_tool_window_toast_undo:
 * @self: a window, which may be closed
 * @text: what was done
 * @undo: takes that back; called with @self
 *
 * Only the last of them is there.
 */
void
kq_tool_window_toast_undo (KqToolWindow *self,
                           const char   *text,
                           GCallback     undo)
{
  KqToolWindowPrivate *priv = get_private (self);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  g_return_if_fail (KQ_IS_TOOL_WINDOW (self));

  if (priv->toasts == NULL)
    return;

  /* One that was made before would take back what was done since. */
  if (priv->undo != NULL)
    adw_toast_dismiss (priv->undo);
  toast = adw_toast_new (escaped);
  g_set_object (&priv->undo, toast);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", undo, self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (priv->toasts, toast);
}
