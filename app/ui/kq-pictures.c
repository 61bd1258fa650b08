/* kq-pictures.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pictures.h"
#include "kq-asset.h"
#include "kq-list.h"
#include "kq-picture-size.h"

#define MAX_SIDE 4096
#define MAX_CACHED 48

/**
 * KqPictures:
 *
 * Decodes the pictures that a phone shows, within bounds: the campaign lists
 * the picture and claims a size of at most 4096 by 4096 pixels, the bytes are
 * those of its name, and they are a JPEG or PNG file of the claimed size.
 * Anything else is no picture.
 */
struct _KqPictures {
  GObject        parent_instance;

  KqCampaign    *campaign;  /* (owned) */
  KqAssetSource *assets;    /* (owned) (nullable) */
  GHashTable    *textures;  /* (owned): SHA-256 to GdkTexture */
};

G_DEFINE_FINAL_TYPE (KqPictures, kq_pictures, G_TYPE_OBJECT)

static void
kq_pictures_dispose (GObject *object)
{
  KqPictures *self = KQ_PICTURES (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->assets);
  g_clear_pointer (&self->textures, g_hash_table_unref);

  G_OBJECT_CLASS (kq_pictures_parent_class)->dispose (object);
}

static void
kq_pictures_class_init (KqPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_pictures_dispose;
}

static void
kq_pictures_init (KqPictures *self)
{
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * kq_pictures_new:
 * @campaign: the campaign that lists the pictures
 * @assets: (nullable): where their bytes are
 *
 * Returns: (transfer full): the pictures of @campaign
 */
KqPictures *
kq_pictures_new (KqCampaign    *campaign,
                 KqAssetSource *assets)
{
  KqPictures *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets), NULL);

  self = g_object_new (KQ_TYPE_PICTURES, NULL);
  self->campaign = g_object_ref (campaign);
  g_set_object (&self->assets, assets);

  return self;
}

static gboolean
is_true_to_claims (KqObject   *asset,
                   GBytes     *bytes,
                   const char *sha256)
{
  gint64 width = kq_object_get_int (asset, KQ_ASSET_WIDTH);
  gint64 height = kq_object_get_int (asset, KQ_ASSET_HEIGHT);
  g_autofree char *sum = NULL;
  guint real_width, real_height;

  if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE ||
      g_bytes_get_size (bytes) > KQ_ASSET_MAX_BYTES)
    return FALSE;

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strcmp0 (sum, sha256) == 0 &&
         kq_picture_size (bytes, &real_width, &real_height) &&
         real_width == width && real_height == height;
}

static GdkTexture *
load (KqPictures *self,
      const char *sha256)
{
  KqList *assets = kq_object_get_list (KQ_OBJECT (self->campaign), KQ_CAMPAIGN_ASSETS);
  KqObject *asset = kq_list_find (assets, sha256);
  g_autoptr (GBytes) bytes = NULL;

  if (asset == NULL || self->assets == NULL)
    return NULL;
  bytes = kq_asset_source_load (self->assets, sha256, NULL);
  if (bytes == NULL || !is_true_to_claims (asset, bytes, sha256))
    return NULL;

  return gdk_texture_new_from_bytes (bytes, NULL);
}

/**
 * kq_pictures_get:
 * @self: the pictures
 * @sha256: (nullable): the name of one
 *
 * Returns: (transfer none) (nullable): the picture, or %NULL where it can't be
 *   shown
 */
GdkTexture *
kq_pictures_get (KqPictures *self,
                 const char *sha256)
{
  GdkTexture *texture;

  g_return_val_if_fail (KQ_IS_PICTURES (self), NULL);

  if (sha256 == NULL || *sha256 == '\0')
    return NULL;
  texture = g_hash_table_lookup (self->textures, sha256);
  if (texture != NULL)
    return texture;

  texture = load (self, sha256);
  if (texture == NULL)
    return NULL;
  if (g_hash_table_size (self->textures) >= MAX_CACHED)
    g_hash_table_remove_all (self->textures);
  g_hash_table_insert (self->textures, g_strdup (sha256), texture);

  return texture;
}
