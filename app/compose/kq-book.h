/* kq-book.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KqBookChart:
 * @KQ_BOOK_CHART_BARS: a bar for each row, in their order
 * @KQ_BOOK_CHART_LINES: a line for each column
 *
 * How columns are drawn.
 */
typedef enum {
  KQ_BOOK_CHART_BARS,
  KQ_BOOK_CHART_LINES,
} KqBookChart;

#define KQ_TYPE_BOOK (kq_book_get_type ())

/* Tables that are written cell by cell, from left to right and from the top down,
 * into a file of some kind. */
G_DECLARE_DERIVABLE_TYPE (KqBook, kq_book, KQ, BOOK, GObject)

/**
 * KqBookClass:
 * @parent_class: the parent class
 * @begin_sheet: begins a table
 * @add_text: adds a cell with a text
 * @add_count: adds one with a whole number
 * @add_money: adds one with an amount, in minor units
 * @add_permille: adds one with a share
 * @add_nothing: adds an empty one
 * @end_row: goes to the next row
 * @add_chart: draws columns of the table as it is now
 * @finish: makes the file
 *
 * What a kind of book does itself.
 */
struct _KqBookClass {
  GObjectClass parent_class;

  void     (*begin_sheet)  (KqBook              *self,
                            const char          *name,
                            const char * const  *header);
  void     (*add_text)     (KqBook              *self,
                            const char          *text);
  void     (*add_count)    (KqBook              *self,
                            gint64               count);
  void     (*add_money)    (KqBook              *self,
                            gint64               fen);
  void     (*add_permille) (KqBook              *self,
                            gint64               permille);
  void     (*add_nothing)  (KqBook              *self);
  void     (*end_row)      (KqBook              *self);
  void     (*add_chart)    (KqBook              *self,
                            KqBookChart          chart,
                            const char          *title,
                            guint                names,
                            const guint         *values,
                            guint                n_values);
  GBytes * (*finish)       (KqBook              *self,
                            GError             **error);
};

void    kq_book_begin_sheet  (KqBook              *self,
                              const char          *name,
                              const char * const  *header);
void    kq_book_add_text     (KqBook              *self,
                              const char          *text);
void    kq_book_add_count    (KqBook              *self,
                              gint64               count);
void    kq_book_add_money    (KqBook              *self,
                              gint64               fen);
void    kq_book_add_permille (KqBook              *self,
                              gint64               permille);
void    kq_book_add_nothing  (KqBook              *self);
void    kq_book_end_row      (KqBook              *self);
void    kq_book_add_chart    (KqBook              *self,
                              KqBookChart          chart,
                              const char          *title,
                              guint                names,
                              const guint         *values,
                              guint                n_values);
GBytes *kq_book_finish       (KqBook              *self,
                              GError             **error);

G_END_DECLS
