/* kq-rules-links.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-exposure.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-member-center.h"
#include "kq-rules-private.h"
#include "kq-shop.h"

/* What refers to a coupon fits it (KQ-PURPOSE, KQ-STOCK), and where joining
 * leads (TM-28: document 001). */

/* KQ-PURPOSE */

static void
check_purpose (KqCheck   *check,
               KqObject  *user,
               guint      field,
               int        element,
               const char *id,
               KqPurpose  purpose)
{
  KqObject *coupon = kq_check_find (check, KQ_CAMPAIGN_COUPONS, id);
  int is;
  g_autofree char *name = NULL;
  g_autofree char *user_name = NULL;
  char *message;

  if (coupon == NULL || kq_object_is_voided (coupon))
    return;
  is = kq_object_get_choice (coupon, KQ_COUPON_PURPOSE);
  if (is == (int) purpose || is < 0)
    return;

  name = kq_check_name_of (coupon);
  user_name = kq_check_name_of (user);
  message = g_strdup_printf (_("%s uses coupon %s, whose purpose is “%s”; it needs one of the "
                               "purpose “%s”"), user_name, name,
                             kq_object_get_word_label (coupon, KQ_COUPON_PURPOSE, is),
                             kq_object_get_word_label (coupon, KQ_COUPON_PURPOSE, purpose));
  if (element >= 0)
    kq_check_found_element (check, user, field, element, message);
  else
    kq_check_found (check, user, field, message);
}

static void
check_pack_purposes (KqCheck  *check,
                     KqObject *pack)
{
  const char * const *ids = kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS);

  for (guint i = 0; ids[i] != NULL; i++)
    check_purpose (check, pack, KQ_GIFT_PACK_COUPONS, i, ids[i], KQ_PURPOSE_GIFT_PACK);
}

static void
check_fission_purposes (KqCheck  *check,
                        KqObject *fission)
{
  check_purpose (check, fission, KQ_FISSION_SHARER_COUPON, -1,
                 kq_object_get_text (fission, KQ_FISSION_SHARER_COUPON),
                 KQ_PURPOSE_FISSION_SHARER);
  check_purpose (check, fission, KQ_FISSION_INVITEE_COUPON, -1,
                 kq_object_get_text (fission, KQ_FISSION_INVITEE_COUPON),
                 KQ_PURPOSE_FISSION_INVITEE);
}

static void
check_activity_purpose (KqCheck  *check,
                        KqObject *activity)
{
  int kind = kq_object_get_choice (activity, KQ_ACTIVITY_KIND);

  if (kind >= 0)
    check_purpose (check, activity, KQ_ACTIVITY_COUPON, -1,
                   kq_object_get_text (activity, KQ_ACTIVITY_COUPON),
                   kind == KQ_ACTIVITY_KIND_MEMBER_EXCLUSIVE ? KQ_PURPOSE_MEMBER_EXCLUSIVE
                                                             : KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE);
}

/* KQ-STOCK */

/* How many there are of each pack: worked out once, not for each coupon. */
static gpointer
new_totals (KqCheck *check)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static void
add_total (KqCheck  *check,
           gpointer  totals,
           KqObject *pack)
{
  gint64 total = MAX (0, kq_pack_get_total (kq_check_get_campaign (check), pack));

  g_hash_table_insert (totals, pack, g_memdup2 (&total, sizeof total));
}

static const KqLookup pack_totals = {
  { KQ_CAMPAIGN_GIFT_PACKS }, new_totals, add_total, NULL, (GDestroyNotify) g_hash_table_unref
};

/* How many of a coupon the packs that hold it promise together. */
static gint64
promised_by_packs (KqCheck   *check,
                   GPtrArray *users,
                   guint     *n_packs)
{
  GHashTable *totals = kq_check_look_up (check, &pack_totals);
  gint64 promised = 0;

  *n_packs = 0;
  for (guint i = 0; i < users->len; i++)
    {
      KqObject *user = g_ptr_array_index (users, i);

      if (!KQ_IS_GIFT_PACK (user))
        continue;
      if (__builtin_add_overflow (promised, *(gint64 *) g_hash_table_lookup (totals, user),
                                  &promised))
        promised = G_MAXINT64;
      (*n_packs)++;
    }

  return promised;
}

static void
check_stock (KqCheck  *check,
             KqObject *coupon)
{
  GPtrArray *users = kq_check_get_users (check, coupon);
  gint64 quantity = kq_object_get_int (coupon, KQ_COUPON_QUANTITY);
  g_autofree char *name = NULL;
  g_autofree char *there_are = NULL;
  g_autofree char *needed = NULL;
  gint64 promised;
  guint n_packs;

  if (users == NULL)
    return;
  promised = promised_by_packs (check, users, &n_packs);
  if (n_packs < 2 || promised <= quantity)
    return;

  name = kq_check_name_of (coupon);
  there_are = kq_count_format (quantity);
  needed = kq_count_format (promised);
  kq_check_found (check, coupon, KQ_COUPON_QUANTITY,
                  g_strdup_printf (_("Together the packs promise %s of coupon %s, but there are "
                                     "%s: raise its quantity, or have fewer packs"),
                                   needed, name, there_are));
}

/* TM-28 */

static void
check_join_address (KqCheck  *check,
                    KqObject *object,
                    guint     field)
{
  KqObject *shop = kq_check_get_shop (check, kq_object_get_platform (object));
  const char *url = kq_object_get_text (object, field);
  const char * const *addresses = kq_check_get_choices (check, "joinAddress");
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (shop == NULL || *url == '\0' ||
      kq_object_get_choice (shop, KQ_SHOP_EDITION) != KQ_EDITION_CUSTOM ||
      kq_check_is_join_address (check, url))
    return;

  name = kq_check_name_of (object);
  finding = kq_check_found (check, object, field,
                            g_strdup_printf (_("%s: joining must lead to the official member "
                                               "center, %s; with the custom edition no other "
                                               "address works"), name, addresses[0]));
  kq_check_fix_text (finding, object, field, addresses[0],
                     g_strdup (_("Use the official address")));
}

static void
check_pack_address (KqCheck  *check,
                    KqObject *pack)
{
  check_join_address (check, pack, KQ_GIFT_PACK_JOIN_URL);
}

static void
check_center_address (KqCheck  *check,
                      KqObject *center)
{
  check_join_address (check, center, KQ_MEMBER_CENTER_JOIN_URL);
}

const KqRule *
kq_rules_for_links (guint *n_rules)
{
#define OURS(id, subject, check, ...) \
  { id, KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, subject, check, { __VA_ARGS__ } }
  static const KqRule rules[] = {
    OURS ("KQ-STOCK", KQ_SUBJECT_COUPON, check_stock, &pack_totals),
    OURS ("KQ-PURPOSE", KQ_SUBJECT_ACTIVITY, check_activity_purpose),
    OURS ("KQ-PURPOSE", KQ_SUBJECT_FISSION, check_fission_purposes),
    OURS ("KQ-PURPOSE", KQ_SUBJECT_GIFT_PACK, check_pack_purposes),
    { "TM-28", KQ_SEVERITY_ERROR, "001", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_GIFT_PACK,
      check_pack_address },
    { "TM-28", KQ_SEVERITY_ERROR, "001", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_MEMBER_CENTER,
      check_center_address },
  };
#undef OURS

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
