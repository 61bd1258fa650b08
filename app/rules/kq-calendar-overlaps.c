/* kq-calendar-overlaps.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-activity.h"
#include "kq-calendar.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-list.h"

/* What can't be side by side: packs of one audience in one period, and
 * activities that share a coupon. */

typedef struct {
  GArray    *overlaps;
  GTimeZone *zone;
} Search;

static gboolean
get_period (KqObject *object,
            KqTime   *start,
            KqTime   *end)
{
  *start = kq_object_get_time (object, kq_object_find_field (object, "start"));
  *end = kq_object_get_time (object, kq_object_find_field (object, "end"));

  return kq_time_is_set (*start) && kq_time_is_set (*end) && kq_time_compare (*start, *end) <= 0;
}

/* The time that both share, in the campaign's zone. */
static gboolean
get_common (Search   *search,
            KqObject *a,
            KqObject *b,
            KqTime   *start,
            KqTime   *end)
{
  KqTime a_start, a_end, b_start, b_end;

  *start = *end = KQ_TIME_NONE;
  if (!get_period (a, &a_start, &a_end) || !get_period (b, &b_start, &b_end))
    return FALSE;
  if (kq_time_compare (a_start, b_end) > 0 || kq_time_compare (b_start, a_end) > 0)
    return FALSE;

  *start = kq_time_in_zone (kq_time_compare (a_start, b_start) > 0 ? a_start : b_start,
                            search->zone);
  *end = kq_time_in_zone (kq_time_compare (a_end, b_end) < 0 ? a_end : b_end, search->zone);

  return TRUE;
}

static gboolean
is_on (KqObject   *object,
       KqPlatform  platform)
{
  return kq_object_get_platform (object) == (int) platform;
}

/* TM-04, TM-20 */

typedef struct {
  KqObject *pack;
  guint     position;  /* in the file */
  KqTime    start;
  KqTime    end;
} Period;

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  return kq_time_compare (((const Period *) a)->start, ((const Period *) b)->start);
}

static GArray *
collect_packs (KqCampaign     *campaign,
               KqPlatform      platform,
               KqPackAudience  audience)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_GIFT_PACKS);
  GArray *packs = g_array_new (FALSE, FALSE, sizeof (Period));

  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      Period period = { kq_list_get (list, i), i };

      if (is_on (period.pack, platform) && !kq_object_is_voided (period.pack) &&
          kq_object_get_choice (period.pack, KQ_GIFT_PACK_AUDIENCE) == (int) audience &&
          get_period (period.pack, &period.start, &period.end))
        g_array_append_val (packs, period);
    }
  g_array_sort (packs, compare_starts);

  return packs;
}

typedef struct {
  const Period *a;  /* the earlier in the file */
  const Period *b;
} Pair;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Pair *left = a;
  const Pair *right = b;

  if (left->a->position != right->a->position)
    return left->a->position < right->a->position ? -1 : 1;

  return (left->b->position > right->b->position) - (left->b->position < right->b->position);
}

/* One sweep by start, with those that are still online: n log n, and as many
 * steps more as there are pairs. */
static GArray *
find_pairs (Search *search,
            GArray *packs)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GPtrArray) online = g_ptr_array_new ();

  for (guint i = 0; i < packs->len; i++)
    {
      Period *pack = &g_array_index (packs, Period, i);

      for (guint j = online->len; j-- > 0;)
        {
          Period *other = g_ptr_array_index (online, j);
          Pair pair = { other->position < pack->position ? other : pack,
                        other->position < pack->position ? pack : other };

          if (kq_time_compare (other->end, pack->start) < 0)
            g_ptr_array_remove_index_fast (online, j);
          else if (search->overlaps->len + pairs->len < KQ_CALENDAR_MAX_OVERLAPS)
            g_array_append_val (pairs, pair);
          else
            return pairs;
        }
      g_ptr_array_add (online, pack);
    }

  return pairs;
}

static void
search_packs (Search         *search,
              KqCampaign     *campaign,
              const char     *rule,
              KqPackAudience  audience,
              KqPlatform      platform)
{
  g_autoptr (GArray) packs = collect_packs (campaign, platform, audience);
  g_autoptr (GArray) pairs = find_pairs (search, packs);

  g_array_sort (pairs, compare_places);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      KqOverlap overlap = { rule, platform, pair->a->pack, pair->b->pack };

      get_common (search, overlap.a, overlap.b, &overlap.start, &overlap.end);
      g_array_append_val (search->overlaps, overlap);
    }
}

/* MF-35 */

static void
add_user (GHashTable *users,
          const char *coupon,
          KqObject   *user)
{
  GPtrArray *of_coupon;

  if (*coupon == '\0')
    return;

  of_coupon = g_hash_table_lookup (users, coupon);
  if (of_coupon == NULL)
    {
      of_coupon = g_ptr_array_new ();
      g_hash_table_insert (users, (gpointer) coupon, of_coupon);
    }
  /* Users come one after the other, each with all of its coupons. */
  if (of_coupon->len == 0 || g_ptr_array_index (of_coupon, of_coupon->len - 1) != user)
    g_ptr_array_add (of_coupon, user);
}

static void
add_users_of_kind (GHashTable *users,
                   KqList     *list)
{
  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *user = kq_list_get (list, i);

      if (kq_object_is_voided (user))
        continue;
      for (guint j = 0; j < kq_object_get_n_fields (user); j++)
        {
          const KqField *field = kq_object_get_field (user, j);

          if (g_strcmp0 (field->list, "coupons") != 0)
            continue;
          if (field->kind == KQ_FIELD_REF)
            add_user (users, kq_object_get_text (user, j), user);
          else
            for (const char * const *id = kq_object_get_texts (user, j); *id != NULL; id++)
              add_user (users, *id, user);
        }
    }
}

/* By the id of each coupon, the activities, fissions and packs that use it. */
static GHashTable *
collect_users (KqCampaign *campaign)
{
  static const guint lists[] = {
    KQ_CAMPAIGN_ACTIVITIES, KQ_CAMPAIGN_FISSIONS, KQ_CAMPAIGN_GIFT_PACKS,
  };
  GHashTable *users = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_users_of_kind (users, kq_object_get_list (KQ_OBJECT (campaign), lists[i]));

  return users;
}

static void
search_coupon (Search     *search,
               KqPlatform  platform,
               KqObject   *coupon,
               GPtrArray  *users)
{
  for (guint i = 0; users != NULL && i < users->len; i++)
    for (guint j = i + 1; j < users->len; j++)
      {
        KqOverlap overlap = { "MF-35", platform, g_ptr_array_index (users, i),
                              g_ptr_array_index (users, j), coupon };

        if (search->overlaps->len == KQ_CALENDAR_MAX_OVERLAPS)
          return;
        get_common (search, overlap.a, overlap.b, &overlap.start, &overlap.end);
        g_array_append_val (search->overlaps, overlap);
      }
}

static void
search_coupons (Search     *search,
                KqCampaign *campaign,
                GHashTable *users,
                KqPlatform  platform)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);

      if (is_on (coupon, platform) && !kq_object_is_voided (coupon))
        search_coupon (search, platform, coupon,
                       g_hash_table_lookup (users, kq_object_get_id (coupon)));
    }
}

/**
 * kq_calendar_find_overlaps:
 * @campaign: a campaign
 *
 * Packs of one audience that are online at once (TM-04, TM-20: document 001),
 * and activities, fissions and packs that share a coupon (MF-35: document 003).
 * There may be as many as the square of the packs: of more than
 * %KQ_CALENDAR_MAX_OVERLAPS only so many are found.
 *
 * Returns: (transfer full) (element-type KqOverlap): the overlaps, by rule,
 *   platform and file order
 */
GArray *
kq_calendar_find_overlaps (KqCampaign *campaign)
{
  static const KqPlatform family[] = { KQ_PLATFORM_TMALL, KQ_PLATFORM_TAOBAO };
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GHashTable) users = NULL;
  Search search;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  zone = kq_campaign_dup_zone (campaign);
  users = collect_users (campaign);
  search = (Search) { g_array_new (FALSE, FALSE, sizeof (KqOverlap)), zone };
  for (guint i = 0; i < G_N_ELEMENTS (family); i++)
    search_packs (&search, campaign, "TM-04", KQ_PACK_AUDIENCE_NEW_MEMBERS, family[i]);
  for (guint i = 0; i < G_N_ELEMENTS (family); i++)
    search_packs (&search, campaign, "TM-20", KQ_PACK_AUDIENCE_MEMBERS, family[i]);
  for (guint i = 0; i < G_N_ELEMENTS (family); i++)
    search_coupons (&search, campaign, users, family[i]);

  return search.overlaps;
}
