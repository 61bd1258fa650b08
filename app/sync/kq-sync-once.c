/* kq-sync-once.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-once.h"

#include <glib/gi18n-lib.h>

#include "kq-sync-error.h"
#include "kq-sync-secret.h"

/* A script would rather be told than wait. */
static const KqSyncHttpOptions options = {
  .timeout = 60,
  .tries = 5,
  .pause = 200,
  .max_pause = 5000,
};

static KqSyncRemote *
get_remote (KqLibrary  *library,
            GError    **error)
{
  KqSyncRemote *remote;

  if (!kq_library_sync_get_remote (library, &remote, error))
    return NULL;

  return remote != NULL ? remote : kq_sync_remote_new ();
}

/**
 * kq_sync_once_connect:
 * @library: a library
 * @server: (nullable): where the remote is; %NULL for where it was
 * @user: (nullable): who we are there; %NULL for who we were, or nobody elsewhere
 * @error: return location for an error
 *
 * Remembers the remote.
 *
 * Returns: whether it is one; if not, a #KqSyncError or #KqLibraryError
 */
gboolean
kq_sync_once_connect (KqLibrary   *library,
                      const char  *server,
                      const char  *user,
                      GError     **error)
{
  g_autoptr (KqSyncRemote) remote = get_remote (library, error);
  g_autoptr (KqSyncAddress) address = NULL;

  if (remote == NULL)
    return FALSE;
  if (server == NULL && *remote->url == '\0')
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_ADDRESS,
                           _("There is no server yet: say where it is"));
      return FALSE;
    }
  address = kq_sync_address_parse (server != NULL ? server : remote->url, error);
  if (address == NULL)
    return FALSE;
  if (user == NULL)
    user = g_str_equal (address->url, remote->url) ? remote->user : "";

  return kq_library_sync_connect (library, address->url, user, error);
}

/* The keyring is only asked where there is a user, and nobody said the password. */
static gboolean
find_password (const KqSyncAddress  *address,
               const char           *user,
               const char           *given,
               GCancellable         *cancellable,
               char                **found,
               GError              **error)
{
  g_autoptr (GError) local_error = NULL;

  *found = NULL;
  if (given != NULL || *user == '\0')
    return TRUE;

  *found = kq_sync_secret_lookup (address, user, cancellable, &local_error);
  if (*found != NULL)
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    kq_sync_error_set_no_password (user, address->url, error);

  return FALSE;
}

/* With what a test has in its hands */
gboolean
kq_sync_once_with (KqLibrary                *library,
                   const char               *password,
                   KqSyncAnswer              answer,
                   const KqSyncHttpOptions  *http_options,
                   KqSyncReport             *report,
                   GCancellable             *cancellable,
                   GError                  **error)
{
  g_autoptr (KqSyncRemote) remote = get_remote (library, error);
  g_autoptr (KqSyncAddress) address = NULL;
  g_autoptr (KqSyncHttp) http = NULL;
  char *found;
  KqSyncRun run = { .library = library, .answer = answer, .report = report };

  if (remote == NULL)
    return FALSE;
  if (*remote->url == '\0')
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_ADDRESS,
                           _("There is no server yet: say where it is"));
      return FALSE;
    }
  address = kq_sync_address_parse (remote->url, error);
  if (address == NULL ||
      !find_password (address, remote->user, password, cancellable, &found, error))
    return FALSE;

  http = kq_sync_http_new (address, remote->user, password != NULL ? password : found, http_options,
                           cancellable);
  kq_sync_secret_free (found);
  run.http = http;
  run.user = remote->user;

  return kq_sync_run (&run, error);
}

/**
 * kq_sync_once:
 * @library: a library
 * @password: (nullable): the password; %NULL for the keyring's
 * @answer: what people say to deletions by the team
 * @report: what was done is added
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Brings the library and its remote together, waiting.
 *
 * Returns: whether both have the same; errors as of kq_sync_run()
 */
gboolean
kq_sync_once (KqLibrary     *library,
              const char    *password,
              KqSyncAnswer   answer,
              KqSyncReport  *report,
              GCancellable  *cancellable,
              GError       **error)
{
  return kq_sync_once_with (library, password, answer, &options, report, cancellable, error);
}
