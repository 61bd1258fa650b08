/* kq-fit-job.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fit-job.h"

#include "kq-asset-load.h"

#include "kq-thumbnails.h"

/* Milliseconds of quiet before it is done: a frame that is dragged would keep
 * the helper busy with what nobody wants any more. */
#define QUIET 150
/* Pixels of a side of what is seen of a picture */
#define SIDE 1024

/**
 * KqFitJob:
 *
 * The picture is opened once. What is asked of it then takes the place of what
 * was asked before: the last one wins.
 */
struct _KqFitJob {
  GObject            parent_instance;

  KqMedia           *media;         /* (owned) */
  const KqImageKind *kind;          /* of the profiles */

  GBytes            *bytes;         /* (owned) (nullable) */
  KqImageFacts      *source_facts;  /* (owned) (nullable) */
  GdkTexture        *source;        /* (owned) (nullable) */

  char              *type;          /* (owned) (nullable): what is asked */
  KqFitOptions       options;
  guint              timer;
  GCancellable      *cancellable;   /* (owned) (nullable): of what is under way */

  KqFitted          *fitted;        /* (owned) (nullable) */
  KqImageFacts      *facts;         /* (owned) (nullable): of that */
  GdkTexture        *result;        /* (owned) (nullable): likewise */
  GError            *error;         /* (owned) (nullable) */
  gboolean           answered;      /* that is what was asked last */
};

enum {
  OPENED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqFitJob, kq_fit_job, G_TYPE_OBJECT)

static void
stop (KqFitJob *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear_result (KqFitJob *self)
{
  g_clear_pointer (&self->fitted, kq_fitted_free);
  g_clear_pointer (&self->facts, kq_image_facts_free);
  g_clear_object (&self->result);
  g_clear_error (&self->error);
}

/* Takes @error; whoever cancelled doesn't want to know. */
static void
fail (KqFitJob *self,
      GError   *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }

  g_clear_object (&self->cancellable);
  clear_result (self);
  self->error = error;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What it was made of, to be seen */

static void
on_source_drawn (GObject      *media,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (KqFitJob) self = data;
  g_autoptr (KqThumbnail) thumbnail = NULL;
  GError *error = NULL;

  thumbnail = kq_media_thumbnail_finish (KQ_MEDIA (media), result, &error);
  if (thumbnail == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_object (&self->cancellable);
  self->source = kq_thumbnail_to_texture (thumbnail);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
on_source_probed (GObject      *media,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (KqFitJob) self = data;
  GError *error = NULL;
  KqImageFacts *facts = kq_media_probe_finish (KQ_MEDIA (media), result, &error);

  if (facts == NULL)
    {
      fail (self, error);
      return;
    }

  self->source_facts = facts;
  kq_media_thumbnail_async (self->media, self->bytes, SIDE, self->cancellable, on_source_drawn,
                            g_object_ref (self));
}

static void
look (KqFitJob *self)
{
  kq_media_probe_async (self->media, self->bytes, self->cancellable, on_source_probed,
                        g_object_ref (self));
}

static void
on_source_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (KqFitJob) self = data;
  GError *error = NULL;

  self->bytes = kq_asset_load_finish (KQ_ASSET_SOURCE (source), result, &error);
  if (self->bytes != NULL)
    look (self);
  else
    fail (self, error);
}

/* What is made of it */

/* What the helper has made is looked at like any other file: seen, then
 * probed, and only then is it known to be good. */
static void
on_result_drawn (GObject      *media,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (KqFitJob) self = data;
  g_autoptr (KqThumbnail) thumbnail = NULL;
  GError *error = NULL;

  thumbnail = kq_media_thumbnail_finish (KQ_MEDIA (media), result, &error);
  if (thumbnail == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_object (&self->cancellable);
  self->result = kq_thumbnail_to_texture (thumbnail);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_result_probed (GObject      *media,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (KqFitJob) self = data;
  GError *error = NULL;
  KqImageFacts *facts = kq_media_probe_finish (KQ_MEDIA (media), result, &error);

  if (facts == NULL)
    {
      fail (self, error);
      return;
    }

  self->facts = facts;
  kq_media_thumbnail_async (self->media, self->fitted->bytes, SIDE, self->cancellable,
                            on_result_drawn, g_object_ref (self));
}

static void
on_fitted (GObject      *media,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqFitJob) self = data;
  GError *error = NULL;
  KqFitted *fitted = kq_media_fit_finish (KQ_MEDIA (media), result, &error);

  if (fitted == NULL)
    {
      fail (self, error);
      return;
    }

  clear_result (self);
  self->fitted = fitted;
  self->answered = TRUE;
  kq_media_probe_async (self->media, fitted->bytes, self->cancellable, on_result_probed,
                        g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_quiet (gpointer data)
{
  KqFitJob *self = data;

  self->timer = 0;
  self->cancellable = g_cancellable_new ();
  kq_media_fit_async (self->media, self->bytes, self->kind, self->type, &self->options,
                      self->cancellable, on_fitted, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
kq_fit_job_dispose (GObject *object)
{
  stop (KQ_FIT_JOB (object));

  G_OBJECT_CLASS (kq_fit_job_parent_class)->dispose (object);
}

static void
kq_fit_job_finalize (GObject *object)
{
  KqFitJob *self = KQ_FIT_JOB (object);

  clear_result (self);
  g_clear_object (&self->media);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->source_facts, kq_image_facts_free);
  g_clear_object (&self->source);
  g_free (self->type);

  G_OBJECT_CLASS (kq_fit_job_parent_class)->finalize (object);
}

static void
kq_fit_job_class_init (KqFitJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kq_fit_job_dispose;
  object_class->finalize = kq_fit_job_finalize;

  /**
   * KqFitJob::opened:
   * @self: a job
   *
   * The picture can be seen, and something be asked.
   */
  signals[OPENED] = g_signal_new ("opened", KQ_TYPE_FIT_JOB, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KqFitJob::changed:
   * @self: a job
   *
   * Something was asked, a result has come, or was looked at, or there is none.
   */
  signals[CHANGED] = g_signal_new ("changed", KQ_TYPE_FIT_JOB, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_fit_job_init (KqFitJob *self)
{
}

/**
 * kq_fit_job_new:
 * @media: does it
 * @kind: what the picture is to be
 *
 * Returns: (transfer full): a job without a picture
 */
KqFitJob *
kq_fit_job_new (KqMedia           *media,
                const KqImageKind *kind)
{
  KqFitJob *self;

  g_return_val_if_fail (KQ_IS_MEDIA (media), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (KQ_TYPE_FIT_JOB, NULL);
  self->media = g_object_ref (media);
  self->kind = kind;

  return self;
}

/**
 * kq_fit_job_open_asset:
 * @self: a job without a picture
 * @source: where the bytes are, to be read in a thread
 * @sha256: the picture's name
 *
 * Opens a picture of a campaign.
 */
void
kq_fit_job_open_asset (KqFitJob      *self,
                       KqAssetSource *source,
                       const char    *sha256)
{
  g_return_if_fail (KQ_IS_FIT_JOB (self));
  g_return_if_fail (self->bytes == NULL);

  self->cancellable = g_cancellable_new ();
  kq_asset_load_async (source, sha256, self->cancellable, on_source_loaded, g_object_ref (self));
}

/* As kq_fit_job_open_asset(), where the bytes are at hand */
void
kq_fit_job_open_bytes (KqFitJob *self,
                       GBytes   *bytes)
{
  g_return_if_fail (KQ_IS_FIT_JOB (self));
  g_return_if_fail (self->bytes == NULL);

  self->cancellable = g_cancellable_new ();
  self->bytes = g_bytes_ref (bytes);
  look (self);
}

/**
 * kq_fit_job_ask:
 * @self: a job whose picture is open
 * @type: one of the types that the kind takes
 * @options: how to fit it
 *
 * Asks for the picture anew. What was asked before isn't done any more; its
 * result goes when there is another.
 */
void
kq_fit_job_ask (KqFitJob           *self,
                const char         *type,
                const KqFitOptions *options)
{
  g_return_if_fail (KQ_IS_FIT_JOB (self));
  g_return_if_fail (self->source != NULL);

  stop (self);
  g_free (self->type);
  self->type = g_strdup (type);
  self->options = *options;
  self->answered = FALSE;
  self->timer = g_timeout_add (QUIET, on_quiet, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Gives up what is under way. */
void
kq_fit_job_cancel (KqFitJob *self)
{
  g_return_if_fail (KQ_IS_FIT_JOB (self));

  stop (self);
}

/* (nullable): what the picture is that it is made of */
const KqImageFacts *
kq_fit_job_get_source_facts (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), NULL);

  return self->source_facts;
}

/* (nullable): that picture, small enough to be drawn */
GdkTexture *
kq_fit_job_get_source (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), NULL);

  return self->source;
}

/**
 * kq_fit_job_get_source_size:
 * @self: a job whose picture is open
 * @width: (out): pixels, as it is shown
 * @height: (out): pixels, as it is shown
 *
 * Of what lies turned, width is the height that is stored.
 */
void
kq_fit_job_get_source_size (KqFitJob *self,
                            int      *width,
                            int      *height)
{
  gboolean turned;

  g_return_if_fail (KQ_IS_FIT_JOB (self));
  g_return_if_fail (self->source_facts != NULL);

  turned = self->source_facts->orientation >= 5;
  *width = turned ? self->source_facts->height : self->source_facts->width;
  *height = turned ? self->source_facts->width : self->source_facts->height;
}

/* Whether what was asked last isn't done yet */
gboolean
kq_fit_job_is_busy (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), FALSE);

  return self->timer != 0 || self->cancellable != NULL;
}

/* Whether what is there came of what was asked last, though it may not have been
 * looked at yet */
gboolean
kq_fit_job_is_answered (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), FALSE);

  return self->answered;
}

/* (nullable): what came of it; while it is busy, of what was asked before */
const KqFitted *
kq_fit_job_get_fitted (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), NULL);

  return self->fitted;
}

/* (nullable): what that is by its bytes */
const KqImageFacts *
kq_fit_job_get_facts (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), NULL);

  return self->facts;
}

/* (nullable): and what it looks like */
GdkTexture *
kq_fit_job_get_result (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), NULL);

  return self->result;
}

/* (nullable): why the picture can't be opened, or fitted so */
const GError *
kq_fit_job_get_error (KqFitJob *self)
{
  g_return_val_if_fail (KQ_IS_FIT_JOB (self), NULL);

  return self->error;
}
