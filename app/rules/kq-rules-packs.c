/* kq-rules-packs.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-exposure.h"
#include "kq-gift-pack.h"
#include "kq-gift.h"
#include "kq-rules-private.h"

/* Gift packs (document 001); those that meet: kq-rules-overlaps.c. */

static gboolean
is_for_new_members (KqObject *pack)
{
  return kq_object_get_choice (pack, KQ_GIFT_PACK_AUDIENCE) == KQ_PACK_AUDIENCE_NEW_MEMBERS;
}

static KqObject *
gift_of (KqObject *pack)
{
  return kq_object_get_child (pack, KQ_GIFT_PACK_GIFT);
}

/* TM-02 */

static void
check_content (KqCheck  *check,
               KqObject *pack)
{
  guint n = g_strv_length ((char **) kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS));
  guint most = kq_check_get_limit (check, "packCouponsMax");
  g_autofree char *name = NULL;

  if (n <= most)
    return;

  name = kq_check_name_of (pack);
  kq_check_found (check, pack, KQ_GIFT_PACK_COUPONS,
                  g_strdup_printf (_("Gift pack %s has %u coupons; it can have %u at most"),
                                   name, n, most));
}

/* TM-03 */

static void
incomplete (KqCheck    *check,
            KqObject   *pack,
            KqObject   *object,
            guint       field,
            const char *needs)
{
  g_autofree char *name = kq_check_name_of (pack);

  kq_check_found (check, object, field,
                  g_strdup_printf (_("Gift pack %s isn't complete: %s"), name, needs));
}

static void
check_form (KqCheck  *check,
            KqObject *pack)
{
  KqObject *gift = gift_of (pack);

  if (*kq_object_get_text (pack, KQ_GIFT_PACK_NAME) == '\0')
    incomplete (check, pack, pack, KQ_GIFT_PACK_NAME, _("give it a name"));
  if (!kq_time_is_set (kq_object_get_time (pack, KQ_GIFT_PACK_START)))
    incomplete (check, pack, pack, KQ_GIFT_PACK_START, _("enter from when it is online"));
  if (!kq_time_is_set (kq_object_get_time (pack, KQ_GIFT_PACK_END)))
    incomplete (check, pack, pack, KQ_GIFT_PACK_END, _("enter until when it is online"));

  if (gift == NULL)
    return;
  if (*kq_object_get_text (gift, KQ_GIFT_NAME) == '\0')
    incomplete (check, pack, gift, KQ_GIFT_NAME, _("give the gift its name"));
  if (*kq_object_get_text (gift, KQ_GIFT_URL) == '\0')
    incomplete (check, pack, gift, KQ_GIFT_URL, _("enter the gift's product link"));
  if (kq_object_get_int (gift, KQ_GIFT_QUANTITY) < 1)
    incomplete (check, pack, gift, KQ_GIFT_QUANTITY, _("enter how many gifts there are"));
}

/* TM-06 */

static void
check_has_coupon (KqCheck  *check,
                  KqObject *pack)
{
  g_autofree char *name = NULL;

  if (kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS)[0] != NULL)
    return;
  /* TB-19: a gift alone, once the platform allows it. */
  if (gift_of (pack) != NULL && kq_check_get_limit (check, "packGiftAlone") != 0)
    return;

  name = kq_check_name_of (pack);
  kq_check_found (check, pack, KQ_GIFT_PACK_COUPONS,
                  g_strdup_printf (_("Gift pack %s has no coupon; it needs at least one"), name));
}

/* TM-08 */

static void
check_gift_allowed (KqCheck  *check,
                    KqObject *pack)
{
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (gift_of (pack) == NULL || kq_check_get_limit (check, "packGiftAllowed") != 0)
    return;

  name = kq_check_name_of (pack);
  finding = kq_check_found (check, pack, KQ_GIFT_PACK_GIFT,
                            g_strdup_printf (_("Gift pack %s has a gift; only Tmall shops can "
                                               "give one, with other shops packs hold coupons "
                                               "only"), name));
  kq_check_fix_remove (finding, pack, KQ_GIFT_PACK_GIFT, g_strdup (_("Take the gift out")));
}

/* TM-09 */

static void
check_gift_category (KqCheck  *check,
                     KqObject *pack)
{
  KqObject *gift = gift_of (pack);
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (gift == NULL || kq_object_get_choice (gift, KQ_GIFT_CATEGORY) != KQ_GIFT_CATEGORY_OTHER)
    return;

  name = kq_check_name_of (pack);
  finding = kq_check_found (check, gift, KQ_GIFT_CATEGORY,
                            g_strdup_printf (_("The gift of pack %s isn't in the gift category; "
                                               "the platform takes no other"), name));
  kq_check_fix_text (finding, gift, KQ_GIFT_CATEGORY, "gift",
                     g_strdup (_("Set to the gift category")));
}

/* TM-10 */

static KqEdit *
set_to (KqObject *object,
        guint     field,
        gint64    number)
{
  return kq_edit_new (kq_object_get_field_pointer (object, field),
                      json_node_init_int (json_node_alloc (), number));
}

/* As many gifts as there are in stock, and no more packs than gifts (TM-11). */
static void
offer_stock (KqFinding *finding,
             KqObject  *pack,
             KqObject  *gift,
             gint64     stock)
{
  g_autofree char *count = kq_count_format (stock);
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_edit_free);

  g_ptr_array_add (edits, set_to (gift, KQ_GIFT_QUANTITY, stock));
  if (kq_object_get_int (pack, KQ_GIFT_PACK_QUANTITY) > stock)
    g_ptr_array_add (edits, set_to (pack, KQ_GIFT_PACK_QUANTITY, stock));
  kq_check_fix_edits (finding, edits, g_strdup_printf (_("Set to %s"), count));
}

static void
check_gift_stock (KqCheck  *check,
                  KqObject *pack)
{
  KqObject *gift = gift_of (pack);
  g_autofree char *name = NULL;
  g_autofree char *quantity = NULL;
  g_autofree char *stock = NULL;
  KqFinding *finding;
  gint64 most;

  if (gift == NULL)
    return;
  most = kq_object_get_int (gift, KQ_GIFT_STOCK);
  if (kq_object_get_int (gift, KQ_GIFT_QUANTITY) <= most)
    return;

  name = kq_check_name_of (pack);
  quantity = kq_count_format (kq_object_get_int (gift, KQ_GIFT_QUANTITY));
  stock = kq_count_format (most);
  finding = kq_check_found (check, gift, KQ_GIFT_QUANTITY,
                            g_strdup_printf (_("Pack %s promises %s gifts, but only %s are in "
                                               "stock"), name, quantity, stock));
  if (most >= 1)
    offer_stock (finding, pack, gift, most);
}

/* TM-11 */

static void
check_total (KqCheck  *check,
             KqObject *pack)
{
  KqObject *limiting = NULL;
  gint64 lowest = kq_pack_get_lowest (kq_check_get_campaign (check), pack, &limiting);
  gint64 total = kq_object_get_int (pack, KQ_GIFT_PACK_QUANTITY);
  g_autofree char *name = NULL;
  g_autofree char *part = NULL;
  g_autofree char *count = NULL;
  g_autofree char *most = NULL;
  KqFinding *finding;

  if (total == KQ_INT_NONE || lowest == KQ_INT_NONE || total <= lowest)
    return;

  name = kq_check_name_of (pack);
  part = kq_check_name_of (limiting);
  count = kq_count_format (total);
  most = kq_count_format (lowest);
  finding = kq_check_found (check, pack, KQ_GIFT_PACK_QUANTITY,
                            g_strdup_printf (KQ_IS_GIFT (limiting)
                                             ? _("There are %s packs %s, but only %s of the gift "
                                                 "%s inside")
                                             : _("There are %s packs %s, but only %s of the "
                                                 "coupon %s inside"), count, name, most, part));
  if (lowest >= 1)
    kq_check_fix_int (finding, pack, KQ_GIFT_PACK_QUANTITY, lowest,
                      g_strdup_printf (_("Set to %s"), most));
}

/* TM-15 */

static void
check_channel (KqCheck  *check,
               KqObject *coupon)
{
  g_autofree char *name = NULL;
  KqFinding *finding;

  /* Of a channel that isn't known KQ-ENUM speaks. */
  if (kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) != KQ_PURPOSE_GIFT_PACK ||
      kq_object_get_choice (coupon, KQ_COUPON_CHANNEL) == KQ_CHANNEL_CRM ||
      kq_object_get_choice (coupon, KQ_COUPON_CHANNEL) < 0)
    return;

  name = kq_check_name_of (coupon);
  finding = kq_check_found (check, coupon, KQ_COUPON_CHANNEL,
                            g_strdup_printf (_("Coupon %s is for a gift pack: issue it on the "
                                               "official channel, customer relationship "
                                               "management, or the pack can't use it"), name));
  kq_check_fix_text (finding, coupon, KQ_COUPON_CHANNEL, "crm",
                     g_strdup (_("Change the channel")));
}

/* TM-21 */

static void
check_no_levels (KqCheck  *check,
                 KqObject *pack)
{
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (!is_for_new_members (pack) ||
      kq_object_get_texts (pack, KQ_GIFT_PACK_LEVELS)[0] == NULL)
    return;

  name = kq_check_name_of (pack);
  finding = kq_check_found (check, pack, KQ_GIFT_PACK_LEVELS,
                            g_strdup_printf (_("New-member pack %s is limited to levels; only a "
                                               "member pack can be"), name));
  kq_check_fix_remove (finding, pack, KQ_GIFT_PACK_LEVELS,
                       g_strdup (_("Take the levels out")));
}

/* TM-22 */

static void
check_scope (KqCheck  *check,
             KqObject *pack)
{
  const char * const *ids = kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KqObject *coupon = kq_check_find (check, KQ_CAMPAIGN_COUPONS, ids[i]);
      g_autofree char *name = NULL;
      g_autofree char *coupon_name = NULL;

      if (coupon == NULL || kq_object_is_voided (coupon) ||
          kq_object_get_choice (coupon, KQ_COUPON_SCOPE) != KQ_SCOPE_PRODUCT)
        continue;

      name = kq_check_name_of (pack);
      coupon_name = kq_check_name_of (coupon);
      kq_check_found_element (check, pack, KQ_GIFT_PACK_COUPONS, i,
                              g_strdup_printf (_("Gift pack %s holds %s, a product coupon; packs "
                                                 "take shop coupons only"), name, coupon_name));
    }
}

const KqRule *
kq_rules_for_packs (guint *n_rules)
{
#define ON_PACK(id, check) \
  { id, KQ_SEVERITY_ERROR, "001", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_GIFT_PACK, check }
  static const KqRule rules[] = {
    { "TM-15", KQ_SEVERITY_ERROR, "001", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_COUPON, check_channel },
    ON_PACK ("TM-02", check_content),
    ON_PACK ("TM-03", check_form),
    ON_PACK ("TM-06", check_has_coupon),
    ON_PACK ("TM-08", check_gift_allowed),
    ON_PACK ("TM-09", check_gift_category),
    ON_PACK ("TM-10", check_gift_stock),
    ON_PACK ("TM-11", check_total),
    ON_PACK ("TM-21", check_no_levels),
    ON_PACK ("TM-22", check_scope),
  };
#undef ON_PACK

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
