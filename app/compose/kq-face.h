/* kq-face.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "kq-media.h"

G_BEGIN_DECLS

/* Pixels of a card face, at most: so many can be sent to be encoded */
#define KQ_FACE_MAX_PIXELS (KQ_MEDIA_MAX_BYTES / 4)
/* The colour of a face for which nobody has chosen one */
#define KQ_FACE_COLOR 0xb3322e

/**
 * KqFacePreset:
 * @KQ_FACE_SHEEN: circles of light, text at the left
 * @KQ_FACE_MIDNIGHT: dark with a thin golden frame, text at the left
 * @KQ_FACE_PAPER: light, with a leaf of the colour at the right
 * @KQ_FACE_WAVES: waves at the bottom, text in the middle
 * @KQ_N_FACES: how many there are
 *
 * How a card face looks, whatever its colour.
 */
typedef enum {
  KQ_FACE_SHEEN,
  KQ_FACE_MIDNIGHT,
  KQ_FACE_PAPER,
  KQ_FACE_WAVES,
  KQ_N_FACES
} KqFacePreset;

const char *kq_face_preset_get_word  (KqFacePreset  preset);
const char *kq_face_preset_get_label (KqFacePreset  preset);
gboolean    kq_face_preset_parse     (const char   *word,
                                      KqFacePreset *preset);

/**
 * KqFace:
 * @preset: how it looks
 * @color: 0xrrggbb, from which its other colours are made
 * @picture: (owned) (nullable): a picture file, which is behind it all; its
 *   most remarkable part is seen
 * @logo: (owned) (nullable): a picture file
 * @shop: (owned) (nullable): the name of the shop
 * @level: (owned) (nullable): the name of the level or card
 *
 * What a card face is made of.
 */
typedef struct {
  KqFacePreset  preset;
  guint32       color;
  GBytes       *picture;
  GBytes       *logo;
  char         *shop;
  char         *level;
} KqFace;

KqFace          *kq_face_new         (void);
KqFace          *kq_face_copy        (const KqFace         *self);
void             kq_face_free        (KqFace               *self);

cairo_surface_t *kq_face_draw        (const KqFace         *self,
                                      KqMedia              *media,
                                      guint                 width,
                                      guint                 height,
                                      GCancellable         *cancellable,
                                      GError              **error);
void             kq_face_draw_async  (const KqFace         *self,
                                      KqMedia              *media,
                                      guint                 width,
                                      guint                 height,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
cairo_surface_t *kq_face_draw_finish (GAsyncResult         *result,
                                      GError              **error);

GBytes          *kq_face_make        (const KqFace         *self,
                                      KqMedia              *media,
                                      const KqImageKind    *kind,
                                      const char           *type,
                                      GCancellable         *cancellable,
                                      GError              **error);
void             kq_face_make_async  (const KqFace         *self,
                                      KqMedia              *media,
                                      const KqImageKind    *kind,
                                      const char           *type,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
GBytes          *kq_face_make_finish (GAsyncResult         *result,
                                      GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFace, kq_face_free)

G_END_DECLS
