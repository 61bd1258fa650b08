/* kq-cli-image-check.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-image-check.h"
#include "kq-media.h"
#include "kq-paths.h"

typedef struct {
  gboolean           json;
  char              *id;         /* (owned) (nullable) */
  char              *directory;  /* (owned) (nullable) */

  KqProfiles        *profiles;   /* (owned) */
  const KqImageKind *kind;       /* of the profiles */
  KqMedia           *media;      /* (owned) */
  JsonArray         *images;     /* (owned): for --json */
} Options;

/* What came of one file */
typedef struct {
  KqImageFacts *facts;    /* (owned) */
  GError       *problem;  /* (owned) (nullable): why it can't be read as an image */
  GArray       *misses;   /* (owned) */
} Verdict;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->id, g_free);
  g_clear_pointer (&options->directory, g_free);
  g_clear_object (&options->profiles);
  g_clear_object (&options->media);
  g_clear_pointer (&options->images, json_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
verdict_clear (Verdict *verdict)
{
  g_clear_pointer (&verdict->facts, kq_image_facts_free);
  g_clear_error (&verdict->problem);
  g_clear_pointer (&verdict->misses, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verdict, verdict_clear)

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonArray *
pixels_to_json (guint width,
                guint height)
{
  JsonArray *pixels = json_array_new ();

  json_array_add_int_element (pixels, width);
  json_array_add_int_element (pixels, height);

  return pixels;
}

static JsonArray *
types_to_json (const KqImageKind *kind)
{
  JsonArray *types = json_array_new ();

  for (guint i = 0; kind->types[i] != NULL; i++)
    json_array_add_string_element (types, kind->types[i]);

  return types;
}

static const char *
colour_word (const KqImageFacts *facts)
{
  /* In the order of KqMediaColour */
  static const char * const words[] = { "srgb", "grey", "cmyk", "other" };

  return facts->type != NULL ? words[facts->colour] : NULL;
}

/* What it is and what it must be, as JSON has it. */
static void
set_compared (JsonObject         *object,
              KqImageTrait        trait,
              const KqImageFacts *facts,
              const KqImageKind  *kind)
{
  gboolean is_error = facts->bytes > kind->max_bytes;

  switch (trait)
    {
    case KQ_IMAGE_TRAIT_TYPE:
      set_text (object, "actual", facts->type);
      json_object_set_array_member (object, "required", types_to_json (kind));
      break;
    case KQ_IMAGE_TRAIT_PIXELS:
      json_object_set_array_member (object, "actual",
                                    pixels_to_json (facts->width, facts->height));
      json_object_set_array_member (object, "required",
                                    pixels_to_json (kind->width, kind->height));
      break;
    case KQ_IMAGE_TRAIT_BYTES:
      json_object_set_int_member (object, "actual", facts->bytes);
      json_object_set_int_member (object, "required",
                                  is_error ? kind->max_bytes : kind->advice_bytes);
      break;
    case KQ_IMAGE_TRAIT_COLOUR:
      json_object_set_string_member (object, "actual", colour_word (facts));
      json_object_set_string_member (object, "required", "srgb");
      break;
    case KQ_IMAGE_TRAIT_BITS:
      json_object_set_int_member (object, "actual", facts->bits);
      json_object_set_int_member (object, "required", 8);
      break;
    case KQ_IMAGE_TRAIT_ORIENTATION:
      json_object_set_int_member (object, "actual", facts->orientation);
      json_object_set_int_member (object, "required", 1);
      break;
    case KQ_IMAGE_TRAIT_WHOLE:
    case KQ_IMAGE_TRAIT_ALPHA:
    case KQ_IMAGE_TRAIT_ANIMATED:
    case KQ_N_IMAGE_TRAITS:
    default:
      json_object_set_boolean_member (object, "actual", trait != KQ_IMAGE_TRAIT_WHOLE);
      json_object_set_boolean_member (object, "required", trait == KQ_IMAGE_TRAIT_WHOLE);
    }
}

static JsonArray *
misses_to_json (const Verdict     *verdict,
                const KqImageKind *kind)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < verdict->misses->len; i++)
    {
      const KqImageMiss *miss = &g_array_index (verdict->misses, KqImageMiss, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "what", kq_image_trait_get_word (miss->trait));
      json_object_set_string_member (object, "severity", kq_severity_get_word (miss->severity));
      set_compared (object, miss->trait, verdict->facts, kind);
      json_object_set_string_member (object, "message", miss->message);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
verdict_to_json (const char        *file,
                 const Verdict     *verdict,
                 const KqImageKind *kind)
{
  JsonObject *object = json_object_new ();
  const KqImageFacts *facts = verdict->facts;

  json_object_set_string_member (object, "file", file);
  json_object_set_string_member (object, "kind", kind->id);
  json_object_set_boolean_member (object, "ok", !kq_image_misses_have_error (verdict->misses));
  set_text (object, "type", facts->type);
  json_object_set_int_member (object, "width", facts->width);
  json_object_set_int_member (object, "height", facts->height);
  json_object_set_int_member (object, "bytes", facts->bytes);
  json_object_set_int_member (object, "orientation", facts->orientation);
  set_text (object, "colour", colour_word (facts));
  set_text (object, "profile", facts->profile);
  json_object_set_int_member (object, "bits", facts->bits);
  json_object_set_boolean_member (object, "alpha", facts->alpha);
  json_object_set_boolean_member (object, "animated", facts->animated);
  json_object_set_boolean_member (object, "whole", facts->whole);
  set_text (object, "problem", verdict->problem != NULL ? verdict->problem->message : NULL);
  json_object_set_array_member (object, "misses", misses_to_json (verdict, kind));

  return object;
}

static char *
describe (const char        *file,
          const Verdict     *verdict,
          const KqImageKind *kind)
{
  GString *text = g_string_new (NULL);
  g_autofree char *bytes = kq_count_format (verdict->facts->bytes);

  for (guint i = 0; i < verdict->misses->len; i++)
    {
      const KqImageMiss *miss = &g_array_index (verdict->misses, KqImageMiss, i);

      g_string_append_printf (text, _("%s: %s: %s\n"), file,
                              kq_severity_get_label (miss->severity), miss->message);
    }
  if (verdict->problem != NULL)
    g_string_append_printf (text, "%s: %s\n", file, verdict->problem->message);
  else
    g_string_append_printf (text, _("%s: %s, %u × %u pixels, %s bytes\n"), file,
                            kq_image_type_get_label (verdict->facts->type),
                            verdict->facts->width, verdict->facts->height, bytes);
  g_string_append_printf (text, kq_image_misses_have_error (verdict->misses)
                                ? _("%s: isn't taken as %s\n") : _("%s: is taken as %s\n"),
                          file, kind->id);

  return g_string_free (text, FALSE);
}

/* What is no image, or a damaged one, is a verdict too. */
static gboolean
look (Options     *options,
      const char  *file,
      Verdict     *verdict,
      GError     **error)
{
  g_autoptr (GBytes) bytes = kq_file_read (file, KQ_MEDIA_MAX_BYTES, error);
  GError *problem = NULL;

  if (bytes == NULL)
    return FALSE;

  verdict->facts = kq_media_probe (options->media, bytes, NULL, &problem);
  if (problem != NULL &&
      !g_error_matches (problem, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_NOT_IMAGE) &&
      !g_error_matches (problem, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_DAMAGED))
    {
      g_propagate_prefixed_error (error, problem, "%s: ", file);
      return FALSE;
    }

  if (verdict->facts == NULL)
    verdict->facts = kq_image_facts_new_unread (bytes);
  verdict->problem = problem;
  verdict->misses = kq_image_check (verdict->facts, options->kind);

  return TRUE;
}

static KqCliStatus
check_file (Options    *options,
            const char *file)
{
  g_auto (Verdict) verdict = { 0 };
  g_autoptr (GError) error = NULL;
  KqCliStatus status;

  if (!look (options, file, &verdict, &error))
    return kq_cli_fail ("%s", error->message);

  status = kq_image_misses_have_error (verdict.misses) ? KQ_CLI_FOUND : KQ_CLI_FINE;
  if (options->json)
    json_array_add_object_element (options->images,
                                   verdict_to_json (file, &verdict, options->kind));
  else
    {
      g_autofree char *text = describe (file, &verdict, options->kind);

      if (!kq_cli_print (text, -1))
        return KQ_CLI_FAILED;
    }

  return status;
}

static KqCliStatus
check_files (Options  *options,
             char    **files)
{
  KqCliStatus status = KQ_CLI_FINE;
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    {
      KqCliStatus one = check_file (options, files[i]);

      status = MAX (status, one);
    }

  if (!options->json)
    return status;
  node = json_node_init_array (json_node_alloc (), options->images);

  return kq_cli_print_json (node) ? status : KQ_CLI_FAILED;
}

/* kaquan-cli image check */
KqCliStatus
kq_cli_image_check (const KqCliCommand  *command,
                    int                  argc,
                    char               **argv)
{
  g_auto (Options) options = { 0 };
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "for", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.id,
      N_("The kind of image, such as card-face"), N_("KIND") },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.json, N_("Print JSON"), NULL },
    { "profiles", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.directory,
      N_("A folder with profiles of your own"), N_("DIR") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 1, G_MAXINT, &status))
    return status;
  options.profiles = kq_cli_load_profiles (options.directory);
  if (options.profiles == NULL)
    return KQ_CLI_FAILED;
  options.kind = kq_cli_find_kind (command, options.profiles, options.id);
  if (options.kind == NULL)
    return KQ_CLI_FAILED;
  options.media = kq_media_new (NULL);
  options.images = json_array_new ();

  return check_files (&options, argv + 1);
}
