/* kq-history-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-history-window.h"

#include <glib/gi18n-lib.h>

#include "kq-alert-bar.h"
#include "kq-diff.h"
#include "kq-difference-row.h"
#include "kq-format.h"
#include "kq-preview.h"
#include "kq-version-item.h"

/**
 * KqHistoryWindow:
 *
 * A version is read, and compared on a thread, when it is selected; what it
 * looks like is drawn when that is asked for.
 */
struct _KqHistoryWindow {
  AdwWindow           parent_instance;

  KqLibrary          *library;     /* (owned) */
  KqDocument         *document;    /* (owned): as it is today */
  GCancellable       *cancellable; /* (owned): of what is being read */
  GListStore         *versions;    /* (owned) (element-type KqVersionItem) */
  GListStore         *differences; /* (owned) (element-type KqDifference) */
  GtkSingleSelection *selection;   /* (owned) */
  JsonNode           *node;        /* (owned) (nullable): the version in sight */

  AdwLeaflet         *leaflet;
  KqAlertBar         *alert;
  GtkListView        *version_list;
  GtkListView        *difference_list;
  GtkStack           *stack;
  GtkStack           *compare_stack;
  AdwBin             *preview_slot;
  AdwWindowTitle     *version_title;
  GtkWidget          *bring_back_button;
};

enum {
  BROUGHT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqHistoryWindow, kq_history_window, ADW_TYPE_WINDOW)

static KqVersionItem *
get_item (KqHistoryWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static JsonNode *
get_today (KqHistoryWindow *self)
{
  return kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (self->document)));
}

/* The two sides of a comparison, for a thread. */
typedef struct {
  JsonNode *before; /* (owned) */
  JsonNode *after;  /* (owned) */
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  json_node_unref (comparison->before);
  json_node_unref (comparison->after);
  g_free (comparison);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Comparison *comparison = task_data;
  GError *error = NULL;
  GPtrArray *differences = kq_diff (comparison->before, comparison->after, &error);

  if (differences != NULL)
    g_task_return_pointer (task, differences, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  KqHistoryWindow *self = KQ_HISTORY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (differences == NULL)
    {
      kq_alert_bar_show (self->alert, _("The version can’t be compared"), error->message);
      return;
    }

  g_list_store_splice (self->differences, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->differences)),
                       differences->pdata, differences->len);
  gtk_stack_set_visible_child_name (self->compare_stack, differences->len > 0 ? "list" : "same");
  gtk_widget_set_sensitive (self->bring_back_button, differences->len > 0);
}

static void
start_comparison (KqHistoryWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_compared, NULL);
  Comparison *comparison = g_new0 (Comparison, 1);

  comparison->before = json_node_ref (self->node);
  comparison->after = json_node_ref (get_today (self));
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/* What the version looks like; made when it comes into sight. */
static void
update_preview (KqHistoryWindow *self)
{
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqDocument) document = NULL;
  GtkWidget *preview;

  if (self->node == NULL || adw_bin_get_child (self->preview_slot) != NULL ||
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") != 0)
    return;

  campaign = kq_format_to_campaign (self->node);
  document = kq_document_new (campaign, kq_document_get_assets (self->document), NULL);
  preview = kq_preview_new ();
  kq_preview_set_document (KQ_PREVIEW (preview), document);
  adw_bin_set_child (self->preview_slot, preview);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqHistoryWindow) self = data;
  g_autoptr (GError) error = NULL;
  JsonNode *node = kq_library_load_finish (KQ_LIBRARY (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (node == NULL)
    {
      kq_alert_bar_show (self->alert, _("The version can’t be read"), error->message);
      return;
    }

  g_clear_pointer (&self->node, json_node_unref);
  self->node = node;
  start_comparison (self);
  update_preview (self);
}

/* Whatever was begun for another version is given up. */
static void
forget_version (KqHistoryWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->node, json_node_unref);
  adw_bin_set_child (self->preview_slot, NULL);
  gtk_stack_set_visible_child_name (self->compare_stack, "wait");
  gtk_widget_set_sensitive (self->bring_back_button, FALSE);
  kq_alert_bar_hide (self->alert);
}

static void
on_selected (KqHistoryWindow *self)
{
  KqVersionItem *item = get_item (self);
  g_autofree char *title = NULL;

  forget_version (self);
  if (item == NULL)
    return;

  title = kq_version_item_dup_title (item);
  adw_window_title_set_title (self->version_title, title);
  adw_window_title_set_subtitle (self->version_title, kq_version_item_get_kind (item));
  kq_library_load_async (self->library, kq_document_get_id (self->document),
                         kq_version_item_get_version (item)->number, self->cancellable,
                         on_loaded, g_object_ref (self));
}

static void
on_version_activated (KqHistoryWindow *self,
                      guint            position)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_back (KqHistoryWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqHistoryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  versions = kq_library_list_versions_finish (KQ_LIBRARY (source), result, &error);
  if (versions == NULL)
    {
      kq_alert_bar_show (self->alert, _("The history can’t be read"), error->message);
      return;
    }

  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (items, kq_version_item_new (g_ptr_array_index (versions, i)));
  g_list_store_splice (self->versions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->versions)),
                       items->pdata, items->len);
}

static void
on_bring_back (KqHistoryWindow *self)
{
  KqVersionItem *item = get_item (self);
  g_autofree char *title = NULL;
  g_autofree char *step = NULL;

  if (item == NULL || self->node == NULL)
    return;

  title = kq_version_item_dup_title (item);
  /* Translators: a step that can be undone; %s is a day and a time */
  step = g_strdup_printf (_("bring back %s"), title);
  kq_document_bring_back_version (self->document, self->node, step);
  g_signal_emit (self, signals[BROUGHT_BACK], 0, title);
  gtk_window_close (GTK_WINDOW (self));
}

/* The list focuses its own widget around the row: that is what has a name. */
static void
name_row (GtkListItem *list_item,
          const char  *name,
          const char  *description)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (list_item));

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
on_setup_row (KqHistoryWindow *self,
              GtkListItem     *item)
{
  gtk_list_item_set_child (item, kq_difference_row_new ());
}

static void
on_bind_version (KqHistoryWindow *self,
                 GtkListItem     *list_item)
{
  KqVersionItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *title = kq_version_item_dup_title (item);
  const char *kind = kq_version_item_get_kind (item);

  kq_difference_row_set_text (KQ_DIFFERENCE_ROW (gtk_list_item_get_child (list_item)), title, kind);
  name_row (list_item, title, kind);
}

static void
on_bind_difference (KqHistoryWindow *self,
                    GtkListItem     *list_item)
{
  KqDifference *difference = gtk_list_item_get_item (list_item);
  g_autofree char *place = kq_difference_row_describe_place (difference);
  g_autofree char *values = kq_difference_row_describe_values (difference);

  kq_difference_row_set_text (KQ_DIFFERENCE_ROW (gtk_list_item_get_child (list_item)),
                              place, values);
  name_row (list_item, place, values);
}

static void
kq_history_window_dispose (GObject *object)
{
  KqHistoryWindow *self = KQ_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->versions);
  g_clear_object (&self->differences);
  g_clear_object (&self->document);
  g_clear_object (&self->library);
  g_clear_pointer (&self->node, json_node_unref);

  G_OBJECT_CLASS (kq_history_window_parent_class)->dispose (object);
}

static void
kq_history_window_finalize (GObject *object)
{
  g_clear_object (&KQ_HISTORY_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (kq_history_window_parent_class)->finalize (object);
}

static void
kq_history_window_class_init (KqHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_history_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = kq_history_window_finalize;

  /**
   * KqHistoryWindow::brought-back:
   * @self: the window
   * @title: when the version was saved
   *
   * The campaign is now what it was then.
   */
  signals[BROUGHT_BACK] = g_signal_new ("brought-back", KQ_TYPE_HISTORY_WINDOW, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (KQ_TYPE_ALERT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, alert);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, version_list);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, difference_list);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, compare_stack);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, preview_slot);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, version_title);
  gtk_widget_class_bind_template_child (widget_class, KqHistoryWindow, bring_back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_version_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_bring_back);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_version);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_difference);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kq_history_window_init (KqHistoryWindow *self)
{
  g_autoptr (GtkSelectionModel) none = NULL;

  self->cancellable = g_cancellable_new ();
  self->versions = g_list_store_new (KQ_TYPE_VERSION_ITEM);
  self->differences = g_list_store_new (KQ_TYPE_DIFFERENCE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->versions)));
  gtk_widget_init_template (GTK_WIDGET (self));

  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->differences))));
  gtk_list_view_set_model (self->difference_list, none);
  gtk_list_view_set_model (self->version_list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
}

/**
 * kq_history_window_new:
 * @parent: the campaign's window
 * @library: where its versions are
 * @document: the campaign
 *
 * Returns: (transfer none): a window of its history
 */
GtkWidget *
kq_history_window_new (GtkWindow  *parent,
                       KqLibrary  *library,
                       KqDocument *document)
{
  KqHistoryWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);

  self = g_object_new (KQ_TYPE_HISTORY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->library = g_object_ref (library);
  self->document = g_object_ref (document);
  kq_library_list_versions_async (library, kq_document_get_id (document), NULL, on_listed,
                                  g_object_ref (self));

  return GTK_WIDGET (self);
}
