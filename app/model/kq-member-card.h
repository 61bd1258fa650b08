/* kq-member-card.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqCardKind:
 * @KQ_CARD_KIND_FREE: `free`
 * @KQ_CARD_KIND_CONDITIONAL: `conditional`
 * @KQ_CARD_KIND_PAID: `paid`
 *
 * The choices of `kind`.
 */
typedef enum {
  KQ_CARD_KIND_FREE,
  KQ_CARD_KIND_CONDITIONAL,
  KQ_CARD_KIND_PAID,
} KqCardKind;

/**
 * KqCardMatch:
 * @KQ_CARD_MATCH_ANY: `any`
 * @KQ_CARD_MATCH_ALL: `all`
 *
 * The choices of `match`.
 */
typedef enum {
  KQ_CARD_MATCH_ANY,
  KQ_CARD_MATCH_ALL,
} KqCardMatch;

/**
 * KqCardValidity:
 * @KQ_CARD_VALIDITY_PERMANENT: `permanent`
 * @KQ_CARD_VALIDITY_YEAR: `year`
 * @KQ_CARD_VALIDITY_SEASON: `season`
 * @KQ_CARD_VALIDITY_RANGE: `range`
 *
 * The choices of `validity`.
 */
typedef enum {
  KQ_CARD_VALIDITY_PERMANENT,
  KQ_CARD_VALIDITY_YEAR,
  KQ_CARD_VALIDITY_SEASON,
  KQ_CARD_VALIDITY_RANGE,
} KqCardValidity;

/**
 * KqDistribution:
 * @KQ_DISTRIBUTION_POSTER: `poster`
 * @KQ_DISTRIBUTION_QR: `qr`
 *
 * The choices of `distribution`.
 */
typedef enum {
  KQ_DISTRIBUTION_POSTER,
  KQ_DISTRIBUTION_QR,
} KqDistribution;

/* The rows of the table. */
enum {
  KQ_MEMBER_CARD_ID,
  KQ_MEMBER_CARD_EXTERNAL_ID,
  KQ_MEMBER_CARD_TITLE,
  KQ_MEMBER_CARD_PLATFORM,
  KQ_MEMBER_CARD_KIND,
  KQ_MEMBER_CARD_MATCH,
  KQ_MEMBER_CARD_SPEND,
  KQ_MEMBER_CARD_ORDERS,
  KQ_MEMBER_CARD_POINTS,
  KQ_MEMBER_CARD_PRICE,
  KQ_MEMBER_CARD_VALIDITY,
  KQ_MEMBER_CARD_VALID_FROM,
  KQ_MEMBER_CARD_VALID_TO,
  KQ_MEMBER_CARD_FACE_COLOR,
  KQ_MEMBER_CARD_FACE_IMAGE,
  KQ_MEMBER_CARD_LOGO,
  KQ_MEMBER_CARD_BENEFITS,
  KQ_MEMBER_CARD_DISTRIBUTION,
  KQ_MEMBER_CARD_CLAIM_URL,
  KQ_MEMBER_CARD_STATE,
  KQ_MEMBER_CARD_N_FIELDS
};

#define KQ_TYPE_MEMBER_CARD (kq_member_card_get_type ())

G_DECLARE_FINAL_TYPE (KqMemberCard, kq_member_card, KQ, MEMBER_CARD, KqObject)

G_END_DECLS
