/* kq-frame.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-frame.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#define MAGIC 0x314d514bu  /* "KQM1" */

/* Before the head and the bytes; both sides are on one machine, so in its own
 * byte order. */
typedef struct {
  guint32 magic;
  guint32 head;   /* bytes */
  guint64 bytes;
} Prefix;

typedef struct {
  int          fd;
  KqFrameWait  wait;
  gpointer     data;
  GError     **error;
} Line;

static gboolean
fail (Line *line,
      int   code)
{
  g_set_error_literal (line->error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));

  return FALSE;
}

/* Whether to try again after a call that gave -1 */
static gboolean
again (Line  *line,
       short  events)
{
  if (errno == EINTR)
    return TRUE;
  if (errno == EAGAIN && line->wait != NULL)
    return line->wait (line->fd, events, line->data, line->error);

  return fail (line, errno);
}

static gboolean
put (Line       *line,
     const void *data,
     gsize       length)
{
  const char *at = data;

  while (length > 0)
    {
      gssize sent = send (line->fd, at, length, MSG_NOSIGNAL);

      if (sent < 0 && !again (line, POLLOUT))
        return FALSE;
      at += MAX (sent, 0);
      length -= MAX (sent, 0);
    }

  return TRUE;
}

static gboolean
get (Line  *line,
     void  *data,
     gsize  length)
{
  char *at = data;

  while (length > 0)
    {
      gssize got = recv (line->fd, at, length, 0);

      if (got == 0)
        {
          g_set_error_literal (line->error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED,
                               "the other side has closed");
          return FALSE;
        }
      if (got < 0 && !again (line, POLLIN))
        return FALSE;
      at += MAX (got, 0);
      length -= MAX (got, 0);
    }

  return TRUE;
}

/**
 * kq_frame_write:
 * @fd: a socket
 * @head: named values, of type `a{sv}`, taken if floating
 * @bytes: (nullable): what goes with them
 * @wait: (nullable): called where @fd would block
 * @data: for @wait
 * @error: return location for an error
 *
 * Sends a frame. A peer that is gone is an error, no signal.
 *
 * Returns: whether all was sent; errors of %G_IO_ERROR, or of @wait
 */
gboolean
kq_frame_write (int           fd,
                GVariant     *head,
                GBytes       *bytes,
                KqFrameWait   wait,
                gpointer      data,
                GError      **error)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (head);
  Line line = { fd, wait, data, error };
  Prefix prefix = { MAGIC, g_variant_get_size (sunk), 0 };
  gsize length = 0;
  const void *body = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  g_return_val_if_fail (g_variant_is_of_type (sunk, G_VARIANT_TYPE_VARDICT), FALSE);
  g_return_val_if_fail (prefix.head <= KQ_FRAME_MAX_HEAD, FALSE);

  prefix.bytes = length;

  return put (&line, &prefix, sizeof prefix)
         && put (&line, g_variant_get_data (sunk), prefix.head)
         && put (&line, body, length);
}

static GBytes *
get_bytes (Line  *line,
           gsize  length)
{
  char *data = g_try_malloc (MAX (length, 1));

  if (data == NULL)
    {
      fail (line, ENOMEM);
      return NULL;
    }
  if (!get (line, data, length))
    {
      g_free (data);
      return NULL;
    }

  return g_bytes_new_take (data, length);
}

/**
 * kq_frame_read:
 * @fd: a socket
 * @max_bytes: how many bytes may go with the named values
 * @wait: (nullable): called where @fd would block
 * @data: for @wait
 * @head: (out) (transfer full): the named values; what is no value of the type
 *   that one asks for reads as absent
 * @bytes: (out) (transfer full): what goes with them
 * @error: return location for an error
 *
 * Receives a frame. Nothing is set where it fails.
 *
 * Returns: whether there was one; %G_IO_ERROR_CONNECTION_CLOSED where the other
 *   side is gone, %G_IO_ERROR_INVALID_DATA where it sent something else or too
 *   much, others of %G_IO_ERROR, or of @wait
 */
gboolean
kq_frame_read (int           fd,
               gsize         max_bytes,
               KqFrameWait   wait,
               gpointer      data,
               GVariant    **head,
               GBytes      **bytes,
               GError      **error)
{
  Line line = { fd, wait, data, error };
  g_autoptr (GBytes) values = NULL;
  GBytes *body;
  Prefix prefix;

  g_return_val_if_fail (head != NULL && bytes != NULL, FALSE);

  if (!get (&line, &prefix, sizeof prefix))
    return FALSE;
  if (prefix.magic != MAGIC || prefix.head > KQ_FRAME_MAX_HEAD || prefix.bytes > max_bytes)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a frame, or too large");
      return FALSE;
    }

  values = get_bytes (&line, prefix.head);
  body = values != NULL ? get_bytes (&line, prefix.bytes) : NULL;
  if (body == NULL)
    return FALSE;

  *head = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, values, FALSE));
  *bytes = body;

  return TRUE;
}
