/* kq-numbers-compare.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-numbers.h"

G_BEGIN_DECLS

#define KQ_TYPE_NUMBERS_COMPARE (kq_numbers_compare_get_type ())

/* The objects of a campaign beside each other. */
G_DECLARE_FINAL_TYPE (KqNumbersCompare, kq_numbers_compare, KQ, NUMBERS_COMPARE, AdwBin)

GtkWidget *kq_numbers_compare_new  (void);
void       kq_numbers_compare_show (KqNumbersCompare      *self,
                                    KqNumbers             *numbers,
                                    KqCampaign            *campaign,
                                    const KqNumbersFilter *filter);

G_END_DECLS
