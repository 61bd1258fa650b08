/* fixture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media.h"

G_BEGIN_DECLS

GBytes      *read_image   (const char *name);
KqImageKind *new_kind     (const char *id,
                           guint       width,
                           guint       height,
                           gint64      max_bytes);
void         assert_taken (KqMedia           *media,
                           GBytes            *bytes,
                           const KqImageKind *kind);

G_END_DECLS
