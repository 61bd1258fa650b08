/* kq-phone-ticket.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-view.h"

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_TICKET (kq_phone_ticket_get_type ())

/* One coupon, gift or pack. Signal “activated” with its id. */
G_DECLARE_FINAL_TYPE (KqPhoneTicket, kq_phone_ticket, KQ, PHONE_TICKET, AdwBin)

GtkWidget        *kq_phone_ticket_new      (void);
void              kq_phone_ticket_update   (KqPhoneTicket    *self,
                                            const KqViewItem *item,
                                            int               tone);
const KqViewItem *kq_phone_ticket_get_item (KqPhoneTicket    *self);

G_END_DECLS
