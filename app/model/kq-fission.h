/* kq-fission.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_FISSION_ID,
  KQ_FISSION_PLATFORM,
  KQ_FISSION_NAME,
  KQ_FISSION_SHARER_COUPON,
  KQ_FISSION_INVITEE_COUPON,
  KQ_FISSION_PEOPLE,
  KQ_FISSION_SCENE,
  KQ_FISSION_START,
  KQ_FISSION_END,
  KQ_FISSION_LINK,
  KQ_FISSION_SHORT_LINK,
  KQ_FISSION_LINK_VERIFIED,
  KQ_FISSION_STATE,
  KQ_FISSION_N_FIELDS
};

#define KQ_TYPE_FISSION (kq_fission_get_type ())

G_DECLARE_FINAL_TYPE (KqFission, kq_fission, KQ, FISSION, KqObject)

G_END_DECLS
