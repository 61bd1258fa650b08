/* kq-overview-status.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_OVERVIEW_STATUS (kq_overview_status_get_type ())

/* How a campaign stands: findings by section, money, dates, platforms. */
G_DECLARE_FINAL_TYPE (KqOverviewStatus, kq_overview_status, KQ, OVERVIEW_STATUS, AdwBin)

GtkWidget *kq_overview_status_new          (void);
void       kq_overview_status_set_document (KqOverviewStatus *self,
                                            KqDocument       *document);

G_END_DECLS
