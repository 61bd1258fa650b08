/* fixture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-embedded-assets.h"
#include "kq-list.h"

G_BEGIN_DECLS

/* A kind of object in a campaign, by the name that format.md gives it. */
typedef struct {
  const char *name;
  GType     (*get_type) (void);
} FixtureClass;

extern const FixtureClass fixture_classes[];
extern const guint fixture_n_classes;

/* What an object and its lists told. */
typedef struct {
  guint     notified;
  guint     notified_field[64];
  guint     changed;
  KqObject *origin;      /* (unowned): of the last change */
  guint     index;
  guint     items_changed;
  guint     position, removed, added;
} FixtureTally;

void        fixture_watch        (FixtureTally      *tally,
                                  KqObject          *object);
void        fixture_watch_list   (FixtureTally      *tally,
                                  KqList            *list);
void        fixture_unwatch      (FixtureTally      *tally,
                                  gpointer           instance);

JsonNode   *fixture_parse        (const char        *text);
KqCampaign *fixture_read         (const char        *text,
                                  KqEmbeddedAssets **embedded);
char       *fixture_write        (KqCampaign        *campaign);
/* a campaign's text around @members, such as "\"name\": \"x\"" */
KqCampaign *fixture_campaign     (const char        *members);

/* any campaign there may be, and one random change of it */
JsonNode   *fixture_random       (GRand             *rand);
void        fixture_random_edit  (KqCampaign        *campaign,
                                  GRand             *rand);

G_END_DECLS
