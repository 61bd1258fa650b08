/* kq-asset-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-check-private.h"

/* What is known of images' bytes. They are asked for once: a name is a SHA-256,
 * so what it names never changes. */

static void
facts_free (gpointer data)
{
  KqAssetFacts *facts = data;

  g_clear_pointer (&facts->image, kq_image_facts_free);
  g_clear_error (&facts->problem);
  g_free (facts);
}

GHashTable *
kq_asset_facts_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, facts_free);
}

/* What is known now, for another thread. */
GHashTable *
kq_asset_facts_table_copy (GHashTable *table)
{
  GHashTable *copy = kq_asset_facts_table_new ();
  GHashTableIter iter;
  gpointer sha256, data;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &sha256, &data))
    {
      KqAssetFacts *facts = g_memdup2 (data, sizeof *facts);

      facts->image = facts->image != NULL ? kq_image_facts_copy (facts->image) : NULL;
      facts->problem = facts->problem != NULL ? g_error_copy (facts->problem) : NULL;
      g_hash_table_insert (copy, g_strdup (sha256), facts);
    }

  return copy;
}

/* What isn't at hand, or isn't looked at yet, may be so the next time: it isn't
 * kept. */
const KqAssetFacts *
kq_asset_facts_get (GHashTable    *table,
                    KqAssetSource *source,
                    const char    *sha256)
{
  static const KqAssetFacts none = { .state = KQ_ASSET_ABSENT };
  static const KqAssetFacts pending = { .state = KQ_ASSET_PENDING };
  KqAssetFacts *facts = g_hash_table_lookup (table, sha256);
  g_autoptr (KqImageFacts) image = NULL;
  g_autoptr (GError) error = NULL;

  if (facts != NULL || source == NULL)
    return facts != NULL ? facts : &none;

  image = kq_asset_source_get_facts (source, sha256, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return &none;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING))
    return &pending;

  facts = g_new0 (KqAssetFacts, 1);
  facts->state = image != NULL ? KQ_ASSET_AT_HAND : KQ_ASSET_UNREADABLE;
  facts->image = g_steal_pointer (&image);
  facts->problem = g_steal_pointer (&error);
  g_hash_table_insert (table, g_strdup (sha256), facts);

  return facts;
}
