/* kq-profiles-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-profiles.h"

G_BEGIN_DECLS

#define KQ_TYPE_PROFILES_WINDOW (kq_profiles_window_get_type ())

/* Where the rules' numbers come from: each platform's profile with its date
 * and source, and how to put one's own in its place. */
G_DECLARE_FINAL_TYPE (KqProfilesWindow, kq_profiles_window, KQ, PROFILES_WINDOW, AdwWindow)

GtkWidget *kq_profiles_window_new (KqProfiles *profiles);

G_END_DECLS
