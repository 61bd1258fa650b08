/* merge-random.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* A small campaign like @old (nullable): some of it changed, in every way that
 * the format allows, written as a file may write it. @salt picks the fields
 * that it has. */
JsonNode *merge_random_campaign (JsonNode *old,
                                 GRand    *rand,
                                 guint32   salt);

G_END_DECLS
