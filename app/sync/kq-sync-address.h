/* kq-sync-address.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KqSyncAddress:
 * @url: (owned): the database, as https://host:port/database
 * @root: (owned): the server, as https://host:port
 * @host: (owned): its name or number
 * @database: (owned): the database's name
 * @is_loopback: whether it is this machine
 *
 * Where the team's remote is.
 */
typedef struct {
  char     *url;
  char     *root;
  char     *host;
  char     *database;
  gboolean  is_loopback;
} KqSyncAddress;

KqSyncAddress *kq_sync_address_parse (const char     *text,
                                      GError        **error);
void           kq_sync_address_free  (KqSyncAddress  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncAddress, kq_sync_address_free)

G_END_DECLS
