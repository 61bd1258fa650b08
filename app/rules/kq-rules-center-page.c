/* kq-rules-center-page.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-asset.h"
#include "kq-image-check.h"
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

/* What is there to be known of the picture: by its bytes, or where they aren't
 * at hand by what the campaign says. */
static KqImageFacts
facts_of (KqCheck  *check,
          KqObject *asset)
{
  const KqAssetFacts *known = kq_check_get_asset_facts (check, kq_object_get_id (asset));
  KqImageFacts claimed = {
    .bytes = kq_object_get_int (asset, KQ_ASSET_BYTES),
    .type = kq_object_get_word (asset, KQ_ASSET_TYPE),
    .width = CLAMP (kq_object_get_int (asset, KQ_ASSET_WIDTH), 0, G_MAXUINT),
    .height = CLAMP (kq_object_get_int (asset, KQ_ASSET_HEIGHT), 0, G_MAXUINT),
    .bits = 8,
    .whole = TRUE,
  };

  return known->image != NULL && known->image->type != NULL ? *known->image : claimed;
}

/* @what is untranslated. That the bytes are damaged is for KQ-ASSET to say. */
static void
check_image (KqCheck    *check,
             const char *kind,
             const char *what,
             KqObject   *object,
             guint       field)
{
  KqObject *asset = kq_check_find (check, KQ_CAMPAIGN_ASSETS, kq_object_get_text (object, field));
  g_autoptr (GArray) misses = NULL;
  KqImageFacts facts;

  /* KQ-REF says it of a picture that isn't there. */
  if (asset == NULL)
    return;

  facts = facts_of (check, asset);
  misses = kq_image_check (&facts, kq_check_get_image_kind (check, kind));
  for (guint i = 0; i < misses->len; i++)
    {
      const KqImageMiss *miss = &g_array_index (misses, KqImageMiss, i);

      if (miss->trait != KQ_IMAGE_TRAIT_WHOLE)
        kq_check_found_as (check, miss->severity, object, field,
                           g_strdup_printf ("%s: %s", _(what), miss->message));
    }
}

static void
check_face_image (KqCheck  *check,
                  KqObject *center)
{
  if (kq_object_get_int (center, KQ_MEMBER_CENTER_FACE_PRESET) == 0)
    check_image (check, "card-face", N_("The card's picture"), center,
                 KQ_MEMBER_CENTER_FACE_IMAGE);
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
        check_image (check, "poster", N_("The poster's picture"), poster, KQ_POSTER_IMAGE);
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
