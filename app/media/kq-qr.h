/* kq-qr.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes of UTF-8 in one QR code, at most: the largest code, of which a seventh
 * may be unreadable */
#define KQ_QR_MAX_BYTES 2331
/* Modules of light around a code, which readers need */
#define KQ_QR_QUIET 4

/* Pixels of a side of a picture of one, at most */
#define KQ_QR_MAX_SIDE 8000

/**
 * KqQr:
 * @size: modules of a side, without the light ones around
 * @modules: (owned): one byte for each, row after row, not 0 for dark
 *
 * A QR code.
 */
typedef struct {
  guint   size;
  guint8 *modules;
} KqQr;

KqQr     *kq_qr_new     (const char  *text,
                         GError     **error);
void      kq_qr_free    (KqQr        *self);
gboolean  kq_qr_is_dark (const KqQr  *self,
                         guint        x,
                         guint        y);
guint     kq_qr_get_scale (const KqQr *self,
                         guint        side);
GBytes   *kq_qr_draw    (const KqQr  *self,
                         guint        scale,
                         guint       *side);
GBytes   *kq_qr_draw_to (const KqQr  *self,
                         guint        side,
                         GError     **error);
GBytes   *kq_qr_to_svg  (const KqQr  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqQr, kq_qr_free)

G_END_DECLS
