/* kq-difference-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-difference.h"

G_BEGIN_DECLS

KqDifference *kq_difference_new (KqDifferenceKind  kind,
                                 const char       *pointer,
                                 KqCampaign       *campaigns[2],
                                 JsonNode         *before,
                                 JsonNode         *after);

G_END_DECLS
