/* kq-media-profile.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media-image.h"

G_BEGIN_DECLS

/* Which colours the numbers of an RGB picture stand for. */

VipsImage *kq_media_profile_complete (VipsImage *image);
char      *kq_media_profile_dup_name (VipsImage *image);
gboolean   kq_media_profile_is_srgb  (VipsImage *image);

G_END_DECLS
