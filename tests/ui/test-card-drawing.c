/* test-card-drawing.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "row-fixture.h"

#include "kq-card-drawing.h"
#include "kq-format.h"
#include "kq-list-section.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-member-cards-section.h"
#include "kq-shop.h"

/* The card that is drawn in the form of a member card */

static const char campaign_text[] =
  "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", \"name\": \"Autumn\","
  " \"start\": \"2026-11-01T00:00:00+08:00\", \"end\": \"2026-11-30T23:59:59+08:00\","
  " \"shops\": [{\"id\": \"s\", \"platform\": \"mini-program\", \"name\": \"Kapok\"}],"
  " \"memberCards\": [{\"id\": \"k\", \"platform\": \"mini-program\", \"title\": \"Gold\","
  "   \"kind\": \"paid\", \"price\": 9900, \"validity\": \"permanent\", \"faceColor\": \"#c22a17\"},"
  "  {\"id\": \"l\", \"platform\": \"mini-program\", \"title\": \"Silver\", \"kind\": \"conditional\","
  "   \"spend\": 100000, \"validity\": \"range\", \"validFrom\": \"2199-01-01T00:00:00+08:00\","
  "   \"validTo\": \"2199-12-31T23:59:59+08:00\"}]}";

typedef struct {
  KqDocument *document;
  KqForm     *form;
  GtkWidget  *window;
  GtkWidget  *drawing;
} Fixture;

static KqObject *
show (Fixture *fixture,
      guint    position)
{
  KqObject *card = row_fixture_object (fixture->document, KQ_CAMPAIGN_MEMBER_CARDS, position);

  kq_form_set_object (fixture->form, fixture->document, card);
  row_fixture_settle ();

  return card;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (campaign_text, strlen (campaign_text));
  g_autoptr (GTypeClass) klass = g_type_class_ref (KQ_TYPE_MEMBER_CARDS_SECTION);
  const KqListSpec *spec = KQ_LIST_SECTION_CLASS (klass)->specs;
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  fixture->document = kq_document_new (campaign, NULL, NULL);
  fixture->form = g_object_ref_sink (KQ_FORM (kq_form_new (spec->groups, spec->n_groups)));
  fixture->window = row_fixture_window ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
  gtk_window_present (GTK_WINDOW (fixture->window));
  show (fixture, 0);
  fixture->drawing = row_fixture_find (fixture->form, KQ_TYPE_CARD_DRAWING);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  row_fixture_settle ();
  g_assert_finalize_object (fixture->form);
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

static void
assert_shows (Fixture    *fixture,
              const char *css_class,
              const char *wanted)
{
  GtkWidget *label = find_by_class (fixture->drawing, css_class);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, wanted);
}

/* The words that its holder sees, however it is come by and whenever it begins */
static void
test_holder (Fixture       *fixture,
             gconstpointer  data)
{
  assert_shows (fixture, "card-title", "Gold");
  assert_shows (fixture, "card-text", "Kapok");
  assert_shows (fixture, "card-tag", "Permanent");
  assert_shows (fixture, "card-note", "Your card");

  show (fixture, 1);
  assert_shows (fixture, "card-title", "Silver");
  assert_shows (fixture, "card-note", "Your card");
}

/* As large as on the phone where a form scrolls, which gives each row the least
 * height that it asks for; and narrower than that on a narrow screen */
static void
test_size (Fixture       *fixture,
           gconstpointer  data)
{
  int width, height;

  gtk_widget_measure (fixture->drawing, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_measure (fixture->drawing, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (height, >=, 175);
  g_assert_cmpint (width, <=, 300);
}

/* With each keystroke, in its own row and elsewhere, and back */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  KqObject *card = show (fixture, 0);
  GtkEditable *entry = row_fixture_find (row_fixture_find (fixture->form, KQ_TYPE_ROW),
                                         GTK_TYPE_ENTRY);

  gtk_editable_set_text (entry, "Golde");
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Golde");
  gtk_editable_set_text (entry, "Golden");
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Golden");
  kq_history_undo (kq_document_get_history (fixture->document));
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Gold");

  kq_object_set_choice (card, KQ_MEMBER_CARD_VALIDITY, KQ_CARD_VALIDITY_YEAR);
  kq_object_set_text (row_fixture_object (fixture->document, KQ_CAMPAIGN_SHOPS, 0), KQ_SHOP_NAME,
                      "Silk");
  row_fixture_settle ();
  assert_shows (fixture, "card-tag", "Year card");
  assert_shows (fixture, "card-text", "Silk");
}

/* Its own colour, with text that can be read on it, or the design without one */
static void
test_color (Fixture       *fixture,
            gconstpointer  data)
{
  KqObject *card = show (fixture, 0);
  GtkWidget *face = find_by_class (fixture->drawing, "card");

  g_assert_false (gtk_widget_has_css_class (face, "light"));
  g_assert_false (gtk_widget_has_css_class (face, "face-2"));
  kq_object_set_text (card, KQ_MEMBER_CARD_FACE_COLOR, "#fff0dd");
  row_fixture_settle ();
  g_assert_true (gtk_widget_has_css_class (face, "light"));
  kq_object_set_text (card, KQ_MEMBER_CARD_FACE_COLOR, "");
  row_fixture_settle ();
  g_assert_false (gtk_widget_has_css_class (face, "light"));
  g_assert_true (gtk_widget_has_css_class (face, "face-2"));
}

/* It is a picture with a name, and its words are told. */
static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *frame = find_by_class (fixture->drawing, "kq-phone");
  KqObject *card = show (fixture, 0);

  gtk_test_accessible_assert_role (frame, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (frame, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The card as its holder sees it");
  gtk_test_accessible_assert_property (frame, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Gold\nKapok\nYour card\nPermanent");
  kq_object_set_text (card, KQ_MEMBER_CARD_TITLE, "");
  row_fixture_settle ();
  gtk_test_accessible_assert_property (frame, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Kapok\nYour card\nPermanent");
  /* Tab passes it by. */
  g_assert_false (gtk_widget_child_focus (fixture->drawing, GTK_DIR_TAB_FORWARD));
}

/* What nobody sees isn't drawn; it is once it is seen. */
static void
test_unseen (Fixture       *fixture,
             gconstpointer  data)
{
  KqObject *card = show (fixture, 0);

  gtk_widget_set_visible (GTK_WIDGET (fixture->form), FALSE);
  kq_object_set_text (card, KQ_MEMBER_CARD_TITLE, "Bronze");
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Gold");
  gtk_widget_set_visible (GTK_WIDGET (fixture->form), TRUE);
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Bronze");
}

/* A card that is gone before it is drawn, or whose form shows none */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (fixture->document));
  KqObject *card = show (fixture, 0);

  kq_object_set_text (card, KQ_MEMBER_CARD_TITLE, "Bronze");
  kq_list_remove (kq_object_get_list (campaign, KQ_CAMPAIGN_MEMBER_CARDS), 0);
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Gold");

  kq_object_set_text (campaign, KQ_CAMPAIGN_NAME, "Winter");
  kq_form_set_object (fixture->form, NULL, NULL);
  row_fixture_settle ();
  show (fixture, 0);
  assert_shows (fixture, "card-title", "Silver");
}

/* A platform that nobody knows yet: its cards look like a mini-program's. */
static void
test_unknown_platform (Fixture       *fixture,
                       gconstpointer  data)
{
  kq_object_set_word (show (fixture, 0), KQ_MEMBER_CARD_PLATFORM, "moon");
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Gold");
  assert_shows (fixture, "card-text", "Kapok");
  kq_object_set_text (show (fixture, 0), KQ_MEMBER_CARD_TITLE, "Lunar");
  row_fixture_settle ();
  assert_shows (fixture, "card-title", "Lunar");
}

#define ADD(path, func) \
  g_test_add ("/card-drawing/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("holder", test_holder);
  ADD ("size", test_size);
  ADD ("follows", test_follows);
  ADD ("color", test_color);
  ADD ("accessible", test_accessible);
  ADD ("unseen", test_unseen);
  ADD ("gone", test_gone);
  ADD ("unknown-platform", test_unknown_platform);

  return g_test_run ();
}
