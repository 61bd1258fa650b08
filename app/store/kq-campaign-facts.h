/* kq-campaign-facts.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "kq-time.h"

G_BEGIN_DECLS

/**
 * KqCampaignFacts:
 * @id: (owned): its id
 * @name: (owned): its name, "" for none
 * @start: when it starts
 * @end: when it ends
 * @platforms: 1 << KqPlatform of each shop
 * @search: (owned): all names and the notes, as kq_search_fold() makes them
 * @assets: (owned) (element-type utf8): the names of its pictures
 *
 * What the library knows of a campaign without opening it.
 */
typedef struct {
  char      *id;
  char      *name;
  KqTime     start;
  KqTime     end;
  guint      platforms;
  char      *search;
  GPtrArray *assets;
} KqCampaignFacts;

KqCampaignFacts *kq_campaign_facts_new  (JsonNode         *snapshot,
                                         GError          **error);
void             kq_campaign_facts_free (KqCampaignFacts  *self);

char            *kq_search_fold         (const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqCampaignFacts, kq_campaign_facts_free)

G_END_DECLS
