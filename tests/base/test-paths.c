/* test-paths.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-paths.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

typedef struct {
  char *dir;
  char *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp (NULL, NULL);
  g_assert_nonnull (fixture->dir);
  fixture->file = g_build_filename (fixture->dir, "file", NULL);
}

static guint
count_files (const char *dir,
             gboolean    delete)
{
  g_autoptr(GDir) files = g_dir_open (dir, 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      count++;
      if (delete)
        g_assert_cmpint (g_remove (path), ==, 0);
    }

  return count;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  count_files (fixture->dir, TRUE);
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->dir);
  g_free (fixture->file);
}

static void
write_text (const char *path,
            const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_assert_true (kq_file_write (path, bytes, &error));
  g_assert_no_error (error);
}

static void
assert_text (const char *path,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = kq_file_read (path, 100, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static guint
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  mode_t mask = umask (027);

  write_text (fixture->file, "one");
  umask (mask);
  assert_text (fixture->file, "one");
  g_assert_cmpuint (mode_of (fixture->file), ==, 0640);

  g_assert_cmpint (g_chmod (fixture->file, 0606), ==, 0);
  write_text (fixture->file, "");
  assert_text (fixture->file, "");
  g_assert_cmpuint (mode_of (fixture->file), ==, 0606);
  g_assert_cmpuint (count_files (fixture->dir, FALSE), ==, 1);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->dir, "link", NULL);
  g_autofree char *loop = g_build_filename (fixture->dir, "loop", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new ("x", 1);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("file", link), ==, 0);
  write_text (link, "first");
  write_text (link, "second");
  assert_text (fixture->file, "second");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (kq_file_write (loop, bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
}

static void
test_write_errors (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->dir, "no", "file", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new ("x", 1);
  g_autoptr(GError) error = NULL;

  g_assert_false (kq_file_write (missing, bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);

  g_assert_false (kq_file_write (fixture->dir, bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (kq_file_write ("/dev/null", bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpuint (count_files (fixture->dir, FALSE), ==, 0);
}

static void
test_read_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->dir, "fifo", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (kq_file_read (fixture->file, 100, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, fixture->file));
  g_clear_error (&error);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_null (kq_file_read (fifo, 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);

  g_assert_null (kq_file_read (fixture->dir, 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_null (kq_file_read ("/dev/zero", 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_read_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autofree char *message = g_strdup_printf ("%s: larger than 1 KiB", fixture->file);
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(GError) error = NULL;

  write_text (fixture->file, text);
  whole = kq_file_read (fixture->file, 10000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (whole), ==, 10000);

  g_assert_null (kq_file_read (fixture->file, 1024, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, message);
  g_clear_error (&error);

  /* A file whose size the system doesn't tell */
  g_assert_null (kq_file_read ("/proc/self/smaps", 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

/* Standard input is bounded too, though a pipe has no size. */
static void
test_standard_streams (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (g_test_subprocess ())
    {
      bytes = kq_file_read ("-", 5000, &error);
      if (bytes != NULL)
        g_assert_true (kq_file_write ("-", bytes, &error));
      else
        g_printerr ("%s\n", error->message);
      exit (bytes == NULL);
    }

  for (int size = 4999; size < 5003; size++)
    {
      g_autoptr(GBytes) input = g_bytes_new_take (g_strnfill (size, 'y'), size);
      g_autoptr(GBytes) output = NULL;
      g_autoptr(GSubprocess) process = NULL;
      const char *text;
      gsize length;

      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                  | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                                  "/proc/self/exe", "--GTestSubprocess", "-p",
                                  "/paths/standard-streams", NULL);
      g_assert_no_error (error);
      g_subprocess_communicate (process, input, NULL, &output, NULL, NULL);
      g_assert_cmpint (g_subprocess_get_successful (process), ==, size <= 5000);
      text = g_bytes_get_data (output, &length);
      if (size <= 5000)
        g_assert_nonnull (g_strstr_len (text, length, g_bytes_get_data (input, NULL)));
    }
}

static void
test_build_dir (void)
{
  const char *build_dir = kq_paths_get_build_dir ();
  g_autofree char *info = NULL;
  g_autofree char *po = NULL;

  g_assert_nonnull (build_dir);
  info = g_build_filename (build_dir, "meson-info", NULL);
  po = g_build_filename (build_dir, "po", NULL);
  g_assert_true (g_file_test (info, G_FILE_TEST_IS_DIR));
  g_assert_cmpstr (kq_paths_get_locale_dir (), ==, po);
  g_assert_true (g_str_has_suffix (kq_paths_get_user_dir (), "/kaquan"));
}

/* The environment in, LANGUAGE and a UTF-8 locale out */
static void
test_locale (gconstpointer data)
{
  if (g_test_subprocess ())
    {
      kq_paths_init_locale (strcmp (data, "override") == 0 ? "zh_CN" : NULL);
      g_assert_cmpstr (nl_langinfo (CODESET), ==, "UTF-8");
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, strcmp (data, "plain") == 0 ? NULL : "zh_CN");
      return;
    }

  g_unsetenv ("LANGUAGE");
  g_unsetenv ("LC_MESSAGES");
  g_setenv ("LC_ALL", strcmp (data, "missing") == 0 ? "zh_CN.NO-SUCH-CODE" : "C", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/paths/file/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/paths/file/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/paths/file/write-errors", Fixture, NULL, set_up, test_write_errors, tear_down);
  g_test_add ("/paths/file/read-errors", Fixture, NULL, set_up, test_read_errors, tear_down);
  g_test_add ("/paths/file/read-limit", Fixture, NULL, set_up, test_read_limit, tear_down);
  g_test_add_func ("/paths/standard-streams", test_standard_streams);
  g_test_add_func ("/paths/build-dir", test_build_dir);
  g_test_add_data_func ("/paths/locale/plain", "plain", test_locale);
  g_test_add_data_func ("/paths/locale/missing", "missing", test_locale);
  g_test_add_data_func ("/paths/locale/override", "override", test_locale);
  return g_test_run ();
}
