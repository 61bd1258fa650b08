/* kq-library-follow.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"

G_BEGIN_DECLS

/* What a library does of itself in a program that stays. */

typedef struct _KqLibraryFollow KqLibraryFollow;

KqLibraryFollow *kq_library_follow_new  (KqLibrary       *library,
                                         GMainContext    *context,
                                         gint64           check_bytes);
void             kq_library_follow_free (KqLibraryFollow *self);

G_END_DECLS
