/* kq-face.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-face.h"

#include <glib/gi18n-lib.h>

#include "kq-face-private.h"
#include "kq-media-protocol.h"
#include "kq-pixels.h"

/* A face that is being drawn or made in a thread */
typedef struct {
  KqFace      *face;    /* (owned) */
  KqMedia     *media;   /* (owned) */
  KqImageKind *kind;    /* (owned) (nullable): to be made */
  char        *type;    /* (owned) (nullable): likewise */
  guint        width;
  guint        height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  kq_face_free (job->face);
  g_object_unref (job->media);
  g_clear_pointer (&job->kind, kq_image_kind_free);
  g_free (job->type);
  g_free (job);
}

/**
 * kq_face_new:
 *
 * Returns: (transfer full): a face of the first preset, without anything on it
 */
KqFace *
kq_face_new (void)
{
  KqFace *self = g_new0 (KqFace, 1);

  self->color = KQ_FACE_COLOR;

  return self;
}

KqFace *
kq_face_copy (const KqFace *self)
{
  KqFace *copy = g_memdup2 (self, sizeof *self);

  if (copy->picture != NULL)
    g_bytes_ref (copy->picture);
  if (copy->logo != NULL)
    g_bytes_ref (copy->logo);
  copy->shop = g_strdup (self->shop);
  copy->level = g_strdup (self->level);

  return copy;
}

void
kq_face_free (KqFace *self)
{
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->shop);
  g_free (self->level);
  g_free (self);
}

static gboolean
load_logo (const KqFace     *self,
           KqMedia          *media,
           guint             side,
           cairo_surface_t **logo,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr (KqThumbnail) pixels = NULL;

  if (self->logo == NULL)
    return TRUE;

  pixels = kq_media_thumbnail (media, self->logo, CLAMP (side, 1, KQ_MEDIA_MAX_THUMBNAIL),
                               cancellable, error);
  if (pixels == NULL)
    {
      g_prefix_error (error, _("the logo: "));
      return FALSE;
    }
  *logo = kq_pixels_to_surface (pixels);

  return TRUE;
}

static gboolean
load_picture (const KqFace     *self,
              KqMedia          *media,
              guint             width,
              guint             height,
              cairo_surface_t **picture,
              GCancellable     *cancellable,
              GError          **error)
{
  if (self->picture == NULL)
    return TRUE;

  *picture = kq_pixels_cover (media, self->picture, width, height, cancellable, error);
  if (*picture == NULL)
    g_prefix_error (error, _("the picture: "));

  return *picture != NULL;
}

/**
 * kq_face_draw:
 * @self: a face
 * @media: what decodes its picture and logo
 * @width: pixels; at most %KQ_FACE_MAX_PIXELS in all, and %KQ_MEDIA_MAX_SIDE
 * @height: pixels
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Draws a card face. Its text keeps away from the edge, becomes smaller or ends
 * with “…” where it is long, and has a contrast of at least %KQ_CONTRAST_TEXT
 * with all that is behind it. Blocks. The same face is the same pixels.
 *
 * Returns: (transfer full): an image without alpha; on failure %NULL with a
 *   #KqMediaError or an error of %G_IO_ERROR
 */
cairo_surface_t *
kq_face_draw (const KqFace  *self,
              KqMedia       *media,
              guint          width,
              guint          height,
              GCancellable  *cancellable,
              GError       **error)
{
  cairo_surface_t *picture = NULL, *logo = NULL, *drawn = NULL;
  KqFaceText text;

  g_return_val_if_fail (self != NULL && KQ_IS_MEDIA (media), NULL);

  if (width == 0 || height == 0 || width > KQ_MEDIA_MAX_SIDE || height > KQ_MEDIA_MAX_SIDE ||
      (gsize) width * height > KQ_FACE_MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("a card face of %u × %u pixels can’t be drawn"), width, height);
      return NULL;
    }

  if (load_picture (self, media, width, height, &picture, cancellable, error) &&
      load_logo (self, media, MIN (width, height), &logo, cancellable, error) &&
      !g_cancellable_set_error_if_cancelled (cancellable, error))
    drawn = kq_face_draw_ground (self, picture, logo, width, height, TRUE, &text);
  g_clear_pointer (&picture, cairo_surface_destroy);
  g_clear_pointer (&logo, cairo_surface_destroy);

  return drawn;
}

/**
 * kq_face_make:
 * @self: a face
 * @media: what decodes its picture and logo, and encodes the result
 * @kind: what it is to be
 * @type: one of the types that @kind takes
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes the file of a card face, which passes the check of its kind. Blocks.
 *
 * Returns: (transfer full): the file; on failure %NULL as kq_face_draw() and
 *   kq_media_fit()
 */
GBytes *
kq_face_make (const KqFace       *self,
              KqMedia            *media,
              const KqImageKind  *kind,
              const char         *type,
              GCancellable       *cancellable,
              GError            **error)
{
  const KqFitOptions options = KQ_FIT_OPTIONS_INIT;
  cairo_surface_t *drawn;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (KqFitted) fitted = NULL;

  g_return_val_if_fail (kind != NULL && kq_image_kind_takes (kind, type), NULL);

  drawn = kq_face_draw (self, media, kind->width, kind->height, cancellable, error);
  if (drawn == NULL)
    return NULL;

  png = kq_pixels_to_png (drawn);
  cairo_surface_destroy (drawn);
  fitted = kq_pixels_fit (media, png, kind, type, &options, cancellable, error);

  return fitted != NULL ? g_bytes_ref (fitted->bytes) : NULL;
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  cairo_surface_t *drawn = kq_face_draw (job->face, job->media, job->width, job->height,
                                         cancellable, &error);

  if (drawn != NULL)
    g_task_return_pointer (task, drawn, (GDestroyNotify) cairo_surface_destroy);
  else
    g_task_return_error (task, error);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GBytes *bytes = kq_face_make (job->face, job->media, job->kind, job->type, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static GTask *
new_task (const KqFace        *self,
          KqMedia             *media,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             data,
          Job                **job)
{
  GTask *task = g_task_new (media, cancellable, callback, data);

  *job = g_new0 (Job, 1);
  (*job)->face = kq_face_copy (self);
  (*job)->media = g_object_ref (media);
  g_task_set_task_data (task, *job, job_free);

  return task;
}

/* As kq_face_draw(), without blocking; the face is copied. */
void
kq_face_draw_async (const KqFace        *self,
                    KqMedia             *media,
                    guint                width,
                    guint                height,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (self != NULL && KQ_IS_MEDIA (media));

  task = new_task (self, media, cancellable, callback, data, &job);
  job->width = width;
  job->height = height;
  g_task_set_source_tag (task, kq_face_draw_async);
  g_task_run_in_thread (task, draw_in_thread);
}

cairo_surface_t *
kq_face_draw_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_face_draw_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* As kq_face_make(), without blocking; the face and the kind are copied. */
void
kq_face_make_async (const KqFace        *self,
                    KqMedia             *media,
                    const KqImageKind   *kind,
                    const char          *type,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (self != NULL && KQ_IS_MEDIA (media));
  g_return_if_fail (kind != NULL && kq_image_kind_takes (kind, type));

  task = new_task (self, media, cancellable, callback, data, &job);
  job->kind = kq_image_kind_copy (kind);
  job->type = g_strdup (type);
  g_task_set_source_tag (task, kq_face_make_async);
  g_task_run_in_thread (task, make_in_thread);
}

GBytes *
kq_face_make_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_face_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
