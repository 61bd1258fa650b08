/* first-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/xcb.h>

/* How long a program takes from exec until its first window is on the screen:
 * first-window COMMAND [ARGUMENT…] prints the milliseconds.
 *
 * It listens to the X server, because whoever polls measures the pause between
 * two looks. Windows of 200 pixels or less are no windows that one waits for. */
#define LEAST_SIZE 200
#define TIMEOUT_SECONDS 60

static gboolean
is_large (xcb_connection_t *connection,
          xcb_window_t      window)
{
  xcb_get_geometry_cookie_t cookie = xcb_get_geometry (connection, window);
  g_autofree xcb_get_geometry_reply_t *geometry = NULL;

  geometry = xcb_get_geometry_reply (connection, cookie, NULL);

  return geometry != NULL && geometry->width > LEAST_SIZE && geometry->height > LEAST_SIZE;
}

static void
wait_for_window (xcb_connection_t *connection)
{
  for (;;)
    {
      g_autofree xcb_generic_event_t *event = xcb_wait_for_event (connection);

      if (event == NULL)
        g_error ("the display has gone");
      if ((event->response_type & 0x7f) == XCB_MAP_NOTIFY &&
          is_large (connection, ((xcb_map_notify_event_t *) event)->window))
        return;
    }
}

static xcb_connection_t *
listen_to_root (void)
{
  xcb_connection_t *connection = xcb_connect (NULL, NULL);
  guint32 mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
  xcb_screen_t *screen;

  if (xcb_connection_has_error (connection))
    g_error ("no display");
  screen = xcb_setup_roots_iterator (xcb_get_setup (connection)).data;
  xcb_change_window_attributes (connection, screen->root, XCB_CW_EVENT_MASK, &mask);
  /* Only a reply says that the server listens. */
  free (xcb_get_input_focus_reply (connection, xcb_get_input_focus (connection), NULL));

  return connection;
}

int
main (int    argc,
      char **argv)
{
  xcb_connection_t *connection;
  gint64 start, end;
  pid_t child;

  g_assert (argc > 1);
  connection = listen_to_root ();
  alarm (TIMEOUT_SECONDS);

  start = g_get_monotonic_time ();
  child = fork ();
  if (child == 0)
    {
      execv (argv[1], argv + 1);
      _exit (127);
    }
  wait_for_window (connection);
  end = g_get_monotonic_time ();
  printf ("%.3f\n", (end - start) / 1e3);

  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  xcb_disconnect (connection);

  return 0;
}
