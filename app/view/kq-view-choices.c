/* kq-view-choices.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-fission.h"
#include "kq-landing-page.h"
#include "kq-level.h"
#include "kq-member-card.h"
#include "kq-view-private.h"

/* The personas and pages worth looking at. */

static void
add_choice (GPtrArray  *choices,
            const char *word,
            char       *label)
{
  KqViewChoice *choice = g_new (KqViewChoice, 1);

  choice->word = g_strdup (word);
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
      g_autofree char *who = g_strdup_printf ("sharer:%d/%d", (int) claims[i],
                                               (int) MAX (claims[i], people));

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
 * Returns: (transfer full) (element-type KqViewChoice): choices
 */
GPtrArray *
kq_view_list_personas (KqCampaign *campaign,
                       KqPlatform  platform)
{
  GPtrArray *choices;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_view_choice_free);
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

static void
add_pages_of (GPtrArray  *choices,
              KqCampaign *campaign,
              KqPlatform  platform,
              guint       list_field,
              const char *word)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (campaign), list_field);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *object = kq_list_get (list, i);
      g_autofree char *page = NULL;
      const char *name;

      if (kq_object_get_platform (object) != (int) platform)
        continue;
      page = g_strconcat (word, ":", kq_object_get_id (object), NULL);
      name = KQ_IS_MEMBER_CARD (object) ? kq_object_get_text (object, KQ_MEMBER_CARD_TITLE)
             : KQ_IS_FISSION (object) ? kq_object_get_text (object, KQ_FISSION_NAME)
             : kq_object_get_text (object, KQ_LANDING_PAGE_TITLE);
      add_choice (choices, page, *name != '\0' ? kq_view_short_text (name, KQ_VIEW_MAX_NAME)
                                               : g_strdup (kq_object_get_label (object)));
    }
}

/**
 * kq_view_list_pages:
 * @campaign: a campaign
 * @platform: a platform
 *
 * The pages of a platform: the member center, and on the first visit to it;
 * the page on which one joins; each landing page, card and fission.
 *
 * Returns: (transfer full) (element-type KqViewChoice): choices
 */
GPtrArray *
kq_view_list_pages (KqCampaign *campaign,
                    KqPlatform  platform)
{
  GPtrArray *choices;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  choices = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_view_choice_free);
  add_choice (choices, "center", g_strdup (_("Member center")));
  add_choice (choices, "popup", g_strdup (_("Member center, first visit")));
  add_choice (choices, "join", g_strdup (C_("page", "Join")));
  add_pages_of (choices, campaign, platform, KQ_CAMPAIGN_LANDING_PAGES, "landing");
  add_pages_of (choices, campaign, platform, KQ_CAMPAIGN_MEMBER_CARDS, "card");
  add_pages_of (choices, campaign, platform, KQ_CAMPAIGN_FISSIONS, "fission");

  return choices;
}

static char *
dup_kind_label (const KqViewQuery *query,
                KqCampaign        *campaign)
{
  g_autoptr (GPtrArray) choices = kq_view_list_personas (campaign, query->platform);
  g_autoptr (KqViewQuery) plain = kq_view_query_copy (query);
  g_autofree char *word = NULL;
  KqObject *level = NULL;

  if (query->persona == KQ_PERSONA_NEW)
    return g_strdup (_("New member"));
  if (query->persona == KQ_PERSONA_MEMBER && query->level != NULL)
    level = kq_list_find (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_LEVELS),
                          query->level);
  if (level != NULL)
    return g_strdup (kq_object_get_text (level, KQ_LEVEL_NAME));

  plain->joined_for = query->persona == KQ_PERSONA_REJOINED ? 0 : KQ_PERSONA_JOINED_FOR;
  word = kq_view_query_dup_who (plain);
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((KqViewChoice *) choices->pdata[i])->word, word))
      return g_strdup (((KqViewChoice *) choices->pdata[i])->label);

  return g_strdup (_("Member"));
}

/**
 * kq_view_query_dup_label:
 * @query: a query
 * @campaign: the campaign that it is about
 *
 * Returns: (transfer full): who its persona is, in the user's language; also of
 *   one that kq_view_list_personas() doesn't offer
 */
char *
kq_view_query_dup_label (const KqViewQuery *query,
                         KqCampaign        *campaign)
{
  g_autofree char *kind = NULL;
  g_autofree char *since = NULL;
  int hours, days;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  if (query->persona == KQ_PERSONA_SHARER)
    return g_strdup_printf (_("Sharer · %d of %d friends claimed"), (int) query->friends_claimed,
                            (int) query->friends);
  kind = dup_kind_label (query, campaign);
  if (!kq_persona_is_member (query->persona))
    return g_steal_pointer (&kind);

  hours = query->joined_for / 3600;
  days = query->joined_for / KQ_SECONDS_PER_DAY;
  if (hours == 0)
    since = g_strdup (_("joined just now"));
  else if (days >= 2 && query->joined_for % KQ_SECONDS_PER_DAY == 0)
    since = g_strdup_printf (ngettext ("joined %d day ago", "joined %d days ago", days), days);
  else
    since = g_strdup_printf (ngettext ("joined %d hour ago", "joined %d hours ago", hours), hours);

  return kq_view_join (kind, since);
}

/**
 * kq_view_choice_free:
 * @choice: (transfer full): a choice
 *
 * Frees @choice.
 */
void
kq_view_choice_free (KqViewChoice *choice)
{
  g_return_if_fail (choice != NULL);

  g_free (choice->word);
  g_free (choice->label);
  g_free (choice);
}
