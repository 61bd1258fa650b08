/* shim-vfs.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "shim-vfs.h"

#include <signal.h>
#include <string.h>

#include <sqlite3.h>

typedef struct {
  sqlite3_file  base;
  sqlite3_file *real;
} ShimFile;

static sqlite3_vfs *real_vfs;
static guint count;
static guint kill_at;
static guint fail_per_mille;
static GRand *chance;

void
shim_kill_at (guint n)
{
  kill_at = n > 0 ? count + n : 0;
}

void
shim_fail (guint per_mille,
           guint seed)
{
  g_clear_pointer (&chance, g_rand_free);
  chance = g_rand_new_with_seed (seed);
  fail_per_mille = per_mille;
}

guint
shim_count (void)
{
  return count;
}

static gboolean
is_last (void)
{
  return ++count == kill_at;
}

/* SQLITE_OK or what is to be said in place of doing it */
static int
decide (gboolean *half)
{
  static const int codes[] = { SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_WRITE };
  guint choice;

  *half = FALSE;
  if (fail_per_mille == 0 || (guint) g_rand_int_range (chance, 0, 1000) >= fail_per_mille)
    return SQLITE_OK;

  choice = g_rand_int_range (chance, 0, G_N_ELEMENTS (codes));
  *half = choice == 2;

  return codes[choice];
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((ShimFile *) file)->real;
}

static int
shim_close (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);
  int code = real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;

  g_free (real);

  return code;
}

static int
shim_read (sqlite3_file *file, void *buffer, int n, sqlite3_int64 at)
{
  return get_real (file)->pMethods->xRead (get_real (file), buffer, n, at);
}

static int
shim_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 at)
{
  sqlite3_file *real = get_real (file);
  gboolean half, last = is_last ();
  int code = decide (&half);

  if (half || last)
    real->pMethods->xWrite (real, data, n / 2, at);
  if (last)
    raise (SIGKILL);

  return code != SQLITE_OK ? code : real->pMethods->xWrite (real, data, n, at);
}

static int
change (void)
{
  gboolean half;

  if (is_last ())
    raise (SIGKILL);

  return decide (&half);
}

static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = change () == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
shim_sync (sqlite3_file *file, int flags)
{
  int code = change () == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_FSYNC;

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
shim_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
shim_lock (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xLock (get_real (file), lock);
}

static int
shim_unlock (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), lock);
}

static int
shim_check_reserved_lock (sqlite3_file *file, int *reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), reserved);
}

static int
shim_file_control (sqlite3_file *file, int op, void *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), op, data);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
shim_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
shim_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
shim_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
shim_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
shim_shm_unmap (sqlite3_file *file, int unlink)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), unlink);
}

static const sqlite3_io_methods methods = {
  2, shim_close, shim_read, shim_write, shim_truncate, shim_sync, shim_file_size, shim_lock,
  shim_unlock, shim_check_reserved_lock, shim_file_control, shim_sector_size,
  shim_device_characteristics, shim_shm_map, shim_shm_lock, shim_shm_barrier, shim_shm_unmap,
  NULL, NULL
};

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  ShimFile *self = (ShimFile *) file;
  int code;

  self->real = g_malloc0 (real_vfs->szOsFile);
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = code == SQLITE_OK ? &methods : NULL;
  if (code != SQLITE_OK)
    g_clear_pointer (&self->real, g_free);

  return code;
}

static int
shim_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int code = change () == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_DELETE;

  return code != SQLITE_OK ? code : real_vfs->xDelete (real_vfs, name, sync_folder);
}

void
shim_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "shim";
  vfs.szOsFile = sizeof (ShimFile);
  vfs.xOpen = shim_open;
  vfs.xDelete = shim_delete;
  sqlite3_vfs_register (&vfs, 1);
}
