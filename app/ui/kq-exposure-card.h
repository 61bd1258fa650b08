/* kq-exposure-card.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-exposure.h"

G_BEGIN_DECLS

#define KQ_TYPE_EXPOSURE_CARD (kq_exposure_card_get_type ())

/* The parts of the money at stake, as bars. */
G_DECLARE_FINAL_TYPE (KqExposureCard, kq_exposure_card, KQ, EXPOSURE_CARD, AdwBin)

GtkWidget *kq_exposure_card_new  (void);
void       kq_exposure_card_show (KqExposureCard   *self,
                                  KqCampaign       *campaign,
                                  const KqExposure *exposure);

G_END_DECLS
