/* kq-rules-short-links.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-block.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-landing-page.h"
#include "kq-message.h"
#include "kq-product.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"

/* Short links of coupons, activities and fissions (MF-09, MF-45), and coupons
 * that have run out behind a link (MF-10): document 003. */

/* MF-09 */

static void
check_has_short_link (KqCheck  *check,
                      KqObject *object)
{
  guint short_field = kq_object_find_field (object, "shortLink");
  const char *link = kq_object_get_text (object, kq_object_find_field (object, "link"));
  const char *short_link = kq_object_get_text (object, short_field);
  g_autofree char *name = NULL;

  /* A link that is short as it is needs no other. */
  if (*link == '\0' || kq_check_is_short_link (check, *short_link != '\0' ? short_link : link))
    return;

  name = kq_check_name_of (object);
  kq_check_found (check, object, short_field,
                  g_strdup_printf (*short_link == '\0'
                                   ? _("%s has a link, but no short link: convert it before you "
                                       "send it, or the Taobao app won't open it")
                                   : _("The short link of %s isn't a Taobao short link: convert "
                                       "the link with Taobao's own tool, or the Taobao app won't "
                                       "open it"), name));
}

/* MF-45 */

static void
check_verified (KqCheck  *check,
                KqObject *object)
{
  guint verified_field = kq_object_find_field (object, "linkVerified");
  const char *short_link = kq_object_get_text (object, kq_object_find_field (object, "shortLink"));
  g_autofree char *name = NULL;

  if (*short_link == '\0' || kq_object_get_bool (object, verified_field))
    return;

  name = kq_check_name_of (object);
  kq_check_found (check, object, verified_field,
                  g_strdup_printf (_("The short link of %s hasn't been verified: open it on a phone "
                                     "before you send it, and tick it here"), name));
}

/* MF-10 */

static gboolean
is_in_family (KqObject *object)
{
  int platform = kq_object_get_platform (object);

  return !kq_object_is_voided (object) &&
         (platform == KQ_PLATFORM_TMALL || platform == KQ_PLATFORM_TAOBAO);
}

static void
add_use (GHashTable *used,
         const char *coupon,
         KqObject   *user)
{
  if (*coupon != '\0' && !g_hash_table_contains (used, coupon))
    g_hash_table_insert (used, (gpointer) coupon, user);
}

static void
add_uses_of_block (KqCheck    *check,
                   GHashTable *used,
                   KqObject   *block,
                   KqObject   *page)
{
  const char * const *products = kq_object_get_texts (block, KQ_BLOCK_PRODUCTS);

  if (kq_object_field_applies (block, KQ_BLOCK_COUPON))
    add_use (used, kq_object_get_text (block, KQ_BLOCK_COUPON), page);
  if (!kq_object_field_applies (block, KQ_BLOCK_PRODUCTS))
    return;
  for (guint i = 0; products[i] != NULL; i++)
    {
      KqObject *product = kq_check_find (check, KQ_CAMPAIGN_PRODUCTS, products[i]);

      if (product != NULL)
        add_use (used, kq_object_get_text (product, KQ_PRODUCT_COUPON), page);
    }
}

/* By the id of a coupon, the first page or message that leads to it. */
static gpointer
new_used (KqCheck *check)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

static void
add_uses_of_page (KqCheck    *check,
                  GHashTable *used,
                  KqObject   *page)
{
  KqList *blocks = kq_object_get_list (page, KQ_LANDING_PAGE_BLOCKS);

  for (guint i = 0; i < kq_list_get_length (blocks); i++)
    add_uses_of_block (check, used, kq_list_get (blocks, i), page);
}

static void
add_user (KqCheck  *check,
          gpointer  used,
          KqObject *user)
{
  KqTime until;

  if (!is_in_family (user))
    return;
  if (KQ_IS_LANDING_PAGE (user))
    {
      add_uses_of_page (check, used, user);
      return;
    }

  until = kq_object_get_time (user, KQ_MESSAGE_UNTIL);
  if (!kq_time_is_set (until) || kq_time_compare (until, kq_check_get_moment (check)) >= 0)
    add_use (used, kq_object_get_text (user, KQ_MESSAGE_COUPON), user);
}

static const KqLookup users_by_link = {
  { KQ_CAMPAIGN_LANDING_PAGES, KQ_CAMPAIGN_MESSAGES }, new_used, add_user, NULL,
  (GDestroyNotify) g_hash_table_unref
};

static void
check_not_run_out (KqCheck  *check,
                   KqObject *coupon)
{
  GHashTable *used = kq_check_look_up (check, &users_by_link);
  KqObject *user = g_hash_table_lookup (used, kq_object_get_id (coupon));
  KqTime end = kq_object_get_time (coupon, KQ_COUPON_CLAIM_END);
  gboolean ended = kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_ENDED;
  g_autofree char *name = NULL;
  g_autofree char *user_name = NULL;
  g_autofree char *day = NULL;

  if (user == NULL ||
      (!ended && (!kq_time_is_set (end) ||
                  kq_time_compare (end, kq_check_get_moment (check)) >= 0)))
    return;

  name = kq_check_name_of (coupon);
  user_name = kq_check_name_of (user);
  if (ended)
    {
      kq_check_found (check, coupon, KQ_COUPON_STATE,
                      g_strdup_printf (_("Coupon %s has ended, but %s still leads to it: replace it "
                                         "there, or buyers find nothing"), name, user_name));
      return;
    }
  day = kq_check_format_day (check, end);
  kq_check_found (check, coupon, KQ_COUPON_CLAIM_END,
                  g_strdup_printf (_("Coupon %s could be claimed until %s, but %s still leads to "
                                     "it: replace it there, or buyers find nothing"),
                                   name, day, user_name));
}

const KqRule *
kq_rules_for_short_links (guint *n_rules)
{
#define ON(subject, id, check, ...) \
  { id, KQ_SEVERITY_WARNING, "003", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_##subject, check, \
    { __VA_ARGS__ } }
  static const KqRule rules[] = {
    ON (COUPON, "MF-09", check_has_short_link),
    ON (ACTIVITY, "MF-09", check_has_short_link),
    ON (FISSION, "MF-09", check_has_short_link),
    ON (COUPON, "MF-45", check_verified),
    ON (ACTIVITY, "MF-45", check_verified),
    ON (FISSION, "MF-45", check_verified),
    ON (COUPON, "MF-10", check_not_run_out, &users_by_link),
  };
#undef ON

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
