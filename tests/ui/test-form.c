/* test-form.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "row-fixture.h"

#include "kq-finding-line.h"
#include "kq-form.h"
#include "kq-gift.h"
#include "kq-gift-pack.h"

/* A form as a whole: which rows it shows, of which object, with which
 * findings. */

static const char * const worth_fields[] = { "discount", "amount", "percent", NULL };
static const char * const cap_fields[] = { "maxDiscount", NULL };
static const char * const when_fields[] = { "claimStart", "claimEnd", NULL };
static const char * const gift_fields[] = { "gift/name", "gift/cost", NULL };

static const KqFormGroup coupon_groups[] = {
  { "Worth", worth_fields }, { "Cap", cap_fields }, { "When", when_fields },
};
static const KqFormGroup pack_groups[] = { { "Gift", gift_fields } };

typedef struct {
  KqDocument *document;
  KqForm     *form;
  GtkWidget  *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean is_pack = GPOINTER_TO_INT (data);

  fixture->document = row_fixture_document ();
  fixture->form = KQ_FORM (is_pack ? kq_form_new (pack_groups, G_N_ELEMENTS (pack_groups))
                                   : kq_form_new (coupon_groups, G_N_ELEMENTS (coupon_groups)));
  g_object_ref_sink (fixture->form);
  fixture->window = row_fixture_window ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->form);
  g_assert_finalize_object (fixture->document);
}

static KqObject *
show (Fixture *fixture,
      guint    list,
      guint    position)
{
  KqObject *object = row_fixture_object (fixture->document, list, position);

  kq_form_set_object (fixture->form, fixture->document, object);
  row_fixture_settle ();

  return object;
}

static KqRow *
find_row (GtkWidget  *widget,
          const char *title)
{
  KqRow *found = NULL;

  if (KQ_IS_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return KQ_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static gboolean
is_in_sight (Fixture    *fixture,
             const char *title)
{
  KqRow *row = find_row (GTK_WIDGET (fixture->form), title);

  return row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row));
}

static guint
count_lines (GtkWidget *widget)
{
  guint n = KQ_IS_FINDING_LINE (widget) && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_lines (child);

  return n;
}

static void
test_applies (Fixture       *fixture,
              gconstpointer  data)
{
  KqObject *coupon = show (fixture, KQ_CAMPAIGN_COUPONS, 0);
  GtkWidget *cap = GTK_WIDGET (find_row (GTK_WIDGET (fixture->form), "Discount cap"));
  GtkWidget *group = gtk_widget_get_ancestor (cap, ADW_TYPE_PREFERENCES_GROUP);

  g_assert_true (is_in_sight (fixture, "Amount off"));
  g_assert_false (is_in_sight (fixture, "Pays"));
  g_assert_false (gtk_widget_get_mapped (group));

  kq_object_set_choice (coupon, KQ_COUPON_DISCOUNT, KQ_DISCOUNT_PERCENT);
  g_assert_false (is_in_sight (fixture, "Amount off"));
  g_assert_true (is_in_sight (fixture, "Pays"));
  g_assert_true (gtk_widget_get_mapped (group));

  kq_history_undo (kq_document_get_history (fixture->document));
  g_assert_true (is_in_sight (fixture, "Amount off"));
}

static void
test_another (Fixture       *fixture,
              gconstpointer  data)
{
  KqObject *first = show (fixture, KQ_CAMPAIGN_COUPONS, 0);
  KqRow *row = find_row (GTK_WIDGET (fixture->form), "Pays");
  KqObject *second = show (fixture, KQ_CAMPAIGN_COUPONS, 1);
  GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);

  g_assert_true (find_row (GTK_WIDGET (fixture->form), "Pays") == row);
  g_assert_true (kq_row_get_object (row) == second);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "88");

  gtk_editable_set_text (entry, "70");
  g_assert_cmpint (kq_object_get_int (second, KQ_COUPON_PERCENT), ==, 70);
  g_assert_cmpint (kq_object_get_int (first, KQ_COUPON_PERCENT), ==, 0);

  kq_form_set_object (fixture->form, NULL, NULL);
  g_assert_null (kq_row_get_object (row));
}

static guint
count_findings (Fixture  *fixture,
                KqObject *object)
{
  KqFindingList *findings = kq_document_get_findings (fixture->document);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    n += kq_finding_get_object (kq_finding_list_get (findings, i)) == object;

  return n;
}

static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  KqObject *coupon = row_fixture_object (fixture->document, KQ_CAMPAIGN_COUPONS, 0);
  guint n, before;
  KqTime time;
  KqRow *row;

  kq_form_set_object (fixture->form, fixture->document, coupon);
  g_assert_cmpuint (count_lines (GTK_WIDGET (fixture->form)), ==, 0);
  row_fixture_settle ();
  row = find_row (GTK_WIDGET (fixture->form), "Claim end");
  kq_checker_run (kq_document_get_checker (fixture->document));
  n = count_findings (fixture, coupon);
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (count_lines (GTK_WIDGET (fixture->form)), ==, n);
  before = count_lines (GTK_WIDGET (row)) +
           count_lines (GTK_WIDGET (find_row (GTK_WIDGET (fixture->form), "Claim start")));
  g_assert_cmpuint (before, >, 0);

  g_assert_true (kq_time_parse ("2026-11-14T23:59:59+08:00", &time));
  kq_object_set_time (coupon, KQ_COUPON_CLAIM_END, time);
  kq_checker_run (kq_document_get_checker (fixture->document));
  g_assert_cmpuint (count_lines (GTK_WIDGET (row)) +
                    count_lines (GTK_WIDGET (find_row (GTK_WIDGET (fixture->form), "Claim start"))),
                    <, before);

  n = count_findings (fixture, show (fixture, KQ_CAMPAIGN_COUPONS, 1));
  g_assert_cmpuint (count_lines (GTK_WIDGET (fixture->form)), ==, n);
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  KqObject *coupon = show (fixture, KQ_CAMPAIGN_COUPONS, 0);
  GtkWidget *row = GTK_WIDGET (find_row (GTK_WIDGET (fixture->form), "Amount off"));

  kq_form_reveal (fixture->form, coupon, KQ_COUPON_AMOUNT);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), row));
  /* A row that is out of sight takes no focus. */
  kq_form_reveal (fixture->form, coupon, KQ_COUPON_PERCENT);
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                          GTK_WIDGET (find_row (GTK_WIDGET (fixture->form), "Pays"))));
}

/* What the first frame has no room for is laid out after it, or when it is asked
 * for. */
static void
test_placed (Fixture       *fixture,
             gconstpointer  data)
{
  KqObject *coupon = row_fixture_object (fixture->document, KQ_CAMPAIGN_COUPONS, 0);

  kq_form_set_object (fixture->form, fixture->document, coupon);
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->form), "Amount off"));
  g_assert_null (find_row (GTK_WIDGET (fixture->form), "Claim start"));

  kq_form_reveal (fixture->form, coupon, KQ_COUPON_CLAIM_START);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (find_row (GTK_WIDGET (fixture->form),
                                                               "Claim start"))));
}

static void
test_child (Fixture       *fixture,
            gconstpointer  data)
{
  KqObject *pack = show (fixture, KQ_CAMPAIGN_GIFT_PACKS, 0);
  GtkSwitch *presence = row_fixture_find (fixture->form, GTK_TYPE_SWITCH);
  KqObject *gift;

  gtk_test_accessible_assert_property (presence, GTK_ACCESSIBLE_PROPERTY_LABEL, "Gift");
  g_assert_false (gtk_switch_get_active (presence));
  g_assert_null (find_row (GTK_WIDGET (fixture->form), "Gift name"));

  gtk_switch_set_active (presence, TRUE);
  gift = kq_object_get_child (pack, KQ_GIFT_PACK_GIFT);
  g_assert_nonnull (gift);
  g_assert_true (is_in_sight (fixture, "Gift name"));
  gtk_editable_set_text (row_fixture_find (find_row (GTK_WIDGET (fixture->form), "Gift name"), GTK_TYPE_ENTRY),
                         "Mug");
  g_assert_cmpstr (kq_object_get_text (gift, KQ_GIFT_NAME), ==, "Mug");

  kq_history_undo (kq_document_get_history (fixture->document));
  kq_history_undo (kq_document_get_history (fixture->document));
  g_assert_false (gtk_switch_get_active (presence));
  g_assert_false (is_in_sight (fixture, "Gift name"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (presence)));
}

#define ADD(path, func, is_pack) \
  g_test_add ("/form/" path, Fixture, GINT_TO_POINTER (is_pack), set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("applies", test_applies, FALSE);
  ADD ("another", test_another, FALSE);
  ADD ("findings", test_findings, FALSE);
  ADD ("reveal", test_reveal, FALSE);
  ADD ("placed", test_placed, FALSE);
  ADD ("child", test_child, TRUE);

  return g_test_run ();
}
