/* kq-dismissal.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_DISMISSAL_RULE,
  KQ_DISMISSAL_OBJECT,
  KQ_DISMISSAL_N_FIELDS
};

#define KQ_TYPE_DISMISSAL (kq_dismissal_get_type ())

G_DECLARE_FINAL_TYPE (KqDismissal, kq_dismissal, KQ, DISMISSAL, KqObject)

G_END_DECLS
