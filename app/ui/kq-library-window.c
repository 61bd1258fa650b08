/* kq-library-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-file-drop.h"
#include "kq-library-row.h"
#include "kq-samples.h"

/* Milliseconds after which it is said that the library is being read. */
#define PATIENCE 500

/**
 * KqLibraryWindow:
 *
 * It is there before the library is open, and is filled when that has been read.
 */
G_DEFINE_FINAL_TYPE (KqLibraryWindow, kq_library_window, ADW_TYPE_APPLICATION_WINDOW)

static KqApplication *
get_application (KqLibraryWindow *self)
{
  return KQ_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static gboolean
is_archive (KqLibraryWindow *self)
{
  return self->model != NULL &&
         kq_library_model_get_flags (self->model) == KQ_LIBRARY_LIST_ARCHIVED;
}

static void
update_title (KqLibraryWindow *self)
{
  g_autofree char *name = kq_application_dup_library_name (get_application (self));
  gboolean archived = is_archive (self);

  gtk_window_set_title (GTK_WINDOW (self), archived ? _("Archived Campaigns") : _("Campaigns"));
  /* Shorter, for a narrow window's header bar */
  adw_window_title_set_title (self->title, archived ? _("Archived") : _("Library"));
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title),
                               kq_application_get_library_path (get_application (self)));
  gtk_widget_set_visible (self->back_button, archived);
}

static gboolean
patience_cb (gpointer data)
{
  KqLibraryWindow *self = data;

  self->patience = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

/* Whatever ends soon needs no sign that it goes on. */
static void
set_loading (KqLibraryWindow *self,
             gboolean         loading)
{
  if (loading && self->patience == 0 && !gtk_spinner_get_spinning (self->spinner))
    self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  if (loading)
    return;

  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
show_trouble (KqLibraryWindow *self,
              const GError    *error)
{
  gboolean is_newer = g_error_matches (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NEWER);

  adw_status_page_set_title (self->trouble, is_newer ? _("The Library Is of a Newer Version")
                                                     : _("The Library Can’t Be Opened"));
  adw_status_page_set_description (self->trouble, error->message);
  gtk_widget_set_visible (self->try_button, !is_newer);
}

static const char *
pick_page (KqLibraryWindow *self)
{
  if (kq_application_get_trouble (get_application (self)) != NULL)
    return "trouble";
  if (self->model == NULL)
    return "loading";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    return "list";
  if (kq_library_model_is_loading (self->model))
    return kq_library_model_get_n_campaigns (self->model) > 0 ? "list" : "loading";
  if (kq_library_model_get_n_campaigns (self->model) > 0)
    return "nothing";

  return is_archive (self) ? "archive-empty" : "empty";
}

/* Shows the list, or what there is to say where it is empty. */
void
kq_library_window_update_page (KqLibraryWindow *self)
{
  const GError *trouble = kq_application_get_trouble (get_application (self));
  const char *page = pick_page (self);

  if (trouble != NULL)
    show_trouble (self, trouble);
  set_loading (self, g_str_equal (page, "loading"));
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->search_bar,
                          g_str_equal (page, "list") || g_str_equal (page, "nothing"));
  update_title (self);
  kq_library_window_update_actions (self);
}

static void
on_model_error (KqLibraryWindow *self)
{
  const GError *error = kq_library_model_get_error (self->model);

  if (error != NULL)
    kq_alert_bar_show (self->alert, _("The library can’t be read"), error->message);
}

static void
on_search_changed (KqLibraryWindow *self)
{
  if (self->model != NULL)
    kq_library_model_set_search (self->model, gtk_editable_get_text (self->search_entry));
}

static void
on_stop_search (KqLibraryWindow *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
on_activated (KqLibraryWindow *self,
              guint            position)
{
  g_autoptr (KqLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    kq_application_open_campaign (get_application (self), kq_library_item_get_id (item), NULL);
}

static void
on_setup (KqLibraryWindow *self,
          GtkListItem     *item)
{
  gtk_list_item_set_child (item, kq_library_row_new ());
}

static void
on_bind (KqLibraryWindow *self,
         GtkListItem     *item)
{
  kq_library_row_set_item (KQ_LIBRARY_ROW (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
on_unbind (KqLibraryWindow *self,
           GtkListItem     *item)
{
  kq_library_row_set_item (KQ_LIBRARY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_example (AdwActionRow    *row,
            KqLibraryWindow *self)
{
  g_autoptr (GFile) file = kq_sample_get_file (g_object_get_data (G_OBJECT (row), "sample"));

  kq_application_import_copy (get_application (self), file);
}

static void
add_example (KqLibraryWindow *self,
             const KqSample  *sample)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *action = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(sample->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(sample->text));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "icon-name", "go-next-symbolic",
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "sample", (gpointer) sample);
  g_signal_connect (row, "activated", G_CALLBACK (on_example), self);
  adw_preferences_group_add (self->examples, row);

  action = g_strdup_printf ("app.example::%s", sample->file_name);
  g_menu_append (self->examples_menu, _(sample->title), action);
}

static void
fill_examples (KqLibraryWindow *self)
{
  guint n_samples;
  const KqSample *samples = kq_samples_get (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    add_example (self, &samples[i]);
}

static gboolean
kq_library_window_close_request (GtkWindow *window)
{
  KqLibraryWindow *self = KQ_LIBRARY_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "library-width", width);
  g_settings_set_int (self->settings, "library-height", height);
  /* The list stays with the application: what was sought is sought no more. */
  if (self->model != NULL)
    {
      kq_library_model_set_search (self->model, "");
      kq_library_model_set_flags (self->model, KQ_LIBRARY_LIST_ACTIVE);
    }

  return GTK_WINDOW_CLASS (kq_library_window_parent_class)->close_request (window);
}

static void
kq_library_window_dispose (GObject *object)
{
  KqLibraryWindow *self = KQ_LIBRARY_WINDOW (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->row_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->row_menu)));
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (kq_library_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, alert);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, sync_button);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, examples_menu);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, selected_bar);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, selected_label);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, examples);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryWindow, try_button);
}

static void
kq_library_window_class_init (KqLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_library_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kq_library_window_close_request;

  g_type_ensure (KQ_TYPE_ALERT_BAR);
  g_type_ensure (KQ_TYPE_SYNC_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-library-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
kq_library_window_init (KqLibraryWindow *self)
{
  self->settings = g_settings_new (KQ_APP_ID);
  self->selection = gtk_multi_selection_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->selection, "selection-changed",
                            G_CALLBACK (kq_library_window_update_actions), self);
  g_signal_connect_swapped (self->selection, "items-changed",
                            G_CALLBACK (kq_library_window_update_actions), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "library-width"),
                               g_settings_get_int (self->settings, "library-height"));
  fill_examples (self);
  kq_library_window_add_actions (self);
  kq_library_window_add_row_menu (self);
  kq_file_drop_attach (GTK_WIDGET (self));
}

/**
 * kq_library_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window of its library
 */
GtkWidget *
kq_library_window_new (KqApplication *application)
{
  KqLibraryWindow *self;

  g_return_val_if_fail (KQ_IS_APPLICATION (application), NULL);

  self = g_object_new (KQ_TYPE_LIBRARY_WINDOW, "application", application, NULL);
  kq_library_window_follow_library (self);

  return GTK_WIDGET (self);
}

static void
follow_model (KqLibraryWindow *self)
{
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->model, "notify", G_CALLBACK (kq_library_window_update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed",
                           G_CALLBACK (kq_library_window_update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::error", G_CALLBACK (on_model_error), self,
                           G_CONNECT_SWAPPED);
  kq_library_model_set_sort (self->model, g_settings_get_enum (self->settings, "library-sort"));
}

/**
 * kq_library_window_follow_library:
 * @self: the window
 *
 * Shows the library that the application has by now, or why it has none.
 */
void
kq_library_window_follow_library (KqLibraryWindow *self)
{
  g_return_if_fail (KQ_IS_LIBRARY_WINDOW (self));

  if (self->model == NULL && g_set_object (&self->model,
                                           kq_application_get_model (get_application (self))))
    follow_model (self);
  kq_sync_button_look (self->sync_button);
  kq_library_window_update_page (self);
}

/**
 * kq_library_window_toast:
 * @self: the window
 * @text: what to say
 *
 * Says something for a moment.
 */
void
kq_library_window_toast (KqLibraryWindow *self,
                         const char      *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (KQ_IS_LIBRARY_WINDOW (self));
  g_return_if_fail (text != NULL);

  escaped = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/**
 * kq_library_window_show_error:
 * @self: the window
 * @title: what couldn't be done
 * @reason: why, with the place
 *
 * Says so, until that is closed.
 */
void
kq_library_window_show_error (KqLibraryWindow *self,
                              const char      *title,
                              const char      *reason)
{
  g_return_if_fail (KQ_IS_LIBRARY_WINDOW (self));
  g_return_if_fail (title != NULL && reason != NULL);

  kq_alert_bar_show (self->alert, title, reason);
}

/* What is selected, in the order of the list. */
GPtrArray *
kq_library_window_get_selected (KqLibraryWindow *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, bits, &position))
    do
      g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
    while (gtk_bitset_iter_next (&iter, &position));

  return items;
}
