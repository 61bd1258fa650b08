/* kq-numbers-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-numbers-section.h"

#include <glib/gi18n-lib.h>

#include "kq-facts-window.h"
#include "kq-library-facts.h"
#include "kq-numbers-charts.h"
#include "kq-numbers-filter-bar.h"
#include "kq-numbers-tiles.h"
#include "kq-page.h"

/**
 * KqNumbersSection:
 *
 * What the platforms told of a campaign after its launch, read from the tables
 * that they export. It is loaded when the section is looked at.
 */
struct _KqNumbersSection {
  KqSection           parent_instance;

  GtkStack           *stack;
  AdwStatusPage      *empty;
  GtkWidget          *import_button;
  KqNumbersFilterBar *bar;
  KqNumbersTiles     *tiles;
  KqNumbersCharts    *charts;

  KqNumbers          *numbers;      /* (owned) (nullable) */
  GCancellable       *cancellable;  /* (owned) (nullable): of the loading under way */
};

G_DEFINE_FINAL_TYPE (KqNumbersSection, kq_numbers_section, KQ_TYPE_SECTION)

static void
show_empty (KqNumbersSection *self,
            const char       *title,
            const char       *description,
            gboolean          can_import)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_widget_set_visible (self->import_button, can_import);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
update (KqNumbersSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));
  KqNumbersFilter filter, before;
  KqFunnel funnel, funnel_before;
  KqCampaign *campaign;

  if (self->numbers == NULL || document == NULL)
    return;

  campaign = kq_document_get_campaign (document);
  filter = kq_numbers_filter_bar_get (self->bar, campaign, self->numbers);
  before = kq_numbers_filter_before (&filter);
  funnel = kq_funnel_compute (self->numbers, campaign, &filter);
  funnel_before = kq_funnel_compute (self->numbers, campaign, &before);
  kq_numbers_tiles_show (self->tiles, &funnel, &funnel_before,
                         kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY));
  kq_numbers_charts_show (self->charts, self->numbers, campaign, &filter);
}

static void
take_facts (KqNumbersSection *self,
            KqFacts          *facts)
{
  KqCampaign *campaign =
    kq_document_get_campaign (kq_section_get_document (KQ_SECTION (self)));
  KqNumbersFilter span;

  g_clear_pointer (&self->numbers, kq_numbers_unref);
  self->numbers = kq_numbers_new (facts, campaign);
  if (!kq_numbers_get_span (self->numbers, &span))
    {
      show_empty (self, _("No Figures Yet"),
                  _("After the launch, export the coupons’ figures in the platform’s console as "
                    "a CSV file, and import them here."), TRUE);
      return;
    }

  kq_numbers_filter_bar_set_campaign (self->bar, campaign, self->numbers);
  gtk_stack_set_visible_child_name (self->stack, "numbers");
  update (self);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqNumbersSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KqFacts) facts = kq_library_load_facts_finish (KQ_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (facts != NULL)
    take_facts (self, facts);
  else
    show_empty (self, _("The Figures Can’t Be Read"), error->message, FALSE);
}

static void
load (KqNumbersSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));
  KqLibrary *library = document != NULL ? kq_document_get_library (document) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (document == NULL)
    return;
  if (library == NULL)
    {
      show_empty (self, _("No Figures Here"),
                  _("Figures are kept in the library, and this campaign isn’t in it."), FALSE);
      return;
    }

  self->cancellable = g_cancellable_new ();
  kq_library_load_facts_async (library, kq_document_get_id (document), self->cancellable,
                               on_loaded, g_object_ref (self));
}

static void
on_import_clicked (KqNumbersSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));

  if (document != NULL && kq_document_get_library (document) != NULL)
    kq_facts_window_ask (GTK_WIDGET (self), document, G_CALLBACK (load), self);
}

/* KqSection */

static void
kq_numbers_section_document_changed (KqSection *section)
{
  KqNumbersSection *self = KQ_NUMBERS_SECTION (section);

  g_clear_pointer (&self->numbers, kq_numbers_unref);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
kq_numbers_section_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kq_numbers_section_parent_class)->map (widget);

  /* Others may have imported meanwhile, and the campaign may have changed. */
  load (KQ_NUMBERS_SECTION (widget));
}

static void
kq_numbers_section_dispose (GObject *object)
{
  KqNumbersSection *self = KQ_NUMBERS_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->numbers, kq_numbers_unref);

  G_OBJECT_CLASS (kq_numbers_section_parent_class)->dispose (object);
}

static void
kq_numbers_section_class_init (KqNumbersSectionClass *klass)
{
  static const char * const lists[] = { NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_numbers_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = kq_numbers_section_map;
  section_class->name = "numbers";
  section_class->title = N_("Numbers");
  section_class->icon_name = "kq-numbers-symbolic";
  section_class->lists = lists;
  section_class->document_changed = kq_numbers_section_document_changed;
}

static GtkWidget *
make_import_button (KqNumbersSection *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Import Figures…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_import_clicked), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_bar (KqNumbersSection *self)
{
  self->bar = KQ_NUMBERS_FILTER_BAR (kq_numbers_filter_bar_new (make_import_button (self)));
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->bar);
}

static GtkWidget *
make_numbers (KqNumbersSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->tiles = KQ_NUMBERS_TILES (kq_numbers_tiles_new ());
  self->charts = KQ_NUMBERS_CHARTS (kq_numbers_charts_new ());
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tiles));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->charts));
  gtk_widget_add_css_class (box, "numbers");

  return kq_page_new (box, 1100);
}

static void
kq_numbers_section_init (KqNumbersSection *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *empty = adw_status_page_new ();

  self->stack = GTK_STACK (stack);
  self->empty = ADW_STATUS_PAGE (empty);
  self->import_button = make_import_button (self);
  gtk_widget_set_halign (self->import_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->import_button, "pill");
  gtk_widget_add_css_class (self->import_button, "suggested-action");
  adw_status_page_set_icon_name (self->empty, "kq-numbers-symbolic");
  adw_status_page_set_child (self->empty, self->import_button);
  gtk_widget_set_visible (self->import_button, FALSE);
  gtk_stack_add_named (self->stack, gtk_label_new (NULL), "loading");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, make_numbers (self), "numbers");
  adw_bin_set_child (ADW_BIN (self), stack);
}
