/* kq-cli-face.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-colour.h"
#include "kq-face.h"
#include "kq-paths.h"

/* The kind that is made where none is asked for */
#define USUAL_KIND "card-face"

typedef struct {
  char              *id;         /* (owned) (nullable) */
  char              *preset;     /* (owned) (nullable) */
  char              *color;      /* (owned) (nullable) */
  char              *picture;    /* (owned) (nullable) */
  char              *logo;       /* (owned) (nullable) */
  char              *shop;       /* (owned) (nullable) */
  char              *level;      /* (owned) (nullable) */
  char              *directory;  /* (owned) (nullable) */
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->id, g_free);
  g_clear_pointer (&options->preset, g_free);
  g_clear_pointer (&options->color, g_free);
  g_clear_pointer (&options->picture, g_free);
  g_clear_pointer (&options->logo, g_free);
  g_clear_pointer (&options->shop, g_free);
  g_clear_pointer (&options->level, g_free);
  g_clear_pointer (&options->directory, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_preset (const KqCliCommand *command,
              const char         *word,
              KqFace             *face)
{
  g_autoptr (GString) words = NULL;

  if (word == NULL || kq_face_preset_parse (word, &face->preset))
    return TRUE;

  words = g_string_new (NULL);
  for (guint i = 0; i < KQ_N_FACES; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? C_("between the items of a list", ", ") : "",
                            kq_face_preset_get_word (i));
  kq_cli_fail (_("%s: there is no preset “%s”; there are: %s"), command->name, word, words->str);

  return FALSE;
}

static gboolean
read_file (const char  *path,
           GBytes     **bytes)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return TRUE;

  *bytes = kq_file_read (path, KQ_MEDIA_MAX_BYTES, &error);
  if (*bytes == NULL)
    kq_cli_fail ("%s", error->message);

  return *bytes != NULL;
}

/* What the options ask for; %NULL where it was said why not. */
static KqFace *
make_face (const KqCliCommand *command,
           const Options      *options)
{
  g_autoptr (KqFace) face = kq_face_new ();

  if (!parse_preset (command, options->preset, face))
    return NULL;
  if (options->color != NULL && !kq_colour_parse (options->color, &face->color))
    {
      kq_cli_fail (_("%s: --color is a colour such as b3322e, not “%s”"), command->name,
                   options->color);
      return NULL;
    }
  if (!read_file (options->picture, &face->picture) || !read_file (options->logo, &face->logo))
    return NULL;
  face->shop = g_strdup (options->shop);
  face->level = g_strdup (options->level);

  return g_steal_pointer (&face);
}

static KqCliStatus
write_face (const KqFace      *face,
            const KqImageKind *kind,
            const char        *type,
            const char        *out)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_face_make (face, media, kind, type, NULL, &error);
  g_autofree char *count = NULL;

  if (bytes == NULL)
    return kq_cli_fail ("%s: %s", out, error->message);
  if (!kq_file_write (out, bytes, &error))
    return kq_cli_fail ("%s", error->message);

  count = kq_count_format (g_bytes_get_size (bytes));
  kq_cli_note (_("%s: %u × %u pixels, %s bytes"), out, kind->width, kind->height, count);

  return KQ_CLI_FINE;
}

/* kaquan-cli face */
KqCliStatus
kq_cli_face (const KqCliCommand  *command,
             int                  argc,
             char               **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (KqProfiles) profiles = NULL;
  g_autoptr (KqFace) face = NULL;
  const KqImageKind *kind;
  const char *type;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "for", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.id,
      N_("The kind of image (default: card-face)"), N_("KIND") },
    { "preset", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.preset,
      N_("How it looks: sheen (the default), midnight, paper or waves"), N_("PRESET") },
    { "color", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.color,
      N_("The colour from which all others are made"), N_("RRGGBB") },
    { "picture", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.picture,
      N_("A picture behind it all"), N_("FILE") },
    { "logo", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.logo,
      N_("The shop’s logo"), N_("FILE") },
    { "shop", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.shop,
      N_("The shop’s name"), N_("NAME") },
    { "level", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.level,
      N_("The name of the level or card"), N_("NAME") },
    { "profiles", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.directory,
      N_("A folder with profiles of your own"), N_("DIR") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 1, 1, &status))
    return status;
  profiles = kq_cli_load_profiles (options.directory);
  if (profiles == NULL)
    return KQ_CLI_FAILED;
  kind = kq_cli_find_kind (command, profiles, options.id != NULL ? options.id : USUAL_KIND);
  type = kind != NULL ? kq_cli_choose_type (kind, argv[1]) : NULL;
  face = type != NULL ? make_face (command, &options) : NULL;
  if (face == NULL ||
      (options.picture != NULL && !kq_cli_may_write (options.picture, argv[1])) ||
      (options.logo != NULL && !kq_cli_may_write (options.logo, argv[1])))
    return KQ_CLI_FAILED;

  return write_face (face, kind, type, argv[1]);
}
