/* kq-merge-order.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-merge-private.h"

/* The order of a list as one field of it. One side leads: the one that moved
 * what both have, or, where both did or neither, the one whose keys come first
 * as bytes, so that it doesn't matter which of them is called mine. What only
 * the other has goes behind what it stands behind there. */

static gboolean
has (const KqKeyed *keyed,
     const char    *key)
{
  return g_hash_table_contains (keyed->nodes, key);
}

/* The keys of @self that are kept and, where it is given, in @other. */
static GPtrArray *
restrict_keys (const KqKeyed *self,
               const KqKeyed *other,
               GHashTable    *kept)
{
  GPtrArray *keys = g_ptr_array_sized_new (self->keys->len);

  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);

      if ((other == NULL || has (other, key)) && g_hash_table_contains (kept, key))
        g_ptr_array_add (keys, (gpointer) key);
    }

  return keys;
}

static int
compare_keys (GPtrArray *a,
              GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    {
      int order = strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i));

      if (order != 0)
        return order;
    }

  return (a->len > b->len) - (a->len < b->len);
}

/* How the orders of what both have and is kept compare */
static int
compare_common (const KqKeyed *a,
                const KqKeyed *b,
                GHashTable    *kept)
{
  g_autoptr (GPtrArray) left = restrict_keys (a, b, kept);
  g_autoptr (GPtrArray) right = restrict_keys (b, a, kept);

  return compare_keys (left, right);
}

/* Whether @side has another order than @base. What isn't kept doesn't count. */
gboolean
kq_merge_is_moved (const KqKeyed *base,
                   const KqKeyed *side,
                   GHashTable    *kept)
{
  return compare_common (base, side, kept) != 0;
}

/* What only @follower has, by what of both it stands behind there; NULL at the
 * front. */
static GHashTable *
find_runs (const KqKeyed *leader,
           const KqKeyed *follower,
           GHashTable    *kept)
{
  GHashTable *runs = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                            (GDestroyNotify) g_ptr_array_unref);
  gpointer anchor = NULL;
  GPtrArray *run = NULL;

  for (guint i = 0; i < follower->keys->len; i++)
    {
      gpointer key = g_ptr_array_index (follower->keys, i);
      gpointer leaders;

      if (!g_hash_table_contains (kept, key))
        continue;
      if (g_hash_table_lookup_extended (leader->nodes, key, &leaders, NULL))
        {
          anchor = leaders;
          run = NULL;
          continue;
        }
      if (run == NULL)
        g_hash_table_insert (runs, anchor, run = g_ptr_array_new ());
      g_ptr_array_add (run, key);
    }

  return runs;
}

static void
append_run (GPtrArray  *keys,
            GHashTable *runs,
            gpointer    anchor)
{
  GPtrArray *run = g_hash_table_lookup (runs, anchor);

  if (run != NULL)
    g_ptr_array_extend (keys, run, NULL, NULL);
}

/* The keys of both that are kept, each once, as @leader has them. */
GPtrArray *
kq_merge_order_of (const KqKeyed *leader,
                   const KqKeyed *follower,
                   GHashTable    *kept)
{
  g_autoptr (GHashTable) runs = find_runs (leader, follower, kept);
  GPtrArray *keys = g_ptr_array_sized_new (g_hash_table_size (kept));
  gpointer anchor = NULL;

  for (guint i = 0; i < leader->keys->len; i++)
    {
      gpointer key = g_ptr_array_index (leader->keys, i);

      if (!g_hash_table_contains (kept, key))
        continue;
      if (has (follower, key))
        {
          append_run (keys, runs, anchor);
          anchor = key;
        }
      g_ptr_array_add (keys, key);
    }
  append_run (keys, runs, anchor);

  return keys;
}

/* Where what both have is in one order, all that they have decides. */
static gboolean
mine_comes_first (const KqKeyedVersions *versions,
                  GHashTable            *kept,
                  int                    common)
{
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  if (common != 0)
    return common < 0;

  mine = restrict_keys (versions->mine, NULL, kept);
  theirs = restrict_keys (versions->theirs, NULL, kept);

  return compare_keys (mine, theirs) <= 0;
}

/* The keys that are kept, in the merged order. @clash: (out): whether both
 * sides moved what they have in common, and not alike. */
GPtrArray *
kq_merge_order (const KqKeyedVersions *versions,
                GHashTable            *kept,
                gboolean              *clash)
{
  gboolean mine_moved = kq_merge_is_moved (versions->base, versions->mine, kept);
  gboolean theirs_moved = kq_merge_is_moved (versions->base, versions->theirs, kept);
  int common = compare_common (versions->mine, versions->theirs, kept);
  gboolean mine_leads = mine_moved != theirs_moved ? mine_moved
                                                   : mine_comes_first (versions, kept, common);

  *clash = mine_moved && theirs_moved && common != 0;
  if (mine_leads)
    return kq_merge_order_of (versions->mine, versions->theirs, kept);

  return kq_merge_order_of (versions->theirs, versions->mine, kept);
}
