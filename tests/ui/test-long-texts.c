/* test-long-texts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "row-fixture.h"

#include "kq-format.h"
#include "kq-list-section.h"
#include "kq-level.h"
#include "kq-long-text-row.h"
#include "kq-member-center-section.h"
#include "kq-member-center.h"
#include "kq-message.h"
#include "kq-pages-section.h"

/* The texts of messages and member centers in their forms: what can be inserted,
 * what is said of their length, and what stands where nobody has written any. */

static const char campaign_text[] =
  "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", \"name\": \"Autumn\","
  " \"start\": \"2026-11-01T00:00:00+08:00\", \"end\": \"2026-11-30T23:59:59+08:00\","
  " \"coupons\": [{\"id\": \"a\", \"name\": \"老客专享券\"}],"
  " \"levels\": [{\"id\": \"l\", \"platform\": \"tmall\", \"name\": \"Silver\"}],"
  " \"memberCenters\": [{\"id\": \"r\", \"platform\": \"tmall\"}],"
  " \"messages\": [{\"id\": \"m\", \"coupon\": \"a\", \"signature\": \"【木棉】\","
  "  \"text\": \"Hello you\"}]}";

typedef struct {
  KqDocument    *document;
  KqObject      *object;
  KqForm        *form;
  GtkWidget     *window;
  KqRow         *row;      /* of the long text */
  GtkTextBuffer *buffer;
} Fixture;

/* The form that @section has for the objects of @list */
static KqForm *
make_form (GType section,
           guint list)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (section);
  const KqListSpec *spec = KQ_LIST_SECTION_CLASS (klass)->specs;

  while (spec->list != list)
    spec++;

  return KQ_FORM (kq_form_new (spec->groups, spec->n_groups));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean is_center = GPOINTER_TO_INT (data);
  guint list = is_center ? KQ_CAMPAIGN_MEMBER_CENTERS : KQ_CAMPAIGN_MESSAGES;
  g_autoptr (GBytes) bytes = g_bytes_new_static (campaign_text, strlen (campaign_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  fixture->document = kq_document_new (campaign, NULL, NULL);
  fixture->object = row_fixture_object (fixture->document, list, 0);
  fixture->form = g_object_ref_sink (make_form (is_center ? KQ_TYPE_MEMBER_CENTER_SECTION
                                                          : KQ_TYPE_PAGES_SECTION, list));
  fixture->window = row_fixture_window ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
  gtk_window_present (GTK_WINDOW (fixture->window));
  kq_form_set_object (fixture->form, fixture->document, fixture->object);
  row_fixture_settle ();
  fixture->row = row_fixture_find (fixture->form, KQ_TYPE_LONG_TEXT_ROW);
  fixture->buffer = gtk_text_view_get_buffer (row_fixture_find (fixture->row, GTK_TYPE_TEXT_VIEW));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->form);
  g_assert_finalize_object (fixture->document);
}

/* (nullable) */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static void
click (Fixture    *fixture,
       const char *label)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->row), label), "clicked");
}

static void
select_range (Fixture *fixture,
              int      from,
              int      to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &end, to);
  gtk_text_buffer_select_range (fixture->buffer, &end, &start);
}

static void
assert_text (Fixture    *fixture,
             const char *wanted)
{
  g_autofree char *shown = NULL;

  g_object_get (fixture->buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, wanted);
  g_assert_cmpstr (kq_object_get_text (fixture->object, kq_row_get_index (fixture->row)), ==, wanted);
}

static int
get_cursor (Fixture *fixture)
{
  int position;

  g_object_get (fixture->buffer, "cursor-position", &position, NULL);

  return position;
}

/* At the cursor, and one goes on typing behind it */
static void
test_insert (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *view = row_fixture_find (fixture->row, GTK_TYPE_TEXT_VIEW);

  select_range (fixture, 6, 6);
  click (fixture, "{coupon}");
  assert_text (fixture, "Hello {coupon}you");
  g_assert_cmpint (get_cursor (fixture), ==, 14);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);

  click (fixture, "{product}");
  click (fixture, "{link}");
  assert_text (fixture, "Hello {coupon}{product}{link}you");
}

/* As what is typed does */
static void
test_insert_over (Fixture       *fixture,
                  gconstpointer  data)
{
  select_range (fixture, 6, 9);
  click (fixture, "{coupon}");
  assert_text (fixture, "Hello {coupon}");

  kq_history_undo (kq_document_get_history (fixture->document));
  assert_text (fixture, "Hello you");
}

/* What is typed before and after belongs to other steps. */
static void
test_insert_undo (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const states[] = {
    "Hello you", "Hello you, ", "Hello you, {coupon}", "Hello you, {coupon}{link}",
    "Hello you, {coupon}{link}!!"
  };
  KqHistory *history = kq_document_get_history (fixture->document);

  gtk_text_buffer_insert_at_cursor (fixture->buffer, ",", -1);
  gtk_text_buffer_insert_at_cursor (fixture->buffer, " ", -1);
  click (fixture, "{coupon}");
  click (fixture, "{link}");
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "!", -1);
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "!", -1);

  for (guint i = G_N_ELEMENTS (states) - 1; i > 0; i--)
    {
      assert_text (fixture, states[i]);
      kq_history_undo (history);
    }
  assert_text (fixture, states[0]);
  g_assert_false (kq_history_can_undo (history));
  kq_history_redo (history);
  kq_history_redo (history);
  assert_text (fixture, states[2]);
}

/* An input method that is in the middle of a word isn't told to stop, and its
 * word comes behind what was inserted. */
static void
test_insert_preedit (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *view = row_fixture_find (fixture->row, GTK_TYPE_TEXT_VIEW);
  GtkWidget *button = find_button (GTK_WIDGET (fixture->row), "{coupon}");

  gtk_widget_grab_focus (view);
  select_range (fixture, 9, 9);
  g_signal_emit_by_name (view, "preedit-changed", "hui");
  g_assert_false (gtk_widget_get_focus_on_click (button));
  click (fixture, "{coupon}");
  assert_text (fixture, "Hello you{coupon}");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);

  g_signal_emit_by_name (view, "preedit-changed", "");
  gtk_text_buffer_insert_at_cursor (fixture->buffer, "会", -1);
  assert_text (fixture, "Hello you{coupon}会");
}

/* Each has a name that holds what stands on it. */
static void
test_insert_names (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_test_accessible_assert_property (find_button (GTK_WIDGET (fixture->row), "{coupon}"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Insert {coupon}: the coupon’s name");
  gtk_test_accessible_assert_property (find_button (GTK_WIDGET (fixture->row), "{link}"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Insert {link}: the link");
}

static void
assert_length (Fixture    *fixture,
               const char *text,
               const char *wanted)
{
  GtkWidget *view = row_fixture_find (fixture->row, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (fixture->buffer, text, -1);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wanted);
}

/* KQ-LENGTH: with the signature, and what the variables stand for; seen and
 * heard with each keystroke. */
static void
test_length (Fixture       *fixture,
             gconstpointer  data)
{
  GString *text = g_string_new (NULL);

  assert_length (fixture, "", "4 characters · 1 part");
  assert_length (fixture, "{coupon}", "9 characters · 1 part");
  assert_length (fixture, "{coupon}{coupon}", "14 characters · 1 part");
  assert_length (fixture, "{product}", "4 characters · 1 part");
  assert_length (fixture, "{cupon}", "11 characters · 1 part");
  for (guint i = 0; i < 66; i++)
    g_string_append (text, "券");
  assert_length (fixture, text->str, "70 characters · 1 part");
  g_string_append (text, "券");
  assert_length (fixture, text->str, "71 characters · 2 parts");
  g_string_free (text, TRUE);

  /* What it carries counts too. */
  gtk_text_buffer_set_text (fixture->buffer, "{link}", -1);
  kq_object_set_text (fixture->object, KQ_MESSAGE_LINK, "https://m.tb.cn/h.5");
  gtk_test_accessible_assert_property (row_fixture_find (fixture->row, GTK_TYPE_TEXT_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "23 characters · 1 part");
}

static const char *
get_placeholder (Fixture *fixture)
{
  GtkWidget *overlay = row_fixture_find (fixture->row, GTK_TYPE_OVERLAY);
  GtkWidget *label = row_fixture_find (overlay, GTK_TYPE_LABEL);

  return gtk_widget_get_mapped (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static gboolean
is_offered (Fixture *fixture)
{
  return gtk_widget_get_mapped (find_button (GTK_WIDGET (fixture->row), "Start from This Text"));
}

/* TB-05: what there is without anybody writing any, as long as that is so, and as
 * the campaign is now */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  KqObject *level = row_fixture_object (fixture->document, KQ_CAMPAIGN_LEVELS, 0);

  g_assert_true (g_str_has_prefix (get_placeholder (fixture), "Generated: Members of"));
  g_assert_nonnull (strstr (get_placeholder (fixture), "Silver"));
  g_assert_true (is_offered (fixture));
  kq_object_set_text (level, KQ_LEVEL_NAME, "Gold");
  g_assert_nonnull (strstr (get_placeholder (fixture), "Gold"));
  g_assert_null (strstr (get_placeholder (fixture), "Silver"));
  /* It is nothing that anybody wrote. */
  assert_text (fixture, "");

  gtk_text_buffer_set_text (fixture->buffer, "x", -1);
  g_assert_null (get_placeholder (fixture));
  g_assert_false (is_offered (fixture));
  gtk_text_buffer_set_text (fixture->buffer, "", -1);
  g_assert_true (is_offered (fixture));
}

/* All of it, to be changed from there on, and back in one step */
static void
test_draft_start (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *draft = g_strdup (get_placeholder (fixture) + strlen ("Generated: "));
  g_autofree char *changed = g_strdup_printf ("%s!", draft);
  g_autofree char *length = g_strdup_printf ("%ld of 4,500 characters", g_utf8_strlen (draft, -1));
  KqHistory *history = kq_document_get_history (fixture->document);
  GtkWidget *view = row_fixture_find (fixture->row, GTK_TYPE_TEXT_VIEW);

  click (fixture, "Start from This Text");
  assert_text (fixture, draft);
  g_assert_false (is_offered (fixture));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == view);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, length);

  gtk_text_buffer_insert_at_cursor (fixture->buffer, "!", -1);
  assert_text (fixture, changed);
  kq_history_undo (history);
  assert_text (fixture, draft);
  kq_history_undo (history);
  assert_text (fixture, "");
  g_assert_true (is_offered (fixture));
  g_assert_false (kq_history_can_undo (history));
}

/* Nothing stands in the way of a word in the making. */
static void
test_draft_preedit (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *view = row_fixture_find (fixture->row, GTK_TYPE_TEXT_VIEW);

  g_signal_emit_by_name (view, "preedit-changed", "hui");
  g_assert_null (get_placeholder (fixture));
  g_assert_false (is_offered (fixture));
  g_signal_emit_by_name (view, "preedit-changed", "");
  g_assert_true (is_offered (fixture));
}

/* A message has no text of its own. */
static void
test_no_draft (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_text_buffer_set_text (fixture->buffer, "", -1);
  g_assert_nonnull (get_placeholder (fixture));
  g_assert_false (is_offered (fixture));
  g_assert_true (gtk_widget_get_mapped (find_button (GTK_WIDGET (fixture->row), "{coupon}")));
}

#define ADD(path, func, is_center) \
  g_test_add ("/long-texts/" path, Fixture, GINT_TO_POINTER (is_center), set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("insert", test_insert, FALSE);
  ADD ("insert-over", test_insert_over, FALSE);
  ADD ("insert-undo", test_insert_undo, FALSE);
  ADD ("insert-preedit", test_insert_preedit, FALSE);
  ADD ("insert-names", test_insert_names, FALSE);
  ADD ("length", test_length, FALSE);
  ADD ("draft", test_draft, TRUE);
  ADD ("draft-start", test_draft_start, TRUE);
  ADD ("draft-preedit", test_draft_preedit, TRUE);
  ADD ("no-draft", test_no_draft, FALSE);

  return g_test_run ();
}
