/* kq-sync-http.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-json.h"
#include "kq-sync-address.h"

G_BEGIN_DECLS

/* Requests to one server, one after the other, for one thread. What the server
 * says is bounded before memory is taken for it, and where it can't answer just
 * now it is asked again. */

typedef struct _KqSyncHttp KqSyncHttp;

/**
 * KqSyncHttpOptions:
 * @timeout: how long the server may be silent, in seconds
 * @tries: how often a request is tried that may do better later
 * @pause: how long to wait before the second time, in milliseconds; each time
 *   twice as long, and by chance up to half more or less
 * @max_pause: the longest of that
 *
 * What tests have to hold in their hands.
 */
typedef struct {
  guint timeout;
  guint tries;
  guint pause;
  guint max_pause;
} KqSyncHttpOptions;

/**
 * KqSyncReply:
 * @status: of HTTP
 * @body: (owned): its bytes
 * @node: (owned) (nullable): its JSON, where that was asked for
 */
typedef struct {
  guint     status;
  GBytes   *body;
  JsonNode *node;
} KqSyncReply;

/**
 * KqSyncRequest:
 * @method: of HTTP
 * @path: what follows the database's address, escaped; with @is_root the server's
 * @is_root: whether @path is beside the databases
 * @body: (nullable): what is sent
 * @type: (nullable): its type; NULL for JSON
 * @max_bytes: how much the answer may be
 * @is_raw: whether the answer is bytes, not JSON
 */
typedef struct {
  const char *method;
  const char *path;
  gboolean    is_root;
  GBytes     *body;
  const char *type;
  gsize       max_bytes;
  gboolean    is_raw;
} KqSyncRequest;

KqSyncHttp  *kq_sync_http_new         (const KqSyncAddress      *address,
                                       const char               *user,
                                       const char               *password,
                                       const KqSyncHttpOptions  *options,
                                       GCancellable             *cancellable);
void         kq_sync_http_free        (KqSyncHttp               *self);
KqSyncReply *kq_sync_http_send        (KqSyncHttp               *self,
                                       const KqSyncRequest      *request,
                                       GError                  **error);
gboolean     kq_sync_http_wait        (KqSyncHttp               *self,
                                       guint                     n_failures,
                                       GError                  **error);
guint64      kq_sync_http_get_bytes   (KqSyncHttp               *self);
void         kq_sync_reply_free       (KqSyncReply              *reply);
gboolean     kq_sync_reply_is_success (const KqSyncReply        *reply);
char        *kq_sync_reply_dup_reason (const KqSyncReply        *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncHttp, kq_sync_http_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncReply, kq_sync_reply_free)

G_END_DECLS
