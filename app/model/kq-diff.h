/* kq-diff.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-difference.h"

G_BEGIN_DECLS

GPtrArray *kq_diff (JsonNode  *before,
                    JsonNode  *after,
                    GError   **error);

G_END_DECLS
