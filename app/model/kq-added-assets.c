/* kq-added-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-added-assets.h"

#include <glib/gi18n-lib.h>

/**
 * KqAddedAssets:
 *
 * The images that were added to a campaign while it is open, and behind them
 * those that it had. They are kept for as long as it is open, so that an undo
 * finds them.
 */
struct _KqAddedAssets {
  GObject        parent_instance;

  KqAssetSource *after;  /* (owned) (nullable) */

  GMutex         mutex;
  GHashTable    *added;  /* (owned) (element-type utf8 GBytes): guarded */
};

static GBytes *
get_added (KqAddedAssets *self,
           const char    *sha256)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GBytes *bytes = g_hash_table_lookup (self->added, sha256);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static GBytes *
kq_added_assets_load (KqAssetSource  *source,
                      const char     *sha256,
                      GError        **error)
{
  KqAddedAssets *self = KQ_ADDED_ASSETS (source);
  GBytes *bytes = get_added (self, sha256);

  if (bytes != NULL)
    return bytes;
  if (self->after != NULL)
    return kq_asset_source_load (self->after, sha256, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("Picture %s isn't at hand"), sha256);
  return NULL;
}

static void
asset_source_init (KqAssetSourceInterface *iface)
{
  iface->load = kq_added_assets_load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqAddedAssets, kq_added_assets, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KQ_TYPE_ASSET_SOURCE, asset_source_init))

static void
kq_added_assets_finalize (GObject *object)
{
  KqAddedAssets *self = KQ_ADDED_ASSETS (object);

  g_clear_object (&self->after);
  g_hash_table_unref (self->added);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (kq_added_assets_parent_class)->finalize (object);
}

static void
kq_added_assets_class_init (KqAddedAssetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_added_assets_finalize;
}

static void
kq_added_assets_init (KqAddedAssets *self)
{
  g_mutex_init (&self->mutex);
  self->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_bytes_unref);
}

/**
 * kq_added_assets_new:
 * @after: (nullable): a source that is asked for what wasn't added
 *
 * Returns: (transfer full): a source to which nothing was added yet
 */
KqAddedAssets *
kq_added_assets_new (KqAssetSource *after)
{
  KqAddedAssets *self;

  g_return_val_if_fail (after == NULL || KQ_IS_ASSET_SOURCE (after), NULL);

  self = g_object_new (KQ_TYPE_ADDED_ASSETS, NULL);
  g_set_object (&self->after, after);

  return self;
}

/**
 * kq_added_assets_add:
 * @self: added assets
 * @bytes: an image
 *
 * Adds an image that the campaign will name. May be called from any thread.
 *
 * Returns: (transfer full): its name
 */
char *
kq_added_assets_add (KqAddedAssets *self,
                     GBytes        *bytes)
{
  g_autoptr (GMutexLocker) locker = NULL;
  char *sha256;

  g_return_val_if_fail (KQ_IS_ADDED_ASSETS (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  locker = g_mutex_locker_new (&self->mutex);
  g_hash_table_replace (self->added, g_strdup (sha256), g_bytes_ref (bytes));

  return sha256;
}
