/* kq-frame.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a program and its helper process say to each other over a socket: named
 * values, and bytes. Each side bounds what it takes. */

/* Bytes of the named values of one frame, at most */
#define KQ_FRAME_MAX_HEAD (64 * 1024)

/**
 * KqFrameWait:
 * @fd: the socket
 * @events: what to wait for, as poll() takes it
 * @data: the caller's
 * @error: return location for an error
 *
 * Waits until the socket, which doesn't block, is ready.
 *
 * Returns: %FALSE to give up
 */
typedef gboolean (*KqFrameWait) (int       fd,
                                 short     events,
                                 gpointer  data,
                                 GError  **error);

gboolean  kq_frame_write  (int           fd,
                           GVariant     *head,
                           GBytes       *bytes,
                           KqFrameWait   wait,
                           gpointer      data,
                           GError      **error);
gboolean  kq_frame_read   (int           fd,
                           gsize         max_bytes,
                           KqFrameWait   wait,
                           gpointer      data,
                           GVariant    **head,
                           GBytes      **bytes,
                           GError      **error);

G_END_DECLS
