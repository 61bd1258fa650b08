/* kq-view-at.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-member-center.h"
#include "kq-shop.h"
#include "kq-view-private.h"

KqList *
kq_viewer_list (KqViewer *self,
                guint     field)
{
  return kq_object_get_list (KQ_OBJECT (self->campaign), field);
}

/* Taobao and Tmall, whose member centers are decorated and know each other's
 * packs and activities. */
gboolean
kq_view_is_family (int platform)
{
  return platform == KQ_PLATFORM_TAOBAO || platform == KQ_PLATFORM_TMALL;
}

/* A platform's page shows that platform's objects only. */
gboolean
kq_viewer_is_own (KqViewer *self,
                  KqObject *object,
                  guint     platform_field)
{
  return kq_object_get_choice (object, platform_field) == (int) self->query->platform;
}

gboolean
kq_viewer_is_before (KqViewer *self,
                     KqTime    start)
{
  return kq_time_is_set (start) && kq_time_compare (self->query->moment, start) < 0;
}

gboolean
kq_viewer_is_after (KqViewer *self,
                    KqTime    end)
{
  return kq_time_is_set (end) && kq_time_compare (self->query->moment, end) > 0;
}

/* No levels at all stand for every level. */
gboolean
kq_viewer_has_level (KqViewer           *self,
                     const char * const *ids)
{
  if (ids == NULL || ids[0] == NULL)
    return TRUE;

  return self->level != NULL && g_strv_contains (ids, kq_object_get_id (self->level));
}

gboolean
kq_viewer_is_pushed (KqViewer *self)
{
  return self->query->persona == KQ_PERSONA_RETURNING ||
         self->query->persona == KQ_PERSONA_LINKED;
}

/* Whether what is for new members is for this one, however long ago it was. */
gboolean
kq_viewer_joined_first (KqViewer *self)
{
  return self->query->persona != KQ_PERSONA_REJOINED;
}

KqTime
kq_viewer_joined_at (KqViewer *self)
{
  return kq_time_add (self->query->moment, -self->query->joined_for);
}

guint
kq_viewer_count_claimed (KqViewer   *self,
                         const char *id)
{
  guint n = 0;

  for (guint i = 0; self->query->claimed != NULL && self->query->claimed[i] != NULL; i++)
    n += g_str_equal (self->query->claimed[i], id);

  return n;
}

gboolean
kq_viewer_is_used_up (KqViewer   *self,
                      const char *id)
{
  return self->query->stock == KQ_VIEW_STOCK_GONE ||
         (self->query->used_up != NULL &&
          g_strv_contains ((const char * const *) self->query->used_up, id));
}

/* @id: of the gift, `<pack>/gift`, or of the activity that grants it */
gboolean
kq_viewer_is_gift_gone (KqViewer   *self,
                        const char *id)
{
  return self->query->stock == KQ_VIEW_STOCK_GIFTS_GONE || kq_viewer_is_used_up (self, id);
}

/* MF-40: why a member center that nobody can open is closed. */
KqViewReason
kq_viewer_closed_reason (KqViewer *self)
{
  return self->center == NULL ? KQ_VIEW_REASON_NO_CENTER : KQ_VIEW_REASON_NOT_PUBLISHED;
}

const char *
kq_viewer_shop_name (KqViewer *self)
{
  const char *name = self->shop != NULL ? kq_object_get_text (self->shop, KQ_SHOP_NAME) : "";

  return *name != '\0' ? name : kq_platform_get_label (self->query->platform);
}

void
kq_viewer_add_block (KqViewer    *self,
                     KqViewBlock *block)
{
  g_ptr_array_add (self->view->blocks, block);
}

static int
compare_statuses (gconstpointer a,
                  gconstpointer b)
{
  const KqViewItem *first = *(const KqViewItem **) a;
  const KqViewItem *second = *(const KqViewItem **) b;

  return (int) first->status - (int) second->status;
}

/* A block that is nothing but its entries: what can be claimed comes first,
 * and without entries there is no block. */
void
kq_viewer_add_items (KqViewer    *self,
                     KqViewBlock *block)
{
  if (block->items->len == 0)
    {
      kq_view_block_free (block);
      return;
    }

  g_ptr_array_sort (block->items, compare_statuses);
  kq_viewer_add_block (self, block);
}

void
kq_viewer_explain (KqViewer *self,
                   KqObject *object)
{
  g_hash_table_add (self->explained, object);
}

void
kq_viewer_absent (KqViewer     *self,
                  KqObject     *object,
                  const char   *title,
                  KqViewReason  reason)
{
  KqViewAbsence *absence;

  if (self->coupons != NULL)
    return;

  absence = g_new (KqViewAbsence, 1);
  absence->reason = reason;
  absence->type = G_OBJECT_TYPE (object);
  absence->id = g_strdup (kq_object_get_id (object));
  absence->title = kq_view_short_text (title, KQ_VIEW_MAX_NAME);
  absence->text = kq_viewer_reason_text (self, object, reason);
  g_ptr_array_add (self->view->absences, absence);
  kq_viewer_explain (self, object);
}

static KqObject *
find_own (KqViewer *self,
          guint     list_field,
          guint     platform_field)
{
  KqList *list = kq_viewer_list (self, list_field);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    if (kq_viewer_is_own (self, kq_list_get (list, i), platform_field))
      return kq_list_get (list, i);

  return NULL;
}

static gboolean
find_level (KqViewer  *self,
            GError   **error)
{
  if (self->query->level == NULL)
    {
      self->level = self->levels->len > 0 ? self->levels->pdata[0] : NULL;
      return TRUE;
    }

  for (guint i = 0; i < self->levels->len && self->level == NULL; i++)
    if (g_str_equal (kq_object_get_id (self->levels->pdata[i]), self->query->level))
      self->level = self->levels->pdata[i];
  if (self->level == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _("Level “%s” isn’t one of %s"), self->query->level,
                 kq_platform_get_label (self->query->platform));

  return self->level != NULL;
}

static void
read_clock (KqViewer *self)
{
  g_autoptr (GDateTime) date = kq_time_to_date_time (self->query->moment, self->zone);

  if (date == NULL)
    return;
  self->year = g_date_time_get_year (date);
  self->view->clock = g_strdup_printf ("%d:%02d", g_date_time_get_hour (date),
                                       g_date_time_get_minute (date));
}

gboolean
kq_viewer_open (KqViewer           *self,
                KqCampaign         *campaign,
                const KqViewQuery  *query,
                GError            **error)
{
  self->campaign = campaign;
  self->query = query;
  self->zone = query->zone != NULL ? g_time_zone_ref (query->zone)
                                   : kq_campaign_dup_zone (campaign);
  self->currency = kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY);
  self->levels = kq_view_list_levels (campaign, query->platform);
  self->shop = find_own (self, KQ_CAMPAIGN_SHOPS, KQ_SHOP_PLATFORM);
  self->center = find_own (self, KQ_CAMPAIGN_MEMBER_CENTERS, KQ_MEMBER_CENTER_PLATFORM);
  self->explained = g_hash_table_new (NULL, NULL);
  self->view = kq_view_new (query->platform, query->page);
  read_clock (self);

  return find_level (self, error);
}

void
kq_viewer_clear (KqViewer *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->explained, g_hash_table_unref);
  g_clear_pointer (&self->view, kq_view_unref);
}

/* The object of a page, which may be gone since the question was made. */
static KqObject *
find_page (KqViewer  *self,
           guint      field,
           GError   **error)
{
  const char *id = self->query->page_id;
  KqObject *object = id != NULL ? kq_list_find (kq_viewer_list (self, field), id) : NULL;

  if (object == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _("The campaign has no page “%s”"), id != NULL ? id : "");

  return object;
}

static gboolean
build_page_of (KqViewer   *self,
               guint       field,
               void      (*build) (KqViewer *self,
                                   KqObject *object),
               GError    **error)
{
  KqObject *object = find_page (self, field, error);

  if (object == NULL)
    return FALSE;
  build (self, object);

  return TRUE;
}

static gboolean
build (KqViewer  *self,
       GError   **error)
{
  switch (self->query->page)
    {
    case KQ_VIEW_PAGE_JOIN:
      kq_viewer_build_join (self);
      return TRUE;
    case KQ_VIEW_PAGE_CENTER:
    case KQ_VIEW_PAGE_POPUP:
      kq_viewer_build_center (self);
      return TRUE;
    case KQ_VIEW_PAGE_LANDING:
      return build_page_of (self, KQ_CAMPAIGN_LANDING_PAGES, kq_viewer_build_landing, error);
    case KQ_VIEW_PAGE_CARD:
      return build_page_of (self, KQ_CAMPAIGN_MEMBER_CARDS, kq_viewer_build_card, error);
    case KQ_VIEW_PAGE_FISSION:
      return build_page_of (self, KQ_CAMPAIGN_FISSIONS, kq_viewer_build_fission, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What can be compared between two moments, quickly: on the member center only
 * these coupons, and nothing of what isn't there. */
KqView *
kq_view_brief (KqCampaign        *campaign,
               const KqViewQuery *query,
               GPtrArray         *coupons)
{
  g_auto (KqViewer) self = { 0 };

  self.coupons = coupons;
  if (!kq_viewer_open (&self, campaign, query, NULL) || !build (&self, NULL))
    return NULL;

  return g_steal_pointer (&self.view);
}

/**
 * kq_view_at:
 * @campaign: a campaign
 * @query: a question
 * @error: return location for an error
 *
 * Answers what a persona sees on a platform's page at a moment. The answer is
 * the page that opens: a visitor who asks for the member center gets the join
 * page. %G_IO_ERROR_INVALID_ARGUMENT where the campaign hasn't the level or
 * the page.
 *
 * Returns: (transfer full) (nullable): the answer
 */
KqView *
kq_view_at (KqCampaign         *campaign,
            const KqViewQuery  *query,
            GError            **error)
{
  g_auto (KqViewer) self = { 0 };

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (kq_time_is_set (query->moment), NULL);

  if (!kq_viewer_open (&self, campaign, query, error) || !build (&self, error))
    return NULL;

  return g_steal_pointer (&self.view);
}
