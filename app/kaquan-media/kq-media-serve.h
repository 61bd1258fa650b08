/* kq-media-serve.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kq-media-protocol.h"

G_BEGIN_DECLS

/* The operations, a file each. What they answer is put into @answer; bytes that
 * go with it into @out. Neither counts where there is a problem. */

/**
 * KqMediaOperation:
 * @name: as the request says it
 * @run: does it
 *
 * A row of the table of operations (kq-media-serve.c).
 */
typedef struct {
  const char      *name;
  KqMediaProblem (*run) (GVariantDict  *request,
                         GBytes        *bytes,
                         GVariantDict  *answer,
                         GBytes       **out);
} KqMediaOperation;

KqMediaProblem kq_media_probe     (GVariantDict  *request,
                                   GBytes        *bytes,
                                   GVariantDict  *answer,
                                   GBytes       **out);
KqMediaProblem kq_media_fit       (GVariantDict  *request,
                                   GBytes        *bytes,
                                   GVariantDict  *answer,
                                   GBytes       **out);
KqMediaProblem kq_media_thumbnail (GVariantDict  *request,
                                   GBytes        *bytes,
                                   GVariantDict  *answer,
                                   GBytes       **out);
KqMediaProblem kq_media_pixels    (GVariantDict  *request,
                                   GBytes        *bytes,
                                   GVariantDict  *answer,
                                   GBytes       **out);
KqMediaProblem kq_media_png       (GVariantDict  *request,
                                   GBytes        *bytes,
                                   GVariantDict  *answer,
                                   GBytes       **out);

gboolean       kq_media_init      (void);
GVariant      *kq_media_answer    (GVariant      *request,
                                   GBytes        *bytes,
                                   GBytes       **out);
gboolean       kq_media_serve     (int            fd);

G_END_DECLS
