/* kq-library-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-assets.h"

#include <glib/gi18n-lib.h>

#include "kq-added-assets.h"
#include "kq-library-private.h"

/**
 * KqLibraryAssets:
 *
 * The pictures of a campaign that is open: those that were added to it, those of
 * the file that it came from, and the library's.
 */
struct _KqLibraryAssets {
  GObject        parent_instance;

  KqLibrary     *library;   /* (owned) */
  KqAddedAssets *before;    /* (owned) */
};

/* By the way of the queue, for the library has one connection; but before all
 * that waits there. */
static GBytes *
load_stored (KqLibraryAssets  *self,
             const char       *sha256,
             GError          **error)
{
  g_autoptr (KqStoreCall) call = kq_store_call_new (kq_store_load_asset, sha256);

  if (!kq_library_run_urgent (self->library, call, error))
    return NULL;
  if (call->bytes != NULL)
    return g_steal_pointer (&call->bytes);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The library has no picture %s"),
               sha256);
  return NULL;
}

/* What the source before can't give may still be in the library. */
static GBytes *
kq_library_assets_load (KqAssetSource  *source,
                        const char     *sha256,
                        GError        **error)
{
  KqLibraryAssets *self = KQ_LIBRARY_ASSETS (source);
  GBytes *bytes = kq_asset_source_load (KQ_ASSET_SOURCE (self->before), sha256, NULL);

  return bytes != NULL ? bytes : load_stored (self, sha256, error);
}

static void
asset_source_init (KqAssetSourceInterface *iface)
{
  iface->load = kq_library_assets_load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqLibraryAssets, kq_library_assets, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KQ_TYPE_ASSET_SOURCE, asset_source_init))

static void
kq_library_assets_finalize (GObject *object)
{
  KqLibraryAssets *self = KQ_LIBRARY_ASSETS (object);

  g_clear_object (&self->library);
  g_clear_object (&self->before);

  G_OBJECT_CLASS (kq_library_assets_parent_class)->finalize (object);
}

static void
kq_library_assets_class_init (KqLibraryAssetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_library_assets_finalize;
}

static void
kq_library_assets_init (KqLibraryAssets *self)
{
}

/**
 * kq_library_assets_new:
 * @library: a library
 * @before: (nullable): a source that is asked first
 *
 * Returns: (transfer full): a source of the library's pictures
 */
KqLibraryAssets *
kq_library_assets_new (KqLibrary     *library,
                       KqAssetSource *before)
{
  KqLibraryAssets *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (before == NULL || KQ_IS_ASSET_SOURCE (before), NULL);

  self = g_object_new (KQ_TYPE_LIBRARY_ASSETS, NULL);
  self->library = g_object_ref (library);
  self->before = kq_added_assets_new (before);

  return self;
}

/**
 * kq_library_assets_add:
 * @self: assets
 * @bytes: a picture
 *
 * Adds a picture that a campaign will name. The next save that is given @self
 * stores it; until then, and for as long as the campaign is open, it is kept
 * here, so that an undo finds it. May be called from any thread.
 *
 * Returns: (transfer full): its name
 */
char *
kq_library_assets_add (KqLibraryAssets *self,
                       GBytes          *bytes)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ASSETS (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  return kq_added_assets_add (self->before, bytes);
}
