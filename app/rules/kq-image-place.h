/* kq-image-place.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

const KqImageKind *kq_image_place_get_kind   (KqProfiles *profiles,
                                              KqObject   *object,
                                              guint       field,
                                              gboolean   *is_checked);

G_END_DECLS
