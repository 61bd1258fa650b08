/* told-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "told-assets.h"

struct _ToldAssets {
  GObject       parent_instance;

  KqImageFacts *facts;  /* (owned) (nullable) */
  GError       *error;  /* (owned) (nullable) */
};

static KqImageFacts *
told_assets_get_facts (KqAssetSource  *source,
                       const char     *sha256,
                       GError        **error)
{
  ToldAssets *self = TOLD_ASSETS (source);

  if (self->facts != NULL)
    return kq_image_facts_copy (self->facts);

  g_propagate_error (error, g_error_copy (self->error));
  return NULL;
}

static void
asset_source_init (KqAssetSourceInterface *iface)
{
  iface->get_facts = told_assets_get_facts;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ToldAssets, told_assets, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (KQ_TYPE_ASSET_SOURCE, asset_source_init))

static void
told_assets_finalize (GObject *object)
{
  ToldAssets *self = TOLD_ASSETS (object);

  g_clear_pointer (&self->facts, kq_image_facts_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (told_assets_parent_class)->finalize (object);
}

static void
told_assets_class_init (ToldAssetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = told_assets_finalize;
}

static void
told_assets_init (ToldAssets *self)
{
}

/* @error is taken. */
ToldAssets *
told_assets_new (const KqImageFacts *facts,
                 GError             *error)
{
  ToldAssets *self = g_object_new (TYPE_TOLD_ASSETS, NULL);

  self->facts = facts != NULL ? kq_image_facts_copy (facts) : NULL;
  self->error = error;

  return self;
}
