/* kq-message.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqTrigger:
 * @KQ_TRIGGER_ONCE: `once`
 * @KQ_TRIGGER_AUTOMATIC: `automatic`
 *
 * The choices of `trigger`.
 */
typedef enum {
  KQ_TRIGGER_ONCE,
  KQ_TRIGGER_AUTOMATIC,
} KqTrigger;

/* The rows of the table. */
enum {
  KQ_MESSAGE_ID,
  KQ_MESSAGE_PLATFORM,
  KQ_MESSAGE_NAME,
  KQ_MESSAGE_SCENE,
  KQ_MESSAGE_TRIGGER,
  KQ_MESSAGE_SEND_AT,
  KQ_MESSAGE_UNTIL,
  KQ_MESSAGE_AUDIENCE_SIZE,
  KQ_MESSAGE_RETURNING_ONLY,
  KQ_MESSAGE_SIGNATURE,
  KQ_MESSAGE_TEXT,
  KQ_MESSAGE_COUPON,
  KQ_MESSAGE_LANDING_PAGE,
  KQ_MESSAGE_PRODUCT,
  KQ_MESSAGE_LINK,
  KQ_MESSAGE_STATE,
  KQ_MESSAGE_N_FIELDS
};

#define KQ_TYPE_MESSAGE (kq_message_get_type ())

G_DECLARE_FINAL_TYPE (KqMessage, kq_message, KQ, MESSAGE, KqObject)

G_END_DECLS
