/* test-special-rows.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "kq-coupon.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "row-fixture.h"

/* The rows that not every form has: colours, faces and links; and what holds for
 * all that are typed into: composing is never disturbed, times tell their zone. */

typedef struct {
  KqDocument *document;
} Fixture;

/* @zone: the campaign's */
static KqDocument *
create_document (const char *zone)
{
  g_autofree char *text = g_strdup_printf (
    "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", \"name\": \"Autumn\","
    " \"timeZone\": \"%s\", \"notes\": \"old\","
    " \"start\": \"2026-11-01T00:00:00+08:00\", \"end\": \"2026-11-30T23:59:59+08:00\","
    " \"memberCards\": [{\"id\": \"k\", \"faceColor\": \"#c22a17\"}],"
    " \"memberCenters\": [{\"id\": \"m\", \"platform\": \"tmall\", \"facePreset\": 2}],"
    " \"coupons\": [{\"id\": \"a\", \"name\": \"First\", \"amount\": 2000, \"percent\": 88,"
    "  \"claimStart\": \"2026-11-08T00:00:00+08:00\"}]}", zone);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return kq_document_new (campaign, NULL, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = create_document ("Asia/Shanghai");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static GtkWidget *
find_by_class (GtkWidget  *widget,
               const char *css_class)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_class (child, css_class);

  return found;
}

static const char *
get_hint (KqRow *row)
{
  GtkWidget *hint = find_by_class (GTK_WIDGET (row), "hint");

  g_assert_nonnull (hint);

  return gtk_widget_get_visible (hint) ? gtk_label_get_label (GTK_LABEL (hint)) : NULL;
}

/* What it looks like and what is typed are the same colour. */
static void
test_color (Fixture       *fixture,
            gconstpointer  data)
{
  KqObject *card = row_fixture_object (fixture->document, KQ_CAMPAIGN_MEMBER_CARDS, 0);
  KqRow *row = row_fixture_row (fixture->document, card, "faceColor");
  GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);
  GtkColorChooser *button = row_fixture_find (row, GTK_TYPE_COLOR_BUTTON);
  GdkRGBA shown, wanted;

  gtk_color_chooser_get_rgba (button, &shown);
  gdk_rgba_parse (&wanted, "#c22a17");
  g_assert_true (gdk_rgba_equal (&shown, &wanted));

  gtk_editable_set_text (entry, "＃１７５８４b");
  g_assert_cmpstr (kq_object_get_text (card, KQ_MEMBER_CARD_FACE_COLOR), ==, "#17584b");
  gtk_color_chooser_get_rgba (button, &shown);
  gdk_rgba_parse (&wanted, "#17584b");
  g_assert_true (gdk_rgba_equal (&shown, &wanted));

  gtk_editable_set_text (entry, "red");
  g_assert_true (kq_row_has_problem (row));
  g_assert_cmpstr (kq_object_get_text (card, KQ_MEMBER_CARD_FACE_COLOR), ==, "#17584b");

  gdk_rgba_parse (&wanted, "#3b0d1d");
  gtk_color_chooser_set_rgba (button, &wanted);
  g_signal_emit_by_name (button, "color-set");
  g_assert_cmpstr (kq_object_get_text (card, KQ_MEMBER_CARD_FACE_COLOR), ==, "#3b0d1d");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "#3b0d1d");
  g_assert_false (kq_row_has_problem (row));

  /* What is done in one row is one step. */
  kq_history_undo (kq_document_get_history (fixture->document));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "#c22a17");
  row_fixture_drop (row);
}

static void
collect (GtkWidget *widget,
         GPtrArray *buttons)
{
  if (GTK_IS_TOGGLE_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, buttons);
}

/* (nullable): what the only pressed one of @buttons is called */
static const char *
get_pressed (GPtrArray *buttons)
{
  const char *pressed = NULL;

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_toggle_button_get_active (buttons->pdata[i]))
      {
        g_assert_null (pressed);
        pressed = gtk_widget_get_tooltip_text (buttons->pdata[i]);
      }

  return pressed;
}

static void
test_face (Fixture       *fixture,
           gconstpointer  data)
{
  KqObject *center = row_fixture_object (fixture->document, KQ_CAMPAIGN_MEMBER_CENTERS, 0);
  KqRow *row = row_fixture_row (fixture->document, center, "facePreset");
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect (GTK_WIDGET (row), buttons);
  g_assert_cmpuint (buttons->len, ==, 5);
  g_assert_cmpstr (get_pressed (buttons), ==, "Colour 2");

  gtk_toggle_button_set_active (buttons->pdata[4], TRUE);
  g_assert_cmpint (kq_object_get_int (center, KQ_MEMBER_CENTER_FACE_PRESET), ==, 0);
  g_assert_cmpstr (get_pressed (buttons), ==, "Own picture");
  kq_history_undo (kq_document_get_history (fixture->document));
  g_assert_cmpstr (get_pressed (buttons), ==, "Colour 2");

  /* What a file says and no button stands for presses none, and is kept. */
  kq_object_set_int (center, KQ_MEMBER_CENTER_FACE_PRESET, 9);
  g_assert_null (get_pressed (buttons));
  g_assert_cmpint (kq_object_get_int (center, KQ_MEMBER_CENTER_FACE_PRESET), ==, 9);
  row_fixture_drop (row);
}

static gboolean
shows_button (KqRow      *row,
              const char *icon_name)
{
  g_autoptr (GPtrArray) widgets = g_ptr_array_new ();

  g_ptr_array_add (widgets, row);
  for (guint i = 0; i < widgets->len; i++)
    {
      if (GTK_IS_BUTTON (widgets->pdata[i]) &&
          g_strcmp0 (gtk_button_get_icon_name (widgets->pdata[i]), icon_name) == 0)
        return gtk_widget_get_visible (widgets->pdata[i]);
      for (GtkWidget *child = gtk_widget_get_first_child (widgets->pdata[i]); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (widgets, child);
    }

  g_assert_not_reached ();
}

/* Only an address of the web is opened; whatever is there is copied. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { const char *text; gboolean opens, copies; } cases[] = {
    { "https://market.m.taobao.com/join", TRUE, TRUE }, { "http://a.cn", TRUE, TRUE },
    { "javascript:alert(1)", FALSE, TRUE }, { "file:///etc/passwd", FALSE, TRUE },
    { "https://", FALSE, TRUE }, { "m.tb.cn/h.1", FALSE, TRUE }, { "", FALSE, FALSE },
  };
  KqObject *center = row_fixture_object (fixture->document, KQ_CAMPAIGN_MEMBER_CENTERS, 0);
  KqRow *row = row_fixture_row (fixture->document, center, "joinUrl");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      kq_object_set_text (center, KQ_MEMBER_CENTER_JOIN_URL, cases[i].text);
      g_assert_cmpint (shows_button (row, "web-browser-symbolic"), ==, cases[i].opens);
      g_assert_cmpint (shows_button (row, "edit-copy-symbolic"), ==, cases[i].copies);
    }
  row_fixture_drop (row);
}

/* Of a text in several lines */
static void
test_long_preedit (Fixture       *fixture,
                   gconstpointer  data)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (fixture->document));
  KqRow *row = row_fixture_row (fixture->document, campaign, "notes");
  GtkWidget *view = row_fixture_find (row, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;

  g_signal_emit_by_name (view, "preedit-changed", "hui");
  kq_object_set_text (campaign, KQ_CAMPAIGN_NOTES, "from elsewhere");
  g_object_get (buffer, "text", &during, NULL);
  g_assert_cmpstr (during, ==, "old");
  g_signal_emit_by_name (view, "preedit-changed", "");
  g_object_get (buffer, "text", &after, NULL);
  g_assert_cmpstr (after, ==, "from elsewhere");
  row_fixture_drop (row);
}

/* What the rules and the row itself say of a value while another is composed
 * moves neither the text nor the focus. */
static void
test_validation (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const fields[] = { "name", "amount", "percent", "claimStart", "quantity" };
  KqObject *coupon = row_fixture_object (fixture->document, KQ_CAMPAIGN_COUPONS, 0);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KqRow *row = row_fixture_row (fixture->document, coupon, fields[i]);
      GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);
      GtkEditable *text = gtk_editable_get_delegate (entry);
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));

      g_test_message ("%s", fields[i]);
      gtk_widget_grab_focus (GTK_WIDGET (entry));
      gtk_editable_set_text (entry, "１");
      gtk_editable_set_position (entry, 1);
      g_signal_emit_by_name (text, "preedit-changed", "wan");
      kq_checker_run (kq_document_get_checker (fixture->document));
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, "１");
      g_assert_cmpint (gtk_editable_get_position (entry), ==, 1);
      g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (text));
      g_signal_emit_by_name (text, "preedit-changed", "");
      g_assert_cmpstr (gtk_editable_get_text (entry), ==, "１");
      g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (text));
      row_fixture_drop (row);
    }
}

/* Only where the campaign’s isn’t the computer’s, which is Shanghai’s here */
static void
test_zone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KqDocument) away = create_document ("America/New_York");
  KqObject *here = row_fixture_object (fixture->document, KQ_CAMPAIGN_COUPONS, 0);
  KqObject *there = row_fixture_object (away, KQ_CAMPAIGN_COUPONS, 0);
  KqRow *row = row_fixture_row (fixture->document, here, "claimStart");
  GtkEditable *entry;
  g_autofree char *typed = NULL;

  g_assert_cmpstr (get_hint (row), ==, NULL);
  row_fixture_drop (row);

  row = row_fixture_row (away, there, "claimStart");
  entry = row_fixture_find (row, GTK_TYPE_ENTRY);
  g_assert_cmpstr (get_hint (row), ==, "Time of America/New_York");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2026-11-07 11:00");
  gtk_editable_set_text (entry, "2026-11-08 20:00");
  typed = kq_time_to_string (kq_object_get_time (there, KQ_COUPON_CLAIM_START));
  g_assert_cmpstr (typed, ==, "2026-11-08T20:00:00-05:00");
  row_fixture_drop (row);
}

/* In the other way of saying it, beside */
static void
test_percent (Fixture       *fixture,
              gconstpointer  data)
{
  KqObject *coupon = row_fixture_object (fixture->document, KQ_CAMPAIGN_COUPONS, 0);
  KqRow *row = row_fixture_row (fixture->document, coupon, "percent");
  GtkEditable *entry = row_fixture_find (row, GTK_TYPE_ENTRY);

  g_assert_nonnull (strstr (get_hint (row), "12 % off"));
  gtk_editable_set_text (entry, "７.５折");
  g_assert_cmpint (kq_object_get_int (coupon, KQ_COUPON_PERCENT), ==, 75);
  g_assert_nonnull (strstr (get_hint (row), "25 % off"));
  row_fixture_drop (row);
}

#define ADD(path, func) \
  g_test_add ("/special-rows/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("color", test_color);
  ADD ("face", test_face);
  ADD ("link", test_link);
  ADD ("long-preedit", test_long_preedit);
  ADD ("validation", test_validation);
  ADD ("zone", test_zone);
  ADD ("percent", test_percent);

  return g_test_run ();
}
