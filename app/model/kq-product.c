/* kq-product.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-product.h"

/**
 * KqProduct:
 *
 * A product of a campaign: see the table.
 */
struct _KqProduct {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqProduct, kq_product, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_PRODUCT_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_PRODUCT_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Product name") },
  [KQ_PRODUCT_PRICE] = { "price", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Price"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_PRODUCT_COST] = { "cost", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Cost"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_PRODUCT_STOCK] = { "stock", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Stock"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_PRODUCT_URL] = { "url", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Product link") },
  [KQ_PRODUCT_SHORT_LINK] = { "shortLink", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Short link") },
  [KQ_PRODUCT_IMAGE] = { "image", KQ_FIELD_IMAGE, KQ_FIELD_PLAIN, N_("Picture") },
  [KQ_PRODUCT_COUPON] = { "coupon", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Its own coupon"),
    .list = "coupons" },
};

static void
kq_product_class_init (KqProductClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Product"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_product_init (KqProduct *self)
{
}
