/* kq-poster.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_POSTER_ID,
  KQ_POSTER_IMAGE,
  KQ_POSTER_LINK,
  KQ_POSTER_N_FIELDS
};

#define KQ_TYPE_POSTER (kq_poster_get_type ())

G_DECLARE_FINAL_TYPE (KqPoster, kq_poster, KQ, POSTER, KqObject)

G_END_DECLS
