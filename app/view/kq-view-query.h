/* kq-view-query.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-profiles.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqPersonaKind:
 * @KQ_PERSONA_VISITOR: no member, but meets the lowest level
 * @KQ_PERSONA_VISITOR_BELOW: no member, and doesn't meet the lowest level
 * @KQ_PERSONA_LINKED: no member, opened the link of a message
 * @KQ_PERSONA_NEW: joined for the first time a short while ago
 * @KQ_PERSONA_REJOINED: left, and joined again just now
 * @KQ_PERSONA_MEMBER: a member of some level
 * @KQ_PERSONA_RETURNING: a member who opened the link of a message
 * @KQ_PERSONA_SHARER: a member who shared a fission link
 * @KQ_PERSONA_HOLDER: a member who holds the member card that is looked at
 * @KQ_PERSONA_NOT_ELIGIBLE: a member who doesn't meet that card's conditions
 * @KQ_PERSONA_EXPIRED: a member whose paid card has run out
 *
 * Who looks at the phone.
 */
typedef enum {
  KQ_PERSONA_VISITOR,
  KQ_PERSONA_VISITOR_BELOW,
  KQ_PERSONA_LINKED,
  KQ_PERSONA_NEW,
  KQ_PERSONA_REJOINED,
  KQ_PERSONA_MEMBER,
  KQ_PERSONA_RETURNING,
  KQ_PERSONA_SHARER,
  KQ_PERSONA_HOLDER,
  KQ_PERSONA_NOT_ELIGIBLE,
  KQ_PERSONA_EXPIRED,
} KqPersonaKind;

/**
 * KqViewPage:
 * @KQ_VIEW_PAGE_JOIN: `join`, where a visitor becomes a member
 * @KQ_VIEW_PAGE_CENTER: `center`, the member center
 * @KQ_VIEW_PAGE_POPUP: `popup`, the member center with the pack that pops up
 * @KQ_VIEW_PAGE_LANDING: `landing:ID`, a landing page
 * @KQ_VIEW_PAGE_CARD: `card:ID`, a member card
 * @KQ_VIEW_PAGE_FISSION: `fission:ID`, the page behind a fission link
 *
 * What the phone shows.
 */
typedef enum {
  KQ_VIEW_PAGE_JOIN,
  KQ_VIEW_PAGE_CENTER,
  KQ_VIEW_PAGE_POPUP,
  KQ_VIEW_PAGE_LANDING,
  KQ_VIEW_PAGE_CARD,
  KQ_VIEW_PAGE_FISSION,
} KqViewPage;

/**
 * KqViewStock:
 * @KQ_VIEW_STOCK_FULL: `full`, there is enough of everything
 * @KQ_VIEW_STOCK_GIFTS_GONE: `gifts-gone`, no gift is left
 * @KQ_VIEW_STOCK_GONE: `gone`, nothing is left of anything
 *
 * What is left to be claimed.
 */
typedef enum {
  KQ_VIEW_STOCK_FULL,
  KQ_VIEW_STOCK_GIFTS_GONE,
  KQ_VIEW_STOCK_GONE,
} KqViewStock;

#define KQ_SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* How long a member of some level has been one, where nothing else is said. */
#define KQ_PERSONA_JOINED_FOR (90 * KQ_SECONDS_PER_DAY)

/**
 * KqViewQuery:
 * @platform: whose page
 * @persona: who looks
 * @level: (owned) (nullable): the id of the persona's level; the lowest of the
 *   platform where it is %NULL
 * @joined_for: seconds since the persona joined
 * @friends: how many friends a sharer brought to the link
 * @friends_claimed: how many of them claimed
 * @page: which page
 * @page_id: (owned) (nullable): of which object
 * @moment: when
 * @zone: (owned) (nullable): in which dates are written; the campaign's where
 *   it is %NULL
 * @claimed: (owned) (nullable): ids of what the persona has claimed, once for
 *   each time
 * @used_up: (owned) (nullable): ids of what nothing is left of; the gift of a
 *   pack is `<pack>/gift`
 * @stock: what else is left
 * @profiles: (owned) (nullable): the platforms' limits; without them every
 *   address at which one joins is taken for the right one
 * @drafts: whether an unpublished member center is shown as if it were
 *   published
 *
 * A question: what does this persona see at this moment?
 */
typedef struct {
  KqPlatform     platform;

  KqPersonaKind  persona;
  char          *level;
  gint64         joined_for;
  guint          friends;
  guint          friends_claimed;

  KqViewPage     page;
  char          *page_id;

  KqTime         moment;
  GTimeZone     *zone;

  GStrv          claimed;
  GStrv          used_up;
  KqViewStock    stock;
  KqProfiles    *profiles;
  gboolean       drafts;
} KqViewQuery;

/**
 * KqViewChoice:
 * @word: (owned): as kq_view_query_parse_who() or kq_view_query_parse_page()
 *   reads it
 * @label: (owned): in the user's language
 *
 * A persona or a page that can be chosen.
 */
typedef struct {
  char *word;
  char *label;
} KqViewChoice;

KqViewQuery *kq_view_query_new         (KqPlatform         platform,
                                        KqTime             moment);
KqViewQuery *kq_view_query_copy        (const KqViewQuery *query);
void         kq_view_query_free        (KqViewQuery       *query);
void         kq_view_query_add_claimed (KqViewQuery       *query,
                                        const char        *id);

gboolean     kq_view_query_parse_who   (KqViewQuery       *query,
                                        KqCampaign        *campaign,
                                        const char        *who,
                                        GError           **error);
gboolean     kq_view_query_parse_stock (KqViewQuery       *query,
                                        const char        *stock,
                                        GError           **error);
gboolean     kq_view_query_parse_page  (KqViewQuery       *query,
                                        KqCampaign        *campaign,
                                        const char        *page,
                                        GError           **error);

gboolean     kq_persona_is_member      (KqPersonaKind      persona);
GPtrArray   *kq_view_list_levels       (KqCampaign        *campaign,
                                        KqPlatform         platform);
GPtrArray   *kq_view_list_personas     (KqCampaign        *campaign,
                                        KqPlatform         platform);
GPtrArray   *kq_view_list_pages        (KqCampaign        *campaign,
                                        KqPlatform         platform);
GArray      *kq_view_list_platforms    (KqCampaign        *campaign);
KqPlatform   kq_view_pick_platform     (KqCampaign        *campaign);
void         kq_view_get_period        (KqCampaign        *campaign,
                                        KqTime             moment,
                                        KqTime            *from,
                                        KqTime            *to);
char        *kq_view_pick_who          (KqCampaign        *campaign,
                                        KqPlatform         platform);

char        *kq_view_query_dup_who     (const KqViewQuery *query);
char        *kq_view_query_dup_page    (const KqViewQuery *query);
char        *kq_view_query_dup_label   (const KqViewQuery *query,
                                        KqCampaign        *campaign);

void         kq_view_choice_free       (KqViewChoice      *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqViewQuery, kq_view_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqViewChoice, kq_view_choice_free)

G_END_DECLS
