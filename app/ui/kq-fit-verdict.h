/* kq-fit-verdict.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-fit-job.h"

G_BEGIN_DECLS

#define KQ_TYPE_FIT_VERDICT (kq_fit_verdict_get_type ())

/* What came of fitting a picture, in words. */
G_DECLARE_FINAL_TYPE (KqFitVerdict, kq_fit_verdict, KQ, FIT_VERDICT, AdwBin)

void kq_fit_verdict_show (KqFitVerdict      *self,
                          KqFitJob          *job,
                          const KqImageKind *kind);

G_END_DECLS
