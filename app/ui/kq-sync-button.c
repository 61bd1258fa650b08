/* kq-sync-button.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-button.h"

#include "kq-accessible.h"
#include "kq-application.h"
#include "kq-sync-words.h"

/* What is done sooner needs no spinner. */
#define QUICK 800
/* So long a window has to be there before the team is thought of: its thread and
 * what watches the network would take their part of the first frame. */
#define FIRST_LOOK_SECONDS 1

/**
 * KqSyncButton:
 *
 * Not there without a remote. What takes longer than a moment turns.
 */
struct _KqSyncButton {
  AdwBin      parent_instance;

  KqSync     *sync;     /* (owned) (nullable) */
  GtkWidget  *button;
  GtkImage   *image;
  GtkSpinner *spinner;
  GtkStack   *stack;
  guint       timer;
  guint       look_id;
};

G_DEFINE_FINAL_TYPE (KqSyncButton, kq_sync_button, ADW_TYPE_BIN)

static gboolean
on_slow (gpointer data)
{
  KqSyncButton *self = data;

  self->timer = 0;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->spinner));
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
update_spinner (KqSyncButton *self,
                gboolean      is_working)
{
  if (is_working)
    {
      if (self->timer == 0 && !gtk_spinner_get_spinning (self->spinner))
        self->timer = g_timeout_add (QUICK, on_slow, self);
      return;
    }

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->image));
}

static void
update (KqSyncButton *self)
{
  const KqSyncState state = self->sync != NULL ? kq_sync_get_state (self->sync)
                                               : KQ_SYNC_STATE_NONE;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), state != KQ_SYNC_STATE_NONE);
  update_spinner (self, state == KQ_SYNC_STATE_WORKING);
  if (state == KQ_SYNC_STATE_NONE)
    return;

  text = kq_sync_describe (self->sync);
  gtk_image_set_from_icon_name (self->image, kq_sync_get_icon_name (self->sync));
  gtk_widget_set_tooltip_text (self->button, text);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->button), text);
  if (kq_sync_needs_somebody (self->sync))
    gtk_widget_add_css_class (self->button, "warning");
  else
    gtk_widget_remove_css_class (self->button, "warning");
}

static gboolean
on_look (gpointer data)
{
  KqSyncButton *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root)
                                ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  self->look_id = 0;
  if (KQ_IS_APPLICATION (application))
    g_set_object (&self->sync, kq_application_get_sync (KQ_APPLICATION (application)));
  if (self->sync != NULL)
    {
      g_signal_connect_object (self->sync, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
    }

  return G_SOURCE_REMOVE;
}

static void
kq_sync_button_dispose (GObject *object)
{
  KqSyncButton *self = KQ_SYNC_BUTTON (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->sync != NULL)
    g_signal_handlers_disconnect_by_data (self->sync, self);
  g_clear_object (&self->sync);

  G_OBJECT_CLASS (kq_sync_button_parent_class)->dispose (object);
}

static void
kq_sync_button_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kq_sync_button_parent_class)->root (widget);

  kq_sync_button_look (KQ_SYNC_BUTTON (widget));
}

static void
kq_sync_button_class_init (KqSyncButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_sync_button_dispose;
  GTK_WIDGET_CLASS (klass)->root = kq_sync_button_root;
}

static void
kq_sync_button_init (KqSyncButton *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *image = gtk_image_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  self->button = gtk_button_new ();
  self->stack = GTK_STACK (stack);
  self->image = GTK_IMAGE (image);
  self->spinner = GTK_SPINNER (spinner);
  gtk_stack_add_child (self->stack, image);
  gtk_stack_add_child (self->stack, spinner);
  gtk_button_set_child (GTK_BUTTON (self->button), stack);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "app.sync");
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * kq_sync_button_look:
 * @self: a button in a window
 *
 * Follows the application's library, once there was time for all else.
 */
void
kq_sync_button_look (KqSyncButton *self)
{
  g_return_if_fail (KQ_IS_SYNC_BUTTON (self));

  if (self->sync == NULL && self->look_id == 0)
    self->look_id = g_timeout_add_seconds_full (G_PRIORITY_LOW, FIRST_LOOK_SECONDS, on_look, self,
                                                NULL);
}
