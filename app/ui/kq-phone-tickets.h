/* kq-phone-tickets.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-phone-block.h"

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_TICKETS (kq_phone_tickets_get_type ())

/* Coupons, gifts and packs, each with its button. */
G_DECLARE_FINAL_TYPE (KqPhoneTickets, kq_phone_tickets, KQ, PHONE_TICKETS, KqPhoneBlock)

G_END_DECLS
