/* kq-media-source.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media-image.h"

#include "kq-media-protocol.h"

G_BEGIN_DECLS

/* A picture file in memory, and how it is opened. */

typedef struct _KqMediaFormat KqMediaFormat;

/**
 * KqMediaSource:
 * @data: the file
 * @length: its bytes
 * @format: what it is by its first bytes
 * @header: (owned): what its header says; no pixel is decoded yet
 * @width: pixels, as they are stored
 * @height: pixels, as they are stored
 * @orientation: 1 to 8 as of EXIF: how the stored picture is to be turned
 *
 * A picture file.
 */
typedef struct {
  const guint8        *data;
  gsize                length;
  const KqMediaFormat *format;
  VipsImage           *header;
  int                  width;
  int                  height;
  int                  orientation;
} KqMediaSource;

void            kq_media_source_block_others (void);
void            kq_media_source_consume      (void);

KqMediaProblem  kq_media_source_open         (KqMediaSource *source,
                                              GBytes        *bytes);
void            kq_media_source_clear        (KqMediaSource *source);
const char     *kq_media_source_get_type     (KqMediaSource *source);
guint64         kq_media_source_get_room     (KqMediaSource *source);
gboolean        kq_media_source_is_whole     (KqMediaSource *source,
                                              gboolean      *animated);
VipsImage      *kq_media_source_load         (KqMediaSource *source,
                                              double         shrink);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KqMediaSource, kq_media_source_clear)

G_END_DECLS
