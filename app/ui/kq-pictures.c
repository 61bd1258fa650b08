/* kq-pictures.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pictures.h"

#include "kq-list.h"
#include "kq-thumbnails.h"

/* A phone is 375 pixels wide, and drawn at up to three times its size; and
 * neither a card face nor a poster is wider. */
#define SIDE 1536

/**
 * KqPictures:
 *
 * The pictures that a phone shows: those that the campaign lists, whose bytes
 * are those of their names. Whoever asks for one before it is decoded is told by
 * #KqPictures::loaded, or waits.
 */
struct _KqPictures {
  GObject        parent_instance;

  KqCampaign    *campaign;     /* (owned) */
  KqAssetSource *assets;       /* (owned) (nullable) */
  gboolean       waits;
  GHashTable    *loading;      /* (owned) (element-type utf8): SHA-256s */
  GHashTable    *refused;      /* (owned) (element-type utf8): likewise */
  GCancellable  *cancellable;  /* (owned) */
  guint          idle_id;
};

enum {
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqPictures, kq_pictures, G_TYPE_OBJECT)

static void
kq_pictures_dispose (GObject *object)
{
  KqPictures *self = KQ_PICTURES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->idle_id, g_source_remove);

  G_OBJECT_CLASS (kq_pictures_parent_class)->dispose (object);
}

static void
kq_pictures_finalize (GObject *object)
{
  KqPictures *self = KQ_PICTURES (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->assets);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->loading);
  g_hash_table_unref (self->refused);

  G_OBJECT_CLASS (kq_pictures_parent_class)->finalize (object);
}

static void
kq_pictures_class_init (KqPicturesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kq_pictures_dispose;
  object_class->finalize = kq_pictures_finalize;

  /**
   * KqPictures::loaded:
   * @self: pictures
   *
   * Pictures that were asked for are there now.
   */
  signals[LOADED] = g_signal_new ("loaded", KQ_TYPE_PICTURES, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_pictures_init (KqPictures *self)
{
  self->loading = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

/**
 * kq_pictures_new:
 * @campaign: the campaign that lists the pictures
 * @assets: (nullable): where their bytes are, to be read from any thread
 * @waits: whether whoever asks for a picture waits for it; for a drawing that
 *   is made once
 *
 * Returns: (transfer full): the pictures of @campaign
 */
KqPictures *
kq_pictures_new (KqCampaign    *campaign,
                 KqAssetSource *assets,
                 gboolean       waits)
{
  KqPictures *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets), NULL);

  self = g_object_new (KQ_TYPE_PICTURES, NULL);
  self->campaign = g_object_ref (campaign);
  g_set_object (&self->assets, assets);
  self->waits = waits;

  return self;
}

/* What can't be otherwise the next time */
static gboolean
is_lasting (const GError *error)
{
  return error->domain == KQ_ASSET_ERROR ||
         (error->domain == KQ_MEDIA_ERROR && error->code != KQ_MEDIA_ERROR_MISSING);
}

static void
refuse (KqPictures   *self,
        const char   *sha256,
        const GError *error)
{
  if (is_lasting (error))
    g_hash_table_add (self->refused, g_strdup (sha256));
}

static gboolean
on_idle (gpointer data)
{
  KqPictures *self = data;

  self->idle_id = 0;
  g_signal_emit (self, signals[LOADED], 0);

  return G_SOURCE_REMOVE;
}

typedef struct {
  KqPictures *self;    /* valid unless cancelled */
  char       *sha256;  /* (owned) */
} Request;

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Request *request = data;
  g_autofree char *sha256 = g_steal_pointer (&request->sha256);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  KqPictures *self = request->self;

  texture = kq_thumbnails_load_finish (KQ_THUMBNAILS (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_hash_table_remove (self->loading, sha256);
  if (texture == NULL)
    refuse (self, sha256, error);
  /* Several that come together are told of together. */
  else if (self->idle_id == 0)
    self->idle_id = g_idle_add (on_idle, self);
}

static void
load_later (KqPictures *self,
            const char *sha256)
{
  Request *request;

  if (!g_hash_table_add (self->loading, g_strdup (sha256)))
    return;

  request = g_new0 (Request, 1);
  request->self = self;
  request->sha256 = g_strdup (sha256);
  kq_thumbnails_load_async (kq_thumbnails_get_default (), self->assets, sha256, SIDE,
                            self->cancellable, on_loaded, request);
}

/* What is kept is there at least until the next is asked for, by when it is
 * shown. */
static GdkTexture *
load_now (KqPictures *self,
          const char *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = kq_thumbnails_load (kq_thumbnails_get_default (), self->assets,
                                                       sha256, SIDE, &error);

  if (texture == NULL)
    refuse (self, sha256, error);

  return texture;
}

/**
 * kq_pictures_get:
 * @self: the pictures
 * @sha256: (nullable): the name of one
 *
 * Returns: (transfer none) (nullable): the picture, or %NULL where it isn't
 *   there yet, or can't be shown
 */
GdkTexture *
kq_pictures_get (KqPictures *self,
                 const char *sha256)
{
  GdkTexture *texture;

  g_return_val_if_fail (KQ_IS_PICTURES (self), NULL);

  if (sha256 == NULL || *sha256 == '\0' || self->assets == NULL ||
      kq_list_find (kq_object_get_list (KQ_OBJECT (self->campaign), KQ_CAMPAIGN_ASSETS),
                    sha256) == NULL ||
      g_hash_table_contains (self->refused, sha256))
    return NULL;

  texture = kq_thumbnails_get (kq_thumbnails_get_default (), sha256, SIDE);
  if (texture != NULL)
    return texture;
  if (self->waits)
    return load_now (self, sha256);

  load_later (self, sha256);

  return NULL;
}
