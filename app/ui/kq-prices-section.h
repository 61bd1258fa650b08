/* kq-prices-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_PRICES_SECTION (kq_prices_section_get_type ())

/* What is paid at least. */
G_DECLARE_FINAL_TYPE (KqPricesSection, kq_prices_section, KQ, PRICES_SECTION, KqSection)

G_END_DECLS
