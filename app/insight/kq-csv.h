/* kq-csv.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Tables as platforms and spreadsheets export them: UTF-8, GB18030 or UTF-16,
 * set apart by commas, semicolons or tabs. They may hold anything. */

#define KQ_CSV_ERROR (kq_csv_error_quark ())

/**
 * KqCsvError:
 * @KQ_CSV_ERROR_ENCODING: the text is in none of the encodings
 * @KQ_CSV_ERROR_LIMIT: a cell, a row or the table is larger than allowed
 * @KQ_CSV_ERROR_SYNTAX: a quote isn't closed
 *
 * Why a table couldn't be read. The message names the line.
 */
typedef enum {
  KQ_CSV_ERROR_ENCODING,
  KQ_CSV_ERROR_LIMIT,
  KQ_CSV_ERROR_SYNTAX,
} KqCsvError;

GQuark kq_csv_error_quark (void);

#define KQ_CSV_MAX_BYTES   ((gsize) 512 * 1024 * 1024)
#define KQ_CSV_MAX_CELL    (64 * 1024)
#define KQ_CSV_MAX_COLUMNS 256
#define KQ_CSV_MAX_ROWS    5000000

/**
 * KqCsvRow:
 * @line: of the file, counted from 1, on which it begins
 * @n_cells: how many cells
 * @cells: (array length=n_cells): their texts, valid UTF-8 without spaces
 *   around them
 *
 * A row with at least one cell that isn't empty.
 */
typedef struct {
  guint               line;
  guint               n_cells;
  const char * const *cells;
} KqCsvRow;

/* Returns whether to go on; an error ends the reading with it. */
typedef gboolean (*KqCsvRowFunc)      (const KqCsvRow  *row,
                                       gpointer         data,
                                       GError         **error);
/* @done is from 0 to 1. */
typedef void     (*KqCsvProgressFunc) (double           done,
                                       gpointer         data);

gboolean kq_csv_read (GBytes             *bytes,
                      KqCsvRowFunc        func,
                      gpointer            data,
                      KqCsvProgressFunc   progress,
                      gpointer            progress_data,
                      GCancellable       *cancellable,
                      GError            **error);

G_END_DECLS
