/* kq-media-answer.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media.h"

G_BEGIN_DECLS

/* For KqMedia only: what the helper answers. A helper that a picture has taken
 * over may say anything: what makes no sense counts as damage. */

/* Reads an answer without a problem; %NULL where it makes no sense. */
typedef gpointer (*KqMediaReadFunc) (GVariantDict *answer,
                                     GBytes       *bytes,
                                     GBytes       *out);

gboolean  kq_media_check_input    (GBytes           *bytes,
                                   GError          **error);
gpointer  kq_media_read_answer    (GVariant         *answer,
                                   GBytes           *bytes,
                                   GBytes           *out,
                                   KqMediaReadFunc   read,
                                   GError          **error);

gpointer  kq_media_read_facts     (GVariantDict     *answer,
                                   GBytes           *bytes,
                                   GBytes           *out);
gpointer  kq_media_read_fitted    (GVariantDict     *answer,
                                   GBytes           *bytes,
                                   GBytes           *out);
gpointer  kq_media_read_pixels    (GVariantDict     *answer,
                                   GBytes           *bytes,
                                   GBytes           *out);
gpointer  kq_media_read_thumbnail (GVariantDict     *answer,
                                   GBytes           *bytes,
                                   GBytes           *out);
gpointer  kq_media_read_file      (GVariantDict     *answer,
                                   GBytes           *bytes,
                                   GBytes           *out);

G_END_DECLS
