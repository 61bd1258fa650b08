/* kq-setup-step.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_SETUP_STEP_STEP,
  KQ_SETUP_STEP_DONE,
  KQ_SETUP_STEP_BY,
  KQ_SETUP_STEP_AT,
  KQ_SETUP_STEP_N_FIELDS
};

#define KQ_TYPE_SETUP_STEP (kq_setup_step_get_type ())

G_DECLARE_FINAL_TYPE (KqSetupStep, kq_setup_step, KQ, SETUP_STEP, KqObject)

G_END_DECLS
