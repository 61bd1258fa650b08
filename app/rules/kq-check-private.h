/* kq-check-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-check.h"

G_BEGIN_DECLS

/* One run, driven by the checker. */

KqCheck   *kq_check_new           (KqCampaign    *campaign,
                                   KqProfiles    *profiles,
                                   KqAssetSource *assets,
                                   GHashTable    *asset_facts,
                                   KqTime         moment);
void       kq_check_free          (KqCheck       *check);
/* Looks at the next subject; FALSE where there is none. */
gboolean   kq_check_step          (KqCheck       *check);
GPtrArray *kq_check_get_findings  (KqCheck       *check);
GPtrArray *kq_check_get_put_away  (KqCheck       *check);

/* What the checker keeps from run to run, since an image's bytes never change:
 * by SHA-256. */
GHashTable *kq_asset_facts_table_new (void);
const KqAssetFacts *
            kq_asset_facts_get       (GHashTable    *table,
                                      KqAssetSource *source,
                                      const char    *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqCheck, kq_check_free)

G_END_DECLS
