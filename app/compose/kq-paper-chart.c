/* kq-paper-chart.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "kq-money.h"
#include "kq-paper-private.h"

#define SIZE 8
#define BAR 14.
#define LABEL 170.
#define VALUE 90.
#define LINES 150.
#define AXIS 60.

/* Colours that are told apart without colour vision too, as the charts on the
 * screen have them, and how lines of them are dashed */
static const struct {
  double red, green, blue;
  double dash;
} styles[] = {
  { .110, .443, .847, 0 }, { .776, .275, 0, 6 }, { .149, .635, .412, 2 }, { .506, .239, .612, 3 },
};

static void
set_style (KqPaper *paper,
           guint    i)
{
  i %= G_N_ELEMENTS (styles);
  cairo_set_source_rgb (paper->cr, styles[i].red, styles[i].green, styles[i].blue);
  cairo_set_dash (paper->cr, &styles[i].dash, styles[i].dash > 0, 0);
}

static void
show_text (KqPaper        *paper,
           const char     *text,
           double          x,
           double          y,
           double          width,
           PangoAlignment  alignment)
{
  g_autoptr (PangoLayout) layout = kq_paper_create_layout (paper, text, SIZE, FALSE, width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  cairo_set_source_rgb (paper->cr, 0, 0, 0);
  kq_paper_show (paper, layout, x, y);
}

/* NaN where no number stands there */
static double
get_number (const KqPaperSheet *sheet,
            guint               row,
            guint               column)
{
  const KqPaperCell *cell = kq_paper_sheet_get (sheet, row, column);

  return cell != NULL && cell->is_number ? cell->number : NAN;
}

static const char *
get_text (const KqPaperSheet *sheet,
          guint               row,
          guint               column)
{
  const KqPaperCell *cell = kq_paper_sheet_get (sheet, row, column);

  return cell != NULL ? cell->text : "";
}

/* Bars: one for each row that has a number in the first column of values */

static double
find_longest (const KqPaperSheet *sheet,
              guint               column,
              guint              *n_bars)
{
  double longest = 0;

  *n_bars = 0;
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const double value = get_number (sheet, i, column);

      longest = fmax (longest, value);
      *n_bars += value > 0;
    }

  return longest;
}

static void
add_bar (KqPaper            *paper,
         const KqPaperSheet *sheet,
         const KqPaperChart *chart,
         guint               row,
         double              longest)
{
  const double left = KQ_PAPER_MARGIN + LABEL;
  const double length = (KQ_PAPER_INNER - LABEL - VALUE) *
                        get_number (sheet, row, chart->values[0]) / longest;

  show_text (paper, get_text (sheet, row, chart->names), KQ_PAPER_MARGIN, paper->y + 1, LABEL - 6,
             PANGO_ALIGN_RIGHT);
  set_style (paper, 0);
  cairo_rectangle (paper->cr, left, paper->y + 2, length, BAR - 4);
  cairo_fill (paper->cr);
  show_text (paper, get_text (sheet, row, chart->values[0]), left + length + 4, paper->y + 1, VALUE,
             PANGO_ALIGN_LEFT);
  paper->y += BAR;
}

static void
add_bars (KqPaper            *paper,
          const KqPaperSheet *sheet,
          const KqPaperChart *chart)
{
  guint n_bars;
  const double longest = find_longest (sheet, chart->values[0], &n_bars);

  if (n_bars == 0)
    return;

  kq_paper_need (paper, n_bars * BAR + 30);
  kq_paper_add_heading (paper, chart->title, 10);
  for (guint i = 0; i < sheet->rows->len; i++)
    if (get_number (sheet, i, chart->values[0]) > 0)
      add_bar (paper, sheet, chart, i, longest);
  paper->y += 12;
}

/* Lines: one for each column of values, over all rows */

/* The next of 1, 2, 4, 6, 8 and 10 times a power of ten, half of which is round too */
static double
round_up (double value)
{
  static const double steps[] = { 1, 2, 4, 6, 8, 10 };
  const double power = value > 0 ? pow (10, floor (log10 (value))) : 1;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (value <= steps[i] * power)
      return steps[i] * power;

  return value;
}

static gboolean
find_range (const KqPaperSheet *sheet,
            const KqPaperChart *chart,
            double             *least,
            double             *most)
{
  gboolean any = FALSE;

  *least = 0;
  *most = 0;
  for (guint i = 0; i < chart->n_values; i++)
    for (guint row = 0; row < sheet->rows->len; row++)
      {
        const double value = get_number (sheet, row, chart->values[i]);

        if (isnan (value))
          continue;
        any |= value != 0;
        *least = MIN (*least, value);
        *most = MAX (*most, value);
      }
  *least = *least < 0 ? -round_up (-*least) : 0;
  *most = round_up (*most);

  return any;
}

/* What isn't known is a gap; what stands alone between two is a dot. */
static void
add_line (KqPaper            *paper,
          const KqPaperSheet *sheet,
          guint               column,
          double              least,
          double              most)
{
  const double step = (KQ_PAPER_INNER - AXIS) / MAX (1, (double) sheet->rows->len - 1);
  gboolean is_gap = TRUE;

  cairo_new_path (paper->cr);
  for (guint row = 0; row < sheet->rows->len; row++)
    {
      const double value = get_number (sheet, row, column);
      const double x = KQ_PAPER_MARGIN + AXIS + row * step;
      const double y = paper->y + LINES * (most - value) / (most - least);

      if (!isnan (value))
        {
          if (is_gap)
            cairo_move_to (paper->cr, x, y);
          cairo_line_to (paper->cr, x, y);
        }
      is_gap = isnan (value);
    }
  cairo_set_line_width (paper->cr, 1.2);
  cairo_set_line_join (paper->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (paper->cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (paper->cr);
  cairo_set_line_cap (paper->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (paper->cr, NULL, 0, 0);
}

static void
add_axes (KqPaper            *paper,
          const KqPaperSheet *sheet,
          const KqPaperChart *chart,
          double              least,
          double              most)
{
  const double values[] = { most, (most + least) / 2, least };
  const guint last = sheet->rows->len - 1;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const double y = paper->y + LINES * i / (G_N_ELEMENTS (values) - 1);
      g_autofree char *text = fabs (values[i]) >= 10 ? kq_count_format ((gint64) round (values[i]))
                                                     : g_strdup_printf ("%g", values[i]);

      cairo_set_source_rgb (paper->cr, .85, .85, .85);
      cairo_set_line_width (paper->cr, .5);
      cairo_move_to (paper->cr, KQ_PAPER_MARGIN + AXIS, y);
      cairo_line_to (paper->cr, KQ_PAPER_WIDTH - KQ_PAPER_MARGIN, y);
      cairo_stroke (paper->cr);
      show_text (paper, text, KQ_PAPER_MARGIN, y - SIZE / 2., AXIS - 6, PANGO_ALIGN_RIGHT);
    }
  show_text (paper, get_text (sheet, 0, chart->names), KQ_PAPER_MARGIN + AXIS,
             paper->y + LINES + 4, 150, PANGO_ALIGN_LEFT);
  show_text (paper, get_text (sheet, last, chart->names), KQ_PAPER_WIDTH - KQ_PAPER_MARGIN - 150,
             paper->y + LINES + 4, 150, PANGO_ALIGN_RIGHT);
}

static void
add_legend (KqPaper            *paper,
            const KqPaperSheet *sheet,
            const KqPaperChart *chart)
{
  double x = KQ_PAPER_MARGIN + AXIS;

  for (guint i = 0; i < chart->n_values; i++)
    {
      set_style (paper, i);
      cairo_set_line_width (paper->cr, 1.5);
      cairo_move_to (paper->cr, x, paper->y + 6);
      cairo_line_to (paper->cr, x + 20, paper->y + 6);
      cairo_stroke (paper->cr);
      cairo_set_dash (paper->cr, NULL, 0, 0);
      show_text (paper, sheet->header[chart->values[i]], x + 24, paper->y, 110, PANGO_ALIGN_LEFT);
      x += 140;
    }
  paper->y += 18;
}

static void
add_lines (KqPaper            *paper,
           const KqPaperSheet *sheet,
           const KqPaperChart *chart)
{
  double least, most;

  if (sheet->rows->len < 2 || !find_range (sheet, chart, &least, &most))
    return;

  kq_paper_need (paper, LINES + 70);
  kq_paper_add_heading (paper, chart->title, 10);
  add_legend (paper, sheet, chart);
  add_axes (paper, sheet, chart, least, most);
  for (guint i = 0; i < chart->n_values; i++)
    {
      set_style (paper, i);
      add_line (paper, sheet, chart->values[i], least, most);
    }
  paper->y += LINES + 26;
}

/* What can't be drawn, since nothing is known, is left out. */
void
kq_paper_add_chart (KqPaper            *paper,
                    const KqPaperSheet *sheet,
                    const KqPaperChart *chart)
{
  if (chart->kind == KQ_BOOK_CHART_BARS)
    add_bars (paper, sheet, chart);
  else
    add_lines (paper, sheet, chart);
}
