/* kq-setup-sheet.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

/**
 * KqSheetRow:
 * @object: (unowned): whose value it is; the campaign's
 * @name: (owned): what the object is called
 * @field: (owned): what the console calls the field
 * @value: (owned): what is entered, to be copied
 *
 * One value that somebody types into a console.
 */
typedef struct {
  KqObject *object;
  char     *name;
  char     *field;
  char     *value;
} KqSheetRow;

/**
 * KqSheetStep:
 * @platform: in whose console
 * @id: (owned): by which `setup` of a campaign says that it is done
 * @path: (owned): where in the console
 * @done: whether it is
 * @by: (owned): who did it, "" where nobody said
 * @at: when
 * @rows: (owned) (element-type KqSheetRow): what is entered, in its order
 *
 * One place of a console, and all that is entered there.
 */
typedef struct {
  KqPlatform  platform;
  char       *id;
  char       *path;
  gboolean    done;
  char       *by;
  KqTime      at;
  GArray     *rows;
} KqSheetStep;

GPtrArray *kq_setup_sheet_make          (KqCampaign  *campaign,
                                         KqProfiles  *profiles);
GBytes    *kq_setup_sheet_make_workbook (KqCampaign  *campaign,
                                         KqProfiles  *profiles,
                                         GError     **error);

G_END_DECLS
