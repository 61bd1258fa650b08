/* kq-workbook.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-workbook.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "kq-paths.h"

/* What the format allows, in characters and in rows */
#define MAX_TEXT 32767
#define MAX_ROWS 1048576
/* A workbook that is read back into memory */
#define MAX_BYTES ((gsize) 1 << 30)
#define COLUMN_WIDTH 16

struct _KqWorkbook {
  KqBook         parent_instance;

  char          *folder;    /* (owned) */
  char          *path;      /* (owned): within @folder */
  lxw_workbook  *book;      /* (owned) (nullable): until it is closed */
  lxw_worksheet *sheet;     /* (unowned) (nullable): that is written */
  lxw_format    *head;      /* (unowned) */
  lxw_format    *count;     /* (unowned) */
  lxw_format    *money;     /* (unowned) */
  lxw_format    *percent;   /* (unowned) */
  lxw_row_t      row;
  lxw_col_t      column;
  lxw_col_t      n_columns; /* of the sheet */
  guint          n_charts;  /* on the sheet */
};

G_DEFINE_FINAL_TYPE (KqWorkbook, kq_workbook, KQ_TYPE_BOOK)

static void
make_formats (KqWorkbook *self,
              const char *currency)
{
  g_autofree char *money = g_str_equal (currency, "CNY") ? g_strdup ("¥#,##0.00")
                                                         : g_strdup ("#,##0.00");

  self->head = workbook_add_format (self->book);
  format_set_bold (self->head);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  self->count = workbook_add_format (self->book);
  format_set_num_format (self->count, "#,##0");
  self->money = workbook_add_format (self->book);
  format_set_num_format (self->money, money);
  self->percent = workbook_add_format (self->book);
  format_set_num_format (self->percent, "0.0%");
}

static void
write_text (KqWorkbook *self,
            const char *text,
            lxw_format *format)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (valid, -1) > MAX_TEXT)
    cut = g_utf8_substring (valid, 0, MAX_TEXT);
  if (self->row < MAX_ROWS)
    worksheet_write_string (self->sheet, self->row, self->column,
                            cut != NULL ? cut : valid, format);
  self->column++;
}

static void
write_number (KqWorkbook *self,
              double      number,
              lxw_format *format)
{
  if (self->row < MAX_ROWS)
    worksheet_write_number (self->sheet, self->row, self->column, number, format);
  self->column++;
}

static void
kq_workbook_begin_sheet (KqBook             *book,
                         const char         *name,
                         const char * const *header)
{
  KqWorkbook *self = KQ_WORKBOOK (book);
  const guint n = g_strv_length ((char **) header);

  /* Where the name is none that the format knows, it makes one up. */
  self->sheet = workbook_validate_sheet_name (self->book, name) == LXW_NO_ERROR
                ? workbook_add_worksheet (self->book, name)
                : workbook_add_worksheet (self->book, NULL);
  self->row = 0;
  self->column = 0;
  self->n_columns = n;
  self->n_charts = 0;
  worksheet_set_column (self->sheet, 0, MAX (n, 1) - 1, COLUMN_WIDTH, NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
  for (guint i = 0; i < n; i++)
    write_text (self, header[i], self->head);
  kq_book_end_row (book);
}

static void
kq_workbook_add_text (KqBook     *book,
                      const char *text)
{
  write_text (KQ_WORKBOOK (book), text, NULL);
}

static void
kq_workbook_add_count (KqBook *book,
                       gint64  count)
{
  write_number (KQ_WORKBOOK (book), count, KQ_WORKBOOK (book)->count);
}

static void
kq_workbook_add_money (KqBook *book,
                       gint64  fen)
{
  write_number (KQ_WORKBOOK (book), fen / 100.0, KQ_WORKBOOK (book)->money);
}

static void
kq_workbook_add_permille (KqBook *book,
                          gint64  permille)
{
  write_number (KQ_WORKBOOK (book), permille / 1000.0, KQ_WORKBOOK (book)->percent);
}

static void
kq_workbook_add_nothing (KqBook *book)
{
  KQ_WORKBOOK (book)->column++;
}

static void
kq_workbook_end_row (KqBook *book)
{
  KQ_WORKBOOK (book)->row++;
  KQ_WORKBOOK (book)->column = 0;
}

/* To the right of the table, below each other */
static void
kq_workbook_add_chart (KqBook      *book,
                       KqBookChart  kind,
                       const char  *title,
                       guint        names,
                       const guint *values,
                       guint        n_values)
{
  KqWorkbook *self = KQ_WORKBOOK (book);
  const gboolean are_bars = kind == KQ_BOOK_CHART_BARS;
  const lxw_row_t n_rows = MIN (self->row, MAX_ROWS), last = n_rows - 1;
  const char *sheet = self->sheet->name;
  lxw_chart *chart;

  if (n_rows < 2)
    return;

  chart = workbook_add_chart (self->book, are_bars ? LXW_CHART_BAR : LXW_CHART_LINE);
  for (guint i = 0; i < n_values; i++)
    {
      lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

      chart_series_set_categories (series, sheet, 1, names, last, names);
      chart_series_set_values (series, sheet, 1, values[i], last, values[i]);
      chart_series_set_name_range (series, sheet, 0, values[i]);
    }
  chart_title_set_name (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  if (are_bars)
    chart_axis_set_reverse (chart->x_axis);
  worksheet_insert_chart (self->sheet, 1 + 16 * self->n_charts++, self->n_columns + 1, chart);
}

static GBytes *
kq_workbook_finish (KqBook  *book,
                    GError **error)
{
  KqWorkbook *self = KQ_WORKBOOK (book);
  lxw_error code = workbook_close (self->book);

  self->book = NULL;
  if (code == LXW_NO_ERROR)
    return kq_file_read (self->path, MAX_BYTES, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("a spreadsheet can’t be written: %s"),
               lxw_strerror (code));
  return NULL;
}

/* It leaves nothing behind. */
static void
kq_workbook_finalize (GObject *object)
{
  KqWorkbook *self = KQ_WORKBOOK (object);

  if (self->book != NULL)
    workbook_close (self->book);
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);

  G_OBJECT_CLASS (kq_workbook_parent_class)->finalize (object);
}

static void
kq_workbook_class_init (KqWorkbookClass *klass)
{
  KqBookClass *book_class = KQ_BOOK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_workbook_finalize;
  book_class->begin_sheet = kq_workbook_begin_sheet;
  book_class->add_text = kq_workbook_add_text;
  book_class->add_count = kq_workbook_add_count;
  book_class->add_money = kq_workbook_add_money;
  book_class->add_permille = kq_workbook_add_permille;
  book_class->add_nothing = kq_workbook_add_nothing;
  book_class->end_row = kq_workbook_end_row;
  book_class->add_chart = kq_workbook_add_chart;
  book_class->finish = kq_workbook_finish;
}

static void
kq_workbook_init (KqWorkbook *self)
{
}

/**
 * kq_workbook_new:
 * @title: what it is about
 * @currency: ISO 4217 code of its money
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a spreadsheet without a sheet
 */
KqBook *
kq_workbook_new (const char  *title,
                 const char  *currency,
                 GError     **error)
{
  g_autoptr (KqWorkbook) self = g_object_new (KQ_TYPE_WORKBOOK, NULL);
  lxw_doc_properties properties = { .title = (char *) title, .company = (char *) "Kaquan" };

  self->folder = g_dir_make_tmp ("kaquan-report-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  self->path = g_build_filename (self->folder, "report.xlsx", NULL);
  self->book = workbook_new (self->path);
  if (self->book == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("%s: a spreadsheet can’t be written"),
                   self->path);
      return NULL;
    }
  /* The library refuses longer ones. */
  if (g_utf8_strlen (title, -1) <= 128)
    workbook_set_properties (self->book, &properties);
  make_formats (self, currency);

  return KQ_BOOK (g_steal_pointer (&self));
}
