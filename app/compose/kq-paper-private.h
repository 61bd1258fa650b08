/* kq-paper-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "kq-book.h"

G_BEGIN_DECLS

/* A page of A4 across, in points, and what is left free on it */
#define KQ_PAPER_WIDTH 842
#define KQ_PAPER_HEIGHT 595
#define KQ_PAPER_MARGIN 40
#define KQ_PAPER_INNER (KQ_PAPER_WIDTH - 2 * KQ_PAPER_MARGIN)

/**
 * KqPaperCell:
 * @text: (owned) (nullable): what is read there
 * @number: what it is worth, where it is a number
 * @is_number: whether it is one
 *
 * A cell of a table on paper.
 */
typedef struct {
  char     *text;
  double    number;
  gboolean  is_number;
} KqPaperCell;

/**
 * KqPaperChart:
 * @kind: how it is drawn
 * @title: (owned): what it shows
 * @names: the column of what the values belong to
 * @values: (owned): columns of numbers
 * @n_values: how many they are
 *
 * A chart of a table's columns.
 */
typedef struct {
  KqBookChart  kind;
  char        *title;
  guint        names;
  guint       *values;
  guint        n_values;
} KqPaperChart;

/**
 * KqPaperSheet:
 * @name: (owned): what the table is called
 * @header: (owned): what its columns are called
 * @n_columns: how many they are
 * @rows: (owned) (element-type GArray): rows of #KqPaperCell
 * @n_dropped: how many rows more there were than are kept
 * @charts: (owned) (element-type KqPaperChart): what is drawn of it
 *
 * A table before it is laid out.
 */
typedef struct {
  char      *name;
  GStrv      header;
  guint      n_columns;
  GPtrArray *rows;
  guint      n_dropped;
  GArray    *charts;
} KqPaperSheet;

/* (kq-paper-sheet.c) */
KqPaperSheet      *kq_paper_sheet_new      (const char          *name,
                                            const char * const  *header);
void               kq_paper_sheet_free     (KqPaperSheet        *sheet);
void               kq_paper_sheet_begin_row (KqPaperSheet       *sheet);
const KqPaperCell *kq_paper_sheet_get      (const KqPaperSheet  *sheet,
                                            guint                row,
                                            guint                column);
gboolean           kq_paper_sheet_is_empty (const KqPaperSheet  *sheet,
                                            guint                column);

/**
 * KqPaper:
 * @cr: (owned): what is drawn on
 * @title: (owned): what stands above each page
 * @page: the number of the page, from 1
 * @y: how far down it is filled, in points
 *
 * Pages that are being filled.
 */
typedef struct {
  cairo_t *cr;
  char    *title;
  guint    page;
  double   y;
} KqPaper;

/* (kq-paper-page.c) */
void         kq_paper_begin_page    (KqPaper             *paper);
void         kq_paper_end_page      (KqPaper             *paper);
void         kq_paper_need          (KqPaper             *paper,
                                     double               height);
PangoLayout *kq_paper_create_layout (KqPaper             *paper,
                                     const char          *text,
                                     int                  size,
                                     gboolean             is_bold,
                                     double               width);
double       kq_paper_show          (KqPaper             *paper,
                                     PangoLayout         *layout,
                                     double               x,
                                     double               y);
void         kq_paper_add_heading   (KqPaper             *paper,
                                     const char          *text,
                                     int                  size);

/* (kq-paper-table.c, kq-paper-chart.c) */
void         kq_paper_add_table     (KqPaper             *paper,
                                     const KqPaperSheet  *sheet);
void         kq_paper_add_chart     (KqPaper             *paper,
                                     const KqPaperSheet  *sheet,
                                     const KqPaperChart  *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqPaperSheet, kq_paper_sheet_free)

G_END_DECLS
