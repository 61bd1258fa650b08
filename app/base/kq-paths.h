/* kq-paths.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where things lie, installed or uninstalled. A program run from a build tree
 * (its grandparent folder holds meson's `meson-info`) reads translations and
 * the settings schema from there. */

/* setlocale(), gettext domain “kaquan”, and GSETTINGS_SCHEMA_DIR where
 * uninstalled; @language (nullable) overrides the user's, as for --lang.
 * Called once, first thing in main(). */
void        kq_paths_init_locale   (const char *language);

const char *kq_paths_get_locale_dir (void);
/* $XDG_DATA_HOME/kaquan */
const char *kq_paths_get_user_dir  (void);
/* the build tree's root, or %NULL when installed */
const char *kq_paths_get_build_dir (void);
/* (transfer full): a program that only ours start */
char       *kq_paths_dup_helper    (const char *name);

/* A regular file's bytes, at most @max_bytes; FIFOs, folders and devices are
 * refused without blocking. "-" is standard input. G_FILE_ERROR / G_IO_ERROR. */
GBytes     *kq_file_read           (const char  *path,
                                    gsize        max_bytes,
                                    GError     **error);
/* Temp file beside it, fsync, rename, fsync of the folder. "-" is standard
 * output. */
gboolean    kq_file_write          (const char  *path,
                                    GBytes      *bytes,
                                    GError     **error);

G_END_DECLS
