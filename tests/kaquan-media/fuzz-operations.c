/* fuzz-operations.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "fixture.h"
#include "kq-media-serve.h"

/* For libFuzzer: any bytes as an image file, looked at and fitted. */

int LLVMFuzzerInitialize   (int           *argc,
                            char        ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  return kq_media_init () ? 0 : 1;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  g_variant_unref (answer (bytes, NULL, "probe", NULL));
  g_variant_unref (answer (bytes, NULL, "fit", "width", "u", 60, "height", "u", 30,
                           "type", "s", "image/jpeg", "max-bytes", "t", (guint64) 2000, NULL));

  return 0;
}
