/* kq-report.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-report.h"

#include <glib/gi18n-lib.h>

#include "kq-report-private.h"

static void
add_pair_money (KqWorkbook *book,
                const char *label,
                gint64      fen)
{
  kq_workbook_add_text (book, label);
  kq_report_add_money (book, fen);
  kq_workbook_end_row (book);
}

static void
add_pair_text (KqWorkbook *book,
               const char *label,
               const char *text)
{
  kq_workbook_add_text (book, label);
  kq_workbook_add_text (book, text);
  kq_workbook_end_row (book);
}

static void
add_pair_permille (KqWorkbook *book,
                   const char *label,
                   gint64      permille)
{
  kq_workbook_add_text (book, label);
  if (permille == KQ_INT_NONE)
    kq_workbook_add_nothing (book);
  else
    kq_workbook_add_permille (book, permille);
  kq_workbook_end_row (book);
}

static void
add_figures (KqReport *self)
{
  KqFunnel funnel = kq_funnel_compute (self->numbers, self->source->campaign, &self->all);

  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (funnel.sums.known & 1 << i)
      {
        kq_workbook_add_text (self->book, kq_measure_get_label (i));
        kq_report_add_measure (self->book, i, funnel.sums.values[i]);
        kq_workbook_end_row (self->book);
      }
  add_pair_permille (self->book, _("Claim rate"), funnel.claim_rate);
  add_pair_permille (self->book, _("Use rate"), funnel.use_rate);
  add_pair_permille (self->book, _("Return on cost"), funnel.return_on_cost);
  if (funnel.average_order != KQ_INT_NONE)
    add_pair_money (self->book, _("Average order value"), funnel.average_order);
}

static void
add_overview (KqReport *self)
{
  KqObject *campaign = KQ_OBJECT (self->source->campaign);
  const char * const header[] = { _("Campaign"), kq_object_get_text (campaign, KQ_CAMPAIGN_NAME),
                                  NULL };
  g_autofree char *period = kq_period_describe (kq_object_get_time (campaign, KQ_CAMPAIGN_START),
                                                kq_object_get_time (campaign, KQ_CAMPAIGN_END),
                                                self->zone);

  kq_workbook_begin_sheet (self->book, _("Overview"), header);
  add_pair_text (self->book, _("Period"), period != NULL ? period : "");
  add_pair_text (self->book, _("Notes"), kq_object_get_text (campaign, KQ_CAMPAIGN_NOTES));
  if (kq_object_get_int (campaign, KQ_CAMPAIGN_BUDGET) != 0)
    add_pair_money (self->book, _("Budget"), kq_object_get_int (campaign, KQ_CAMPAIGN_BUDGET));
  add_pair_money (self->book, _("Cost at most"), self->exposure->max);
  add_pair_money (self->book, _("Cost expected"), self->exposure->expected);
  add_figures (self);
}

static void
add_checks (KqReport *self)
{
  g_autoptr (KqChecker) checker = kq_checker_new (self->source->campaign, self->source->profiles,
                                                  self->source->assets);
  KqFindingList *findings = kq_checker_get_findings (checker);
  const char * const header[] = { _("Severity"), _("Rule"), _("Object"), _("Finding"), _("Source"),
                                  NULL };

  kq_checker_run (checker);
  kq_workbook_begin_sheet (self->book, _("Checks"), header);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);
      g_autofree char *name = kq_report_dup_name (kq_finding_get_object (finding));

      kq_workbook_add_text (self->book, kq_severity_get_word (kq_finding_get_severity (finding)));
      kq_workbook_add_text (self->book, kq_finding_get_rule (finding));
      kq_workbook_add_text (self->book, name);
      kq_workbook_add_text (self->book, kq_finding_get_message (finding));
      kq_workbook_add_text (self->book, kq_finding_get_source (finding));
      kq_workbook_end_row (self->book);
    }
}

static void
add_exposure (KqReport *self)
{
  const char * const header[] = { _("Kind"), _("Name"), _("Quantity"), _("Cost at most"),
                                  _("Cost expected"), NULL };

  kq_workbook_begin_sheet (self->book, _("Exposure"), header);
  for (guint i = 0; i < self->exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (self->exposure->items, KqExposureItem, i);
      g_autofree char *name = kq_report_dup_name (item->object);

      kq_workbook_add_text (self->book, kq_object_get_label (item->object));
      kq_workbook_add_text (self->book, name);
      kq_workbook_add_count (self->book, item->quantity);
      kq_report_add_money (self->book, item->max);
      kq_report_add_money (self->book, item->expected);
      kq_workbook_end_row (self->book);
    }
}

static const char *
judge (KqPriceFlags flags)
{
  if (flags & KQ_PRICE_BELOW_COST)
    return flags & KQ_PRICE_BELOW_FLOOR ? _("below cost and below the platform’s floor")
                                        : _("below cost");

  return flags & KQ_PRICE_BELOW_FLOOR ? _("below the platform’s floor") : "";
}

static void
add_price (KqReport           *self,
           const KqPriceCheck *check)
{
  const KqPrice *price = &check->price;
  g_autofree char *product = kq_report_dup_name (price->product);
  g_autofree char *level = kq_report_dup_name (price->level);

  kq_workbook_add_text (self->book, kq_profiles_get_title (self->source->profiles, price->platform));
  kq_workbook_add_text (self->book, product);
  kq_workbook_add_text (self->book, level);
  kq_report_add_money (self->book, price->price);
  kq_report_add_money (self->book, price->lowest);
  kq_report_add_money (self->book, price->counted);
  kq_report_add_money (self->book, check->margin);
  kq_workbook_add_text (self->book, judge (check->flags));
  kq_workbook_end_row (self->book);
}

static void
add_prices (KqReport *self)
{
  g_autoptr (GArray) checks = kq_price_checks_compute (self->source->campaign,
                                                       self->source->profiles);
  const char * const header[] = { _("Platform"), _("Product"), _("Level"), _("Price"),
                                  _("Lowest price"), _("Lowest transaction price"), _("Margin"),
                                  _("Remark"), NULL };

  kq_workbook_begin_sheet (self->book, _("Lowest prices"), header);
  for (guint i = 0; i < checks->len; i++)
    add_price (self, &g_array_index (checks, KqPriceCheck, i));
}

static void
report_init (KqReport             *self,
             const KqReportSource *source,
             KqWorkbook           *book)
{
  self->source = source;
  self->book = book;
  self->zone = kq_campaign_dup_zone (source->campaign);
  self->exposure = kq_exposure_compute (source->campaign);
  self->numbers = kq_numbers_new (source->facts, source->campaign);
  kq_numbers_get_span (self->numbers, &self->all);
}

static void
report_clear (KqReport *self)
{
  g_time_zone_unref (self->zone);
  kq_exposure_free (self->exposure);
  kq_numbers_unref (self->numbers);
}

/**
 * kq_report_make_workbook:
 * @source: what it is made of
 * @error: return location for an error
 *
 * A campaign's plan, checks, exposure and prices, and the tables of its figures,
 * as an XLSX file in the user's language.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kq_report_make_workbook (const KqReportSource  *source,
                         GError               **error)
{
  g_autoptr (KqWorkbook) book = NULL;
  KqObject *campaign;
  KqReport report = { 0 };

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (source->campaign), NULL);

  campaign = KQ_OBJECT (source->campaign);
  book = kq_workbook_new (kq_object_get_text (campaign, KQ_CAMPAIGN_NAME),
                          kq_object_get_text (campaign, KQ_CAMPAIGN_CURRENCY), error);
  if (book == NULL)
    return NULL;

  report_init (&report, source, book);
  add_overview (&report);
  add_checks (&report);
  add_exposure (&report);
  add_prices (&report);
  kq_report_add_days (&report);
  kq_report_add_objects (&report);
  kq_report_add_hours (&report);
  report_clear (&report);

  return kq_workbook_finish (book, error);
}
