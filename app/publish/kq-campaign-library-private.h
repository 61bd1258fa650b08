/* kq-campaign-library-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign-library.h"

G_BEGIN_DECLS

KqCampaignImport *kq_campaign_import_prepare (const char     *path,
                                              gboolean        copy,
                                              KqProfiles     *profiles,
                                              KqLibrarySave **save,
                                              GError        **error);

G_END_DECLS
