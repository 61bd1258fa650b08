/* bare-parse.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>

/* The peer of `kaquan-cli check`: the same files through json-glib, and
 * nothing done with them. */
int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      if (!json_parser_load_from_file (parser, argv[i], &error))
        g_error ("%s: %s", argv[i], error->message);
    }

  return 0;
}
