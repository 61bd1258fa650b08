/* test-rows.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "row-fixture.h"

#include "kq-list.h"
#include "kq-picker.h"

/* Each kind of row: what the user does reaches the field, what others do to
 * the field shows, and what can't be taken changes nothing. */

typedef struct {
  KqDocument *document;
  KqObject   *coupon;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = row_fixture_document ();
  fixture->coupon = row_fixture_object (fixture->document, KQ_CAMPAIGN_COUPONS, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static char *
value_of (KqRow *row)
{
  g_autoptr (JsonNode) value = kq_object_dup_value (kq_row_get_object (row), kq_row_get_index (row));

  return json_to_string (value, FALSE);
}

static void
on_changed (gboolean *changed)
{
  *changed = TRUE;
}

static void
wait_for_change (KqRow *row)
{
  KqObject *object = kq_row_get_object (row);
  gboolean changed = FALSE;
  gulong id = g_signal_connect_swapped (object, "changed", G_CALLBACK (on_changed), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (object, id);
}

static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *field, *text, *value; } cases[] = {
    { "name", "双11 新券", "\"双11 新券\"" }, { "name", "", "\"\"" },
    { "amount", "5", "500" }, { "amount", "¥1,234.5", "123450" }, { "amount", "５", "500" },
    { "amount", "", "0" }, { "threshold", "５９９。５", "59950" },
    { "quantity", "10,000", "10000" }, { "quantity", "１００００", "10000" }, { "quantity", "", "0" },
    { "percent", "85", "85" }, { "percent", "８５％", "85" }, { "percent", "8.5折", "85" },
    { "claimEnd", "2026-11-09", "\"2026-11-09T23:59:59+08:00\"" },
    { "claimEnd", "2026-11-09 20:00", "\"2026-11-09T20:00:00+08:00\"" },
    { "claimStart", "11月9日", "\"2026-11-09T00:00:00+08:00\"" }, { "claimStart", "", "null" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KqRow *row = row_fixture_row (fixture->document, fixture->coupon, cases[i].field);
      GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);
      g_autofree char *value = NULL;

      g_test_message ("%s: “%s”", cases[i].field, cases[i].text);
      gtk_editable_set_text (entry, cases[i].text);
      /* That it stays empty is known only when nothing follows. */
      if (*cases[i].text == '\0')
        wait_for_change (row);
      value = value_of (row);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, cases[i].text);
      g_assert_false (kq_row_has_problem (row));
      row_fixture_drop (row);
    }
}

static void
test_not_taken (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct { const char *field, *text; } cases[] = {
    { "amount", "abc" }, { "amount", "5.001" }, { "quantity", "1.5" }, { "quantity", "many" },
    { "percent", "120" }, { "percent", "8.55折" }, { "percent", "-5" },
    { "claimStart", "2026-13-01" }, { "claimEnd", "tomorrow" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KqRow *row = row_fixture_row (fixture->document, fixture->coupon, cases[i].field);
      GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);
      g_autofree char *before = value_of (row);
      g_autofree char *after = NULL;

      g_test_message ("%s: “%s”", cases[i].field, cases[i].text);
      gtk_editable_set_text (entry, cases[i].text);
      after = value_of (row);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (kq_row_has_problem (row));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
      gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
      row_fixture_drop (row);
    }
}

static void
test_shown (Fixture       *fixture,
            gconstpointer  data)
{
  KqRow *row = row_fixture_row (fixture->document, fixture->coupon, "amount");
  GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);

  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "20.00");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Amount off");
  g_assert_false (gtk_editable_get_enable_undo (entry));

  kq_object_set_int (fixture->coupon, KQ_COUPON_AMOUNT, 12345678);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "123456.78");

  gtk_editable_set_text (entry, "x");
  g_assert_true (kq_row_has_problem (row));
  kq_object_set_int (fixture->coupon, KQ_COUPON_AMOUNT, 500);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "5.00");
  g_assert_false (kq_row_has_problem (row));

  row_fixture_drop (row);
}

static void
test_times_shown (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *field, *time, *text; } cases[] = {
    { "claimStart", "2026-11-08T00:00:00+08:00", "2026-11-08 00:00" },
    { "claimStart", "2026-11-08T23:59:59+08:00", "2026-11-08 23:59:59" },
    { "claimStart", "2026-11-07T16:00:00Z", "2026-11-08 00:00" },
    { "claimEnd", "2026-11-08T23:59:59+08:00", "2026-11-08 23:59" },
    { "claimEnd", "2026-11-08T23:59:00+08:00", "2026-11-08 23:59:00" },
    { "claimEnd", "2026-11-08T20:00:00+08:00", "2026-11-08 20:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KqRow *row = row_fixture_row (fixture->document, fixture->coupon, cases[i].field);
      GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);
      KqTime time;

      g_assert_true (kq_time_parse (cases[i].time, &time));
      kq_object_set_time (fixture->coupon, kq_row_get_index (row), time);
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, cases[i].text);

      /* What is shown means what is there. */
      gtk_editable_set_text (entry, "");
      gtk_editable_set_text (entry, cases[i].text);
      g_assert_cmpint (kq_time_compare (kq_object_get_time (fixture->coupon, kq_row_get_index (row)), time),
                       ==, 0);
      row_fixture_drop (row);
    }
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  KqHistory *history = kq_document_get_history (fixture->document);
  KqRow *row = row_fixture_row (fixture->document, fixture->coupon, "amount");
  GtkWidget *entry = row_fixture_find (row, GTK_TYPE_ENTRY);
  GtkWidget *elsewhere = gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (row)));

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  gtk_editable_set_text (GTK_EDITABLE (entry), "30");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30");

  /* Leaving writes it in its form, and ends the step. */
  gtk_widget_grab_focus (elsewhere);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30.00");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "40");

  kq_history_undo (history);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30.00");
  kq_history_undo (history);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "20.00");
  g_assert_false (kq_history_can_undo (history));

  row_fixture_drop (row);
}

static void
test_preedit (Fixture       *fixture,
              gconstpointer  data)
{
  KqRow *row = row_fixture_row (fixture->document, fixture->coupon, "name");
  GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);
  GtkEditable *text = gtk_editable_get_delegate (entry);

  g_signal_emit_by_name (text, "preedit-changed", "ni");
  kq_object_set_text (fixture->coupon, KQ_COUPON_NAME, "From elsewhere");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "First");
  g_signal_emit_by_name (text, "preedit-changed", "");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "From elsewhere");

  row_fixture_drop (row);
}

static void
test_choice (Fixture       *fixture,
             gconstpointer  data)
{
  KqRow *row = row_fixture_row (fixture->document, fixture->coupon, "goal");
  GtkDropDown *control = row_fixture_find (row, GTK_TYPE_DROP_DOWN);
  GListModel *labels = gtk_drop_down_get_model (control);
  KqHistory *history = kq_document_get_history (fixture->document);

  /* The file's word is shown, and choosing it again keeps it. */
  gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL, "Goal");
  gtk_test_accessible_assert_property (row_fixture_find (control, GTK_TYPE_TOGGLE_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Goal");
  g_assert_cmpuint (g_list_model_get_n_items (labels), ==, 5);
  g_assert_cmpuint (gtk_drop_down_get_selected (control), ==, 4);
  g_assert_cmpstr (kq_object_get_word (fixture->coupon, KQ_COUPON_GOAL), ==, "mystery");

  gtk_drop_down_set_selected (control, KQ_GOAL_BASKET);
  g_assert_cmpstr (kq_object_get_word (fixture->coupon, KQ_COUPON_GOAL), ==, "basket");
  g_assert_cmpuint (g_list_model_get_n_items (labels), ==, 4);

  kq_history_undo (history);
  g_assert_cmpuint (gtk_drop_down_get_selected (control), ==, 4);
  kq_object_set_choice (fixture->coupon, KQ_COUPON_GOAL, KQ_GOAL_NONE);
  g_assert_cmpuint (gtk_drop_down_get_selected (control), ==, 0);

  row_fixture_drop (row);
}

/* What another platform called a choice isn't left standing. */
static void
test_choice_platform (Fixture       *fixture,
                      gconstpointer  data)
{
  KqRow *row = row_fixture_row (fixture->document, fixture->coupon, "purpose");
  GtkDropDown *control = row_fixture_find (row, GTK_TYPE_DROP_DOWN);
  GtkStringList *labels = GTK_STRING_LIST (gtk_drop_down_get_model (control));
  g_autofree char *label = g_strdup (gtk_string_list_get_string (labels, KQ_PURPOSE_JOIN_GIFT));
  const char *other[] = { "in other words", NULL };

  kq_object_set_choice (fixture->coupon, KQ_COUPON_PURPOSE, KQ_PURPOSE_JOIN_GIFT);
  gtk_string_list_splice (labels, KQ_PURPOSE_JOIN_GIFT, 1, other);
  kq_object_set_choice (fixture->coupon, KQ_COUPON_PLATFORM, KQ_PLATFORM_TAOBAO);
  g_assert_cmpstr (gtk_string_list_get_string (labels, KQ_PURPOSE_JOIN_GIFT), ==, label);
  g_assert_cmpuint (gtk_drop_down_get_selected (control), ==, KQ_PURPOSE_JOIN_GIFT);
  g_assert_cmpint (kq_object_get_choice (fixture->coupon, KQ_COUPON_PURPOSE), ==,
                   KQ_PURPOSE_JOIN_GIFT);

  row_fixture_drop (row);
}

static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  KqRow *row = row_fixture_row (fixture->document, fixture->coupon, "returningOnly");
  GtkSwitch *control = row_fixture_find (row, GTK_TYPE_SWITCH);

  gtk_switch_set_active (control, TRUE);
  g_assert_true (kq_object_get_bool (fixture->coupon, KQ_COUPON_RETURNING_ONLY));
  kq_object_set_bool (fixture->coupon, KQ_COUPON_RETURNING_ONLY, FALSE);
  g_assert_false (gtk_switch_get_active (control));

  row_fixture_drop (row);
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (fixture->document));
  KqRow *row = row_fixture_row (fixture->document, campaign, "notes");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (row_fixture_find (row, GTK_TYPE_TEXT_VIEW));
  g_autofree char *shown = NULL;

  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
  gtk_text_buffer_set_text (buffer, "一\n二", -1);
  g_assert_cmpstr (kq_object_get_text (campaign, KQ_CAMPAIGN_NOTES), ==, "一\n二");
  kq_object_set_text (campaign, KQ_CAMPAIGN_NOTES, "three");
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "three");

  row_fixture_drop (row);
}

static void
pick (KqRow *row,
      guint  position)
{
  GtkMenuButton *button = row_fixture_find (row, GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popup (button);
  g_signal_emit_by_name (row_fixture_find (gtk_menu_button_get_popover (button), GTK_TYPE_LIST_VIEW),
                         "activate", position);
  gtk_menu_button_popdown (button);
}

static const char *
shown_by (KqRow *row)
{
  return gtk_label_get_label (row_fixture_find (row_fixture_find (row, GTK_TYPE_MENU_BUTTON),
                                                GTK_TYPE_LABEL));
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  KqRow *row = row_fixture_row (fixture->document, fixture->coupon, "levels");
  static const char * const one[] = { "l1", NULL };

  g_assert_cmpstr (shown_by (row), ==, "missing: gone");
  pick (row, 1);
  g_assert_cmpstr (shown_by (row), ==, "missing: gone, VIP 2");
  /* Below the campaign's levels, what is missing can be taken out. */
  pick (row, 2);
  g_assert_cmpstr (shown_by (row), ==, "VIP 2");
  pick (row, 1);
  g_assert_cmpstr (shown_by (row), ==, "All levels");

  kq_object_set_texts (fixture->coupon, KQ_COUPON_LEVELS, one);
  g_assert_cmpstr (shown_by (row), ==, "VIP 1");
  kq_object_set_text (row_fixture_object (fixture->document, KQ_CAMPAIGN_LEVELS, 0),
                      kq_object_find_field (row_fixture_object (fixture->document, KQ_CAMPAIGN_LEVELS, 0), "name"),
                      "Silver");
  g_assert_cmpstr (shown_by (row), ==, "Silver");

  row_fixture_drop (row);
}

#define ADD(path, func) \
  g_test_add ("/rows/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("typed", test_typed);
  ADD ("not-taken", test_not_taken);
  ADD ("shown", test_shown);
  ADD ("times-shown", test_times_shown);
  ADD ("undo", test_undo);
  ADD ("preedit", test_preedit);
  ADD ("choice", test_choice);
  ADD ("choice-platform", test_choice_platform);
  ADD ("switch", test_switch);
  ADD ("long-text", test_long_text);
  ADD ("references", test_references);

  return g_test_run ();
}
