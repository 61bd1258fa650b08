/* kq-asset-source.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-asset-source.h"

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
