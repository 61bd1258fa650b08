/* kq-content.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KqContent:
 * @stored: (owned): what stands in the database
 * @encoding: how: 0 as it is, 1 zlib
 * @length: bytes of the text
 * @digest: (owned): the text's SHA-256, 32 bytes
 *
 * A text as it is stored.
 */
typedef struct {
  GBytes *stored;
  int     encoding;
  gsize   length;
  GBytes *digest;
} KqContent;

void      kq_content_encode (KqContent        *self,
                             GBytes           *text);
GBytes   *kq_content_decode (const KqContent  *self,
                             GError          **error);
void      kq_content_clear  (KqContent        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KqContent, kq_content_clear)

G_END_DECLS
