/* kq-view-persona.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-fission.h"
#include "kq-level.h"
#include "kq-list.h"
#include "kq-member-card.h"
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

static void
add_choice (GPtrArray  *choices,
            const char *who,
            char       *label)
{
  KqPersonaChoice *choice = g_new (KqPersonaChoice, 1);

  choice->who = g_strdup (who);
  choice->label = label;
  g_ptr_array_add (choices, choice);
}

static void
add_levels (GPtrArray  *choices,
            KqCampaign *campaign,
            KqPlatform  platform)
{
  g_autoptr (GPtrArray) levels = kq_view_list_levels (campaign, platform);

  for (guint i = 0; i < levels->len; i++)
    {
      KqObject *level = levels->pdata[i];
      g_autofree char *who = g_strconcat ("level:", kq_object_get_id (level), NULL);

      /* Translators: a member's level, such as “VIP 2”, and since when */
      add_choice (choices, who, g_strdup_printf (_("%s · joined 90 days ago"),
                                                 kq_object_get_text (level, KQ_LEVEL_NAME)));
    }
}

static gboolean
has_own (KqCampaign *campaign,
         KqPlatform  platform,
         guint       list_field)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (campaign), list_field);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    if (kq_object_get_platform (kq_list_get (list, i)) == (int) platform)
      return TRUE;

  return FALSE;
}

/* The most friends that any fission of the platform asks for. */
static gint64
count_friends (KqCampaign *campaign,
               KqPlatform  platform)
{
  KqList *fissions = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_FISSIONS);
  gint64 most = 0;

  for (guint i = 0; i < kq_list_get_length (fissions); i++)
    {
      KqObject *fission = kq_list_get (fissions, i);

      if (kq_object_get_platform (fission) == (int) platform)
        most = MAX (most, kq_object_get_int (fission, KQ_FISSION_PEOPLE));
    }

  return most;
}

static void
add_sharers (GPtrArray  *choices,
             KqCampaign *campaign,
             KqPlatform  platform)
{
  gint64 people = MIN (count_friends (campaign, platform), G_MAXINT);
  gint64 claims[] = { people - 1, people };

  for (guint i = 0; i < G_N_ELEMENTS (claims) && people > 0; i++)
    {
      g_autofree char *who = g_strdup_printf ("sharer:%d", (int) claims[i]);

      /* Translators: a buyer who shared a link: so many of so many friends have claimed */
      add_choice (choices, who, g_strdup_printf (_("Sharer · %d of %d friends claimed"),
                                                 (int) claims[i], (int) people));
    }
}

static void
add_card_holders (GPtrArray  *choices,
                  KqCampaign *campaign,
                  KqPlatform  platform)
{
  if (!has_own (campaign, platform, KQ_CAMPAIGN_MEMBER_CARDS))
    return;

  add_choice (choices, "holder", g_strdup (_("Holds the card")));
  add_choice (choices, "not-eligible", g_strdup (_("Doesn’t meet the card’s conditions")));
  add_choice (choices, "expired", g_strdup (_("The paid card has run out")));
}

/**
 * kq_view_list_personas:
 * @campaign: a campaign
 * @platform: a platform
 *
 * The personas worth looking at on a platform: visitors, those who joined just
 * now, one member of each level, those with the link of a message, and where
 * there are fissions and cards also sharers and holders.
 *
 * Returns: (transfer full) (element-type KqPersonaChoice): choices
 */
GPtrArray *
kq_view_list_personas (KqCampaign *campaign,
                       KqPlatform  platform)
{
  GPtrArray *choices;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_persona_choice_free);
  add_choice (choices, "visitor", g_strdup (_("Visitor")));
  add_choice (choices, "visitor-below", g_strdup (_("Visitor below the lowest level")));
  add_choice (choices, "new", g_strdup (_("Joined just now")));
  add_choice (choices, "new:23h", g_strdup (_("Joined 23 hours ago")));
  add_choice (choices, "new:25h", g_strdup (_("Joined 25 hours ago")));
  add_levels (choices, campaign, platform);
  add_choice (choices, "rejoined", g_strdup (_("Left and joined again")));
  add_choice (choices, "returning", g_strdup (_("Returning buyer with the pushed link")));
  add_choice (choices, "visitor-linked", g_strdup (_("Visitor with the pushed link")));
  add_sharers (choices, campaign, platform);
  add_card_holders (choices, campaign, platform);

  return choices;
}

/**
 * kq_persona_choice_free:
 * @choice: (transfer full): a choice
 *
 * Frees @choice.
 */
void
kq_persona_choice_free (KqPersonaChoice *choice)
{
  g_return_if_fail (choice != NULL);

  g_free (choice->who);
  g_free (choice->label);
  g_free (choice);
}
