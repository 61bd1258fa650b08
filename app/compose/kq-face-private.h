/* kq-face-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-colour.h"
#include "kq-face.h"

G_BEGIN_DECLS

/* Pixels of the kind for which the presets are designed */
#define KQ_FACE_WIDTH  1404
#define KQ_FACE_HEIGHT 700

/**
 * KqCanvas:
 * @cr: what to draw on
 * @width: pixels
 * @height: pixels
 * @unit: how long a pixel of the design is here
 * @color: the face's colour
 * @has_picture: whether the face's picture is there already
 *
 * What a preset draws its ground on.
 */
typedef struct {
  cairo_t  *cr;
  int       width;
  int       height;
  double    unit;
  KqColour  color;
  gboolean  has_picture;
} KqCanvas;

/**
 * KqFaceStyle:
 * @word: as the command line names it
 * @label: what it is called, untranslated
 * @family: the font of the level's name
 * @ink: the colour of the text that is best liked, 0xrrggbb
 * @centred: whether the text is in the middle instead of at the left
 * @draw_ground: what is behind the text, or lies over the picture
 *
 * A preset.
 */
typedef struct {
  const char  *word;
  const char  *label;
  const char  *family;
  guint32      ink;
  gboolean     centred;
  void       (*draw_ground) (const KqCanvas *canvas);
} KqFaceStyle;

const KqFaceStyle *kq_face_style_get    (KqFacePreset     preset);

/* Pixels at the edge in which there is neither text nor logo */
double             kq_face_get_margin   (int              width,
                                         int              height);

/* The face without its text, and what the text would be */
typedef struct {
  KqColour              ink;
  KqColour              shade;
  cairo_rectangle_int_t areas[2];
  guint                 n_areas;
} KqFaceText;

cairo_surface_t   *kq_face_draw_ground  (const KqFace    *self,
                                         cairo_surface_t *picture,
                                         cairo_surface_t *logo,
                                         int              width,
                                         int              height,
                                         gboolean         with_text,
                                         KqFaceText      *text);

G_END_DECLS
