/* rules-util.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-checker.h"

G_BEGIN_DECLS

#define MAX_STEPS 12

/* Minimal campaigns without a finding. */
typedef enum {
  BASE_DOUYIN,
  BASE_TMALL,
  BASE_CARDS,
} Base;

/**
 * Case:
 * @name: what is tried
 * @base: where it starts from
 * @edits: `POINTER VALUE`, VALUE being JSON, sets; a POINTER alone takes out
 * @found: `RULE SEVERITY POINTER`, all of them, in any order
 *
 * A campaign and all that is to be found in it.
 */
typedef struct {
  const char *name;
  Base        base;
  const char *edits[MAX_STEPS];
  const char *found[MAX_STEPS];
} Case;

/* A moment within all windows of the base campaigns. */
#define MOMENT "2026-11-05T12:00:00+08:00"

KqCampaign *build_campaign  (Base                  base,
                             const char * const   *edits,
                             KqAssetSource       **assets);
KqCampaign *read_campaign   (const char           *path);
char       *dump_findings   (KqFindingList        *findings);
char       *check_campaign  (KqCampaign           *campaign,
                             KqAssetSource        *assets);
void        apply_fixes     (KqCampaign           *campaign,
                             KqAssetSource        *assets);
KqProfiles *shipped_profiles (void);
KqTime      time_of         (const char           *text);

void        add_cases       (const char           *prefix,
                             const Case           *cases,
                             guint                 n_cases);

G_END_DECLS
