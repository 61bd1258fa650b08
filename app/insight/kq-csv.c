/* kq-csv.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-csv.h"

#include <string.h>

#include <csv.h>
#include <glib/gi18n-lib.h>

#include "kq-csv-decode.h"
#include "kq-size.h"

/* Lines that are looked at to find out what sets the cells apart */
#define LOOK_LINES 10

typedef struct {
  struct csv_parser  parser;
  KqCsvRowFunc       func;
  gpointer           data;

  GString           *text;        /* (owned): the row's cells, each with its NUL */
  GArray            *starts;      /* (owned) (element-type gsize): where in @text */
  GPtrArray         *cells;       /* (owned) (element-type utf8) */
  guint              line;        /* on which the row begins */
  guint              inner;       /* line ends within its cells */
  guint              n_rows;
  gboolean           was_return;  /* the last end was a CR: an LF belongs to it */
  gboolean           has_text;    /* whether a cell isn't empty */
  gboolean           stopped;
  GError           **error;
} Table;

static void
refuse (Table      *self,
        KqCsvError  code,
        const char *what)
{
  if (!self->stopped)
    g_set_error (self->error, KQ_CSV_ERROR, code, _("line %u: %s"), self->line, what);
  self->stopped = TRUE;
}

static void
refuse_cell (Table *self)
{
  g_autofree char *size = kq_size_format (KQ_CSV_MAX_CELL);
  g_autofree char *what = g_strdup_printf (_("a cell is larger than %s; perhaps a quote isn’t "
                                             "closed"), size);

  refuse (self, KQ_CSV_ERROR_LIMIT, what);
}

static void
refuse_columns (Table *self)
{
  g_autofree char *what = g_strdup_printf (_("more than %u columns"), KQ_CSV_MAX_COLUMNS);

  refuse (self, KQ_CSV_ERROR_LIMIT, what);
}

static void
on_cell (void   *cell,
         size_t  length,
         void   *data)
{
  Table *self = data;
  const char *text = length > 0 ? cell : "";

  if (self->stopped)
    return;
  if (length > KQ_CSV_MAX_CELL)
    {
      refuse_cell (self);
      return;
    }
  if (self->starts->len == KQ_CSV_MAX_COLUMNS)
    {
      refuse_columns (self);
      return;
    }

  g_array_append_val (self->starts, self->text->len);
  g_string_append_len (self->text, text, length);
  g_string_append_c (self->text, '\0');
  self->has_text |= length > 0;
  self->was_return = FALSE;
  for (const char *p = text; (p = memchr (p, '\n', text + length - p)) != NULL; p++)
    self->inner++;
}

static void
hand_out (Table *self)
{
  KqCsvRow row = { self->line, self->starts->len, NULL };

  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->cells, self->text->str + g_array_index (self->starts, gsize, i));
  row.cells = (const char * const *) self->cells->pdata;

  if (++self->n_rows > KQ_CSV_MAX_ROWS)
    {
      g_autofree char *what = g_strdup_printf (_("more than %u rows"), KQ_CSV_MAX_ROWS);

      refuse (self, KQ_CSV_ERROR_LIMIT, what);
    }
  else if (!self->func (&row, self->data, self->error))
    self->stopped = TRUE;
}

/* Called for every line end, so that lines can be counted: @end is it, or -1. */
static void
on_row (int   end,
        void *data)
{
  Table *self = data;

  if (self->stopped)
    return;
  if (end == '\n' && self->was_return && self->starts->len == 0)
    {
      self->was_return = FALSE;
      return;
    }

  if (self->has_text)
    hand_out (self);
  self->line += 1 + self->inner;
  self->inner = 0;
  self->was_return = end == '\r';
  self->has_text = FALSE;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
}

/* What stands most often in the first lines, outside of quotes, sets the cells
 * apart. A semicolon has to beat commas that numbers hold. */
static char
find_delimiter (const char *text,
                gsize       length)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 }, best = 0, n_lines = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length && n_lines < LOOK_LINES; i++)
    {
      quoted ^= text[i] == '"';
      n_lines += !quoted && text[i] == '\n';
      for (guint j = 0; j < G_N_ELEMENTS (candidates); j++)
        counts[j] += !quoted && text[i] == candidates[j];
    }
  for (guint j = 1; j < G_N_ELEMENTS (candidates); j++)
    if (counts[j] > counts[best])
      best = j;

  return candidates[best];
}

static void
table_init (Table *self)
{
  csv_init (&self->parser, CSV_REPALL_NL | CSV_STRICT_FINI);
  csv_set_blk_size (&self->parser, 4096);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  self->line = 1;
}

static void
table_clear (Table *self)
{
  csv_free (&self->parser);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
}

static void
parse (Table      *self,
       const char *text,
       gsize       length)
{
  if (csv_parse (&self->parser, text, length, on_cell, on_row, self) != length)
    refuse (self, KQ_CSV_ERROR_SYNTAX, csv_strerror (csv_error (&self->parser)));
  /* It grows by what it is given, which is little. */
  else if (csv_get_buffer_size (&self->parser) > KQ_CSV_MAX_CELL + 2 * KQ_CSV_PIECE)
    refuse_cell (self);
}

static void
finish (Table *self)
{
  if (csv_fini (&self->parser, on_cell, on_row, self) != 0)
    refuse (self, KQ_CSV_ERROR_SYNTAX, _("a quote isn’t closed"));
}

static gboolean
read_pieces (Table              *self,
             KqCsvDecoder       *decoder,
             KqCsvProgressFunc   progress,
             gpointer            progress_data,
             GCancellable       *cancellable,
             GError            **error)
{
  gboolean first = TRUE;
  const char *text;
  gssize length;

  while ((length = kq_csv_decoder_next (decoder, &text, error)) > 0)
    {
      if (first)
        csv_set_delim (&self->parser, find_delimiter (text, length));
      first = FALSE;
      parse (self, text, length);
      if (self->stopped || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (kq_csv_decoder_get_done (decoder), progress_data);
    }

  return length == 0;
}

/**
 * kq_csv_read:
 * @bytes: a file
 * @func: (scope call): called for each row that isn't empty
 * @data: its data
 * @progress: (nullable) (scope call): told now and then how far it is
 * @progress_data: its data
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads a table. Cells, columns and rows are bounded before memory is taken for
 * them. Where @func wants no more and sets no error, that is no failure.
 *
 * Returns: whether it was read, or as much of it as @func wanted; else an error
 *   of #KqCsvError, of @func, or %G_IO_ERROR_CANCELLED
 */
gboolean
kq_csv_read (GBytes             *bytes,
             KqCsvRowFunc        func,
             gpointer            data,
             KqCsvProgressFunc   progress,
             gpointer            progress_data,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr (KqCsvDecoder) decoder = NULL;
  g_autoptr (GError) local_error = NULL;
  Table table = { .func = func, .data = data, .error = &local_error };

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  decoder = kq_csv_decoder_new (bytes, error);
  if (decoder == NULL)
    return FALSE;

  table_init (&table);
  if (read_pieces (&table, decoder, progress, progress_data, cancellable, &local_error))
    finish (&table);
  table_clear (&table);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
