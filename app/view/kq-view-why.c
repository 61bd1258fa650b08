/* kq-view-why.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-benefit.h"
#include "kq-block.h"
#include "kq-card-benefit.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-gift.h"
#include "kq-landing-page.h"
#include "kq-level.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-message.h"
#include "kq-poster.h"
#include "kq-product.h"
#include "kq-shop.h"
#include "kq-view-private.h"

/* “Configured, but not shown?” Asks the page that is looked at, then the pages
 * on which such an object has its place. */

/* A page on which an object may be. */
typedef struct {
  KqViewPage  page;
  const char *id;   /* (nullable) */
} Place;

static KqViewWhy *
why_new (KqViewStatus  status,
         KqViewReason  reason,
         char         *text)
{
  KqViewWhy *why = g_new (KqViewWhy, 1);

  why->status = status;
  why->reason = reason;
  why->text = text;

  return why;
}

static KqViewWhy *
why_hidden (KqViewReason  reason,
            const char   *text)
{
  /* Translators: why an object isn't shown on the phone */
  return why_new (KQ_VIEW_STATUS_HIDDEN, reason, g_strdup_printf (_("Not shown: %s"), text));
}

static gboolean
is_item_of (const KqViewItem *item,
            KqObject         *object)
{
  const char *id = kq_object_get_id (object);

  return (g_type_is_a (G_OBJECT_TYPE (object), item->type) && g_str_equal (item->id, id)) ||
         (KQ_IS_COUPON (object) && g_strcmp0 (item->coupon, id) == 0);
}

static const KqViewItem *
find_item (const KqViewBlock *block,
           KqObject          *object)
{
  for (guint i = 0; i < block->items->len; i++)
    if (is_item_of (block->items->pdata[i], object))
      return block->items->pdata[i];

  return NULL;
}

static const KqViewItem *
find_on_page (KqView   *view,
              KqObject *object)
{
  const KqViewItem *item = NULL;

  for (guint i = 0; item == NULL && i < view->blocks->len; i++)
    item = find_item (view->blocks->pdata[i], object);
  if (item == NULL && view->popup != NULL)
    item = find_item (view->popup, object);

  return item;
}

static gboolean
has_block (KqView     *view,
           const char *id)
{
  for (guint i = 0; i < view->blocks->len; i++)
    if (g_strcmp0 (((KqViewBlock *) view->blocks->pdata[i])->id, id) == 0)
      return TRUE;

  return FALSE;
}

/* Whether the page is the object, or one of its blocks is. */
static gboolean
is_page (const KqViewQuery *query,
         KqView            *view,
         KqObject          *object)
{
  const char *id = kq_object_get_id (object);

  if (KQ_IS_MEMBER_CENTER (object))
    return view->page == KQ_VIEW_PAGE_CENTER || view->page == KQ_VIEW_PAGE_POPUP;
  if (KQ_IS_LANDING_PAGE (object))
    return view->page == KQ_VIEW_PAGE_LANDING && g_strcmp0 (query->page_id, id) == 0;
  if (KQ_IS_FISSION (object))
    return view->page == KQ_VIEW_PAGE_FISSION && g_strcmp0 (query->page_id, id) == 0;
  if (KQ_IS_MEMBER_CARD (object))
    return has_block (view, id);
  if (KQ_IS_BLOCK (object))
    return view->page == KQ_VIEW_PAGE_LANDING && has_block (view, id);

  return FALSE;
}

/* A member center that only the operator sees isn't shown. */
static gboolean
is_closed (KqView   *view,
           KqObject *object)
{
  return view->draft && KQ_IS_MEMBER_CENTER (object);
}

static const KqViewAbsence *
find_absence (KqView   *view,
              KqObject *object)
{
  for (guint i = 0; i < view->absences->len; i++)
    {
      const KqViewAbsence *absence = view->absences->pdata[i];

      if (absence->type == G_OBJECT_TYPE (object) &&
          g_str_equal (absence->id, kq_object_get_id (object)))
        return absence;
    }

  return NULL;
}

/* “Shown · Soon · Claim from 11-08” */
static KqViewWhy *
why_shown (const KqViewItem *item)
{
  KqViewStatus status = item != NULL ? item->status : KQ_VIEW_STATUS_PLAIN;
  g_autofree char *label = NULL;

  if (item != NULL && status != KQ_VIEW_STATUS_PLAIN)
    label = kq_view_join (item->action != NULL ? item->action : item->detail, item->when);

  return why_new (status, KQ_VIEW_REASON_NONE, kq_view_join (_("Shown"), label));
}

static void
add_place (GArray     *places,
           KqViewPage  page,
           const char *id)
{
  Place place = { page, id };

  g_array_append_val (places, place);
}

static gboolean
landing_has (KqObject   *page,
             KqObject   *object)
{
  KqList *blocks = kq_object_get_list (page, KQ_LANDING_PAGE_BLOCKS);
  const char *id = kq_object_get_id (object);

  for (guint i = 0; i < kq_list_get_length (blocks); i++)
    {
      KqObject *block = kq_list_get (blocks, i);

      if (KQ_IS_COUPON (object) && g_str_equal (kq_object_get_text (block, KQ_BLOCK_COUPON), id))
        return TRUE;
      if (KQ_IS_PRODUCT (object) &&
          g_strv_contains (kq_object_get_texts (block, KQ_BLOCK_PRODUCTS), id))
        return TRUE;
    }

  return FALSE;
}

static void
add_landing_pages (GArray            *places,
                   KqCampaign        *campaign,
                   const KqViewQuery *query,
                   KqObject          *object)
{
  KqList *pages = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_LANDING_PAGES);

  for (guint i = 0; i < kq_list_get_length (pages); i++)
    {
      KqObject *page = kq_list_get (pages, i);

      if (kq_object_get_platform (page) == (int) query->platform && !kq_object_is_voided (page) &&
          landing_has (page, object))
        add_place (places, KQ_VIEW_PAGE_LANDING, kq_object_get_id (page));
    }
}

static void
add_fissions (GArray            *places,
              KqCampaign        *campaign,
              const KqViewQuery *query,
              KqObject          *coupon)
{
  KqList *fissions = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_FISSIONS);
  const char *id = kq_object_get_id (coupon);

  for (guint i = 0; i < kq_list_get_length (fissions); i++)
    {
      KqObject *fission = kq_list_get (fissions, i);

      if (kq_object_get_platform (fission) == (int) query->platform &&
          !kq_object_is_voided (fission) &&
          (g_str_equal (kq_object_get_text (fission, KQ_FISSION_SHARER_COUPON), id) ||
           g_str_equal (kq_object_get_text (fission, KQ_FISSION_INVITEE_COUPON), id)))
        add_place (places, KQ_VIEW_PAGE_FISSION, kq_object_get_id (fission));
    }
}

/* The pages on which @object may be, the likeliest first. */
static GArray *
list_places (KqCampaign        *campaign,
             const KqViewQuery *query,
             KqObject          *object)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  KqObject *parent = kq_object_get_parent (object);

  if (KQ_IS_LANDING_PAGE (object))
    add_place (places, KQ_VIEW_PAGE_LANDING, kq_object_get_id (object));
  else if (KQ_IS_BLOCK (object))
    add_place (places, KQ_VIEW_PAGE_LANDING, kq_object_get_id (parent));
  else if (KQ_IS_MEMBER_CARD (object))
    add_place (places, KQ_VIEW_PAGE_CARD, kq_object_get_id (object));
  else if (KQ_IS_CARD_BENEFIT (object))
    add_place (places, KQ_VIEW_PAGE_CARD, kq_object_get_id (parent));
  else if (KQ_IS_FISSION (object))
    add_place (places, KQ_VIEW_PAGE_FISSION, kq_object_get_id (object));
  else if (KQ_IS_ACTIVITY (object) || KQ_IS_GIFT_PACK (object) || KQ_IS_BENEFIT (object) ||
           KQ_IS_POSTER (object) || KQ_IS_MEMBER_CENTER (object) || KQ_IS_COUPON (object))
    add_place (places, KQ_VIEW_PAGE_POPUP, NULL);
  if (KQ_IS_COUPON (object))
    add_fissions (places, campaign, query, object);
  if (KQ_IS_COUPON (object) || KQ_IS_PRODUCT (object))
    add_landing_pages (places, campaign, query, object);

  return places;
}

/* What the page at @place says of @object: shown there, absent, or nothing. */
static KqViewWhy *
ask_place (KqCampaign        *campaign,
           const KqViewQuery *query,
           const Place       *place,
           KqObject          *object)
{
  g_autoptr (KqViewQuery) there = kq_view_query_copy (query);
  g_autoptr (KqView) view = NULL;
  g_autofree char *text = NULL;
  const KqViewAbsence *absence;

  there->page = place->page;
  g_free (there->page_id);
  there->page_id = g_strdup (place->id);
  view = kq_view_at (campaign, there, NULL);
  if (view == NULL)
    return NULL;

  if (!is_closed (view, object) &&
      (find_on_page (view, object) != NULL || is_page (there, view, object)))
    {
      /* Translators: the title of a page of the phone */
      text = g_strdup_printf (_("it is on the page “%s”"), view->title);
      return why_hidden (KQ_VIEW_REASON_OTHER_PAGE, text);
    }
  absence = find_absence (view, object);

  return absence != NULL ? why_hidden (absence->reason, absence->text) : NULL;
}

static KqViewWhy *
ask_places (KqCampaign        *campaign,
            const KqViewQuery *query,
            KqObject          *object)
{
  g_autoptr (GArray) places = list_places (campaign, query, object);
  g_autoptr (KqViewWhy) first = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (KqViewWhy) why = ask_place (campaign, query, &g_array_index (places, Place, i),
                                             object);

      /* That it is shown somewhere comes before why it isn't elsewhere. */
      if (why != NULL && (why->reason == KQ_VIEW_REASON_OTHER_PAGE || first == NULL))
        {
          g_clear_pointer (&first, kq_view_why_free);
          first = g_steal_pointer (&why);
          if (first->reason == KQ_VIEW_REASON_OTHER_PAGE)
            break;
        }
    }

  return g_steal_pointer (&first);
}

/* What is on a page, and yet not for this persona or at this moment. */
static KqViewReason
plain_reason (KqViewer *self,
              KqObject *object)
{
  gboolean is_center = KQ_IS_MEMBER_CENTER (object) || KQ_IS_BENEFIT (object) ||
                       KQ_IS_POSTER (object);

  if (KQ_IS_MESSAGE (object))
    return KQ_VIEW_REASON_NO_PAGE;
  if (is_center && !kq_persona_is_member (self->query->persona))
    return KQ_VIEW_REASON_NOT_MEMBER;
  if (is_center)
    return KQ_VIEW_REASON_NOT_PUBLISHED;
  if (KQ_IS_BLOCK (object))
    return KQ_VIEW_REASON_EMPTY;
  if (KQ_IS_PRODUCT (object))
    return KQ_VIEW_REASON_NOT_LISTED;

  return KQ_VIEW_REASON_NO_PAGE;
}

/* The platform to which an object belongs by itself, or by what holds it. */
static int
platform_of (KqObject *object)
{
  int platform = -1;

  for (; object != NULL && platform < 0; object = kq_object_get_parent (object))
    platform = kq_object_get_platform (object);

  return platform;
}

static gboolean
is_voided (KqObject *object)
{
  for (; object != NULL; object = kq_object_get_parent (object))
    if (kq_object_is_voided (object))
      return TRUE;

  return FALSE;
}

static KqViewWhy *
why_elsewhere (int platform)
{
  g_autofree char *text = NULL;

  /* Translators: the name of a platform */
  text = g_strdup_printf (_("it belongs to %s"), kq_platform_get_label (platform));

  return why_hidden (KQ_VIEW_REASON_OTHER_PLATFORM, text);
}

static KqViewWhy *
why_of_level (KqViewer *self,
              KqObject *level)
{
  if (level == self->level && kq_persona_is_member (self->query->persona))
    return why_new (KQ_VIEW_STATUS_PLAIN, KQ_VIEW_REASON_NONE,
                    g_strdup (_("Shown: it is this person’s level")));

  return why_hidden (KQ_VIEW_REASON_LEVEL, _("this person is of another level"));
}

static KqViewWhy *
why_here (KqViewer *self,
          KqObject *object)
{
  g_autoptr (KqView) view = kq_view_at (self->campaign, self->query, NULL);
  const KqViewItem *item = view != NULL ? find_on_page (view, object) : NULL;

  if (KQ_IS_LEVEL (object))
    return why_of_level (self, object);
  if (KQ_IS_SHOP (object))
    return why_shown (NULL);
  if (item != NULL || (view != NULL && is_page (self->query, view, object) &&
                       !is_closed (view, object)))
    return why_shown (item);

  return NULL;
}

/**
 * kq_view_why:
 * @campaign: a campaign
 * @query: a question
 * @object: an object of @campaign
 *
 * Answers whether the persona sees @object on the page and at the moment of
 * @query, and otherwise why not: it belongs to another platform, it isn't
 * online yet, it is for another level, and so on.
 *
 * Returns: (transfer full): the answer
 */
KqViewWhy *
kq_view_why (KqCampaign        *campaign,
             const KqViewQuery *query,
             KqObject          *object)
{
  g_auto (KqViewer) self = { 0 };
  KqViewWhy *why;
  KqViewReason reason;
  g_autofree char *text = NULL;
  int platform;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  /* A gift is shown where what grants it is. */
  if (KQ_IS_GIFT (object) && kq_object_get_parent (object) != NULL)
    object = kq_object_get_parent (object);
  platform = platform_of (object);
  if (platform >= 0 && platform != (int) query->platform)
    return why_elsewhere (platform);
  if (is_voided (object))
    return why_hidden (KQ_VIEW_REASON_VOIDED, kq_view_reason_text (KQ_VIEW_REASON_VOIDED));
  if (!kq_viewer_open (&self, campaign, query, NULL))
    return why_hidden (KQ_VIEW_REASON_LEVEL, kq_view_reason_text (KQ_VIEW_REASON_LEVEL));

  why = why_here (&self, object);
  if (why == NULL)
    why = ask_places (campaign, query, object);
  if (why != NULL)
    return why;

  reason = plain_reason (&self, object);
  text = kq_viewer_reason_text (&self, object, reason);

  return why_hidden (reason, text);
}

/**
 * kq_view_why_free:
 * @why: (transfer full): an answer
 *
 * Frees @why.
 */
void
kq_view_why_free (KqViewWhy *why)
{
  g_return_if_fail (why != NULL);

  g_free (why->text);
  g_free (why);
}
