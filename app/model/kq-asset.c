/* kq-asset.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-asset.h"

/**
 * KqAsset:
 *
 * A picture of a campaign: see the table.
 */
struct _KqAsset {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqAsset, kq_asset, KQ_TYPE_OBJECT)

static const KqWord type_words[] = {
  { "image/jpeg", N_("JPEG") },
  { "image/png",  N_("PNG") },
  { NULL }
};

static const KqField fields[] = {
  [KQ_ASSET_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("File name") },
  [KQ_ASSET_TYPE] = { "type", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("File type"),
    .words = type_words },
  [KQ_ASSET_WIDTH] = { "width", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Width"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_ASSET_HEIGHT] = { "height", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Height"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_ASSET_BYTES] = { "bytes", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Bytes"),
    .maximum = KQ_WHOLE_MAX },
};

static void
kq_asset_class_init (KqAssetClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Picture"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_asset_init (KqAsset *self)
{
}
