/* kq-prices-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-prices-section.h"

#include <glib/gi18n-lib.h>

#include "kq-drop-down.h"
#include "kq-list.h"
#include "kq-price-table.h"
#include "kq-price-trial-row.h"
#include "kq-shop.h"
#include "kq-words.h"
#include "kq-wrap-box.h"

/**
 * KqPricesSection:
 *
 * Product by level: what a buyer pays at least with the coupons that there are,
 * and with one that is tried out; what the platform may record of it, and what is
 * left. It is reckoned in a thread as the campaign changes.
 */
struct _KqPricesSection {
  KqSection        parent_instance;

  GtkStack        *stack;
  GtkDropDown     *platforms;
  GtkCheckButton  *only_alarming;
  KqPriceTrialRow *trial;
  GtkLabel        *summary;
  GtkColumnView   *table;
  GListStore      *items;        /* (owned) */

  GSignalGroup    *changes;      /* (owned): of the campaign */
  GCancellable    *cancellable;  /* (owned) (nullable): of what is reckoned */
  KqPriceReport   *report;       /* (owned) (nullable) */
  guint            update_id;
};

G_DEFINE_FINAL_TYPE (KqPricesSection, kq_prices_section, KQ_TYPE_SECTION)

/* Platforms */

static gboolean
has_shop (KqCampaign *campaign,
          int         platform)
{
  KqList *shops = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_SHOPS);

  for (guint i = 0; i < kq_list_get_length (shops); i++)
    if (kq_object_get_choice (kq_list_get (shops, i), KQ_SHOP_PLATFORM) == platform)
      return TRUE;

  return FALSE;
}

/* The platform at @position of the list, or -1 */
static int
get_nth_platform (KqCampaign *campaign,
                  guint       position)
{
  for (int i = 0; i < KQ_N_PLATFORMS; i++)
    if (has_shop (campaign, i) && position-- == 0)
      return i;

  return -1;
}

static KqCampaign *
get_campaign (KqPricesSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));

  return document != NULL ? kq_document_get_campaign (document) : NULL;
}

static int
get_platform (KqPricesSection *self)
{
  return get_nth_platform (get_campaign (self), gtk_drop_down_get_selected (self->platforms));
}

static void
update_platforms (KqPricesSection *self)
{
  KqCampaign *campaign = get_campaign (self);
  const guint selected = gtk_drop_down_get_selected (self->platforms);
  const char *words[KQ_N_PLATFORMS + 1] = { NULL };
  guint n = 0;

  for (int i = 0; i < KQ_N_PLATFORMS; i++)
    if (has_shop (campaign, i))
      words[n++] = _(kq_platform_words[i].label);
  kq_drop_down_set_words (self->platforms, words, selected < n ? selected : 0);
}

/* What is shown of the report */

static void
update_summary (KqPricesSection *self,
                guint            n_prices,
                guint            n_below_cost,
                guint            n_below_floor)
{
  g_autofree char *text = NULL;

  if (n_below_cost + n_below_floor == 0)
    text = g_strdup_printf (ngettext ("%u price; it is above cost and floor",
                                      "%u prices; all are above cost and floor", n_prices),
                            n_prices);
  else
    text = g_strdup_printf (_("%u prices; below cost: %u, below the platform’s floor: %u"),
                            n_prices, n_below_cost, n_below_floor);
  gtk_label_set_text (self->summary, text);
}

static void
show (KqPricesSection *self)
{
  const gboolean only_alarming = gtk_check_button_get_active (self->only_alarming);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_prices = 0, n_below_cost = 0, n_below_floor = 0;
  gboolean any_recorded = FALSE;
  int platform;

  if (self->report == NULL || get_campaign (self) == NULL)
    return;

  platform = get_platform (self);
  for (guint i = 0; i < kq_price_report_get_length (self->report); i++)
    {
      const KqPriceCheck *check = kq_price_report_get (self->report, i);

      if ((int) check->price.platform != platform)
        continue;
      n_prices++;
      any_recorded |= check->price.counted != KQ_INT_NONE;
      n_below_cost += (check->flags & KQ_PRICE_BELOW_COST) != 0;
      n_below_floor += (check->flags & KQ_PRICE_BELOW_FLOOR) != 0;
      if (check->flags != 0 || !only_alarming)
        g_ptr_array_add (rows, kq_price_item_new (self->report, i));
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       rows->pdata, rows->len);
  kq_price_table_show_column (self->table, KQ_PRICE_COLUMN_RECORDED, any_recorded);
  update_summary (self, n_prices, n_below_cost, n_below_floor);
  gtk_stack_set_visible_child_name (self->stack, n_prices > 0 ? "prices" : "empty");
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (KqPricesSection) self = data;
  g_autoptr (GError) error = NULL;
  KqPriceReport *report = kq_price_report_make_finish (result, &error);

  /* It fails only where another one is under way. */
  if (report == NULL)
    return;

  g_clear_object (&self->report);
  self->report = report;
  show (self);
}

static void
give_up (KqPricesSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
update (KqPricesSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));
  KqPriceTrial trial = { 0 };
  int platform;

  g_clear_handle_id (&self->update_id, g_source_remove);
  give_up (self);
  if (document == NULL)
    return;

  update_platforms (self);
  platform = get_platform (self);
  kq_price_trial_row_get (self->trial, &trial);
  trial.platform = MAX (platform, 0);
  self->cancellable = g_cancellable_new ();
  kq_price_report_make_async (kq_object_snapshot (KQ_OBJECT (get_campaign (self))),
                              kq_document_get_profiles (document), &trial, self->cancellable,
                              on_made, g_object_ref (self));
}

static gboolean
on_idle (gpointer data)
{
  KqPricesSection *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* What isn't in sight is made when it is. */
static void
queue_update (KqPricesSection *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* The product, whose price and cost are in its form */
static void
on_activated (GtkColumnView   *view,
              guint            position,
              KqPricesSection *self)
{
  g_autoptr (KqPriceItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);
  KqList *products = kq_object_get_list (KQ_OBJECT (get_campaign (self)), KQ_CAMPAIGN_PRODUCTS);
  KqObject *copy = kq_price_item_get_check (item)->price.product;
  KqObject *product = kq_list_find (products, kq_object_get_id (copy));

  if (product != NULL)
    kq_section_open (KQ_SECTION (self), product, KQ_NO_FIELD);
}

/* KqSection */

static void
kq_prices_section_document_changed (KqSection *section)
{
  KqPricesSection *self = KQ_PRICES_SECTION (section);

  give_up (self);
  g_clear_object (&self->report);
  g_list_store_remove_all (self->items);
  g_signal_group_set_target (self->changes, get_campaign (self));
  queue_update (self);
}

static void
kq_prices_section_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kq_prices_section_parent_class)->map (widget);

  update (KQ_PRICES_SECTION (widget));
}

static void
kq_prices_section_dispose (GObject *object)
{
  KqPricesSection *self = KQ_PRICES_SECTION (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  give_up (self);
  g_clear_object (&self->changes);
  g_clear_object (&self->report);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (kq_prices_section_parent_class)->dispose (object);
}

static void
kq_prices_section_class_init (KqPricesSectionClass *klass)
{
  static const char * const lists[] = { NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_prices_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = kq_prices_section_map;
  section_class->name = "prices";
  section_class->title = N_("Lowest prices");
  section_class->icon_name = "kq-prices-symbolic";
  section_class->lists = lists;
  section_class->document_changed = kq_prices_section_document_changed;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *empty = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Shops, Products"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "kq-prices-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("No Prices Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
    _("Add products with their prices, and a shop for each platform: here is what they are sold for "
      "at least, with all coupons that can be used together."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-section");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "shops");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (empty), button);

  return empty;
}

static GtkWidget *
make_bar (KqPricesSection *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = kq_wrap_box_new (12);
  GtkWidget *platforms = kq_drop_down_new (NULL);
  GtkWidget *only = gtk_check_button_new_with_label (_("Only the alarming ones"));
  GtkWidget *trial = kq_price_trial_row_new ();

  self->platforms = GTK_DROP_DOWN (platforms);
  self->only_alarming = GTK_CHECK_BUTTON (only);
  self->trial = KQ_PRICE_TRIAL_ROW (trial);
  kq_drop_down_set_name (platforms, _("Platform"));
  kq_wrap_box_append (KQ_WRAP_BOX (line), platforms);
  kq_wrap_box_append (KQ_WRAP_BOX (line), only);
  gtk_box_append (GTK_BOX (bar), line);
  gtk_box_append (GTK_BOX (bar), trial);
  /* The coupon tried out is of the platform that is looked at. */
  g_signal_connect_object (platforms, "notify::selected", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (only, "toggled", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (trial, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  return bar;
}

static GtkWidget *
make_prices (KqPricesSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *table = kq_price_table_new (G_LIST_MODEL (self->items));

  self->table = GTK_COLUMN_VIEW (table);
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  g_signal_connect_object (table, "activate", G_CALLBACK (on_activated), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_margin_top (box, 14);
  gtk_widget_set_margin_bottom (box, 14);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);

  return box;
}

static void
kq_prices_section_init (KqPricesSection *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->stack = GTK_STACK (stack);
  self->items = g_list_store_new (KQ_TYPE_PRICE_ITEM);
  gtk_stack_add_named (self->stack, gtk_label_new (NULL), "reckoning");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  gtk_stack_add_named (self->stack, make_prices (self), "prices");
  gtk_widget_add_css_class (stack, "numbers");
  adw_bin_set_child (ADW_BIN (self), stack);

  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (queue_update), self);
}
