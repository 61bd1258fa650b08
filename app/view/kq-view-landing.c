/* kq-view-landing.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-block.h"
#include "kq-coupon.h"
#include "kq-landing-page.h"
#include "kq-product.h"
#include "kq-view-private.h"

/* A landing page, its blocks in the order in which they were put (MF-49). */

static gboolean
is_for_members (KqObject *coupon)
{
  int purpose = kq_object_get_choice (coupon, KQ_COUPON_PURPOSE);

  return purpose == KQ_PURPOSE_MEMBER_EXCLUSIVE || purpose == KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE ||
         purpose == KQ_PURPOSE_JOIN_GIFT;
}

static gboolean
is_for_returning_only (KqViewer *self,
                       KqObject *coupon)
{
  KqPersonaKind persona = self->query->persona;

  return kq_object_get_bool (coupon, KQ_COUPON_RETURNING_ONLY) &&
         (persona == KQ_PERSONA_VISITOR || persona == KQ_PERSONA_VISITOR_BELOW ||
          persona == KQ_PERSONA_NEW);
}

static void
refuse (KqViewItem *item,
        const char *why)
{
  if (item->status != KQ_VIEW_STATUS_CLAIMABLE)
    return;

  kq_viewer_set_status (item, KQ_VIEW_STATUS_HIGHER_LEVEL);
  g_free (item->action);
  item->action = g_strdup (why);
}

/* MF-27, MF-53: a member's coupon is claimed by joining first. */
static void
adapt_to_persona (KqViewer   *self,
                  KqObject   *coupon,
                  KqViewItem *item)
{
  KqPersonaKind persona = self->query->persona;

  if (is_for_returning_only (self, coupon))
    refuse (item, _("Returning buyers only"));
  else if (is_for_members (coupon) && persona == KQ_PERSONA_VISITOR_BELOW)
    refuse (item, _("Members only"));
  else if (is_for_members (coupon) && !kq_persona_is_member (persona) &&
           item->status == KQ_VIEW_STATUS_CLAIMABLE)
    {
      g_free (item->action);
      item->action = g_strdup (_("Join and claim"));
      item->joins = TRUE;
    }
}

static KqViewBlock *
coupon_block (KqViewer *self,
              KqObject *block)
{
  KqObject *coupon = kq_viewer_coupon (self, kq_object_get_text (block, KQ_BLOCK_COUPON));
  KqViewBlock *made;
  KqViewItem *item;

  if (coupon == NULL || kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_VOIDED ||
      !kq_viewer_is_own (self, coupon, KQ_COUPON_PLATFORM))
    return NULL;

  made = kq_view_block_new (KQ_VIEW_BLOCK_COUPONS, NULL);
  made->tone = kq_object_get_choice (block, KQ_BLOCK_TONE);
  item = kq_viewer_coupon_item (self, coupon, kq_viewer_coupon_status (self, coupon, 0));
  adapt_to_persona (self, coupon, item);
  g_ptr_array_add (made->items, item);

  return made;
}

static KqViewItem *
product_item (KqViewer *self,
              KqObject *product)
{
  const char *image = kq_object_get_text (product, KQ_PRODUCT_IMAGE);
  KqViewItem *item = kq_view_item_new (KQ_VIEW_ITEM_PRODUCT, KQ_VIEW_STATUS_PLAIN,
                                       kq_object_get_id (product),
                                       kq_view_short_text (kq_object_get_text (product, KQ_PRODUCT_NAME),
                                                           KQ_VIEW_MAX_NAME));

  item->face = kq_viewer_money (self, kq_object_get_int (product, KQ_PRODUCT_PRICE));
  item->image = *image != '\0' ? g_strdup (image) : NULL;
  item->link = g_strdup (kq_object_get_text (product, KQ_PRODUCT_SHORT_LINK));

  return item;
}

static KqViewBlock *
products_block (KqViewer *self,
                KqObject *block)
{
  const char * const *ids = kq_object_get_texts (block, KQ_BLOCK_PRODUCTS);
  KqViewBlock *made = kq_view_block_new (KQ_VIEW_BLOCK_PRODUCTS, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KqObject *product = kq_list_find (kq_viewer_list (self, KQ_CAMPAIGN_PRODUCTS), ids[i]);

      if (product != NULL)
        g_ptr_array_add (made->items, product_item (self, product));
    }

  return made;
}

static KqViewBlock *
make_block (KqViewer *self,
            KqObject *block)
{
  const char *image;
  KqViewBlock *made;

  switch (kq_object_get_choice (block, KQ_BLOCK_KIND))
    {
    case KQ_BLOCK_KIND_COUPON:
      return coupon_block (self, block);
    case KQ_BLOCK_KIND_PRODUCTS:
      return products_block (self, block);
    case KQ_BLOCK_KIND_IMAGE:
      image = kq_object_get_text (block, KQ_BLOCK_IMAGE);
      made = kq_view_block_new (KQ_VIEW_BLOCK_IMAGE, NULL);
      made->image = *image != '\0' ? g_strdup (image) : NULL;
      return made;
    case KQ_BLOCK_KIND_TEXT:
      return kq_view_block_new (KQ_VIEW_BLOCK_TEXT, NULL);
    default:
      return NULL;
    }
}

/* MF-51: a page says whose it is. */
static void
add_owner (KqViewer *self)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_TEXT, NULL);

  /* Translators: the name of a shop */
  block->note = g_strdup_printf (_("A page of %s"), kq_viewer_shop_name (self));
  kq_viewer_add_block (self, block);
}

void
kq_viewer_build_landing (KqViewer *self,
                         KqObject *page)
{
  KqList *blocks = kq_object_get_list (page, KQ_LANDING_PAGE_BLOCKS);

  self->view->title = kq_view_short_text (kq_object_get_text (page, KQ_LANDING_PAGE_TITLE),
                                          KQ_VIEW_MAX_NAME);
  if (kq_object_get_choice (page, KQ_LANDING_PAGE_STATE) == KQ_STATE_VOIDED)
    self->view->note = g_strdup (_("The page is voided: buyers don’t see it"));

  for (guint i = 0; i < kq_list_get_length (blocks); i++)
    {
      KqObject *block = kq_list_get (blocks, i);
      KqViewBlock *made = make_block (self, block);

      if (made == NULL)
        continue;
      made->id = g_strdup (kq_object_get_id (block));
      made->text = kq_view_short_text (kq_object_get_text (block, KQ_BLOCK_TEXT),
                                       KQ_VIEW_MAX_TEXT);
      kq_viewer_add_block (self, made);
    }
  add_owner (self);
}
