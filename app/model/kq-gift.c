/* kq-gift.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-gift.h"

/**
 * KqGift:
 *
 * A gift of a campaign: see the table.
 */
struct _KqGift {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqGift, kq_gift, KQ_TYPE_OBJECT)

static const KqWord category_words[] = {
  { "gift",  N_("Gift category") },
  { "other", N_("Other category") },
  { NULL }
};

static const KqField fields[] = {
  [KQ_GIFT_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Gift name") },
  [KQ_GIFT_URL] = { "url", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Product link") },
  [KQ_GIFT_CATEGORY] = { "category", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Category"),
    .words = category_words },
  [KQ_GIFT_QUANTITY] = { "quantity", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Gift quantity"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_GIFT_STOCK] = { "stock", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Gift stock"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_GIFT_COST] = { "cost", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Gift cost"),
    .maximum = KQ_WHOLE_MAX },
};

static void
kq_gift_class_init (KqGiftClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Gift"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_gift_init (KqGift *self)
{
}
