/* kq-name.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaign.h"
#include "kq-name.h"
#include "kq-percent.h"

/* What operators call one object of a campaign. */

static const char *
get_currency (KqObject *object)
{
  KqObject *root = kq_object_get_root (object);

  return KQ_IS_CAMPAIGN (root) ? kq_object_get_text (root, KQ_CAMPAIGN_CURRENCY) : "CNY";
}

static gboolean
is_in_yuan (KqObject *coupon)
{
  return g_str_equal (get_currency (coupon), "CNY");
}

/* In yuan the sign stands in the sentence, so that a translation can say 元. */
static char *
format_amount (KqObject *coupon,
               guint     index)
{
  return kq_money_format_short (kq_object_get_int (coupon, index),
                                is_in_yuan (coupon) ? "" : get_currency (coupon));
}

static char *
describe_fixed (KqObject *coupon)
{
  g_autofree char *amount = format_amount (coupon, KQ_COUPON_AMOUNT);

  /* Translators: an amount of yuan, 5 */
  return is_in_yuan (coupon) ? g_strdup_printf (_("¥%s off, no threshold"), amount)
                             : g_strdup_printf (_("%s off, no threshold"), amount);
}

static char *
describe_threshold (KqObject *coupon)
{
  g_autofree char *amount = format_amount (coupon, KQ_COUPON_AMOUNT);
  g_autofree char *threshold = format_amount (coupon, KQ_COUPON_THRESHOLD);

  /* Translators: the amount taken off, and from how much on: 100, 599 */
  return is_in_yuan (coupon) ? g_strdup_printf (_("¥%1$s off ¥%2$s"), amount, threshold)
                             : g_strdup_printf (_("%1$s off %2$s"), amount, threshold);
}

static char *
add_threshold (KqObject *coupon,
               char     *discount)
{
  g_autofree char *threshold = format_amount (coupon, KQ_COUPON_THRESHOLD);
  g_autofree char *before = discount;

  /* Translators: a discount such as “15 % off”, and from how much on */
  return is_in_yuan (coupon) ? g_strdup_printf (_("%1$s from ¥%2$s"), before, threshold)
                             : g_strdup_printf (_("%1$s from %2$s"), before, threshold);
}

static char *
add_cap (KqObject *coupon,
         char     *discount)
{
  g_autofree char *cap = format_amount (coupon, KQ_COUPON_MAX_DISCOUNT);
  g_autofree char *before = discount;

  /* Translators: a discount such as “15 % off”, and the most that it takes off */
  return is_in_yuan (coupon) ? g_strdup_printf (_("%1$s, at most ¥%2$s"), before, cap)
                             : g_strdup_printf (_("%1$s, at most %2$s"), before, cap);
}

static char *
describe_percent (KqObject *coupon)
{
  gint64 percent = kq_object_get_int (coupon, KQ_COUPON_PERCENT);
  char *discount = percent != 0 ? kq_percent_describe (percent)
                                : g_strdup (_("percentage not set"));

  if (kq_object_get_int (coupon, KQ_COUPON_THRESHOLD) != 0)
    discount = add_threshold (coupon, discount);
  if (kq_object_get_int (coupon, KQ_COUPON_MAX_DISCOUNT) != 0)
    discount = add_cap (coupon, discount);

  return discount;
}

/**
 * kq_coupon_describe_discount:
 * @coupon: a coupon
 *
 * What the coupon is worth: “¥5 off, no threshold”, “¥100 off ¥599”, “12 % off”.
 *
 * Returns: (transfer full): the words
 */
char *
kq_coupon_describe_discount (KqCoupon *coupon)
{
  KqObject *object = KQ_OBJECT (coupon);

  g_return_val_if_fail (KQ_IS_COUPON (coupon), NULL);

  switch (kq_object_get_choice (object, KQ_COUPON_DISCOUNT))
    {
    case KQ_DISCOUNT_FIXED:
      return describe_fixed (object);
    case KQ_DISCOUNT_THRESHOLD:
      return describe_threshold (object);
    case KQ_DISCOUNT_PERCENT:
      return describe_percent (object);
    default:
      return g_strdup_printf (_("unknown: %s"), kq_object_get_word (object, KQ_COUPON_DISCOUNT));
    }
}

/**
 * kq_object_describe_name:
 * @object: an object of a campaign
 *
 * Returns: (transfer full): its name or title; where it has none, what it is
 *   worth, or what such an object is called, and its id
 */
char *
kq_object_describe_name (KqObject *object)
{
  static const char * const members[] = { "name", "title" };

  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      guint index = kq_object_find_field (object, members[i]);

      if (index != KQ_NO_FIELD && *kq_object_get_text (object, index) != '\0')
        return g_strdup (kq_object_get_text (object, index));
    }

  if (KQ_IS_COUPON (object))
    return kq_coupon_describe_discount (KQ_COUPON (object));
  if (KQ_OBJECT_GET_CLASS (object)->n_keys == 0)
    return g_strdup (kq_object_get_label (object));

  return g_strdup_printf ("%s %s", kq_object_get_label (object), kq_object_get_id (object));
}

static char *
describe_one (KqObject *object)
{
  g_autofree char *name = kq_object_describe_name (object);
  const char *label = kq_object_get_label (object);

  if (g_str_has_prefix (name, label))
    return g_steal_pointer (&name);

  /* Translators: what an object is, and its name: “Coupon Double 11” */
  return g_strdup_printf (C_("object", "%1$s %2$s"), label, name);
}

/**
 * kq_object_describe_place:
 * @object: an object of a campaign
 *
 * What it is and its name, behind those that it is within: “Member center
 * m1 · Member benefit Welcome”.
 *
 * Returns: (transfer full) (nullable): the words; %NULL for the campaign
 */
char *
kq_object_describe_place (KqObject *object)
{
  KqObject *parent;
  g_autofree char *own = NULL;
  g_autofree char *above = NULL;

  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  parent = kq_object_get_parent (object);
  if (parent == NULL)
    return NULL;

  own = describe_one (object);
  above = kq_object_describe_place (parent);

  return above != NULL ? g_strdup_printf ("%s · %s", above, own) : g_steal_pointer (&own);
}
