/* kq-profiles.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kq-finding.h"
#include "kq-words.h"

G_BEGIN_DECLS

/* The numbers and choices that a platform may change: data/profiles/. */

#define KQ_PROFILE_ERROR (kq_profile_error_quark ())

/**
 * KqProfileError:
 * @KQ_PROFILE_ERROR_INVALID: it isn't a profile, or of another platform
 * @KQ_PROFILE_ERROR_VALUE: a value is of a wrong type or makes no sense
 *
 * What is refused of a profile.
 */
typedef enum {
  KQ_PROFILE_ERROR_INVALID,
  KQ_PROFILE_ERROR_VALUE,
} KqProfileError;

GQuark kq_profile_error_quark (void);

#define KQ_TYPE_PROFILES (kq_profiles_get_type ())

G_DECLARE_FINAL_TYPE (KqProfiles, kq_profiles, KQ, PROFILES, GObject)

/* The shipped profiles, each replaced by a user's copy `<platform>.json` in
 * @directory (nullable) where that is sound. A broken copy is refused with
 * file, line and reason: see get_problems(). */
KqProfiles         *kq_profiles_new          (const char  *directory);
/* (array zero-terminated=1): a line for each copy that was refused */
const char * const *kq_profiles_get_problems (KqProfiles  *self);

gint64              kq_profiles_get_limit    (KqProfiles  *self,
                                              KqPlatform   platform,
                                              const char  *name);
const char * const *kq_profiles_get_choices  (KqProfiles  *self,
                                              KqPlatform   platform,
                                              const char  *name);
/* whether joining at @url is joining in the official member center */
gboolean            kq_profiles_is_join_address (KqProfiles *self,
                                              KqPlatform   platform,
                                              const char  *url);
KqSeverity          kq_profiles_get_severity (KqProfiles  *self,
                                              KqPlatform   platform,
                                              const char  *rule,
                                              KqSeverity   severity);
const char         *kq_profiles_get_title    (KqProfiles  *self,
                                              KqPlatform   platform);
const char         *kq_profiles_get_date     (KqProfiles  *self,
                                              KqPlatform   platform);
const char         *kq_profiles_get_source   (KqProfiles  *self,
                                              KqPlatform   platform);
/* whether it is a user's copy */
gboolean            kq_profiles_is_own       (KqProfiles  *self,
                                              KqPlatform   platform);
/* (nullable): where copies are looked for */
const char         *kq_profiles_get_directory (KqProfiles *self);

G_END_DECLS
