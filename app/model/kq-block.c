/* kq-block.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-block.h"

/**
 * KqBlock:
 *
 * A page block of a campaign: see the table.
 */
struct _KqBlock {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqBlock, kq_block, KQ_TYPE_OBJECT)

static const KqWord kind_words[] = {
  { "coupon",   N_("Coupon") },
  { "products", N_("Products") },
  { "image",    N_("Picture") },
  { "text",     N_("Text") },
  { NULL }
};

static const KqWord tone_words[] = {
  { "red",    N_("Red") },
  { "orange", N_("Orange") },
  { NULL }
};

static gboolean
is_coupon (KqObject *object)
{
  return kq_object_get_choice (object, KQ_BLOCK_KIND) == KQ_BLOCK_KIND_COUPON;
}

static gboolean
is_products (KqObject *object)
{
  return kq_object_get_choice (object, KQ_BLOCK_KIND) == KQ_BLOCK_KIND_PRODUCTS;
}

static gboolean
is_image (KqObject *object)
{
  return kq_object_get_choice (object, KQ_BLOCK_KIND) == KQ_BLOCK_KIND_IMAGE;
}

static gboolean
is_text (KqObject *object)
{
  return kq_object_get_choice (object, KQ_BLOCK_KIND) == KQ_BLOCK_KIND_TEXT;
}

static const KqField fields[] = {
  [KQ_BLOCK_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_BLOCK_KIND] = { "kind", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Kind"), .words = kind_words },
  [KQ_BLOCK_COUPON] = { "coupon", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Coupon"),
    .list = "coupons", .applies = is_coupon },
  [KQ_BLOCK_TONE] = { "tone", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Tone"),
    .words = tone_words, .applies = is_coupon },
  [KQ_BLOCK_PRODUCTS] = { "products", KQ_FIELD_REFS, KQ_FIELD_PLAIN, N_("Products"),
    .list = "products", .applies = is_products },
  [KQ_BLOCK_IMAGE] = { "image", KQ_FIELD_IMAGE, KQ_FIELD_PLAIN, N_("Picture"),
    .applies = is_image },
  [KQ_BLOCK_TEXT] = { "text", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Text"), .applies = is_text },
  [KQ_BLOCK_LINK] = { "link", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Link") },
};

static void
kq_block_class_init (KqBlockClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Page block"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_block_init (KqBlock *self)
{
}
