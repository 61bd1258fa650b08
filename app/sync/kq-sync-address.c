/* kq-sync-address.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-address.h"

#include <glib/gi18n-lib.h>

#include "kq-sync-error.h"

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) number = g_inet_address_new_from_string (host);

  return number != NULL ? g_inet_address_get_is_loopback (number)
                        : g_ascii_strcasecmp (host, "localhost") == 0;
}

/* One part, in which nothing has to be escaped */
static gboolean
is_database (const char *name)
{
  return g_ascii_isalnum (*name) &&
         strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$()+-") ==
         strlen (name);
}

static void
set_malformed (const char  *text,
               GError     **error)
{
  g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_ADDRESS,
               _("“%s” isn’t the address of a database; it is written https://host/database"), text);
}

/* In an address it would be in logs and lists of what was typed. */
static gboolean
check_uri (GUri        *uri,
           const char  *text,
           GError     **error)
{
  const char *scheme = g_uri_get_scheme (uri), *host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0' || g_uri_get_query (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL ||
      (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http")))
    {
      set_malformed (text, error);
      return FALSE;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_ADDRESS,
                           _("The user and the password aren’t part of the address; give the "
                             "address without them"));
      return FALSE;
    }
  if (g_str_equal (scheme, "http") && !is_loopback (host))
    {
      g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_PLAIN,
                   _("http://%s isn’t encrypted: everybody on the way could read the password and "
                     "the campaigns. Use https://"), host);
      return FALSE;
    }

  return TRUE;
}

static char *
dup_root (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autofree char *lower = g_ascii_strdown (host, -1);
  gboolean is_v6 = strchr (host, ':') != NULL;
  int port = g_uri_get_port (uri);

  if (port < 0)
    port = g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;

  return g_strdup_printf ("%s://%s%s%s:%d", g_uri_get_scheme (uri), is_v6 ? "[" : "", lower,
                          is_v6 ? "]" : "", port);
}

/**
 * kq_sync_address_parse:
 * @text: what somebody typed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the address, or %NULL with
 *   %KQ_SYNC_ERROR_ADDRESS or %KQ_SYNC_ERROR_PLAIN
 */
KqSyncAddress *
kq_sync_address_parse (const char  *text,
                       GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GUri) uri = g_uri_parse (trimmed, G_URI_FLAGS_NONE, NULL);
  g_autofree char *database = NULL;
  KqSyncAddress *self;

  if (uri == NULL)
    set_malformed (text, error);
  if (uri == NULL || !check_uri (uri, text, error))
    return NULL;

  database = g_strdup (g_uri_get_path (uri) + strspn (g_uri_get_path (uri), "/"));
  if (g_str_has_suffix (database, "/"))
    database[strlen (database) - 1] = '\0';
  if (!is_database (database))
    {
      set_malformed (text, error);
      return NULL;
    }

  self = g_new0 (KqSyncAddress, 1);
  self->root = dup_root (uri);
  self->host = g_strdup (g_uri_get_host (uri));
  self->database = g_steal_pointer (&database);
  self->url = g_strdup_printf ("%s/%s", self->root, self->database);
  self->is_loopback = is_loopback (self->host);

  return self;
}

void
kq_sync_address_free (KqSyncAddress *self)
{
  g_free (self->url);
  g_free (self->root);
  g_free (self->host);
  g_free (self->database);
  g_free (self);
}
