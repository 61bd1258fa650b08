/* kq-sync-error.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (kq-sync-error-quark, kq_sync_error)

/**
 * kq_sync_error_is_transient:
 * @error: an error
 *
 * Returns: whether it may be gone by itself, when it is tried again
 */
gboolean
kq_sync_error_is_transient (const GError *error)
{
  return g_error_matches (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_OFFLINE) ||
         g_error_matches (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY) ||
         g_error_matches (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_BUSY);
}

/* That the keyring has none, and nobody gave one */
void
kq_sync_error_set_no_password (const char  *user,
                               const char  *url,
                               GError     **error)
{
  g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_PASSWORD,
               _("The keyring has no password of %s for %s; enter it, or give it in the variable "
                 "KAQUAN_PASSWORD"), user, url);
}
