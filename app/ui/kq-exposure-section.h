/* kq-exposure-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_EXPOSURE_SECTION (kq_exposure_section_get_type ())

/* What a campaign may cost. */
G_DECLARE_FINAL_TYPE (KqExposureSection, kq_exposure_section, KQ, EXPOSURE_SECTION, KqSection)

G_END_DECLS
