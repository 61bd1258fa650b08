/* kq-chart.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart-canvas.h"
#include "kq-chart-series.h"

G_BEGIN_DECLS

#define KQ_CHART_NO_STEP G_MAXUINT

#define KQ_TYPE_CHART (kq_chart_get_type ())

/* A drawn chart, which one can step through. */
G_DECLARE_DERIVABLE_TYPE (KqChart, kq_chart, KQ, CHART, GtkWidget)

/**
 * KqChartClass:
 * @parent_class: the parent class
 * @draw: draws it
 * @draw_step: marks one of its steps, over what was drawn
 * @find_step: which step a point belongs to, or %KQ_CHART_NO_STEP
 * @get_n_steps: how many steps there are
 * @describe_step: what is said of one, some lines; for eyes and ears alike
 * @get_table_size: how many rows and columns there are as a table
 * @get_title: what stands over a column
 * @get_cell: what stands in a cell; @raw for machines: money in yuan, no
 *   separators
 *
 * What a kind of chart does itself.
 */
struct _KqChartClass {
  GtkWidgetClass parent_class;

  void   (*draw)           (KqChart       *self,
                            KqChartCanvas *canvas);
  void   (*draw_step)      (KqChart       *self,
                            KqChartCanvas *canvas,
                            guint          step);
  guint  (*find_step)      (KqChart       *self,
                            double         x,
                            double         y);
  guint  (*get_n_steps)    (KqChart       *self);
  char * (*describe_step)  (KqChart       *self,
                            guint          step);
  void   (*get_table_size) (KqChart       *self,
                            guint         *n_rows,
                            guint         *n_columns);
  char * (*get_title)      (KqChart       *self,
                            guint          column);
  char * (*get_cell)       (KqChart       *self,
                            guint          row,
                            guint          column,
                            gboolean       raw);
};

void        kq_chart_changed        (KqChart    *self);
void        kq_chart_queue_draw     (KqChart    *self);

const char *kq_chart_get_title      (KqChart    *self);
void        kq_chart_set_title      (KqChart    *self,
                                     const char *title);
const char *kq_chart_get_currency   (KqChart    *self);
void        kq_chart_set_currency   (KqChart    *self,
                                     const char *currency);
guint       kq_chart_get_step       (KqChart    *self);
void        kq_chart_set_step       (KqChart    *self,
                                     guint       step);

void        kq_chart_get_table_size (KqChart    *self,
                                     guint      *n_rows,
                                     guint      *n_columns);
char       *kq_chart_get_column     (KqChart    *self,
                                     guint       column);
char       *kq_chart_get_cell       (KqChart    *self,
                                     guint       row,
                                     guint       column,
                                     gboolean    raw);
void        kq_chart_draw           (KqChart    *self,
                                     cairo_t    *cr,
                                     int         width,
                                     int         height);

G_END_DECLS
