/* kq-render.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kq-campaign-file.h"
#include "kq-paths.h"
#include "kq-render-draw.h"
#include "kq-render.h"
#include "kq-story-draw.h"
#include "kq-view-story.h"

/* kaquan --render: the preview as a picture. */

#define STATUS_FAILED 2

typedef struct {
  char     *platform;
  char     *who;
  char     *at;
  char     *page;
  char     *stock;
  char     *story;
  char     *language;
  int       scale;
  gboolean  drafts;
  gboolean  render;
  char    **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->platform);
  g_free (options->who);
  g_free (options->at);
  g_free (options->page);
  g_free (options->stock);
  g_free (options->story);
  g_free (options->language);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options   *options,
               char    ***argv,
               GError   **error)
{
  const GOptionEntry entries[] = {
    { "render", 0, 0, G_OPTION_ARG_NONE, &options->render,
      N_("Draw the preview into a file"), NULL },
    { "platform", 0, 0, G_OPTION_ARG_STRING, &options->platform,
      N_("douyin, tmall, taobao or mini-program"), N_("PLATFORM") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options->who,
      N_("visitor, visitor-below, visitor-linked, new, rejoined, returning, sharer:N, holder, "
         "not-eligible, expired or the id of a member level; a member also with :23h or :30d, "
         "since when"),
      N_("WHO") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options->at, N_("The moment; now by default"), N_("TIME") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &options->page,
      N_("join, center, popup, landing:ID, card:ID or fission:ID"), N_("PAGE") },
    { "stock", 0, 0, G_OPTION_ARG_STRING, &options->stock, N_("full, gifts-gone or gone"),
      N_("STOCK") },
    { "story", 0, 0, G_OPTION_ARG_STRING, &options->story,
      N_("Phones side by side: personas or moments; OUT may end in .pdf"), N_("KIND") },
    { "scale", 0, 0, G_OPTION_ARG_INT, &options->scale, N_("1, 2 or 3"), N_("SCALE") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options->language,
      N_("The language, such as zh_CN"), N_("LANGUAGE") },
    { "drafts", 0, 0, G_OPTION_ARG_NONE, &options->drafts,
      N_("Show an unpublished member center as if it were published"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL,
      N_("FILE OUT.png") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  options->scale = 1;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, argv, error))
    return FALSE;
  if (options->files == NULL || g_strv_length (options->files) != 2)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("--render needs a campaign file and the name of the picture"));
      return FALSE;
    }
  if (options->scale < 1 || options->scale > 3)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The scale must be 1, 2 or 3"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_moment (const char  *text,
              GTimeZone   *zone,
              KqTime      *moment,
              GError     **error)
{
  *moment = kq_time_now (zone);
  if (text == NULL || kq_time_parse (text, moment))
    return TRUE;

  return kq_time_parse_input (text, zone, FALSE, kq_time_now (zone), moment, error);
}

static gboolean
parse_platform (const char  *text,
                KqPlatform  *platform,
                GError     **error)
{
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    if (g_str_equal (text, kq_platform_words[i].word))
      {
        *platform = i;
        return TRUE;
      }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("No such platform: “%s”. Known are douyin, tmall, taobao and mini-program"), text);
  return FALSE;
}

static gboolean
set_persona_and_page (KqViewQuery    *query,
                      const Options  *options,
                      KqCampaign     *campaign,
                      GError        **error)
{
  g_autofree char *who = g_strdup (options->who);

  if (who == NULL)
    who = kq_view_pick_who (campaign, query->platform);

  return kq_view_query_parse_who (query, campaign, who, error) &&
         (options->stock == NULL || kq_view_query_parse_stock (query, options->stock, error)) &&
         kq_view_query_parse_page (query, campaign,
                                   options->page != NULL ? options->page : "center", error);
}

/* Without --platform it is the one to which the level or the page belongs. */
static gboolean
set_anywhere (KqViewQuery    *query,
              const Options  *options,
              KqCampaign     *campaign,
              GError        **error)
{
  KqPlatform picked = kq_view_pick_platform (campaign);

  query->platform = picked;
  if (set_persona_and_page (query, options, campaign, error))
    return TRUE;
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    {
      query->platform = i;
      if (i != picked && set_persona_and_page (query, options, campaign, NULL))
        {
          g_clear_error (error);
          return TRUE;
        }
    }

  return FALSE;
}

static KqViewQuery *
make_query (const Options  *options,
            KqCampaign     *campaign,
            GError        **error)
{
  g_autoptr (KqViewQuery) query = NULL;
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (campaign);
  KqTime moment;

  if (!parse_moment (options->at, zone, &moment, error))
    return NULL;

  query = kq_view_query_new (KQ_PLATFORM_TMALL, moment);
  query->zone = g_steal_pointer (&zone);
  query->drafts = options->drafts;
  query->profiles = kq_profiles_new (NULL);
  if (options->platform == NULL)
    return set_anywhere (query, options, campaign, error) ? g_steal_pointer (&query) : NULL;
  if (!parse_platform (options->platform, &query->platform, error) ||
      !set_persona_and_page (query, options, campaign, error))
    return NULL;

  return g_steal_pointer (&query);
}

/* The same picture on every desktop. */
static gboolean
init_toolkit (GError **error)
{
  if (!gtk_init_check ())
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("Drawing needs a display, a virtual one will do"));
      return FALSE;
    }

  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE,
                "gtk-xft-antialias", 1,
                "gtk-xft-dpi", 96 * PANGO_SCALE,
                "gtk-xft-hinting", 0,
                "gtk-xft-rgba", "none",
                NULL);

  return TRUE;
}

static gboolean
parse_story (const char   *text,
             KqStoryKind  *kind,
             GError      **error)
{
  if (g_str_equal (text, "personas"))
    *kind = KQ_STORY_PERSONAS;
  else if (g_str_equal (text, "moments"))
    *kind = KQ_STORY_MOMENTS;
  else
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("No such story: “%s”. Known are personas and moments"), text);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
draw_story (const Options  *options,
            KqCampaign     *campaign,
            KqViewQuery    *query,
            KqPictures     *pictures,
            GError        **error)
{
  g_autoptr (GPtrArray) frames = NULL;
  g_autofree char *title = NULL;
  KqRenderFormat format;
  KqStoryKind kind;

  if (!parse_story (options->story, &kind, error))
    return NULL;

  frames = kq_view_story (campaign, query, kind);
  format = g_str_has_suffix (options->files[1], ".pdf") ? KQ_RENDER_PDF : KQ_RENDER_PNG;
  title = g_strdup_printf ("%s · %s", kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME),
                           kq_platform_get_label (query->platform));

  return kq_story_draw (frames, title, pictures, format, options->scale, error);
}

static GBytes *
draw (const Options  *options,
      KqCampaign     *campaign,
      KqAssetSource  *assets,
      GError        **error)
{
  g_autoptr (KqViewQuery) query = make_query (options, campaign, error);
  g_autoptr (KqView) view = NULL;
  g_autoptr (KqPictures) pictures = NULL;

  if (query == NULL)
    return NULL;
  view = kq_view_at (campaign, query, error);
  if (view == NULL || !init_toolkit (error))
    return NULL;

  pictures = kq_pictures_new (campaign, assets, TRUE);
  if (options->story != NULL)
    return draw_story (options, campaign, query, pictures, error);

  return kq_render_draw (view, pictures, options->scale, error);
}

static gboolean
render (const Options  *options,
        GError        **error)
{
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!kq_campaign_file_load (options->files[0], &campaign, &assets, error))
    return FALSE;
  bytes = draw (options, campaign, assets, error);

  return bytes != NULL && kq_file_write (options->files[1], bytes, error);
}

/* The language is needed before anything is said in it. */
static const char *
find_language (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--lang="))
        return argv[i] + strlen ("--lang=");
      if (g_str_equal (argv[i], "--lang") && i + 1 < argc)
        return argv[i + 1];
    }

  return NULL;
}

/**
 * kq_render_wanted:
 * @argc: how many arguments
 * @argv: the arguments of the program
 *
 * Returns: whether a picture is asked for instead of a window
 */
gboolean
kq_render_wanted (int    argc,
                  char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--render"))
      return TRUE;

  return FALSE;
}

/**
 * kq_render_run:
 * @argc: how many arguments
 * @argv: the arguments of the program
 *
 * Draws the preview into a file, as `kaquan --render` is asked to. Nothing of
 * the program may have been set up before, not even the language. What fails
 * is said in one line on standard error.
 *
 * Returns: the exit status, 0 or 2
 */
int
kq_render_run (int    argc,
               char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GError) error = NULL;

  kq_paths_init_locale (find_language (argc, argv));
  if (parse_options (&options, &arguments, &error) && render (&options, &error))
    return 0;

  g_strdelimit (error->message, "\n", ' ');
  g_printerr ("kaquan: %s\n", error->message);

  return STATUS_FAILED;
}
