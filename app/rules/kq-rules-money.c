/* kq-rules-money.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-exposure-private.h"
#include "kq-rules-private.h"

/* The money at stake (KQ-BUDGET). */

static gpointer
new_sum (KqCheck *check)
{
  return kq_exposure_sum_new (kq_check_get_campaign (check));
}

static void
add_to_sum (KqCheck  *check,
            gpointer  sum,
            KqObject *object)
{
  if (kq_object_get_int (KQ_OBJECT (kq_check_get_campaign (check)), KQ_CAMPAIGN_BUDGET) > 0)
    kq_exposure_sum_add (sum, object);
}

static const KqLookup money_at_stake = {
  { KQ_CAMPAIGN_GIFT_PACKS, KQ_CAMPAIGN_COUPONS, KQ_CAMPAIGN_ACTIVITIES },
  new_sum, add_to_sum, NULL, (GDestroyNotify) kq_exposure_sum_free
};

static KqObject *
find_unbounded (KqExposure *exposure)
{
  for (guint i = 0; i < exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (exposure->items, KqExposureItem, i);

      if (item->max == KQ_EXPOSURE_UNBOUNDED)
        return item->object;
    }

  return NULL;
}

static void
check_budget (KqCheck  *check,
              KqObject *campaign)
{
  gint64 budget = kq_object_get_int (campaign, KQ_CAMPAIGN_BUDGET);
  const char *currency = kq_object_get_text (campaign, KQ_CAMPAIGN_CURRENCY);
  g_autoptr (KqExposure) exposure = NULL;
  g_autofree char *limit = NULL;
  KqObject *unbounded;

  if (budget <= 0)
    return;

  exposure = kq_exposure_sum_finish (kq_check_look_up (check, &money_at_stake));
  unbounded = find_unbounded (exposure);
  limit = kq_money_format_short (budget, currency);
  if (unbounded != NULL)
    {
      g_autofree char *name = kq_check_name_of (unbounded);

      kq_check_found (check, campaign, KQ_CAMPAIGN_BUDGET,
                      g_strdup_printf (_("Nothing bounds what %s may cost, so the budget of %s "
                                         "may be exceeded: give the percent coupon a discount "
                                         "cap"), name, limit));
    }
  else if (exposure->max > budget)
    {
      g_autofree char *max = kq_money_format_short (exposure->max, currency);

      kq_check_found (check, campaign, KQ_CAMPAIGN_BUDGET,
                      g_strdup_printf (_("In the worst case the campaign costs %s, more than the "
                                         "budget of %s: lower quantities or amounts, or raise "
                                         "the budget"), max, limit));
    }
}

const KqRule *
kq_rules_for_money (guint *n_rules)
{
  static const KqRule rules[] = {
    { "KQ-BUDGET", KQ_SEVERITY_WARNING, "kaquan", KQ_ON_ALL, KQ_SUBJECT_CAMPAIGN, check_budget,
      { &money_at_stake } },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
