/* kq-rules-push-coupons.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-message.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"

/* Coupons that are pushed to buyers by message: shop coupons and product
 * coupons (document 003, sections A and B). */

static gboolean
is_pushed (KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) == KQ_PURPOSE_PUSH;
}

static gboolean
is_for_products (KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_SCOPE) == KQ_SCOPE_PRODUCT;
}

static gboolean
is_pushed_shop_coupon (KqObject *coupon)
{
  return is_pushed (coupon) && kq_object_get_choice (coupon, KQ_COUPON_SCOPE) == KQ_SCOPE_SHOP;
}

static gboolean
is_pushed_product_coupon (KqObject *coupon)
{
  return is_pushed (coupon) && is_for_products (coupon);
}

/* Section B's product coupon: pushed, or given by a fission (MF-14 names both);
 * exclusive ones are section D's. */
static gboolean
is_given_product_coupon (KqObject *coupon)
{
  int purpose = kq_object_get_choice (coupon, KQ_COUPON_PURPOSE);

  return is_for_products (coupon) &&
         (purpose == KQ_PURPOSE_PUSH || purpose == KQ_PURPOSE_FISSION_SHARER ||
          purpose == KQ_PURPOSE_FISSION_INVITEE);
}

/* MF-02 */

static void
check_no_threshold (KqCheck  *check,
                    KqObject *coupon)
{
  g_autofree char *name = NULL;

  if (!is_pushed_shop_coupon (coupon) ||
      kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_THRESHOLD)
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, KQ_COUPON_DISCOUNT,
                  g_strdup_printf (_("Coupon %s has a threshold; where the margin allows, a small "
                                     "amount without a threshold brings more buyers back"), name));
}

/* MF-04, MF-13 */

static void
check_link_channel (KqCheck  *check,
                    KqObject *coupon)
{
  kq_check_is_on_channel (check, coupon, KQ_CHANNEL_LINK,
                          _("otherwise anyone in the shop can claim it, not only those you send "
                            "it to"));
}

static void
check_shop_channel (KqCheck  *check,
                    KqObject *coupon)
{
  if (is_pushed_shop_coupon (coupon))
    check_link_channel (check, coupon);
}

static void
check_product_channel (KqCheck  *check,
                       KqObject *coupon)
{
  if (is_pushed_product_coupon (coupon))
    check_link_channel (check, coupon);
}

/* MF-05 */

/* By the id of a coupon, the last message that sends it. */
static gpointer
new_sent (KqCheck *check)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

static void
add_sent (KqCheck  *check,
          gpointer  sent,
          KqObject *message)
{
  const char *coupon = kq_object_get_text (message, KQ_MESSAGE_COUPON);
  KqTime at = kq_object_get_time (message, KQ_MESSAGE_SEND_AT);
  KqObject *other = g_hash_table_lookup (sent, coupon);

  if (kq_object_is_voided (message) || !kq_time_is_set (at))
    return;
  if (other == NULL || kq_time_compare (kq_object_get_time (other, KQ_MESSAGE_SEND_AT), at) < 0)
    g_hash_table_insert (sent, (gpointer) coupon, message);
}

static const KqLookup last_sent = {
  { KQ_CAMPAIGN_MESSAGES }, new_sent, add_sent, NULL, (GDestroyNotify) g_hash_table_unref
};

/* The day on which it is sent: of several messages the last one's, whose
 * buyers have the least time; else when its use starts. */
static KqTime
get_sent (KqCheck  *check,
          KqObject *coupon)
{
  GHashTable *sent = kq_check_look_up (check, &last_sent);
  KqObject *message = g_hash_table_lookup (sent, kq_object_get_id (coupon));

  return message != NULL ? kq_object_get_time (message, KQ_MESSAGE_SEND_AT)
                         : kq_object_get_time (coupon, KQ_COUPON_USE_START);
}

static void
check_shop_validity (KqCheck  *check,
                     KqObject *coupon)
{
  if (is_pushed_shop_coupon (coupon))
    kq_check_lasts_long (check, coupon, get_sent (check, coupon));
}

/* MF-06, MF-15 */

static void
check_face_plus_one (KqCheck  *check,
                     KqObject *coupon)
{
  gint64 amount = kq_object_get_int (coupon, KQ_COUPON_AMOUNT);
  gint64 threshold = kq_object_get_int (coupon, KQ_COUPON_THRESHOLD);
  gint64 above = kq_check_get_limit (check, "fixedThresholdAboveMaxFen");
  g_autofree char *name = NULL;
  g_autofree char *face = NULL;
  g_autofree char *better = NULL;
  KqFinding *finding;

  if (!kq_check_is_no_threshold (coupon) || amount <= 0 || amount > KQ_WHOLE_MAX - above ||
      (threshold > amount && threshold <= amount + above))
    return;

  name = kq_check_name_of (coupon);
  face = kq_money_format_short (amount, "CNY");
  better = kq_money_format_short (amount + above, "CNY");
  finding = kq_check_found (check, coupon, KQ_COUPON_THRESHOLD,
                            g_strdup_printf (_("Coupon %s takes %s off without a threshold; the "
                                               "console asks for one all the same: enter %s, so "
                                               "that nearly every order can use it"),
                                             name, face, better));
  kq_check_fix_int (finding, coupon, KQ_COUPON_THRESHOLD, amount + above,
                    g_strdup_printf (_("Change to %s"), better));
}

static void
check_shop_face (KqCheck  *check,
                 KqObject *coupon)
{
  if (is_pushed_shop_coupon (coupon))
    check_face_plus_one (check, coupon);
}

static void
check_product_face (KqCheck  *check,
                    KqObject *coupon)
{
  if (is_pushed_product_coupon (coupon))
    check_face_plus_one (check, coupon);
}

/* MF-07 */

static void
check_low_threshold (KqCheck  *check,
                     KqObject *coupon)
{
  gint64 amount = kq_object_get_int (coupon, KQ_COUPON_AMOUNT);
  gint64 threshold = kq_object_get_int (coupon, KQ_COUPON_THRESHOLD);
  gint64 times = kq_check_get_limit (check, "thresholdTimesAmountMax");
  g_autofree char *name = NULL;
  g_autofree char *is = NULL;
  g_autofree char *most = NULL;

  if (!is_pushed (coupon) || amount <= 0 ||
      kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_THRESHOLD ||
      (__int128) threshold <= (__int128) amount * times)
    return;

  name = kq_check_name_of (coupon);
  is = kq_money_format_short (threshold, "CNY");
  most = kq_money_format_short (amount * times, "CNY");
  kq_check_found (check, coupon, KQ_COUPON_THRESHOLD,
                  g_strdup_printf (_("Coupon %s counts from %s up; for returning buyers %s or less "
                                     "is advised, since few reach a high threshold"),
                                   name, is, most));
}

/* MF-08, MF-15 */

static void
check_shop_quantity (KqCheck  *check,
                     KqObject *coupon)
{
  if (is_pushed_shop_coupon (coupon))
    kq_check_suits_audience (check, coupon);
}

static void
check_product_quantity (KqCheck  *check,
                        KqObject *coupon)
{
  if (is_pushed_product_coupon (coupon))
    kq_check_suits_audience (check, coupon);
}

/* MF-11 */

/* How many products there are, each counted once. */
static guint
count_products (KqObject *coupon)
{
  const char * const *ids = kq_object_get_texts (coupon, KQ_COUPON_PRODUCTS);
  g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (distinct, (gpointer) ids[i]);

  return g_hash_table_size (distinct);
}

static void
check_one_product (KqCheck  *check,
                   KqObject *coupon)
{
  g_autofree char *name = NULL;
  guint n;

  /* DY-08 says it of none. It is so of the platform's product coupons, whatever
   * they are for. */
  if (!is_for_products (coupon))
    return;
  n = count_products (coupon);
  if (n <= 1)
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, KQ_COUPON_PRODUCTS,
                  g_strdup_printf (_("Product coupon %s is for %u products; it works for one only: "
                                     "give each product a coupon of its own"), name, n));
}

/* MF-14 */

static void
check_product_validity (KqCheck  *check,
                        KqObject *coupon)
{
  if (is_given_product_coupon (coupon) &&
      kq_check_has_scene (check, coupon, KQ_SCENE_FOLLOW_UP))
    kq_check_lasts_long (check, coupon, kq_object_get_time (coupon, KQ_COUPON_USE_START));
}

const KqRule *
kq_rules_for_push_coupons (guint *n_rules)
{
#define ON_COUPON(id, severity, check, ...) \
  { id, KQ_SEVERITY_##severity, "003", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_COUPON, check, \
    { __VA_ARGS__ } }
  static const KqRule rules[] = {
    ON_COUPON ("MF-02", ADVICE, check_no_threshold),
    ON_COUPON ("MF-04", ERROR, check_shop_channel),
    ON_COUPON ("MF-05", ADVICE, check_shop_validity, &last_sent),
    ON_COUPON ("MF-06", WARNING, check_shop_face),
    ON_COUPON ("MF-07", ADVICE, check_low_threshold),
    ON_COUPON ("MF-08", ADVICE, check_shop_quantity),
    ON_COUPON ("MF-11", ERROR, check_one_product),
    ON_COUPON ("MF-13", ERROR, check_product_channel),
    ON_COUPON ("MF-14", ADVICE, check_product_validity),
    ON_COUPON ("MF-15", WARNING, check_product_face),
    ON_COUPON ("MF-15", ADVICE, check_product_quantity),
  };
#undef ON_COUPON

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
