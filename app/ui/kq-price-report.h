/* kq-price-report.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "kq-price-check.h"

G_BEGIN_DECLS

#define KQ_TYPE_PRICE_REPORT (kq_price_report_get_type ())

/* The lowest prices of a campaign as it was, reckoned in a thread. */
G_DECLARE_FINAL_TYPE (KqPriceReport, kq_price_report, KQ, PRICE_REPORT, GObject)

void                kq_price_report_make_async   (JsonNode             *snapshot,
                                                  KqProfiles           *profiles,
                                                  const KqPriceTrial   *trial,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              data);
KqPriceReport      *kq_price_report_make_finish  (GAsyncResult         *result,
                                                  GError              **error);
guint               kq_price_report_get_length   (KqPriceReport        *self);
const KqPriceCheck *kq_price_report_get          (KqPriceReport        *self,
                                                  guint                 position);
const char         *kq_price_report_get_currency (KqPriceReport        *self);

G_END_DECLS
