/* kq-library-window-actions.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-export.h"
#include "kq-library-assets.h"
#include "kq-library-words.h"

/* The commands of the library window, all as actions. */

static KqApplication *
get_application (KqLibraryWindow *self)
{
  return KQ_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* (transfer full) (nullable): what is selected, where that is one */
static KqLibraryItem *
dup_only_selected (KqLibraryWindow *self)
{
  g_autoptr (GPtrArray) items = kq_library_window_get_selected (self);

  return items->len == 1 ? g_object_ref (g_ptr_array_index (items, 0)) : NULL;
}

static void
open_selected (KqLibraryWindow *self,
               const char      *action)
{
  g_autoptr (KqLibraryItem) item = dup_only_selected (self);

  if (item != NULL)
    kq_application_open_campaign (get_application (self), kq_library_item_get_id (item), action);
}

static void
on_open (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  open_selected (data, NULL);
}

static void
on_history (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  open_selected (data, "history");
}

static void
on_duplicated (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (KqLibraryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = kq_library_duplicate_finish (KQ_LIBRARY (source), result, &error);

  if (id != NULL)
    kq_library_window_toast (self, _("Duplicated"));
  else
    kq_library_window_show_error (self, _("The campaign can’t be duplicated"), error->message);
}

static void
on_duplicate (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  KqLibraryWindow *self = data;
  g_autoptr (KqLibraryItem) item = dup_only_selected (self);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (item == NULL)
    return;

  title = kq_library_item_dup_title (item);
  /* Translators: the name of a campaign's copy */
  name = g_strdup_printf (_("%s (copy)"), title);
  kq_library_duplicate_async (kq_library_model_get_library (self->model),
                              kq_library_item_get_id (item), name, NULL,
                              on_duplicated, g_object_ref (self));
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (KqLibraryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = kq_export_finish (result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (name == NULL)
    {
      kq_library_window_show_error (self, _("The campaign wasn’t exported"), error->message);
      return;
    }

  text = g_strdup_printf (_("Exported as “%s”"), name);
  kq_library_window_toast (self, text);
}

/* An export of which the campaign is being read. */
typedef struct {
  KqLibraryWindow *window; /* (owned) */
  char            *title;  /* (owned) */
  gboolean         embed;
} Export;

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Export *export = data;
  KqLibrary *library = KQ_LIBRARY (source);
  g_autoptr (KqLibraryAssets) assets = kq_library_assets_new (library, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = kq_library_load_finish (library, result, NULL, &error);

  if (node != NULL)
    kq_export_async (GTK_WINDOW (export->window), export->title, node, KQ_ASSET_SOURCE (assets),
                     export->embed, on_exported, g_object_ref (export->window));
  else
    kq_library_window_show_error (export->window, _("The campaign wasn’t exported"),
                                  error->message);
  g_object_unref (export->window);
  g_free (export->title);
  g_free (export);
}

static void
export_selected (KqLibraryWindow *self,
                 gboolean         embed)
{
  g_autoptr (KqLibraryItem) item = dup_only_selected (self);
  Export *export;

  if (item == NULL)
    return;

  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->title = kq_library_item_dup_title (item);
  export->embed = embed;
  kq_library_load_async (kq_library_model_get_library (self->model),
                         kq_library_item_get_id (item), 0, NULL, on_loaded, export);
}

static void
on_export_embedded (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  export_selected (data, TRUE);
}

static void
on_export_folder (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  export_selected (data, FALSE);
}

static void
on_archive (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  kq_library_window_set_state (data, KQ_LIBRARY_STATE_ARCHIVED);
}

static void
on_unarchive (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  kq_library_window_set_state (data, KQ_LIBRARY_STATE_ACTIVE);
}

static void
on_delete (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  kq_library_window_set_state (data, KQ_LIBRARY_STATE_DELETED);
}

static void
on_set_states (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  kq_library_window_set_states (data, parameter);
}

static void
on_search (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  KqLibraryWindow *self = data;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_clear_search (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  KqLibraryWindow *self = data;

  gtk_editable_set_text (self->search_entry, "");
}

static void
on_show_archived (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       data)
{
  KqLibraryWindow *self = data;

  g_simple_action_set_state (action, state);
  gtk_editable_set_text (self->search_entry, "");
  if (self->model != NULL)
    kq_library_model_set_flags (self->model, g_variant_get_boolean (state)
                                             ? KQ_LIBRARY_LIST_ARCHIVED : KQ_LIBRARY_LIST_ACTIVE);
  kq_library_window_update_page (self);
}

static void
on_sort_changed (KqLibraryWindow *self)
{
  if (self->model != NULL)
    kq_library_model_set_sort (self->model, g_settings_get_enum (self->settings, "library-sort"));
}

static void
on_try_again (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  KqApplication *application = get_application (data);

  kq_application_choose_library (application, kq_application_get_library_path (application));
}

static void
on_library_chosen (GtkNativeDialog *dialog,
                   int              response,
                   KqLibraryWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL)
    kq_application_choose_library (get_application (self), g_file_peek_path (file));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
on_choose_library (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Choose a Library"), data, GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "library.db");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_library_chosen), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_close (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  gtk_window_close (GTK_WINDOW (data));
}

static const GActionEntry entries[] = {
  { "open", on_open },
  { "history", on_history },
  { "duplicate", on_duplicate },
  { "export-embedded", on_export_embedded },
  { "export-folder", on_export_folder },
  { "archive", on_archive },
  { "unarchive", on_unarchive },
  { "delete", on_delete },
  { "set-states", on_set_states, "a(si)" },
  { "search", on_search },
  { "clear-search", on_clear_search },
  { "show-archived", NULL, NULL, "false", on_show_archived },
  { "try-again", on_try_again },
  { "choose-library", on_choose_library },
  { "close", on_close },
};

/* Which commands are for how many campaigns */
static const struct {
  const char *name;
  gboolean    many;
  gboolean    writes;
} selected_actions[] = {
  { "open" },
  { "history" },
  { "duplicate", FALSE, TRUE },
  { "export-embedded" },
  { "export-folder" },
  { "archive", TRUE, TRUE },
  { "unarchive", TRUE, TRUE },
  { "delete", TRUE, TRUE },
};

static void
show_selected (KqLibraryWindow *self,
               guint64          n_selected)
{
  g_autofree char *text = NULL;

  gtk_action_bar_set_revealed (self->selected_bar, n_selected > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->selected_bar), n_selected > 0);
  text = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), (guint) n_selected);
  gtk_label_set_label (self->selected_label, text);
}

/* Which commands can be given. */
void
kq_library_window_update_actions (KqLibraryWindow *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n_selected = self->model != NULL ? gtk_bitset_get_size (bits) : 0;
  gboolean is_archive = self->model != NULL &&
                        kq_library_model_get_flags (self->model) == KQ_LIBRARY_LIST_ARCHIVED;
  gboolean is_read_only = self->model != NULL &&
                          kq_library_is_read_only (kq_library_model_get_library (self->model));

  for (guint i = 0; i < G_N_ELEMENTS (selected_actions); i++)
    {
      const char *name = selected_actions[i].name;
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
      gboolean fits = selected_actions[i].many ? n_selected > 0 : n_selected == 1;

      if (g_str_equal (name, is_archive ? "archive" : "unarchive"))
        fits = FALSE;
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   fits && !(selected_actions[i].writes && is_read_only));
    }
  show_selected (self, n_selected);
}

/* Adds the commands to the window. */
void
kq_library_window_add_actions (KqLibraryWindow *self)
{
  g_autoptr (GAction) sort = g_settings_create_action (self->settings, "library-sort");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), sort);
  g_signal_connect_object (self->settings, "changed::library-sort", G_CALLBACK (on_sort_changed),
                           self, G_CONNECT_SWAPPED);
}
