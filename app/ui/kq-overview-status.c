/* kq-overview-status.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-overview-status.h"

#include <glib/gi18n-lib.h>

#include "kq-dates.h"
#include "kq-describe.h"
#include "kq-exposure.h"
#include "kq-indicator.h"
#include "kq-list.h"
#include "kq-overview-progress.h"
#include "kq-overview-rows.h"
#include "kq-section-list.h"
#include "kq-shop.h"

/* How many dates are shown: the next ones */
#define MAX_DATES 5

/**
 * KqOverviewStatus:
 *
 * Made anew when the campaign or its findings have changed and it is in sight,
 * once when all else is done.
 */
struct _KqOverviewStatus {
  AdwBin        parent_instance;

  KqDocument   *document; /* (owned) (nullable) */
  GSignalGroup *changes;  /* (owned): of the campaign */
  GSignalGroup *found;    /* (owned): of the document's findings */
  guint         update_id;

  GtkBox       *box;
};

G_DEFINE_FINAL_TYPE (KqOverviewStatus, kq_overview_status, ADW_TYPE_BIN)

static KqObject *
get_campaign (KqOverviewStatus *self)
{
  return KQ_OBJECT (kq_document_get_campaign (self->document));
}

/* Findings by section */

static guint *
count_findings (KqOverviewStatus *self)
{
  KqFindingList *findings = kq_document_get_findings (self->document);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (findings));
  guint *counts = g_new0 (guint, (kq_section_list_get_length () + 1) * KQ_N_SEVERITIES);

  for (guint i = 0; i < n; i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);
      guint section = kq_section_list_find_list (kq_finding_get_pointer (finding));

      counts[section * KQ_N_SEVERITIES + kq_finding_get_severity (finding)]++;
    }

  return counts;
}

static gboolean
add_section_row (AdwPreferencesGroup *group,
                 guint                section,
                 const guint         *counts)
{
  g_autoptr (GTypeClass) klass = NULL;
  const char *title = _("The campaign as a whole");
  const char *name = "checks";
  g_autoptr (GString) words = g_string_new (NULL);
  AdwActionRow *row;

  if (counts[0] + counts[1] + counts[2] == 0)
    return FALSE;
  if (section < kq_section_list_get_length ())
    {
      klass = (GTypeClass *) kq_section_list_ref_class (section);
      title = _(KQ_SECTION_CLASS (klass)->title);
      name = KQ_SECTION_CLASS (klass)->name;
    }

  for (int i = KQ_N_SEVERITIES - 1; i >= 0; i--)
    if (counts[i] > 0)
      {
        g_autofree char *found = kq_indicator_describe (i, counts[i]);

        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", found);
      }
  row = kq_overview_add_row (group, title, words->str, name);
  for (int i = KQ_N_SEVERITIES - 1; i >= 0; i--)
    {
      GtkWidget *indicator = kq_indicator_new ();

      kq_indicator_set (KQ_INDICATOR (indicator), i, counts[i]);
      adw_action_row_add_suffix (row, indicator);
    }

  return TRUE;
}

static void
add_findings (KqOverviewStatus *self)
{
  AdwPreferencesGroup *group = kq_overview_add_group (self->box, _("Findings"));
  g_autofree guint *counts = count_findings (self);
  gboolean any = FALSE;

  for (guint i = 0; i <= kq_section_list_get_length (); i++)
    any |= add_section_row (group, i, &counts[i * KQ_N_SEVERITIES]);
  if (!any)
    kq_overview_add_row (group, _("Nothing found"), _("The platforms have nothing to object to."),
                         NULL);
}

/* Money */

static AdwActionRow *
add_money_row (KqOverviewStatus    *self,
               AdwPreferencesGroup *group,
               const char          *title,
               const char          *subtitle,
               gint64               fen)
{
  g_autofree char *text =
    kq_exposure_describe (fen, kq_object_get_text (get_campaign (self), KQ_CAMPAIGN_CURRENCY));
  AdwActionRow *row = kq_overview_add_row (group, title, subtitle, NULL);

  kq_overview_add_label (row, text);

  return row;
}

static void
add_money (KqOverviewStatus *self)
{
  AdwPreferencesGroup *group = kq_overview_add_group (self->box, _("Money at stake"));
  g_autoptr (KqExposure) exposure = kq_exposure_compute (KQ_CAMPAIGN (get_campaign (self)));
  gint64 budget = kq_object_get_int (get_campaign (self), KQ_CAMPAIGN_BUDGET);
  g_autofree char *of_budget = NULL;
  AdwActionRow *most;

  if (budget > 0 && exposure->max != KQ_EXPOSURE_UNBOUNDED)
    /* Translators: how much of the budget the worst case would cost */
    of_budget = g_strdup_printf (_("%.0f %% of the budget"), 100.0 * exposure->max / budget);
  most = add_money_row (self, group, _("At most"), of_budget, exposure->max);
  if (of_budget != NULL)
    kq_overview_add_bar (most, (double) exposure->max / budget, _("Share of the budget"));
  add_money_row (self, group, _("Expected"), _("By the claim rate and the use rate"),
                 exposure->expected);
  if (budget > 0)
    add_money_row (self, group, _("Budget"), NULL, budget);
}

/* Dates */

static char *
describe_date (const KqDate *date)
{
  g_autofree char *name = NULL;

  switch (date->kind)
    {
    case KQ_DATE_REVIEW:
      return g_strdup (_("Applications for the member tab are reviewed"));
    case KQ_DATE_DRAFT:
      return g_strdup (_("The platform drops the draft of the member center"));
    case KQ_DATE_COUPON:
      name = kq_object_describe_name (date->object);
      /* Translators: %s is a coupon */
      return g_strdup_printf (_("“%s” ends, and a page or message carries it"), name);
    default:
      g_assert_not_reached ();
    }
}

static void
add_dates (KqOverviewStatus *self)
{
  GTimeZone *zone = kq_document_get_zone (self->document);
  g_autoptr (GArray) dates = kq_dates_compute (kq_document_get_campaign (self->document),
                                               kq_document_get_profiles (self->document),
                                               kq_time_now (zone), zone);
  AdwPreferencesGroup *group;

  if (dates->len == 0)
    return;

  group = kq_overview_add_group (self->box, _("Next dates"));
  for (guint i = 0; i < MIN (dates->len, MAX_DATES); i++)
    {
      const KqDate *date = &g_array_index (dates, KqDate, i);
      g_autoptr (GDateTime) moment = kq_time_to_date_time (date->time, zone);
      g_autofree char *title = describe_date (date);
      g_autofree char *when = g_date_time_format (moment, C_("day and clock time", "%-d %b %H:%M"));

      kq_overview_add_label (kq_overview_add_row (group, title, NULL,
                                                  date->kind == KQ_DATE_COUPON ? "coupons" : "center"), when);
    }
}

static void
add_platforms (KqOverviewStatus *self)
{
  AdwPreferencesGroup *group = kq_overview_add_group (self->box, _("Platforms"));
  KqList *shops = kq_object_get_list (get_campaign (self), KQ_CAMPAIGN_SHOPS);

  for (guint i = 0; i < kq_list_get_length (shops); i++)
    {
      KqObject *shop = kq_list_get (shops, i);
      int platform = kq_object_get_choice (shop, KQ_SHOP_PLATFORM);
      g_autofree char *set_up = kq_overview_describe_shop (shop);
      AdwActionRow *row;

      row = kq_overview_add_row (group,
                                 platform >= 0
                                   ? kq_object_get_word_label (shop, KQ_SHOP_PLATFORM, platform)
                                   : kq_object_get_word (shop, KQ_SHOP_PLATFORM),
                                 kq_object_get_text (shop, KQ_SHOP_NAME), "shops");
      kq_overview_add_label (row, set_up);
    }
  if (kq_list_get_length (shops) == 0)
    kq_overview_add_row (group, _("No shop yet"),
                         _("Add a shop for each platform that the campaign runs on."), "shops");
}

static void
update (KqOverviewStatus *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (self->document == NULL)
    return;

  kq_overview_add_period (self->box, self->document);
  add_findings (self);
  add_money (self);
  add_dates (self);
  add_platforms (self);
  kq_overview_add_setup (self->box, self->document);
}

static gboolean
on_idle (gpointer data)
{
  KqOverviewStatus *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* What isn't in sight is made when it is. */
static void
queue_update (KqOverviewStatus *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
kq_overview_status_dispose (GObject *object)
{
  KqOverviewStatus *self = KQ_OVERVIEW_STATUS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->changes);
  g_clear_object (&self->found);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (kq_overview_status_parent_class)->dispose (object);
}

static void
kq_overview_status_class_init (KqOverviewStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_overview_status_dispose;
}

static void
kq_overview_status_init (KqOverviewStatus *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));

  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (queue_update), self);
  self->found = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->found, "items-changed", G_CALLBACK (queue_update), self);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
}

/**
 * kq_overview_status_new:
 *
 * Returns: (transfer floating): the status of no document yet
 */
GtkWidget *
kq_overview_status_new (void)
{
  return g_object_new (KQ_TYPE_OVERVIEW_STATUS, NULL);
}

/**
 * kq_overview_status_set_document:
 * @self: a status
 * @document: (nullable): whose
 *
 * Shows another document.
 */
void
kq_overview_status_set_document (KqOverviewStatus *self,
                                 KqDocument       *document)
{
  g_return_if_fail (KQ_IS_OVERVIEW_STATUS (self));

  g_set_object (&self->document, document);
  g_signal_group_set_target (self->changes,
                             document != NULL ? kq_document_get_campaign (document) : NULL);
  g_signal_group_set_target (self->found,
                             document != NULL ? kq_document_get_findings (document) : NULL);
  queue_update (self);
}
