/* kq-prices.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar.h"
#include "kq-coupon.h"
#include "kq-level.h"
#include "kq-list.h"
#include "kq-prices.h"
#include "kq-product.h"
#include "kq-shop.h"

/* What a price needs to know of a coupon, read once: the inner loop sees every
 * shop coupon for each product and level. */
typedef struct {
  KqObject *coupon;
  gboolean  is_percent;
  gint64    off;         /* fen, or what is paid in percent */
  gint64    most_off;    /* 0 = no cap */
  gint64    threshold;
  gint64    use_start;   /* seconds; G_MININT64 and G_MAXINT64 are open */
  gint64    use_end;
  guint     position;    /* in the file, among the platform's */
} Offer;

typedef struct {
  gint64       price;
  const Offer *own;      /* (nullable): the product coupon */
  const Offer *shop;     /* (nullable): the shop coupon */
} Choice;

/* One platform's coupons. */
typedef struct {
  GArray     *shop;      /* (element-type Offer) */
  GArray     *own;       /* (element-type Offer): all product coupons */
  GHashTable *by_product; /* id to a GArray of positions in @own */
} Offers;

/* Rounded half up to the fen. */
static gint64
percent_of (gint64 fen,
            gint64 percent)
{
  return (gint64) (((__int128) fen * CLAMP (percent, 0, 100) + 50) / 100);
}

static gint64
apply (const Offer *offer,
       gint64       price)
{
  gint64 off = offer->off;

  if (price < offer->threshold)
    return price;

  if (offer->is_percent)
    {
      off = price - percent_of (price, offer->off);
      if (offer->most_off != 0)
        off = MIN (off, offer->most_off);
    }

  return MAX (0, price - off);
}

/* Open ends where a time isn't given: it may overlap. */
static void
read_use_time (Offer    *offer,
               KqObject *coupon)
{
  gboolean in_days = kq_object_get_choice (coupon, KQ_COUPON_VALIDITY) == KQ_COUPON_VALIDITY_DAYS;
  KqTime start = kq_object_get_time (coupon, in_days ? KQ_COUPON_CLAIM_START
                                                     : KQ_COUPON_USE_START);
  KqTime end = in_days ? KQ_TIME_NONE : kq_object_get_time (coupon, KQ_COUPON_USE_END);

  offer->use_start = kq_time_is_set (start) ? start.seconds : G_MININT64;
  offer->use_end = kq_time_is_set (end) ? end.seconds : G_MAXINT64;
}

static Offer
read_offer (KqObject *coupon,
            guint     position)
{
  Offer offer = { coupon, .position = position };

  offer.is_percent = kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) == KQ_DISCOUNT_PERCENT;
  offer.off = kq_object_get_int (coupon, offer.is_percent ? KQ_COUPON_PERCENT : KQ_COUPON_AMOUNT);
  offer.most_off = kq_object_get_int (coupon, KQ_COUPON_MAX_DISCOUNT);
  offer.threshold = kq_object_get_int (coupon, KQ_COUPON_THRESHOLD);
  read_use_time (&offer, coupon);

  return offer;
}

static void
add_own (Offers      *offers,
         const Offer *offer)
{
  const char * const *ids = kq_object_get_texts (offer->coupon, KQ_COUPON_PRODUCTS);
  guint index = offers->own->len;

  g_array_append_vals (offers->own, offer, 1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GArray *of_product = g_hash_table_lookup (offers->by_product, ids[i]);

      if (of_product == NULL)
        {
          of_product = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (offers->by_product, (gpointer) ids[i], of_product);
        }
      g_array_append_val (of_product, index);
    }
}

static void
offers_init (Offers     *offers,
             KqCampaign *campaign,
             KqPlatform  platform)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);

  offers->shop = g_array_new (FALSE, FALSE, sizeof (Offer));
  offers->own = g_array_new (FALSE, FALSE, sizeof (Offer));
  offers->by_product = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);
      Offer offer;

      if (kq_object_get_choice (coupon, KQ_COUPON_PLATFORM) != (int) platform ||
          kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_VOIDED)
        continue;

      offer = read_offer (coupon, i);
      if (kq_object_get_choice (coupon, KQ_COUPON_SCOPE) == KQ_SCOPE_SHOP)
        g_array_append_val (offers->shop, offer);
      else if (kq_object_get_choice (coupon, KQ_COUPON_SCOPE) == KQ_SCOPE_PRODUCT)
        add_own (offers, &offer);
    }
}

static void
offers_clear (Offers *offers)
{
  g_clear_pointer (&offers->shop, g_array_unref);
  g_clear_pointer (&offers->own, g_array_unref);
  g_clear_pointer (&offers->by_product, g_hash_table_unref);
}

static gboolean
is_for (const Offer *offer,
        const char  *level)
{
  const char * const *levels = kq_object_get_texts (offer->coupon, KQ_COUPON_LEVELS);

  return levels[0] == NULL || g_strv_contains (levels, level);
}

/* Of the shop coupons, those for a level. */
static GArray *
shop_offers_for (Offers     *offers,
                 const char *level)
{
  GArray *fitting = g_array_new (FALSE, FALSE, sizeof (Offer));

  for (guint i = 0; i < offers->shop->len; i++)
    if (is_for (&g_array_index (offers->shop, Offer, i), level))
      g_array_append_vals (fitting, &g_array_index (offers->shop, Offer, i), 1);

  return fitting;
}

/* A lower price wins, then fewer coupons, then those listed first. */
static gboolean
is_better (const Choice *a,
           const Choice *b)
{
  guint n_a = (a->own != NULL) + (a->shop != NULL);
  guint n_b = (b->own != NULL) + (b->shop != NULL);

  if (a->price != b->price)
    return a->price < b->price;
  if (n_a != n_b)
    return n_a < n_b;
  if (n_a == 1)
    return (a->own != NULL ? a->own : a->shop)->position <
           (b->own != NULL ? b->own : b->shop)->position;
  if (n_a == 2 && a->own != b->own)
    return a->own->position < b->own->position;

  return n_a == 2 && a->shop->position < b->shop->position;
}

/* @start, or @start with a shop coupon on top, where that is better than @best. */
static void
try_with_shop (Choice       *best,
               const Choice *start,
               GArray       *shop)
{
  if (is_better (start, best))
    *best = *start;

  for (guint i = 0; i < shop->len; i++)
    {
      const Offer *offer = &g_array_index (shop, Offer, i);
      Choice choice = { apply (offer, start->price), start->own, offer };

      if (choice.price <= best->price && is_better (&choice, best) &&
          (start->own == NULL || (MAX (start->own->use_start, offer->use_start) <=
                                  MIN (start->own->use_end, offer->use_end))))
        *best = choice;
    }
}

static KqPrice
price_of (Offers     *offers,
          GArray     *shop,
          KqPlatform  platform,
          KqObject   *product,
          KqObject   *level)
{
  GArray *own = g_hash_table_lookup (offers->by_product, kq_object_get_id (product));
  gint64 full = kq_object_get_int (product, KQ_PRODUCT_PRICE);
  gint64 start = percent_of (full, level != NULL ? kq_object_get_int (level, KQ_LEVEL_PERCENT)
                                                 : 100);
  gboolean is_family = platform == KQ_PLATFORM_TMALL || platform == KQ_PLATFORM_TAOBAO;
  KqPrice price = { platform, product, level, full };
  Choice without = { start }, best = without;
  guint n = 0;

  price.counted = is_family ? start : KQ_INT_NONE;
  try_with_shop (&best, &without, shop);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const Offer *offer = &g_array_index (offers->own, Offer, g_array_index (own, guint, i));
      Choice with_own = { apply (offer, start), offer };

      if (!is_for (offer, level != NULL ? kq_object_get_id (level) : ""))
        continue;
      if (is_family)
        price.counted = MIN (price.counted, with_own.price);
      try_with_shop (&best, &with_own, shop);
    }

  price.lowest = best.price;
  if (best.own != NULL)
    price.coupons[n++] = best.own->coupon;
  if (best.shop != NULL)
    price.coupons[n] = best.shop->coupon;

  return price;
}

/* Level by level, so that its shop coupons are looked for once; the rows stand
 * product by product. */
static void
add_platform (GArray     *prices,
              KqCampaign *campaign,
              KqPlatform  platform)
{
  KqList *products = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_PRODUCTS);
  g_autoptr (GPtrArray) levels = kq_calendar_get_levels (campaign, platform);
  guint first = prices->len;
  Offers offers;
  guint n_levels;

  /* Without levels there is one row, for everybody. */
  if (levels->len == 0)
    g_ptr_array_add (levels, NULL);
  n_levels = levels->len;
  offers_init (&offers, campaign, platform);
  g_array_set_size (prices, first + kq_list_get_length (products) * n_levels);
  for (guint i = 0; i < n_levels; i++)
    {
      KqObject *level = g_ptr_array_index (levels, i);
      g_autoptr (GArray) shop = shop_offers_for (&offers,
                                                 level != NULL ? kq_object_get_id (level) : "");

      for (guint j = 0; j < kq_list_get_length (products); j++)
        g_array_index (prices, KqPrice, first + j * n_levels + i) =
          price_of (&offers, shop, platform, kq_list_get (products, j), level);
    }
  offers_clear (&offers);
}

static gboolean
has_shop (KqCampaign *campaign,
          KqPlatform  platform)
{
  KqList *shops = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_SHOPS);

  for (guint i = 0; i < kq_list_get_length (shops); i++)
    if (kq_object_get_choice (kq_list_get (shops, i), KQ_SHOP_PLATFORM) == (int) platform)
      return TRUE;

  return FALSE;
}

/**
 * kq_prices_compute:
 * @campaign: a campaign
 *
 * The lowest price of every product, on each platform with a shop and for each
 * of its levels: over all choices of at most one product coupon and at most one
 * shop coupon that can be used at one time. First the level's percent, then the
 * product coupon, then the shop coupon, each where the price that is left
 * reaches its threshold.
 *
 * Returns: (transfer full) (element-type KqPrice): the prices, by platform,
 *   product and level
 */
GArray *
kq_prices_compute (KqCampaign *campaign)
{
  GArray *prices;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  prices = g_array_new (FALSE, TRUE, sizeof (KqPrice));
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    if (has_shop (campaign, i))
      add_platform (prices, campaign, i);

  return prices;
}
