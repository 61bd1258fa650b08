/* kq-size.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-size.h"

#include <glib/gi18n-lib.h>

/**
 * kq_size_format:
 * @bytes: a number of bytes
 *
 * Writes a size as the limits are written. Unlike [func@GLib.format_size] it
 * never rounds: what isn't whole KiB is given in bytes.
 *
 * Returns: (transfer full): “64 MiB”, “256 KiB” or “1000 bytes”
 */
char *
kq_size_format (gsize bytes)
{
  const gsize mebibyte = 1024 * 1024;

  if (bytes >= mebibyte && bytes % mebibyte == 0)
    return g_strdup_printf (_("%zu MiB"), bytes / mebibyte);
  if (bytes >= 1024 && bytes % 1024 == 0)
    return g_strdup_printf (_("%zu KiB"), bytes / 1024);

  return g_strdup_printf (ngettext ("%zu byte", "%zu bytes", (gulong) bytes), bytes);
}
