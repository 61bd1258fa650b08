/* kq-cli-image-fit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-image-check.h"
#include "kq-media.h"
#include "kq-paths.h"

/* Enlarged by less than this, nobody sees it. */
#define SEEN_SCALE 1.01

typedef struct {
  char              *id;          /* (owned) (nullable) */
  char              *crop;        /* (owned) (nullable) */
  char              *background;  /* (owned) (nullable) */
  char              *directory;   /* (owned) (nullable) */

  KqProfiles        *profiles;    /* (owned) */
  const KqImageKind *kind;        /* of the profiles */
  const char        *type;        /* of the kind */
  KqFitOptions       fit;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->id, g_free);
  g_clear_pointer (&options->crop, g_free);
  g_clear_pointer (&options->background, g_free);
  g_clear_pointer (&options->directory, g_free);
  g_clear_object (&options->profiles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

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

static gboolean
parse_crop (const KqCliCommand *command,
            Options            *options)
{
  if (options->crop == NULL || g_str_equal (options->crop, "attention"))
    options->fit.crop = KQ_MEDIA_CROP_ATTENTION;
  else if (g_str_equal (options->crop, "centre"))
    options->fit.crop = KQ_MEDIA_CROP_CENTRE;
  else if (!parse_area (options->crop, &options->fit))
    {
      kq_cli_fail (_("%s: --crop is “attention”, “centre” or X,Y,WIDTH,HEIGHT in pixels, not “%s”"),
                   command->name, options->crop);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_background (const KqCliCommand *command,
                  Options            *options)
{
  const char *text = options->background;
  guint64 colour;

  if (text == NULL)
    return TRUE;
  if (strlen (text) == 6 && g_ascii_string_to_unsigned (text, 16, 0, 0xffffff, &colour, NULL))
    {
      options->fit.background = colour;
      return TRUE;
    }

  kq_cli_fail (_("%s: --background is a colour such as ffffff, not “%s”"), command->name, text);

  return FALSE;
}

static gboolean
has_suffix (const char *path,
            const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, suffix);
}

/* The name says which type is wanted; to standard output goes the usual one. */
static gboolean
choose_type (Options    *options,
             const char *out)
{
  g_autofree char *types = NULL;

  if (g_str_equal (out, "-"))
    options->type = options->kind->types[0];
  else if (has_suffix (out, ".jpg") || has_suffix (out, ".jpeg"))
    options->type = "image/jpeg";
  else if (has_suffix (out, ".png"))
    options->type = "image/png";
  if (kq_image_kind_takes (options->kind, options->type))
    return TRUE;

  types = kq_image_kind_describe_types (options->kind);
  kq_cli_fail (_("%s: %s has to be %s: let the name end with .jpg or .png accordingly"), out,
               options->kind->id, types);

  return FALSE;
}

static gboolean
check_result (const Options  *options,
              KqMedia        *media,
              KqFitted       *fitted,
              const char     *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqImageFacts) facts = kq_media_probe (media, fitted->bytes, NULL, &error);
  g_autoptr (GArray) misses = NULL;

  if (facts == NULL)
    {
      kq_cli_fail ("%s: %s", out, error->message);
      return FALSE;
    }

  misses = kq_image_check (facts, options->kind);
  for (guint i = 0; i < misses->len; i++)
    {
      const KqImageMiss *miss = &g_array_index (misses, KqImageMiss, i);

      if (miss->severity != KQ_SEVERITY_ERROR)
        continue;
      kq_cli_fail ("%s: %s", out, miss->message);
      return FALSE;
    }

  return TRUE;
}

static void
describe (const Options *options,
          KqFitted      *fitted,
          const char    *out)
{
  g_autofree char *bytes = kq_count_format (g_bytes_get_size (fitted->bytes));

  kq_cli_note (_("%s: %u × %u pixels, %s bytes, quality %u"), out, options->kind->width,
               options->kind->height, bytes, fitted->quality);
  if (fitted->scale >= SEEN_SCALE)
    kq_cli_note (_("%s: enlarged %.2f times; it may look soft"), out, fitted->scale);
}

static KqCliStatus
fit_file (const Options *options,
          const char    *in,
          const char    *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_file_read (in, KQ_MEDIA_MAX_BYTES, &error);
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (KqFitted) fitted = NULL;

  if (bytes == NULL)
    return kq_cli_fail ("%s", error->message);
  fitted = kq_media_fit (media, bytes, options->kind, options->type, &options->fit, NULL, &error);
  if (fitted == NULL)
    return kq_cli_fail ("%s: %s", in, error->message);
  if (!check_result (options, media, fitted, out))
    return KQ_CLI_FAILED;
  if (!kq_file_write (out, fitted->bytes, &error))
    return kq_cli_fail ("%s", error->message);

  describe (options, fitted, out);

  return KQ_CLI_FINE;
}

/* kaquan-cli image fit */
KqCliStatus
kq_cli_image_fit (const KqCliCommand  *command,
                  int                  argc,
                  char               **argv)
{
  g_auto (Options) options = { .fit = KQ_FIT_OPTIONS_INIT };
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "for", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.id,
      N_("The kind of image, such as card-face"), N_("KIND") },
    { "crop", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.crop,
      N_("Which part to keep: where the eye goes (attention, the default), the middle (centre), "
         "or X,Y,WIDTH,HEIGHT in pixels"), N_("PART") },
    { "background", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.background,
      N_("What shows where a JPEG can't be transparent (default: ffffff)"), N_("RRGGBB") },
    { "profiles", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.directory,
      N_("A folder with profiles of your own"), N_("DIR") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 2, 2, &status))
    return status;
  if (!parse_crop (command, &options) || !parse_background (command, &options))
    return KQ_CLI_FAILED;
  options.profiles = kq_cli_load_profiles (options.directory);
  if (options.profiles == NULL)
    return KQ_CLI_FAILED;
  options.kind = kq_cli_find_kind (command, options.profiles, options.id);
  if (options.kind == NULL || !choose_type (&options, argv[2]) ||
      !kq_cli_may_write (argv[1], argv[2]))
    return KQ_CLI_FAILED;

  return fit_file (&options, argv[1], argv[2]);
}
