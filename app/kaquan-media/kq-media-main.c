/* kq-media-main.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kq-media-limits.h"
#include "kq-media-serve.h"

/* The helper process: it alone decodes pictures that nobody has looked at, and
 * may be ended by one without harm. Standard input is a socket to the program
 * that started it. */

static gboolean
is_socket (int fd)
{
  int type;
  socklen_t length = sizeof type;

  return getsockopt (fd, SOL_SOCKET, SO_TYPE, &type, &length) == 0;
}

int
main (int    argc,
      char **argv)
{
  if (!is_socket (STDIN_FILENO))
    {
      fputs ("kaquan-media: kaquan and kaquan-cli start this; it does nothing by itself\n", stderr);
      return 2;
    }

  if (!kq_media_init () || !kq_media_limits_init ())
    return 1;

  return kq_media_serve (STDIN_FILENO) ? 0 : 1;
}
