/* kq-csv-decode.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-csv.h"

G_BEGIN_DECLS

/* A table's text in UTF-8, piece by piece. */

#define KQ_CSV_PIECE (64 * 1024)

typedef struct _KqCsvDecoder KqCsvDecoder;

KqCsvDecoder *kq_csv_decoder_new      (GBytes        *bytes,
                                       GError       **error);
void          kq_csv_decoder_free     (KqCsvDecoder  *self);
gssize        kq_csv_decoder_next     (KqCsvDecoder  *self,
                                       const char   **text,
                                       GError       **error);
double        kq_csv_decoder_get_done (KqCsvDecoder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqCsvDecoder, kq_csv_decoder_free)

G_END_DECLS
