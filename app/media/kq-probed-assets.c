/* kq-probed-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-probed-assets.h"

/**
 * KqProbedAssets:
 *
 * Another source's images, and what they are by their bytes: each is looked
 * into once, since a name is a SHA-256 and what it names never changes. Either
 * whoever asks waits for it, or it is done in a thread and #KqProbedAssets::probed
 * says that there is something new to ask for.
 */
struct _KqProbedAssets {
  GObject        parent_instance;

  KqMedia       *media;        /* (owned) */
  KqAssetSource *source;       /* (owned) */
  gboolean       waits;
  GHashTable    *known;        /* (owned): SHA-256 to Known */
  GQueue        *due;          /* (owned) (element-type utf8): SHA-256s */
  gboolean       probing;      /* one of them, in a thread */
  gboolean       changed;      /* since the last signal */
  GCancellable  *cancellable;  /* (owned) */
};

/* What is known of one image: one of the two, neither before it was looked into */
typedef struct {
  KqImageFacts *facts;  /* (owned) (nullable) */
  GError       *error;  /* (owned) (nullable) */
  gboolean      due;
  gboolean      again;  /* asked for while it was looked into: it may have come since */
} Known;

enum {
  PROBED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void probe_next (KqProbedAssets *self);

static void
known_free (gpointer data)
{
  Known *known = data;

  g_clear_pointer (&known->facts, kq_image_facts_free);
  g_clear_error (&known->error);
  g_free (known);
}

/* That it is no image is said of the image, the rest of what stands in the way. */
static GError *
as_damage (GError *error)
{
  GError *damage;

  if (error->domain != KQ_MEDIA_ERROR)
    return error;

  damage = g_error_new_literal (KQ_ASSET_ERROR, KQ_ASSET_ERROR_DAMAGED, error->message);
  g_error_free (error);

  return damage;
}

static KqImageFacts *
probe (KqMedia        *media,
       KqAssetSource  *source,
       const char     *sha256,
       GCancellable   *cancellable,
       GError        **error)
{
  g_autoptr (GBytes) bytes = kq_asset_source_load_sure (source, sha256, error);
  GError *local_error = NULL;
  KqImageFacts *facts;

  if (bytes == NULL)
    return NULL;

  facts = kq_media_probe (media, bytes, cancellable, &local_error);
  if (facts != NULL)
    return facts;

  /* That nobody can look into it is no fault of the image: what it claims is
   * believed. */
  if (g_error_matches (local_error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_MISSING))
    {
      g_warning_once ("%s", local_error->message);
      g_error_free (local_error);
      return kq_asset_source_get_facts (source, sha256, error);
    }

  g_propagate_error (error, as_damage (local_error));
  return NULL;
}

/* What can't be otherwise the next time */
static gboolean
is_lasting (const Known *known)
{
  return known->facts != NULL ||
         (known->error != NULL && known->error->domain == KQ_ASSET_ERROR);
}

static Known *
get_known (KqProbedAssets *self,
           const char     *sha256)
{
  Known *known = g_hash_table_lookup (self->known, sha256);

  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      g_hash_table_insert (self->known, g_strdup (sha256), known);
    }

  return known;
}

/* @facts and @error are taken. */
static void
remember (KqProbedAssets *self,
          const char     *sha256,
          KqImageFacts   *facts,
          GError         *error)
{
  Known *known = get_known (self, sha256);

  if (facts != NULL || known->error == NULL ||
      !g_error_matches (error, known->error->domain, known->error->code))
    self->changed = TRUE;
  g_clear_error (&known->error);
  known->facts = facts;
  known->error = error;
  known->due = FALSE;
}

typedef struct {
  KqMedia       *media;   /* (owned) */
  KqAssetSource *source;  /* (owned) */
  char          *sha256;  /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->media);
  g_object_unref (job->source);
  g_free (job->sha256);
  g_free (job);
}

static void
probe_in_thread (GTask        *task,
                 gpointer      object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  KqImageFacts *facts;

  if (g_task_return_error_if_cancelled (task))
    return;

  facts = probe (job->media, job->source, job->sha256, cancellable, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) kq_image_facts_free);
  else
    g_task_return_error (task, error);
}

static void
look_again (KqProbedAssets *self,
            const char     *sha256)
{
  Known *known = get_known (self, sha256);

  if (known->again && !is_lasting (known))
    {
      known->due = TRUE;
      g_queue_push_tail (self->due, g_strdup (sha256));
    }
  known->again = FALSE;
}

/* The source is gone where it was cancelled. Told of once for all that was due,
 * since whoever hears of it asks for all. */
static void
on_probed (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  KqImageFacts *facts = g_task_propagate_pointer (G_TASK (result), &error);
  KqProbedAssets *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }

  self->probing = FALSE;
  remember (self, job->sha256, facts, error);
  look_again (self, job->sha256);
  if (!g_queue_is_empty (self->due))
    probe_next (self);
  else if (self->changed)
    {
      self->changed = FALSE;
      g_signal_emit (self, signals[PROBED], 0);
    }
}

static void
probe_next (KqProbedAssets *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_probed, self);
  Job *job = g_new0 (Job, 1);

  job->media = g_object_ref (self->media);
  job->source = g_object_ref (self->source);
  job->sha256 = g_strdup (g_queue_peek_head (self->due));
  g_free (g_queue_pop_head (self->due));
  g_task_set_source_tag (task, probe_next);
  g_task_set_task_data (task, job, job_free);
  self->probing = TRUE;
  g_task_run_in_thread (task, probe_in_thread);
}

static void
probe_later (KqProbedAssets *self,
             const char     *sha256)
{
  Known *known = get_known (self, sha256);

  known->again = known->due;
  if (known->due)
    return;

  known->due = TRUE;
  g_queue_push_tail (self->due, g_strdup (sha256));
  if (!self->probing)
    probe_next (self);
}

static void
probe_now (KqProbedAssets *self,
           const char     *sha256)
{
  GError *error = NULL;
  KqImageFacts *facts = probe (self->media, self->source, sha256, NULL, &error);

  remember (self, sha256, facts, error);
}

/* What may be otherwise by now is looked for again; until that is done, it is
 * as it was. */
static KqImageFacts *
kq_probed_assets_get_facts (KqAssetSource  *source,
                            const char     *sha256,
                            GError        **error)
{
  KqProbedAssets *self = KQ_PROBED_ASSETS (source);
  Known *known = get_known (self, sha256);

  if (!is_lasting (known))
    (self->waits ? probe_now : probe_later) (self, sha256);

  if (known->facts != NULL)
    return kq_image_facts_copy (known->facts);
  if (known->error != NULL)
    g_propagate_error (error, g_error_copy (known->error));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING, sha256);

  return NULL;
}

static GBytes *
kq_probed_assets_load (KqAssetSource  *source,
                       const char     *sha256,
                       GError        **error)
{
  return kq_asset_source_load (KQ_PROBED_ASSETS (source)->source, sha256, error);
}

static void
asset_source_init (KqAssetSourceInterface *iface)
{
  iface->load = kq_probed_assets_load;
  iface->get_facts = kq_probed_assets_get_facts;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqProbedAssets, kq_probed_assets, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KQ_TYPE_ASSET_SOURCE, asset_source_init))

static void
kq_probed_assets_dispose (GObject *object)
{
  KqProbedAssets *self = KQ_PROBED_ASSETS (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (kq_probed_assets_parent_class)->dispose (object);
}

static void
kq_probed_assets_finalize (GObject *object)
{
  KqProbedAssets *self = KQ_PROBED_ASSETS (object);

  g_clear_object (&self->media);
  g_clear_object (&self->source);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->known);
  g_queue_free_full (self->due, g_free);

  G_OBJECT_CLASS (kq_probed_assets_parent_class)->finalize (object);
}

static void
kq_probed_assets_class_init (KqProbedAssetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kq_probed_assets_dispose;
  object_class->finalize = kq_probed_assets_finalize;

  /**
   * KqProbedAssets::probed:
   * @self: the source
   *
   * Images that were asked for have been looked into. Not emitted where whoever
   * asks waits.
   */
  signals[PROBED] = g_signal_new ("probed", KQ_TYPE_PROBED_ASSETS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_probed_assets_init (KqProbedAssets *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->due = g_queue_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * kq_probed_assets_new:
 * @media: looks into images
 * @source: where their bytes are, to be read from any thread
 * @waits: whether whoever asks waits; else %G_IO_ERROR_PENDING says that the
 *   facts are to come
 *
 * Returns: (transfer full): a source with facts
 */
KqProbedAssets *
kq_probed_assets_new (KqMedia       *media,
                      KqAssetSource *source,
                      gboolean       waits)
{
  KqProbedAssets *self;

  g_return_val_if_fail (KQ_IS_MEDIA (media), NULL);
  g_return_val_if_fail (KQ_IS_ASSET_SOURCE (source), NULL);

  self = g_object_new (KQ_TYPE_PROBED_ASSETS, NULL);
  self->media = g_object_ref (media);
  self->source = g_object_ref (source);
  self->waits = waits;

  return self;
}
