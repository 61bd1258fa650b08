/* kq-file.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-paths.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kq-size.h"

/* As many as the kernel follows */
#define MAX_LINKS 40

static void
set_errno_error (GError     **error,
                 const char  *path,
                 int          code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               "%s: %s", path, g_strerror (code));
}

/* “-” by the name that a person knows it by */
static const char *
input_name (const char *path)
{
  return strcmp (path, "-") == 0 ? _("standard input") : path;
}

static gboolean
refuse_size (const char  *name,
             gsize        max_bytes,
             GError     **error)
{
  g_autofree char *size = kq_size_format (max_bytes);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _("%s: larger than %s"), name, size);
  return FALSE;
}

/* For what is open already and may be a pipe that somebody made non-blocking */
static gssize
read_some (int     fd,
           char   *buffer,
           gsize   size)
{
  for (;;)
    {
      gssize got = read (fd, buffer, size);

      if (got >= 0 || (errno != EINTR && errno != EAGAIN))
        return got;
      if (errno == EAGAIN)
        {
          struct pollfd ready = { fd, POLLIN, 0 };

          poll (&ready, 1, -1);
        }
    }
}

/* @expected bytes are likely, but the file may be growing, and what the kernel
 * makes up has no size at all. */
static GBytes *
read_all (int          fd,
          const char  *name,
          gsize        expected,
          gsize        max_bytes,
          GError     **error)
{
  /* One more, to see the end or that there is too much */
  gsize most = max_bytes < G_MAXSSIZE ? max_bytes + 1 : G_MAXSSIZE;
  gsize capacity = MIN (MAX (expected + 1, 4096), most);
  g_autofree char *buffer = g_try_malloc (capacity);
  gsize length = 0;
  gssize got;

  while (buffer != NULL && (got = read_some (fd, buffer + length, capacity - length)) != 0)
    {
      char *grown;

      if (got < 0)
        {
          set_errno_error (error, name, errno);
          return NULL;
        }
      length += got;
      if (length > max_bytes)
        {
          refuse_size (name, max_bytes, error);
          return NULL;
        }
      if (length < capacity)
        continue;

      capacity = capacity < most / 2 ? capacity * 2 : most;
      grown = g_try_realloc (buffer, capacity);
      if (grown == NULL)
        g_clear_pointer (&buffer, g_free);
      else
        buffer = grown;
    }

  if (buffer == NULL)
    {
      set_errno_error (error, name, ENOMEM);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

static gboolean
check_is_regular (const char         *name,
                  const struct stat  *info,
                  GError            **error)
{
  if (S_ISREG (info->st_mode))
    return TRUE;

  if (S_ISDIR (info->st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _("%s: a folder, expected a file"), name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _("%s: a device or pipe, expected a file"), name);

  return FALSE;
}

static GBytes *
read_open (int          fd,
           const char  *path,
           gsize        max_bytes,
           GError     **error)
{
  const char *name = input_name (path);
  gboolean is_stdin = strcmp (path, "-") == 0;
  struct stat info;
  gsize size;

  if (fstat (fd, &info) != 0)
    {
      set_errno_error (error, name, errno);
      return NULL;
    }
  if (!is_stdin && !check_is_regular (name, &info, error))
    return NULL;

  size = S_ISREG (info.st_mode) ? (gsize) info.st_size : 0;
  if (size > max_bytes && !is_stdin)
    {
      refuse_size (name, max_bytes, error);
      return NULL;
    }

  return read_all (fd, name, size, max_bytes, error);
}

/**
 * kq_file_read:
 * @path: a file, or "-" for standard input
 * @max_bytes: how large it may be
 * @error: return location for an error
 *
 * Reads a whole regular file; what standard input is doesn't matter. More than
 * @max_bytes are never held. Doesn't wait for whoever may write to a FIFO.
 *
 * Returns: (transfer full) (nullable): its bytes. Errors name the file: of
 *   [error@GLib.FileError] where the system refuses,
 *   %G_IO_ERROR_MESSAGE_TOO_LARGE, %G_IO_ERROR_IS_DIRECTORY or
 *   %G_IO_ERROR_NOT_REGULAR_FILE
 */
GBytes *
kq_file_read (const char  *path,
              gsize        max_bytes,
              GError     **error)
{
  GBytes *bytes;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strcmp (path, "-") == 0)
    return read_open (STDIN_FILENO, path, max_bytes, error);

  fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      set_errno_error (error, path, errno);
      return NULL;
    }
  bytes = read_open (fd, path, max_bytes, error);
  close (fd);

  return bytes;
}

static gboolean
write_all (int     fd,
           GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize written = write (fd, data, left);

      if (written < 0 && errno == EAGAIN)
        {
          struct pollfd ready = { fd, POLLOUT, 0 };

          poll (&ready, 1, -1);
        }
      else if (written < 0 && errno != EINTR)
        return FALSE;
      else if (written > 0)
        {
          data += written;
          left -= written;
        }
    }

  return TRUE;
}

/* Where the link @path leads at last, which needn't exist */
static char *
follow_links (const char  *path,
              GError     **error)
{
  g_autofree char *file = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (file, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&file);

      folder = g_path_get_dirname (file);
      g_free (file);
      file = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                         : g_build_filename (folder, target, NULL);
    }

  set_errno_error (error, path, ELOOP);
  return NULL;
}

/* A file that may not be written isn't replaced either. */
static gboolean
check_target (const char   *path,
              const char   *file,
              struct stat  *info,
              gboolean     *exists,
              GError      **error)
{
  *exists = stat (file, info) == 0;
  if (!*exists && errno != ENOENT)
    {
      set_errno_error (error, path, errno);
      return FALSE;
    }
  if (!*exists)
    return TRUE;
  if (!check_is_regular (path, info, error))
    return FALSE;
  if (access (file, W_OK) != 0)
    {
      set_errno_error (error, path, errno);
      return FALSE;
    }

  return TRUE;
}

/* So that the rename survives a power cut. Not every file system can, and the
 * file is there already: no reason to fail. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* Takes @fd. Returns 0 or what went wrong. */
static int
fill_temp (int                fd,
           const struct stat *old,
           GBytes            *bytes)
{
  int code = 0;

  if ((old != NULL && fchmod (fd, old->st_mode & 07777) != 0)
      || !write_all (fd, bytes) || fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;

  return code;
}

static gboolean
replace (const char         *path,
         const char         *file,
         const struct stat  *old,
         GBytes             *bytes,
         GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *temp = g_build_filename (folder, ".kaquan-XXXXXX", NULL);
  int fd = g_mkstemp_full (temp, O_WRONLY | O_CLOEXEC, 0644);
  int code;

  if (fd < 0)
    {
      set_errno_error (error, path, errno);
      return FALSE;
    }

  code = fill_temp (fd, old, bytes);
  if (code == 0 && g_rename (temp, file) != 0)
    code = errno;
  if (code != 0)
    {
      g_unlink (temp);
      set_errno_error (error, path, code);
      return FALSE;
    }

  sync_folder (folder);
  return TRUE;
}

/**
 * kq_file_write:
 * @path: a file, or "-" for standard output
 * @bytes: what it shall hold
 * @error: return location for an error
 *
 * Replaces a file as a whole, or leaves it as it was. A link stays a link, and
 * the file that it leads to is replaced. A file keeps its mode, a new one has
 * 0644 less the umask. Folders, devices and pipes are refused.
 *
 * Returns: whether it was written. Errors name the file: of
 *   [error@GLib.FileError] where the system refuses, %G_IO_ERROR_IS_DIRECTORY
 *   or %G_IO_ERROR_NOT_REGULAR_FILE
 */
gboolean
kq_file_write (const char  *path,
               GBytes      *bytes,
               GError     **error)
{
  g_autofree char *file = NULL;
  struct stat old;
  gboolean exists;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (strcmp (path, "-") == 0)
    {
      if (write_all (STDOUT_FILENO, bytes))
        return TRUE;
      set_errno_error (error, _("standard output"), errno);
      return FALSE;
    }

  file = follow_links (path, error);
  if (file == NULL || !check_target (path, file, &old, &exists, error))
    return FALSE;

  return replace (path, file, exists ? &old : NULL, bytes, error);
}
