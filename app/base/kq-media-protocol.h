/* kq-media-protocol.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the floor media and the helper process kaquan-media say to each other,
 * as frames (kq-frame.h): one request, one answer.
 *
 * Every request has "op". Its bytes are those of a picture file, but for PNG.
 *
 *   probe                                → the facts
 *   fit    width, height, type, max-bytes, crop, x, y, w, h, background
 *                                        → scale, x, y, w, h, quality,
 *                                          encodings; the file
 *   pixels  width, height, crop, x, y, w, h
 *                                        → scale, x, y, w, h; RGBA, 8 bits each
 *   thumbnail  side                      → width, height; RGBA, 8 bits each
 *   png    width, height                 → grey, 8 bits each → the file
 *
 * An answer may have "problem", a KqMediaProblem, and then little else. */

/* Bytes of a picture file, at most, in either direction */
#define KQ_MEDIA_MAX_BYTES ((gsize) 64 * 1024 * 1024)
/* Pixels of a picture, at most; where it must be decoded as a whole, only as
 * many as there is memory for */
#define KQ_MEDIA_MAX_PIXELS 100000000
/* Pixels of a JPEG file that is decoded row by row and made smaller meanwhile,
 * at most: what the cameras of phones take */
#define KQ_MEDIA_MAX_ROWED_PIXELS 250000000
/* Pixels of one side of what is made, at most */
#define KQ_MEDIA_MAX_SIDE 8192
/* Pixels of one side of a thumbnail, at most */
#define KQ_MEDIA_MAX_THUMBNAIL 2048
/* Seconds of processor time that one request may take */
#define KQ_MEDIA_MAX_SECONDS 2
/* Bytes of memory that the helper may have; what its libraries map, but don't
 * touch, isn't counted */
#define KQ_MEDIA_MAX_MEMORY ((gsize) 300 * 1024 * 1024)

#define KQ_MEDIA_OP_PROBE     "probe"
#define KQ_MEDIA_OP_FIT       "fit"
#define KQ_MEDIA_OP_THUMBNAIL "thumbnail"
#define KQ_MEDIA_OP_PIXELS    "pixels"
#define KQ_MEDIA_OP_PNG       "png"

/**
 * KqMediaProblem:
 * @KQ_MEDIA_PROBLEM_NOT_IMAGE: the bytes are neither JPEG nor PNG nor WebP
 * @KQ_MEDIA_PROBLEM_DAMAGED: they begin as one, but can't be decoded
 * @KQ_MEDIA_PROBLEM_PIXELS: more pixels than can be decoded; with "width",
 *   "height" and "most", how many that would be
 * @KQ_MEDIA_PROBLEM_CROP: what to keep lies outside of the picture; likewise
 * @KQ_MEDIA_PROBLEM_BYTES: no quality brings it below the bytes asked for; with
 *   "least", how many it has at the lowest
 * @KQ_MEDIA_PROBLEM_REQUEST: the request makes no sense
 *
 * Why the helper couldn't do what was asked.
 */
typedef enum {
  KQ_MEDIA_PROBLEM_NONE,
  KQ_MEDIA_PROBLEM_NOT_IMAGE,
  KQ_MEDIA_PROBLEM_DAMAGED,
  KQ_MEDIA_PROBLEM_PIXELS,
  KQ_MEDIA_PROBLEM_CROP,
  KQ_MEDIA_PROBLEM_BYTES,
  KQ_MEDIA_PROBLEM_REQUEST,
} KqMediaProblem;

/**
 * KqMediaColour:
 * @KQ_MEDIA_COLOUR_SRGB: sRGB, or RGB that doesn't say otherwise
 * @KQ_MEDIA_COLOUR_GREY: grey
 * @KQ_MEDIA_COLOUR_CMYK: the colours of printing
 * @KQ_MEDIA_COLOUR_OTHER: RGB or grey of another profile, which "profile" names
 *   where it can be read
 *
 * The colour space of a picture.
 */
typedef enum {
  KQ_MEDIA_COLOUR_SRGB,
  KQ_MEDIA_COLOUR_GREY,
  KQ_MEDIA_COLOUR_CMYK,
  KQ_MEDIA_COLOUR_OTHER,
} KqMediaColour;

/**
 * KqMediaCrop:
 * @KQ_MEDIA_CROP_CENTRE: the middle
 * @KQ_MEDIA_CROP_ATTENTION: where the eye goes
 * @KQ_MEDIA_CROP_AREA: a given area
 *
 * Which part of a picture is kept where its proportions aren't those wanted.
 */
typedef enum {
  KQ_MEDIA_CROP_CENTRE,
  KQ_MEDIA_CROP_ATTENTION,
  KQ_MEDIA_CROP_AREA,
} KqMediaCrop;

G_END_DECLS
