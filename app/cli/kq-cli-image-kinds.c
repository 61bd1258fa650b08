/* kq-cli-image-kinds.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-campaign.h"
#include "kq-cli.h"
#include "kq-kind-set.h"
#include "kq-paths.h"

typedef struct {
  char       **platforms;  /* (owned) (nullable) */
  char        *campaign;   /* (owned) (nullable) */
  char       **crops;      /* (owned) (nullable) */
  char        *name;       /* (owned) (nullable) */
  char        *directory;  /* (owned) (nullable) */
  gboolean     replace;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->platforms, g_strfreev);
  g_clear_pointer (&options->campaign, g_free);
  g_clear_pointer (&options->crops, g_strfreev);
  g_clear_pointer (&options->name, g_free);
  g_clear_pointer (&options->directory, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The platforms that are asked for as bits; 0 where it was said that one is none. */
static guint
find_platforms (const KqCliCommand *command,
                const Options      *options)
{
  g_autoptr (KqCampaign) campaign = NULL;
  guint platforms = 0;

  if (options->campaign != NULL)
    {
      campaign = kq_cli_load (options->campaign, NULL);
      platforms = campaign != NULL ? kq_campaign_get_platforms (campaign) : 0;
      if (campaign != NULL && platforms == 0)
        kq_cli_fail (_("%s: has neither shop, member center nor member card"), options->campaign);
      return platforms;
    }
  if (options->platforms == NULL)
    return ~0u;

  for (guint i = 0; options->platforms[i] != NULL; i++)
    {
      int platform = kq_cli_find_platform (command, options->platforms[i]);

      if (platform < 0)
        return 0;
      platforms |= 1u << platform;
    }

  return platforms;
}

/* `--crop KIND=PART` for one kind, `--crop PART` for those without one */
static gboolean
find_crop (const KqCliCommand  *command,
           char               **crops,
           const char          *id,
           KqFitOptions        *fit)
{
  const char *found = NULL;

  for (guint i = 0; crops != NULL && crops[i] != NULL; i++)
    {
      const char *equals = strchr (crops[i], '=');

      if (equals == NULL && found == NULL)
        found = crops[i];
      else if (equals != NULL && strncmp (crops[i], id, equals - crops[i]) == 0 &&
               id[equals - crops[i]] == '\0')
        found = equals + 1;
    }

  return found == NULL || kq_cli_parse_crop (command, found, fit);
}

/* Each crop is for a kind that is made. */
static gboolean
check_crops (const KqCliCommand  *command,
             char               **crops,
             KqProfiles          *profiles)
{
  for (guint i = 0; crops != NULL && crops[i] != NULL; i++)
    {
      const char *equals = strchr (crops[i], '=');
      g_autofree char *id = equals != NULL ? g_strndup (crops[i], equals - crops[i]) : NULL;

      if (id != NULL && kq_cli_find_kind (command, profiles, id) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_kinds (const KqCliCommand *command,
           const Options      *options,
           KqProfiles         *profiles,
           guint               platforms,
           KqKindSet          *set)
{
  g_autoptr (GPtrArray) kinds = kq_profiles_list_image_kinds (profiles, platforms);

  if (!check_crops (command, options->crops, profiles))
    return FALSE;
  for (guint i = 0; i < kinds->len; i++)
    {
      const KqImageKind *kind = g_ptr_array_index (kinds, i);
      KqFitOptions fit = KQ_FIT_OPTIONS_INIT;

      fit.crop = KQ_MEDIA_CROP_ATTENTION;
      if (!find_crop (command, options->crops, kind->id, &fit))
        return FALSE;
      kq_kind_set_add (set, kind, &fit);
    }
  if (kinds->len > 0)
    return TRUE;

  kq_cli_fail (_("%s: these platforms ask for no kind of image"), command->name);

  return FALSE;
}

static void
tell (guint    n_done,
      guint    n_all,
      gpointer data)
{
  /* Translators: how many images are made, and of how many */
  kq_cli_note (_("%u of %u"), n_done, n_all);
}

static char *
dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

static KqCliStatus
save (KqKindSet  *set,
      const char *folder,
      gboolean    replace)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!kq_kind_set_save (set, media, folder, replace, tell, NULL, NULL, &error))
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)
           ? kq_cli_fail (_("%s; --replace replaces it"), error->message)
           : kq_cli_fail ("%s", error->message);

  for (guint i = 0; i < kq_kind_set_get_length (set); i++)
    {
      g_autofree char *name = kq_kind_set_dup_name (set, i);
      g_autofree char *line = g_strconcat (name, "\n", NULL);

      if (!kq_cli_print (line, -1))
        return KQ_CLI_FAILED;
    }

  return KQ_CLI_FINE;
}

/* kaquan-cli image kinds */
KqCliStatus
kq_cli_image_kinds (const KqCliCommand  *command,
                    int                  argc,
                    char               **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (KqProfiles) profiles = NULL;
  g_autoptr (KqKindSet) set = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *stem = NULL;
  guint platforms;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "platform", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &options.platforms,
      N_("One platform only; may be given several times"), N_("PLATFORM") },
    { "campaign", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.campaign,
      N_("The platforms of a campaign"), N_("FILE") },
    { "crop", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &options.crops,
      N_("Which part to keep, as of “image fit”; KIND=PART for one kind; may be given several "
         "times"), N_("PART") },
    { "name", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.name,
      N_("How the files’ names begin (default: as IN is called)"), N_("NAME") },
    { "replace", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.replace,
      N_("Replace files that are there already"), NULL },
    { "profiles", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.directory,
      N_("A folder with profiles of your own"), N_("DIR") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 2, 2, &status))
    return status;
  profiles = kq_cli_load_profiles (options.directory);
  platforms = profiles != NULL ? find_platforms (command, &options) : 0;
  if (platforms == 0)
    return KQ_CLI_FAILED;
  bytes = kq_file_read (argv[1], KQ_MEDIA_MAX_BYTES, &error);
  if (bytes == NULL)
    return kq_cli_fail ("%s", error->message);
  stem = dup_stem (argv[1]);
  set = kq_kind_set_new (bytes, options.name != NULL ? options.name : stem);
  if (!add_kinds (command, &options, profiles, platforms, set))
    return KQ_CLI_FAILED;

  return save (set, argv[2], options.replace);
}
