/* kq-facts-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-window.h"

#include <glib/gi18n-lib.h>

#include "kq-facts-file.h"
#include "kq-facts-import.h"
#include "kq-facts-mapping.h"

/**
 * KqFactsWindow:
 *
 * Says which columns of a table are what, with the first rows below, and brings
 * the table into the library. Rows that can't be read are listed before anything
 * is taken; then one can take the rest.
 */
struct _KqFactsWindow {
  AdwWindow       parent_instance;

  KqDocument     *document;     /* (owned) */
  KqFactsFile    *file;         /* (owned) */
  GCancellable   *cancellable;  /* (owned) (nullable): while it imports */

  KqFactsMapping *mapping;
  GtkButton      *import_button;
  GtkRevealer    *progress_revealer;
  GtkProgressBar *progress;
  GtkWidget      *bad_group;
  GtkLabel       *bad;
  GtkWidget      *skip_button;
  GtkLabel       *problem;
};

G_DEFINE_FINAL_TYPE (KqFactsWindow, kq_facts_window, ADW_TYPE_WINDOW)

enum {
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (KqFactsWindow *self,
              const char    *message)
{
  gtk_label_set_text (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
update_sensitive (KqFactsWindow *self)
{
  g_autoptr (GError) error = NULL;
  const gboolean is_complete = kq_facts_columns_check (self->file->columns, &error);

  show_problem (self, is_complete ? NULL : error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            is_complete && self->cancellable == NULL);
  gtk_widget_set_sensitive (self->skip_button, self->cancellable == NULL);
  gtk_revealer_set_reveal_child (self->progress_revealer, self->cancellable != NULL);
}

static void
on_mapping_changed (KqFactsWindow *self)
{
  gtk_widget_set_visible (self->bad_group, FALSE);
  update_sensitive (self);
}

static void
list_bad_rows (KqFactsWindow        *self,
               const KqFactsReading *reading)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reading->bad->len; i++)
    {
      const KqBadRow *row = &g_array_index (reading->bad, KqBadRow, i);

      /* Translators: what is wrong with a row of a table */
      g_string_append_printf (text, _("Line %u: %s"), row->line, row->message);
      g_string_append_c (text, '\n');
    }
  if (reading->n_bad > reading->bad->len)
    g_string_append_printf (text, g_dngettext (NULL, "and %u more", "and %u more",
                                               reading->n_bad - reading->bad->len),
                            reading->n_bad - reading->bad->len);
  gtk_label_set_text (self->bad, g_strchomp (text->str));
  gtk_widget_set_visible (self->skip_button, reading->n_rows > 0);
  gtk_widget_set_visible (self->bad_group, TRUE);
}

static void
on_progress (double   done,
             gpointer data)
{
  gtk_progress_bar_set_fraction (KQ_FACTS_WINDOW (data)->progress, done);
}

static void
on_imported (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (KqFactsWindow) self = data;
  g_autoptr (GError) error = NULL;
  gint64 number = 0;
  g_autoptr (KqFactsReading) reading = kq_facts_import_finish (result, &number, &error);

  g_clear_object (&self->cancellable);
  update_sensitive (self);
  if (reading != NULL && number == 0 && reading->n_bad > 0)
    list_bad_rows (self, reading);
  else if (reading != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_IMPORTED], 0);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
import (KqFactsWindow      *self,
        KqFactsImportFlags  flags)
{
  g_autoptr (KqFactsObjects) objects =
    kq_facts_objects_new (kq_document_get_campaign (self->document));

  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (self->bad_group, FALSE);
  update_sensitive (self);
  kq_facts_import_async (kq_document_get_library (self->document),
                         kq_document_get_id (self->document), objects, self->file->bytes,
                         self->file->name, self->file->columns, flags, on_progress, self,
                         self->cancellable, on_imported, g_object_ref (self));
}

static void
on_import_clicked (KqFactsWindow *self)
{
  import (self, KQ_FACTS_IMPORT_STRICT);
}

static void
on_skip_clicked (KqFactsWindow *self)
{
  import (self, KQ_FACTS_IMPORT_SKIP_BAD);
}

static void
on_cancel_clicked (KqFactsWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
kq_facts_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (KQ_FACTS_WINDOW (window)->cancellable);

  return GTK_WINDOW_CLASS (kq_facts_window_parent_class)->close_request (window);
}

static void
kq_facts_window_finalize (GObject *object)
{
  KqFactsWindow *self = KQ_FACTS_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->file, kq_facts_file_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (kq_facts_window_parent_class)->finalize (object);
}

static void
kq_facts_window_class_init (KqFactsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_facts_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kq_facts_window_close_request;
  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", KQ_TYPE_FACTS_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KQ_TYPE_FACTS_MAPPING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kaquan/Kaquan/ui/kq-facts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, mapping);
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, bad_group);
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, bad);
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, skip_button);
  gtk_widget_class_bind_template_child (widget_class, KqFactsWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_mapping_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kq_facts_window_init (KqFactsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What a file chooser was opened for */
typedef struct {
  GtkWidget  *parent;    /* (owned) */
  KqDocument *document;  /* (owned) */
  GCallback   imported;
  GObject    *object;    /* (owned) */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->document);
  g_object_unref (request->object);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
show_refusal (GtkWidget    *parent,
              const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)),
                                              _("The Figures Can’t Be Read"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  KqFactsFile *file = kq_facts_file_open_finish (result, &error);
  KqFactsWindow *self;

  if (file == NULL)
    {
      show_refusal (request->parent, error);
      return;
    }

  self = g_object_new (KQ_TYPE_FACTS_WINDOW,
                       "transient-for", gtk_widget_get_root (request->parent),
                       "modal", TRUE,
                       NULL);
  self->document = g_object_ref (request->document);
  self->file = file;
  kq_facts_mapping_set_columns (self->mapping, file->columns);
  g_signal_connect_object (self, "imported", request->imported, request->object,
                           G_CONNECT_SWAPPED);
  update_sensitive (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      KqLibrary *library = kq_document_get_library (request->document);

      kq_facts_file_open_async (file, library, on_opened, g_steal_pointer (&request));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, tables);
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * kq_facts_window_ask:
 * @parent: a widget of the window that asks
 * @document: whose figures they are; it has a library
 * @imported: called with @object once there are new figures
 * @object: (type GObject): held until then
 *
 * Lets one choose a table, map its columns, and import it.
 */
void
kq_facts_window_ask (GtkWidget  *parent,
                     KqDocument *document,
                     GCallback   imported,
                     gpointer    object)
{
  GtkFileChooserNative *dialog;
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (parent) && KQ_IS_DOCUMENT (document));
  g_return_if_fail (kq_document_get_library (document) != NULL);

  request = g_new0 (Request, 1);
  request->parent = g_object_ref (parent);
  request->document = g_object_ref (document);
  request->imported = imported;
  request->object = g_object_ref (object);
  dialog = gtk_file_chooser_native_new (_("Import Figures"),
                                        GTK_WINDOW (gtk_widget_get_root (parent)),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
