/* kq-asset-folder.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-asset-folder.h"
#include "kq-paths.h"

/**
 * KqAssetFolder:
 *
 * The images that stand beside a campaign file, as `<sha256>.jpg` or `.png`.
 */
struct _KqAssetFolder {
  GObject        parent_instance;

  char          *path;      /* (owned) */
  KqAssetSource *before;    /* (owned) (nullable): asked first */
};

static GBytes *
load_file (KqAssetFolder  *self,
           const char     *sha256,
           GError        **error)
{
  static const char * const suffixes[] = { "jpg", "png" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", sha256, suffixes[i]);
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return kq_file_read (path, KQ_ASSET_MAX_BYTES, error);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("No picture %s in %s"),
               sha256, self->path);
  return NULL;
}

static GBytes *
kq_asset_folder_load (KqAssetSource  *source,
                      const char     *sha256,
                      GError        **error)
{
  KqAssetFolder *self = KQ_ASSET_FOLDER (source);
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes = NULL;

  if (self->before != NULL)
    bytes = kq_asset_source_load (self->before, sha256, &local_error);
  if (bytes != NULL)
    return bytes;
  if (local_error != NULL && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return load_file (self, sha256, error);
}

static void
asset_source_init (KqAssetSourceInterface *iface)
{
  iface->load = kq_asset_folder_load;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqAssetFolder, kq_asset_folder, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KQ_TYPE_ASSET_SOURCE, asset_source_init))

static void
kq_asset_folder_finalize (GObject *object)
{
  KqAssetFolder *self = KQ_ASSET_FOLDER (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->before);

  G_OBJECT_CLASS (kq_asset_folder_parent_class)->finalize (object);
}

static void
kq_asset_folder_class_init (KqAssetFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_asset_folder_finalize;
}

static void
kq_asset_folder_init (KqAssetFolder *self)
{
}

/**
 * kq_asset_folder_new:
 * @path: the folder; it need not exist
 * @before: (nullable): a source that is asked first
 *
 * Returns: (transfer full): a source that reads from the folder
 */
KqAssetFolder *
kq_asset_folder_new (const char    *path,
                     KqAssetSource *before)
{
  KqAssetFolder *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (before == NULL || KQ_IS_ASSET_SOURCE (before), NULL);

  self = g_object_new (KQ_TYPE_ASSET_FOLDER, NULL);
  self->path = g_strdup (path);
  g_set_object (&self->before, before);

  return self;
}

/**
 * kq_asset_folder_get_before:
 * @self: a folder
 *
 * Returns: (transfer none) (nullable): the source that is asked first: for a
 *   campaign file, what it embeds
 */
KqAssetSource *
kq_asset_folder_get_before (KqAssetFolder *self)
{
  g_return_val_if_fail (KQ_IS_ASSET_FOLDER (self), NULL);

  return self->before;
}
