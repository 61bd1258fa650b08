/* test-kind-set.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gstdio.h>

#include "fixture.h"
#include "kq-kind-set.h"
#include "kq-paths.h"

static KqMedia *media;

static char *
new_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("kq-kind-set-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

/* Takes the folder and all that is in it away; returns how many that were. */
static guint
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
      n++;
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return n;
}

static KqKindSet *
new_set (const char *name,
         gint64      max_bytes)
{
  g_autoptr (GBytes) picture = read_image ("face.jpg");
  KqKindSet *set = kq_kind_set_new (picture, name);
  g_autoptr (KqImageKind) face = new_kind ("card-face", 140, 70, 60000);
  g_autoptr (KqImageKind) poster = new_kind ("poster", 140, 40, max_bytes);
  KqFitOptions options = KQ_FIT_OPTIONS_INIT;

  kq_kind_set_add (set, face, &options);
  kq_kind_set_add (set, poster, &options);

  return set;
}

static void
count_cb (guint    n_done,
          guint    n_all,
          gpointer data)
{
  guint *n = data;

  g_assert_cmpuint (n_done, ==, ++*n);
  g_assert_cmpuint (n_all, ==, 2);
}

static void
test_save (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "会员日-poster.jpg", NULL);
  g_autoptr (KqKindSet) set = new_set ("会员日", 60000);
  g_autoptr (KqImageKind) poster = new_kind ("poster", 140, 40, 60000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n = 0;

  g_assert_true (kq_kind_set_save (set, media, folder, FALSE, count_cb, &n, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  bytes = kq_file_read (path, 60000, &error);
  g_assert_no_error (error);
  assert_taken (media, bytes, poster);
  g_assert_cmpuint (remove_folder (folder), ==, 2);
}

static void
test_taken (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "a-poster.jpg", NULL);
  g_autofree char *content = NULL;
  g_autofree char *taken = NULL;
  g_autoptr (KqKindSet) set = new_set ("a", 60000);
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_kind_set_find_taken (set, folder));
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  taken = kq_kind_set_find_taken (set, folder);
  g_assert_cmpstr (taken, ==, path);
  g_assert_false (kq_kind_set_save (set, media, folder, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  g_assert_true (kq_kind_set_save (set, media, folder, TRUE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (remove_folder (folder), ==, 2);
}

/* Where one kind can't be made, none is written. */
static void
test_all_or_none (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (KqKindSet) set = new_set ("a", 100);
  g_autoptr (GError) error = NULL;

  g_assert_false (kq_kind_set_save (set, media, folder, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_BYTES);
  g_assert_true (g_str_has_prefix (error->message, "poster: "));
  g_assert_cmpuint (remove_folder (folder), ==, 0);
}

/* A folder in a file's place: what was written before goes again. */
static void
test_cannot_write (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *path = g_build_filename (folder, "a-poster.jpg", NULL);
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  g_autoptr (KqKindSet) set = new_set ("a", 60000);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (kq_kind_set_save (set, media, folder, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_false (kq_kind_set_save (set, media, none, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpuint (remove_folder (folder), ==, 0);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
cancel_cb (guint    n_done,
           guint    n_all,
           gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_async (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (KqKindSet) set = new_set ("a", 60000);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  kq_kind_set_save_async (set, media, folder, FALSE, count_cb, &n, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (kq_kind_set_save_finish (set, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (remove_folder (folder), ==, 2);
}

/* In the thread itself, so that it is between two kinds for sure */
static void
test_cancel (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (KqKindSet) set = new_set ("a", 60000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (kq_kind_set_save (set, media, folder, FALSE, cancel_cb, cancellable, cancellable,
                                    &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (remove_folder (folder), ==, 0);
}

static void
test_names (void)
{
  static const char * const names[][2] = {
    { "会员日", "会员日-card-face.jpg" },
    { "../../etc/passwd", "-..-etc-passwd-card-face.jpg" },
    { ".hidden", "hidden-card-face.jpg" },
    { "a\nb:c", "a-b-c-card-face.jpg" },
    { "", "card-face.jpg" },
    { "\xff", "\uFFFD-card-face.jpg" },
  };
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (KqKindSet) set = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KqKindSet) named = new_set (names[i][0], 60000);
      g_autofree char *found = kq_kind_set_dup_name (named, 0);

      g_assert_cmpstr (found, ==, names[i][1]);
    }

  for (int i = 0; i < 10000; i++)
    g_string_append (endless, "会");
  set = new_set (endless->str, 60000);
  name = kq_kind_set_dup_name (set, 0);
  g_assert_cmpuint (strlen (name), <, 200);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  media = kq_media_new (NULL);
  g_test_add_func ("/kind-set/names", test_names);
  g_test_add_func ("/kind-set/save", test_save);
  g_test_add_func ("/kind-set/taken", test_taken);
  g_test_add_func ("/kind-set/all-or-none", test_all_or_none);
  g_test_add_func ("/kind-set/cannot-write", test_cannot_write);
  g_test_add_func ("/kind-set/async", test_async);
  g_test_add_func ("/kind-set/cancel", test_cancel);
  status = g_test_run ();
  g_object_unref (media);

  return status;
}
