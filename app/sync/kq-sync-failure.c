/* kq-sync-failure.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-failure.h"

#include <glib/gi18n-lib.h>

#include "kq-sync-error.h"

static const char *
describe_flags (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return _("was revoked");
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _("has expired");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _("isn’t valid yet; is the clock of this machine right?");
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _("is for another name");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _("is by somebody whom this machine doesn’t trust");

  return _("isn’t safe");
}

static void
set_certificate (SoupMessage          *message,
                 const KqSyncAddress  *address,
                 GError              **error)
{
  GTlsCertificate *certificate = soup_message_get_tls_peer_certificate (message);
  g_autofree char *subject = NULL, *issuer = NULL;

  if (certificate != NULL)
    {
      subject = g_tls_certificate_get_subject_name (certificate);
      issuer = g_tls_certificate_get_issuer_name (certificate);
    }
  g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_CERTIFICATE,
               _("The certificate of %s (%s, issued by %s) %s; nothing was sent"), address->host,
               subject != NULL ? subject : "?", issuer != NULL ? issuer : "?",
               describe_flags (soup_message_get_tls_peer_certificate_errors (message)));
}

static void
set_offline (const KqSyncAddress  *address,
             const GError         *cause,
             GError              **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_OFFLINE,
                 _("%s doesn’t answer"), address->host);
  else
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_OFFLINE,
                 _("%s can’t be reached: %s"), address->host, cause->message);
}

/**
 * kq_sync_failure_set:
 * @message: what was sent
 * @address: where to
 * @cause: what failed
 * @error: return location for an error
 *
 * Says it as a #KqSyncError; what is one, or a cancellation, stays so.
 */
void
kq_sync_failure_set (SoupMessage          *message,
                     const KqSyncAddress  *address,
                     const GError         *cause,
                     GError              **error)
{
  if (cause->domain == KQ_SYNC_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (cause->domain == G_TLS_ERROR && soup_message_get_tls_peer_certificate_errors (message) != 0)
    set_certificate (message, address, error);
  else if (g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_NAME,
                 _("No machine is called “%s”; check the address, and whether there is a network"),
                 address->host);
  else
    set_offline (address, cause, error);
}

/* Whether a status is nothing that a caller could make anything of */
gboolean
kq_sync_failure_is_status (guint status)
{
  return status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN ||
         status == 429 || status >= 500;
}

void
kq_sync_failure_set_status (guint                 status,
                            const KqSyncAddress  *address,
                            GError              **error)
{
  if (status == SOUP_STATUS_UNAUTHORIZED)
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_PASSWORD,
                 _("%s doesn’t accept the user or the password"), address->host);
  else if (status == SOUP_STATUS_FORBIDDEN)
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_RIGHT,
                 _("The user has no right to the database “%s”; ask whoever looks after it"),
                 address->database);
  else
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_BUSY,
                 _("%s can’t answer just now (%u)"), address->host, status);
}
