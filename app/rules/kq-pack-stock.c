/* kq-pack-stock.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pack-stock.h"

#include "kq-campaign.h"
#include "kq-gift.h"
#include "kq-list.h"

static KqList *
get_list (KqObject *object,
          guint     index)
{
  KqObject *root = kq_object_get_root (object);

  return KQ_IS_CAMPAIGN (root) ? kq_object_get_list (root, index) : NULL;
}

static void
lower (gint64    *total,
       KqObject **limit,
       gint64     quantity,
       KqObject  *part)
{
  if (quantity >= *total)
    return;

  *total = quantity;
  *limit = part;
}

/**
 * kq_gift_pack_get_total:
 * @pack: a gift pack
 * @limit: (out) (optional) (nullable) (transfer none): the coupon or gift that
 *   allows no more, @pack itself where its own number is the lowest, or %NULL
 *   where there is nothing in it
 *
 * How many packs can be granted: no more than there is of any part. References
 * to nothing don't count.
 *
 * Returns: the number, 0 where the pack is empty
 */
gint64
kq_gift_pack_get_total (KqGiftPack *pack,
                        KqObject  **limit)
{
  KqObject *object = KQ_OBJECT (pack);
  KqObject *lowest = NULL, *gift;
  const char * const *ids;
  KqList *coupons;
  gint64 total = G_MAXINT64;

  g_return_val_if_fail (KQ_IS_GIFT_PACK (pack), 0);

  ids = kq_object_get_texts (object, KQ_GIFT_PACK_COUPONS);
  coupons = get_list (object, KQ_CAMPAIGN_COUPONS);
  for (guint i = 0; coupons != NULL && ids[i] != NULL; i++)
    {
      KqObject *coupon = kq_list_find (coupons, ids[i]);

      if (coupon != NULL)
        lower (&total, &lowest, kq_object_get_int (coupon, KQ_COUPON_QUANTITY), coupon);
    }

  gift = kq_object_get_child (object, KQ_GIFT_PACK_GIFT);
  if (gift != NULL)
    lower (&total, &lowest, kq_object_get_int (gift, KQ_GIFT_QUANTITY), gift);
  if (lowest != NULL && kq_object_get_int (object, KQ_GIFT_PACK_QUANTITY) != KQ_INT_NONE)
    lower (&total, &lowest, kq_object_get_int (object, KQ_GIFT_PACK_QUANTITY), object);

  if (limit != NULL)
    *limit = lowest;
  return lowest != NULL ? MAX (total, 0) : 0;
}

/**
 * kq_coupon_get_stock_for_pack:
 * @coupon: a coupon
 * @pack: a gift pack of the same campaign
 *
 * What the campaign's other packs leave of @coupon. Voided packs need none.
 *
 * Returns: how many coupons, at least 0
 */
gint64
kq_coupon_get_stock_for_pack (KqCoupon   *coupon,
                              KqGiftPack *pack)
{
  KqList *packs;
  gint64 stock;

  g_return_val_if_fail (KQ_IS_COUPON (coupon), 0);
  g_return_val_if_fail (KQ_IS_GIFT_PACK (pack), 0);

  stock = kq_object_get_int (KQ_OBJECT (coupon), KQ_COUPON_QUANTITY);
  packs = get_list (KQ_OBJECT (pack), KQ_CAMPAIGN_GIFT_PACKS);
  for (guint i = 0; packs != NULL && stock > 0 && i < kq_list_get_length (packs); i++)
    {
      KqObject *other = kq_list_get (packs, i);

      if (other != KQ_OBJECT (pack) &&
          kq_object_get_choice (other, KQ_GIFT_PACK_STATE) != KQ_STATE_VOIDED &&
          g_strv_contains (kq_object_get_texts (other, KQ_GIFT_PACK_COUPONS),
                           kq_object_get_id (KQ_OBJECT (coupon))))
        stock -= kq_gift_pack_get_total (KQ_GIFT_PACK (other), NULL);
    }

  return MAX (stock, 0);
}
