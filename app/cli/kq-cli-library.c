/* kq-cli-library.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-paths.h"

/* Of --library, before or after the command; NULL for the user's own. */
static char *library_path;

/* Takes @path. */
void
kq_cli_take_library_path (char *path)
{
  g_free (library_path);
  library_path = path;
}

/**
 * kq_cli_open_library:
 *
 * Opens the library that the user chose; what was found wrong with it is said.
 *
 * Returns: (transfer full) (nullable): the library, or %NULL where it was said
 *   why not
 */
KqLibrary *
kq_cli_open_library (void)
{
  g_autoptr (GError) error = NULL;
  KqLibrary *library = kq_library_open (library_path, NULL, &error);
  const KqLibraryReport *report;

  if (library == NULL)
    {
      kq_cli_fail ("%s", error->message);
      return NULL;
    }

  report = kq_library_get_report (library);
  if (report != NULL)
    {
      g_autofree char *text = kq_library_report_describe (report);

      kq_cli_note ("%s", text);
    }

  return library;
}

/**
 * kq_cli_load_profiles:
 * @directory: (nullable): a folder of profiles, %NULL for the user's own
 *
 * Reads the profiles; what was wrong with some is said.
 *
 * Returns: (transfer full): the profiles
 */
KqProfiles *
kq_cli_load_profiles (const char *directory)
{
  g_autofree char *own = g_build_filename (kq_paths_get_user_dir (), "profiles", NULL);
  KqProfiles *profiles = kq_profiles_new (directory != NULL ? directory : own);
  const char * const *problems = kq_profiles_get_problems (profiles);

  for (guint i = 0; problems[i] != NULL; i++)
    kq_cli_note ("%s", problems[i]);

  return profiles;
}
