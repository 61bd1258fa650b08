/* test-phone.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "kq-format.h"
#include "kq-list.h"
#include "kq-phone.h"
#include "kq-phone-ticket.h"
#include "kq-render-draw.h"

static KqCampaign *
make_campaign (void)
{
  static const char json[] =
    "{\"format\":\"kaquan-campaign\",\"version\":1,\"id\":\"c\","
    "\"coupons\":[{\"id\":\"a\",\"name\":\"First\",\"amount\":500},"
    "{\"id\":\"b\",\"name\":\"Second\",\"amount\":700}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return campaign;
}

static KqView *
ask (KqCampaign *campaign)
{
  g_autoptr (KqViewQuery) query = kq_view_query_new (KQ_PLATFORM_DOUYIN, (KqTime) { 0, 0 });
  g_autoptr (GError) error = NULL;
  KqView *view;

  query->persona = KQ_PERSONA_MEMBER;
  view = kq_view_at (campaign, query, &error);
  g_assert_no_error (error);

  return view;
}

/* The label that says @text, anywhere below @widget. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
show (GtkWidget  *phone,
      KqCampaign *campaign)
{
  g_autoptr (KqView) view = ask (campaign);

  kq_phone_set_view (KQ_PHONE (phone), view);
}

/* An edit changes the words on the widgets that are there. */
static void
test_in_place (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  KqObject *coupon = kq_list_get (coupons, 0);
  GtkWidget *phone = g_object_ref_sink (kq_phone_new ());
  GtkWidget *label;

  show (phone, campaign);
  label = find_label (phone, "First");
  g_assert_nonnull (label);

  g_object_set (coupon, "name", "Changed", NULL);
  show (phone, campaign);
  g_assert_true (find_label (phone, "Changed") == label);

  kq_list_remove (coupons, 1);
  show (phone, campaign);
  g_assert_true (find_label (phone, "Changed") == label);
  g_assert_null (find_label (phone, "Second"));

  g_assert_finalize_object (phone);
}

static KqCampaign *
make_many (guint n)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"kaquan-campaign\",\"version\":1,"
                                           "\"id\":\"c\",\"coupons\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s{\"id\":\"%u\",\"name\":\"Coupon %u\",\"amount\":500}",
                            i > 0 ? "," : "", i, i);
  g_string_append (json, "]}");
  bytes = g_bytes_new_static (json->str, json->len);
  campaign = kq_format_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return campaign;
}

static void
click (GtkWidget  *phone,
       const char *words)
{
  GtkWidget *button = gtk_widget_get_ancestor (find_label (phone, words), GTK_TYPE_BUTTON);

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
}

/* The rest is laid out when it is asked for. */
static void
test_many (void)
{
  g_autoptr (KqCampaign) campaign = make_many (35);
  GtkWidget *phone = g_object_ref_sink (kq_phone_new ());

  show (phone, campaign);
  g_assert_nonnull (find_label (phone, "Coupon 9"));
  g_assert_null (find_label (phone, "Coupon 10"));
  click (phone, "25 more");
  g_assert_nonnull (find_label (phone, "Coupon 29"));
  click (phone, "5 more");
  g_assert_nonnull (find_label (phone, "Coupon 34"));
  g_assert_finalize_object (phone);
}

/* A tab chooses among all, not among those that are laid out. */
static void
test_tabs (void)
{
  g_autoptr (KqCampaign) campaign = make_many (35);
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  GtkWidget *phone = g_object_ref_sink (kq_phone_new ());

  g_object_set (kq_list_get (coupons, 20), "state", "ended", NULL);
  show (phone, campaign);
  click (phone, "To claim");
  click (phone, "24 more");
  g_assert_null (find_label (phone, "Coupon 20"));
  click (phone, "Claimed");
  g_assert_nonnull (find_label (phone, "None at this moment"));
  g_assert_null (find_label (phone, "Coupon 1"));
  g_assert_finalize_object (phone);
}

/* What comes to stand elsewhere keeps its widgets, and so the focus. */
static void
test_moved (void)
{
  g_autoptr (KqCampaign) campaign = make_many (5);
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  GtkWidget *phone = g_object_ref_sink (kq_phone_new ());
  GtkWidget *first, *last;

  show (phone, campaign);
  first = find_label (phone, "Coupon 0");
  last = find_label (phone, "Coupon 4");
  g_object_set (kq_list_get (coupons, 0), "state", "ended", NULL);
  show (phone, campaign);
  g_assert_true (find_label (phone, "Coupon 0") == first);
  g_assert_true (find_label (phone, "Coupon 4") == last);
  g_assert_null (gtk_widget_get_next_sibling (gtk_widget_get_ancestor (first,
                                                                       KQ_TYPE_PHONE_TICKET)));
  g_assert_finalize_object (phone);
}

static void
on_activated (char       **tapped,
              const char  *id)
{
  g_free (*tapped);
  *tapped = g_strdup (id);
}

static void
test_tap (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  GtkWidget *phone = g_object_ref_sink (kq_phone_new ());
  g_autofree char *tapped = NULL;

  show (phone, campaign);
  g_signal_connect_swapped (phone, "activated", G_CALLBACK (on_activated), &tapped);
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (phone, "Claim"), GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_cmpstr (tapped, ==, "a");

  g_assert_finalize_object (phone);
}

static void
test_draw (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  g_autoptr (KqView) view = ask (campaign);

  for (int scale = 1; scale <= 3; scale++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = kq_render_draw (view, NULL, scale, &error);
      g_autoptr (GdkTexture) texture = NULL;

      g_assert_no_error (error);
      texture = gdk_texture_new_from_bytes (png, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (gdk_texture_get_width (texture), ==, 375 * scale);
      g_assert_cmpuint (gdk_texture_get_height (texture), ==, 812 * scale);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/phone/in-place", test_in_place);
  g_test_add_func ("/phone/many", test_many);
  g_test_add_func ("/phone/tabs", test_tabs);
  g_test_add_func ("/phone/moved", test_moved);
  g_test_add_func ("/phone/tap", test_tap);
  g_test_add_func ("/phone/draw", test_draw);

  return g_test_run ();
}
