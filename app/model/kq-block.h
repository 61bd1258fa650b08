/* kq-block.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqBlockKind:
 * @KQ_BLOCK_KIND_COUPON: `coupon`
 * @KQ_BLOCK_KIND_PRODUCTS: `products`
 * @KQ_BLOCK_KIND_IMAGE: `image`
 * @KQ_BLOCK_KIND_TEXT: `text`
 *
 * The choices of `kind`.
 */
typedef enum {
  KQ_BLOCK_KIND_COUPON,
  KQ_BLOCK_KIND_PRODUCTS,
  KQ_BLOCK_KIND_IMAGE,
  KQ_BLOCK_KIND_TEXT,
} KqBlockKind;

/**
 * KqTone:
 * @KQ_TONE_RED: `red`
 * @KQ_TONE_ORANGE: `orange`
 *
 * The choices of `tone`.
 */
typedef enum {
  KQ_TONE_RED,
  KQ_TONE_ORANGE,
} KqTone;

/* The rows of the table. */
enum {
  KQ_BLOCK_ID,
  KQ_BLOCK_KIND,
  KQ_BLOCK_COUPON,
  KQ_BLOCK_TONE,
  KQ_BLOCK_PRODUCTS,
  KQ_BLOCK_IMAGE,
  KQ_BLOCK_TEXT,
  KQ_BLOCK_LINK,
  KQ_BLOCK_N_FIELDS
};

#define KQ_TYPE_BLOCK (kq_block_get_type ())

G_DECLARE_FINAL_TYPE (KqBlock, kq_block, KQ, BLOCK, KqObject)

G_END_DECLS
