/* merge-random.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* A small campaign like @old (nullable): some of it changed, in every way that
 * the format allows, written as a file may write it. */
JsonNode *merge_random_campaign (JsonNode *old,
                                 GRand    *rand);

G_END_DECLS
