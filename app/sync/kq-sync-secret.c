/* kq-sync-secret.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-secret.h"

#include <libsecret/secret.h>

#include <glib/gi18n-lib.h>

#include "kq-sync-error.h"

static const SecretSchema schema = {
  KQ_APP_ID, SECRET_SCHEMA_NONE,
  {
    { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static void
take_error (GError  *cause,
            GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_KEYRING,
                 _("The keyring can’t be asked for the password: %s"), cause->message);
  g_clear_error (&cause);
}

/**
 * kq_sync_secret_lookup:
 * @address: the database
 * @user: who we are there
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the password, for kq_sync_secret_free(); %NULL
 *   without an error where the keyring has none, or with %KQ_SYNC_ERROR_KEYRING
 */
char *
kq_sync_secret_lookup (const KqSyncAddress  *address,
                       const char           *user,
                       GCancellable         *cancellable,
                       GError              **error)
{
  GError *local_error = NULL;
  char *password;

  password = secret_password_lookup_sync (&schema, cancellable, &local_error,
                                          "server", address->url, "user", user, NULL);
  if (local_error != NULL)
    take_error (local_error, error);

  return password;
}

/**
 * kq_sync_secret_store:
 * @address: the database
 * @user: who we are there
 * @password: the password
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Returns: whether the keyring has it; if not, %KQ_SYNC_ERROR_KEYRING
 */
gboolean
kq_sync_secret_store (const KqSyncAddress  *address,
                      const char           *user,
                      const char           *password,
                      GCancellable         *cancellable,
                      GError              **error)
{
  g_autofree char *label = g_strdup_printf (_("Kaquan, %s at %s"), user, address->url);
  GError *local_error = NULL;
  gboolean stored;

  stored = secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, password,
                                       cancellable, &local_error,
                                       "server", address->url, "user", user, NULL);
  if (local_error != NULL)
    take_error (local_error, error);

  return stored;
}

/**
 * kq_sync_secret_clear:
 * @address: the database
 * @user: who we are there
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Returns: whether the keyring has no password for it any more
 */
gboolean
kq_sync_secret_clear (const KqSyncAddress  *address,
                      const char           *user,
                      GCancellable         *cancellable,
                      GError              **error)
{
  GError *local_error = NULL;

  secret_password_clear_sync (&schema, cancellable, &local_error,
                              "server", address->url, "user", user, NULL);
  if (local_error == NULL)
    return TRUE;
  take_error (local_error, error);

  return FALSE;
}

/* Wiped, not only freed */
void
kq_sync_secret_free (char *password)
{
  secret_password_free (password);
}
