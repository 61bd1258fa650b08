/* kq-sync-document.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-json.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/* The remote's documents: campaign:<id>, facts:<campaign>:<day>, asset:<sha256>,
 * meta:identity. Whatever comes from there may be anything. */

/**
 * KqSyncKind:
 * @KQ_SYNC_KIND_CAMPAIGN: a campaign
 * @KQ_SYNC_KIND_FACTS: performance figures
 * @KQ_SYNC_KIND_OTHER: ours, but nothing that is read from a list of changes
 * @KQ_SYNC_KIND_FOREIGN: nothing of ours
 *
 * What a document is, by its id.
 */
typedef enum {
  KQ_SYNC_KIND_CAMPAIGN,
  KQ_SYNC_KIND_FACTS,
  KQ_SYNC_KIND_OTHER,
  KQ_SYNC_KIND_FOREIGN,
} KqSyncKind;

KqSyncKind      kq_sync_document_get_kind  (const char            *id);
gboolean        kq_sync_document_is_rev    (const char            *rev);
const char     *kq_sync_document_get_text  (JsonObject            *object,
                                            const char            *name);
JsonObject     *kq_sync_document_get_object (JsonNode             *node);
KqSyncIncoming *kq_sync_document_new       (const char            *id,
                                            const char            *rev,
                                            gboolean               deleted);
KqSyncIncoming *kq_sync_document_read      (JsonObject            *document,
                                            GError               **error);
char           *kq_sync_document_dup_id    (const char            *campaign,
                                            const char            *date);
void            kq_sync_document_append    (GString               *json,
                                            const KqSyncOutgoing  *out,
                                            const char            *editor);
void            kq_sync_document_append_text (GString             *json,
                                            const char            *text);

G_END_DECLS
