/* kq-sync-words.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-words.h"

#include <glib/gi18n-lib.h>

static char *
describe_offline (KqSync *sync)
{
  const gint64 since = kq_sync_get_offline_since (sync);
  g_autoptr (GDateTime) utc = since > 0 ? g_date_time_new_from_unix_utc (since / 1000) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, C_("day and clock time",
                                                                        "%-d %b %H:%M")) : NULL;

  if (time == NULL)
    return g_strdup (_("Offline"));

  /* Translators: %s is a day and a time */
  return g_strdup_printf (_("Offline since %s"), time);
}

static char *
describe_done (const KqSyncCounts *counts)
{
  if (counts->conflicts > 0)
    return g_strdup_printf (ngettext ("%u conflict", "%u conflicts", counts->conflicts),
                            counts->conflicts);
  if (counts->refused + counts->problems > 0)
    return g_strdup_printf (ngettext ("%u document isn’t synced", "%u documents aren’t synced",
                                      counts->refused + counts->problems),
                            counts->refused + counts->problems);

  return g_strdup (_("Up to date"));
}

/**
 * kq_sync_describe:
 * @sync: a library's sync
 *
 * Returns: (transfer full): how it stands, in a few words
 */
char *
kq_sync_describe (KqSync *sync)
{
  const KqSyncCounts *counts;

  g_return_val_if_fail (KQ_IS_SYNC (sync), NULL);

  counts = &kq_sync_get_report (sync)->counts;
  switch (kq_sync_get_state (sync))
    {
    case KQ_SYNC_STATE_WORKING:
      return counts->to_send > 0 ? g_strdup_printf (_("Sending %u…"), counts->to_send)
                                 : g_strdup (_("Syncing…"));
    case KQ_SYNC_STATE_DONE:
      return describe_done (counts);
    case KQ_SYNC_STATE_OFFLINE:
      return describe_offline (sync);
    case KQ_SYNC_STATE_PASSWORD:
      return g_strdup (_("Password needed"));
    case KQ_SYNC_STATE_ASKING:
      return g_strdup (_("Deletions to confirm"));
    case KQ_SYNC_STATE_FAILED:
      return g_strdup (_("Sync doesn’t work"));
    case KQ_SYNC_STATE_NONE:
    default:
      return g_strdup (_("Not connected to a team"));
    }
}

/**
 * kq_sync_describe_more:
 * @sync: a library's sync
 *
 * Returns: (transfer full): why it stands so, or what was done last
 */
char *
kq_sync_describe_more (KqSync *sync)
{
  const KqSyncReport *report;
  const GError *error;

  g_return_val_if_fail (KQ_IS_SYNC (sync), NULL);

  error = kq_sync_get_error (sync);
  if (error != NULL)
    return g_strdup (error->message);
  if (kq_sync_get_state (sync) == KQ_SYNC_STATE_NONE)
    return g_strdup (_("Campaigns and figures are on this computer only."));

  report = kq_sync_get_report (sync);

  return g_strdup_printf (_("received %u · merged %u · sent %u"), report->received, report->merged,
                          report->sent);
}

/* Whether it can't go on by itself */
gboolean
kq_sync_needs_somebody (KqSync *sync)
{
  const KqSyncCounts *counts;

  g_return_val_if_fail (KQ_IS_SYNC (sync), FALSE);

  counts = &kq_sync_get_report (sync)->counts;
  switch (kq_sync_get_state (sync))
    {
    case KQ_SYNC_STATE_PASSWORD:
    case KQ_SYNC_STATE_ASKING:
    case KQ_SYNC_STATE_FAILED:
      return TRUE;
    case KQ_SYNC_STATE_NONE:
      return FALSE;
    case KQ_SYNC_STATE_WORKING:
    case KQ_SYNC_STATE_DONE:
    case KQ_SYNC_STATE_OFFLINE:
    default:
      return counts->conflicts + counts->refused + counts->problems > 0;
    }
}

const char *
kq_sync_get_icon_name (KqSync *sync)
{
  g_return_val_if_fail (KQ_IS_SYNC (sync), NULL);

  if (kq_sync_needs_somebody (sync))
    return "kq-sync-problem-symbolic";

  return kq_sync_get_state (sync) == KQ_SYNC_STATE_OFFLINE ? "kq-sync-offline-symbolic"
                                                           : "kq-sync-symbolic";
}
