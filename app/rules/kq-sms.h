/* kq-sms.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* Characters of a text message of one part, and of each part of a longer one. */
#define KQ_SMS_SINGLE 70
#define KQ_SMS_PART 67
/* Bytes from which variables aren't filled in any more. */
#define KQ_SMS_FILL_MAX (64 * 1024)

/**
 * KqSms:
 * @characters: Unicode code points, with signature and variables
 * @parts: messages that are sent and paid for
 *
 * The length of a text message.
 */
typedef struct {
  guint characters;
  guint parts;
} KqSms;

char  *kq_sms_fill      (KqCampaign *campaign,
                         KqObject   *message);
KqSms  kq_sms_measure   (KqCampaign *campaign,
                         KqObject   *message);
char **kq_sms_find_urls (const char *text);

G_END_DECLS
