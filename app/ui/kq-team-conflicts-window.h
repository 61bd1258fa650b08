/* kq-team-conflicts-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"
#include "kq-tool-window.h"

G_BEGIN_DECLS

#define KQ_TYPE_TEAM_CONFLICTS_WINDOW (kq_team_conflicts_window_get_type ())

/* What counts where the team changed the same. */
G_DECLARE_FINAL_TYPE (KqTeamConflictsWindow, kq_team_conflicts_window, KQ, TEAM_CONFLICTS_WINDOW,
                      KqToolWindow)

GtkWidget *kq_team_conflicts_window_new (KqLibrary *library);

G_END_DECLS
