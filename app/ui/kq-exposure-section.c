/* kq-exposure-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-exposure-section.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-chart-series.h"
#include "kq-coupon.h"
#include "kq-describe.h"
#include "kq-exposure-card.h"
#include "kq-exposure.h"
#include "kq-form.h"
#include "kq-number-tile.h"
#include "kq-overview-rows.h"
#include "kq-page.h"
#include "kq-rates-window.h"
#include "kq-words.h"

/* The most rows of what nothing limits; with them gone come others. */
#define MAX_ROWS 20

typedef enum {
  TILE_MAX,
  TILE_EXPECTED,
  TILE_BUDGET,
  TILE_LEFT,
  N_TILES
} Tile;

/**
 * KqExposureSection:
 *
 * The money at stake: at most and as it is expected, beside the budget; what makes
 * it unbounded, with the way to its limit; what costs the most.
 */
struct _KqExposureSection {
  KqSection            parent_instance;

  KqForm              *form;
  KqNumberTile        *tiles[N_TILES];
  AdwPreferencesGroup *unbounded;
  GtkBox              *unbounded_box;
  KqExposureCard      *card;

  GSignalGroup        *changes;  /* (owned): of the campaign */
  guint                update_id;
};

G_DEFINE_FINAL_TYPE (KqExposureSection, kq_exposure_section, KQ_TYPE_SECTION)

static const char * const titles[N_TILES] = {
  [TILE_MAX] = N_("At most"),
  [TILE_EXPECTED] = N_("Expected"),
  [TILE_BUDGET] = N_("Budget"),
  [TILE_LEFT] = N_("Left of it at worst"),
};

static const char * const rate_fields[] = { "budget", "claimRate", "useRate", NULL };

static const KqFormAction rate_actions[] = {
  { N_("Rates from experience"), N_("As the figures of a campaign in the library tell them"),
    N_("Choose…"), "exposure.choose-rates" },
  { NULL }
};

static const KqFormGroup groups[] = {
  { N_("Budget and rates"), rate_fields, .actions = rate_actions },
};

/* Tiles */

static char *
describe_money (gint64      fen,
                const char *currency)
{
  return fen == KQ_EXPOSURE_UNBOUNDED ? kq_exposure_describe (fen, currency)
                                      : kq_chart_unit_format (KQ_CHART_UNIT_MONEY, fen, currency);
}

static char *
describe_share (gint64 fen,
                gint64 budget)
{
  if (budget <= 0 || fen == KQ_EXPOSURE_UNBOUNDED)
    return NULL;

  return g_strdup_printf (_("%.0f %% of the budget"), 100. * fen / budget);
}

static void
update_tiles (KqExposureSection *self,
              KqObject          *campaign,
              const KqExposure  *exposure)
{
  const char *currency = kq_object_get_text (campaign, KQ_CAMPAIGN_CURRENCY);
  const gint64 budget = kq_object_get_int (campaign, KQ_CAMPAIGN_BUDGET);
  const gboolean is_limited = exposure->max != KQ_EXPOSURE_UNBOUNDED;
  g_autofree char *max = describe_money (exposure->max, currency);
  g_autofree char *expected = describe_money (exposure->expected, currency);
  g_autofree char *money = describe_money (budget > 0 ? budget : KQ_INT_NONE, currency);
  g_autofree char *left = describe_money (budget > 0 && is_limited ? budget - exposure->max
                                                                   : KQ_INT_NONE, currency);
  g_autofree char *share = describe_share (exposure->max, budget);
  g_autofree char *expected_share = describe_share (exposure->expected, budget);

  kq_number_tile_set (self->tiles[TILE_MAX], max, share);
  kq_number_tile_set (self->tiles[TILE_EXPECTED], expected, expected_share);
  kq_number_tile_set (self->tiles[TILE_BUDGET], money, budget > 0 ? NULL : _("None is set"));
  kq_number_tile_set (self->tiles[TILE_LEFT], left,
                      budget > 0 && exposure->max > budget ? _("Over the budget") : NULL);
}

/* What nothing limits */

static void
on_limit_clicked (GtkWidget         *button,
                  KqExposureSection *self)
{
  kq_section_open (KQ_SECTION (self), g_object_get_data (G_OBJECT (button), "kq-coupon"),
                   KQ_COUPON_MAX_DISCOUNT);
}

static void
add_unbounded (KqExposureSection *self,
               KqObject          *coupon)
{
  g_autofree char *name = kq_object_describe_name (coupon);
  /* Translators: %s is a coupon */
  g_autofree char *label = g_strdup_printf (_("Limit “%s”"), name);
  const int platform = kq_object_get_platform (coupon);
  AdwActionRow *row = kq_overview_add_row (self->unbounded, name,
                                           platform >= 0 ? _(kq_platform_words[platform].label) : NULL,
                                           NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Set a Limit"));

  g_object_set_data_full (G_OBJECT (button), "kq-coupon", g_object_ref (coupon), g_object_unref);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_limit_clicked), self, 0);
  adw_action_row_add_suffix (row, button);
}

static void
update_unbounded (KqExposureSection *self,
                  KqCampaign        *campaign,
                  const KqExposure  *exposure)
{
  const gboolean is_unbounded = exposure->max == KQ_EXPOSURE_UNBOUNDED;
  g_autoptr (GPtrArray) coupons = NULL;

  if (self->unbounded != NULL)
    gtk_box_remove (self->unbounded_box, GTK_WIDGET (self->unbounded));
  self->unbounded = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->unbounded_box), is_unbounded);
  if (!is_unbounded)
    return;

  coupons = kq_exposure_list_unbounded (campaign, exposure);
  self->unbounded = kq_overview_add_group (self->unbounded_box, _("Without a limit"));
  adw_preferences_group_set_description (self->unbounded, coupons->len > 0
    ? _("A percentage off that nothing caps may cost any amount. Say how much it takes off at most.")
    : _("The quantities come to more money than can be counted."));
  for (guint i = 0; i < MIN (coupons->len, MAX_ROWS); i++)
    add_unbounded (self, g_ptr_array_index (coupons, i));
}

static void
update (KqExposureSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));
  KqCampaign *campaign;
  g_autoptr (KqExposure) exposure = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (document == NULL)
    return;

  campaign = kq_document_get_campaign (document);
  exposure = kq_exposure_compute (campaign);
  update_tiles (self, KQ_OBJECT (campaign), exposure);
  update_unbounded (self, campaign, exposure);
  kq_exposure_card_show (self->card, campaign, exposure);
}

static gboolean
on_idle (gpointer data)
{
  KqExposureSection *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* What isn't in sight is made when it is. */
static void
queue_update (KqExposureSection *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
choose_rates (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (widget));
  GtkWidget *window;

  if (document == NULL)
    return;

  window = kq_rates_window_new (document);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

/* KqSection */

static void
kq_exposure_section_document_changed (KqSection *section)
{
  KqExposureSection *self = KQ_EXPOSURE_SECTION (section);
  KqDocument *document = kq_section_get_document (section);
  KqCampaign *campaign = document != NULL ? kq_document_get_campaign (document) : NULL;

  kq_form_set_object (self->form, document, KQ_OBJECT (campaign));
  g_signal_group_set_target (self->changes, campaign);
  queue_update (self);
}

static void
kq_exposure_section_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kq_exposure_section_parent_class)->map (widget);

  update (KQ_EXPOSURE_SECTION (widget));
}

static void
kq_exposure_section_dispose (GObject *object)
{
  KqExposureSection *self = KQ_EXPOSURE_SECTION (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (kq_exposure_section_parent_class)->dispose (object);
}

static void
kq_exposure_section_class_init (KqExposureSectionClass *klass)
{
  static const char * const lists[] = { NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_exposure_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = kq_exposure_section_map;
  section_class->name = "exposure";
  section_class->title = N_("Money at stake");
  section_class->icon_name = "kq-exposure-symbolic";
  section_class->lists = lists;
  section_class->document_changed = kq_exposure_section_document_changed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "exposure.choose-rates", NULL,
                                   choose_rates);
}

static GtkWidget *
make_tiles (KqExposureSection *self)
{
  GtkWidget *box = kq_number_tile_make_box ();

  for (guint i = 0; i < N_TILES; i++)
    self->tiles[i] = kq_number_tile_add (GTK_FLOW_BOX (box), _(titles[i]));

  return box;
}

static void
kq_exposure_section_init (KqExposureSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->form = KQ_FORM (kq_form_new (groups, G_N_ELEMENTS (groups)));
  self->card = KQ_EXPOSURE_CARD (kq_exposure_card_new ());
  self->unbounded_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), make_tiles (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unbounded_box));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->card));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_widget_add_css_class (box, "numbers");
  adw_bin_set_child (ADW_BIN (self), kq_page_new (box, 860));

  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (queue_update), self);
}
