/* kq-check-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-check.h"

G_BEGIN_DECLS

/**
 * KqCheck:
 *
 * One run of all rules over one campaign, driven by the checker. First the
 * lookups are made, then the campaign is asked about, then each element of its
 * lists.
 */
struct _KqCheck {
  KqCampaign    *campaign;               /* (owned) */
  KqProfiles    *profiles;               /* (owned) */
  KqAssetSource *assets;                 /* (owned) (nullable) */
  GHashTable    *asset_facts;            /* (owned) */
  KqTime         moment;
  GTimeZone     *zone;                   /* (owned) */

  GPtrArray     *lookups;                /* (owned): what each of the run's lookups holds */
  GHashTable    *by_lookup;              /* (owned): where each is in that */
  guint          n_ready;                /* of the lookups */

  guint          list;                   /* where the run is: in the lists, */
  guint          element;                /* in that list, */
  guint          table;                  /* and for the campaign in the tables */
  guint          row;
  gboolean       again;                  /* the campaign's rule isn't done */

  const KqRule  *rule;                   /* that is being asked */
  int            platform;               /* of the subject, or -1 */
  guint          n_before;               /* findings before the subject's own */

  GPtrArray     *findings;               /* (owned) (element-type KqFinding) */
  GPtrArray     *put_away;               /* (owned) (element-type KqFinding): dismissed */
};

KqCheck   *kq_check_new           (KqCampaign    *campaign,
                                   KqProfiles    *profiles,
                                   KqAssetSource *assets,
                                   GHashTable    *asset_facts,
                                   KqTime         moment);
void       kq_check_free          (KqCheck       *check);
/* Does a little more of it; FALSE where it is done. */
gboolean   kq_check_step          (KqCheck       *check);
/* Frees a little of it; FALSE where it is gone. */
gboolean   kq_check_free_step     (KqCheck       *check);
GPtrArray *kq_check_get_findings  (KqCheck       *check);
GPtrArray *kq_check_get_put_away  (KqCheck       *check);

/* What is looked up. */
void       kq_check_add_lookups   (KqCheck       *check);
gboolean   kq_check_prepare_step  (KqCheck       *check);
gboolean   kq_check_free_lookup   (KqCheck       *check);
gboolean   kq_check_is_dismissed  (KqCheck       *check,
                                   const char    *rule,
                                   const char    *object);

/* What the checker keeps from run to run, since an image's bytes never change:
 * by SHA-256. */
GHashTable *kq_asset_facts_table_new (void);
GHashTable *kq_asset_facts_table_copy (GHashTable *table);
const KqAssetFacts *
            kq_asset_facts_get       (GHashTable    *table,
                                      KqAssetSource *source,
                                      const char    *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqCheck, kq_check_free)

G_END_DECLS
