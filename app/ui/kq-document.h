/* kq-document.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-checker.h"
#include "kq-history.h"

G_BEGIN_DECLS

#define KQ_TYPE_DOCUMENT (kq_document_get_type ())

/* A campaign that is open: with its history, its findings and its images. */
G_DECLARE_FINAL_TYPE (KqDocument, kq_document, KQ, DOCUMENT, GObject)

KqDocument    *kq_document_new          (KqCampaign    *campaign,
                                         KqAssetSource *assets,
                                         GFile         *file);
KqCampaign    *kq_document_get_campaign (KqDocument    *self);
KqHistory     *kq_document_get_history  (KqDocument    *self);
KqChecker     *kq_document_get_checker  (KqDocument    *self);
KqFindingList *kq_document_get_findings (KqDocument    *self);
KqProfiles    *kq_document_get_profiles (KqDocument    *self);
KqAssetSource *kq_document_get_assets   (KqDocument    *self);
GFile         *kq_document_get_file     (KqDocument    *self);
void           kq_document_set_file     (KqDocument    *self,
                                         GFile         *file);
GTimeZone     *kq_document_get_zone     (KqDocument    *self);
char          *kq_document_dup_name     (KqDocument    *self);

/* Makes a finding's mend, as one step with a name. */
void           kq_document_fix          (KqDocument    *self,
                                         KqFinding     *finding);

G_END_DECLS
