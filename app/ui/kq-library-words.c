/* kq-library-words.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-words.h"

#include <glib/gi18n-lib.h>

#include "kq-describe.h"
#include "kq-words.h"

/**
 * kq_phase_at:
 * @start: the first second of a period, or none
 * @end: its last second, or none
 * @now: a moment, in seconds since 1970
 *
 * Returns: where @now lies to the period
 */
KqPhase
kq_phase_at (KqTime start,
             KqTime end,
             gint64 now)
{
  if (kq_time_is_set (start) && now < start.seconds)
    return KQ_PHASE_COMING;
  if (kq_time_is_set (end) && now > end.seconds)
    return KQ_PHASE_OVER;

  return kq_time_is_set (start) || kq_time_is_set (end) ? KQ_PHASE_RUNNING : KQ_PHASE_OPEN;
}

/**
 * kq_phase_get_label:
 * @phase: a phase
 *
 * Returns: the word for it, translated; "" for %KQ_PHASE_OPEN
 */
const char *
kq_phase_get_label (KqPhase phase)
{
  static const char * const labels[] = {
    NULL, NC_("campaign", "Not started"), NC_("campaign", "Running"), NC_("campaign", "Over"),
  };

  g_return_val_if_fail (phase < G_N_ELEMENTS (labels), "");

  return labels[phase] != NULL ? g_dpgettext2 (NULL, "campaign", labels[phase]) : "";
}

/**
 * kq_moment_describe:
 * @moment: a moment
 * @now: the present, in the same zone
 *
 * As short as it can be understood: the time of today, the day of this year.
 *
 * Returns: (transfer full): the words
 */
char *
kq_moment_describe (GDateTime *moment,
                    GDateTime *now)
{
  g_return_val_if_fail (moment != NULL && now != NULL, NULL);

  if (g_date_time_get_year (moment) != g_date_time_get_year (now))
    return g_date_time_format (moment, C_("day and year", "%-d %b %Y"));
  if (g_date_time_get_day_of_year (moment) != g_date_time_get_day_of_year (now))
    return g_date_time_format (moment, C_("day", "%-d %b"));

  return g_date_time_format (moment, "%H:%M");
}

/**
 * kq_library_item_dup_title:
 * @item: a campaign of the library
 *
 * Returns: (transfer full): its name, or what a campaign without one is called
 */
char *
kq_library_item_dup_title (KqLibraryItem *item)
{
  const char *name;

  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (item), NULL);

  name = kq_library_item_get_name (item);

  return g_strdup (*name != '\0' ? name : _("Untitled campaign"));
}

/**
 * kq_library_item_dup_platforms:
 * @item: a campaign of the library
 *
 * Returns: (transfer full): the platforms that it has shops on, “Douyin · Tmall”
 */
char *
kq_library_item_dup_platforms (KqLibraryItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint platforms;

  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (item), NULL);

  platforms = kq_library_item_get_platforms (item);
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    if ((platforms & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                              _(kq_platform_words[i].label));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kq_library_item_dup_period:
 * @item: a campaign of the library
 *
 * Returns: (transfer full): its period in its own zone, “1–11 Nov”; "" where
 *   it has none
 */
char *
kq_library_item_dup_period (KqLibraryItem *item)
{
  KqTime start, end;
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (item), NULL);

  start = kq_library_item_get_start (item);
  end = kq_library_item_get_end (item);
  if (!kq_time_is_set (start) && !kq_time_is_set (end))
    return g_strdup ("");

  zone = g_time_zone_new_offset ((kq_time_is_set (start) ? start : end).offset * 60);

  return kq_period_describe (start, end, zone);
}
