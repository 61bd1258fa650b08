/* kq-paper-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-paper-private.h"

#define SIZE 8
#define PADDING 3.
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

/* A number stands at the end of its column. */
static void
show_cells (Table        *table,
            PangoLayout **cells,
            gboolean     *are_numbers)
{
  double x = KQ_PAPER_MARGIN;

  for (guint i = 0; i < table->sheet->n_columns; i++)
    {
      if (cells[i] != NULL)
        {
          if (are_numbers[i])
            pango_layout_set_alignment (cells[i], PANGO_ALIGN_RIGHT);
          kq_paper_show (table->paper, cells[i], x + PADDING, table->paper->y + PADDING);
          g_object_unref (cells[i]);
        }
      x += table->widths[i];
    }
}

static double
get_height (PangoLayout **cells,
            guint         n)
{
  int highest = SIZE * PANGO_SCALE;

  for (guint i = 0; i < n; i++)
    if (cells[i] != NULL)
      {
        int width, height;

        pango_layout_get_size (cells[i], &width, &height);
        highest = MAX (highest, height);
      }

  return (double) highest / PANGO_SCALE + 2 * PADDING;
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

  if (sheet->rows->len == 0)
    {
      add_note (paper, _("Nothing"));
      return;
    }

  cairo_set_source_rgb (paper->cr, 0, 0, 0);
  find_widths (&table);
  add_header (&table);
  for (guint i = 0; i < sheet->rows->len; i++)
    add_row (&table, i);
  if (sheet->n_dropped > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more row is in the spreadsheet",
                                                         "%u more rows are in the spreadsheet",
                                                         sheet->n_dropped), sheet->n_dropped);

      add_note (paper, more);
    }
}
