/* kq-report.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-campaign.h"
#include "kq-facts.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

/**
 * KqReportSource:
 * @campaign: (unowned): a campaign
 * @facts: (unowned): what platforms told of it, settled
 * @profiles: (unowned): the platforms' numbers
 * @assets: (unowned) (nullable): its pictures, for the checks
 *
 * What a report is made of.
 */
typedef struct {
  KqCampaign    *campaign;
  KqFacts       *facts;
  KqProfiles    *profiles;
  KqAssetSource *assets;
} KqReportSource;

/**
 * KqReportFormat:
 * @KQ_REPORT_XLSX: a spreadsheet
 * @KQ_REPORT_PDF: pages to print
 *
 * What kind of file a report is.
 */
typedef enum {
  KQ_REPORT_XLSX,
  KQ_REPORT_PDF,
} KqReportFormat;

GBytes *kq_report_make (const KqReportSource  *source,
                        KqReportFormat         format,
                        GError               **error);

G_END_DECLS
