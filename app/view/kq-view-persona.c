/* kq-view-persona.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-level.h"
#include "kq-list.h"
#include "kq-member-center.h"
#include "kq-shop.h"
#include "kq-view-query.h"

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  gint64 first = kq_object_get_int (*(KqObject **) a, KQ_LEVEL_RANK);
  gint64 second = kq_object_get_int (*(KqObject **) b, KQ_LEVEL_RANK);

  return (first > second) - (first < second);
}

/**
 * kq_view_list_levels:
 * @campaign: a campaign
 * @platform: a platform
 *
 * The member levels of a platform, the lowest first. Levels of one rank keep
 * the order of the campaign.
 *
 * Returns: (transfer full) (element-type KqObject): levels
 */
GPtrArray *
kq_view_list_levels (KqCampaign *campaign,
                     KqPlatform  platform)
{
  GPtrArray *levels;
  KqList *list;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  levels = g_ptr_array_new_with_free_func (g_object_unref);
  list = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_LEVELS);
  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *level = kq_list_get (list, i);

      if (kq_object_get_choice (level, KQ_LEVEL_PLATFORM) == (int) platform)
        g_ptr_array_add (levels, g_object_ref (level));
    }
  /* g_ptr_array_sort() keeps the order of equals. */
  g_ptr_array_sort (levels, compare_ranks);

  return levels;
}

/**
 * kq_view_list_platforms:
 * @campaign: a campaign
 *
 * The platforms for which the campaign has a shop, in the order of the shops.
 *
 * Returns: (transfer full) (element-type KqPlatform): platforms, none twice
 */
GArray *
kq_view_list_platforms (KqCampaign *campaign)
{
  gboolean seen[KQ_N_PLATFORMS] = { FALSE };
  GArray *platforms;
  KqList *shops;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  platforms = g_array_new (FALSE, FALSE, sizeof (KqPlatform));
  shops = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_SHOPS);
  for (guint i = 0; i < kq_list_get_length (shops); i++)
    {
      int choice = kq_object_get_choice (kq_list_get (shops, i), KQ_SHOP_PLATFORM);
      KqPlatform platform = choice;

      if (choice < 0 || choice >= KQ_N_PLATFORMS || seen[choice])
        continue;
      seen[choice] = TRUE;
      g_array_append_val (platforms, platform);
    }

  return platforms;
}

static gboolean
has_center (KqCampaign *campaign,
            KqPlatform  platform)
{
  KqList *centers = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_CENTERS);

  for (guint i = 0; i < kq_list_get_length (centers); i++)
    if (kq_object_get_choice (kq_list_get (centers, i), KQ_MEMBER_CENTER_PLATFORM) ==
        (int) platform)
      return TRUE;

  return FALSE;
}

/**
 * kq_view_pick_platform:
 * @campaign: a campaign
 *
 * Returns: the platform to look at first: that of the first shop that has a
 *   member center, else of the first shop
 */
KqPlatform
kq_view_pick_platform (KqCampaign *campaign)
{
  g_autoptr (GArray) platforms = NULL;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), KQ_PLATFORM_TMALL);

  platforms = kq_view_list_platforms (campaign);
  for (guint i = 0; i < platforms->len; i++)
    if (has_center (campaign, g_array_index (platforms, KqPlatform, i)))
      return g_array_index (platforms, KqPlatform, i);

  return platforms->len > 0 ? g_array_index (platforms, KqPlatform, 0) : KQ_PLATFORM_TMALL;
}

/**
 * kq_view_pick_who:
 * @campaign: a campaign
 * @platform: a platform
 *
 * Returns: (transfer full): the persona to look at first, as
 *   kq_view_query_parse_who() reads it: a member of the highest level, who sees
 *   most, or one who has just joined where there are no levels
 */
char *
kq_view_pick_who (KqCampaign *campaign,
                  KqPlatform  platform)
{
  g_autoptr (GPtrArray) levels = NULL;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  levels = kq_view_list_levels (campaign, platform);
  if (levels->len == 0)
    return g_strdup ("new");

  return g_strconcat ("level:", kq_object_get_id (levels->pdata[levels->len - 1]), NULL);
}

/* A campaign without a period is looked at this long before and after. */
#define DEFAULT_SPAN (30 * KQ_SECONDS_PER_DAY)

/**
 * kq_view_get_period:
 * @campaign: a campaign
 * @moment: about when to look at a campaign that doesn't say when it is
 * @from: (out): the first moment worth looking at
 * @to: (out): the last
 *
 * From when to when a campaign is looked at.
 */
void
kq_view_get_period (KqCampaign *campaign,
                    KqTime      moment,
                    KqTime     *from,
                    KqTime     *to)
{
  KqTime start, end;

  g_return_if_fail (KQ_IS_CAMPAIGN (campaign));
  g_return_if_fail (kq_time_is_set (moment));

  start = kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_START);
  end = kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_END);
  if (!kq_time_is_set (start))
    start = kq_time_add (kq_time_is_set (end) ? end : moment, -DEFAULT_SPAN);
  if (!kq_time_is_set (end) || kq_time_compare (end, start) <= 0)
    end = kq_time_add (start, 2 * DEFAULT_SPAN);

  *from = start;
  *to = end;
}

/**
 * kq_persona_is_member:
 * @persona: a kind of persona
 *
 * Returns: whether such a persona is a member
 */
gboolean
kq_persona_is_member (KqPersonaKind persona)
{
  return persona != KQ_PERSONA_VISITOR &&
         persona != KQ_PERSONA_VISITOR_BELOW &&
         persona != KQ_PERSONA_LINKED;
}
