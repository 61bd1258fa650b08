/* kq-facts-content.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* One day's facts as bytes: the ids of its objects, sorted, then its rows, all
 * numbers in groups of seven bits, the lowest first. A year of 200 coupons is
 * read in a few milliseconds that way. */

#define VERSION 1

typedef struct {
  const guint8 *p;
  const guint8 *end;
  gboolean      failed;
} Reader;

static void
put_number (GByteArray *out,
            guint64     number)
{
  guint8 bytes[10];
  guint n = 0;

  do
    {
      bytes[n++] = (number & 0x7f) | (number > 0x7f ? 0x80 : 0);
      number >>= 7;
    }
  while (number > 0);
  g_byte_array_append (out, bytes, n);
}

/* Small numbers of either sign are short. */
static void
put_signed (GByteArray *out,
            gint64      number)
{
  put_number (out, ((guint64) number << 1) ^ (guint64) (number >> 63));
}

static guint64
get_number (Reader *self)
{
  guint64 number = 0;

  for (guint shift = 0; self->p < self->end && shift < 63; shift += 7)
    {
      guint8 byte = *self->p++;

      number |= (guint64) (byte & 0x7f) << shift;
      if (!(byte & 0x80))
        return number;
    }
  self->failed = TRUE;

  return 0;
}

static gint64
get_signed (Reader *self)
{
  guint64 number = get_number (self);

  return (gint64) (number >> 1) ^ -(gint64) (number & 1);
}

/* Objects of the day's rows, in the order of their ids */

typedef struct {
  const char *id;
  guint       object;
} Named;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Named *) a)->id, ((const Named *) b)->id);
}

static GArray *
list_objects (KqFacts      *self,
              const KqFact *rows,
              guint         n_rows)
{
  GArray *named = g_array_new (FALSE, FALSE, sizeof (Named));

  for (guint i = 0; i < n_rows; i++)
    if (i == 0 || rows[i].object != rows[i - 1].object)
      {
        Named name = { kq_facts_get_object (self, rows[i].object), rows[i].object };

        g_array_append_val (named, name);
      }
  g_array_sort (named, compare_names);

  return named;
}

static void
put_row (GByteArray   *out,
         const KqFact *row,
         guint         object)
{
  put_number (out, object);
  put_number (out, row->hour + 1);
  put_number (out, row->known);
  put_number (out, row->source);
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (row->known & 1 << i)
      put_signed (out, row->values[i]);
}

/* The rows of one object stand together. */
static guint
find_object (const KqFact *rows,
             guint         n_rows,
             guint         object)
{
  guint low = 0, high = n_rows;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rows[middle].object < object)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * kq_facts_encode_day:
 * @self: facts that are settled
 * @day: a day
 *
 * Returns: (transfer full): the day's facts as bytes; the same facts are the
 *   same bytes
 */
GBytes *
kq_facts_encode_day (KqFacts *self,
                     gint32   day)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GArray) named = NULL;
  const KqFact *rows;
  guint n_rows;

  g_return_val_if_fail (self != NULL, NULL);

  rows = kq_facts_get_rows (self, &n_rows);
  rows += kq_facts_find_day (self, day, &n_rows);
  named = list_objects (self, rows, n_rows);
  put_number (out, VERSION);
  put_number (out, named->len);
  for (guint i = 0; i < named->len; i++)
    {
      const char *id = g_array_index (named, Named, i).id;

      put_number (out, strlen (id));
      g_byte_array_append (out, (const guint8 *) id, strlen (id));
    }
  put_number (out, n_rows);
  for (guint i = 0; i < named->len; i++)
    {
      guint object = g_array_index (named, Named, i).object;

      for (guint j = find_object (rows, n_rows, object);
           j < n_rows && rows[j].object == object; j++)
        put_row (out, &rows[j], i);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static gboolean
refuse (GError **error)
{
  g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
               _("what is stored of a day’s figures can’t be read"));

  return FALSE;
}

static gboolean
get_object (KqFacts *self,
            Reader  *reader,
            guint   *object)
{
  guint64 length = get_number (reader);
  char id[KQ_FACTS_MAX_ID_BYTES + 1];

  if (reader->failed || length == 0 || length > KQ_FACTS_MAX_ID_BYTES ||
      length > (gsize) (reader->end - reader->p))
    return FALSE;
  memcpy (id, reader->p, length);
  id[length] = '\0';
  reader->p += length;
  *object = kq_facts_add_object (self, id);

  return strlen (id) == length;
}

static gboolean
get_row (KqFacts   *self,
         Reader    *reader,
         GArray    *objects,
         gint32     day,
         GError   **error)
{
  guint64 object = get_number (reader), hour = get_number (reader);
  guint64 known = get_number (reader), source = get_number (reader);
  KqFact row = { .day = day };

  if (reader->failed || object >= objects->len || hour > 24 || known >= 1 << KQ_N_MEASURES ||
      source > G_MAXUINT32)
    return refuse (error);

  row.object = g_array_index (objects, guint, object);
  row.hour = (int) hour - 1;
  row.known = known;
  row.source = source;
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (known & 1 << i)
      row.values[i] = get_signed (reader);
  if (reader->failed)
    return refuse (error);

  return kq_facts_add (self, &row, error);
}

/**
 * kq_facts_decode_day:
 * @self: facts that are being made
 * @day: a day
 * @content: what kq_facts_encode_day() gave
 * @error: return location for an error of #KqFactsError
 *
 * Adds a day's facts. A damaged file may hold anything.
 *
 * Returns: whether they could be read; where not, part of them may be there
 */
gboolean
kq_facts_decode_day (KqFacts  *self,
                     gint32    day,
                     GBytes   *content,
                     GError  **error)
{
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { 0 };
  gsize length;
  guint64 n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  reader.p = g_bytes_get_data (content, &length);
  reader.end = reader.p + length;
  if (get_number (&reader) != VERSION)
    return refuse (error);

  n = get_number (&reader);
  for (guint64 i = 0; i < n; i++)
    {
      guint object;

      if (!get_object (self, &reader, &object))
        return refuse (error);
      g_array_append_val (objects, object);
    }

  n = get_number (&reader);
  for (guint64 i = 0; i < n; i++)
    if (!get_row (self, &reader, objects, day, error))
      return FALSE;

  return (!reader.failed && reader.p == reader.end) || refuse (error);
}
