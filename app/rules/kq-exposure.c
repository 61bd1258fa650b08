/* kq-exposure.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-exposure-private.h"
#include "kq-gift-pack.h"
#include "kq-gift.h"
#include "kq-list.h"
#include "kq-product.h"
#include "kq-words.h"

/* Per mille of claims and of uses: together one in a million. */
#define RATE_UNIT 1000000

/* @times × @fen, unbounded where either is or the product can't be held. */
static gint64
multiply (gint64 times,
          gint64 fen)
{
  gint64 product;

  if (times == 0 || fen == 0)
    return 0;
  if (fen == KQ_EXPOSURE_UNBOUNDED || __builtin_mul_overflow (times, fen, &product))
    return KQ_EXPOSURE_UNBOUNDED;

  return product;
}

gint64
kq_exposure_add (gint64 a,
                 gint64 b)
{
  gint64 sum;

  if (a == KQ_EXPOSURE_UNBOUNDED || b == KQ_EXPOSURE_UNBOUNDED ||
      __builtin_add_overflow (a, b, &sum))
    return KQ_EXPOSURE_UNBOUNDED;

  return sum;
}

/* The dearest of a product coupon's products that has a price; 0 for none. */
static gint64
dearest_price (KqCampaign *campaign,
               KqObject   *coupon)
{
  KqList *products = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_PRODUCTS);
  const char * const *ids = kq_object_get_texts (coupon, KQ_COUPON_PRODUCTS);
  gint64 dearest = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KqObject *product = kq_list_find (products, ids[i]);

      if (product != NULL)
        dearest = MAX (dearest, kq_object_get_int (product, KQ_PRODUCT_PRICE));
    }

  return dearest;
}

/**
 * kq_coupon_get_most_off:
 * @campaign: the campaign
 * @coupon: one of its coupons
 *
 * Returns: what one of it takes off at most, in fen, or %KQ_EXPOSURE_UNBOUNDED
 *   where nothing caps a percentage
 */
gint64
kq_coupon_get_most_off (KqCampaign *campaign,
                        KqObject   *coupon)
{
  gint64 price, pays;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), 0);
  g_return_val_if_fail (KQ_IS_COUPON (coupon), 0);

  if (kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_PERCENT)
    return MAX (0, kq_object_get_int (coupon, KQ_COUPON_AMOUNT));
  if (kq_object_get_int (coupon, KQ_COUPON_MAX_DISCOUNT) > 0)
    return kq_object_get_int (coupon, KQ_COUPON_MAX_DISCOUNT);
  if (kq_object_get_choice (coupon, KQ_COUPON_SCOPE) != KQ_SCOPE_PRODUCT)
    return KQ_EXPOSURE_UNBOUNDED;

  price = dearest_price (campaign, coupon);
  pays = CLAMP (kq_object_get_int (coupon, KQ_COUPON_PERCENT), 0, 100);
  if (price == 0)
    return KQ_EXPOSURE_UNBOUNDED;

  /* What is paid is rounded half up to the fen; the price is below 2^53. */
  return price - (price * pays + 50) / 100;
}

/* A gift is ordered at 0.01 yuan (TM-14). */
static gint64
gift_cost (KqObject *gift)
{
  return MAX (0, kq_object_get_int (gift, KQ_GIFT_COST) - 1);
}

/* What is in a pack and counts, each coupon once (TM-07). */
GPtrArray *
kq_pack_list_inside (KqCampaign *campaign,
                     KqObject   *pack)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  const char * const *ids = kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *inside = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KqObject *coupon = kq_list_find (coupons, ids[i]);

      if (coupon != NULL && !kq_object_is_voided (coupon) &&
          g_hash_table_add (seen, coupon))
        g_ptr_array_add (inside, coupon);
    }

  return inside;
}

/**
 * kq_pack_get_lowest:
 * @campaign: the campaign
 * @pack: one of its gift packs
 * @limiting: (out) (optional) (transfer none): the coupon or gift that there is
 *   least of
 *
 * How many packs what is inside allows (TM-11: document 001).
 *
 * Returns: the lowest quantity of the coupons and the gift inside, or
 *   %KQ_INT_NONE where nothing is inside
 */
gint64
kq_pack_get_lowest (KqCampaign  *campaign,
                    KqObject    *pack,
                    KqObject   **limiting)
{
  g_autoptr (GPtrArray) inside = NULL;
  KqObject *gift, *scarcest = NULL;
  gint64 lowest = KQ_INT_NONE;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), KQ_INT_NONE);
  g_return_val_if_fail (KQ_IS_GIFT_PACK (pack), KQ_INT_NONE);

  inside = kq_pack_list_inside (campaign, pack);
  for (guint i = 0; i < inside->len; i++)
    {
      KqObject *coupon = g_ptr_array_index (inside, i);
      gint64 quantity = kq_object_get_int (coupon, KQ_COUPON_QUANTITY);

      if (lowest == KQ_INT_NONE || quantity < lowest)
        {
          lowest = quantity;
          scarcest = coupon;
        }
    }

  gift = kq_object_get_child (pack, KQ_GIFT_PACK_GIFT);
  if (gift != NULL &&
      (lowest == KQ_INT_NONE || kq_object_get_int (gift, KQ_GIFT_QUANTITY) < lowest))
    {
      lowest = kq_object_get_int (gift, KQ_GIFT_QUANTITY);
      scarcest = gift;
    }
  if (limiting != NULL)
    *limiting = scarcest;

  return lowest;
}

/**
 * kq_pack_get_total:
 * @campaign: the campaign
 * @pack: one of its gift packs
 *
 * Returns: how many packs there are: as given, else as many as the scarcest
 *   part allows (TM-12: document 001); 0 where nothing is inside
 */
gint64
kq_pack_get_total (KqCampaign *campaign,
                   KqObject   *pack)
{
  gint64 total;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), 0);
  g_return_val_if_fail (KQ_IS_GIFT_PACK (pack), 0);

  total = kq_object_get_int (pack, KQ_GIFT_PACK_QUANTITY);
  if (total == KQ_INT_NONE)
    total = kq_pack_get_lowest (campaign, pack, NULL);

  return total == KQ_INT_NONE ? 0 : total;
}

/* @max × claim rate × use rate, rounded half up. */
gint64
kq_exposure_expect (KqCampaign *campaign,
                    gint64      max)
{
  gint64 claim = kq_object_get_int (KQ_OBJECT (campaign), KQ_CAMPAIGN_CLAIM_RATE);
  gint64 use = kq_object_get_int (KQ_OBJECT (campaign), KQ_CAMPAIGN_USE_RATE);
  unsigned __int128 product;

  if (max == KQ_EXPOSURE_UNBOUNDED)
    return KQ_EXPOSURE_UNBOUNDED;

  product = (unsigned __int128) MAX (0, max) * CLAMP (claim, 0, 1000) * CLAMP (use, 0, 1000);

  return (gint64) ((product + RATE_UNIT / 2) / RATE_UNIT);
}

struct _KqExposureSum {
  KqCampaign *campaign;  /* (owned) */
  GHashTable *promised;  /* (owned): by each coupon in packs how many */
  GArray     *packs;     /* (owned) (element-type KqExposureItem): last in the file */
  GArray     *others;    /* (owned) (element-type KqExposureItem) */
  gint64      max;
};

KqExposureSum *
kq_exposure_sum_new (KqCampaign *campaign)
{
  KqExposureSum *self = g_new0 (KqExposureSum, 1);

  self->campaign = g_object_ref (campaign);
  self->promised = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->packs = g_array_new (FALSE, FALSE, sizeof (KqExposureItem));
  self->others = g_array_new (FALSE, FALSE, sizeof (KqExposureItem));

  return self;
}

void
kq_exposure_sum_free (KqExposureSum *self)
{
  g_array_unref (self->others);
  g_array_unref (self->packs);
  g_hash_table_unref (self->promised);
  g_object_unref (self->campaign);
  g_free (self);
}

static void
add_item (KqExposureSum *self,
          GArray        *items,
          KqObject      *object,
          gint64         quantity,
          gint64         each)
{
  KqExposureItem item = { object, quantity };

  if (quantity <= 0)
    return;

  item.max = multiply (quantity, each);
  item.expected = kq_exposure_expect (self->campaign, item.max);
  g_array_append_val (items, item);
  self->max = kq_exposure_add (self->max, item.max);
}

static void
promise (KqExposureSum *self,
         KqObject      *coupon,
         gint64         n_packs)
{
  gint64 *sum = g_hash_table_lookup (self->promised, coupon);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (self->promised, coupon, sum);
    }
  *sum = kq_exposure_add (*sum, MAX (0, n_packs));
}

static void
add_pack (KqExposureSum *self,
          KqObject      *pack)
{
  g_autoptr (GPtrArray) inside = kq_pack_list_inside (self->campaign, pack);
  gint64 total = kq_pack_get_total (self->campaign, pack);
  KqObject *gift = kq_object_get_child (pack, KQ_GIFT_PACK_GIFT);
  gint64 each = gift != NULL ? gift_cost (gift) : 0;

  for (guint i = 0; i < inside->len; i++)
    {
      KqObject *coupon = g_ptr_array_index (inside, i);

      each = kq_exposure_add (each, kq_coupon_get_most_off (self->campaign, coupon));
      promise (self, coupon, total);
    }
  add_item (self, self->packs, pack, total, each);
}

static void
add_coupon (KqExposureSum *self,
            KqObject      *coupon)
{
  const gint64 *in_packs = g_hash_table_lookup (self->promised, coupon);
  gint64 rest = kq_object_get_int (coupon, KQ_COUPON_QUANTITY);

  if (in_packs != NULL)
    rest = *in_packs >= rest ? 0 : rest - *in_packs;
  add_item (self, self->others, coupon, rest, kq_coupon_get_most_off (self->campaign, coupon));
}

static void
add_activity (KqExposureSum *self,
              KqObject      *activity)
{
  KqObject *gift = kq_object_get_child (activity, KQ_ACTIVITY_GIFT);

  if (gift != NULL)
    add_item (self, self->others, activity, kq_object_get_int (gift, KQ_GIFT_QUANTITY),
              gift_cost (gift));
}

void
kq_exposure_sum_add (KqExposureSum *self,
                     KqObject      *object)
{
  if (kq_object_is_voided (object))
    return;

  if (KQ_IS_GIFT_PACK (object))
    add_pack (self, object);
  else if (KQ_IS_COUPON (object))
    add_coupon (self, object);
  else
    add_activity (self, object);
}

/* What it comes to; nothing can be added any more. */
KqExposure *
kq_exposure_sum_finish (KqExposureSum *self)
{
  KqExposure *exposure = g_new0 (KqExposure, 1);

  exposure->items = g_array_ref (self->others);
  g_array_append_vals (exposure->items, self->packs->data, self->packs->len);
  exposure->max = self->max;
  exposure->expected = kq_exposure_expect (self->campaign, self->max);

  return exposure;
}

/**
 * kq_exposure_compute:
 * @campaign: a campaign
 *
 * The money at stake: what all coupons, packs and gifts cost where every one
 * is claimed and used, and what by the campaign's rates. A pack's coupons
 * count with the pack, only the rest of their quantity by themselves.
 *
 * Returns: (transfer full): the exposure; its objects are the campaign's
 */
KqExposure *
kq_exposure_compute (KqCampaign *campaign)
{
  /* Packs first, since they say how much of each coupon is left. */
  static const guint lists[] = {
    KQ_CAMPAIGN_GIFT_PACKS, KQ_CAMPAIGN_COUPONS, KQ_CAMPAIGN_ACTIVITIES
  };
  g_autoptr (KqExposureSum) sum = NULL;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  sum = kq_exposure_sum_new (campaign);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      KqList *list = kq_object_get_list (KQ_OBJECT (campaign), lists[i]);

      for (guint j = 0; j < kq_list_get_length (list); j++)
        kq_exposure_sum_add (sum, kq_list_get (list, j));
    }

  return kq_exposure_sum_finish (sum);
}

/**
 * kq_exposure_free:
 * @exposure: (transfer full): an exposure
 *
 * Frees it.
 */
void
kq_exposure_free (KqExposure *exposure)
{
  g_return_if_fail (exposure != NULL);

  g_array_unref (exposure->items);
  g_free (exposure);
}
