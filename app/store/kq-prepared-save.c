/* kq-prepared-save.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-prepared-save.h"

#include <glib/gi18n-lib.h>

#include "kq-format.h"

static GBytes *
write_text (JsonNode    *snapshot,
            const char  *name,
            GError     **error)
{
  g_autoptr (GBytes) text = kq_format_write (snapshot, NULL, error);

  if (text == NULL || g_bytes_get_size (text) <= KQ_FORMAT_MAX_BYTES)
    return g_steal_pointer (&text);

  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID,
               _("“%s” is larger than a campaign can be, 64 MiB"), name);
  return NULL;
}

/* (nullable): %NULL with %KQ_LIBRARY_ERROR_INVALID where @snapshot has no sound
 * id, or is too large. */
KqPreparedSave *
kq_prepared_save_new (JsonNode  *snapshot,
                      GError   **error)
{
  g_autoptr (KqCampaignFacts) facts = kq_campaign_facts_new (snapshot, error);
  g_autoptr (GBytes) text = NULL;
  KqPreparedSave *self;

  if (facts == NULL)
    return NULL;
  text = write_text (snapshot, facts->name, error);
  if (text == NULL)
    return NULL;

  self = g_new0 (KqPreparedSave, 1);
  g_atomic_ref_count_init (&self->refs);
  self->facts = g_steal_pointer (&facts);
  kq_content_encode (&self->content, text);

  return self;
}

KqPreparedSave *
kq_prepared_save_ref (KqPreparedSave *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
kq_prepared_save_unref (KqPreparedSave *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  kq_campaign_facts_free (self->facts);
  kq_content_clear (&self->content);
  g_free (self);
}
