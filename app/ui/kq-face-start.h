/* kq-face-start.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-face.h"

G_BEGIN_DECLS

/* What a card face begins with, from what the campaign says already. */

KqFace    *kq_face_start_new          (KqCampaign           *campaign,
                                       KqObject             *object);
GPtrArray *kq_face_start_list_kinds   (KqProfiles           *profiles,
                                       KqObject             *object,
                                       guint                 field);

G_END_DECLS
