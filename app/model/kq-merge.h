/* kq-merge.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-conflict.h"

G_BEGIN_DECLS

JsonNode *kq_merge (JsonNode   *base,
                    JsonNode   *mine,
                    JsonNode   *theirs,
                    GPtrArray **conflicts,
                    GError    **error);

G_END_DECLS
