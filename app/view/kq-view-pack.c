/* kq-view-pack.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-gift-pack.h"
#include "kq-gift.h"
#include "kq-member-center.h"
#include "kq-shop.h"
#include "kq-view-private.h"

/* Gift packs, and the pop-up in which they are claimed. */

static gboolean
is_for_new (KqObject *pack)
{
  return kq_object_get_choice (pack, KQ_GIFT_PACK_AUDIENCE) == KQ_PACK_AUDIENCE_NEW_MEMBERS;
}

/* TM-13, TM-11: when one part of it is gone, all of it is. */
static gboolean
is_used_up (KqViewer *self,
            KqObject *pack)
{
  const char * const *coupons = kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS);
  g_autofree char *gift = g_strconcat (kq_object_get_id (pack), "/gift", NULL);

  if (kq_viewer_is_used_up (self, kq_object_get_id (pack)))
    return TRUE;
  if (kq_object_get_child (pack, KQ_GIFT_PACK_GIFT) != NULL && kq_viewer_is_gift_gone (self, gift))
    return TRUE;
  for (guint i = 0; coupons[i] != NULL; i++)
    if (kq_viewer_is_used_up (self, coupons[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_empty (KqObject *pack)
{
  const char * const *coupons = kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS);

  return coupons[0] == NULL && kq_object_get_child (pack, KQ_GIFT_PACK_GIFT) == NULL;
}

/* TM-01, TM-16, TM-27: whether the persona counts as new to this pack. */
static KqViewReason
newness_reason (KqViewer *self,
                KqObject *pack)
{
  KqTime start = kq_object_get_time (pack, KQ_GIFT_PACK_START);

  if (!kq_viewer_joined_first (self))
    return KQ_VIEW_REASON_REJOINED;
  if (self->query->joined_for > KQ_VIEW_NEW_MEMBER_SECONDS)
    return KQ_VIEW_REASON_JOINED_TOO_LONG_AGO;
  if (kq_time_is_set (start) && kq_time_compare (kq_viewer_joined_at (self), start) < 0)
    return kq_viewer_is_before (self, start) ? KQ_VIEW_REASON_NOT_YET
                                             : KQ_VIEW_REASON_JOINED_BEFORE;

  return KQ_VIEW_REASON_NONE;
}

/* TM-28: the custom edition's new members must come to the official address,
 * or the pop-up there never meets them. */
static gboolean
is_astray (KqViewer *self,
           KqObject *pack)
{
  const char *url = kq_object_get_text (pack, KQ_GIFT_PACK_JOIN_URL);

  if (*url == '\0' && self->center != NULL)
    url = kq_object_get_text (self->center, KQ_MEMBER_CENTER_JOIN_URL);

  return *url != '\0' && self->query->profiles != NULL && self->shop != NULL &&
         kq_view_is_family (self->query->platform) &&
         kq_object_get_choice (self->shop, KQ_SHOP_EDITION) == KQ_EDITION_CUSTOM &&
         !kq_profiles_is_join_address (self->query->profiles, self->query->platform, url);
}

/* TM-18, TM-21: who else gets it. */
static KqViewReason
member_reason (KqViewer *self,
               KqObject *pack)
{
  if (kq_viewer_is_before (self, kq_object_get_time (pack, KQ_GIFT_PACK_START)))
    return KQ_VIEW_REASON_NOT_YET;
  if (!kq_viewer_has_level (self, kq_object_get_texts (pack, KQ_GIFT_PACK_LEVELS)))
    return KQ_VIEW_REASON_LEVEL;

  return KQ_VIEW_REASON_NONE;
}

/* Why the persona can't claim the pack. */
static KqViewReason
pack_reason (KqViewer *self,
             KqObject *pack)
{
  KqViewReason reason;

  if (kq_object_get_choice (pack, KQ_GIFT_PACK_STATE) == KQ_STATE_VOIDED)
    return KQ_VIEW_REASON_VOIDED;
  if (!kq_persona_is_member (self->query->persona))
    return KQ_VIEW_REASON_NOT_MEMBER;
  reason = is_for_new (pack) ? newness_reason (self, pack) : member_reason (self, pack);
  if (reason != KQ_VIEW_REASON_NONE)
    return reason;
  if (kq_object_get_choice (pack, KQ_GIFT_PACK_STATE) == KQ_STATE_ENDED ||
      kq_viewer_is_after (self, kq_object_get_time (pack, KQ_GIFT_PACK_END)))
    return KQ_VIEW_REASON_OVER;
  if (is_empty (pack))
    return KQ_VIEW_REASON_EMPTY;
  if (is_for_new (pack) && is_astray (self, pack))
    return KQ_VIEW_REASON_JOIN_LINK;
  if (kq_viewer_count_claimed (self, kq_object_get_id (pack)) > 0)
    return KQ_VIEW_REASON_CLAIMED;
  if (is_used_up (self, pack))
    return KQ_VIEW_REASON_USED_UP;

  return KQ_VIEW_REASON_NONE;
}

static char *
content_of (KqObject *pack)
{
  guint n = g_strv_length ((char **) kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS));
  gboolean has_gift = kq_object_get_child (pack, KQ_GIFT_PACK_GIFT) != NULL;
  g_autofree char *coupons = NULL;

  if (n > 0)
    coupons = g_strdup_printf (ngettext ("%u coupon", "%u coupons", n), n);

  return kq_view_join (coupons, has_gift ? _("1 gift") : NULL);
}

static KqViewItem *
pack_item (KqViewer     *self,
           KqObject     *pack,
           KqViewReason  reason)
{
  KqViewStatus status = reason == KQ_VIEW_REASON_CLAIMED ? KQ_VIEW_STATUS_CLAIMED
                                                         : KQ_VIEW_STATUS_CLAIMABLE;
  char *name = kq_view_short_text (kq_object_get_text (pack, KQ_GIFT_PACK_NAME), KQ_VIEW_MAX_NAME);
  KqViewItem *item = kq_view_item_new (KQ_VIEW_ITEM_PACK, status, kq_object_get_id (pack), name);

  item->detail = content_of (pack);
  item->when = kq_viewer_period (self, kq_object_get_time (pack, KQ_GIFT_PACK_START),
                                 kq_object_get_time (pack, KQ_GIFT_PACK_END));
  kq_viewer_set_status (item, status);
  kq_viewer_explain (self, pack);

  return item;
}

/* Puts the packs that the persona can claim, or has claimed, on the page. */
void
kq_viewer_collect_packs (KqViewer    *self,
                         KqViewBlock *newcomer,
                         KqViewBlock *members)
{
  KqList *packs = kq_viewer_list (self, KQ_CAMPAIGN_GIFT_PACKS);

  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);
      KqViewBlock *block = is_for_new (pack) ? newcomer : members;
      KqViewReason reason;

      if (!kq_viewer_is_own (self, pack, KQ_GIFT_PACK_PLATFORM))
        continue;

      reason = pack_reason (self, pack);
      if (block == NULL && reason == KQ_VIEW_REASON_NONE)
        reason = kq_viewer_closed_reason (self);
      if (block != NULL && (reason == KQ_VIEW_REASON_NONE || reason == KQ_VIEW_REASON_CLAIMED))
        g_ptr_array_add (block->items, pack_item (self, pack, reason));
      else
        kq_viewer_absent (self, pack, kq_object_get_text (pack, KQ_GIFT_PACK_NAME), reason);
    }
}

/* TM-23: the window of its own in which a pack pops up; without one, the
 * pack's period. */
static KqViewReason
popup_reason (KqViewer *self,
              KqObject *pack)
{
  KqViewReason reason = pack_reason (self, pack);

  if (reason != KQ_VIEW_REASON_NONE)
    return reason;
  if (kq_viewer_is_before (self, kq_object_get_time (pack, KQ_GIFT_PACK_POPUP_START)))
    return KQ_VIEW_REASON_NOT_YET;
  if (kq_viewer_is_after (self, kq_object_get_time (pack, KQ_GIFT_PACK_POPUP_END)))
    return KQ_VIEW_REASON_OVER;

  return KQ_VIEW_REASON_NONE;
}

/* TM-07: one of each coupon, whatever the coupon's own limit. */
static void
add_coupons (KqViewer    *self,
             KqObject    *pack,
             KqViewBlock *block)
{
  const char * const *ids = kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KqObject *coupon = kq_viewer_coupon (self, ids[i]);
      KqViewItem *item;

      if (coupon == NULL || !kq_viewer_is_own (self, coupon, KQ_COUPON_PLATFORM) ||
          kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_VOIDED)
        continue;
      item = kq_viewer_coupon_item (self, coupon, KQ_VIEW_STATUS_CLAIMABLE);
      g_clear_pointer (&item->action, g_free);
      g_free (item->when);
      item->when = g_strdup (_("1 each"));
      g_ptr_array_add (block->items, item);
    }
}

/* TM-14: the gift is ordered for one fen. */
static void
add_gift (KqViewer    *self,
          KqObject    *pack,
          KqViewBlock *block)
{
  KqObject *gift = kq_object_get_child (pack, KQ_GIFT_PACK_GIFT);
  g_autofree char *price = kq_viewer_money (self, 1);
  g_autofree char *id = g_strconcat (kq_object_get_id (pack), "/gift", NULL);
  KqViewItem *item;

  if (gift == NULL)
    return;

  item = kq_view_item_new (KQ_VIEW_ITEM_GIFT, KQ_VIEW_STATUS_CLAIMABLE, id,
                           kq_view_short_text (kq_object_get_text (gift, KQ_GIFT_NAME),
                                               KQ_VIEW_MAX_NAME));
  item->face = g_steal_pointer (&price);
  item->detail = g_strdup (_("Gift, ordered at this price"));
  item->link = g_strdup (kq_object_get_text (gift, KQ_GIFT_URL));
  g_ptr_array_add (block->items, item);
}

/* TM-17: it looks like a draw, but all of it is granted. */
static KqViewBlock *
popup_block (KqViewer *self,
             KqObject *pack)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_PACK, _("All of it is yours!"));

  block->id = g_strdup (kq_object_get_id (pack));
  block->text = kq_view_short_text (kq_object_get_text (pack, KQ_GIFT_PACK_NAME),
                                    KQ_VIEW_MAX_NAME);
  block->note = g_strdup (_("No draw: everything in the pack is granted"));
  block->action = g_strdup (_("Claim all"));
  add_coupons (self, pack, block);
  add_gift (self, pack, block);

  return block;
}

static char *
no_popup_note (KqObject     *pack,
               KqViewReason  reason)
{
  g_autofree char *name = NULL;

  if (pack == NULL)
    return g_strdup (_("No pop-up: the platform has no gift pack"));

  name = kq_view_short_text (kq_object_get_text (pack, KQ_GIFT_PACK_NAME), KQ_VIEW_MAX_NAME);
  /* Translators: the name of a gift pack, and why it doesn't pop up */
  return g_strdup_printf (_("No pop-up of “%s”: %s"), name, kq_view_reason_text (reason));
}

/* TM-24: the first visit to the member center brings the pop-up, the
 * new-member pack's before the other. */
void
kq_viewer_add_popup (KqViewer *self)
{
  KqList *packs = kq_viewer_list (self, KQ_CAMPAIGN_GIFT_PACKS);
  KqObject *missed = NULL;
  KqObject *shown = NULL;
  KqViewReason missed_reason = KQ_VIEW_REASON_NONE;

  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);
      KqViewReason reason;

      if (!kq_viewer_is_own (self, pack, KQ_GIFT_PACK_PLATFORM))
        continue;
      reason = popup_reason (self, pack);
      if (reason == KQ_VIEW_REASON_NONE && (shown == NULL || (is_for_new (pack) && !is_for_new (shown))))
        shown = pack;
      if (reason != KQ_VIEW_REASON_NONE && missed == NULL)
        {
          missed = pack;
          missed_reason = reason;
        }
    }

  if (shown != NULL)
    self->view->popup = popup_block (self, shown);
  else if (self->view->note == NULL)
    self->view->note = no_popup_note (missed, missed_reason);
}

/* TB-16, TB-17: whether there is a pack for new members, on either of Taobao
 * and Tmall, that hasn't ended. */
gboolean
kq_viewer_has_new_pack (KqViewer *self)
{
  KqList *packs = kq_viewer_list (self, KQ_CAMPAIGN_GIFT_PACKS);

  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);
      int platform = kq_object_get_choice (pack, KQ_GIFT_PACK_PLATFORM);

      if (is_for_new (pack) &&
          kq_view_is_family (platform) &&
          kq_object_get_choice (pack, KQ_GIFT_PACK_STATE) != KQ_STATE_VOIDED &&
          !kq_viewer_is_after (self, kq_object_get_time (pack, KQ_GIFT_PACK_END)))
        return TRUE;
    }

  return FALSE;
}
