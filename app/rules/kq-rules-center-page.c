/* kq-rules-center-page.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-asset.h"
#include "kq-member-center.h"
#include "kq-poster.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"

/* The page of a member center (document 002): its rules text, draft, card face
 * and posters. */

#define DAY (24 * 60 * 60)

/* TB-06 */

static void
check_rules_text (KqCheck  *check,
                  KqObject *center)
{
  glong n = g_utf8_strlen (kq_object_get_text (center, KQ_MEMBER_CENTER_RULES_TEXT), -1);
  gint64 most = kq_check_get_limit (check, "rulesTextMax");
  g_autofree char *is = NULL;
  g_autofree char *limit = NULL;

  if (n <= most)
    return;

  is = kq_count_format (n);
  limit = kq_count_format (most);
  kq_check_found (check, center, KQ_MEMBER_CENTER_RULES_TEXT,
                  g_strdup_printf (_("The member rules have %s characters; the platform takes %s at "
                                     "most: shorten them"), is, limit));
}

/* TB-09 */

static void
check_draft (KqCheck  *check,
             KqObject *center)
{
  KqTime saved = kq_object_get_time (center, KQ_MEMBER_CENTER_DRAFT_SAVED_AT);
  KqTime published = kq_object_get_time (center, KQ_MEMBER_CENTER_PUBLISHED_AT);
  KqTime moment = kq_check_get_moment (check);
  gint64 days = kq_check_get_limit (check, "draftDays");
  gint64 warning_day = kq_check_get_limit (check, "draftWarningDay");
  g_autofree char *lapses = NULL;

  if (!kq_time_is_set (saved) ||
      (kq_time_is_set (published) && kq_time_compare (published, saved) >= 0) ||
      moment.seconds - saved.seconds < warning_day * DAY)
    return;

  lapses = kq_check_format_day (check, kq_time_add (saved, days * DAY));
  kq_check_found (check, center, KQ_MEMBER_CENTER_DRAFT_SAVED_AT,
                  moment.seconds - saved.seconds < days * DAY
                  ? g_strdup_printf (_("The member center's draft isn't published; the platform "
                                       "keeps it %" PRId64 " days, until %s: publish it before, "
                                       "or save it again"), days, lapses)
                  : g_strdup_printf (_("The member center's draft wasn't published; the platform "
                                       "kept it %" PRId64 " days, until %s: save it there again, "
                                       "and publish it"), days, lapses));
}

/* TB-11 */

static void
check_face (KqCheck  *check,
            KqObject *center)
{
  gint64 preset = kq_object_get_int (center, KQ_MEMBER_CENTER_FACE_PRESET);
  gint64 n_presets = kq_check_get_limit (check, "facePresets");
  KqFinding *finding;

  if (preset == 0 && *kq_object_get_text (center, KQ_MEMBER_CENTER_FACE_IMAGE) == '\0')
    finding = kq_check_found (check, center, KQ_MEMBER_CENTER_FACE_IMAGE,
                              g_strdup (_("The card has neither one of the platform's colours nor "
                                          "a picture: choose one of the two")));
  else if (preset < 0 || preset > n_presets)
    finding = kq_check_found (check, center, KQ_MEMBER_CENTER_FACE_PRESET,
                              g_strdup_printf (_("The card's colour is number %" PRId64 "; the "
                                                 "platform has %" PRId64 ", or takes a picture "
                                                 "of your own"), preset, n_presets));
  else
    return;

  kq_check_fix_int (finding, center, KQ_MEMBER_CENTER_FACE_PRESET, 1,
                    g_strdup (_("Use the platform's first colour")));
}

/* TB-12, TB-30 */

/* What a picture must be: names of limits and choices of the profile. */
typedef struct {
  const char *what;  /* untranslated */
  const char *types;
  const char *width;
  const char *height;
  const char *most;
  const char *advised;
} Form;

static const Form card_face = {
  N_("the card's picture"), "cardFaceTypes", "cardFaceWidth", "cardFaceHeight",
  "cardFaceMaxBytes", "cardFaceAdviceBytes",
};

static const Form poster_form = {
  N_("the poster's picture"), "posterTypes", "posterWidth", "posterHeight",
  "posterMaxBytes", "posterAdviceBytes",
};

static void
check_image_type (KqCheck    *check,
                  const Form *form,
                  KqObject   *asset,
                  KqObject   *object,
                  guint       field)
{
  const char * const *types = kq_check_get_choices (check, form->types);
  const char *is = kq_object_get_word (asset, KQ_ASSET_TYPE);
  g_autofree char *allowed = NULL;

  if (g_strv_contains (types, is))
    return;

  allowed = g_strjoinv (C_("between the items of a list", ", "), (char **) types);
  kq_check_found (check, object, field,
                  g_strdup_printf (_("The type of %s is %s; the platform takes only: %s"),
                                   _(form->what), is, allowed));
}

static void
check_image_size (KqCheck    *check,
                  const Form *form,
                  KqObject   *asset,
                  KqObject   *object,
                  guint       field)
{
  gint64 width = kq_object_get_int (asset, KQ_ASSET_WIDTH);
  gint64 height = kq_object_get_int (asset, KQ_ASSET_HEIGHT);
  gint64 must_width = kq_check_get_limit (check, form->width);
  gint64 must_height = kq_check_get_limit (check, form->height);

  if (width != must_width || height != must_height)
    kq_check_found (check, object, field,
                    g_strdup_printf (_("The size of %s is %" PRId64 " × %" PRId64 " pixels; it "
                                       "must be exactly %" PRId64 " × %" PRId64
                                       ", or the platform refuses it"),
                                     _(form->what), width, height, must_width, must_height));
}

static void
check_image_bytes (KqCheck    *check,
                   const Form *form,
                   KqObject   *asset,
                   KqObject   *object,
                   guint       field)
{
  gint64 bytes = kq_object_get_int (asset, KQ_ASSET_BYTES);
  gint64 most = kq_check_get_limit (check, form->most);
  gint64 advised = kq_check_get_limit (check, form->advised);
  g_autofree char *is = kq_count_format (bytes);
  g_autofree char *limit = NULL;

  if (bytes > most)
    {
      limit = kq_count_format (most);
      kq_check_found (check, object, field,
                      g_strdup_printf (_("The file of %s has %s bytes; the platform takes %s at "
                                         "most: make it smaller"), _(form->what), is, limit));
    }
  else if (bytes > advised)
    {
      limit = kq_count_format (advised);
      kq_check_found_as (check, KQ_SEVERITY_ADVICE, object, field,
                         g_strdup_printf (_("The file of %s has %s bytes; with %s or less it is "
                                            "within the platform's limit however that is counted"),
                                          _(form->what), is, limit));
    }
}

static void
check_image (KqCheck    *check,
             const Form *form,
             KqObject   *object,
             guint       field)
{
  KqObject *asset = kq_check_find (check, KQ_CAMPAIGN_ASSETS, kq_object_get_text (object, field));

  /* KQ-REF says it of a picture that isn't there. */
  if (asset == NULL)
    return;

  check_image_type (check, form, asset, object, field);
  check_image_size (check, form, asset, object, field);
  check_image_bytes (check, form, asset, object, field);
}

static void
check_face_image (KqCheck  *check,
                  KqObject *center)
{
  if (kq_object_get_int (center, KQ_MEMBER_CENTER_FACE_PRESET) == 0)
    check_image (check, &card_face, center, KQ_MEMBER_CENTER_FACE_IMAGE);
}

static void
check_poster_images (KqCheck  *check,
                     KqObject *center)
{
  KqList *posters = kq_object_get_list (center, KQ_MEMBER_CENTER_POSTERS);

  for (guint i = 0; i < kq_list_get_length (posters); i++)
    {
      KqObject *poster = kq_list_get (posters, i);

      if (*kq_object_get_text (poster, KQ_POSTER_IMAGE) == '\0')
        kq_check_found (check, poster, KQ_POSTER_IMAGE,
                        g_strdup_printf (_("Poster %u has no picture: choose one, or take the "
                                           "poster out"), i + 1));
      else
        check_image (check, &poster_form, poster, KQ_POSTER_IMAGE);
    }
}

/* TB-29 */

static void
check_posters (KqCheck  *check,
               KqObject *center)
{
  KqList *posters = kq_object_get_list (center, KQ_MEMBER_CENTER_POSTERS);
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);
  guint most = kq_check_get_limit (check, "postersMax");

  if (kq_list_get_length (posters) > most)
    kq_check_found (check, center, KQ_MEMBER_CENTER_POSTERS,
                    g_strdup_printf (_("The member center has %u posters; the platform takes %u at "
                                       "most"), kq_list_get_length (posters), most));

  for (guint i = 0; i < kq_list_get_length (posters); i++)
    {
      KqObject *poster = kq_list_get (posters, i);
      const char *link = kq_object_get_text (poster, KQ_POSTER_LINK);

      if (*link == '\0')
        kq_check_found (check, poster, KQ_POSTER_LINK,
                        g_strdup_printf (_("Poster %u has no link: say where it leads"), i + 1));
      else if (!g_hash_table_add (links, (gpointer) link))
        kq_check_found (check, poster, KQ_POSTER_LINK,
                        g_strdup_printf (_("Poster %u has the link of another one; each has its "
                                           "own"), i + 1));
    }
}

const KqRule *
kq_rules_for_center_page (guint *n_rules)
{
#define ON_CENTER(id, severity, check) \
  { id, KQ_SEVERITY_##severity, "002", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_MEMBER_CENTER, check }
  static const KqRule rules[] = {
    ON_CENTER ("TB-06", ERROR, check_rules_text),
    ON_CENTER ("TB-09", WARNING, check_draft),
    ON_CENTER ("TB-11", ERROR, check_face),
    ON_CENTER ("TB-12", ERROR, check_face_image),
    ON_CENTER ("TB-29", ERROR, check_posters),
    ON_CENTER ("TB-30", ERROR, check_poster_images),
  };
#undef ON_CENTER

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
