/* kq-paper-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-paper-private.h"

#define SIZE 8
#define PADDING 3.
/* Nobody reads more rows of a table on paper; a spreadsheet has them all. */
#define MAX_ROWS 500
/* Rows by which the width of columns is found */
#define MEASURED 200
/* Points that a column asks for at most, and lines that a cell has */
#define MAX_COLUMN 260.
#define MAX_LINES 6

typedef struct {
  KqPaper            *paper;
  const KqPaperSheet *sheet;
  double             *widths;  /* by column; 0 for one that is left out */
} Table;

static PangoLayout *
create_cell (Table      *table,
             const char *text,
             gboolean    is_bold,
             guint       column)
{
  PangoLayout *layout = kq_paper_create_layout (table->paper, text, SIZE, is_bold,
                                                table->widths[column] - 2 * PADDING);

  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static double
measure (KqPaper    *paper,
         const char *text,
         gboolean    is_bold)
{
  g_autoptr (PangoLayout) layout = kq_paper_create_layout (paper, text, SIZE, is_bold, 0);
  int width, height;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_size (layout, &width, &height);

  return MIN (MAX_COLUMN, (double) width / PANGO_SCALE + 2 * PADDING + 1);
}

/* The widest columns give way, until all have room. */
static void
fit (double *widths,
     guint   n)
{
  double least = 0, most = MAX_COLUMN, sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  if (sum <= KQ_PAPER_INNER)
    return;

  for (guint step = 0; step < 40; step++)
    {
      const double limit = (least + most) / 2;

      sum = 0;
      for (guint i = 0; i < n; i++)
        sum += MIN (widths[i], limit);
      if (sum > KQ_PAPER_INNER)
        most = limit;
      else
        least = limit;
    }
  for (guint i = 0; i < n; i++)
    widths[i] = MIN (widths[i], least);
}

static void
find_widths (Table *table)
{
  const KqPaperSheet *sheet = table->sheet;

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      if (kq_paper_sheet_is_empty (sheet, column))
        continue;

      table->widths[column] = measure (table->paper, sheet->header[column], TRUE);
      for (guint row = 0; row < MIN (sheet->rows->len, MEASURED); row++)
        {
          const KqPaperCell *cell = kq_paper_sheet_get (sheet, row, column);

          if (cell != NULL)
            table->widths[column] = MAX (table->widths[column],
                                         measure (table->paper, cell->text, FALSE));
        }
    }
  fit (table->widths, sheet->n_columns);
}

/* How far below its top the first line of a cell stands, in points */
static double
get_baseline (PangoLayout *cell)
{
  return (double) pango_layout_get_baseline (cell) / PANGO_SCALE;
}

static double
get_lowest_baseline (PangoLayout **cells,
                     guint         n)
{
  double lowest = 0;

  for (guint i = 0; i < n; i++)
    if (cells[i] != NULL)
      lowest = MAX (lowest, get_baseline (cells[i]));

  return lowest;
}

/* A number stands at the end of its column; all stand on one line, whatever their
 * fonts. */
static void
show_cells (Table        *table,
            PangoLayout **cells,
            gboolean     *are_numbers)
{
  const double baseline = get_lowest_baseline (cells, table->sheet->n_columns);
  double x = KQ_PAPER_MARGIN;

  for (guint i = 0; i < table->sheet->n_columns; i++)
    {
      if (cells[i] != NULL)
        {
          if (are_numbers[i])
            pango_layout_set_alignment (cells[i], PANGO_ALIGN_RIGHT);
          kq_paper_show (table->paper, cells[i], x + PADDING,
                         table->paper->y + PADDING + baseline - get_baseline (cells[i]));
          g_object_unref (cells[i]);
        }
      x += table->widths[i];
    }
}

static double
get_height (PangoLayout **cells,
            guint         n)
{
  const double baseline = get_lowest_baseline (cells, n);
  double highest = SIZE;

  for (guint i = 0; i < n; i++)
    if (cells[i] != NULL)
      {
        int width, height;

        pango_layout_get_size (cells[i], &width, &height);
        highest = MAX (highest, (double) height / PANGO_SCALE + baseline - get_baseline (cells[i]));
      }

  return highest + 2 * PADDING;
}

static void
rule (KqPaper *paper,
      double   grey)
{
  cairo_set_source_rgb (paper->cr, grey, grey, grey);
  cairo_set_line_width (paper->cr, .5);
  cairo_move_to (paper->cr, KQ_PAPER_MARGIN, paper->y);
  cairo_line_to (paper->cr, KQ_PAPER_WIDTH - KQ_PAPER_MARGIN, paper->y);
  cairo_stroke (paper->cr);
  cairo_set_source_rgb (paper->cr, 0, 0, 0);
}

static gboolean
is_number_column (const KqPaperSheet *sheet,
                  guint               column)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const KqPaperCell *cell = kq_paper_sheet_get (sheet, i, column);

      if (cell != NULL)
        return cell->is_number;
    }

  return FALSE;
}

static void
add_header (Table *table)
{
  const guint n = table->sheet->n_columns;
  g_autofree PangoLayout **cells = g_new0 (PangoLayout *, n);
  g_autofree gboolean *are_numbers = g_new0 (gboolean, n);
  double height;

  for (guint i = 0; i < n; i++)
    if (table->widths[i] > 0)
      {
        cells[i] = create_cell (table, table->sheet->header[i], TRUE, i);
        are_numbers[i] = is_number_column (table->sheet, i);
      }
  height = get_height (cells, n);
  show_cells (table, cells, are_numbers);
  table->paper->y += height;
  rule (table->paper, .3);
}

static void
add_row (Table *table,
         guint  row)
{
  const guint n = table->sheet->n_columns;
  const guint page = table->paper->page;
  g_autofree PangoLayout **cells = g_new0 (PangoLayout *, n);
  g_autofree gboolean *are_numbers = g_new0 (gboolean, n);
  double height;

  for (guint i = 0; i < n; i++)
    {
      const KqPaperCell *cell = kq_paper_sheet_get (table->sheet, row, i);

      if (cell == NULL || table->widths[i] == 0)
        continue;
      cells[i] = create_cell (table, cell->text, FALSE, i);
      are_numbers[i] = cell->is_number;
    }
  height = get_height (cells, n);
  kq_paper_need (table->paper, height);
  if (table->paper->page != page)
    add_header (table);
  show_cells (table, cells, are_numbers);
  table->paper->y += height;
  rule (table->paper, .85);
}

static void
add_note (KqPaper    *paper,
          const char *text)
{
  g_autoptr (PangoLayout) layout = kq_paper_create_layout (paper, text, SIZE, FALSE, KQ_PAPER_INNER);

  kq_paper_need (paper, 2 * SIZE);
  paper->y += PADDING;
  paper->y += kq_paper_show (paper, layout, KQ_PAPER_MARGIN, paper->y);
}

/* The table from where the page is filled on; its header is on each page. */
void
kq_paper_add_table (KqPaper            *paper,
                    const KqPaperSheet *sheet)
{
  g_autofree double *widths = g_new0 (double, MAX (1, sheet->n_columns));
  Table table = { paper, sheet, widths };
  const guint n_printed = MIN (sheet->rows->len, MAX_ROWS);
  const guint n_more = sheet->rows->len - n_printed + sheet->n_dropped;

  if (sheet->rows->len == 0)
    {
      add_note (paper, _("Nothing"));
      return;
    }

  cairo_set_source_rgb (paper->cr, 0, 0, 0);
  find_widths (&table);
  add_header (&table);
  for (guint i = 0; i < n_printed; i++)
    add_row (&table, i);
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more row is in the spreadsheet",
                                                         "%u more rows are in the spreadsheet",
                                                         n_more), n_more);

      add_note (paper, more);
    }
}
