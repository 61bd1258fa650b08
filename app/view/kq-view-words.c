/* kq-view-words.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-level.h"
#include "kq-view-private.h"

/* Texts of the phone. */

static const char * const status_labels[] = {
  [KQ_VIEW_STATUS_PLAIN] = "",
  [KQ_VIEW_STATUS_CLAIMABLE] = NC_("button on a coupon", "Claim"),
  [KQ_VIEW_STATUS_CLAIMED] = NC_("button on a coupon", "Claimed"),
  [KQ_VIEW_STATUS_NOT_YET] = NC_("button on a coupon", "Soon"),
  [KQ_VIEW_STATUS_HIGHER_LEVEL] = NC_("button on a coupon", "Other level"),
  [KQ_VIEW_STATUS_USED_UP] = NC_("button on a coupon", "Used up"),
  [KQ_VIEW_STATUS_OVER] = NC_("button on a coupon", "Ended"),
  [KQ_VIEW_STATUS_HIDDEN] = NC_("button on a coupon", "Hidden"),
};

/**
 * kq_view_status_label:
 * @status: a status
 *
 * Returns: (transfer none): the words on a button, in the user's language
 */
const char *
kq_view_status_label (KqViewStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_labels), NULL);

  if (*status_labels[status] == '\0')
    return "";

  return g_dpgettext2 (GETTEXT_PACKAGE, "button on a coupon", status_labels[status]);
}

/**
 * kq_platform_get_label:
 * @platform: a platform
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
kq_platform_get_label (KqPlatform platform)
{
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, NULL);

  return _(kq_platform_words[platform].label);
}

/* At most @max_chars of @text: a file may hold 256 KiB of it. */
char *
kq_view_short_text (const char *text,
                    gsize       max_chars)
{
  const char *end = text;

  for (gsize n = 0; *end != '\0' && n < max_chars; n++)
    end = g_utf8_next_char (end);

  return g_strndup (text, end - text);
}

/* 1970-01-01, as GDate counts days */
#define EPOCH_DAY 719163
#define MAX_DAY G_GINT64_CONSTANT (3652059)

/* “11-08”, with a year where it isn't the moment's. Plain arithmetic, for a
 * page may have hundreds of dates. */
char *
kq_viewer_day (KqViewer *self,
               KqTime    time)
{
  gint64 seconds, day;
  GDate date;

  if (!kq_time_is_set (time))
    return g_strdup ("");

  seconds = time.seconds +
            g_time_zone_get_offset (self->zone, g_time_zone_find_interval (self->zone,
                                                                           G_TIME_TYPE_UNIVERSAL,
                                                                           time.seconds));
  day = EPOCH_DAY + seconds / KQ_SECONDS_PER_DAY - (seconds % KQ_SECONDS_PER_DAY < 0);
  if (day < 1 || day > MAX_DAY)
    return g_strdup ("");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (g_date_get_year (&date) != self->year)
    return g_strdup_printf ("%d-%02d-%02d", g_date_get_year (&date),
                            g_date_get_month (&date), g_date_get_day (&date));

  return g_strdup_printf ("%02d-%02d", g_date_get_month (&date), g_date_get_day (&date));
}

char *
kq_viewer_period (KqViewer *self,
                  KqTime    start,
                  KqTime    end)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!kq_time_is_set (start) && !kq_time_is_set (end))
    return NULL;

  from = kq_viewer_day (self, start);
  to = kq_viewer_day (self, end);
  if (*to == '\0')
    /* Translators: a date */
    return g_strdup_printf (_("From %s"), from);
  if (*from == '\0')
    /* Translators: a date */
    return g_strdup_printf (_("Until %s"), to);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);

  return g_strdup_printf ("%s – %s", from, to);
}

char *
kq_viewer_money (KqViewer *self,
                 gint64    fen)
{
  return kq_money_format_short (fen, self->currency);
}

/* A buyer pays @percent of the price: “15% off”, or “8.5折”. */
char *
kq_viewer_percent (int percent)
{
  /* Translators: how a discount is said. Leave “off” where 85 % of the price
   * is “15% off”; write “tenths” where it is “8.5折”. */
  const char *style = C_("style of percent", "off");

  if (!g_str_equal (style, "tenths"))
    return g_strdup_printf (_("%d%% off"), 100 - percent);
  if (percent % 10 == 0)
    return g_strdup_printf ("%d折", percent / 10);

  return g_strdup_printf ("%d.%d折", percent / 10, percent % 10);
}

/* “VIP 2, VIP 3”: the levels of this platform among @ids */
char *
kq_viewer_level_names (KqViewer           *self,
                       const char * const *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->levels->len; i++)
    {
      KqObject *level = self->levels->pdata[i];
      g_autofree char *name = NULL;

      if (!g_strv_contains (ids, kq_object_get_id (level)))
        continue;
      name = kq_view_short_text (kq_object_get_text (level, KQ_LEVEL_NAME), KQ_VIEW_MAX_NAME);
      if (names->len > 0)
        g_string_append (names, C_("between names of a list", ", "));
      g_string_append (names, name);
    }

  return g_string_free (names, FALSE);
}

/* What a buyer must have done for a level, or %NULL where nothing. */
char *
kq_viewer_level_condition (KqViewer *self,
                           KqObject *level)
{
  gint64 spend = kq_object_get_int (level, KQ_LEVEL_MIN_SPEND);
  gint64 orders = kq_object_get_int (level, KQ_LEVEL_MIN_ORDERS);
  g_autofree char *money = kq_viewer_money (self, spend);
  g_autofree char *count = kq_count_format (orders);
  g_autofree char *spent = NULL;
  g_autofree char *ordered = NULL;

  if (spend > 0)
    /* Translators: an amount of money */
    spent = g_strdup_printf (_("%s spent"), money);
  if (orders > 0)
    ordered = g_strdup_printf (ngettext ("%s order", "%s orders", orders), count);

  return kq_view_join (spent, ordered);
}

/* Two parts of a line, either of which may be missing. */
char *
kq_view_join (const char *first,
              const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);
  if (second == NULL || *second == '\0')
    return g_strdup (first);

  return g_strconcat (first, " · ", second, NULL);
}
