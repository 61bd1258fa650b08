/* kq-picture-file.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-file.h"

#include <glib/gi18n-lib.h>

#include "kq-asset-source.h"
#include "kq-image-check.h"
#include "kq-paths.h"
#include "kq-size.h"

#define CHUNK (256 * 1024)

typedef struct {
  KqMedia           *media;         /* (owned) */
  GPtrArray         *files;         /* (owned) (element-type GFile) */
  KqPictureProgress  progress;
  gpointer           progress_data;
  GCancellable      *cancellable;   /* (owned) */
} Job;

/* What is told of on the way */
typedef struct {
  GTask *task;    /* (owned): holds the job */
  guint  n_done;
  char  *name;    /* (owned) */
} Step;

/**
 * kq_picture_file_new:
 * @name: the file's name
 * @bytes: what is in it
 * @facts: what that is
 *
 * Returns: (transfer full): a picture that was looked into already
 */
KqPictureFile *
kq_picture_file_new (const char         *name,
                     GBytes             *bytes,
                     const KqImageFacts *facts)
{
  KqPictureFile *self;

  g_return_val_if_fail (name != NULL && bytes != NULL && facts != NULL, NULL);

  self = g_new0 (KqPictureFile, 1);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->facts = kq_image_facts_copy (facts);

  return self;
}

void
kq_picture_file_free (KqPictureFile *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->facts, kq_image_facts_free);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * kq_picture_file_can_be_kept:
 * @self: a picture file
 * @reason: (out) (transfer full) (nullable): why not, for people
 *
 * A campaign holds whole JPEG and PNG files up to a size, whether or not a
 * platform takes them.
 *
 * Returns: whether a campaign can hold it
 */
gboolean
kq_picture_file_can_be_kept (const KqPictureFile  *self,
                             char                **reason)
{
  g_autofree char *limit = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  *reason = NULL;
  if (self->error != NULL)
    *reason = g_strdup (self->error->message);
  else if (!self->facts->whole)
    *reason = g_strdup (_("the file ends too early or is damaged: get it anew"));
  else if (g_strcmp0 (self->facts->type, "image/jpeg") != 0 &&
           g_strcmp0 (self->facts->type, "image/png") != 0)
    *reason = g_strdup_printf (_("%s can’t be kept in a campaign, only JPEG and PNG"),
                               kq_image_type_get_label (self->facts->type));
  else if (self->facts->bytes > KQ_ASSET_MAX_BYTES)
    {
      limit = kq_size_format (KQ_ASSET_MAX_BYTES);
      *reason = g_strdup_printf (_("larger than %s, which is the most that a campaign keeps of "
                                   "one picture"), limit);
    }

  return *reason == NULL;
}

/**
 * kq_picture_file_can_be_fitted:
 * @self: a picture file
 *
 * Returns: whether one that a campaign can hold can be made of it
 */
gboolean
kq_picture_file_can_be_fitted (const KqPictureFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->facts != NULL && self->facts->whole;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->media);
  g_ptr_array_unref (job->files);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step->name);
  g_free (step);
}

/* In the main thread */
static gboolean
tell_progress (gpointer data)
{
  Step *step = data;
  Job *job = g_task_get_task_data (step->task);

  if (!g_cancellable_is_cancelled (job->cancellable))
    job->progress (step->n_done, job->files->len, step->name, job->progress_data);

  return G_SOURCE_REMOVE;
}

static GBytes *
refuse_size (GError **error)
{
  g_autofree char *limit = kq_size_format (KQ_MEDIA_MAX_BYTES);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("larger than %s"), limit);

  return NULL;
}

/* Of a file that isn't of this computer, up to the limit and no further */
static GBytes *
read_stream (GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize got;

  if (stream == NULL)
    return NULL;

  while ((got = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable,
                                     error)) > 0)
    {
      if (all->len + (gsize) got > KQ_MEDIA_MAX_BYTES)
        return refuse_size (error);
      g_byte_array_append (all, chunk, got);
    }

  return got == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : NULL;
}

/* Who looks at the row knows which folder it was. */
static void
drop_path (GError     **error,
           const char  *path)
{
  if (*error == NULL || !g_str_has_prefix ((*error)->message, path) ||
      !g_str_has_prefix ((*error)->message + strlen (path), ": "))
    return;

  {
    g_autofree char *rest = g_strdup ((*error)->message + strlen (path) + 2);

    g_free ((*error)->message);
    (*error)->message = g_steal_pointer (&rest);
  }
}

static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *path = g_file_peek_path (file);
  GError *local_error = NULL;
  GBytes *bytes;

  if (path == NULL)
    return read_stream (file, cancellable, error);

  bytes = kq_file_read (path, KQ_MEDIA_MAX_BYTES, &local_error);
  drop_path (&local_error, path);
  if (bytes == NULL)
    g_propagate_error (error, local_error);

  return bytes;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
}

static KqPictureFile *
load (Job   *job,
      GFile *file)
{
  KqPictureFile *picture = g_new0 (KqPictureFile, 1);

  picture->name = dup_name (file);
  picture->bytes = read_file (file, job->cancellable, &picture->error);
  if (picture->bytes != NULL)
    picture->facts = kq_media_probe (job->media, picture->bytes, job->cancellable,
                                     &picture->error);

  return picture;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GPtrArray) pictures = NULL;

  pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_picture_file_free);
  for (guint i = 0; i < job->files->len; i++)
    {
      Step *step = g_new0 (Step, 1);

      step->task = g_object_ref (task);
      step->n_done = i;
      step->name = dup_name (job->files->pdata[i]);
      g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_progress,
                                  step, step_free);
      g_ptr_array_add (pictures, load (job, job->files->pdata[i]));
      if (g_task_return_error_if_cancelled (task))
        return;
    }

  g_task_return_pointer (task, g_steal_pointer (&pictures), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * kq_picture_files_load_async:
 * @media: looks into them
 * @files: (element-type GFile): files
 * @progress: (scope notified): is told of each, unless cancelled before
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @callback: (scope async): called when all were looked into
 * @data: for @callback
 *
 * Reads files, whatever they are, and looks into them, one after the other and
 * without anybody waiting.
 */
void
kq_picture_files_load_async (KqMedia             *media,
                             GPtrArray           *files,
                             KqPictureProgress    progress,
                             gpointer             progress_data,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (KQ_IS_MEDIA (media));
  g_return_if_fail (files != NULL);
  g_return_if_fail (progress != NULL);

  job = g_new0 (Job, 1);
  job->media = g_object_ref (media);
  job->files = g_ptr_array_ref (files);
  job->progress = progress;
  job->progress_data = progress_data;
  g_set_object (&job->cancellable, cancellable);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, kq_picture_files_load_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * kq_picture_files_load_finish:
 * @result: what was given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KqPictureFile): one for each file, in
 *   their order; %NULL only where it was cancelled
 */
GPtrArray *
kq_picture_files_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
