/* test-preview.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-absences.h"
#include "kq-format.h"
#include "kq-moment-bar.h"
#include "kq-phone.h"
#include "kq-story-draw.h"
#include "kq-view-changes.h"
#include "kq-view-story.h"

static const char json[] =
  "{\"format\":\"kaquan-campaign\",\"version\":1,\"id\":\"c\","
  "\"start\":\"2026-11-01T00:00:00+08:00\",\"end\":\"2026-11-30T23:59:59+08:00\","
  "\"coupons\":[{\"id\":\"a\",\"name\":\"First\",\"amount\":500,"
  "\"claimStart\":\"2026-11-05T00:00:00+08:00\",\"claimEnd\":\"2026-11-09T23:59:59+08:00\"},"
  "{\"id\":\"v\",\"name\":\"Gone\",\"amount\":500,\"state\":\"voided\"}],"
  "\"giftPacks\":[{\"id\":\"p\",\"name\":\"Pack\",\"platform\":\"tmall\",\"coupons\":[\"a\"]}],"
  "\"memberCenters\":[{\"id\":\"m\",\"platform\":\"tmall\","
  "\"publishedAt\":\"2026-10-01T00:00:00+08:00\"}]}";

static KqCampaign *
make_campaign (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return campaign;
}

static KqTime
at (const char *day)
{
  g_autofree char *text = g_strdup_printf ("2026-11-%sT00:00:00+08:00", day);
  KqTime time;

  g_assert_true (kq_time_parse (text, &time));

  return time;
}

static KqViewQuery *
make_query (KqPlatform platform)
{
  KqViewQuery *query = kq_view_query_new (platform, at ("03"));

  query->persona = KQ_PERSONA_NEW;

  return query;
}

/* The widget of that type whose name or label says @text. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  GtkWidget *found = NULL;
  const char *own = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                                          : gtk_widget_get_tooltip_text (widget);

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (text == NULL || g_strcmp0 (own, text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);

  return found;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
click (GtkWidget  *bar,
       const char *name)
{
  g_signal_emit_by_name (find (bar, GTK_TYPE_BUTTON, name), "clicked");
}

static GtkWidget *
make_bar (KqCampaign *campaign)
{
  g_autoptr (KqViewQuery) query = make_query (KQ_PLATFORM_DOUYIN);
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (campaign);
  g_autoptr (GPtrArray) changes = kq_view_changes (campaign, query, at ("01"), at ("30"));
  GtkWidget *bar = g_object_ref_sink (kq_moment_bar_new ());

  kq_moment_bar_set_zone (KQ_MOMENT_BAR (bar), zone);
  kq_moment_bar_set_period (KQ_MOMENT_BAR (bar), at ("01"), at ("30"));
  kq_moment_bar_set_moment (KQ_MOMENT_BAR (bar), at ("03"));
  kq_moment_bar_set_changes (KQ_MOMENT_BAR (bar), changes);

  return bar;
}

static void
assert_moment (GtkWidget  *bar,
               const char *day)
{
  g_assert_cmpint (kq_time_compare (kq_moment_bar_get_moment (KQ_MOMENT_BAR (bar)), at (day)),
                   ==, 0);
}

/* From change to change, and no further. */
static void
test_steps (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  GtkWidget *bar = make_bar (campaign);
  guint n = 0;

  g_signal_connect_swapped (bar, "changed", G_CALLBACK (count), &n);
  g_assert_nonnull (find (bar, GTK_TYPE_LABEL, "Next: 11-05 00:00 · “First” opens"));
  click (bar, "Next change");
  assert_moment (bar, "05");
  g_assert_nonnull (find (bar, GTK_TYPE_LABEL, "Now: “First” opens"));
  click (bar, "Next change");
  assert_moment (bar, "10");
  click (bar, "Next change");
  assert_moment (bar, "10");
  g_assert_false (gtk_widget_get_sensitive (find (bar, GTK_TYPE_BUTTON, "Next change")));
  click (bar, "Previous change");
  assert_moment (bar, "05");
  g_assert_cmpuint (n, ==, 3);

  g_assert_finalize_object (bar);
}

/* What can't be read changes nothing and says why. */
static void
test_entry (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  GtkWidget *bar = make_bar (campaign);
  GtkWidget *entry = kq_moment_bar_get_entry (KQ_MOMENT_BAR (bar));

  gtk_editable_set_text (GTK_EDITABLE (entry), "someday");
  g_signal_emit_by_name (entry, "activate");
  assert_moment (bar, "03");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (find (bar, GTK_TYPE_LABEL, "Next: 11-05 00:00 · “First” opens"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "2026/11/8");
  g_signal_emit_by_name (entry, "activate");
  assert_moment (bar, "08");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_nonnull (find (bar, GTK_TYPE_LABEL, "Next: 11-10 00:00 · “First” ends"));

  gtk_range_set_value (GTK_RANGE (find (bar, GTK_TYPE_SCALE, NULL)), 6 * 86400);
  assert_moment (bar, "07");

  g_assert_finalize_object (bar);
}

static void
test_absences (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  g_autoptr (KqViewQuery) query = make_query (KQ_PLATFORM_DOUYIN);
  g_autoptr (KqView) view = kq_view_at (campaign, query, NULL);
  GtkWidget *absences = g_object_ref_sink (kq_absences_new ());

  g_assert_false (gtk_widget_get_visible (absences));
  kq_absences_set_view (KQ_ABSENCES (absences), view);
  g_assert_true (gtk_widget_get_visible (absences));
  g_assert_nonnull (find (absences, GTK_TYPE_LABEL, "1 configured, but not shown"));

  g_assert_finalize_object (absences);
}

/* The pop-up goes without claiming anything. */
static void
test_close (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  g_autoptr (KqViewQuery) query = make_query (KQ_PLATFORM_TMALL);
  g_autoptr (KqView) view = NULL;
  GtkWidget *phone = g_object_ref_sink (kq_phone_new ());
  GtkWidget *close = NULL;
  guint n_closed = 0, n_tapped = 0;

  query->page = KQ_VIEW_PAGE_POPUP;
  view = kq_view_at (campaign, query, NULL);
  g_assert_nonnull (view->popup);
  kq_phone_set_view (KQ_PHONE (phone), view);
  g_signal_connect_swapped (phone, "closed", G_CALLBACK (count), &n_closed);
  g_signal_connect_swapped (phone, "activated", G_CALLBACK (count), &n_tapped);
  for (GtkWidget *each = phone; close == NULL; each = gtk_widget_get_first_child (each))
    if (GTK_IS_OVERLAY (each))
      close = gtk_widget_get_last_child (gtk_widget_get_first_child (gtk_widget_get_last_child (each)));
  g_assert_true (GTK_IS_BUTTON (close));
  g_signal_emit_by_name (close, "clicked");
  g_assert_cmpuint (n_closed, ==, 1);
  g_assert_cmpuint (n_tapped, ==, 0);

  g_assert_finalize_object (phone);
}

/* One phone a person, or one a moment; as a picture or a document. */
static void
test_story (void)
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  g_autoptr (KqViewQuery) query = make_query (KQ_PLATFORM_DOUYIN);
  g_autoptr (GPtrArray) people = kq_view_story (campaign, query, KQ_STORY_PERSONAS);
  g_autoptr (GPtrArray) moments = kq_view_story (campaign, query, KQ_STORY_MOMENTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = kq_story_draw (moments, "T", NULL, KQ_RENDER_PNG, 2, &error);
  g_autoptr (GBytes) pdf = kq_story_draw (moments, "T", NULL, KQ_RENDER_PDF, 1, &error);
  g_autoptr (GdkTexture) texture = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (people->len, >, 5);
  g_assert_cmpuint (moments->len, ==, 3);
  g_assert_cmpstr (((KqStoryFrame *) moments->pdata[1])->title, ==, "2026-11-05 00:00");
  g_assert_cmpstr (((KqStoryFrame *) moments->pdata[1])->text, ==, "“First” opens");
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gdk_texture_get_width (texture), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/preview/steps", test_steps);
  g_test_add_func ("/preview/entry", test_entry);
  g_test_add_func ("/preview/absences", test_absences);
  g_test_add_func ("/preview/close", test_close);
  g_test_add_func ("/preview/story", test_story);

  return g_test_run ();
}
