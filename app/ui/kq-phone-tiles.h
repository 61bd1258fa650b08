/* kq-phone-tiles.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-phone-block.h"

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_TILES (kq_phone_tiles_get_type ())

/* Benefits or products, side by side. */
G_DECLARE_FINAL_TYPE (KqPhoneTiles, kq_phone_tiles, KQ, PHONE_TILES, KqPhoneBlock)

G_END_DECLS
