/* kq-card-benefit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-card-benefit.h"

/**
 * KqCardBenefit:
 *
 * A card benefit of a campaign: see the table.
 */
struct _KqCardBenefit {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqCardBenefit, kq_card_benefit, KQ_TYPE_OBJECT)

static const KqWord kind_words[] = {
  { "free-shipping", N_("Free shipping") },
  { "discount",      N_("Member discount") },
  { "threshold",     N_("Amount off from a threshold") },
  { "newcomer-pack", N_("Newcomer pack") },
  { "coupon",        N_("Coupon") },
  { "points",        N_("Points") },
  { "other",         N_("Other") },
  { NULL }
};

static gboolean
is_discount (KqObject *object)
{
  return kq_object_get_choice (object, KQ_CARD_BENEFIT_KIND) == KQ_CARD_BENEFIT_KIND_DISCOUNT;
}

static const KqField fields[] = {
  [KQ_CARD_BENEFIT_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_CARD_BENEFIT_KIND] = { "kind", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Kind"),
    .words = kind_words },
  [KQ_CARD_BENEFIT_PERCENT] = { "percent", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Pays"),
    .maximum = 100, .applies = is_discount },
  [KQ_CARD_BENEFIT_COUPON] = { "coupon", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Coupon"),
    .list = "coupons" },
  [KQ_CARD_BENEFIT_GIFT_PACK] = { "giftPack", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Gift pack"),
    .list = "giftPacks" },
  [KQ_CARD_BENEFIT_TEXT] = { "text", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Text") },
};

static void
kq_card_benefit_class_init (KqCardBenefitClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Card benefit"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_card_benefit_init (KqCardBenefit *self)
{
}
