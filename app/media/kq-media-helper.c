/* kq-media-helper.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-helper.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "kq-frame.h"
#include "kq-media-protocol.h"
#include "kq-media.h"
#include "kq-size.h"

/* Seconds that an answer may take however busy the machine is; the helper has a
 * limit of its own on processor time. */
#define PATIENCE 60

struct _KqMediaHelper {
  char *program;  /* (owned) */
  GPid  pid;      /* 0 where it isn't running */
  int   fd;       /* our end of the socket */
};

typedef struct {
  GCancellable *cancellable;  /* (nullable) */
  gint64        end;          /* monotonic time */
} Patience;

KqMediaHelper *
kq_media_helper_new (const char *program)
{
  KqMediaHelper *self = g_new0 (KqMediaHelper, 1);

  self->program = g_strdup (program);
  self->fd = -1;

  return self;
}

/* Ends it, if it hasn't ended already. Returns how, as waitpid() says. */
static int
stop (KqMediaHelper *self,
      gboolean       now)
{
  int status = 0;

  if (self->pid == 0)
    return 0;

  close (self->fd);
  if (now)
    kill (self->pid, SIGKILL);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    continue;
  self->fd = -1;
  self->pid = 0;

  return status;
}

void
kq_media_helper_free (KqMediaHelper *self)
{
  stop (self, TRUE);
  g_free (self->program);
  g_free (self);
}

/* What it prints would stand among our own lines; but in a sanitized build that
 * is what the sanitizers have found. */
#if defined (__SANITIZE_ADDRESS__)
#define QUIET 0
#else
#define QUIET (G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL)
#endif

static gboolean
spawn (KqMediaHelper  *self,
       int             theirs,
       GError        **error)
{
  const char *argv[] = { self->program, NULL };
  /* libimagequant would start a thread for each processor. */
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "OMP_NUM_THREADS", "1", TRUE);
  g_autoptr (GError) local_error = NULL;

  if (g_spawn_async_with_pipes_and_fds (NULL, argv, (const char * const *) environment,
                                        G_SPAWN_DO_NOT_REAP_CHILD | QUIET, NULL, NULL,
                                        theirs, -1, -1, NULL, NULL, 0,
                                        &self->pid, NULL, NULL, NULL, &local_error))
    return TRUE;

  self->pid = 0;
  g_set_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_MISSING,
               _("the program that reads pictures can't be started (%s): install Kaquan again"),
               local_error->message);
  return FALSE;
}

static gboolean
start (KqMediaHelper  *self,
       GError        **error)
{
  int ends[2];
  gboolean started;

  if (self->pid != 0)
    return TRUE;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0 ||
      !g_unix_set_fd_nonblocking (ends[0], TRUE, NULL))
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return FALSE;
    }

  started = spawn (self, ends[1], error);
  close (ends[1]);
  if (started)
    self->fd = ends[0];
  else
    close (ends[0]);

  return started;
}

/* A KqFrameWait */
static gboolean
wait_for (int       fd,
          short     events,
          gpointer  data,
          GError  **error)
{
  Patience *patience = data;
  gint64 left = (patience->end - g_get_monotonic_time ()) / 1000;
  GPollFD cancelled = { .fd = -1 };
  struct pollfd fds[2] = { { fd, events, 0 }, { -1, POLLIN, 0 } };
  gboolean polled = g_cancellable_make_pollfd (patience->cancellable, &cancelled);

  fds[1].fd = polled ? cancelled.fd : -1;
  if (left > 0)
    poll (fds, G_N_ELEMENTS (fds), left);
  if (polled)
    g_cancellable_release_fd (patience->cancellable);

  if (g_cancellable_set_error_if_cancelled (patience->cancellable, error))
    return FALSE;
  if (left > 0)
    return TRUE;

  g_set_error_literal (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_DIED,
                       _("reading the picture takes too long"));
  return FALSE;
}

/* Why it isn't there any more, for people: they can't know a signal. */
static void
explain (int      status,
         GError **error)
{
  int signal = WIFSIGNALED (status) ? WTERMSIG (status) : 0;
  g_autofree char *memory = kq_size_format (KQ_MEDIA_MAX_MEMORY);

  g_clear_error (error);
  if (signal == SIGPROF || signal == SIGXCPU)
    g_set_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_DIED,
                 _("the picture needs more than %d seconds of computing: make it smaller"),
                 KQ_MEDIA_MAX_SECONDS);
  else
    g_set_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_DIED,
                 _("the picture needs more than %s of memory, or is damaged so that reading it "
                   "fails: save it anew in an image editor"), memory);
}

static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
}

/* Sends a request. One that was ended by others while it waited for work is
 * started again. */
static gboolean
send_request (KqMediaHelper  *self,
              GVariant       *request,
              GBytes         *bytes,
              Patience       *patience,
              GError        **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!start (self, error))
    return FALSE;
  if (kq_frame_write (self->fd, request, bytes, wait_for, patience, &local_error))
    return TRUE;
  if (!is_gone (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  stop (self, TRUE);

  return start (self, error) &&
         kq_frame_write (self->fd, request, bytes, wait_for, patience, error);
}

/**
 * kq_media_helper_exchange:
 * @self: the helper
 * @request: (transfer none): named values
 * @bytes: (nullable): what goes with them
 * @cancellable: (nullable): to give up
 * @answer: (out) (transfer full): named values
 * @out: (out) (transfer full): what goes with them
 * @error: return location for an error
 *
 * Asks, and waits for the answer.
 *
 * Returns: whether there was one; if not, the next request gets a new helper.
 *   Errors are %KQ_MEDIA_ERROR_DIED, %KQ_MEDIA_ERROR_MISSING, or of %G_IO_ERROR
 */
gboolean
kq_media_helper_exchange (KqMediaHelper  *self,
                          GVariant       *request,
                          GBytes         *bytes,
                          GCancellable   *cancellable,
                          GVariant      **answer,
                          GBytes        **out,
                          GError        **error)
{
  Patience patience = { cancellable, g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC };
  GError *local_error = NULL;
  int status;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (send_request (self, request, bytes, &patience, &local_error) &&
      kq_frame_read (self->fd, KQ_MEDIA_MAX_BYTES, wait_for, &patience, answer, out,
                     &local_error))
    return TRUE;

  /* Where the other end is closed it is ending by itself, and how says why. */
  status = stop (self, !is_gone (local_error));
  if (is_gone (local_error))
    explain (status, &local_error);
  g_propagate_error (error, local_error);

  return FALSE;
}

/* 0 where it isn't running */
GPid
kq_media_helper_get_pid (KqMediaHelper *self)
{
  return self->pid;
}
