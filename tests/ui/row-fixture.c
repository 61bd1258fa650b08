/* row-fixture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "row-fixture.h"

#include "kq-format.h"
#include "kq-list.h"

static const char campaign_text[] =
  "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", \"name\": \"Autumn\","
  " \"start\": \"2026-11-01T00:00:00+08:00\", \"end\": \"2026-11-30T23:59:59+08:00\","
  " \"levels\": [{\"id\": \"l1\", \"name\": \"VIP 1\"}, {\"id\": \"l2\", \"name\": \"VIP 2\"}],"
  " \"coupons\": ["
  "  {\"id\": \"a\", \"name\": \"First\", \"discount\": \"threshold\", \"amount\": 2000,"
  "   \"threshold\": 59900, \"quantity\": 1000, \"goal\": \"mystery\", \"levels\": [\"gone\"],"
  "   \"claimStart\": \"2026-11-08T00:00:00+08:00\", \"claimEnd\": \"2026-11-07T23:59:59+08:00\"},"
  "  {\"id\": \"b\", \"name\": \"Second\", \"discount\": \"percent\", \"percent\": 88, \"quantity\": 50}],"
  " \"giftPacks\": [{\"id\": \"p\", \"platform\": \"douyin\", \"coupons\": [\"a\"]}]}";

KqDocument *
row_fixture_document (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (campaign_text, strlen (campaign_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return kq_document_new (campaign, NULL, NULL);
}

KqObject *
row_fixture_object (KqDocument *document,
                    guint       list,
                    guint       position)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));

  return kq_list_get (kq_object_get_list (campaign, list), position);
}

/* Wide enough from the beginning: what is shown in it grows. */
GtkWidget *
row_fixture_window (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 480, 640);

  return window;
}

KqRow *
row_fixture_row (KqDocument *document,
                 KqObject   *object,
                 const char *field)
{
  guint index = kq_object_find_field (object, field);
  GtkWidget *row = kq_row_new_for_field (kq_object_get_field (object, index));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window = row_fixture_window ();

  g_object_ref_sink (row);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Elsewhere"));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  kq_row_bind (KQ_ROW (row), document, object, index);

  return KQ_ROW (row);
}

gpointer
row_fixture_find (gpointer widget,
                  GType    type)
{
  gpointer found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = row_fixture_find (child, type);

  return found;
}

void
row_fixture_settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

void
row_fixture_drop (KqRow *row)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))));
  g_assert_finalize_object (G_OBJECT (row));
}
