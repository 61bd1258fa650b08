/* kq-id-pointer.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* JSON Pointers in which an element of a list is named by what tells it from
 * its siblings, not by its index: /coupons/d1/amount. They outlive an edit of
 * the list. */

char     *kq_id_pointer_to_plain  (const char  *pointer,
                                   JsonNode    *campaign);
KqObject *kq_id_pointer_find      (const char  *pointer,
                                   KqCampaign  *campaign,
                                   guint       *index,
                                   const char **rest);
char     *kq_id_pointer_describe  (const char  *pointer,
                                   KqCampaign  *campaign);
char     *kq_id_pointer_describe_value (const char *pointer,
                                   KqCampaign  *campaign,
                                   JsonNode    *value);

G_END_DECLS
