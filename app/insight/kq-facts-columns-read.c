/* kq-facts-columns-read.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-facts-columns-private.h"
#include "kq-facts-header.h"

/* Platforms put titles and periods above the header. */
#define HEADER_ROWS 20

/* What is read of a table to see what it is */
typedef struct {
  GPtrArray *rows;   /* (owned) (element-type GStrv) */
  GArray    *lines;  /* (owned) (element-type guint) */
} Head;

static gboolean
keep_row (const KqCsvRow  *row,
          gpointer         data,
          GError         **error)
{
  Head *head = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < row->n_cells; i++)
    g_strv_builder_add (builder, row->cells[i]);
  g_ptr_array_add (head->rows, g_strv_builder_end (builder));
  g_array_append_val (head->lines, row->line);

  return head->rows->len < HEADER_ROWS + KQ_FACTS_SAMPLE_ROWS;
}

/* The column that is most likely the field's. Two of the same name are none:
 * which of them is meant can't be told. */
static int
guess_column (char         **header,
              KqFactsField   field,
              gboolean      *doubtful)
{
  guint best = 0;
  int column = KQ_FACTS_NO_COLUMN;

  *doubtful = FALSE;
  for (int i = 0; header[i] != NULL; i++)
    {
      g_autofree char *folded = kq_facts_header_fold (header[i]);
      guint rating = kq_facts_header_rate (field, folded);

      if (rating > 0 && rating == best)
        {
          *doubtful = TRUE;
          column = KQ_FACTS_NO_COLUMN;
        }
      else if (rating > best)
        {
          *doubtful = FALSE;
          best = rating;
          column = i;
        }
    }

  return column;
}

static guint
count_guesses (char **row)
{
  guint n = 0;
  gboolean doubtful;

  for (guint i = 0; i < KQ_FACTS_N_FIELDS; i++)
    n += guess_column (row, i, &doubtful) != KQ_FACTS_NO_COLUMN || doubtful;

  return n;
}

static guint
find_header (GPtrArray *rows)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < MIN (rows->len, HEADER_ROWS); i++)
    {
      guint n = count_guesses (g_ptr_array_index (rows, i));

      if (n > most)
        {
          most = n;
          best = i;
        }
    }

  return best;
}

static char *
sign (char **header)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; header[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", header[i]);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
}

static KqFactsColumns *
take_head (Head *head)
{
  KqFactsColumns *self = g_new0 (KqFactsColumns, 1);
  guint at = find_header (head->rows);

  self->header = g_strdupv (g_ptr_array_index (head->rows, at));
  self->n_columns = g_strv_length (self->header);
  self->line = g_array_index (head->lines, guint, at);
  self->signature = sign (self->header);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = at + 1; i < head->rows->len && self->samples->len < KQ_FACTS_SAMPLE_ROWS; i++)
    g_ptr_array_add (self->samples, g_strdupv (g_ptr_array_index (head->rows, i)));
  for (guint i = 0; i < KQ_FACTS_N_FIELDS; i++)
    self->columns[i] = guess_column (self->header, i, &self->doubtful[i]);

  return self;
}

/**
 * kq_facts_columns_read:
 * @bytes: a table
 * @error: return location for an error of #KqCsvError or #KqFactsError
 *
 * Looks at the beginning of a table and guesses which column is what.
 *
 * Returns: (transfer full) (nullable): the columns, or %NULL where it is none
 */
KqFactsColumns *
kq_facts_columns_read (GBytes  *bytes,
                       GError **error)
{
  Head head = { 0 };
  KqFactsColumns *self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  head.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  head.lines = g_array_new (FALSE, FALSE, sizeof (guint));
  if (kq_csv_read (bytes, keep_row, &head, NULL, NULL, NULL, error))
    {
      if (head.rows->len > 0)
        self = take_head (&head);
      else
        g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID, _("an empty table"));
    }
  g_ptr_array_unref (head.rows);
  g_array_unref (head.lines);

  return self;
}
