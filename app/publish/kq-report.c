/* kq-report.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-report.h"

#include <glib/gi18n-lib.h>

#include "kq-paper-book.h"
#include "kq-report-private.h"
#include "kq-words.h"
#include "kq-workbook.h"

static void
add_pair_money (KqBook     *book,
                const char *label,
                gint64      fen)
{
  kq_book_add_text (book, label);
  kq_report_add_money (book, fen);
  kq_book_end_row (book);
}

static void
add_pair_text (KqBook     *book,
               const char *label,
               const char *text)
{
  kq_book_add_text (book, label);
  kq_book_add_text (book, text);
  kq_book_end_row (book);
}

static void
add_pair_permille (KqBook     *book,
                   const char *label,
                   gint64      permille)
{
  kq_book_add_text (book, label);
  if (permille == KQ_INT_NONE)
    kq_book_add_nothing (book);
  else
    kq_book_add_permille (book, permille);
  kq_book_end_row (book);
}

static void
add_figures (KqReport *self)
{
  KqFunnel funnel = kq_funnel_compute (self->numbers, self->source->campaign, &self->all);

  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (funnel.sums.known & 1 << i)
      {
        kq_book_add_text (self->book, kq_measure_get_label (i));
        kq_report_add_measure (self->book, i, funnel.sums.values[i]);
        kq_book_end_row (self->book);
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

  kq_book_begin_sheet (self->book, _("Overview"), header);
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
  kq_book_begin_sheet (self->book, _("Checks"), header);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);
      g_autofree char *name = kq_report_dup_name (kq_finding_get_object (finding));

      kq_book_add_text (self->book, kq_severity_get_label (kq_finding_get_severity (finding)));
      kq_book_add_text (self->book, kq_finding_get_rule (finding));
      kq_book_add_text (self->book, name);
      kq_book_add_text (self->book, kq_finding_get_message (finding));
      kq_book_add_text (self->book, kq_finding_get_source (finding));
      kq_book_end_row (self->book);
    }
}

static void
add_exposure_item (KqReport             *self,
                   const KqExposureItem *item)
{
  g_autofree char *name = kq_report_dup_name (item->object);

  kq_book_add_text (self->book, kq_object_get_label (item->object));
  kq_book_add_text (self->book, name);
  kq_book_add_count (self->book, item->quantity);
  kq_report_add_money (self->book, item->max);
  kq_report_add_money (self->book, item->expected);
  kq_book_end_row (self->book);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const KqExposureItem *first = a, *second = b;

  return first->max > second->max ? -1 : first->max < second->max;
}

/* Unbounded ones first, which have no bar */
static void
add_most_expensive (KqReport           *self,
                    const char * const *header)
{
  g_autoptr (GArray) items = g_array_copy (self->exposure->items);
  static const guint costs[] = { 3 };

  if (items->len == 0)
    return;

  g_array_sort (items, compare_items);
  kq_book_begin_sheet (self->book, _("What costs the most"), header);
  for (guint i = 0; i < MIN (items->len, KQ_REPORT_MAX_BARS); i++)
    add_exposure_item (self, &g_array_index (items, KqExposureItem, i));
  kq_book_add_chart (self->book, KQ_BOOK_CHART_BARS, _("Cost at most"), 1, costs,
                     G_N_ELEMENTS (costs));
}

static void
add_exposure (KqReport *self)
{
  const char * const header[] = { _("Kind"), _("Name"), _("Quantity"), _("Cost at most"),
                                  _("Cost expected"), NULL };

  add_most_expensive (self, header);
  kq_book_begin_sheet (self->book, _("Exposure"), header);
  for (guint i = 0; i < self->exposure->items->len; i++)
    add_exposure_item (self, &g_array_index (self->exposure->items, KqExposureItem, i));
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

  kq_book_add_text (self->book, _(kq_platform_words[price->platform].label));
  kq_book_add_text (self->book, product);
  kq_book_add_text (self->book, level);
  kq_report_add_money (self->book, price->price);
  kq_report_add_money (self->book, price->lowest);
  kq_report_add_money (self->book, price->counted);
  kq_report_add_money (self->book, check->margin);
  kq_book_add_text (self->book, judge (check->flags));
  kq_book_end_row (self->book);
}

static void
add_prices (KqReport *self)
{
  g_autoptr (GArray) checks = kq_price_checks_compute (self->source->campaign,
                                                       self->source->profiles);
  const char * const header[] = { _("Platform"), _("Product"), _("Level"), _("Price"),
                                  _("Lowest price"), _("Lowest transaction price"), _("Margin"),
                                  _("Remark"), NULL };

  kq_book_begin_sheet (self->book, _("Lowest prices"), header);
  for (guint i = 0; i < checks->len; i++)
    add_price (self, &g_array_index (checks, KqPriceCheck, i));
}

static void
report_init (KqReport             *self,
             const KqReportSource *source,
             KqBook               *book)
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

/* Into a book, which is finished then */
static GBytes *
write_report (const KqReportSource  *source,
              KqBook                *book,
              GError               **error)
{
  KqReport report = { 0 };

  report_init (&report, source, book);
  add_overview (&report);
  kq_report_add_plan (&report);
  add_checks (&report);
  add_exposure (&report);
  add_prices (&report);
  kq_report_add_days (&report);
  kq_report_add_objects (&report);
  kq_report_add_hours (&report);
  report_clear (&report);

  return kq_book_finish (book, error);
}

/**
 * kq_report_make:
 * @source: what it is made of
 * @format: what kind of file
 * @error: return location for an error
 *
 * A campaign's plan, checks, exposure and prices, and the tables of its figures,
 * with charts, in the user's language. On paper, tables end after 500 rows.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with an error of
 *   #GIOErrorEnum or #GFileError
 */
GBytes *
kq_report_make (const KqReportSource  *source,
                KqReportFormat         format,
                GError               **error)
{
  g_autoptr (KqBook) book = NULL;
  const char *name, *currency;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (source->campaign), NULL);

  name = kq_object_get_text (KQ_OBJECT (source->campaign), KQ_CAMPAIGN_NAME);
  currency = kq_object_get_text (KQ_OBJECT (source->campaign), KQ_CAMPAIGN_CURRENCY);
  book = format == KQ_REPORT_PDF ? kq_paper_book_new (name, currency)
                                 : kq_workbook_new (name, currency, error);

  return book != NULL ? write_report (source, book, error) : NULL;
}
