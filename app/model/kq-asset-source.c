/* kq-asset-source.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-asset-source.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (kq-asset-error-quark, kq_asset_error)
G_DEFINE_INTERFACE (KqAssetSource, kq_asset_source, G_TYPE_OBJECT)

static void
kq_asset_source_default_init (KqAssetSourceInterface *iface)
{
}

/**
 * kq_asset_name_is_valid:
 * @sha256: a name
 *
 * Returns: whether @sha256 is a SHA-256 in lower-case hex, and so can't name
 *   anything but an asset
 */
gboolean
kq_asset_name_is_valid (const char *sha256)
{
  g_return_val_if_fail (sha256 != NULL, FALSE);

  return strlen (sha256) == 64 && strspn (sha256, "0123456789abcdef") == 64;
}

/**
 * kq_asset_source_load:
 * @self: a source
 * @sha256: the SHA-256 of an image, in lower-case hex
 * @error: return location for an error
 *
 * Reads an image's bytes, which may be others than their name says: who needs
 * to be sure compares. Blocks for as long as the disk takes.
 *
 * Returns: (transfer full): the bytes; on failure %NULL with
 *   %G_IO_ERROR_NOT_FOUND where the source hasn't got them,
 *   %G_IO_ERROR_INVALID_DATA where they can't be decoded, or what the file
 *   system said
 */
GBytes *
kq_asset_source_load (KqAssetSource  *self,
                      const char     *sha256,
                      GError        **error)
{
  g_return_val_if_fail (KQ_IS_ASSET_SOURCE (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  if (!kq_asset_name_is_valid (sha256))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", sha256);
      return NULL;
    }

  return KQ_ASSET_SOURCE_GET_IFACE (self)->load (self, sha256, error);
}

/**
 * kq_asset_source_load_sure:
 * @self: a source
 * @sha256: the SHA-256 of an image, in lower-case hex
 * @error: return location for an error
 *
 * Reads an image's bytes, and makes sure that they are those of its name.
 * Blocks for as long as the disk takes.
 *
 * Returns: (transfer full): the bytes; on failure %NULL with the errors of
 *   [method@AssetSource.load] or %KQ_ASSET_ERROR_CHANGED
 */
GBytes *
kq_asset_source_load_sure (KqAssetSource  *self,
                           const char     *sha256,
                           GError        **error)
{
  g_autoptr (GBytes) bytes = kq_asset_source_load (self, sha256, error);
  g_autofree char *sum = NULL;

  if (bytes == NULL)
    return NULL;

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (sum, sha256))
    return g_steal_pointer (&bytes);

  g_set_error_literal (error, KQ_ASSET_ERROR, KQ_ASSET_ERROR_CHANGED,
                       _("the bytes aren't those that the campaign lists"));
  return NULL;
}

/**
 * kq_asset_source_get_facts:
 * @self: a source
 * @sha256: the SHA-256 of an image, in lower-case hex
 * @error: return location for an error
 *
 * Says what an image's bytes are. A source that doesn't look into them knows
 * how many there are, and no more; reading them blocks for as long as the disk
 * takes. One that looks (KqProbedAssets) may still be at it.
 *
 * Returns: (transfer full): the facts; on failure %NULL with the errors of
 *   [method@AssetSource.load], #KqAssetError, or %G_IO_ERROR_PENDING where they
 *   are still to come
 */
KqImageFacts *
kq_asset_source_get_facts (KqAssetSource  *self,
                           const char     *sha256,
                           GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;
  KqImageFacts *facts;

  g_return_val_if_fail (KQ_IS_ASSET_SOURCE (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  if (KQ_ASSET_SOURCE_GET_IFACE (self)->get_facts != NULL)
    return KQ_ASSET_SOURCE_GET_IFACE (self)->get_facts (self, sha256, error);

  bytes = kq_asset_source_load_sure (self, sha256, error);
  if (bytes == NULL)
    return NULL;

  facts = g_new0 (KqImageFacts, 1);
  facts->bytes = g_bytes_get_size (bytes);

  return facts;
}
