/* kq-scrim.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "kq-colour.h"

G_BEGIN_DECLS

/* What is laid between a picture and a text, so that the text can be read
 * whatever the picture is. */

double kq_scrim_get_alpha    (cairo_surface_t             *ground,
                              const cairo_rectangle_int_t *areas,
                              guint                        n_areas,
                              KqColour                     ink,
                              KqColour                     scrim);
double kq_scrim_get_contrast (cairo_surface_t             *ground,
                              const cairo_rectangle_int_t *areas,
                              guint                        n_areas,
                              KqColour                     ink);

G_END_DECLS
