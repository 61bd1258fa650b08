/* kq-checker-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-check-private.h"
#include "kq-checker.h"
#include "kq-finding-list-private.h"

G_BEGIN_DECLS

/**
 * KqChecker:
 *
 * Checks a campaign by all rules and keeps the findings: at once, or in
 * slices as the campaign changes, so that no keystroke waits for it.
 */
struct _KqChecker {
  GObject        parent_instance;

  KqCampaign    *campaign;     /* (owned) */
  KqProfiles    *profiles;     /* (owned) */
  KqAssetSource *assets;       /* (owned) (nullable) */
  GHashTable    *asset_facts;  /* (owned) */
  KqTime         moment;       /* or none, for now */
  KqFindingList *findings;     /* (owned) */
  KqFindingList *dismissed;    /* (owned) */

  KqCheck       *check;        /* (owned) (nullable): the run that is under way */
  KqFindingUpdate *updates[2]; /* (owned) (nullable): of both lists, from its end on */
  gboolean       changed;      /* since that run began */
  guint          slices;
  gboolean       following;
};

KqTime kq_checker_get_moment (KqChecker *self);

G_END_DECLS
