/* kq-facts-columns.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-columns.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-facts-cells.h"
#include "kq-facts-header.h"

/* Platforms put titles and periods above the header. */
#define HEADER_ROWS 20

struct _KqFactsColumns {
  char     **header;     /* (owned) */
  guint      n_columns;
  guint      line;
  char      *signature;  /* (owned) */
  GPtrArray *samples;    /* (owned) (element-type GStrv) */
  int        columns[KQ_FACTS_N_FIELDS];
  gboolean   doubtful[KQ_FACTS_N_FIELDS];  /* two columns have the name */
};

/* What is read of a table to see what it is */
typedef struct {
  GPtrArray *rows;   /* (owned) (element-type GStrv) */
  GArray    *lines;  /* (owned) (element-type guint) */
} Head;

G_DEFINE_BOXED_TYPE (KqFactsColumns, kq_facts_columns, kq_facts_columns_copy,
                     kq_facts_columns_free)

static const struct {
  const char *word;
  const char *label;
} fields[KQ_FACTS_MEASURES] = {
  [KQ_FACTS_DATE] = { "date", NC_("figures", "Date") },
  [KQ_FACTS_HOUR] = { "hour", NC_("figures", "Hour") },
  [KQ_FACTS_ID] = { "id", NC_("figures", "The platform’s ID") },
  [KQ_FACTS_NAME] = { "coupon", NC_("figures", "Name") },
};

/**
 * kq_facts_field_get_word:
 * @field: a field
 *
 * Returns: its name, as mappings are written
 */
const char *
kq_facts_field_get_word (KqFactsField field)
{
  return field < KQ_FACTS_MEASURES ? fields[field].word
                                   : kq_measure_get_word (field - KQ_FACTS_MEASURES);
}

/**
 * kq_facts_field_get_label:
 * @field: a field
 *
 * Returns: what operators call it, translated
 */
const char *
kq_facts_field_get_label (KqFactsField field)
{
  return field < KQ_FACTS_MEASURES ? g_dpgettext2 (GETTEXT_PACKAGE, "figures", fields[field].label)
                                   : kq_measure_get_label (field - KQ_FACTS_MEASURES);
}

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

/**
 * kq_facts_columns_copy:
 * @self: columns
 *
 * Returns: (transfer full): a copy
 */
KqFactsColumns *
kq_facts_columns_copy (KqFactsColumns *self)
{
  KqFactsColumns *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->header = g_strdupv (self->header);
  copy->signature = g_strdup (self->signature);
  copy->samples = g_ptr_array_ref (self->samples);

  return copy;
}

/**
 * kq_facts_columns_free:
 * @self: (transfer full): columns
 *
 * Frees them.
 */
void
kq_facts_columns_free (KqFactsColumns *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->header);
  g_free (self->signature);
  g_ptr_array_unref (self->samples);
  g_free (self);
}

/**
 * kq_facts_columns_get_header:
 * @self: columns
 *
 * Returns: (transfer none) (array zero-terminated=1): what they are called
 */
const char * const *
kq_facts_columns_get_header (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->header;
}

/**
 * kq_facts_columns_get_line:
 * @self: columns
 *
 * Returns: the line on which the header stands, counted from 1
 */
guint
kq_facts_columns_get_line (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

/**
 * kq_facts_columns_get_n_samples:
 * @self: columns
 *
 * Returns: how many rows are there to be shown
 */
guint
kq_facts_columns_get_n_samples (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->samples->len;
}

/**
 * kq_facts_columns_get_sample:
 * @self: columns
 * @position: which of the first rows
 *
 * Returns: (transfer none) (array zero-terminated=1): its cells
 */
const char * const *
kq_facts_columns_get_sample (KqFactsColumns *self,
                             guint           position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->samples->len, NULL);

  return g_ptr_array_index (self->samples, position);
}

/**
 * kq_facts_columns_get_signature:
 * @self: columns
 *
 * Returns: what tells their header from others, to remember them by
 */
const char *
kq_facts_columns_get_signature (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->signature;
}

/**
 * kq_facts_columns_get:
 * @self: columns
 * @field: a field
 *
 * Returns: its column, counted from 0, or %KQ_FACTS_NO_COLUMN
 */
int
kq_facts_columns_get (KqFactsColumns *self,
                      KqFactsField    field)
{
  g_return_val_if_fail (self != NULL, KQ_FACTS_NO_COLUMN);
  g_return_val_if_fail (field < KQ_FACTS_N_FIELDS, KQ_FACTS_NO_COLUMN);

  return self->columns[field];
}

/**
 * kq_facts_columns_set:
 * @self: columns
 * @field: a field
 * @column: its column, counted from 0, or %KQ_FACTS_NO_COLUMN
 *
 * Says which column is what.
 */
void
kq_facts_columns_set (KqFactsColumns *self,
                      KqFactsField    field,
                      int             column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field < KQ_FACTS_N_FIELDS);
  g_return_if_fail (column >= KQ_FACTS_NO_COLUMN && column < (int) self->n_columns);

  self->columns[field] = column;
  self->doubtful[field] = FALSE;
}

/**
 * kq_facts_columns_get_decimals:
 * @self: columns
 * @field: a measure's field that has a column
 *
 * Returns: how many decimals of its cells are whole in what it counts: 2 for
 *   yuan, which are kept in fen
 */
int
kq_facts_columns_get_decimals (KqFactsColumns *self,
                               KqFactsField    field)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (field >= KQ_FACTS_MEASURES && field < KQ_FACTS_N_FIELDS, 0);
  g_return_val_if_fail (self->columns[field] != KQ_FACTS_NO_COLUMN, 0);

  return kq_facts_header_get_scale (self->header[self->columns[field]],
                                    kq_measure_is_money (field - KQ_FACTS_MEASURES));
}

static int
find_field (const char *word)
{
  for (int i = 0; i < KQ_FACTS_N_FIELDS; i++)
    if (g_ascii_strcasecmp (kq_facts_field_get_word (i), word) == 0)
      return i;

  return -1;
}

/* A column by what it is called, else by its number, counted from 1 */
static gboolean
find_column (KqFactsColumns *self,
             const char     *name,
             int            *column)
{
  g_autofree char *wanted = kq_facts_header_fold (name);
  guint64 number;
  guint n = 0;

  *column = KQ_FACTS_NO_COLUMN;
  if (*name == '\0')
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *folded = kq_facts_header_fold (self->header[i]);

      if (g_str_equal (self->header[i], name) || (n == 0 && g_str_equal (folded, wanted)))
        {
          *column = i;
          n++;
        }
    }
  if (n == 0 && g_ascii_string_to_unsigned (name, 10, 1, self->n_columns, &number, NULL))
    *column = number - 1;

  return *column != KQ_FACTS_NO_COLUMN && n < 2;
}

static gboolean
refuse_part (KqFactsColumns  *self,
             gboolean         knows_field,
             const char      *part,
             GError         **error)
{
  g_autofree char *quoted = kq_cell_quote (part);
  g_autofree char *header = g_strjoinv (", ", self->header);
  g_autofree char *known = kq_cell_quote (header);

  if (knows_field)
    g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                 _("“%s”: there is no such column, or there are several; give its number; the "
                   "header is: %s"), quoted, known);
  else
    g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                 _("“%s”: expected date, hour, id, coupon, claims, uses, orders, sales or cost, "
                   "“=” and a column"), quoted);

  return FALSE;
}

static gboolean
apply_part (KqFactsColumns  *self,
            const char      *part,
            GError         **error)
{
  const char *equals = strchr (part, '=');
  g_autofree char *word = NULL;
  int field, column;

  if (equals == NULL)
    return refuse_part (self, FALSE, part, error);
  word = g_strstrip (g_strndup (part, equals - part));
  field = find_field (word);
  if (field < 0)
    return refuse_part (self, FALSE, part, error);
  if (!find_column (self, equals + 1, &column))
    return refuse_part (self, TRUE, part, error);
  kq_facts_columns_set (self, field, column);

  return TRUE;
}

/**
 * kq_facts_columns_apply:
 * @self: columns
 * @text: “date=日期,claims=3,cost=”: fields with a column each, by what it is
 *   called or by its number, counted from 1; nothing where there is none
 * @error: return location for an error of #KqFactsError
 *
 * Says which column is what, and leaves the rest as it is.
 *
 * Returns: whether all of it was understood; else nothing has changed
 */
gboolean
kq_facts_columns_apply (KqFactsColumns  *self,
                        const char      *text,
                        GError         **error)
{
  g_auto (GStrv) parts = NULL;
  KqFactsColumns before;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  before = *self;
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!apply_part (self, parts[i], error))
      {
        *self = before;
        return FALSE;
      }

  return TRUE;
}

/**
 * kq_facts_columns_to_text:
 * @self: columns
 *
 * Returns: (transfer full): what kq_facts_columns_apply() understands
 */
char *
kq_facts_columns_to_text (KqFactsColumns *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < KQ_FACTS_N_FIELDS; i++)
    {
      g_string_append_printf (text, "%s%s=", i > 0 ? "," : "", kq_facts_field_get_word (i));
      if (self->columns[i] != KQ_FACTS_NO_COLUMN)
        g_string_append_printf (text, "%d", self->columns[i] + 1);
    }

  return g_string_free (text, FALSE);
}

static gboolean
check_doubts (KqFactsColumns  *self,
              GError         **error)
{
  for (guint i = 0; i < KQ_FACTS_N_FIELDS; i++)
    if (self->doubtful[i])
      {
        g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                     _("line %u: several columns may be “%s”; say which it is by its number, as in "
                       "--map %s=2"), self->line, kq_facts_field_get_label (i),
                     kq_facts_field_get_word (i));
        return FALSE;
      }

  return TRUE;
}

static gboolean
has_measure (KqFactsColumns *self)
{
  for (guint i = KQ_FACTS_MEASURES; i < KQ_FACTS_N_FIELDS; i++)
    if (self->columns[i] != KQ_FACTS_NO_COLUMN)
      return TRUE;

  return FALSE;
}

/**
 * kq_facts_columns_check:
 * @self: columns
 * @error: return location for an error of #KqFactsError
 *
 * Returns: whether enough is known to read the table; the error says what isn't
 */
gboolean
kq_facts_columns_check (KqFactsColumns  *self,
                        GError         **error)
{
  const char *message = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_doubts (self, error))
    return FALSE;
  if (self->columns[KQ_FACTS_DATE] == KQ_FACTS_NO_COLUMN)
    message = _("no column with the date is known");
  else if (self->columns[KQ_FACTS_ID] == KQ_FACTS_NO_COLUMN &&
           self->columns[KQ_FACTS_NAME] == KQ_FACTS_NO_COLUMN)
    message = _("no column with the coupon’s ID or name is known");
  else if (!has_measure (self))
    message = _("no column with figures is known");
  if (message == NULL)
    return TRUE;

  g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
               _("line %u: %s; say which it is, as in --map date=1,coupon=2"), self->line, message);

  return FALSE;
}
