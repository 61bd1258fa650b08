/* kq-cli-kind.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-image-check.h"

static char *
list_kinds (KqProfiles *profiles)
{
  g_autoptr (GPtrArray) kinds = kq_profiles_list_image_kinds (profiles, ~0u);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < kinds->len; i++)
    g_strv_builder_add (builder, ((KqImageKind *) g_ptr_array_index (kinds, i))->id);
  ids = g_strv_builder_end (builder);

  return g_strjoinv (C_("between the items of a list", ", "), ids);
}

/**
 * kq_cli_find_kind:
 * @command: the command
 * @profiles: where the kinds are
 * @id: (nullable): what `--for` says
 *
 * Returns: (transfer none) (nullable): the kind of image, or %NULL where there
 *   is none, and it was said which there are
 */
const KqImageKind *
kq_cli_find_kind (const KqCliCommand *command,
                  KqProfiles         *profiles,
                  const char         *id)
{
  const KqImageKind *kind = id != NULL ? kq_profiles_find_image_kind (profiles, id) : NULL;
  g_autofree char *kinds = NULL;

  if (kind != NULL)
    return kind;

  kinds = list_kinds (profiles);
  if (id == NULL)
    kq_cli_fail (_("%s: say with --for which kind it is: %s"), command->name, kinds);
  else
    kq_cli_fail (_("%s: there is no kind “%s”; there are: %s"), command->name, id, kinds);

  return NULL;
}

/* Whether a file's name ends so, in small letters or capitals */
gboolean
kq_cli_has_suffix (const char *path,
                   const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, suffix);
}

/**
 * kq_cli_choose_type:
 * @kind: a kind of image
 * @out: the name of the file that is to be one
 *
 * The name says which type is wanted; to standard output goes the usual one.
 *
 * Returns: (transfer none) (nullable): the type, or %NULL where the kind doesn't
 *   take it and that was said
 */
const char *
kq_cli_choose_type (const KqImageKind *kind,
                    const char        *out)
{
  const char *type = NULL;
  g_autofree char *types = NULL;

  if (g_str_equal (out, "-"))
    type = kind->types[0];
  else if (kq_cli_has_suffix (out, ".jpg") || kq_cli_has_suffix (out, ".jpeg"))
    type = "image/jpeg";
  else if (kq_cli_has_suffix (out, ".png"))
    type = "image/png";
  if (kq_image_kind_takes (kind, type))
    return type;

  types = kq_image_kind_describe_types (kind);
  kq_cli_fail (_("%s: %s has to be %s: let the name end with .jpg or .png accordingly"), out,
               kind->id, types);

  return NULL;
}

static gboolean
parse_area (const char   *text,
            KqFitOptions *fit)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  int *numbers[] = { &fit->x, &fit->y, &fit->width, &fit->height };

  if (g_strv_length (parts) != G_N_ELEMENTS (numbers))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 number;

      if (!g_ascii_string_to_signed (parts[i], 10, 0, G_MAXINT, &number, NULL))
        return FALSE;
      *numbers[i] = number;
    }
  fit->crop = KQ_MEDIA_CROP_AREA;

  return fit->width > 0 && fit->height > 0;
}

/**
 * kq_cli_parse_crop:
 * @command: the command
 * @text: what `--crop` says of a part: `attention`, `centre`, or an area
 * @fit: gets it
 *
 * Returns: %FALSE where that makes no sense and it was said
 */
gboolean
kq_cli_parse_crop (const KqCliCommand *command,
                   const char         *text,
                   KqFitOptions       *fit)
{
  if (g_str_equal (text, "attention"))
    fit->crop = KQ_MEDIA_CROP_ATTENTION;
  else if (g_str_equal (text, "centre"))
    fit->crop = KQ_MEDIA_CROP_CENTRE;
  else if (!parse_area (text, fit))
    {
      kq_cli_fail (_("%s: --crop is “attention”, “centre” or X,Y,WIDTH,HEIGHT in pixels, not “%s”"),
                   command->name, text);
      return FALSE;
    }

  return TRUE;
}

/**
 * kq_cli_find_platform:
 * @command: the command
 * @word: as a campaign file names it
 *
 * Returns: the platform, or -1 where there is none, and it was said which there
 *   are
 */
int
kq_cli_find_platform (const KqCliCommand *command,
                      const char         *word)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; i < KQ_N_PLATFORMS; i++)
    {
      if (g_str_equal (kq_platform_words[i].word, word))
        return i;
      g_string_append_printf (words, "%s%s", i > 0 ? C_("between the items of a list", ", ") : "",
                              kq_platform_words[i].word);
    }
  kq_cli_fail (_("%s: there is no platform “%s”; there are: %s"), command->name, word, words->str);

  return -1;
}
