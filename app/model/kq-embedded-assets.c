/* kq-embedded-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-embedded-assets.h"

/**
 * KqEmbeddedAssets:
 *
 * The images that a campaign file holds within itself, as the texts that they
 * were read as: decoded only for who asks, and written back unchanged.
 */
struct _KqEmbeddedAssets {
  GObject     parent_instance;

  GHashTable *texts;    /* (owned) (element-type utf8 utf8) */
};

/* Base64 as RFC 4648 writes it, nothing skipped: g_base64_decode() would pass
 * over what isn't of the alphabet. */
static gboolean
is_base64 (const char *text)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                 "0123456789+/";
  gsize length = strlen (text), used = strspn (text, alphabet);

  return length % 4 == 0 && length - used <= 2 && strspn (text + used, "=") == length - used;
}

static GBytes *
kq_embedded_assets_load (KqAssetSource  *source,
                         const char     *sha256,
                         GError        **error)
{
  KqEmbeddedAssets *self = KQ_EMBEDDED_ASSETS (source);
  const char *text = g_hash_table_lookup (self->texts, sha256);
  guchar *bytes;
  gsize length;

  if (text == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The file doesn't embed %s"),
                   sha256);
      return NULL;
    }
  if (!is_base64 (text))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The data of %s isn't base64"),
                   sha256);
      return NULL;
    }

  bytes = g_base64_decode (text, &length);

  return g_bytes_new_take (bytes, length);
}

static void
asset_source_init (KqAssetSourceInterface *iface)
{
  iface->load = kq_embedded_assets_load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqEmbeddedAssets, kq_embedded_assets, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KQ_TYPE_ASSET_SOURCE, asset_source_init))

static void
kq_embedded_assets_finalize (GObject *object)
{
  g_clear_pointer (&KQ_EMBEDDED_ASSETS (object)->texts, g_hash_table_unref);

  G_OBJECT_CLASS (kq_embedded_assets_parent_class)->finalize (object);
}

static void
kq_embedded_assets_class_init (KqEmbeddedAssetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_embedded_assets_finalize;
}

static void
kq_embedded_assets_init (KqEmbeddedAssets *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * kq_embedded_assets_new:
 *
 * Returns: (transfer full): a source that has nothing yet
 */
KqEmbeddedAssets *
kq_embedded_assets_new (void)
{
  return g_object_new (KQ_TYPE_EMBEDDED_ASSETS, NULL);
}

/**
 * kq_embedded_assets_take_text:
 * @self: embedded assets
 * @name: the name under which the file lists the image
 * @base64: (transfer full): its `data`, base64 or not
 *
 * Adds an image.
 */
void
kq_embedded_assets_take_text (KqEmbeddedAssets *self,
                              const char       *name,
                              char             *base64)
{
  g_return_if_fail (KQ_IS_EMBEDDED_ASSETS (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (base64 != NULL);

  g_hash_table_replace (self->texts, g_strdup (name), base64);
}

/**
 * kq_embedded_assets_get_text:
 * @self: embedded assets
 * @name: the name under which the file lists an image
 *
 * Returns: (transfer none) (nullable): its `data` as it was read
 */
const char *
kq_embedded_assets_get_text (KqEmbeddedAssets *self,
                             const char       *name)
{
  g_return_val_if_fail (KQ_IS_EMBEDDED_ASSETS (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->texts, name);
}

/**
 * kq_embedded_assets_get_length:
 * @self: embedded assets
 *
 * Returns: how many images there are
 */
guint
kq_embedded_assets_get_length (KqEmbeddedAssets *self)
{
  g_return_val_if_fail (KQ_IS_EMBEDDED_ASSETS (self), 0);

  return g_hash_table_size (self->texts);
}
