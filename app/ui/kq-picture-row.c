/* kq-picture-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-row-private.h"

#include <glib/gi18n-lib.h>

#include "kq-document-picture.h"
#include "kq-fit-window.h"
#include "kq-image-place.h"
#include "kq-nested-list.h"

/**
 * KqPictureRow:
 *
 * The picture and what it is, and before there is one what it is to be. A file
 * that the campaign can't hold, but that can be made into one that it can, stays
 * in the row as the candidate.
 */
G_DEFINE_FINAL_TYPE (KqPictureRow, kq_picture_row, KQ_TYPE_ROW)

static void
drop_candidate (KqPictureRow *self)
{
  g_clear_pointer (&self->candidate, kq_picture_file_free);
  kq_row_set_problem (KQ_ROW (self), NULL);
}

static void
kq_picture_row_refresh (KqRow *row)
{
  KqPictureRow *self = KQ_PICTURE_ROW (row);

  /* What was said of another file is over. */
  if (self->shown != NULL && !g_str_equal (self->shown, kq_picture_row_get_sha256 (self)))
    drop_candidate (self);
  kq_picture_row_show (self);
}

/* The platform may ask for another kind. */
static void
kq_picture_row_relabel (KqRow *row)
{
  KqPictureRow *self = KQ_PICTURE_ROW (row);
  g_autofree char *limits = NULL;

  self->kind = kq_image_place_get_kind (kq_document_read_profiles (), kq_row_get_object (row),
                                        kq_row_get_index (row), &self->is_checked);
  if (self->kind != NULL)
    limits = kq_image_kind_describe (self->kind);
  kq_row_set_hint (row, limits);
}

/* A form may have several such rows. */
static void
name_buttons (KqPictureRow *self)
{
  const char *label = kq_object_get_field_label (kq_row_get_object (KQ_ROW (self)),
                                                 kq_row_get_index (KQ_ROW (self)));
  g_autofree char *fit = g_strdup_printf (_("Fit “%s”…"), label);
  g_autofree char *more = g_strdup_printf (_("More for “%s”"), label);

  kq_row_name_control (self->fit, fit);
  kq_row_name_control (self->menu, more);
  gtk_widget_set_tooltip_text (self->menu, more);
}

static void
kq_picture_row_bound (KqRow *row)
{
  KqPictureRow *self = KQ_PICTURE_ROW (row);

  name_buttons (self);
  kq_picture_intake_cancel (self->intake);
  drop_candidate (self);
  g_clear_pointer (&self->shown, g_free);
  g_signal_group_set_target (self->probed,
                             kq_document_get_probed_assets (kq_row_get_document (row)));
  g_signal_group_set_target (self->listed, kq_object_get_list (
    KQ_OBJECT (kq_document_get_campaign (kq_row_get_document (row))), KQ_CAMPAIGN_ASSETS));
  kq_picture_row_relabel (row);
}

/* Something was learned about pictures, perhaps about this one; or one is listed,
 * which undo may do after it has brought the field back. */
static void
on_pictures_changed (KqPictureRow *self)
{
  if (kq_row_get_object (KQ_ROW (self)) != NULL)
    kq_picture_row_refresh (KQ_ROW (self));
}

static void
take (KqPictureRow  *self,
      KqPictureFile *picture)
{
  KqRow *row = KQ_ROW (self);
  g_autofree char *reason = NULL;
  g_autofree char *problem = NULL;

  drop_candidate (self);
  if (kq_picture_file_can_be_kept (picture, &reason))
    {
      kq_document_set_picture (kq_row_get_document (row), kq_row_get_object (row),
                               kq_row_get_index (row), picture);
      return;
    }

  if (self->kind != NULL && kq_picture_file_can_be_fitted (picture))
    {
      self->candidate = kq_picture_file_new (picture->name, picture->bytes, picture->facts);
      problem = g_strdup_printf (_("“%s” isn’t taken as it is: %s. It can be fitted."),
                                 picture->name, reason);
    }
  else
    problem = g_strdup_printf (_("“%s” isn’t taken: %s"), picture->name, reason);
  kq_row_set_problem (row, problem);
  kq_picture_row_update_actions (self);
}

static void
on_taken (KqPictureRow *self,
          GPtrArray    *pictures)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), KQ_TYPE_NESTED_LIST);
  g_autofree char *problem = NULL;

  if (kq_row_get_object (KQ_ROW (self)) == NULL || pictures->len == 0)
    return;

  take (self, pictures->pdata[0]);
  if (pictures->len == 1)
    return;
  if (list != NULL && kq_nested_list_takes_pictures (KQ_NESTED_LIST (list)))
    {
      kq_nested_list_take_pictures (KQ_NESTED_LIST (list), pictures, 1);
      return;
    }

  problem = g_strdup_printf (ngettext ("There is room for one picture: %u more was left out",
                                       "There is room for one picture: %u more were left out",
                                       pictures->len - 1), pictures->len - 1);
  kq_row_set_problem (KQ_ROW (self), problem);
}

static void
on_refused (KqPictureRow *self,
            const char   *reason)
{
  if (kq_row_get_object (KQ_ROW (self)) != NULL)
    kq_row_set_problem (KQ_ROW (self), reason);
}

static void
on_choose (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  kq_picture_intake_choose (KQ_PICTURE_ROW (data)->intake);
}

static void
on_paste (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  kq_picture_intake_paste (KQ_PICTURE_ROW (data)->intake);
}

static void
on_fit (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  KqPictureRow *self = KQ_PICTURE_ROW (data);
  KqRow *row = KQ_ROW (self);
  GtkWidget *window = kq_fit_window_new (kq_row_get_document (row), kq_row_get_object (row),
                                         kq_row_get_index (row), self->kind, self->candidate);

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_remove (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  KqPictureRow *self = KQ_PICTURE_ROW (data);
  KqRow *row = KQ_ROW (self);

  drop_candidate (self);
  kq_document_clear_picture (kq_row_get_document (row), kq_row_get_object (row),
                             kq_row_get_index (row));
}

static void
kq_picture_row_dispose (GObject *object)
{
  KqPictureRow *self = KQ_PICTURE_ROW (object);

  kq_picture_row_stop_thumbnail (self);
  g_clear_object (&self->probed);
  g_clear_object (&self->listed);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->candidate, kq_picture_file_free);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (kq_picture_row_parent_class)->dispose (object);
}

static void
kq_picture_row_class_init (KqPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_picture_row_dispose;
  KQ_ROW_CLASS (klass)->bound = kq_picture_row_bound;
  KQ_ROW_CLASS (klass)->refresh = kq_picture_row_refresh;
  KQ_ROW_CLASS (klass)->relabel = kq_picture_row_relabel;
}

static void
add_actions (KqPictureRow *self)
{
  static const GActionEntry entries[] = {
    { "choose", on_choose },
    { "paste", on_paste },
    { "fit", on_fit },
    { "remove", on_remove },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "picture", G_ACTION_GROUP (self->actions));
}

static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Choose…"), "picture.choose");
  g_menu_append (menu, _("Paste"), "picture.paste");
  g_menu_append (menu, _("Fit…"), "picture.fit");
  g_menu_append (menu, _("Remove"), "picture.remove");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/* At the end of the title, where it isn't in the picture's way */
static GtkWidget *
make_buttons (KqPictureRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->fit = gtk_button_new_with_label (_("Fit…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fit), "picture.fit");
  gtk_box_append (GTK_BOX (box), self->fit);
  self->menu = make_menu ();
  gtk_box_append (GTK_BOX (box), self->menu);

  return box;
}

static GtkWidget *
make_below (KqPictureRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button;

  self->zone = KQ_PICTURE_ZONE (kq_picture_zone_new ());
  button = kq_picture_zone_get_button (self->zone);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "picture.choose");
  self->intake = KQ_PICTURE_INTAKE (kq_picture_intake_new (FALSE));
  g_signal_connect_swapped (self->intake, "taken", G_CALLBACK (on_taken), self);
  g_signal_connect_swapped (self->intake, "refused", G_CALLBACK (on_refused), self);
  self->misses = GTK_BOX (kq_picture_misses_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->zone));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->intake));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->misses));

  return box;
}

static void
add_delete_key (KqPictureRow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                      gtk_named_action_new ("picture.remove")));
  gtk_widget_add_controller (kq_picture_zone_get_button (self->zone), keys);
}

static void
kq_picture_row_init (KqPictureRow *self)
{
  GtkWidget *below = make_below (self);

  add_actions (self);
  kq_row_set_control (KQ_ROW (self), kq_picture_zone_get_button (self->zone), make_buttons (self));
  kq_row_insert_below (KQ_ROW (self), below);
  kq_picture_intake_attach (self->intake, GTK_WIDGET (self));
  add_delete_key (self);
  self->probed = g_signal_group_new (KQ_TYPE_PROBED_ASSETS);
  g_signal_group_connect_swapped (self->probed, "probed", G_CALLBACK (on_pictures_changed), self);
  self->listed = g_signal_group_new (KQ_TYPE_LIST);
  g_signal_group_connect_swapped (self->listed, "items-changed", G_CALLBACK (on_pictures_changed),
                                  self);
}
