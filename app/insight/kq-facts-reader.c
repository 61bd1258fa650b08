/* kq-facts-reader.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-facts-cells.h"

/* A table that is being read. What the row before said is at hand: rows of one
 * day or one coupon stand together. */
typedef struct {
  KqFactsReading *reading;   /* (owned) */
  KqFactsColumns *columns;   /* (unowned) */
  KqFactsObjects *objects;   /* (unowned) */
  int             decimals[KQ_N_MEASURES];
  gboolean        has_clock; /* whether a day was told with an hour */

  char           *day_text;  /* (owned) (nullable) */
  gint32          day;
  int             day_hour;
  GHashTable     *found;     /* (owned): number + 1 of each id and name */
  GString        *key;       /* (owned) */
} Reader;

/* A source of no import, while it isn't known whether midnight is an hour */
#define MIDNIGHT 1

static void
bad_row_clear (gpointer row)
{
  g_free (((KqBadRow *) row)->message);
}

G_DEFINE_BOXED_TYPE (KqFactsReading, kq_facts_reading, kq_facts_reading_copy,
                     kq_facts_reading_free)

/**
 * kq_facts_reading_copy:
 * @self: what came of a table
 *
 * Returns: (transfer full): a copy, which shares what doesn't change any more
 */
KqFactsReading *
kq_facts_reading_copy (const KqFactsReading *self)
{
  KqFactsReading *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  kq_facts_ref (copy->facts);
  g_array_ref (copy->bad);

  return copy;
}

/**
 * kq_facts_reading_free:
 * @self: (transfer full): what came of a table
 *
 * Frees it.
 */
void
kq_facts_reading_free (KqFactsReading *self)
{
  g_return_if_fail (self != NULL);

  kq_facts_unref (self->facts);
  g_array_unref (self->bad);
  g_free (self);
}

static const char *
get_cell (Reader         *self,
          const KqCsvRow *row,
          KqFactsField    field)
{
  int column = kq_facts_columns_get (self->columns, field);

  return column != KQ_FACTS_NO_COLUMN && column < (int) row->n_cells ? row->cells[column] : "";
}

static gboolean
read_day (Reader      *self,
          const char  *text,
          GError     **error)
{
  if (g_strcmp0 (self->day_text, text) == 0)
    return TRUE;

  g_clear_pointer (&self->day_text, g_free);
  if (!kq_cell_parse_day (text, &self->day, &self->day_hour, error))
    return FALSE;
  self->day_text = g_strdup (text);

  return TRUE;
}

static gboolean
read_object (Reader          *self,
             const KqCsvRow  *row,
             guint32         *object,
             GError         **error)
{
  const char *id = get_cell (self, row, KQ_FACTS_ID), *name = get_cell (self, row, KQ_FACTS_NAME);
  g_autofree char *plain = NULL;
  const char *found;
  guint number;

  g_string_assign (self->key, id);
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, name);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->found, self->key->str));
  if (number == 0)
    {
      plain = kq_cell_unwrap_id (id);
      found = kq_facts_objects_find (self->objects, plain, name, error);
      if (found == NULL)
        return FALSE;
      number = kq_facts_add_object (self->reading->facts, found) + 1;
      g_hash_table_insert (self->found, g_strdup (self->key->str), GUINT_TO_POINTER (number));
    }
  *object = number - 1;

  return TRUE;
}

static gboolean
read_hour (Reader          *self,
           const KqCsvRow  *row,
           KqFact          *fact,
           GError         **error)
{
  const char *text = get_cell (self, row, KQ_FACTS_HOUR);
  int hour;

  fact->hour = KQ_FACT_WHOLE_DAY;
  if (!kq_cell_is_empty (text))
    {
      if (!kq_cell_parse_hour (text, &hour, error))
        return FALSE;
      fact->hour = hour;
    }
  else if (self->day_hour == KQ_CELL_MIDNIGHT)
    fact->source = MIDNIGHT;
  else if (self->day_hour != KQ_CELL_NO_HOUR)
    {
      fact->hour = self->day_hour;
      self->has_clock = TRUE;
    }

  return TRUE;
}

static gboolean
read_values (Reader          *self,
             const KqCsvRow  *row,
             KqFact          *fact,
             GError         **error)
{
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    {
      const char *text = get_cell (self, row, KQ_FACTS_MEASURES + i);

      if (kq_cell_is_empty (text))
        continue;
      if (!kq_cell_parse_number (text, kq_measure_is_money (i), self->decimals[i],
                                 &fact->values[i], error))
        return FALSE;
      fact->known |= 1 << i;
    }

  return TRUE;
}

static gboolean
read_row (Reader          *self,
          const KqCsvRow  *row,
          KqFact          *fact,
          GError         **error)
{
  if (!read_day (self, get_cell (self, row, KQ_FACTS_DATE), error))
    return FALSE;
  fact->day = self->day;

  return read_object (self, row, &fact->object, error) &&
         read_hour (self, row, fact, error) &&
         read_values (self, row, fact, error);
}

static void
add_bad (KqFactsReading *reading,
         guint           line,
         const char     *message)
{
  KqBadRow bad = { line, NULL };

  reading->n_bad++;
  if (reading->bad->len == KQ_FACTS_MAX_BAD)
    return;
  bad.message = g_strdup (message);
  g_array_append_val (reading->bad, bad);
}

static gboolean
on_row (const KqCsvRow  *row,
        gpointer         data,
        GError         **error)
{
  Reader *self = data;
  g_autoptr (GError) bad = NULL;
  KqFact fact = { 0 };

  if (row->line <= kq_facts_columns_get_line (self->columns))
    return TRUE;

  if (!read_row (self, row, &fact, &bad))
    {
      add_bad (self->reading, row->line, bad->message);
      return TRUE;
    }
  self->reading->n_rows++;

  return kq_facts_add (self->reading->facts, &fact, error);
}

/* Spreadsheets write days as midnight: that is an hour only where others are
 * told too. */
static void
settle_midnight (Reader *self)
{
  guint n_rows;
  KqFact *rows = kq_facts_edit_rows (self->reading->facts, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].source == MIDNIGHT && self->has_clock)
        rows[i].hour = 0;
      rows[i].source = 0;
    }
}

static void
reader_init (Reader         *self,
             KqFactsColumns *columns,
             KqFactsObjects *objects)
{
  self->reading = g_new0 (KqFactsReading, 1);
  self->reading->facts = kq_facts_new ();
  self->reading->bad = g_array_new (FALSE, FALSE, sizeof (KqBadRow));
  g_array_set_clear_func (self->reading->bad, bad_row_clear);
  self->columns = columns;
  self->objects = objects;
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->key = g_string_new (NULL);
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (kq_facts_columns_get (columns, KQ_FACTS_MEASURES + i) != KQ_FACTS_NO_COLUMN)
      self->decimals[i] = kq_facts_columns_get_decimals (columns, KQ_FACTS_MEASURES + i);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->reading, kq_facts_reading_free);
  g_hash_table_unref (self->found);
  g_string_free (self->key, TRUE);
  g_free (self->day_text);
}

/**
 * kq_facts_read:
 * @bytes: a table
 * @columns: which of its columns is what
 * @objects: what the rows may be of
 * @progress: (nullable) (scope call): told now and then how far it is, in the
 *   thread that reads
 * @progress_data: its data
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads a platform's figures. Rows that can't be read are counted, and the
 * first of them kept; whether the rest is taken is the caller's to say. May be
 * called in any thread.
 *
 * Returns: (transfer full) (nullable): what came of it; or an error of
 *   #KqCsvError or #KqFactsError, or %G_IO_ERROR_CANCELLED
 */
KqFactsReading *
kq_facts_read (GBytes             *bytes,
               KqFactsColumns     *columns,
               KqFactsObjects     *objects,
               KqCsvProgressFunc   progress,
               gpointer            progress_data,
               GCancellable       *cancellable,
               GError            **error)
{
  KqFactsReading *reading = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (columns != NULL, NULL);
  g_return_val_if_fail (objects != NULL, NULL);

  if (!kq_facts_columns_check (columns, error))
    return NULL;

  reader_init (&reader, columns, objects);
  if (kq_csv_read (bytes, on_row, &reader, progress, progress_data, cancellable, error))
    {
      settle_midnight (&reader);
      reader.reading->n_replaced = kq_facts_settle (reader.reading->facts);
      reading = g_steal_pointer (&reader.reading);
    }
  reader_clear (&reader);

  return reading;
}
