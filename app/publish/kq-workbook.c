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
};

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

/**
 * kq_workbook_new:
 * @title: what it is about
 * @currency: ISO 4217 code of its money
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a spreadsheet without a sheet
 */
KqWorkbook *
kq_workbook_new (const char  *title,
                 const char  *currency,
                 GError     **error)
{
  g_autoptr (KqWorkbook) self = g_new0 (KqWorkbook, 1);
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

  return g_steal_pointer (&self);
}

/**
 * kq_workbook_free:
 * @self: (transfer full): a spreadsheet
 *
 * Frees it, and leaves nothing behind.
 */
void
kq_workbook_free (KqWorkbook *self)
{
  if (self->book != NULL)
    workbook_close (self->book);
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
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

/**
 * kq_workbook_begin_sheet:
 * @self: a spreadsheet
 * @name: what it is called, at most 31 characters
 * @header: (array zero-terminated=1): what its columns are called
 *
 * Begins a sheet; what is added from now on is on it.
 */
void
kq_workbook_begin_sheet (KqWorkbook         *self,
                         const char         *name,
                         const char * const *header)
{
  guint n = g_strv_length ((char **) header);

  /* Where the name is none that the format knows, it makes one up. */
  self->sheet = workbook_validate_sheet_name (self->book, name) == LXW_NO_ERROR
                ? workbook_add_worksheet (self->book, name)
                : workbook_add_worksheet (self->book, NULL);
  self->row = 0;
  self->column = 0;
  worksheet_set_column (self->sheet, 0, MAX (n, 1) - 1, COLUMN_WIDTH, NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
  for (guint i = 0; i < n; i++)
    write_text (self, header[i], self->head);
  kq_workbook_end_row (self);
}

/**
 * kq_workbook_add_text:
 * @self: a spreadsheet
 * @text: a text, which is never taken for a formula
 *
 * Adds a cell.
 */
void
kq_workbook_add_text (KqWorkbook *self,
                      const char *text)
{
  write_text (self, text, NULL);
}

/**
 * kq_workbook_add_count:
 * @self: a spreadsheet
 * @count: a whole number
 *
 * Adds a cell.
 */
void
kq_workbook_add_count (KqWorkbook *self,
                       gint64      count)
{
  write_number (self, count, self->count);
}

/**
 * kq_workbook_add_money:
 * @self: a spreadsheet
 * @fen: an amount in minor units
 *
 * Adds a cell.
 */
void
kq_workbook_add_money (KqWorkbook *self,
                       gint64      fen)
{
  write_number (self, fen / 100.0, self->money);
}

/**
 * kq_workbook_add_permille:
 * @self: a spreadsheet
 * @permille: a share
 *
 * Adds a cell.
 */
void
kq_workbook_add_permille (KqWorkbook *self,
                          gint64      permille)
{
  write_number (self, permille / 1000.0, self->percent);
}

/**
 * kq_workbook_add_nothing:
 * @self: a spreadsheet
 *
 * Adds a cell that stays empty.
 */
void
kq_workbook_add_nothing (KqWorkbook *self)
{
  self->column++;
}

/**
 * kq_workbook_end_row:
 * @self: a spreadsheet
 *
 * Goes to the next row.
 */
void
kq_workbook_end_row (KqWorkbook *self)
{
  self->row++;
  self->column = 0;
}

/**
 * kq_workbook_finish:
 * @self: a spreadsheet, which can only be freed afterwards
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kq_workbook_finish (KqWorkbook  *self,
                    GError     **error)
{
  lxw_error code = workbook_close (self->book);

  self->book = NULL;
  if (code == LXW_NO_ERROR)
    return kq_file_read (self->path, MAX_BYTES, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("a spreadsheet can’t be written: %s"),
               lxw_strerror (code));
  return NULL;
}
