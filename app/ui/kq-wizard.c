/* kq-wizard.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-wizard.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-coupon.h"
#include "kq-list.h"
#include "kq-member-day.h"
#include "kq-product.h"
#include "kq-row.h"
#include "kq-scenario.h"

/**
 * KqWizard:
 *
 * The questions are rows of a form over a campaign that only holds the answers:
 * so they take and refuse what the forms do.
 */
struct _KqWizard {
  AdwWindow            parent_instance;

  KqScenario           scenario;
  KqDocument          *document; /* (owned): of the answers */
  KqObject            *coupon;
  KqObject            *product;
  KqObject            *day;

  GtkStack            *stack;
  GtkWidget           *back;
  AdwWindowTitle      *title;
  GtkLabel            *text;
  AdwPreferencesGroup *questions;
  GPtrArray           *rows;     /* (owned) (element-type KqRow): in @questions */
  GtkLabel            *problem;
  GtkWidget           *create;
};

enum {
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqWizard, kq_wizard, ADW_TYPE_WINDOW)

static KqObject *
get_campaign (KqWizard *self)
{
  return KQ_OBJECT (kq_document_get_campaign (self->document));
}

/* Where the answer to a question is kept */
static KqObject *
get_place (KqWizard   *self,
           KqQuestion  question,
           guint      *index)
{
  switch (question)
    {
    case KQ_QUESTION_PLATFORM:
      *index = KQ_COUPON_PLATFORM;
      return self->coupon;
    case KQ_QUESTION_START:
      *index = KQ_CAMPAIGN_START;
      return get_campaign (self);
    case KQ_QUESTION_AMOUNT:
      *index = KQ_COUPON_AMOUNT;
      return self->coupon;
    case KQ_QUESTION_THRESHOLD:
      *index = KQ_COUPON_THRESHOLD;
      return self->coupon;
    case KQ_QUESTION_QUANTITY:
      *index = KQ_COUPON_QUANTITY;
      return self->coupon;
    case KQ_QUESTION_PRICE:
      *index = KQ_PRODUCT_PRICE;
      return self->product;
    case KQ_QUESTION_WEEKDAY:
      *index = KQ_MEMBER_DAY_WEEKDAY;
      return self->day;
    default:
      g_assert_not_reached ();
    }
}

static KqScenarioAnswers
get_answers (KqWizard *self)
{
  return (KqScenarioAnswers) {
    .platform = kq_object_get_choice (self->coupon, KQ_COUPON_PLATFORM),
    .start = kq_object_get_time (get_campaign (self), KQ_CAMPAIGN_START),
    .amount = kq_object_get_int (self->coupon, KQ_COUPON_AMOUNT),
    .threshold = kq_object_get_int (self->coupon, KQ_COUPON_THRESHOLD),
    .quantity = kq_object_get_int (self->coupon, KQ_COUPON_QUANTITY),
    .price = kq_object_get_int (self->product, KQ_PRODUCT_PRICE),
    .weekday = kq_object_get_choice (self->day, KQ_MEMBER_DAY_WEEKDAY),
  };
}

static void
set_answers (KqWizard                *self,
             const KqScenarioAnswers *answers)
{
  kq_object_set_choice (self->coupon, KQ_COUPON_PLATFORM, answers->platform);
  kq_object_set_time (get_campaign (self), KQ_CAMPAIGN_START, answers->start);
  kq_object_set_int (self->coupon, KQ_COUPON_AMOUNT, answers->amount);
  kq_object_set_int (self->coupon, KQ_COUPON_THRESHOLD, answers->threshold);
  kq_object_set_int (self->coupon, KQ_COUPON_QUANTITY, answers->quantity);
  kq_object_set_int (self->product, KQ_PRODUCT_PRICE, answers->price);
  kq_object_set_choice (self->day, KQ_MEMBER_DAY_WEEKDAY, answers->weekday);
}

/* What can't be made is said while it is typed. */
static void
update_problem (KqWizard *self)
{
  KqScenarioAnswers answers = get_answers (self);
  g_autoptr (GError) error = NULL;
  gboolean is_fine = kq_scenario_validate (self->scenario, &answers, &error);

  gtk_label_set_label (self->problem, is_fine ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !is_fine);
  gtk_widget_set_sensitive (self->create, is_fine);
}

static void
show_questions (KqWizard   *self,
                KqScenario  scenario)
{
  const KqScenarioInfo *info = kq_scenario_get_info (scenario);
  GTimeZone *zone = kq_document_get_zone (self->document);
  KqScenarioAnswers answers = kq_scenario_suggest (scenario, kq_time_now (zone), zone);

  self->scenario = scenario;
  set_answers (self, &answers);
  adw_window_title_set_title (self->title, _(info->title));
  gtk_label_set_label (self->text, _(info->text));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->questions, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < info->n_questions; i++)
    {
      guint index;
      KqObject *object = get_place (self, info->questions[i], &index);
      GtkWidget *row = kq_row_new_for_field (kq_object_get_field (object, index));

      kq_row_bind (KQ_ROW (row), self->document, object, index);
      adw_preferences_group_add (self->questions, row);
      g_ptr_array_add (self->rows, row);
    }

  update_problem (self);
  kq_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (g_ptr_array_index (self->rows, 0))),
                          _("Questions"));
  gtk_stack_set_visible_child_name (self->stack, "questions");
  gtk_widget_set_visible (self->back, TRUE);
  kq_row_focus (g_ptr_array_index (self->rows, 0));
}

static void
show_scenarios (KqWizard *self)
{
  adw_window_title_set_title (self->title, _("New Campaign"));
  gtk_stack_set_visible_child_name (self->stack, "scenarios");
  gtk_widget_set_visible (self->back, FALSE);
}

static void
on_scenario_activated (KqWizard      *self,
                       GtkListBoxRow *row)
{
  show_questions (self, gtk_list_box_row_get_index (row));
}

static void
on_create (KqWizard *self)
{
  KqScenarioAnswers answers = get_answers (self);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (KqCampaign) campaign = kq_scenario_build (self->scenario, &answers, id);

  g_signal_emit (self, signals[CREATED], 0, campaign);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
kq_wizard_dispose (GObject *object)
{
  KqWizard *self = KQ_WIZARD (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (get_campaign (self), self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_wizard_parent_class)->dispose (object);
}

static void
kq_wizard_class_init (KqWizardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_wizard_dispose;

  /**
   * KqWizard::created:
   * @self: the wizard
   * @campaign: a [class@Campaign] that nobody has saved yet
   *
   * The questions are answered. The wizard closes.
   */
  signals[CREATED] = g_signal_new ("created", KQ_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, KQ_TYPE_CAMPAIGN);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
wrap_page (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_set_margin_top (child, 12);
  gtk_widget_set_margin_bottom (child, 24);
  gtk_widget_set_margin_start (child, 14);
  gtk_widget_set_margin_end (child, 14);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 520);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static GtkWidget *
make_scenarios (KqWizard *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  kq_accessible_set_name (GTK_ACCESSIBLE (list), _("What is the campaign for?"));
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_scenario_activated), self);

  for (guint i = 0; i < KQ_N_SCENARIOS; i++)
    {
      const KqScenarioInfo *info = kq_scenario_get_info (i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(info->title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(info->text));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "go-next-symbolic", NULL));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return wrap_page (list);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
make_questions (KqWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->text = append_label (box, "dim-label");
  self->questions = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->questions));
  self->problem = append_label (box, "error");
  self->create = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->create), gtk_label_new_with_mnemonic (_("_Create Campaign")));
  kq_accessible_set_name (GTK_ACCESSIBLE (self->create), _("Create Campaign"));
  gtk_widget_set_halign (self->create, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->create, "pill");
  gtk_widget_add_css_class (self->create, "suggested-action");
  g_signal_connect_swapped (self->create, "clicked", G_CALLBACK (on_create), self);
  gtk_box_append (GTK_BOX (box), self->create);

  return wrap_page (box);
}

static GtkWidget *
make_header (KqWizard *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _("Back"));
  kq_accessible_set_name (GTK_ACCESSIBLE (self->back), _("Back"));
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (show_scenarios), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);

  return header;
}

static KqObject *
add_to (KqObject   *campaign,
        guint       field)
{
  KqList *list = kq_object_get_list (campaign, field);
  g_autoptr (KqObject) object = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (list)),
                                              "id", "answers", NULL);

  kq_list_append (list, object);

  return object;
}

static void
make_answers (KqWizard *self)
{
  g_autoptr (KqCampaign) campaign = kq_campaign_new ("answers", "");
  g_autoptr (KqObject) day = g_object_new (KQ_TYPE_MEMBER_DAY, NULL);

  self->document = kq_document_new (campaign, NULL, NULL);
  self->coupon = add_to (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  self->product = add_to (KQ_OBJECT (campaign), KQ_CAMPAIGN_PRODUCTS);
  self->day = day;
  kq_object_set_child (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_DAY, day);
  g_signal_connect_swapped (campaign, "changed", G_CALLBACK (update_problem), self);
}

static void
kq_wizard_init (KqWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_ptr_array_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_stack_add_named (self->stack, make_scenarios (self), "scenarios");
  gtk_stack_add_named (self->stack, make_questions (self), "questions");
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_title (GTK_WINDOW (self), _("New Campaign from a Scenario"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 400);
  make_answers (self);
  show_scenarios (self);
}

/**
 * kq_wizard_new:
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): a wizard, not presented yet
 */
GtkWidget *
kq_wizard_new (GtkWindow *parent)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  return g_object_new (KQ_TYPE_WIZARD, "transient-for", parent, NULL);
}
