/* kq-tab-application.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqApplicationState:
 * @KQ_APPLICATION_STATE_APPLIED: `applied`
 * @KQ_APPLICATION_STATE_APPROVED: `approved`
 * @KQ_APPLICATION_STATE_REFUSED: `refused`
 *
 * The choices of `state`.
 */
typedef enum {
  KQ_APPLICATION_STATE_APPLIED,
  KQ_APPLICATION_STATE_APPROVED,
  KQ_APPLICATION_STATE_REFUSED,
} KqApplicationState;

/* The rows of the table. */
enum {
  KQ_TAB_APPLICATION_ID,
  KQ_TAB_APPLICATION_AT,
  KQ_TAB_APPLICATION_ACCOUNT,
  KQ_TAB_APPLICATION_STATE,
  KQ_TAB_APPLICATION_REASON,
  KQ_TAB_APPLICATION_N_FIELDS
};

#define KQ_TYPE_TAB_APPLICATION (kq_tab_application_get_type ())

G_DECLARE_FINAL_TYPE (KqTabApplication, kq_tab_application, KQ, TAB_APPLICATION, KqObject)

G_END_DECLS
