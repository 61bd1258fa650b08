/* kq-exposure-shares.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-exposure-private.h"
#include "kq-gift-pack.h"
#include "kq-money.h"
#include "kq-words.h"

/**
 * kq_exposure_describe:
 * @fen: what something may cost, or %KQ_EXPOSURE_UNBOUNDED
 * @currency: the campaign's
 *
 * Returns: (transfer full): that, for people
 */
char *
kq_exposure_describe (gint64      fen,
                      const char *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  return fen == KQ_EXPOSURE_UNBOUNDED ? g_strdup (_("unbounded"))
                                      : kq_money_format (fen, currency);
}

static void
append_share (GArray     *shares,
              KqCampaign *campaign,
              int         platform,
              gint64      max)
{
  KqExposureShare share = { platform, max, kq_exposure_expect (campaign, max) };

  if (max > 0)
    g_array_append_val (shares, share);
}

/**
 * kq_exposure_by_platform:
 * @campaign: a campaign
 * @exposure: its exposure
 *
 * Returns: (transfer full) (element-type KqExposureShare): what it comes to on
 *   each platform where anything is at stake, in the platforms' order
 */
GArray *
kq_exposure_by_platform (KqCampaign       *campaign,
                         const KqExposure *exposure)
{
  gint64 sums[KQ_N_PLATFORMS] = { 0 }, rest = 0;
  GArray *shares;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (exposure != NULL, NULL);

  for (guint i = 0; i < exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (exposure->items, KqExposureItem, i);
      const int platform = kq_object_get_platform (item->object);
      gint64 *sum = platform >= 0 && platform < KQ_N_PLATFORMS ? &sums[platform] : &rest;

      *sum = kq_exposure_add (*sum, item->max);
    }

  shares = g_array_new (FALSE, FALSE, sizeof (KqExposureShare));
  for (int i = 0; i < KQ_N_PLATFORMS; i++)
    append_share (shares, campaign, i, sums[i]);
  append_share (shares, campaign, -1, rest);

  return shares;
}

static void
add_unbounded (KqCampaign *campaign,
               KqObject   *coupon,
               GHashTable *seen,
               GPtrArray  *found)
{
  if (kq_coupon_get_most_off (campaign, coupon) == KQ_EXPOSURE_UNBOUNDED &&
      g_hash_table_add (seen, coupon))
    g_ptr_array_add (found, coupon);
}

/**
 * kq_exposure_list_unbounded:
 * @campaign: a campaign
 * @exposure: its exposure
 *
 * Finds the coupons that make it unbounded: a percentage that nothing caps,
 * by itself or in a pack.
 *
 * Returns: (transfer container) (element-type KqObject): the coupons, each once;
 *   none where it is bounded, or is more than can be held by its quantities
 */
GPtrArray *
kq_exposure_list_unbounded (KqCampaign       *campaign,
                            const KqExposure *exposure)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), found);
  g_return_val_if_fail (exposure != NULL, found);

  for (guint i = 0; i < exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (exposure->items, KqExposureItem, i);
      g_autoptr (GPtrArray) inside = NULL;

      if (item->max != KQ_EXPOSURE_UNBOUNDED)
        continue;
      if (KQ_IS_COUPON (item->object))
        add_unbounded (campaign, item->object, seen, found);
      else if (KQ_IS_GIFT_PACK (item->object))
        inside = kq_pack_list_inside (campaign, item->object);
      for (guint j = 0; inside != NULL && j < inside->len; j++)
        add_unbounded (campaign, g_ptr_array_index (inside, j), seen, found);
    }

  return found;
}
