/* kq-library-recheck.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

#define KQ_TYPE_LIBRARY_RECHECK (kq_library_recheck_get_type ())

/* Counts the findings of the library's campaigns anew where that is due, one
 * after the other and off the thread that made it. Property “busy” (notified). */
G_DECLARE_FINAL_TYPE (KqLibraryRecheck, kq_library_recheck, KQ, LIBRARY_RECHECK, GObject)

KqLibraryRecheck *kq_library_recheck_new     (KqLibrary        *library,
                                              KqProfiles       *profiles,
                                              gint64            profiles_changed);
void              kq_library_recheck_start   (KqLibraryRecheck *self);
void              kq_library_recheck_stop    (KqLibraryRecheck *self);
gboolean          kq_library_recheck_is_busy (KqLibraryRecheck *self);
gboolean          kq_library_recheck_is_due  (KqLibraryItem    *item,
                                              gint64            now,
                                              gint64            profiles_changed);
gboolean          kq_library_recheck_campaign (KqLibrary      *library,
                                              const char       *id,
                                              KqProfiles       *profiles,
                                              GCancellable     *cancellable,
                                              GError          **error);

G_END_DECLS
