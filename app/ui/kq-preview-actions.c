/* kq-preview-actions.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-preview-private.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-render-draw.h"
#include "kq-save.h"
#include "kq-story-window.h"

/* What can be taken from the preview: text, a picture, a story. */

#define PICTURE_SCALE 2

static void
on_copy_text (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  KqPreview *self = data;
  g_autofree char *text = NULL;

  if (self->view == NULL)
    return;

  text = kq_view_to_text (self->view);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_label_set_text (GTK_LABEL (self->note), _("Copied as text"));
  gtk_widget_set_visible (self->note, TRUE);
}

static GBytes *
make_picture (const char  *name,
              gpointer     data,
              GError     **error)
{
  KqPreview *self = data;
  g_autoptr (KqPictures) pictures = NULL;

  pictures = kq_pictures_new (kq_preview_get_campaign (self),
                              kq_document_get_assets (self->document), TRUE);

  return kq_render_draw (self->view, pictures, PICTURE_SCALE, error);
}

static void
saved_cb (const GError *error,
          gpointer      data)
{
  KqPreview *self = data;

  if (self->document == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->note), error != NULL ? error->message : _("Saved"));
  gtk_widget_set_visible (self->note, TRUE);
}

static void
on_save_picture (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  KqPreview *self = data;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (self->view == NULL)
    return;

  title = g_strdelimit (g_strdup (self->view->title), "/\\:", '-');
  name = g_strconcat (title, ".png", NULL);
  kq_save_ask (GTK_WIDGET (self), _("Save the Picture"), name, make_picture, saved_cb,
               G_OBJECT (self));
}

static void
on_story (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  KqPreview *self = data;
  GtkWidget *window;

  if (self->document == NULL || !kq_time_is_set (self->query->moment))
    return;

  window = kq_story_window_new (self->document, self->query);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
}

/* Adds the commands. */
void
kq_preview_add_actions (KqPreview *self)
{
  static const GActionEntry entries[] = {
    { "copy-text", on_copy_text },
    { "save-picture", on_save_picture },
    { "story", on_story },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preview", G_ACTION_GROUP (group));
}

/* The button that offers them. */
GtkWidget *
kq_preview_make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Side by Side…"), "preview.story");
  g_menu_append (menu, _("Save the Picture…"), "preview.save-picture");
  g_menu_append (menu, _("Copy as Text"), "preview.copy-text");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("More of the preview"));
  kq_accessible_set_name (GTK_ACCESSIBLE (button), _("More of the preview"));

  return button;
}
