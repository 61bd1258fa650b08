/* kq-past-rates.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"

G_BEGIN_DECLS

/**
 * KqPastRates:
 * @id: (owned): a campaign
 * @name: (owned): what it is called
 * @claim_rate: claims of what was issued, in per mille, or %KQ_INT_NONE
 * @use_rate: uses of what was claimed, in per mille, or %KQ_INT_NONE
 *
 * How a campaign went by what the platforms told.
 */
typedef struct {
  char   *id;
  char   *name;
  gint64  claim_rate;
  gint64  use_rate;
} KqPastRates;

void       kq_past_rates_load_async  (KqLibrary            *library,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
GPtrArray *kq_past_rates_load_finish (KqLibrary            *library,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
