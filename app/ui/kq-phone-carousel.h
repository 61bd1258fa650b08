/* kq-phone-carousel.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-phone-block.h"

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_CAROUSEL (kq_phone_carousel_get_type ())

/* Posters, one beside the other, with dots below. */
G_DECLARE_FINAL_TYPE (KqPhoneCarousel, kq_phone_carousel, KQ, PHONE_CAROUSEL, KqPhoneBlock)

G_END_DECLS
