/* test-card-poster.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fixture.h"
#include "kq-card-benefit.h"
#include "kq-card-poster-private.h"
#include "kq-list.h"
#include "kq-member-card.h"

/* What is on a poster; that the codes can be read is tested with the command
 * line. */

static KqMedia *media;

static KqObject *
add_card (KqCampaign *campaign,
          const char *title,
          const char *claim)
{
  g_autoptr (KqObject) card = g_object_new (KQ_TYPE_MEMBER_CARD, "id", "card", NULL);

  kq_object_set_text (card, KQ_MEMBER_CARD_TITLE, title);
  kq_object_set_text (card, KQ_MEMBER_CARD_CLAIM_URL, claim);
  kq_list_append (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_CARDS), card);

  return card;
}

static void
add_benefits (KqObject   *card,
              const char *text,
              guint       n)
{
  KqList *list = kq_object_get_list (card, KQ_MEMBER_CARD_BENEFITS);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = kq_list_new_id (list, "benefit");
      g_autoptr (KqObject) benefit = g_object_new (KQ_TYPE_CARD_BENEFIT, "id", id, NULL);

      kq_object_set_text (benefit, KQ_CARD_BENEFIT_TEXT, text);
      kq_list_append (list, benefit);
    }
}

static GBytes *
make (const char     *title,
      const char     *claim,
      KqPosterFormat  format,
      GError        **error)
{
  g_autoptr (KqCampaign) campaign = kq_campaign_new ("c", "name");
  KqObject *card = add_card (campaign, title, claim);
  g_autoptr (KqCardPoster) poster = NULL;
  g_autoptr (KqImageKind) kind = new_kind ("poster", 1402, 400, 512000);

  add_benefits (card, title, 30);
  poster = kq_card_poster_new (campaign, card, NULL);

  return kq_card_poster_make (poster, media, format, kind, NULL, error);
}

static void
test_formats (void)
{
  static const char * const starts[] = { "\xff\xd8", "%PDF", "\x89PNG", "<svg " };
  g_autoptr (KqImageKind) kind = new_kind ("poster", 1402, 400, 512000);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = make ("木棉卡", "https://m.tb.cn/h.5abc", i, &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (memcmp (g_bytes_get_data (first, NULL), starts[i], strlen (starts[i])), ==, 0);
      again = make ("木棉卡", "https://m.tb.cn/h.5abc", i, &error);
      g_assert_true (g_bytes_equal (first, again));
      if (i == KQ_POSTER_STRIP)
        assert_taken (media, first, kind);
    }
}

static void
test_no_claim (void)
{
  for (KqPosterFormat i = KQ_POSTER_STRIP; i <= KQ_POSTER_CODE_SVG; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (make ("a", "", i, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

/* Beyond what a code holds; and beyond what can be read on a strip, though not
 * on paper */
static void
test_long_claim (void)
{
  g_autofree char *endless = g_strnfill (10000, 'x');
  g_autofree char *large = g_strnfill (2300, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sheet = NULL;

  g_assert_null (make ("a", endless, KQ_POSTER_SHEET, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (make ("a", large, KQ_POSTER_STRIP, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_clear_error (&error);
  sheet = make ("a", large, KQ_POSTER_SHEET, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sheet);
}

static void
test_hostile_names (void)
{
  g_autofree char *endless = g_strnfill (10000, 'W');
  const char *names[] = { endless, "\u202eabc\n\x1b[0m", "مرحبا بالعالم", "", "🎉🎉", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) strip = make (names[i], "https://m.tb.cn/h.5abc", KQ_POSTER_STRIP, &error);
      g_autoptr (GBytes) sheet = NULL;

      g_assert_no_error (error);
      sheet = make (names[i], "https://m.tb.cn/h.5abc", KQ_POSTER_SHEET, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (sheet), >, 1000);
    }
}

static void
test_missing_picture (void)
{
  g_autoptr (KqCampaign) campaign = kq_campaign_new ("c", "name");
  KqObject *card = add_card (campaign, "a", "https://m.tb.cn/h.5abc");
  g_autoptr (KqCardPoster) poster = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strnfill (64, 'a');

  kq_object_set_text (card, KQ_MEMBER_CARD_FACE_IMAGE, name);
  poster = kq_card_poster_new (campaign, card, NULL);
  g_assert_null (kq_card_poster_make (poster, media, KQ_POSTER_SHEET, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* White text on it can be read, whatever the card's colour. */
static void
test_band (void)
{
  for (guint32 rgb = 0; rgb <= 0xffffff; rgb += 0x0f0f3)
    {
      double luminance = kq_colour_get_luminance (kq_poster_darken (kq_colour_of (rgb)));

      g_assert_cmpfloat (kq_colour_get_contrast (luminance, 1), >=, KQ_CONTRAST_TEXT);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  media = kq_media_new (NULL);
  g_test_add_func ("/card-poster/formats", test_formats);
  g_test_add_func ("/card-poster/no-claim", test_no_claim);
  g_test_add_func ("/card-poster/long-claim", test_long_claim);
  g_test_add_func ("/card-poster/hostile-names", test_hostile_names);
  g_test_add_func ("/card-poster/missing-picture", test_missing_picture);
  g_test_add_func ("/card-poster/band", test_band);
  status = g_test_run ();
  g_object_unref (media);

  return status;
}
