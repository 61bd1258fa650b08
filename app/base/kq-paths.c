/* kq-paths.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-paths.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Programs lie in BUILD/app, tests up to BUILD/tests/<floor>/<name>. */
#define MAX_LEVELS 4

static char *
find_build_dir (void)
{
  g_autofree char *dir = g_file_read_link ("/proc/self/exe", NULL);

  for (int level = 0; dir != NULL && level < MAX_LEVELS; level++)
    {
      char *parent = g_path_get_dirname (dir);
      g_autofree char *info = g_build_filename (parent, "meson-info", NULL);

      g_free (dir);
      dir = parent;
      if (g_file_test (info, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&dir);
    }

  return NULL;
}

/**
 * kq_paths_get_build_dir:
 *
 * Returns: (transfer none) (nullable): the root of the build tree that the
 *   program is run from, %NULL where it is installed
 */
const char *
kq_paths_get_build_dir (void)
{
  static gsize once;
  static char *dir;

  if (g_once_init_enter (&once))
    {
      dir = find_build_dir ();
      g_once_init_leave (&once, 1);
    }

  return dir;
}

/**
 * kq_paths_dup_helper:
 * @name: a helper program, whose folder in the sources has its name
 *
 * Returns: (transfer full): its path: in the build tree that the program is run
 *   from, else where helpers are installed
 */
char *
kq_paths_dup_helper (const char *name)
{
  const char *build_dir = kq_paths_get_build_dir ();

  g_return_val_if_fail (name != NULL, NULL);

  return build_dir != NULL ? g_build_filename (build_dir, "app", name, name, NULL)
                           : g_build_filename (KQ_LIBEXECDIR, name, NULL);
}

/**
 * kq_paths_get_locale_dir:
 *
 * Returns: (transfer none): the folder with the translations
 */
const char *
kq_paths_get_locale_dir (void)
{
  static gsize once;
  static char *dir;

  if (g_once_init_enter (&once))
    {
      const char *build_dir = kq_paths_get_build_dir ();

      dir = build_dir != NULL ? g_build_filename (build_dir, "po", NULL)
                              : g_strdup (KQ_LOCALEDIR);
      g_once_init_leave (&once, 1);
    }

  return dir;
}

/**
 * kq_paths_get_user_dir:
 *
 * Returns: (transfer none): the folder for the user's data, which needn't
 *   exist yet
 */
const char *
kq_paths_get_user_dir (void)
{
  static gsize once;
  static char *dir;

  if (g_once_init_enter (&once))
    {
      dir = g_build_filename (g_get_user_data_dir (), "kaquan", NULL);
      g_once_init_leave (&once, 1);
    }

  return dir;
}

static void
init_schema_dir (void)
{
  const char *build_dir = kq_paths_get_build_dir ();
  g_autofree char *schema_dir = NULL;
  g_autofree char *compiled = NULL;

  if (build_dir == NULL)
    return;

  schema_dir = g_build_filename (build_dir, "data", NULL);
  compiled = g_build_filename (schema_dir, "gschemas.compiled", NULL);
  if (g_file_test (compiled, G_FILE_TEST_EXISTS))
    g_setenv ("GSETTINGS_SCHEMA_DIR", schema_dir, FALSE);
}

/* The language that the environment asks for, though its locale may not be
 * installed or not be UTF-8 */
static char *
get_wanted_language (void)
{
  static const char * const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return g_strndup (value, strcspn (value, ".@"));
    }

  return NULL;
}

static gboolean
is_usable_locale (void)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);

  return strcmp (messages, "C") != 0 && strcmp (messages, "POSIX") != 0
         && strcmp (nl_langinfo (CODESET), "UTF-8") == 0;
}

/* gettext takes no notice of LANGUAGE in the plain C locale, and texts need
 * UTF-8. LC_ALL is set too, for GTK calls setlocale() once more. */
static void
fall_back_to_utf8 (void)
{
  g_autofree char *language = get_wanted_language ();

  if (language != NULL && strcmp (language, "C") != 0 && strcmp (language, "POSIX") != 0)
    g_setenv ("LANGUAGE", language, FALSE);

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

static gboolean
try_locale (const char *name)
{
  if (setlocale (LC_ALL, name) == NULL || !is_usable_locale ())
    return FALSE;

  g_setenv ("LC_ALL", name, TRUE);

  return TRUE;
}

/* Since glibc 2.39, gettext takes no notice of LANGUAGE in C.UTF-8 either: a
 * language that is asked for needs a locale with a name, any one. */
static void
leave_c_locale (void)
{
  const char *languages = g_getenv ("LANGUAGE");
  g_autofree char *first = NULL;
  g_autofree char *own = NULL;

  if (languages == NULL || *languages == '\0' ||
      strncmp (setlocale (LC_MESSAGES, NULL), "C.", strlen ("C.")) != 0)
    return;

  first = g_strndup (languages, strcspn (languages, ":.@"));
  own = g_strconcat (first, ".UTF-8", NULL);
  if (!try_locale (own) && !try_locale ("en_US.UTF-8"))
    setlocale (LC_ALL, "");
}

/**
 * kq_paths_init_locale:
 * @language: (nullable): a language such as `zh_CN` that overrides the user's
 *
 * Sets the locale, which is UTF-8 afterwards, and gettext's domain; and, in a
 * build tree, where GSettings finds the schema. Changes the environment, so it
 * comes first in main(), before any thread.
 */
void
kq_paths_init_locale (const char *language)
{
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);

  if (setlocale (LC_ALL, "") == NULL || !is_usable_locale ())
    fall_back_to_utf8 ();
  leave_c_locale ();

  bindtextdomain (GETTEXT_PACKAGE, kq_paths_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  init_schema_dir ();
}
