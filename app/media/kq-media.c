/* kq-media.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media.h"

#include "kq-media-answer.h"
#include "kq-media-helper.h"
#include "kq-media-protocol.h"
#include "kq-paths.h"

/**
 * KqMedia:
 *
 * Looks at images and makes them, in a helper process that is started when the
 * first image comes. What is asked of it is done one after the other.
 */
struct _KqMedia {
  GObject        parent_instance;

  GMutex         mutex;   /* over the helper */
  KqMediaHelper *helper;  /* (owned) */
  GThreadPool   *worker;  /* (owned) (nullable): of one thread, which waits for it */
};

/* One thing that is asked, and how to read the answer */
typedef struct {
  GVariant        *request;  /* (owned) */
  GBytes          *bytes;    /* (owned) */
  KqMediaReadFunc  read;
} Job;

G_DEFINE_FINAL_TYPE (KqMedia, kq_media, G_TYPE_OBJECT)
G_DEFINE_QUARK (kq-media-error-quark, kq_media_error)

static Job *
job_new (GVariantDict    *request,
         const char      *op,
         GBytes          *bytes,
         KqMediaReadFunc  read)
{
  Job *job = g_new0 (Job, 1);

  g_variant_dict_insert (request, "op", "s", op);
  job->request = g_variant_ref_sink (g_variant_dict_end (request));
  job->bytes = g_bytes_ref (bytes);
  job->read = read;

  return job;
}

static void
job_free (Job *job)
{
  g_variant_unref (job->request);
  g_bytes_unref (job->bytes);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* Blocks until it is this job's turn, and done. */
static gpointer
run (KqMedia       *self,
     Job           *job,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GBytes) out = NULL;
  gboolean answered;

  if (!kq_media_check_input (job->bytes, error))
    return NULL;

  g_mutex_lock (&self->mutex);
  answered = kq_media_helper_exchange (self->helper, job->request, job->bytes, cancellable,
                                       &answer, &out, error);
  g_mutex_unlock (&self->mutex);

  return answered ? kq_media_read_answer (answer, job->bytes, out, job->read, error) : NULL;
}

static void
run_in_thread (gpointer data,
               gpointer pool_data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;

  result = run (g_task_get_source_object (task), g_task_get_task_data (task),
                g_task_get_cancellable (task), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, NULL);
}

/* Takes @job. */
static void
queue (KqMedia             *self,
       Job                 *job,
       gpointer             tag,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  if (self->worker == NULL)
    self->worker = g_thread_pool_new (run_in_thread, NULL, 1, FALSE, NULL);
  g_thread_pool_push (self->worker, task, NULL);
}

static void
kq_media_finalize (GObject *object)
{
  KqMedia *self = KQ_MEDIA (object);

  /* The last reference may be let go of by the worker itself: no waiting. */
  if (self->worker != NULL)
    g_thread_pool_free (self->worker, FALSE, FALSE);
  g_clear_pointer (&self->helper, kq_media_helper_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (kq_media_parent_class)->finalize (object);
}

static void
kq_media_class_init (KqMediaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_media_finalize;
}

static void
kq_media_init (KqMedia *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * kq_media_new:
 * @program: (nullable): another helper than ours, for tests
 *
 * Starts nothing yet.
 *
 * Returns: (transfer full): a way to look at images
 */
KqMedia *
kq_media_new (const char *program)
{
  KqMedia *self = g_object_new (KQ_TYPE_MEDIA, NULL);
  g_autofree char *own = program == NULL ? kq_paths_dup_helper ("kaquan-media") : NULL;

  self->helper = kq_media_helper_new (program != NULL ? program : own);

  return self;
}

/**
 * kq_media_get_default:
 *
 * Returns: (transfer none): the one for all of the program, whose helper is
 *   started by its first picture; for any thread
 */
KqMedia *
kq_media_get_default (void)
{
  static KqMedia *shared;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      shared = kq_media_new (NULL);
      g_once_init_leave (&once, 1);
    }

  return shared;
}

static Job *
probe_job (GBytes *bytes)
{
  g_auto (GVariantDict) request = G_VARIANT_DICT_INIT (NULL);

  return job_new (&request, KQ_MEDIA_OP_PROBE, bytes, kq_media_read_facts);
}

/**
 * kq_media_probe:
 * @self: media
 * @bytes: those of an image file
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Finds out what an image is, by its bytes. That all its parts are there is
 * seen; its pixels aren't decoded. Blocks.
 *
 * Returns: (transfer full): the facts; on failure %NULL with a #KqMediaError, or
 *   an error of %G_IO_ERROR
 */
KqImageFacts *
kq_media_probe (KqMedia       *self,
                GBytes        *bytes,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (KQ_IS_MEDIA (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  job = probe_job (bytes);

  return run (self, job, cancellable, error);
}

/* As kq_media_probe(), without blocking */
void
kq_media_probe_async (KqMedia             *self,
                      GBytes              *bytes,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_return_if_fail (KQ_IS_MEDIA (self));
  g_return_if_fail (bytes != NULL);

  queue (self, probe_job (bytes), kq_media_probe_async, cancellable, callback, data);
}

KqImageFacts *
kq_media_probe_finish (KqMedia       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_media_probe_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
insert_wish (GVariantDict       *request,
             guint               width,
             guint               height,
             const KqFitOptions *options)
{
  g_variant_dict_insert (request, "width", "u", width);
  g_variant_dict_insert (request, "height", "u", height);
  g_variant_dict_insert (request, "crop", "u", (guint32) options->crop);
  g_variant_dict_insert (request, "x", "i", options->x);
  g_variant_dict_insert (request, "y", "i", options->y);
  g_variant_dict_insert (request, "w", "i", options->width);
  g_variant_dict_insert (request, "h", "i", options->height);
}

static Job *
fit_job (GBytes             *bytes,
         const KqImageKind  *kind,
         const char         *type,
         const KqFitOptions *options)
{
  g_auto (GVariantDict) request = G_VARIANT_DICT_INIT (NULL);

  insert_wish (&request, kind->width, kind->height, options);
  g_variant_dict_insert (&request, "type", "s", type);
  /* So small that nobody's way of counting refuses it */
  g_variant_dict_insert (&request, "max-bytes", "t",
                         (guint64) (kind->advice_bytes > 0 ? kind->advice_bytes
                                                           : kind->max_bytes));
  g_variant_dict_insert (&request, "background", "u", options->background);

  return job_new (&request, KQ_MEDIA_OP_FIT, bytes, kq_media_read_fitted);
}

/**
 * kq_media_fit:
 * @self: media
 * @bytes: those of an image file
 * @kind: what it is to be
 * @type: one of the types that @kind takes
 * @options: how
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes of an image one of a kind: turned upright, in sRGB, of the kind's
 * pixels, in the best quality within its bytes, and without metadata. The same
 * image and options give the same bytes. Blocks for up to some seconds.
 *
 * Returns: (transfer full): the image, which passes the check of that kind; on
 *   failure %NULL with a #KqMediaError, or an error of %G_IO_ERROR
 */
KqFitted *
kq_media_fit (KqMedia             *self,
              GBytes              *bytes,
              const KqImageKind   *kind,
              const char          *type,
              const KqFitOptions  *options,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (KQ_IS_MEDIA (self), NULL);
  g_return_val_if_fail (bytes != NULL && kind != NULL && options != NULL, NULL);
  g_return_val_if_fail (kq_image_kind_takes (kind, type), NULL);

  job = fit_job (bytes, kind, type, options);

  return run (self, job, cancellable, error);
}

/* As kq_media_fit(), without blocking; the kind and the options are copied. */
void
kq_media_fit_async (KqMedia             *self,
                    GBytes              *bytes,
                    const KqImageKind   *kind,
                    const char          *type,
                    const KqFitOptions  *options,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             data)
{
  g_return_if_fail (KQ_IS_MEDIA (self));
  g_return_if_fail (bytes != NULL && kind != NULL && options != NULL);
  g_return_if_fail (kq_image_kind_takes (kind, type));

  queue (self, fit_job (bytes, kind, type, options), kq_media_fit_async, cancellable,
         callback, data);
}

KqFitted *
kq_media_fit_finish (KqMedia       *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_media_fit_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static Job *
thumbnail_job (GBytes *bytes,
               guint   side)
{
  g_auto (GVariantDict) request = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&request, "side", "u", side);

  return job_new (&request, KQ_MEDIA_OP_THUMBNAIL, bytes, kq_media_read_thumbnail);
}

/**
 * kq_media_thumbnail:
 * @self: media
 * @bytes: those of an image file
 * @side: pixels of a square that it shall lie within, at most
 *   %KQ_MEDIA_MAX_THUMBNAIL; it is never made larger
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Decodes an image, for a window to draw. Blocks.
 *
 * Returns: (transfer full): its pixels; on failure %NULL with a #KqMediaError,
 *   or an error of %G_IO_ERROR
 */
KqThumbnail *
kq_media_thumbnail (KqMedia       *self,
                    GBytes        *bytes,
                    guint          side,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (KQ_IS_MEDIA (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (side > 0 && side <= KQ_MEDIA_MAX_THUMBNAIL, NULL);

  job = thumbnail_job (bytes, side);

  return run (self, job, cancellable, error);
}

/* As kq_media_thumbnail(), without blocking */
void
kq_media_thumbnail_async (KqMedia             *self,
                          GBytes              *bytes,
                          guint                side,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_return_if_fail (KQ_IS_MEDIA (self));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (side > 0 && side <= KQ_MEDIA_MAX_THUMBNAIL);

  queue (self, thumbnail_job (bytes, side), kq_media_thumbnail_async, cancellable,
         callback, data);
}

KqThumbnail *
kq_media_thumbnail_finish (KqMedia       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_media_thumbnail_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static Job *
pixels_job (GBytes             *bytes,
            guint               width,
            guint               height,
            const KqFitOptions *options)
{
  g_auto (GVariantDict) request = G_VARIANT_DICT_INIT (NULL);

  insert_wish (&request, width, height, options);

  return job_new (&request, KQ_MEDIA_OP_PIXELS, bytes, kq_media_read_pixels);
}

/**
 * kq_media_draw:
 * @self: media
 * @bytes: those of an image file
 * @width: pixels, at most %KQ_MEDIA_MAX_SIDE
 * @height: likewise
 * @options: which part of it to keep
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Decodes an image, upright and in sRGB, to pixels of just that size, for
 * somebody who draws on them. Blocks.
 *
 * Returns: (transfer full): its pixels; on failure %NULL with a #KqMediaError,
 *   or an error of %G_IO_ERROR
 */
KqThumbnail *
kq_media_draw (KqMedia             *self,
               GBytes              *bytes,
               guint                width,
               guint                height,
               const KqFitOptions  *options,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (KQ_IS_MEDIA (self), NULL);
  g_return_val_if_fail (bytes != NULL && options != NULL, NULL);
  g_return_val_if_fail (width > 0 && width <= KQ_MEDIA_MAX_SIDE, NULL);
  g_return_val_if_fail (height > 0 && height <= KQ_MEDIA_MAX_SIDE, NULL);

  job = pixels_job (bytes, width, height, options);

  return run (self, job, cancellable, error);
}

/* As kq_media_draw(), without blocking; the options are copied. */
void
kq_media_draw_async (KqMedia             *self,
                     GBytes              *bytes,
                     guint                width,
                     guint                height,
                     const KqFitOptions  *options,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             data)
{
  g_return_if_fail (KQ_IS_MEDIA (self));
  g_return_if_fail (bytes != NULL && options != NULL);
  g_return_if_fail (width > 0 && width <= KQ_MEDIA_MAX_SIDE);
  g_return_if_fail (height > 0 && height <= KQ_MEDIA_MAX_SIDE);

  queue (self, pixels_job (bytes, width, height, options), kq_media_draw_async, cancellable,
         callback, data);
}

KqThumbnail *
kq_media_draw_finish (KqMedia       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_media_draw_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kq_media_write_png:
 * @self: media
 * @grey: a byte for each pixel, row after row, 0 for black
 * @width: pixels
 * @height: pixels
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes black and white, such as a QR code. Blocks.
 *
 * Returns: (transfer full): a PNG file; on failure %NULL with a #KqMediaError,
 *   or an error of %G_IO_ERROR
 */
GBytes *
kq_media_write_png (KqMedia       *self,
                    GBytes        *grey,
                    guint          width,
                    guint          height,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (GVariantDict) request = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (KQ_IS_MEDIA (self), NULL);
  g_return_val_if_fail (grey != NULL && g_bytes_get_size (grey) == (gsize) width * height, NULL);

  g_variant_dict_insert (&request, "width", "u", width);
  g_variant_dict_insert (&request, "height", "u", height);
  job = job_new (&request, KQ_MEDIA_OP_PNG, grey, kq_media_read_file);

  return run (self, job, cancellable, error);
}

/**
 * kq_media_get_pid:
 * @self: media
 *
 * Returns: the helper process, or 0 where none is running: to measure it, or to
 *   end it and see that nothing is lost
 */
GPid
kq_media_get_pid (KqMedia *self)
{
  GPid pid;

  g_return_val_if_fail (KQ_IS_MEDIA (self), 0);

  g_mutex_lock (&self->mutex);
  pid = kq_media_helper_get_pid (self->helper);
  g_mutex_unlock (&self->mutex);

  return pid;
}
