/* kq-exposure-card.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-exposure-card.h"

#include <glib/gi18n-lib.h>

#include "kq-bar-chart.h"
#include "kq-chart-card.h"
#include "kq-describe.h"
#include "kq-drop-down.h"
#include "kq-money.h"
#include "kq-words.h"

/* As many bars as one compares by eye */
#define MAX_BARS 30

typedef enum {
  GROUP_OBJECTS,
  GROUP_PLATFORMS,
} Group;

/**
 * KqExposureCard:
 *
 * What each coupon, pack and gift may cost, or each platform; at most or as it is
 * expected, the most expensive first. What nothing limits has no bar.
 */
struct _KqExposureCard {
  AdwBin       parent_instance;

  KqBarChart  *chart;
  KqChartCard *card;
  GtkDropDown *groups;
  GtkDropDown *measures;

  GArray      *bars[2];   /* (owned) (element-type Bar): by Group */
};

G_DEFINE_FINAL_TYPE (KqExposureCard, kq_exposure_card, ADW_TYPE_BIN)

typedef struct {
  char   *name;   /* (owned) */
  char   *note;   /* (owned) (nullable) */
  gint64  max;
  gint64  expected;
} Bar;

static void
bar_clear (gpointer data)
{
  Bar *bar = data;

  g_free (bar->name);
  g_free (bar->note);
}

static gboolean
shows_expected (KqExposureCard *self)
{
  return gtk_drop_down_get_selected (self->measures) == 1;
}

/* Those at most, the most first; expected is a share of it, the same for all. */
static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *first = a, *second = b;

  return first->max > second->max ? -1 : first->max < second->max;
}

static void
update_title (KqExposureCard *self,
              guint           n_bars,
              guint           n_unbounded)
{
  g_autofree char *highest = NULL, *without = NULL, *unit = NULL;

  if (n_bars > MAX_BARS)
    highest = g_strdup_printf (_("the %u highest of %u"), MAX_BARS, n_bars);
  if (n_unbounded > 0)
    without = g_strdup_printf (ngettext ("%u without a limit has no bar",
                                         "%u without a limit have no bar", n_unbounded),
                               n_unbounded);
  unit = g_strconcat (highest != NULL ? highest : "",
                      highest != NULL && without != NULL ? " · " : "",
                      without != NULL ? without : "", NULL);
  kq_chart_card_set_title (self->card, _("What costs the most"), unit);
}

static void
update (KqExposureCard *self)
{
  GArray *bars = self->bars[MIN (gtk_drop_down_get_selected (self->groups), GROUP_PLATFORMS)];
  guint n_bars = 0, n_unbounded = 0;

  kq_bar_chart_set_value_title (self->chart, shows_expected (self) ? _("Expected") : _("At most"),
                                KQ_CHART_UNIT_MONEY);
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);

      if (bar->max == KQ_EXPOSURE_UNBOUNDED)
        n_unbounded++;
      else if (n_bars++ < MAX_BARS)
        kq_bar_chart_add (self->chart, bar->name, shows_expected (self) ? bar->expected : bar->max,
                          bar->note);
    }
  update_title (self, n_bars, n_unbounded);
}

static GArray *
make_object_bars (const KqExposure *exposure)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));

  g_array_set_clear_func (bars, bar_clear);
  for (guint i = 0; i < exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (exposure->items, KqExposureItem, i);
      g_autofree char *count = kq_count_format (item->quantity);
      Bar bar = { .max = item->max, .expected = item->expected };

      bar.name = kq_object_describe_name (item->object);
      bar.note = g_strdup_printf ("× %s", count);
      g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);

  return bars;
}

static GArray *
make_platform_bars (KqCampaign       *campaign,
                    const KqExposure *exposure)
{
  g_autoptr (GArray) shares = kq_exposure_by_platform (campaign, exposure);
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));

  g_array_set_clear_func (bars, bar_clear);
  for (guint i = 0; i < shares->len; i++)
    {
      const KqExposureShare *share = &g_array_index (shares, KqExposureShare, i);
      Bar bar = { .max = share->max, .expected = share->expected };

      bar.name = g_strdup (share->platform >= 0 ? _(kq_platform_words[share->platform].label)
                                                : _("No known platform"));
      g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);

  return bars;
}

static void
kq_exposure_card_finalize (GObject *object)
{
  KqExposureCard *self = KQ_EXPOSURE_CARD (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->bars); i++)
    g_clear_pointer (&self->bars[i], g_array_unref);

  G_OBJECT_CLASS (kq_exposure_card_parent_class)->finalize (object);
}

static void
kq_exposure_card_class_init (KqExposureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_exposure_card_finalize;
}

static GtkDropDown *
make_choice (KqExposureCard     *self,
             GtkWidget          *bar,
             const char * const *words,
             const char         *name)
{
  GtkWidget *drop_down = kq_drop_down_new_named (words, name);

  gtk_box_append (GTK_BOX (bar), drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return GTK_DROP_DOWN (drop_down);
}

static void
kq_exposure_card_init (KqExposureCard *self)
{
  const char * const groups[] = { _("By coupon and pack"), _("By platform"), NULL };
  const char * const measures[] = { _("At most"), _("Expected"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->chart = KQ_BAR_CHART (kq_bar_chart_new (C_("column", "What"), _("At most"), _("Quantity"),
                                                KQ_CHART_UNIT_MONEY));
  self->card = KQ_CHART_CARD (kq_chart_card_new (KQ_CHART (self->chart), "", ""));
  self->groups = make_choice (self, bar, groups, _("What the bars stand for"));
  self->measures = make_choice (self, bar, measures, _("How it is reckoned"));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_exposure_card_new:
 *
 * Returns: (transfer floating): a card without bars yet
 */
GtkWidget *
kq_exposure_card_new (void)
{
  return g_object_new (KQ_TYPE_EXPOSURE_CARD, NULL);
}

/**
 * kq_exposure_card_show:
 * @self: a card
 * @campaign: a campaign
 * @exposure: its exposure
 *
 * Shows what it is made of; nothing where that is nothing.
 */
void
kq_exposure_card_show (KqExposureCard   *self,
                       KqCampaign       *campaign,
                       const KqExposure *exposure)
{
  g_return_if_fail (KQ_IS_EXPOSURE_CARD (self) && exposure != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->bars); i++)
    g_clear_pointer (&self->bars[i], g_array_unref);
  self->bars[GROUP_OBJECTS] = make_object_bars (exposure);
  self->bars[GROUP_PLATFORMS] = make_platform_bars (campaign, exposure);
  kq_chart_set_currency (KQ_CHART (self->chart),
                         kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY));
  gtk_widget_set_visible (GTK_WIDGET (self), exposure->items->len > 0);
  update (self);
}
