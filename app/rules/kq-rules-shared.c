/* kq-rules-shared.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-rules-shared.h"

/* An https address whose host is exactly one of the profile's. */
gboolean
kq_check_is_short_link (KqCheck    *check,
                        const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char * const *hosts = kq_check_get_choices (check, "shortLinkHosts");

  if (uri == NULL || g_uri_get_host (uri) == NULL ||
      g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") != 0)
    return FALSE;

  for (guint i = 0; hosts[i] != NULL; i++)
    if (g_ascii_strcasecmp (g_uri_get_host (uri), hosts[i]) == 0)
      return TRUE;

  return FALSE;
}

char *
kq_check_format_day (KqCheck *check,
                     KqTime   time)
{
  g_autoptr (GDateTime) date = kq_time_to_date_time (time, kq_check_get_zone (check));

  /* Translators: a day in a sentence, for g_date_time_format() */
  return g_date_time_format (date, _("%-d %b %Y"));
}

static guint32
day_number (KqCheck *check,
            KqTime   time)
{
  g_autoptr (GDateTime) date_time = kq_time_to_date_time (time, kq_check_get_zone (check));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (date_time),
                  g_date_time_get_month (date_time), g_date_time_get_year (date_time));

  return g_date_get_julian (&date);
}

/* The days from the first to the last, both included, as a calendar on the
 * campaign's wall shows them. */
int
kq_check_count_days (KqCheck *check,
                     KqTime   first,
                     KqTime   last)
{
  return (int) day_number (check, last) - (int) day_number (check, first) + 1;
}

gboolean
kq_check_is_no_threshold (KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) == KQ_DISCOUNT_FIXED;
}

/* Whether the coupon, or a fission that uses it, is for that scene. */
gboolean
kq_check_has_scene (KqCheck  *check,
                    KqObject *coupon,
                    KqScene   scene)
{
  GPtrArray *users = kq_check_get_users (check, coupon);

  if (kq_object_get_choice (coupon, KQ_COUPON_SCENE) == (int) scene)
    return TRUE;
  for (guint i = 0; users != NULL && i < users->len; i++)
    {
      KqObject *user = g_ptr_array_index (users, i);

      if (KQ_IS_FISSION (user) &&
          kq_object_get_choice (user, KQ_FISSION_SCENE) == (int) scene)
        return TRUE;
    }

  return FALSE;
}

static void
found_too_short (KqCheck  *check,
                 KqObject *coupon,
                 guint     field,
                 gint64    days,
                 gint64    least,
                 KqTime    end)
{
  g_autofree char *name = kq_check_name_of (coupon);
  KqFinding *finding;

  finding = kq_check_found (check, coupon, field,
                            g_strdup_printf (_("Coupon %s can be used for %" PRId64 " days; "
                                               "at least %" PRId64 " are advised, so that buyers "
                                               "still have it when they next want something"),
                                             name, days, least));
  if (kq_time_is_set (end))
    kq_check_fix_time (finding, coupon, field, end,
                       g_strdup_printf (_("Extend to %" PRId64 " days"), least));
  else
    kq_check_fix_int (finding, coupon, field, least,
                      g_strdup_printf (_("Extend to %" PRId64 " days"), least));
}

/* The last second of the day that is the @days th from @from on. */
static KqTime
end_after (KqCheck *check,
           KqTime   from,
           gint64   days)
{
  g_autoptr (GDateTime) first = kq_time_to_date_time (from, kq_check_get_zone (check));
  g_autoptr (GDateTime) last = g_date_time_add_days (first, days - 1);

  return kq_time_from_civil (kq_check_get_zone (check), g_date_time_get_year (last),
                             g_date_time_get_month (last), g_date_time_get_day_of_month (last),
                             23, 59, 59);
}

/* @from: from when on the days count where the coupon has a fixed period. */
void
kq_check_lasts_long (KqCheck  *check,
                     KqObject *coupon,
                     KqTime    from)
{
  gint64 least = kq_check_get_limit (check, "validityDaysLong");
  gint64 days = kq_object_get_int (coupon, KQ_COUPON_USE_DAYS);
  KqTime end = kq_object_get_time (coupon, KQ_COUPON_USE_END);

  switch (kq_object_get_choice (coupon, KQ_COUPON_VALIDITY))
    {
    case KQ_COUPON_VALIDITY_DAYS:
      if (days >= 1 && days < least)
        found_too_short (check, coupon, KQ_COUPON_USE_DAYS, days, least, KQ_TIME_NONE);
      break;

    case KQ_COUPON_VALIDITY_RANGE:
      if (!kq_time_is_set (from) || !kq_time_is_set (end))
        break;
      days = kq_check_count_days (check, from, end);
      if (days < least)
        found_too_short (check, coupon, KQ_COUPON_USE_END, MAX (0, days), least,
                         end_after (check, from, least));
      break;

    default:
      break;
    }
}

/* Not too few for the audience, where one is given. */
void
kq_check_suits_audience (KqCheck  *check,
                         KqObject *coupon)
{
  gint64 audience = kq_object_get_int (coupon, KQ_COUPON_AUDIENCE_SIZE);
  gint64 quantity = kq_object_get_int (coupon, KQ_COUPON_QUANTITY);
  gint64 least = kq_check_get_limit (check, "quantityPercentOfAudienceMin");
  /* Whoever raises the least alone in a profile asks for as many. */
  gint64 advised = MAX (least, kq_check_get_limit (check, "quantityPercentOfAudience"));
  g_autofree char *name = NULL;
  g_autofree char *is = NULL;
  g_autofree char *people = NULL;
  g_autofree char *better = NULL;
  KqFinding *finding;
  gint64 enough;

  if (audience <= 0 || quantity < 1 || (__int128) quantity * 100 >= (__int128) audience * least)
    return;

  enough = MIN ((gint64) (((__int128) audience * advised + 99) / 100), KQ_WHOLE_MAX);
  name = kq_check_name_of (coupon);
  is = kq_count_format (quantity);
  people = kq_count_format (audience);
  better = kq_count_format (enough);
  finding = kq_check_found (check, coupon, KQ_COUPON_QUANTITY,
                            g_strdup_printf (_("There are %s of coupon %s for %s messages; about "
                                               "%" PRId64 " %% of the messages are advised (%s), "
                                               "or many who tap find none left"),
                                             is, name, people, advised, better));
  if (enough > quantity)
    kq_check_fix_int (finding, coupon, KQ_COUPON_QUANTITY, enough,
                      g_strdup_printf (_("Set to %s"), better));
}

void
kq_check_is_on_channel (KqCheck    *check,
                        KqObject   *coupon,
                        int         channel,
                        const char *why)
{
  const KqField *field = kq_object_get_field (coupon, KQ_COUPON_CHANNEL);
  int is = kq_object_get_choice (coupon, KQ_COUPON_CHANNEL);
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (is == channel || is < 0)
    return;

  name = kq_check_name_of (coupon);
  finding = kq_check_found (check, coupon, KQ_COUPON_CHANNEL,
                            g_strdup_printf (_("Coupon %s is issued on the channel “%s”; it must "
                                               "be “%s”: %s"), name,
                                             kq_field_get_word_label (field, is),
                                             kq_field_get_word_label (field, channel), why));
  kq_check_fix_text (finding, coupon, KQ_COUPON_CHANNEL, field->words[channel].word,
                     g_strdup (_("Change the channel")));
}

/* Occasions at which many who get the coupon aren't members yet. */
static gboolean
is_before_membership (int scene)
{
  return scene == KQ_SCENE_LOGISTICS_ALERT || scene == KQ_SCENE_PAYMENT_REMINDER ||
         scene == KQ_SCENE_PAYMENT || scene == KQ_SCENE_SHIPPING || scene == KQ_SCENE_INSTANT;
}

/* @object: the coupon, or a message that carries it. Who buys again may well be
 * a member, so @returning_only quiets it; a new member is none. */
void
kq_check_suits_scene (KqCheck  *check,
                      KqObject *coupon,
                      KqObject *object,
                      guint     scene_field,
                      gboolean  returning_only)
{
  int scene = kq_object_get_choice (object, scene_field);
  int purpose = kq_object_get_choice (coupon, KQ_COUPON_PURPOSE);
  gboolean is_exclusive = purpose == KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE ||
                          (purpose == KQ_PURPOSE_MEMBER_EXCLUSIVE && !returning_only);
  g_autofree char *name = NULL;

  if (!is_exclusive || !is_before_membership (scene))
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, object, scene_field,
                  g_strdup_printf (_("Coupon %s is for members, and doesn't fit the scene “%s”: "
                                     "who buys there is often no member yet and can't claim it; "
                                     "send a push coupon instead"), name,
                                   kq_field_get_word_label (kq_object_get_field (object,
                                                                                 scene_field),
                                                            scene)));
}
