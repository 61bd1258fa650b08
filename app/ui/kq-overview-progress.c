/* kq-overview-progress.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-overview-progress.h"

#include <glib/gi18n-lib.h>

#include "kq-describe.h"
#include "kq-list.h"
#include "kq-overview-rows.h"
#include "kq-setup-step.h"
#include "kq-shop.h"

/* From the day of one moment to that of another */
static int
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate first, last;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, g_date_time_get_day_of_month (from), g_date_time_get_month (from),
                  g_date_time_get_year (from));
  g_date_set_dmy (&last, g_date_time_get_day_of_month (to), g_date_time_get_month (to),
                  g_date_time_get_year (to));

  return g_date_days_between (&first, &last);
}

static char *
describe_progress (KqTime     start,
                   KqTime     end,
                   GTimeZone *zone)
{
  KqTime now = kq_time_now (zone);
  g_autoptr (GDateTime) first = kq_time_to_date_time (start, zone);
  g_autoptr (GDateTime) last = kq_time_to_date_time (end, zone);
  g_autoptr (GDateTime) today = kq_time_to_date_time (now, zone);
  int n_days = count_days (first, last) + 1;

  if (kq_time_compare (now, start) < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day, begins in %d days",
                                         "%d days, begins in %d days", n_days),
                            n_days, count_days (today, first));
  if (kq_time_compare (now, end) <= 0)
    return g_strdup_printf (_("Day %d of %d"), count_days (first, today) + 1, n_days);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day, over", "%d days, over", n_days), n_days);
}

/* Says when the campaign is, and how far that is away. */
void
kq_overview_add_period (GtkBox     *box,
                        KqDocument *document)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  KqTime start = kq_object_get_time (campaign, KQ_CAMPAIGN_START);
  KqTime end = kq_object_get_time (campaign, KQ_CAMPAIGN_END);
  AdwPreferencesGroup *group = kq_overview_add_group (box, _("Period"));
  g_autofree char *period = NULL;
  g_autofree char *progress = NULL;

  if (!kq_time_is_set (start) || !kq_time_is_set (end) || kq_time_compare (start, end) > 0)
    {
      kq_overview_add_row (group, _("No period yet"), _("Say below when the campaign begins and ends."),
                           NULL);
      return;
    }

  period = kq_period_describe (start, end, kq_document_get_zone (document));
  progress = describe_progress (start, end, kq_document_get_zone (document));
  kq_overview_add_row (group, period, progress, NULL);
}

/* Says how many steps of the set-up sheet are done, where any were begun. */
void
kq_overview_add_setup (GtkBox     *box,
                       KqDocument *document)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  KqList *steps = kq_object_get_list (campaign, KQ_CAMPAIGN_SETUP);
  guint n_steps = kq_list_get_length (steps);
  guint n_done = 0;
  g_autofree char *done = NULL;
  AdwActionRow *row;

  if (n_steps == 0)
    return;

  for (guint i = 0; i < n_steps; i++)
    n_done += kq_object_get_bool (kq_list_get (steps, i), KQ_SETUP_STEP_DONE);
  done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u step done", "%u of %u steps done",
                                       n_steps),
                          n_done, n_steps);
  row = kq_overview_add_row (kq_overview_add_group (box, _("Set-up sheet")), done, NULL, NULL);
  kq_overview_add_bar (row, (double) n_done / n_steps, _("Steps done"));
}

/**
 * kq_overview_describe_shop:
 * @shop: a shop
 *
 * Returns: (transfer full): how much is set up on its platform
 */
char *
kq_overview_describe_shop (KqObject *shop)
{
  guint n_done = 0;

  for (guint i = KQ_SHOP_MEMBER_CARD; i <= KQ_SHOP_AFTER_SALE; i++)
    n_done += kq_object_get_bool (shop, i);

  /* Translators: how many of five things are set up on a platform */
  return g_strdup_printf (_("%u of %u set up"), n_done,
                          KQ_SHOP_AFTER_SALE - KQ_SHOP_MEMBER_CARD + 1);
}
