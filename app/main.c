/* main.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-application.h"
#include "kq-paths.h"
#include "kq-render.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (KqApplication) application = NULL;

  if (kq_render_wanted (argc, argv))
    return kq_render_run (argc, argv);

  kq_paths_init_locale (NULL);
  application = kq_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
