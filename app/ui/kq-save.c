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
  GObject    *data;          /* (owned) */
  gboolean    is_threaded;   /* whether it is made in the thread, too */
  char       *path;          /* (owned) (nullable): none before it was chosen */
  GBytes     *bytes;         /* (owned) (nullable): none before it was made */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->data);
  g_free (save->path);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_free (save);
}

static gboolean
make (Save    *save,
      GError **error)
{
  g_autofree char *name = g_path_get_basename (save->path);

  save->bytes = save->make (name, save->data, error);

  return save->bytes != NULL;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if ((save->bytes != NULL || make (save, &error)) &&
      kq_file_write (save->path, save->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* In the main thread, where @data is let go of, too */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  save->done (error, save->data);
}

static void
write_to (Save  *save,
          GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, NULL);
  GError *error = NULL;

  g_task_set_source_tag (task, write_to);
  g_task_set_task_data (task, save, save_free);
  save->path = g_file_get_path (file);
  if (save->path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _("Choose a folder of this computer."));
  else if (save->is_threaded || make (save, &error))
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
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

static void
ask (GtkWidget  *parent,
     const char *title,
     const char *name,
     Save       *save)
{
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static Save *
save_new (KqSaveMake  make_func,
          KqSaveDone  done,
          GObject    *data,
          gboolean    is_threaded)
{
  Save *save = g_new0 (Save, 1);

  save->make = make_func;
  save->done = done;
  save->data = g_object_ref (data);
  save->is_threaded = is_threaded;

  return save;
}

/**
 * kq_save_ask:
 * @parent: a widget of the window that asks
 * @title: the title of the dialogue
 * @name: the name that is suggested
 * @make_func: makes the content, for the name that was chosen
 * @done: is told when it is saved, or why it isn't
 * @data: for @make_func and @done; held until then
 *
 * Asks for a file and writes it, whole or not at all.
 */
void
kq_save_ask (GtkWidget   *parent,
             const char  *title,
             const char  *name,
             KqSaveMake   make_func,
             KqSaveDone   done,
             GObject     *data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (make_func != NULL && done != NULL);
  g_return_if_fail (G_IS_OBJECT (data));

  ask (parent, title, name, save_new (make_func, done, data, FALSE));
}

/* As kq_save_ask(), for what takes long: @make is called in a thread. */
void
kq_save_ask_in_thread (GtkWidget   *parent,
                       const char  *title,
                       const char  *name,
                       KqSaveMake   make_func,
                       KqSaveDone   done,
                       GObject     *data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (make_func != NULL && done != NULL);
  g_return_if_fail (G_IS_OBJECT (data));

  ask (parent, title, name, save_new (make_func, done, data, TRUE));
}
