/* bench-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include "campaigns.h"
#include "kq-application.h"
#include "kq-campaign-window.h"
#include "kq-format.h"
#include "kq-section-list.h"
#include "times.h"

/* How fast the campaign window follows: from a keystroke in a form until the
 * row, the findings and the preview are painted; from one section to another;
 * and a long list being scrolled. Time of the main thread on the processor,
 * whatever else the machine does. It prints and judges nothing. */

#define N_COUPONS 200
#define N_MANY 10000
#define N_KEYS 100
#define N_ROUNDS 6
#define N_FRAMES 240

static GtkApplication *application;
static guint n_frames;

static void
print_times (const char *what,
             GArray     *times,
             double      limit)
{
  double *values = (double *) times->data;

  bench_sort_times (values, times->len);
  printf ("%-34s median %6.2f   95 %% %6.2f   most %6.2f ms (wanted: %g)\n", what,
          values[times->len / 2], values[times->len * 95 / 100], values[times->len - 1], limit);
}

static void
on_painted (void)
{
  n_frames++;
}

static void
wait_for_frame (void)
{
  guint n = n_frames;

  while (n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

/* Until there is nothing left to do. */
static void
settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gpointer
find (gpointer    widget,
      const char *type_name)
{
  gpointer found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type_name);

  return found;
}

static GtkWidget *
open_window (guint n_coupons)
{
  g_autoptr (GBytes) bytes = bench_contiguous (n_coupons, 1);
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);
  g_autoptr (KqDocument) document = kq_document_new (campaign, NULL, NULL);
  GtkWidget *window = kq_campaign_window_new (application, document);

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted),
                    NULL);
  settle ();

  return window;
}

static void
show_section (GtkWidget  *window,
              const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-section",
                                  g_variant_new_string (name));
}

static void
measure_keys (GtkWidget *window)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  KqDocument *document = kq_campaign_window_get_document (KQ_CAMPAIGN_WINDOW (window));
  KqChecker *checker = kq_document_get_checker (document);
  GtkWidget *row;
  GtkEditable *entry;

  show_section (window, "coupons");
  wait_for_frame ();
  settle ();
  row = find (window, "KqMoneyRow");
  g_assert_nonnull (row);
  entry = GTK_EDITABLE (find (row, "GtkEntry"));
  gtk_widget_grab_focus (GTK_WIDGET (entry));

  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 3 + i % 50);
      double start, busy;

      settle ();
      start = bench_get_busy ();
      gtk_editable_set_text (entry, text);
      /* What the preview looks for elsewhere comes after that, in slices. */
      wait_for_frame ();
      while (kq_checker_is_busy (checker))
        g_main_context_iteration (NULL, TRUE);
      wait_for_frame ();
      busy = bench_get_busy () - start;
      g_array_append_val (times, busy);
    }
  print_times ("keystroke, 200 coupons", times, 16);
}

static void
measure_sections (GtkWidget *window)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < kq_section_list_get_length (); i++)
      {
        g_autoptr (GTypeClass) klass = (GTypeClass *) kq_section_list_ref_class (i);
        double start, busy;

        settle ();
        start = bench_get_busy ();
        show_section (window, KQ_SECTION_CLASS (klass)->name);
        wait_for_frame ();
        busy = bench_get_busy () - start;
        g_array_append_val (round == 0 ? first : again, busy);
        if (g_getenv ("KQ_BENCH_DETAILS") != NULL)
          printf ("  %s %.1f ms\n", KQ_SECTION_CLASS (klass)->name, busy);
      }
  print_times ("a section, for the first time", first, 50);
  print_times ("a section, again", again, 50);
}

static void
measure_scrolling (GtkWidget *window)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *list;
  GtkAdjustment *adjustment;
  double span;

  show_section (window, "coupons");
  wait_for_frame ();
  settle ();
  list = find (window, "GtkListView");
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  span = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = bench_get_busy (), busy;

      gtk_adjustment_set_value (adjustment, span * (i + 1) / (N_FRAMES + 1));
      wait_for_frame ();
      busy = bench_get_busy () - start;
      g_array_append_val (times, busy);
    }
  print_times ("a frame, 10 000 coupons scrolled", times, 8);
}

int
main (int    argc,
      char **argv)
{
  GtkWidget *window;

  setvbuf (stdout, NULL, _IOLBF, 0);
  gtk_init ();
  application = GTK_APPLICATION (kq_application_new ());
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return EXIT_FAILURE;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  window = open_window (N_COUPONS);
  if (argc < 2)
    measure_sections (window);
  measure_keys (window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  window = open_window (N_MANY);
  measure_scrolling (window);
  gtk_window_destroy (GTK_WINDOW (window));

  return EXIT_SUCCESS;
}
