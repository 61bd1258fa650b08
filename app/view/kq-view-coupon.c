/* kq-view-coupon.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-product.h"
#include "kq-view-private.h"

/* How a coupon looks, and what it is to the persona. */

KqObject *
kq_viewer_coupon (KqViewer   *self,
                  const char *id)
{
  return *id != '\0' ? kq_list_find (kq_viewer_list (self, KQ_CAMPAIGN_COUPONS), id) : NULL;
}

static gboolean
is_over (KqViewer *self,
         KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_ENDED ||
         kq_viewer_is_after (self, kq_object_get_time (coupon, KQ_COUPON_CLAIM_END));
}

/* DY-03: what was claimed is good until the end of its use time. */
static gboolean
is_past_use (KqViewer *self,
             KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_VALIDITY) == KQ_COUPON_VALIDITY_RANGE &&
         kq_viewer_is_after (self, kq_object_get_time (coupon, KQ_COUPON_USE_END));
}

/* @limit: how many of it the persona may claim here, 0 for the coupon's own */
KqViewStatus
kq_viewer_coupon_status (KqViewer *self,
                         KqObject *coupon,
                         guint     limit)
{
  const char *id = kq_object_get_id (coupon);
  gint64 per_member = limit > 0 ? limit : kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER);

  if (kq_viewer_count_claimed (self, id) >= MAX (per_member, 1))
    return is_past_use (self, coupon) ? KQ_VIEW_STATUS_OVER : KQ_VIEW_STATUS_CLAIMED;
  if (is_over (self, coupon))
    return KQ_VIEW_STATUS_OVER;
  if (!kq_viewer_has_level (self, kq_object_get_texts (coupon, KQ_COUPON_LEVELS)))
    return KQ_VIEW_STATUS_HIGHER_LEVEL;
  if (kq_viewer_is_used_up (self, id))
    return KQ_VIEW_STATUS_USED_UP;
  if (kq_viewer_is_before (self, kq_object_get_time (coupon, KQ_COUPON_CLAIM_START)))
    return KQ_VIEW_STATUS_NOT_YET;

  return KQ_VIEW_STATUS_CLAIMABLE;
}

static char *
face_of (KqViewer *self,
         KqObject *coupon)
{
  if (kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) == KQ_DISCOUNT_PERCENT)
    return kq_viewer_percent (CLAMP (kq_object_get_int (coupon, KQ_COUPON_PERCENT), 0, 100));

  return kq_viewer_money (self, kq_object_get_int (coupon, KQ_COUPON_AMOUNT));
}

/* A fixed coupon has none for the buyer, whatever its console wants entered. */
static char *
threshold_of (KqViewer *self,
              KqObject *coupon)
{
  gint64 threshold = kq_object_get_int (coupon, KQ_COUPON_THRESHOLD);
  g_autofree char *money = NULL;

  if (threshold <= 0 || kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) == KQ_DISCOUNT_FIXED)
    return g_strdup (_("No threshold"));

  money = kq_viewer_money (self, threshold);
  /* Translators: the least price for which a coupon can be used */
  return g_strdup_printf (C_("threshold of a coupon", "From %s"), money);
}

static char *
cap_of (KqViewer *self,
        KqObject *coupon)
{
  gint64 cap = kq_object_get_int (coupon, KQ_COUPON_MAX_DISCOUNT);
  g_autofree char *money = NULL;

  if (cap <= 0 || kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_PERCENT)
    return NULL;

  money = kq_viewer_money (self, cap);
  /* Translators: the most that a coupon takes off */
  return g_strdup_printf (_("up to %s off"), money);
}

static char *
products_of (KqViewer *self,
             KqObject *coupon)
{
  const char * const *ids = kq_object_get_texts (coupon, KQ_COUPON_PRODUCTS);
  guint n = g_strv_length ((char **) ids);
  KqObject *product;

  if (kq_object_get_choice (coupon, KQ_COUPON_SCOPE) != KQ_SCOPE_PRODUCT || n == 0)
    return NULL;
  if (n > 1)
    return g_strdup_printf (ngettext ("for %u product", "for %u products", n), n);

  product = kq_list_find (kq_viewer_list (self, KQ_CAMPAIGN_PRODUCTS), ids[0]);

  return product != NULL
         ? kq_view_short_text (kq_object_get_text (product, KQ_PRODUCT_NAME), KQ_VIEW_MAX_NAME)
         : NULL;
}

static char *
detail_of (KqViewer *self,
           KqObject *coupon)
{
  g_autofree char *threshold = threshold_of (self, coupon);
  g_autofree char *cap = cap_of (self, coupon);
  g_autofree char *products = products_of (self, coupon);
  g_autofree char *worth = kq_view_join (threshold, cap);

  return kq_view_join (worth, products);
}

static char *
use_time_of (KqViewer *self,
             KqObject *coupon)
{
  gint64 days = kq_object_get_int (coupon, KQ_COUPON_USE_DAYS);
  KqTime end = kq_object_get_time (coupon, KQ_COUPON_USE_END);
  g_autofree char *day = NULL;

  if (kq_object_get_choice (coupon, KQ_COUPON_VALIDITY) == KQ_COUPON_VALIDITY_DAYS)
    return days > 0 ? g_strdup_printf (ngettext ("valid %d day", "valid %d days", days),
                                       (int) MIN (days, G_MAXINT))
                    : NULL;
  if (!kq_time_is_set (end))
    return NULL;

  day = kq_viewer_day (self, end);
  /* Translators: a date */
  return g_strdup_printf (_("use by %s"), day);
}

static char *
limit_of (KqObject *coupon)
{
  gint64 n = MAX (kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER), 1);

  return g_strdup_printf (_("%d each"), (int) MIN (n, G_MAXINT));
}

static char *
opening_of (KqViewer *self,
            KqObject *coupon)
{
  KqTime start = kq_object_get_time (coupon, KQ_COUPON_CLAIM_START);
  g_autofree char *day = kq_viewer_day (self, start);

  /* Translators: a date, from which a coupon can be claimed */
  return g_strdup_printf (_("Claim from %s"), day);
}

static char *
when_of (KqViewer     *self,
         KqObject     *coupon,
         KqViewStatus  status)
{
  g_autofree char *use_time = use_time_of (self, coupon);
  g_autofree char *each = limit_of (coupon);
  g_autofree char *period = NULL;
  g_autofree char *names = NULL;

  if (status == KQ_VIEW_STATUS_CLAIMED)
    return g_steal_pointer (&use_time);
  if (status == KQ_VIEW_STATUS_NOT_YET)
    return opening_of (self, coupon);
  if (status == KQ_VIEW_STATUS_HIGHER_LEVEL)
    {
      names = kq_viewer_level_names (self, kq_object_get_texts (coupon, KQ_COUPON_LEVELS));
      return *names != '\0' ? g_strdup_printf (_("Only %s"), names) : NULL;
    }

  period = kq_viewer_period (self, kq_object_get_time (coupon, KQ_COUPON_CLAIM_START),
                             kq_object_get_time (coupon, KQ_COUPON_CLAIM_END));
  if (use_time != NULL && kq_object_get_choice (coupon, KQ_COUPON_VALIDITY) == KQ_COUPON_VALIDITY_DAYS)
    {
      g_autofree char *valid = kq_view_join (period, use_time);

      return kq_view_join (valid, each);
    }

  return kq_view_join (period, each);
}

/* MF-29: on Taobao and Tmall a buyer sees which coupons count. */
static const char *
mark_of (KqObject *coupon)
{
  int platform = kq_object_get_choice (coupon, KQ_COUPON_PLATFORM);

  if (platform != KQ_PLATFORM_TAOBAO && platform != KQ_PLATFORM_TMALL)
    return NULL;
  if (kq_object_get_choice (coupon, KQ_COUPON_SCOPE) != KQ_SCOPE_SHOP)
    return NULL;

  return _("Not counted in the lowest transaction price");
}

void
kq_viewer_set_status (KqViewItem   *item,
                      KqViewStatus  status)
{
  item->status = status;
  g_free (item->action);
  item->action = g_strdup (kq_view_status_label (status));
}

KqViewItem *
kq_viewer_coupon_item (KqViewer     *self,
                       KqObject     *coupon,
                       KqViewStatus  status)
{
  const char *id = kq_object_get_id (coupon);
  char *name = kq_view_short_text (kq_object_get_text (coupon, KQ_COUPON_NAME), KQ_VIEW_MAX_NAME);
  KqViewItem *item = kq_view_item_new (KQ_VIEW_ITEM_COUPON, status, id, name);
  guint n = kq_viewer_count_claimed (self, id);

  item->coupon = g_strdup (id);
  if (self->coupons != NULL)
    return item;

  item->face = face_of (self, coupon);
  item->detail = detail_of (self, coupon);
  item->when = when_of (self, coupon, status);
  item->mark = g_strdup (mark_of (coupon));
  item->link = g_strdup (kq_object_get_text (coupon, KQ_COUPON_SHORT_LINK));
  kq_viewer_set_status (item, status);
  if (status == KQ_VIEW_STATUS_CLAIMABLE && n > 0)
    {
      g_free (item->action);
      item->action = g_strdup (C_("button on a coupon", "Claim again"));
    }
  kq_viewer_explain (self, coupon);

  return item;
}

static KqViewReason
coupon_reason (KqViewer *self,
               KqObject *coupon)
{
  if (kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_VOIDED)
    return KQ_VIEW_REASON_VOIDED;

  switch (kq_object_get_choice (coupon, KQ_COUPON_PURPOSE))
    {
    case KQ_PURPOSE_PUSH:
      return KQ_VIEW_REASON_PUSHED_ONLY;
    case KQ_PURPOSE_GIFT_PACK:
      return KQ_VIEW_REASON_IN_PACK;
    case KQ_PURPOSE_FISSION_SHARER:
    case KQ_PURPOSE_FISSION_INVITEE:
      return KQ_VIEW_REASON_IN_FISSION;
    default:
      return kq_persona_is_member (self->query->persona) ? KQ_VIEW_REASON_NOT_LISTED
                                                         : KQ_VIEW_REASON_NOT_MEMBER;
    }
}

/* Says of every coupon of the platform that isn't on the page why not. */
void
kq_viewer_explain_coupons (KqViewer *self)
{
  KqList *coupons = kq_viewer_list (self, KQ_CAMPAIGN_COUPONS);

  if (self->coupons != NULL)
    return;

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);

      if (kq_viewer_is_own (self, coupon, KQ_COUPON_PLATFORM) &&
          !g_hash_table_contains (self->explained, coupon))
        kq_viewer_absent (self, coupon, kq_object_get_text (coupon, KQ_COUPON_NAME),
                          coupon_reason (self, coupon));
    }
}
