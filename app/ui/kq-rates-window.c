/* kq-rates-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-rates-window.h"

#include <glib/gi18n-lib.h>

#include "kq-chart-series.h"
#include "kq-past-rates.h"

/**
 * KqRatesWindow:
 *
 * The campaigns of which platforms told something, each with its rates; the one
 * that is chosen gives them to the document, in a step that can be undone.
 */
struct _KqRatesWindow {
  KqToolWindow         parent_instance;

  KqDocument          *document;  /* (owned) (nullable) */
  AdwPreferencesGroup *group;
  GtkWidget           *waiting;   /* (nullable): until all are found */
};

G_DEFINE_FINAL_TYPE (KqRatesWindow, kq_rates_window, KQ_TYPE_TOOL_WINDOW)

typedef struct {
  KqRatesWindow *window;
  gint64         claim_rate;
  gint64         use_rate;
} Choice;

static void
set_rate (KqObject *campaign,
          guint     field,
          gint64    rate)
{
  if (rate != KQ_INT_NONE)
    kq_object_set_int (campaign, field, CLAMP (rate, 0, 1000));
}

static void
on_chosen (AdwActionRow *row,
           Choice       *choice)
{
  KqDocument *document = choice->window->document;
  KqHistory *history = kq_document_get_history (document);
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));

  kq_history_begin (history, _("take rates from figures"));
  set_rate (campaign, KQ_CAMPAIGN_CLAIM_RATE, choice->claim_rate);
  set_rate (campaign, KQ_CAMPAIGN_USE_RATE, choice->use_rate);
  kq_history_end (history);
  gtk_window_close (GTK_WINDOW (choice->window));
}

static void
free_choice (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static char *
describe_rates (const KqPastRates *rates)
{
  g_autofree char *claim = kq_chart_unit_format (KQ_CHART_UNIT_RATE, rates->claim_rate, "");
  g_autofree char *use = kq_chart_unit_format (KQ_CHART_UNIT_RATE, rates->use_rate, "");

  /* Translators: the share of coupons that were claimed, and of claims that were used */
  return g_strdup_printf (_("claimed %s · used %s"), claim, use);
}

static void
add_row (KqRatesWindow     *self,
         const char        *title,
         const char        *subtitle,
         const KqPastRates *rates)
{
  GtkWidget *row = adw_action_row_new ();
  Choice *choice;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->group, row);
  if (rates == NULL)
    return;

  choice = g_new0 (Choice, 1);
  choice->window = self;
  choice->claim_rate = rates->claim_rate;
  choice->use_rate = rates->use_rate;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (on_chosen), choice, free_choice, 0);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqRatesWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = kq_past_rates_load_finish (KQ_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  adw_preferences_group_remove (self->group, self->waiting);
  self->waiting = NULL;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const KqPastRates *rates = g_ptr_array_index (all, i);
      g_autofree char *words = describe_rates (rates);

      add_row (self, *rates->name != '\0' ? rates->name : _("Unnamed Campaign"), words, rates);
    }
  if (all == NULL)
    add_row (self, _("The figures can’t be read"), error->message, NULL);
  else if (all->len == 0)
    add_row (self, _("No figures yet"),
             _("Import what the platforms tell after a launch on the page “Numbers”."), NULL);
}

static void
kq_rates_window_dispose (GObject *object)
{
  g_clear_object (&KQ_RATES_WINDOW (object)->document);

  G_OBJECT_CLASS (kq_rates_window_parent_class)->dispose (object);
}

static void
kq_rates_window_class_init (KqRatesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_rates_window_dispose;
}

static void
kq_rates_window_init (KqRatesWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Rates from Experience"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 480);
  self->group = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), NULL);
  adw_preferences_group_set_description (self->group,
    _("How many of the coupons were claimed, and how many of these used. The rates of the campaign "
      "that you choose are taken over."));
  self->waiting = gtk_spinner_new ();
  gtk_spinner_start (GTK_SPINNER (self->waiting));
  gtk_widget_set_margin_top (self->waiting, 24);
  adw_preferences_group_add (self->group, self->waiting);
}

/**
 * kq_rates_window_new:
 * @document: whose rates are to be set
 *
 * Returns: (transfer floating): a window that looks for rates
 */
GtkWidget *
kq_rates_window_new (KqDocument *document)
{
  KqLibrary *library;
  KqRatesWindow *self;

  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);

  self = g_object_new (KQ_TYPE_RATES_WINDOW, NULL);
  self->document = g_object_ref (document);
  library = kq_document_get_library (document);
  if (library != NULL)
    {
      kq_past_rates_load_async (library, kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)),
                                on_loaded, g_object_ref (self));
      return GTK_WIDGET (self);
    }

  adw_preferences_group_remove (self->group, self->waiting);
  self->waiting = NULL;
  add_row (self, _("No library"), _("Figures are kept in the library, and there is none."), NULL);

  return GTK_WIDGET (self);
}
