/* kq-fit-job.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "kq-asset-source.h"
#include "kq-media.h"

G_BEGIN_DECLS

#define KQ_TYPE_FIT_JOB (kq_fit_job_get_type ())

/* A picture that is being fitted, as often as somebody changes their mind.
 * Signals “opened”, when it can be seen, and “changed”, whenever there is
 * something new to know. */
G_DECLARE_FINAL_TYPE (KqFitJob, kq_fit_job, KQ, FIT_JOB, GObject)

KqFitJob           *kq_fit_job_new               (KqMedia            *media,
                                                  const KqImageKind  *kind);
void                kq_fit_job_open_asset        (KqFitJob           *self,
                                                  KqAssetSource      *source,
                                                  const char         *sha256);
void                kq_fit_job_open_bytes        (KqFitJob           *self,
                                                  GBytes             *bytes);
void                kq_fit_job_ask               (KqFitJob           *self,
                                                  const char         *type,
                                                  const KqFitOptions *options);
void                kq_fit_job_cancel            (KqFitJob           *self);

const KqImageFacts *kq_fit_job_get_source_facts  (KqFitJob           *self);
GdkTexture         *kq_fit_job_get_source        (KqFitJob           *self);
void                kq_fit_job_get_source_size   (KqFitJob           *self,
                                                  int                *width,
                                                  int                *height);

gboolean            kq_fit_job_is_busy           (KqFitJob           *self);
gboolean            kq_fit_job_is_answered       (KqFitJob           *self);
const KqFitted     *kq_fit_job_get_fitted        (KqFitJob           *self);
const KqImageFacts *kq_fit_job_get_facts         (KqFitJob           *self);
GdkTexture         *kq_fit_job_get_result        (KqFitJob           *self);
const GError       *kq_fit_job_get_error         (KqFitJob           *self);

G_END_DECLS
