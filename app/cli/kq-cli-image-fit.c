/* kq-cli-image-fit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-colour.h"
#include "kq-paths.h"
#include "kq-pixels.h"

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
parse_background (const KqCliCommand *command,
                  Options            *options)
{
  if (options->background == NULL ||
      kq_colour_parse (options->background, &options->fit.background))
    return TRUE;

  kq_cli_fail (_("%s: --background is a colour such as ffffff, not “%s”"), command->name,
               options->background);

  return FALSE;
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
  fitted = kq_pixels_fit (media, bytes, options->kind, options->type, &options->fit, NULL, &error);
  if (fitted == NULL)
    return kq_cli_fail ("%s: %s", in, error->message);
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
  options.fit.crop = KQ_MEDIA_CROP_ATTENTION;
  if ((options.crop != NULL && !kq_cli_parse_crop (command, options.crop, &options.fit)) ||
      !parse_background (command, &options))
    return KQ_CLI_FAILED;
  options.profiles = kq_cli_load_profiles (options.directory);
  if (options.profiles == NULL)
    return KQ_CLI_FAILED;
  options.kind = kq_cli_find_kind (command, options.profiles, options.id);
  options.type = options.kind != NULL ? kq_cli_choose_type (options.kind, argv[2]) : NULL;
  if (options.type == NULL || !kq_cli_may_write (argv[1], argv[2]))
    return KQ_CLI_FAILED;

  return fit_file (&options, argv[1], argv[2]);
}
