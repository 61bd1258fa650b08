/* kq-image-check.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-image-check.h"

#include <glib/gi18n-lib.h>

#include "kq-money.h"

#define KILOBYTE 1024
#define MEGABYTE (1024 * 1024)

/* For machines, in the order of the enum */
static const char * const trait_words[KQ_N_IMAGE_TRAITS] = {
  "type", "pixels", "bytes", "whole", "colour", "bits", "orientation", "alpha", "animated",
};

static void
clear_miss (gpointer data)
{
  g_free (((KqImageMiss *) data)->message);
}

static void
take_miss (GArray       *misses,
           KqImageTrait  trait,
           KqSeverity    severity,
           char         *message)
{
  KqImageMiss miss = { trait, severity, message };

  g_array_append_val (misses, miss);
}

static void
check_type (GArray             *misses,
            const KqImageFacts *facts,
            const KqImageKind  *kind)
{
  g_autofree char *types = NULL;

  if (kq_image_kind_takes (kind, facts->type))
    return;

  types = kq_image_kind_describe_types (kind);
  take_miss (misses, KQ_IMAGE_TRAIT_TYPE, KQ_SEVERITY_ERROR,
             g_strdup_printf (_("the file is %s; it must be %s"),
                              facts->description != NULL ? facts->description
                                                         : kq_image_type_get_label (facts->type),
                              types));
}

static void
check_pixels (GArray             *misses,
              const KqImageFacts *facts,
              const KqImageKind  *kind)
{
  gboolean is_same = facts->width == kind->width && facts->height == kind->height;

  if (kind->size == KQ_IMAGE_SIZE_EXACT && !is_same)
    take_miss (misses, KQ_IMAGE_TRAIT_PIXELS, KQ_SEVERITY_ERROR,
               g_strdup_printf (_("%u × %u pixels; it must be exactly %u × %u"),
                                facts->width, facts->height, kind->width, kind->height));
  else if (kind->size == KQ_IMAGE_SIZE_AT_LEAST &&
           (facts->width < kind->width || facts->height < kind->height))
    take_miss (misses, KQ_IMAGE_TRAIT_PIXELS, KQ_SEVERITY_ERROR,
               g_strdup_printf (_("%u × %u pixels; it must be at least %u × %u"),
                                facts->width, facts->height, kind->width, kind->height));
  else if (kind->size == KQ_IMAGE_SIZE_SUGGESTED && !is_same)
    take_miss (misses, KQ_IMAGE_TRAIT_PIXELS, KQ_SEVERITY_ADVICE,
               g_strdup_printf (_("%u × %u pixels; the platform suggests %u × %u"),
                                facts->width, facts->height, kind->width, kind->height));
}

static void
check_bytes (GArray             *misses,
             const KqImageFacts *facts,
             const KqImageKind  *kind)
{
  g_autofree char *is = kq_count_format (facts->bytes);
  g_autofree char *most = kq_count_format (kind->max_bytes);
  g_autofree char *advised = kq_count_format (kind->advice_bytes);

  if (facts->bytes > kind->max_bytes)
    take_miss (misses, KQ_IMAGE_TRAIT_BYTES, KQ_SEVERITY_ERROR,
               g_strdup_printf (_("%s bytes; it may have %s at most"), is, most));
  else if (kind->advice_bytes > 0 && facts->bytes > kind->advice_bytes)
    take_miss (misses, KQ_IMAGE_TRAIT_BYTES, KQ_SEVERITY_ADVICE,
               g_strdup_printf (_("%s bytes; with %s or less it is within the limit however that "
                                  "is counted"), is, advised));
}

static void
check_colour (GArray             *misses,
              const KqImageFacts *facts)
{
  if (facts->colour == KQ_MEDIA_COLOUR_CMYK)
    take_miss (misses, KQ_IMAGE_TRAIT_COLOUR, KQ_SEVERITY_ERROR,
               g_strdup (_("the colours are CMYK, for printing; the web shows sRGB")));
  else if (facts->colour == KQ_MEDIA_COLOUR_OTHER && *facts->profile != '\0')
    take_miss (misses, KQ_IMAGE_TRAIT_COLOUR, KQ_SEVERITY_WARNING,
               g_strdup_printf (_("the colours are “%s”; the web shows sRGB, and they may come "
                                  "out different"), facts->profile));
  else if (facts->colour == KQ_MEDIA_COLOUR_OTHER)
    take_miss (misses, KQ_IMAGE_TRAIT_COLOUR, KQ_SEVERITY_WARNING,
               g_strdup (_("the colour profile can't be read; the web shows sRGB")));
}

static void
check_pixel_format (GArray             *misses,
                    const KqImageFacts *facts)
{
  if (facts->bits > 8)
    take_miss (misses, KQ_IMAGE_TRAIT_BITS, KQ_SEVERITY_WARNING,
               g_strdup_printf (_("%u bits for each colour; 8 are shown"), facts->bits));
  if (facts->orientation > 1)
    take_miss (misses, KQ_IMAGE_TRAIT_ORIENTATION, KQ_SEVERITY_WARNING,
               g_strdup (_("it lies turned, and only a tag in the file says so; not every platform "
                           "heeds that")));
  if (facts->alpha)
    take_miss (misses, KQ_IMAGE_TRAIT_ALPHA, KQ_SEVERITY_ADVICE,
               g_strdup (_("it can be transparent; what lies behind shows through")));
  if (facts->animated)
    take_miss (misses, KQ_IMAGE_TRAIT_ANIMATED, KQ_SEVERITY_ERROR,
               g_strdup (_("it moves; it must be a still picture")));
}

/**
 * kq_image_trait_get_word:
 * @trait: what can be wrong with an image
 *
 * Returns: (transfer none): its name in machine output
 */
const char *
kq_image_trait_get_word (KqImageTrait trait)
{
  g_return_val_if_fail (trait < KQ_N_IMAGE_TRAITS, NULL);

  return trait_words[trait];
}

/**
 * kq_image_type_get_label:
 * @type: (nullable): a media type
 *
 * Returns: (transfer none): its name for people
 */
const char *
kq_image_type_get_label (const char *type)
{
  if (g_strcmp0 (type, "image/jpeg") == 0)
    return _("JPEG");
  if (g_strcmp0 (type, "image/png") == 0)
    return _("PNG");
  if (g_strcmp0 (type, "image/webp") == 0)
    return _("WebP");

  return type != NULL ? type : _("no picture that can be read");
}

/**
 * kq_image_kind_describe_types:
 * @kind: a kind of image
 *
 * Returns: (transfer full): the types that are taken, for people: “JPEG or PNG”
 */
char *
kq_image_kind_describe_types (const KqImageKind *kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; kind->types[i] != NULL; i++)
    g_strv_builder_add (builder, kq_image_type_get_label (kind->types[i]));
  labels = g_strv_builder_end (builder);

  return g_strjoinv (C_("between the last items of a choice", " or "), labels);
}

/* As platforms say it, who mean 1 024 */
static char *
describe_bytes (gint64 bytes)
{
  g_autofree char *count = kq_count_format (bytes);

  if (bytes % MEGABYTE == 0)
    return g_strdup_printf (_("at most %d MB"), (int) (bytes / MEGABYTE));
  if ((bytes + 1) % MEGABYTE == 0)
    return g_strdup_printf (_("under %d MB"), (int) ((bytes + 1) / MEGABYTE));
  if (bytes % KILOBYTE == 0)
    return g_strdup_printf (_("at most %d KB"), (int) (bytes / KILOBYTE));

  return g_strdup_printf (_("at most %s bytes"), count);
}

static char *
describe_pixels (const KqImageKind *kind)
{
  switch (kind->size)
    {
    case KQ_IMAGE_SIZE_AT_LEAST:
      return g_strdup_printf (_("at least %u × %u"), kind->width, kind->height);
    case KQ_IMAGE_SIZE_SUGGESTED:
      return g_strdup_printf (_("best %u × %u"), kind->width, kind->height);
    case KQ_IMAGE_SIZE_EXACT:
    default:
      return g_strdup_printf (_("%u × %u"), kind->width, kind->height);
    }
}

/**
 * kq_image_kind_describe:
 * @kind: a kind of image
 *
 * Returns: (transfer full): what is asked of it, for people: “1404 × 700, JPEG
 *   or PNG, at most 2 MB”
 */
char *
kq_image_kind_describe (const KqImageKind *kind)
{
  g_autofree char *pixels = NULL;
  g_autofree char *types = NULL;
  g_autofree char *bytes = NULL;

  g_return_val_if_fail (kind != NULL, NULL);

  pixels = describe_pixels (kind);
  types = kq_image_kind_describe_types (kind);
  bytes = describe_bytes (kind->max_bytes);

  /* Translators: pixels, types of files, and bytes: “1404 × 700, JPEG or PNG, at
   * most 2 MB” */
  return g_strdup_printf (_("%s, %s, %s"), pixels, types, bytes);
}

/* In the units of the limits, which GLib's aren't */
static char *
describe_size (gint64 bytes)
{
  if (bytes >= MEGABYTE)
    return g_strdup_printf (_("%.2f MB"), (double) bytes / MEGABYTE);
  if (bytes >= KILOBYTE)
    return g_strdup_printf (_("%.0f KB"), (double) bytes / KILOBYTE);

  return g_strdup_printf (_("%d bytes"), (int) MAX (bytes, 0));
}

/**
 * kq_image_facts_describe:
 * @facts: what an image is
 *
 * Returns: (transfer full): the same for people: “1404 × 700 · JPEG · 412 KB”
 */
char *
kq_image_facts_describe (const KqImageFacts *facts)
{
  g_autofree char *bytes = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  bytes = describe_size (facts->bytes);

  /* Translators: pixels, type of file, size of the file */
  return g_strdup_printf (_("%u × %u · %s · %s"), facts->width, facts->height,
                          kq_image_type_get_label (facts->type), bytes);
}

/**
 * kq_image_check:
 * @facts: what an image file is
 * @kind: what it has to be
 *
 * Says everything that isn't as it has to be, at once. Of facts that nobody has
 * looked for (whose `type` is %NULL) only the type and the bytes are compared.
 *
 * Returns: (transfer full) (element-type KqImageMiss): what is amiss
 */
GArray *
kq_image_check (const KqImageFacts *facts,
                const KqImageKind  *kind)
{
  GArray *misses = g_array_new (FALSE, FALSE, sizeof (KqImageMiss));

  g_return_val_if_fail (facts != NULL && kind != NULL, misses);

  g_array_set_clear_func (misses, clear_miss);
  check_type (misses, facts, kind);
  if (facts->type != NULL)
    check_pixels (misses, facts, kind);
  check_bytes (misses, facts, kind);
  if (facts->type == NULL)
    return misses;

  if (!facts->whole)
    take_miss (misses, KQ_IMAGE_TRAIT_WHOLE, KQ_SEVERITY_ERROR,
               g_strdup (_("the file ends too early or is damaged; a part of the picture is "
                           "missing")));
  check_colour (misses, facts);
  check_pixel_format (misses, facts);

  return misses;
}

/**
 * kq_image_misses_have_error:
 * @misses: (element-type KqImageMiss): what is amiss
 *
 * Returns: whether any of it is an error, so that the image isn't taken
 */
gboolean
kq_image_misses_have_error (GArray *misses)
{
  for (guint i = 0; i < misses->len; i++)
    if (g_array_index (misses, KqImageMiss, i).severity == KQ_SEVERITY_ERROR)
      return TRUE;

  return FALSE;
}
