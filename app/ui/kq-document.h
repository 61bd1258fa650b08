/* kq-document.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-autosave.h"
#include "kq-checker.h"
#include "kq-history.h"
#include "kq-library-assets.h"
#include "kq-probed-assets.h"

G_BEGIN_DECLS

#define KQ_TYPE_DOCUMENT (kq_document_get_type ())

/* A campaign that is open: with its history, its findings, its images and what
 * saves it. Property “name” (notified). */
G_DECLARE_FINAL_TYPE (KqDocument, kq_document, KQ, DOCUMENT, GObject)

KqProfiles    *kq_document_read_profiles  (void);

KqDocument    *kq_document_new            (KqCampaign    *campaign,
                                           KqAssetSource *assets,
                                           GFile         *file);
KqDocument    *kq_document_new_in_library (KqLibrary     *library,
                                           KqCampaign    *campaign,
                                           KqHistory     *history,
                                           gint64         version);
const char    *kq_document_get_id         (KqDocument    *self);
KqCampaign    *kq_document_get_campaign   (KqDocument    *self);
KqHistory     *kq_document_get_history    (KqDocument    *self);
KqChecker     *kq_document_get_checker    (KqDocument    *self);
KqFindingList *kq_document_get_findings   (KqDocument    *self);
KqProfiles    *kq_document_get_profiles   (KqDocument    *self);
KqAssetSource *kq_document_get_assets     (KqDocument    *self);
KqProbedAssets *
               kq_document_get_probed_assets (KqDocument *self);
char          *kq_document_add_asset      (KqDocument    *self,
                                           GBytes        *bytes);
KqAutosave    *kq_document_get_autosave   (KqDocument    *self);
KqLibrary     *kq_document_get_library    (KqDocument    *self);
gboolean       kq_document_is_kept        (KqDocument    *self);
GFile         *kq_document_get_file       (KqDocument    *self);
GTimeZone     *kq_document_get_zone       (KqDocument    *self);
char          *kq_document_dup_name       (KqDocument    *self);

/* Makes a finding's mend, as one step with a name. */
void           kq_document_fix            (KqDocument    *self,
                                           KqFinding     *finding);
void           kq_document_bring_back_version (KqDocument *self,
                                               JsonNode   *version,
                                               const char *name);

G_END_DECLS
