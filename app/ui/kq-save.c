/* kq-save.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-paths.h"
#include "kq-save.h"

/* Asks where a file shall be, makes it, and writes it without anybody waiting. */

typedef struct {
  KqSaveMake  make;
  KqSaveDone  done;
  GObject    *data;   /* (owned) */
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->data);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

typedef struct {
  char   *path;
  GBytes *bytes;
} Written;

static void
written_free (gpointer data)
{
  Written *written = data;

  g_free (written->path);
  g_bytes_unref (written->bytes);
  g_free (written);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Written *written = data;
  GError *error = NULL;

  if (kq_file_write (written->path, written->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  save->done (error, save->data);
}

static GBytes *
make_bytes (Save    *save,
            GFile   *file,
            GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_file_peek_path (file) != NULL)
    return save->make (name, save->data, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
               _("Choose a folder of this computer."));

  return NULL;
}

static void
write_to (Save  *save,
          GFile *file)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = make_bytes (save, file, &error);
  Written *written;

  if (bytes == NULL)
    {
      save->done (error, save->data);
      save_free (save);
      return;
    }

  written = g_new (Written, 1);
  written->path = g_file_get_path (file);
  written->bytes = bytes;
  task = g_task_new (NULL, NULL, written_cb, save);
  g_task_set_source_tag (task, write_to);
  g_task_set_task_data (task, written, written_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  Save *save = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    write_to (save, file);
  else
    save_free (save);

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * kq_save_ask:
 * @parent: a widget of the window that asks
 * @title: the title of the dialogue
 * @name: the name that is suggested
 * @make: makes the content, for the name that was chosen
 * @done: is told when it is saved, or why it isn't
 * @data: for @make and @done; held until then
 *
 * Asks for a file and writes it, whole or not at all.
 */
void
kq_save_ask (GtkWidget   *parent,
             const char  *title,
             const char  *name,
             KqSaveMake   make,
             KqSaveDone   done,
             GObject     *data)
{
  GtkFileChooserNative *dialog;
  Save *save;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (make != NULL && done != NULL);
  g_return_if_fail (G_IS_OBJECT (data));

  save = g_new (Save, 1);
  save->make = make;
  save->done = done;
  save->data = g_object_ref (data);
  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
