/* kq-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

struct _KqFacts {
  gatomicrefcount  refs;
  GPtrArray       *objects;  /* (owned) (element-type utf8) */
  GHashTable      *by_id;    /* (owned): position + 1 of each id of @objects */
  GArray          *rows;     /* (owned) (element-type KqFact) */
};

/* What a row is sorted by, and where it stands. */
typedef struct {
  guint64 key;
  guint32 place;
} Entry;

G_DEFINE_QUARK (kq-facts-error-quark, kq_facts_error)
G_DEFINE_BOXED_TYPE (KqFacts, kq_facts, kq_facts_ref, kq_facts_unref)

/**
 * kq_facts_new:
 *
 * Returns: (transfer full): no facts yet
 */
KqFacts *
kq_facts_new (void)
{
  KqFacts *self = g_new0 (KqFacts, 1);

  g_atomic_ref_count_init (&self->refs);
  self->objects = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_array_new (FALSE, FALSE, sizeof (KqFact));

  return self;
}

/**
 * kq_facts_ref:
 * @self: facts
 *
 * Returns: (transfer full): @self
 */
KqFacts *
kq_facts_ref (KqFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * kq_facts_unref:
 * @self: (transfer full): facts
 *
 * Frees them with the last reference.
 */
void
kq_facts_unref (KqFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->objects);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * kq_facts_add_object:
 * @self: facts that are being made
 * @id: an object's id
 *
 * Returns: its number, a new one where it hasn't got one yet
 */
guint
kq_facts_add_object (KqFacts    *self,
                     const char *id)
{
  char *own;
  guint object;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (id != NULL, 0);

  if (kq_facts_find_object (self, id, &object))
    return object;

  own = g_strdup (id);
  g_ptr_array_add (self->objects, own);
  g_hash_table_insert (self->by_id, own, GUINT_TO_POINTER (self->objects->len));

  return self->objects->len - 1;
}

/**
 * kq_facts_get_n_objects:
 * @self: facts
 *
 * Returns: how many objects they have numbers for
 */
guint
kq_facts_get_n_objects (KqFacts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->objects->len;
}

/**
 * kq_facts_get_object:
 * @self: facts
 * @object: an object's number
 *
 * Returns: (transfer none): its id
 */
const char *
kq_facts_get_object (KqFacts *self,
                     guint    object)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (object < self->objects->len, NULL);

  return g_ptr_array_index (self->objects, object);
}

/**
 * kq_facts_find_object:
 * @self: facts
 * @id: an object's id
 * @object: (out): its number
 *
 * Returns: whether it has one
 */
gboolean
kq_facts_find_object (KqFacts    *self,
                      const char *id,
                      guint      *object)
{
  gpointer found;

  g_return_val_if_fail (self != NULL, FALSE);

  found = g_hash_table_lookup (self->by_id, id);
  *object = GPOINTER_TO_UINT (found) - 1;

  return found != NULL;
}

static gboolean
is_sound (KqFacts      *self,
          const KqFact *fact)
{
  gboolean sound = fact->day >= KQ_FACTS_FIRST_DAY && fact->day <= KQ_FACTS_LAST_DAY &&
                   fact->object < self->objects->len && fact->hour >= KQ_FACT_WHOLE_DAY &&
                   fact->hour < 24 && fact->known < 1 << KQ_N_MEASURES;

  for (guint i = 0; i < KQ_N_MEASURES && sound; i++)
    sound = fact->values[i] >= -KQ_FACT_MAX && fact->values[i] <= KQ_FACT_MAX;

  return sound;
}

/**
 * kq_facts_add:
 * @self: facts that are being made
 * @fact: a row
 * @error: return location for an error of #KqFactsError
 *
 * Adds a row. Of two of the same day, object and hour the later counts.
 *
 * Returns: whether it could be held
 */
gboolean
kq_facts_add (KqFacts       *self,
              const KqFact  *fact,
              GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (fact != NULL, FALSE);

  if (!is_sound (self, fact))
    g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                 _("a day, hour or number is beyond what can be held"));
  else if (self->rows->len >= KQ_FACTS_MAX_ROWS || self->objects->len > KQ_FACTS_MAX_OBJECTS)
    g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_LIMIT,
                 _("more than %u rows of figures"), KQ_FACTS_MAX_ROWS);
  else
    {
      g_array_append_vals (self->rows, fact, 1);
      return TRUE;
    }

  return FALSE;
}

static guint64
key_of (const KqFact *fact)
{
  return (guint64) (fact->day - KQ_FACTS_FIRST_DAY) << 32 | (guint64) fact->object << 8 |
         (guint8) (fact->hour + 1);
}

/* Day and object of a key */
static guint64
group_of (guint64 key)
{
  return key >> 8;
}

/* Whether nothing has to be moved, and nothing counts twice. */
static gboolean
is_settled (KqFacts *self)
{
  const KqFact *rows = (const KqFact *) (gpointer) self->rows->data;

  for (guint i = 1; i < self->rows->len; i++)
    {
      guint64 before = key_of (&rows[i - 1]), key = key_of (&rows[i]);

      if (key <= before ||
          (group_of (key) == group_of (before) && rows[i - 1].hour == KQ_FACT_WHOLE_DAY))
        return FALSE;
    }

  return TRUE;
}

static int
compare_entries (const void *a,
                 const void *b)
{
  const Entry *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;

  return left->place < right->place ? -1 : left->place > right->place;
}

static gboolean
is_whole (KqFacts     *self,
          const Entry *entry)
{
  return g_array_index (self->rows, KqFact, entry->place).hour == KQ_FACT_WHOLE_DAY;
}

/* The last that was told of the whole day, or of hours, counted from 1 */
static guint32
find_last (KqFacts     *self,
           const Entry *group,
           guint        n,
           gboolean     whole)
{
  guint32 last = 0;

  for (guint i = 0; i < n; i++)
    if (is_whole (self, &group[i]) == whole)
      last = MAX (last, group[i].place + 1);

  return last;
}

/* Of one day and object either the whole day counts or the hours that were told
 * after it; of one hour the last. */
static void
take_group (KqFacts     *self,
            const Entry *group,
            guint        n,
            GArray      *rows)
{
  guint32 last_whole = find_last (self, group, n, TRUE);
  gboolean whole = last_whole > find_last (self, group, n, FALSE);

  for (guint i = 0; i < n; i++)
    if (is_whole (self, &group[i]) == whole && group[i].place + 1 >= last_whole &&
        (i + 1 == n || group[i + 1].key != group[i].key))
      g_array_append_vals (rows, &g_array_index (self->rows, KqFact, group[i].place), 1);
}

static GArray *
take_all (KqFacts     *self,
          const Entry *entries)
{
  guint n = self->rows->len, end;
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (KqFact), n);

  for (guint first = 0; first < n; first = end)
    {
      for (end = first + 1; end < n && group_of (entries[end].key) == group_of (entries[first].key);)
        end++;
      take_group (self, entries + first, end - first, rows);
    }

  return rows;
}

/**
 * kq_facts_settle:
 * @self: facts that are being made
 *
 * Sorts them by day, object and hour. Of what was told of one day and object
 * several times the last stays: it is replaced, never added to. An hour takes
 * the place of a whole day, and the other way round.
 *
 * Returns: how many rows were replaced by later ones
 */
guint
kq_facts_settle (KqFacts *self)
{
  g_autofree Entry *entries = NULL;
  GArray *rows;
  guint n;

  g_return_val_if_fail (self != NULL, 0);

  if (is_settled (self))
    return 0;

  n = self->rows->len;
  entries = g_new (Entry, n);
  for (guint i = 0; i < n; i++)
    entries[i] = (Entry) { key_of (&g_array_index (self->rows, KqFact, i)), i };
  qsort (entries, n, sizeof *entries, compare_entries);
  rows = take_all (self, entries);
  g_array_unref (self->rows);
  self->rows = rows;

  return n - rows->len;
}

/**
 * kq_facts_edit_rows:
 * @self: facts that are being made
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the rows, whose hour and
 *   source may be changed before they are settled, and their source after it
 */
KqFact *
kq_facts_edit_rows (KqFacts *self,
                    guint   *n_rows)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_rows = self->rows->len;

  return (KqFact *) (gpointer) self->rows->data;
}

/**
 * kq_facts_get_rows:
 * @self: facts
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the rows
 */
const KqFact *
kq_facts_get_rows (KqFacts *self,
                   guint   *n_rows)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_rows = self->rows->len;

  return (const KqFact *) (gpointer) self->rows->data;
}

/* The first row of @day or a later one */
static guint
find_first (KqFacts *self,
            gint32   day)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, KqFact, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * kq_facts_find_day:
 * @self: facts that are settled
 * @day: a day
 * @n_rows: (out): how many rows are of it
 *
 * Returns: the position of its first row
 */
guint
kq_facts_find_day (KqFacts *self,
                   gint32   day,
                   guint   *n_rows)
{
  guint first;

  g_return_val_if_fail (self != NULL, 0);

  first = find_first (self, day);
  *n_rows = find_first (self, day + 1) - first;

  return first;
}
