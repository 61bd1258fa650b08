/* kq-asset-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-check-private.h"
#include "kq-picture-size.h"

/* What is known of images' bytes. They are read and hashed once: a name is a
 * SHA-256, so what it names never changes. */

static void
facts_free (gpointer data)
{
  KqAssetFacts *facts = data;

  g_free (facts->problem);
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

      facts->problem = g_strdup (facts->problem);
      g_hash_table_insert (copy, g_strdup (sha256), facts);
    }

  return copy;
}

static KqAssetFacts *
read_facts (KqAssetSource *source,
            const char    *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_asset_source_load (source, sha256, &error);
  KqAssetFacts *facts = g_new0 (KqAssetFacts, 1);

  if (bytes != NULL)
    {
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      facts->at_hand = TRUE;
      facts->matches = g_str_equal (sum, sha256);
      facts->size = g_bytes_get_size (bytes);
      /* A JPEG begins with 0xFF, a PNG doesn't. */
      if (kq_picture_size (bytes, &facts->width, &facts->height))
        facts->type = *(const guint8 *) g_bytes_get_data (bytes, NULL) == 0xff ? "image/jpeg"
                                                                              : "image/png";
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    facts->problem = g_strdup (error->message);

  return facts;
}

/* What isn't at hand may be so the next time: it isn't kept. */
const KqAssetFacts *
kq_asset_facts_get (GHashTable    *table,
                    KqAssetSource *source,
                    const char    *sha256)
{
  static const KqAssetFacts none = { FALSE };
  KqAssetFacts *facts = g_hash_table_lookup (table, sha256);

  if (facts != NULL || source == NULL)
    return facts != NULL ? facts : &none;

  facts = read_facts (source, sha256);
  if (!facts->at_hand && facts->problem == NULL)
    {
      facts_free (facts);
      return &none;
    }
  g_hash_table_insert (table, g_strdup (sha256), facts);

  return facts;
}
