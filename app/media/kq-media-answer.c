/* kq-media-answer.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-answer.h"

#include <glib/gi18n-lib.h>

#include "kq-money.h"
#include "kq-size.h"

void
kq_fitted_free (KqFitted *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

void
kq_thumbnail_free (KqThumbnail *self)
{
  g_bytes_unref (self->pixels);
  g_free (self);
}

/* Whether a file isn't too large to be sent */
gboolean
kq_media_check_input (GBytes  *bytes,
                      GError **error)
{
  g_autofree char *limit = NULL;

  if (g_bytes_get_size (bytes) <= KQ_MEDIA_MAX_BYTES)
    return TRUE;

  limit = kq_size_format (KQ_MEDIA_MAX_BYTES);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("larger than %s"), limit);

  return FALSE;
}

static void
fail (GError       **error,
      KqMediaError   code,
      const char    *message)
{
  g_set_error_literal (error, KQ_MEDIA_ERROR, code, message);
}

static void
fail_of_size (GVariantDict  *answer,
              KqMediaError   code,
              GError       **error)
{
  guint width = 0, height = 0;
  guint64 room = 0;
  g_autofree char *most = NULL;

  g_variant_dict_lookup (answer, "width", "u", &width);
  g_variant_dict_lookup (answer, "height", "u", &height);
  g_variant_dict_lookup (answer, "most", "t", &room);
  most = kq_count_format (MIN (room, G_MAXINT64));
  if (code == KQ_MEDIA_ERROR_PIXELS)
    g_set_error (error, KQ_MEDIA_ERROR, code,
                 _("%u × %u pixels are more than can be decoded, which is %s: make the picture "
                   "smaller"), width, height, most);
  else
    g_set_error (error, KQ_MEDIA_ERROR, code,
                 _("the part to keep lies outside of the picture, which has %u × %u pixels"),
                 width, height);
}

static void
fail_of_bytes (GVariantDict  *answer,
               GError       **error)
{
  guint64 least = 0;
  g_autofree char *count = NULL;

  g_variant_dict_lookup (answer, "least", "t", &least);
  count = kq_count_format (MIN (least, G_MAXINT64));
  g_set_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_BYTES,
               _("even in the lowest quality it has %s bytes, which is too much: try another type "
                 "of file, or a calmer picture"), count);
}

static void
fail_of_type (GBytes  *bytes,
              GError **error)
{
  g_autoptr (KqImageFacts) facts = kq_image_facts_new_unread (bytes);

  if (facts->description != NULL)
    g_set_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_NOT_IMAGE,
                 _("the file is %s, which can't be read here: save it as JPEG or PNG"),
                 facts->description);
  else
    fail (error, KQ_MEDIA_ERROR_NOT_IMAGE,
          _("no picture that can be read: neither JPEG nor PNG nor WebP"));
}

static void
set_problem (GVariantDict  *answer,
             GBytes        *bytes,
             guint32        problem,
             GError       **error)
{
  switch (problem)
    {
    case KQ_MEDIA_PROBLEM_NOT_IMAGE:
      fail_of_type (bytes, error);
      break;
    case KQ_MEDIA_PROBLEM_PIXELS:
      fail_of_size (answer, KQ_MEDIA_ERROR_PIXELS, error);
      break;
    case KQ_MEDIA_PROBLEM_CROP:
      fail_of_size (answer, KQ_MEDIA_ERROR_CROP, error);
      break;
    case KQ_MEDIA_PROBLEM_BYTES:
      fail_of_bytes (answer, error);
      break;
    default:
      fail (error, KQ_MEDIA_ERROR_DAMAGED,
            _("the picture is damaged or incomplete, and can't be decoded: get the file anew"));
    }
}

/**
 * kq_media_read_answer:
 * @answer: its named values
 * @bytes: what went with the request
 * @out: what goes with the answer
 * @read: reads one without a problem
 * @error: return location for an error
 *
 * Returns: (transfer full): what @read made of it, or %NULL with a #KqMediaError
 */
gpointer
kq_media_read_answer (GVariant         *answer,
                      GBytes           *bytes,
                      GBytes           *out,
                      KqMediaReadFunc   read,
                      GError          **error)
{
  g_auto (GVariantDict) values = G_VARIANT_DICT_INIT (answer);
  guint32 problem = KQ_MEDIA_PROBLEM_REQUEST;
  gpointer result = NULL;

  g_variant_dict_lookup (&values, "problem", "u", &problem);
  if (problem == KQ_MEDIA_PROBLEM_NONE)
    result = read (&values, bytes, out);
  if (result == NULL)
    set_problem (&values, bytes, problem, error);

  return result;
}

/* As the campaign file writes it; the text lives as long as the program. */
static const char *
known_type (GVariantDict *answer)
{
  static const char * const types[] = { "image/jpeg", "image/png", "image/webp" };
  const char *type = NULL;

  g_variant_dict_lookup (answer, "type", "&s", &type);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i], type) == 0)
      return types[i];

  return NULL;
}

gpointer
kq_media_read_facts (GVariantDict *answer,
                     GBytes       *bytes,
                     GBytes       *out)
{
  g_autoptr (KqImageFacts) facts = g_new0 (KqImageFacts, 1);
  guint32 colour = 0;

  facts->bytes = g_bytes_get_size (bytes);
  facts->type = known_type (answer);
  if (facts->type == NULL ||
      !g_variant_dict_lookup (answer, "width", "u", &facts->width) ||
      !g_variant_dict_lookup (answer, "height", "u", &facts->height) ||
      !g_variant_dict_lookup (answer, "orientation", "u", &facts->orientation) ||
      !g_variant_dict_lookup (answer, "bits", "u", &facts->bits) ||
      !g_variant_dict_lookup (answer, "alpha", "b", &facts->alpha) ||
      !g_variant_dict_lookup (answer, "animated", "b", &facts->animated) ||
      !g_variant_dict_lookup (answer, "whole", "b", &facts->whole) ||
      !g_variant_dict_lookup (answer, "colour", "u", &colour) ||
      colour > KQ_MEDIA_COLOUR_OTHER)
    return NULL;

  facts->colour = colour;
  g_variant_dict_lookup (answer, "profile", "s", &facts->profile);
  if (facts->colour == KQ_MEDIA_COLOUR_OTHER && facts->profile == NULL)
    facts->profile = g_strdup ("");

  return g_steal_pointer (&facts);
}

gpointer
kq_media_read_fitted (GVariantDict *answer,
                      GBytes       *bytes,
                      GBytes       *out)
{
  KqFitted *fitted = g_new0 (KqFitted, 1);

  g_variant_dict_lookup (answer, "scale", "d", &fitted->scale);
  g_variant_dict_lookup (answer, "x", "i", &fitted->x);
  g_variant_dict_lookup (answer, "y", "i", &fitted->y);
  g_variant_dict_lookup (answer, "w", "i", &fitted->width);
  g_variant_dict_lookup (answer, "h", "i", &fitted->height);
  g_variant_dict_lookup (answer, "quality", "u", &fitted->quality);
  g_variant_dict_lookup (answer, "encodings", "u", &fitted->n_encodings);
  fitted->bytes = g_bytes_ref (out);

  return fitted;
}

gpointer
kq_media_read_pixels (GVariantDict *answer,
                      GBytes       *bytes,
                      GBytes       *out)
{
  guint width = 0, height = 0;
  KqThumbnail *thumbnail;

  g_variant_dict_lookup (answer, "width", "u", &width);
  g_variant_dict_lookup (answer, "height", "u", &height);
  if (width == 0 || width > KQ_MEDIA_MAX_SIDE || height == 0 || height > KQ_MEDIA_MAX_SIDE ||
      g_bytes_get_size (out) != (gsize) width * height * 4)
    return NULL;

  thumbnail = g_new0 (KqThumbnail, 1);
  thumbnail->pixels = g_bytes_ref (out);
  thumbnail->width = width;
  thumbnail->height = height;

  return thumbnail;
}

gpointer
kq_media_read_thumbnail (GVariantDict *answer,
                         GBytes       *bytes,
                         GBytes       *out)
{
  KqThumbnail *thumbnail = kq_media_read_pixels (answer, bytes, out);

  if (thumbnail != NULL && MAX (thumbnail->width, thumbnail->height) > KQ_MEDIA_MAX_THUMBNAIL)
    g_clear_pointer (&thumbnail, kq_thumbnail_free);

  return thumbnail;
}

gpointer
kq_media_read_file (GVariantDict *answer,
                    GBytes       *bytes,
                    GBytes       *out)
{
  return g_bytes_ref (out);
}
