/* kq-paper-sheet.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-paper-private.h"

static void
cell_clear (gpointer data)
{
  g_free (((KqPaperCell *) data)->text);
}

static void
chart_clear (gpointer data)
{
  KqPaperChart *chart = data;

  g_free (chart->title);
  g_free (chart->values);
}

/* Begins the next row. */
void
kq_paper_sheet_begin_row (KqPaperSheet *sheet)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (KqPaperCell));

  g_array_set_clear_func (row, cell_clear);
  g_ptr_array_add (sheet->rows, row);
}

/* With its first row begun. */
KqPaperSheet *
kq_paper_sheet_new (const char         *name,
                    const char * const *header)
{
  KqPaperSheet *sheet = g_new0 (KqPaperSheet, 1);

  sheet->name = g_strdup (name);
  sheet->header = g_strdupv ((char **) header);
  sheet->n_columns = g_strv_length (sheet->header);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  kq_paper_sheet_begin_row (sheet);
  sheet->charts = g_array_new (FALSE, FALSE, sizeof (KqPaperChart));
  g_array_set_clear_func (sheet->charts, chart_clear);

  return sheet;
}

void
kq_paper_sheet_free (KqPaperSheet *sheet)
{
  g_free (sheet->name);
  g_strfreev (sheet->header);
  g_ptr_array_unref (sheet->rows);
  g_array_unref (sheet->charts);
  g_free (sheet);
}

/* NULL where nothing stands there */
const KqPaperCell *
kq_paper_sheet_get (const KqPaperSheet *sheet,
                    guint               row,
                    guint               column)
{
  const GArray *cells = g_ptr_array_index (sheet->rows, row);
  const KqPaperCell *cell;

  if (column >= cells->len)
    return NULL;

  cell = &g_array_index (cells, KqPaperCell, column);

  return cell->text != NULL && *cell->text != '\0' ? cell : NULL;
}

/* Whether nothing stands in a column that has rows */
gboolean
kq_paper_sheet_is_empty (const KqPaperSheet *sheet,
                         guint               column)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (kq_paper_sheet_get (sheet, i, column) != NULL)
      return FALSE;

  return sheet->rows->len > 0;
}
