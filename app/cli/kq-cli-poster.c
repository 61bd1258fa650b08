/* kq-cli-poster.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-card-poster.h"
#include "kq-cli.h"
#include "kq-list.h"
#include "kq-paths.h"

/* The kind that is made where none is asked for */
#define USUAL_KIND "poster"

typedef struct {
  char *id;         /* (owned) (nullable) */
  char *card;       /* (owned) (nullable) */
  char *directory;  /* (owned) (nullable) */
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->id, g_free);
  g_clear_pointer (&options->card, g_free);
  g_clear_pointer (&options->directory, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The card that is asked for, or the only one */
static KqObject *
find_card (const char *path,
           KqCampaign *campaign,
           const char *id)
{
  KqList *cards = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_CARDS);
  g_autoptr (GString) ids = g_string_new (NULL);
  KqObject *card = id != NULL ? kq_list_find (cards, id) : NULL;

  if (card != NULL)
    return card;
  if (id == NULL && kq_list_get_length (cards) == 1)
    return kq_list_get (cards, 0);

  for (guint i = 0; i < kq_list_get_length (cards); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? C_("between the items of a list", ", ") : "",
                            kq_object_get_id (kq_list_get (cards, i)));
  if (ids->len == 0)
    kq_cli_fail (_("%s: has no member card"), path);
  else if (id == NULL)
    kq_cli_fail (_("%s: say with --card which member card: %s"), path, ids->str);
  else
    kq_cli_fail (_("%s: there is no member card “%s”; there are: %s"), path, id, ids->str);

  return NULL;
}

static KqCliStatus
write_poster (KqCardPoster      *poster,
              KqPosterFormat     format,
              const KqImageKind *kind,
              const char        *in,
              const char        *out)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_card_poster_make (poster, media, format, kind, NULL, &error);

  if (bytes == NULL)
    return kq_cli_fail ("%s: %s", in, error->message);
  if (!kq_file_write (out, bytes, &error))
    return kq_cli_fail ("%s", error->message);

  return KQ_CLI_FINE;
}

/* kaquan-cli poster */
KqCliStatus
kq_cli_poster (const KqCliCommand  *command,
               int                  argc,
               char               **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (KqProfiles) profiles = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (KqCardPoster) poster = NULL;
  const KqImageKind *kind = NULL;
  gboolean is_sheet;
  KqObject *card;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "card", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.card,
      N_("Which member card, by its id"), N_("ID") },
    { "for", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.id,
      N_("The kind of image (default: poster)"), N_("KIND") },
    { "profiles", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.directory,
      N_("A folder with profiles of your own"), N_("DIR") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 2, 2, &status))
    return status;
  is_sheet = kq_cli_has_suffix (argv[2], ".pdf");
  profiles = kq_cli_load_profiles (options.directory);
  if (profiles == NULL)
    return KQ_CLI_FAILED;
  if (!is_sheet)
    {
      kind = kq_cli_find_kind (command, profiles, options.id != NULL ? options.id : USUAL_KIND);
      if (kind == NULL || kq_cli_choose_type (kind, argv[2]) == NULL)
        return KQ_CLI_FAILED;
    }
  campaign = kq_cli_load (argv[1], &assets);
  card = campaign != NULL ? find_card (argv[1], campaign, options.card) : NULL;
  if (card == NULL || !kq_cli_may_write (argv[1], argv[2]))
    return KQ_CLI_FAILED;
  poster = kq_card_poster_new (campaign, card, assets);

  return write_poster (poster, is_sheet ? KQ_POSTER_SHEET : KQ_POSTER_STRIP, kind, argv[1], argv[2]);
}
