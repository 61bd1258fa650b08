/* kq-recent.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-recent.h"

#define APPLICATION "Kaquan"

/* The campaign files that were opened or saved last, in the desktop's own list
 * of recent files. */

/**
 * kq_recent_add:
 * @file: a campaign file
 *
 * Puts it on top of the recent files.
 */
void
kq_recent_add (GFile *file)
{
  static char group[] = APPLICATION;
  static char *groups[] = { group, NULL };
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri,
                               &(GtkRecentData) {
                                 .mime_type = (char *) KQ_RECENT_MIME_TYPE,
                                 .app_name = (char *) APPLICATION,
                                 .app_exec = (char *) "kaquan %f",
                                 .groups = groups,
                               });
}

static int
compare_time (gconstpointer a,
              gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/**
 * kq_recent_list:
 * @max: how many, at most
 *
 * Returns: (transfer full) (element-type GFile): the recent campaign files that
 *   are still there, the last one first
 */
GList *
kq_recent_list (guint max)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GList *files = NULL;
  guint length = 0;

  infos = g_list_sort (infos, compare_time);
  for (GList *l = infos; l != NULL && length < max; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (!gtk_recent_info_has_application (info, APPLICATION) || !gtk_recent_info_exists (info))
        continue;
      files = g_list_prepend (files, g_file_new_for_uri (gtk_recent_info_get_uri (info)));
      length++;
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  return g_list_reverse (files);
}
