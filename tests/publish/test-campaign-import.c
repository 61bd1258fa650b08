/* test-campaign-import.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-campaign-library.h"

/* Many files at once: several threads read them, and nobody may notice. */

#define N_FILES     150
#define N_CAMPAIGNS 7

typedef struct {
  char       *dir;
  KqLibrary  *library;
  KqProfiles *profiles;
  char      **paths;
  guint       told;
  guint       n_failed;
} Fixture;

/* Every tenth is no campaign. */
static gboolean
is_broken (guint number)
{
  return number % 10 == 3;
}

static char *
write_file (const char *dir,
            guint       number)
{
  g_autofree char *name = g_strdup_printf ("%u.campaign.json", number);
  char *path = g_build_filename (dir, name, NULL);
  g_autofree char *text = NULL;

  /* Those in front are the largest, so that they are read last. */
  if (is_broken (number))
    text = g_strdup ("{\"format\": 1}");
  else
    text = g_strdup_printf ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c%u\","
                            " \"name\": \"n%u\"%*s}", number % N_CAMPAIGNS, number,
                            (N_FILES - number) * 500, "");
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *database = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("kq-import-XXXXXX", &error);
  g_assert_no_error (error);
  database = g_build_filename (fixture->dir, "library.db", NULL);
  fixture->library = kq_library_open (database, NULL, &error);
  g_assert_no_error (error);
  fixture->profiles = kq_profiles_new (NULL);
  fixture->paths = g_new0 (char *, N_FILES + 1);
  for (guint i = 0; i < N_FILES; i++)
    fixture->paths[i] = write_file (fixture->dir, i);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  kq_library_close (fixture->library);
  g_object_unref (fixture->library);
  g_object_unref (fixture->profiles);
  g_strfreev (fixture->paths);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
}

static void
on_imported (const char             *path,
             const KqCampaignImport *import,
             const GError           *error,
             gpointer                data)
{
  Fixture *fixture = data;
  guint number = fixture->told++;

  g_assert_cmpstr (path, ==, fixture->paths[number]);
  g_assert_true ((import == NULL) == is_broken (number));
  g_assert_true ((error == NULL) == (import != NULL));
  if (import == NULL)
    {
      g_assert_true (g_str_has_prefix (error->message, path));
      fixture->n_failed++;
    }
  else
    {
      g_autofree char *name = g_strdup_printf ("n%u", number);

      g_assert_cmpstr (import->name, ==, name);
      g_assert_cmpint (import->version, >, 0);
    }
}

static void
import_all (Fixture              *fixture,
            GCancellable         *cancellable,
            KqCampaignImportFunc  func)
{
  fixture->told = 0;
  kq_campaign_import_files (fixture->library, (const char * const *) fixture->paths, FALSE,
                            fixture->profiles, cancellable, func, fixture);
  g_assert_cmpuint (fixture->told, ==, N_FILES);
}

/* The numbers of the files that are a version of the campaign, the newest first */
static void
check_history (Fixture *fixture,
               guint    campaign)
{
  g_autofree char *id = g_strdup_printf ("c%u", campaign);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  guint next = 0;

  versions = kq_library_list_versions (fixture->library, id, NULL, &error);
  g_assert_no_error (error);
  for (int i = N_FILES - 1; i >= 0; i--)
    {
      g_autofree char *name = NULL;
      KqVersion *version;

      if (i % N_CAMPAIGNS != (int) campaign || is_broken (i))
        continue;
      name = g_strdup_printf ("n%d", i);
      g_assert_cmpuint (next, <, versions->len);
      version = g_ptr_array_index (versions, next++);
      g_assert_cmpstr (version->name, ==, name);
    }
  g_assert_cmpuint (next, ==, versions->len);
}

/* Told in order, and what comes later is the newer version; what is refused
 * keeps nothing else out. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  import_all (fixture, NULL, on_imported);
  g_assert_cmpuint (fixture->n_failed, ==, N_FILES / 10);
  for (guint i = 0; i < N_CAMPAIGNS; i++)
    check_history (fixture, i);
}

static void
on_cancelled (const char             *path,
              const KqCampaignImport *import,
              const GError           *error,
              gpointer                data)
{
  Fixture *fixture = data;

  g_assert_cmpstr (path, ==, fixture->paths[fixture->told++]);
  g_assert_null (import);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) items = NULL;

  g_cancellable_cancel (cancellable);
  import_all (fixture, cancellable, on_cancelled);
  items = kq_library_list (fixture->library, KQ_LIBRARY_LIST_ALL, NULL, NULL);
  g_assert_cmpuint (items->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/import/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/import/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
