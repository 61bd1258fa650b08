/* view-fixture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list.h"
#include "kq-view.h"

G_BEGIN_DECLS

KqCampaign *fixture_campaign (void);
KqObject   *fixture_object   (KqCampaign *campaign,
                              guint       list,
                              const char *id);
KqViewQuery *fixture_query   (KqCampaign *campaign,
                              KqPlatform  platform,
                              const char *who,
                              const char *page,
                              const char *day);
KqView     *fixture_ask      (KqCampaign *campaign,
                              KqPlatform  platform,
                              const char *who,
                              const char *page,
                              const char *day,
                              const char *claimed,
                              const char *used_up);
guint       fixture_place    (KqView     *view,
                              KqViewBlockKind kind);

G_END_DECLS
