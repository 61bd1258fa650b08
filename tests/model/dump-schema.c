/* dump-schema.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "kq-json.h"
#include "kq-schema.h"

/* Prints data/schema/campaign.schema.json as the tables of fields have it. */
int
main (void)
{
  g_autoptr (JsonNode) schema = kq_schema_build ();
  gsize length;
  g_autofree char *text = kq_json_write (schema, &length);

  return fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0 ? 0 : 1;
}
