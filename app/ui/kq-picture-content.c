/* kq-picture-content.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-content.h"

#include <glib/gi18n-lib.h>

#include "kq-media-protocol.h"
#include "kq-size.h"

#define CHUNK (256 * 1024)

/* The one that was taken from the web rather than one that was made of it */
static const char * const mime_types[] = { "image/jpeg", "image/png", "image/webp", NULL };

/* What is read; the source object of its task is the clipboard or the drop. */
typedef struct {
  GPtrArray    *files;   /* (owned) (nullable) */
  GInputStream *stream;  /* (owned) (nullable) */
  GByteArray   *bytes;   /* (owned) (nullable) */
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_pointer (&content->files, g_ptr_array_unref);
  g_clear_object (&content->stream);
  g_clear_pointer (&content->bytes, g_byte_array_unref);
  g_free (content);
}

/**
 * kq_picture_content_get_formats:
 *
 * Returns: (transfer full): what can be taken
 */
GdkContentFormats *
kq_picture_content_get_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  for (guint i = 0; mime_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, mime_types[i]);

  return gdk_content_formats_builder_free_to_formats (builder);
}

static void read_more (GTask *task);

static void
on_chunk (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  Content *content = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result,
                                                               &error);
  g_autofree char *limit = NULL;

  if (chunk == NULL)
    g_task_return_error (task, error);
  else if (g_bytes_get_size (chunk) == 0)
    g_task_return_boolean (task, TRUE);
  else if (content->bytes->len + g_bytes_get_size (chunk) > KQ_MEDIA_MAX_BYTES)
    {
      limit = kq_size_format (KQ_MEDIA_MAX_BYTES);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                               _("larger than %s"), limit);
    }
  else
    {
      g_byte_array_append (content->bytes, g_bytes_get_data (chunk, NULL),
                           g_bytes_get_size (chunk));
      read_more (g_steal_pointer (&task));
    }
}

/* Takes @task. */
static void
read_more (GTask *task)
{
  Content *content = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (content->stream, CHUNK, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), on_chunk, task);
}

static void
on_stream (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Content *content = g_task_get_task_data (task);
  GError *error = NULL;

  content->stream = GDK_IS_DROP (source)
                    ? gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error)
                    : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (content->stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  content->bytes = g_byte_array_new ();
  read_more (g_steal_pointer (&task));
}

static void
on_files (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  Content *content = g_task_get_task_data (task);
  GError *error = NULL;
  const GValue *value = GDK_IS_DROP (source)
                        ? gdk_drop_read_value_finish (GDK_DROP (source), result, &error)
                        : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (GSList) files = NULL;

  if (value == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  content->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (content->files, g_object_ref (l->data));
  g_task_return_boolean (task, TRUE);
}

/* Takes @formats. */
static void
read_content (gpointer             source,
              GdkContentFormats   *formats,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);
  g_autoptr (GdkContentFormats) there = gdk_content_formats_union_deserialize_gtypes (formats);
  g_autoptr (GdkContentFormats) wanted = kq_picture_content_get_formats ();
  const char *type = gdk_content_formats_match_mime_type (wanted, there);
  gboolean has_files = gdk_content_formats_contain_gtype (there, GDK_TYPE_FILE_LIST);

  g_task_set_source_tag (task, kq_picture_content_finish);
  g_task_set_task_data (task, g_new0 (Content, 1), content_free);
  if (has_files && GDK_IS_DROP (source))
    gdk_drop_read_value_async (source, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable,
                               on_files, g_steal_pointer (&task));
  else if (has_files)
    gdk_clipboard_read_value_async (source, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable,
                                    on_files, g_steal_pointer (&task));
  else if (type != NULL && GDK_IS_DROP (source))
    gdk_drop_read_async (source, (const char *[]) { type, NULL }, G_PRIORITY_DEFAULT, cancellable,
                         on_stream, g_steal_pointer (&task));
  else if (type != NULL)
    gdk_clipboard_read_async (source, (const char *[]) { type, NULL }, G_PRIORITY_DEFAULT,
                              cancellable, on_stream, g_steal_pointer (&task));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _("There is no picture to paste: copy a picture, or a file"));
}

void
kq_picture_content_paste_async (GdkClipboard        *clipboard,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  read_content (clipboard, gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)),
                cancellable, callback, data);
}

void
kq_picture_content_drop_async (GdkDrop             *drop,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  g_return_if_fail (GDK_IS_DROP (drop));

  read_content (drop, gdk_content_formats_ref (gdk_drop_get_formats (drop)), cancellable, callback,
                data);
}

gboolean
kq_picture_content_finish (GAsyncResult  *result,
                           GPtrArray    **files,
                           GBytes       **bytes,
                           GError       **error)
{
  Content *content;

  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_picture_content_finish), FALSE);

  *files = NULL;
  *bytes = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  content = g_task_get_task_data (G_TASK (result));
  *files = g_steal_pointer (&content->files);
  if (content->bytes != NULL)
    *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content->bytes));

  return TRUE;
}
