/* kq-application-import.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-application-private.h"

#include <glib/gi18n-lib.h>

#include "kq-campaign-file.h"
#include "kq-campaign-library.h"

/* Files from outside: taken into the library, and opened there. Where there is
 * no library, they can still be looked at and exported. */

/* Files that are opened together. */
typedef struct {
  KqApplication *application; /* (owned) */
  gboolean       copy;        /* each becomes a campaign of its own */
  gboolean       show;        /* each in a window */
  guint          n_left;
  guint          n_done;
  guint          n_refused;
  GString       *reasons;     /* (owned) */
  GFile         *refused;     /* (owned) (nullable): the first one */
} Batch;

/* One of them. */
typedef struct {
  Batch *batch; /* lives as long as this */
  GFile *file;  /* (owned) */
} Item;

static void
batch_free (Batch *batch)
{
  g_application_release (G_APPLICATION (batch->application));
  g_object_unref (batch->application);
  g_string_free (batch->reasons, TRUE);
  g_clear_object (&batch->refused);
  g_free (batch);
}

static void
show_refused (Batch *batch)
{
  g_autofree char *title = NULL;

  if (batch->n_refused == 1)
    {
      g_autofree char *base = g_file_get_basename (batch->refused);
      g_autofree char *name = g_filename_display_name (base);

      title = g_strdup_printf (_("“%s” can’t be opened"), name);
    }
  else
    title = g_strdup_printf (ngettext ("%u file can’t be opened", "%u files can’t be opened",
                                       batch->n_refused), batch->n_refused);
  kq_application_show_error (batch->application, title, batch->reasons->str);
}

static void
finish_batch (Batch *batch)
{
  if (batch->n_refused > 0)
    show_refused (batch);
  if (!batch->show && batch->n_done > 0)
    {
      g_autofree char *text = NULL;

      text = g_strdup_printf (ngettext ("%u campaign imported", "%u campaigns imported",
                                        batch->n_done), batch->n_done);
      kq_library_window_toast (kq_application_show_library (batch->application), text);
    }
  batch_free (batch);
}

static void
finish_item (Item         *item,
             const GError *error)
{
  Batch *batch = item->batch;

  if (error == NULL)
    batch->n_done++;
  else
    {
      if (batch->n_refused++ == 0)
        batch->refused = g_object_ref (item->file);
      g_string_append_printf (batch->reasons, "%s%s", batch->reasons->len > 0 ? "\n" : "",
                              error->message);
    }
  g_object_unref (item->file);
  g_free (item);

  if (--batch->n_left == 0)
    finish_batch (batch);
}

static void
on_imported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Item *item = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaignImport) import = kq_campaign_import_finish (result, &error);

  if (import != NULL && item->batch->show)
    kq_application_open_campaign (item->batch->application, import->id,
                                  item->batch->copy ? NULL : "toast-imported");
  finish_item (item, error);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Item *item = data;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (GError) error = NULL;

  if (kq_campaign_file_load_finish (result, &campaign, &assets, &error))
    {
      g_autoptr (KqDocument) document = kq_document_new (campaign, assets, item->file);

      kq_application_show_document (item->batch->application, document, NULL);
    }
  finish_item (item, error);
}

static void
start_item (Batch *batch,
            GFile *file)
{
  KqApplication *application = batch->application;
  const char *path = g_file_peek_path (file);
  KqDocument *document = kq_application_find_file (application, file);
  Item *item = g_new0 (Item, 1);

  item->batch = batch;
  item->file = g_object_ref (file);
  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GError) error = NULL;

      error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("%s isn’t a file of this computer"), uri);
      finish_item (item, error);
    }
  else if (document != NULL)
    {
      kq_application_show_document (application, document, NULL);
      finish_item (item, NULL);
    }
  else if (application->library != NULL)
    /* What is shown is checked by its window, and counted then. */
    kq_campaign_import_async (application->library, path, batch->copy,
                              batch->show ? NULL : kq_document_read_profiles (),
                              NULL, on_imported, item);
  else
    kq_campaign_file_load_async (path, NULL, on_loaded, item);
}

/* What is done once it is known whether there is a library. */
typedef struct {
  Batch     *batch;
  GPtrArray *files; /* (owned) (element-type GFile) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_ptr_array_unref (request->files);
  g_free (request);
}

static void
start_request (KqApplication *self,
               gpointer       data)
{
  Request *request = data;

  for (guint i = 0; i < request->files->len; i++)
    start_item (request->batch, g_ptr_array_index (request->files, i));
}

/* Imports files, each into a window of its own where @show says so. */
void
kq_application_import_files (KqApplication  *self,
                             GFile         **files,
                             guint           n_files,
                             gboolean        copy,
                             gboolean        show)
{
  Request *request;
  Batch *batch;

  if (n_files == 0)
    return;

  batch = g_new0 (Batch, 1);
  batch->application = g_object_ref (self);
  batch->copy = copy;
  batch->show = show;
  batch->n_left = n_files;
  batch->reasons = g_string_new (NULL);
  g_application_hold (G_APPLICATION (self));

  request = g_new0 (Request, 1);
  request->batch = batch;
  request->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (request->files, g_object_ref (files[i]));
  kq_application_when_ready (self, start_request, request, request_free);
}

/**
 * kq_application_import:
 * @self: the application
 * @files: (transfer none): a list of #GFile
 *
 * Takes campaign files into the library. One is opened then; several are only
 * counted.
 */
void
kq_application_import (KqApplication *self,
                       GListModel    *files)
{
  guint n_files;
  g_autoptr (GPtrArray) array = NULL;

  g_return_if_fail (KQ_IS_APPLICATION (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  n_files = g_list_model_get_n_items (files);
  array = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  kq_application_import_files (self, (GFile **) array->pdata, n_files, FALSE, n_files == 1);
}

/**
 * kq_application_import_copy:
 * @self: the application
 * @file: a campaign file
 *
 * Opens what the file holds as a campaign of its own.
 */
void
kq_application_import_copy (KqApplication *self,
                            GFile         *file)
{
  g_return_if_fail (KQ_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  kq_application_import_files (self, &file, 1, TRUE, TRUE);
}
