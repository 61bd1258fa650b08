/* kq-recovery-patch.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-recovery.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* A file whose first page is gone says no longer where its tables are. But a
 * library's tables are made in one order, so that they begin on the same pages
 * in each: the first page of a new one is as good, but for a few numbers.
 *
 * A file that ends before the first page of one of its tables isn't opened at
 * all: it is filled up with pages that hold nothing. */

#define PAGE_BYTES      4096
#define AT_WRITE_FORMAT   18
#define AT_READ_FORMAT    19
#define AT_PAGES          28
#define FORMAT_WAL         2

static gboolean
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                      NULL, NULL, NULL, NULL);
}

static gboolean
read_page (const char *path,
           guint8     *page)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean read = fd >= 0 && pread (fd, page, PAGE_BYTES, 0) == PAGE_BYTES;

  if (fd >= 0)
    close (fd);

  return read;
}

static gboolean
patch (const char   *path,
       const guint8 *like,
       gint64        like_bytes,
       gboolean      has_log)
{
  guint8 page[PAGE_BYTES];
  guint32 n_pages;
  gint64 length;
  struct stat info;
  gboolean done;
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (fd < 0)
    return FALSE;

  memcpy (page, like, sizeof page);
  done = fstat (fd, &info) == 0 && info.st_size >= 2 * PAGE_BYTES;
  if (done)
    {
      length = MAX (info.st_size / PAGE_BYTES * PAGE_BYTES, like_bytes);
      n_pages = GUINT32_TO_BE ((guint32) (length / PAGE_BYTES));
      memcpy (page + AT_PAGES, &n_pages, sizeof n_pages);
      if (has_log)
        page[AT_WRITE_FORMAT] = page[AT_READ_FORMAT] = FORMAT_WAL;
      done = ftruncate (fd, length) == 0 && pwrite (fd, page, sizeof page, 0) == sizeof page;
    }
  close (fd);

  return done;
}

/**
 * kq_recovery_patched:
 * @path: a file
 * @is_library: whether its header says that it is a library
 * @like: a new library
 * @copy: where to copy the file to
 *
 * Returns: (transfer full) (nullable): a connection to a copy of the file with
 *   the first page of a library, and at least as long as an empty one
 */
KqSqlite *
kq_recovery_patched (const char *path,
                     gboolean    is_library,
                     const char *like,
                     const char *copy)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *log_copy = g_strconcat (copy, "-wal", NULL);
  guint8 page[PAGE_BYTES];
  struct stat info, like_info;
  gboolean has_log;

  /* Other programs' files are seldom of whole pages, and may be huge. */
  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode) ||
      (!is_library && info.st_size % PAGE_BYTES != 0) || stat (like, &like_info) != 0)
    return NULL;

  has_log = copy_file (log, log_copy);
  if (!read_page (like, page) || !copy_file (path, copy) || !patch (copy, page, like_info.st_size, has_log))
    return NULL;

  return kq_sqlite_open (copy, KQ_SQLITE_SALVAGE, 0, NULL);
}
