/* kq-numbers-filter-bar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-numbers-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "kq-drop-down.h"
#include "kq-facts-names.h"
#include "kq-view.h"

typedef enum {
  PERIOD_ALL,
  PERIOD_CAMPAIGN,
  PERIOD_WEEK,
  PERIOD_MONTH,
} Period;

#define MAX_IN_A_LINE 4

/**
 * KqNumbersFilterBar:
 *
 * Drop-downs for platform, coupon and period. The last days of a period are the
 * last of which anything was told.
 */
struct _KqNumbersFilterBar {
  AdwBin       parent_instance;

  GtkDropDown *platforms;
  GtkDropDown *objects;
  GtkDropDown *periods;
  GPtrArray   *ids;          /* (owned) (element-type utf8): of the objects, from the second on */
  gboolean     is_updating;
};

G_DEFINE_FINAL_TYPE (KqNumbersFilterBar, kq_numbers_filter_bar, ADW_TYPE_BIN)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_selected (KqNumbersFilterBar *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kq_numbers_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (KQ_NUMBERS_FILTER_BAR (object)->ids);

  G_OBJECT_CLASS (kq_numbers_filter_bar_parent_class)->finalize (object);
}

static void
kq_numbers_filter_bar_class_init (KqNumbersFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_numbers_filter_bar_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KQ_TYPE_NUMBERS_FILTER_BAR, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
append (KqNumbersFilterBar *self,
        GtkWidget          *widget)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (self));

  gtk_flow_box_insert (GTK_FLOW_BOX (box), widget, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (widget), FALSE);
}

static GtkDropDown *
add_drop_down (KqNumbersFilterBar *self,
               const char * const *words,
               const char         *name)
{
  GtkWidget *drop_down = kq_drop_down_new_named (words, name);

  append (self, drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);

  return GTK_DROP_DOWN (drop_down);
}

static void
kq_numbers_filter_bar_init (KqNumbersFilterBar *self)
{
  const char * const platforms[] = {
    _("All platforms"), kq_platform_get_label (KQ_PLATFORM_DOUYIN),
    kq_platform_get_label (KQ_PLATFORM_TMALL), kq_platform_get_label (KQ_PLATFORM_TAOBAO),
    kq_platform_get_label (KQ_PLATFORM_MINI_PROGRAM), NULL
  };
  const char * const objects[] = { _("All coupons"), NULL };
  const char * const periods[] = {
    _("All days"), _("The campaign’s period"), _("The last 7 days"), _("The last 30 days"), NULL
  };
  GtkWidget *box = gtk_flow_box_new ();

  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), MAX_IN_A_LINE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  adw_bin_set_child (ADW_BIN (self), box);
  self->platforms = add_drop_down (self, platforms, _("Platform"));
  self->objects = add_drop_down (self, objects, _("Coupon"));
  self->periods = add_drop_down (self, periods, C_("figures", "Period"));
}

/**
 * kq_numbers_filter_bar_new:
 * @after: what stands after the filters
 *
 * Returns: (transfer floating): a bar that leaves nothing out
 */
GtkWidget *
kq_numbers_filter_bar_new (GtkWidget *after)
{
  KqNumbersFilterBar *self;

  g_return_val_if_fail (GTK_IS_WIDGET (after), NULL);

  self = g_object_new (KQ_TYPE_NUMBERS_FILTER_BAR, NULL);
  append (self, after);

  return GTK_WIDGET (self);
}

/* The selected one stays, where there still are figures of it. */
static guint
find_object (KqNumbersFilterBar *self,
             const char         *id)
{
  guint position;

  if (id == NULL || !g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &position))
    return 0;

  return position + 1;
}

static const char *
get_object (KqNumbersFilterBar *self)
{
  const guint selected = gtk_drop_down_get_selected (self->objects);

  return selected > 0 && selected <= self->ids->len ? self->ids->pdata[selected - 1] : NULL;
}

/**
 * kq_numbers_filter_bar_set_campaign:
 * @self: a bar
 * @campaign: whose figures they are
 * @numbers: the figures
 *
 * Lets one choose among the objects of which something was told.
 */
void
kq_numbers_filter_bar_set_campaign (KqNumbersFilterBar *self,
                                    KqCampaign         *campaign,
                                    KqNumbers          *numbers)
{
  g_autoptr (KqFactsNames) names = NULL;
  g_autoptr (GtkStringList) list = NULL;
  g_autofree char *selected = NULL;
  KqFacts *facts;

  g_return_if_fail (KQ_IS_NUMBERS_FILTER_BAR (self) && numbers != NULL);

  selected = g_strdup (get_object (self));
  names = kq_facts_names_new (campaign);
  list = gtk_string_list_new (NULL);
  gtk_string_list_append (list, _("All coupons"));
  g_ptr_array_set_size (self->ids, 0);
  facts = kq_numbers_get_facts (numbers);
  for (guint i = 0; i < kq_facts_get_n_objects (facts); i++)
    {
      g_ptr_array_add (self->ids, g_strdup (kq_facts_get_object (facts, i)));
      gtk_string_list_append (list, kq_facts_names_get (names, kq_facts_get_object (facts, i)));
    }

  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->objects, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->objects, find_object (self, selected));
  self->is_updating = FALSE;
}

static void
narrow_to_campaign (KqNumbersFilter *filter,
                    KqCampaign      *campaign)
{
  KqTime start = kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_START);
  KqTime end = kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_END);
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (campaign);

  if (!kq_time_is_set (start) || !kq_time_is_set (end) || kq_time_compare (start, end) > 0)
    return;

  /* Nobody can have told of days beyond. */
  filter->first = MAX (kq_day_of_time (start, zone), KQ_FACTS_FIRST_DAY);
  filter->last = MIN (kq_day_of_time (end, zone), KQ_FACTS_LAST_DAY);
  filter->last = MAX (filter->first, filter->last);
}

/**
 * kq_numbers_filter_bar_get:
 * @self: a bar
 * @campaign: whose figures they are
 * @numbers: the figures
 *
 * Returns: what was chosen; valid until the bar or the figures change
 */
KqNumbersFilter
kq_numbers_filter_bar_get (KqNumbersFilterBar *self,
                           KqCampaign         *campaign,
                           KqNumbers          *numbers)
{
  KqNumbersFilter filter = { 0 };
  guint platform;

  g_return_val_if_fail (KQ_IS_NUMBERS_FILTER_BAR (self) && numbers != NULL, filter);

  kq_numbers_get_span (numbers, &filter);
  platform = gtk_drop_down_get_selected (self->platforms);
  filter.platforms = platform > 0 && platform <= KQ_N_PLATFORMS ? 1u << (platform - 1) : 0;
  filter.object = get_object (self);
  switch (gtk_drop_down_get_selected (self->periods))
    {
    case PERIOD_CAMPAIGN:
      narrow_to_campaign (&filter, campaign);
      break;
    case PERIOD_WEEK:
      filter.first = filter.last - 6;
      break;
    case PERIOD_MONTH:
      filter.first = filter.last - 29;
      break;
    case PERIOD_ALL:
    default:
      break;
    }

  return filter;
}
