/* kq-view-center.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-benefit.h"
#include "kq-coupon.h"
#include "kq-level.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-poster.h"
#include "kq-shop.h"
#include "kq-view-private.h"

/* The member center. On Taobao and Tmall it is decorated: what is for new
 * members, posters, card, benefits, coupons (TB-08, TB-31). On Douyin and in
 * the mini-program it has a card and coupons. */

static gboolean
is_published (KqViewer *self)
{
  KqTime published;

  if (self->center == NULL)
    return FALSE;
  published = kq_object_get_time (self->center, KQ_MEMBER_CENTER_PUBLISHED_AT);

  return kq_time_is_set (published) && !kq_viewer_is_before (self, published);
}

static char *
next_level_note (KqViewer *self)
{
  guint i;
  g_autofree char *condition = NULL;

  if (self->level == NULL || !g_ptr_array_find (self->levels, self->level, &i) ||
      i + 1 >= self->levels->len)
    return NULL;
  condition = kq_viewer_level_condition (self, self->levels->pdata[i + 1]);
  if (condition == NULL)
    return NULL;

  /* Translators: the name of the next member level, and what it asks for */
  return g_strdup_printf (_("Next: %s · %s"),
                          kq_object_get_text (self->levels->pdata[i + 1], KQ_LEVEL_NAME),
                          condition);
}

static char *
since_note (KqViewer *self)
{
  g_autofree char *day = kq_viewer_day (self, kq_viewer_joined_at (self));

  /* Translators: a date */
  return g_strdup_printf (_("Member since %s"), day);
}

static void
fill_member (KqViewer    *self,
             KqViewBlock *block)
{
  gint64 percent;
  g_autofree char *name = NULL;
  g_autofree char *discount = NULL;

  block->tag = since_note (self);
  if (self->level == NULL)
    {
      block->text = g_strdup (_("Member"));
      return;
    }

  percent = kq_object_get_int (self->level, KQ_LEVEL_PERCENT);
  name = kq_view_short_text (kq_object_get_text (self->level, KQ_LEVEL_NAME), KQ_VIEW_MAX_NAME);
  if (percent > 0 && percent < 100)
    discount = kq_viewer_percent (percent);
  block->text = kq_view_join (name, discount);
  block->note = next_level_note (self);
}

/* TB-11: one of four colours, or a picture. */
static void
fill_face (KqViewer    *self,
           KqViewBlock *block)
{
  gint64 preset = kq_object_get_int (self->center, KQ_MEMBER_CENTER_FACE_PRESET);
  const char *image = kq_object_get_text (self->center, KQ_MEMBER_CENTER_FACE_IMAGE);

  if (preset == 0 && *image != '\0')
    {
      block->preset = 0;
      block->image = g_strdup (image);
    }
  else if (preset >= 1 && preset <= 4)
    block->preset = preset;
}

KqViewBlock *
kq_viewer_card_block (KqViewer *self)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_CARD, NULL);

  block->title = kq_view_short_text (kq_viewer_shop_name (self), KQ_VIEW_MAX_NAME);
  block->preset = 1 + (int) self->query->platform % 4;
  if (self->center != NULL)
    fill_face (self, block);
  if (kq_persona_is_member (self->query->persona))
    fill_member (self, block);
  else
    block->text = g_strdup (_("Not a member yet"));

  return block;
}

static void
add_posters (KqViewer *self)
{
  KqList *posters = kq_object_get_list (self->center, KQ_MEMBER_CENTER_POSTERS);
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_POSTERS, NULL);

  for (guint i = 0; i < kq_list_get_length (posters); i++)
    {
      KqObject *poster = kq_list_get (posters, i);
      const char *image = kq_object_get_text (poster, KQ_POSTER_IMAGE);
      /* Translators: a poster of a carousel, the first, second or third */
      char *title = g_strdup_printf (_("Poster %u"), i + 1);
      KqViewItem *item = kq_view_item_new (KQ_VIEW_ITEM_POSTER, KQ_VIEW_STATUS_PLAIN,
                                           kq_object_get_id (poster), title);

      if (*image != '\0')
        item->image = g_strdup (image);
      item->link = g_strdup (kq_object_get_text (poster, KQ_POSTER_LINK));
      g_ptr_array_add (block->items, item);
    }
  kq_viewer_add_items (self, block);
}

/* TB-15, TB-16: the level is too low, or what it leads to isn't there. */
static gboolean
can_enjoy (KqViewer *self,
           KqObject *benefit)
{
  if (!kq_viewer_has_level (self, kq_object_get_texts (benefit, KQ_BENEFIT_LEVELS)))
    return FALSE;

  switch (kq_object_get_choice (benefit, KQ_BENEFIT_KIND))
    {
    case KQ_BENEFIT_KIND_JOIN_GIFT:
      return kq_viewer_has_new_pack (self);
    case KQ_BENEFIT_KIND_EXCLUSIVE_COUPON:
      return kq_viewer_has_activity (self, FALSE);
    case KQ_BENEFIT_KIND_EXCLUSIVE_GIFT:
      return kq_viewer_has_activity (self, TRUE);
    default:
      return TRUE;
    }
}

/* TB-27: where the shop has the service tool, the page leads to using it. */
static gboolean
leads_to_service (KqViewer *self,
                  KqObject *benefit)
{
  return kq_object_get_choice (benefit, KQ_BENEFIT_KIND) == KQ_BENEFIT_KIND_EXCLUSIVE_SERVICE &&
         self->shop != NULL && kq_object_get_bool (self->shop, KQ_SHOP_SERVICE_TOOL);
}

static KqViewItem *
benefit_item (KqViewer *self,
              KqObject *benefit)
{
  int choice = kq_object_get_choice (benefit, KQ_BENEFIT_KIND);
  const char *title = kq_object_get_text (benefit, KQ_BENEFIT_TITLE);
  gboolean enjoyed = can_enjoy (self, benefit);
  KqViewItem *item;

  if (*title == '\0' && choice >= 0)
    title = kq_object_get_word_label (benefit, KQ_BENEFIT_KIND, choice);
  item = kq_view_item_new (KQ_VIEW_ITEM_BENEFIT,
                           enjoyed ? KQ_VIEW_STATUS_PLAIN : KQ_VIEW_STATUS_HIGHER_LEVEL,
                           kq_object_get_id (benefit),
                           kq_view_short_text (title, KQ_VIEW_MAX_NAME));
  item->variant = choice >= 0 ? choice : KQ_BENEFIT_KIND_OTHER;
  if (!enjoyed)
    item->detail = g_strdup (_("Not available at your level"));
  else if (leads_to_service (self, benefit))
    item->action = g_strdup (_("Activate"));

  return item;
}

static void
add_benefits (KqViewer *self)
{
  KqList *benefits = kq_object_get_list (self->center, KQ_MEMBER_CENTER_BENEFITS);
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_BENEFITS, _("Member benefits"));

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);

      if (kq_object_get_bool (benefit, KQ_BENEFIT_ENABLED))
        g_ptr_array_add (block->items, benefit_item (self, benefit));
      else
        kq_viewer_absent (self, benefit, kq_object_get_text (benefit, KQ_BENEFIT_TITLE),
                          KQ_VIEW_REASON_SWITCHED_OFF);
    }

  /* In the order of the campaign, not by what can be enjoyed. */
  if (block->items->len > 0)
    kq_viewer_add_block (self, block);
  else
    kq_view_block_free (block);
}

/* DY-02: somebody who joined longer ago has had the one join gift. */
static KqViewReason
newcomer_reason (KqViewer *self)
{
  if (!kq_viewer_joined_first (self))
    return KQ_VIEW_REASON_REJOINED;
  if (self->query->persona != KQ_PERSONA_NEW &&
      self->query->joined_for > KQ_VIEW_NEW_MEMBER_SECONDS)
    return KQ_VIEW_REASON_JOINED_TOO_LONG_AGO;

  return KQ_VIEW_REASON_NONE;
}

static void
collect_newcomer_coupon (KqViewer    *self,
                         KqObject    *coupon,
                         KqViewBlock *newcomer)
{
  KqViewReason reason = newcomer_reason (self);

  if (newcomer == NULL && reason == KQ_VIEW_REASON_NONE)
    reason = kq_viewer_closed_reason (self);
  if (reason != KQ_VIEW_REASON_NONE)
    kq_viewer_absent (self, coupon, kq_object_get_text (coupon, KQ_COUPON_NAME), reason);
  else
    g_ptr_array_add (newcomer->items,
                     kq_viewer_coupon_item (self, coupon,
                                            kq_viewer_coupon_status (self, coupon, 1)));
}

/* Coupons that are shown without an activity that lists them. */
static void
collect_coupon (KqViewer    *self,
                KqObject    *coupon,
                KqViewBlock *newcomer,
                KqViewBlock *coupons,
                KqViewBlock *pushed)
{
  gboolean listed = !kq_view_is_family (self->query->platform);
  KqViewBlock *block = NULL;

  switch (kq_object_get_choice (coupon, KQ_COUPON_PURPOSE))
    {
    case KQ_PURPOSE_JOIN_GIFT:
      collect_newcomer_coupon (self, coupon, newcomer);
      return;
    case KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE:
      if (listed)
        collect_newcomer_coupon (self, coupon, newcomer);
      return;
    case KQ_PURPOSE_MEMBER_EXCLUSIVE:
      block = coupons;
      break;
    case KQ_PURPOSE_PUSH:
      listed = kq_viewer_is_pushed (self);
      block = pushed;
      break;
    default:
      break;
    }

  if (listed && block != NULL)
    g_ptr_array_add (block->items,
                     kq_viewer_coupon_item (self, coupon,
                                            kq_viewer_coupon_status (self, coupon, 0)));
}

static void
collect_coupons (KqViewer    *self,
                 KqViewBlock *newcomer,
                 KqViewBlock *coupons,
                 KqViewBlock *pushed)
{
  KqList *list = kq_viewer_list (self, KQ_CAMPAIGN_COUPONS);
  guint n = self->coupons != NULL ? self->coupons->len : kq_list_get_length (list);

  for (guint i = 0; i < n; i++)
    {
      KqObject *coupon = self->coupons != NULL ? self->coupons->pdata[i] : kq_list_get (list, i);

      if (kq_viewer_is_own (self, coupon, KQ_COUPON_PLATFORM) &&
          kq_object_get_choice (coupon, KQ_COUPON_STATE) != KQ_STATE_VOIDED)
        collect_coupon (self, coupon, newcomer, coupons, pushed);
    }
}

/* In the mini-program the cards of the campaign stand for the member's. */
static void
add_cards (KqViewer *self)
{
  KqList *cards = kq_viewer_list (self, KQ_CAMPAIGN_MEMBER_CARDS);
  gboolean any = FALSE;

  for (guint i = 0; i < kq_list_get_length (cards); i++)
    {
      KqObject *card = kq_list_get (cards, i);
      KqViewStatus status;

      if (!kq_viewer_is_own (self, card, KQ_MEMBER_CARD_PLATFORM) ||
          kq_object_get_choice (card, KQ_MEMBER_CARD_STATE) == KQ_STATE_VOIDED)
        continue;
      kq_viewer_add_block (self, kq_viewer_member_card_block (self, card, &status));
      any = TRUE;
    }
  if (!any)
    kq_viewer_add_block (self, kq_viewer_card_block (self));
}

/* MF-40: who decorated nothing shows nothing, but what was pushed. */
static void
build_unpublished (KqViewer *self)
{
  KqViewBlock *pushed = kq_view_block_new (KQ_VIEW_BLOCK_COUPONS, _("Yours from the message"));
  KqViewBlock *notice = kq_view_block_new (KQ_VIEW_BLOCK_NOTICE,
                                           _("Nothing to see here yet"));

  self->view->note = g_strdup (_("The member center isn’t published at this moment: buyers see "
                                 "nothing of it"));
  notice->text = g_strdup (_("This shop hasn't opened its member center."));
  kq_viewer_collect_activities (self, NULL, NULL, pushed);
  kq_viewer_collect_packs (self, NULL, NULL);
  collect_coupons (self, NULL, NULL, pushed);
  kq_viewer_add_items (self, pushed);
  kq_viewer_add_block (self, notice);
}

static void
build_open (KqViewer *self)
{
  KqViewBlock *newcomer = kq_view_block_new (KQ_VIEW_BLOCK_NEWCOMER, _("For new members"));
  KqViewBlock *members = kq_view_block_new (KQ_VIEW_BLOCK_COUPONS, _("Member pack"));
  KqViewBlock *pushed = kq_view_block_new (KQ_VIEW_BLOCK_COUPONS, _("Yours from the message"));
  KqViewBlock *coupons = kq_view_block_new (KQ_VIEW_BLOCK_COUPONS, _("Exclusive coupons"));
  gboolean decorated = kq_view_is_family (self->query->platform);

  kq_viewer_collect_packs (self, newcomer, members);
  if (decorated)
    kq_viewer_collect_activities (self, newcomer, coupons, pushed);
  collect_coupons (self, newcomer, coupons, pushed);

  kq_viewer_add_items (self, newcomer);
  if (decorated)
    {
      add_posters (self);
      kq_viewer_add_block (self, kq_viewer_card_block (self));
      add_benefits (self);
    }
  else
    add_cards (self);
  kq_viewer_add_items (self, pushed);
  kq_viewer_add_items (self, members);
  kq_viewer_add_items (self, coupons);
}

void
kq_viewer_build_center (KqViewer *self)
{
  gboolean decorated = kq_view_is_family (self->query->platform);
  gboolean open = !decorated || is_published (self);

  if (!kq_persona_is_member (self->query->persona))
    {
      self->view->note = g_strdup (_("Not a member: the join page opens"));
      kq_viewer_build_join (self);
      return;
    }

  self->view->title = g_strdup (_("Member center"));
  self->view->draft = !open;
  if (!open && self->query->drafts && self->center != NULL)
    {
      self->view->note = g_strdup (_("Not published at this moment: buyers don’t see this yet"));
      open = TRUE;
    }
  if (open)
    build_open (self);
  else
    build_unpublished (self);
  if (open && self->query->page == KQ_VIEW_PAGE_POPUP)
    kq_viewer_add_popup (self);
  kq_viewer_explain_coupons (self);
}
