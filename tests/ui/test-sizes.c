/* test-sizes.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "kq-application.h"
#include "kq-campaign-window.h"
#include "kq-format.h"
#include "kq-paths.h"
#include "kq-phone.h"
#include "kq-section-list.h"
#include "kq-sync-button.h"

/* From a phone to a large screen, with large text too, nothing is cut off: no
 * widget lies beyond its window, and no window needs more room than there is. */

#define FRAMES 2
/* What a window draws around itself where nobody else does, both sides together */
#define BORDER 20
/* How often the window is waited for, where it won’t become so small */
#define ROUNDS 20
#define LARGE_TEXT 1.5
#define DPI (96 * 1024)

static const struct {
  int width;
  int height;
} sizes[] = { { 3840, 2160 }, { 1366, 768 }, { 360, 640 } };

static GtkApplication *application;
static const char *samples;
static gboolean text_is_large;

/* Frames, and what waits */

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  return ++*(guint *) data < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until all is laid out and drawn. */
static void
settle (GtkWidget *window)
{
  guint n = 0;

  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  gtk_widget_add_tick_callback (window, on_tick, &n, NULL);
  while (n < FRAMES)
    g_main_context_iteration (NULL, TRUE);
}

static void
resize (GtkWidget *window,
        int        width,
        int        height)
{
  /* Asked for again, by a little: what takes less room as a narrow window is so
   * only once it is narrow. */
  for (guint i = 0; i < ROUNDS && (gtk_widget_get_width (window) > width ||
                                   gtk_widget_get_width (window) < width - BORDER); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width - i % 2, height);
      settle (window);
    }
}

/* What lies where */

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_string_append_printf (text, "%s%s", text->len > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));
      if (GTK_IS_LABEL (widget))
        g_string_append_printf (text, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
    }

  return g_string_free (text, FALSE);
}

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* From the window down, each time the child that needs the most */
static char *
describe_widest (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  while (widget != NULL)
    {
      GtkWidget *widest = NULL;

      g_string_append_printf (text, " > %s %d", G_OBJECT_TYPE_NAME (widget), get_least_width (widget));
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child) &&
            (widest == NULL || get_least_width (child) > get_least_width (widest)))
          widest = child;
      widget = widest;
    }

  return g_string_free (text, FALSE);
}

/* A title of ours has its room, but for large text; a campaign may be called
 * whatever one likes. */
static void
check_title (GtkWidget  *widget,
             GtkWidget  *window,
             const char *place)
{
  const char *text = gtk_label_get_text (GTK_LABEL (widget));

  if (text_is_large || !gtk_widget_has_css_class (widget, "title") ||
      gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) == NULL ||
      (KQ_IS_CAMPAIGN_WINDOW (window) &&
       g_strcmp0 (text, gtk_window_get_title (GTK_WINDOW (window))) == 0))
    return;

  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_error ("%s: the title “%s” is cut short", place, text);
}

/* What scrolls may be longer than its window, but not wider. */
static void
check_within (GtkWidget  *widget,
              GtkWidget  *window,
              gboolean    scrolls,
              const char *place)
{
  graphene_rect_t bounds;

  /* The phone has a size of its own, and is scaled; the knob of a range may
   * reach beyond it. */
  if (!gtk_widget_get_mapped (widget) || KQ_IS_PHONE (widget) || GTK_IS_RANGE (widget))
    return;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window) + 1 ||
      (!scrolls && bounds.origin.y + bounds.size.height > gtk_widget_get_height (window) + 1))
    {
      g_autofree char *text = describe (widget);
      g_autofree char *widest = describe_widest (window);

      g_error ("%s: from %g, %g over %g × %g: %s; needed:%s", place, bounds.origin.x,
               bounds.origin.y, bounds.size.width, bounds.size.height, text, widest);
    }

  if (GTK_IS_LABEL (widget))
    check_title (widget, window, place);

  /* A table scrolls sideways, too. */
  if (GTK_IS_COLUMN_VIEW (widget))
    return;

  scrolls |= GTK_IS_SCROLLED_WINDOW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      check_within (child, window, scrolls, place);
}

static void
check_window (GtkWidget  *window,
              int         width,
              const char *name)
{
  g_autofree char *place = g_strdup_printf ("%s at %d", name, width);

  if (gtk_widget_get_width (window) > width)
    {
      g_autofree char *widest = describe_widest (window);

      g_error ("%s: the window is %d wide: %s", place, gtk_widget_get_width (window), widest);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_within (child, window, FALSE, place);
}

static GtkWidget *
find_window (const char *type_name)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), type_name))
      return l->data;

  return NULL;
}

/* The window that an action of the application opens */
static GtkWidget *
open_window (const char *action,
             const char *type_name)
{
  GtkWidget *window;

  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  while ((window = find_window (type_name)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("%s", type_name);

  return window;
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DPI * scale), NULL);
  text_is_large = scale > 1;
}

/* As where there is a team: it takes room in the header bar. */
static void
show_cloud (GtkWidget *widget)
{
  if (KQ_IS_SYNC_BUTTON (widget))
    gtk_widget_set_visible (widget, TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_cloud (child);
}

/* The tests */

static void
check_campaign (const char *sample)
{
  g_autofree char *path = g_build_filename (samples, sample, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqDocument) document = NULL;
  GtkWidget *window;

  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  campaign = kq_format_read (bytes, NULL, &error);
  g_assert_no_error (error);
  document = kq_document_new (campaign, NULL, NULL);
  kq_checker_run (kq_document_get_checker (document));
  window = kq_campaign_window_new (application, document);
  gtk_window_present (GTK_WINDOW (window));
  show_cloud (window);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = sizes[i].width;

      resize (window, width, sizes[i].height);
      for (guint j = 0; j < kq_section_list_get_length (); j++)
        {
          g_autoptr (GTypeClass) klass = (GTypeClass *) kq_section_list_ref_class (j);
          const char *name = KQ_SECTION_CLASS (klass)->name;

          g_action_group_activate_action (G_ACTION_GROUP (window), "show-section",
                                          g_variant_new_string (name));
          settle (window);
          check_window (window, width, name);
        }
      g_action_group_activate_action (G_ACTION_GROUP (window), "back", NULL);
      settle (window);
      check_window (window, width, "sections");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_campaign (void)
{
  check_campaign ("double-11.campaign.json");
}

static void
test_mistakes (void)
{
  check_campaign ("broken.campaign.json");
}

static void
test_large_text (void)
{
  set_text_scale (LARGE_TEXT);
  check_campaign ("double-11.campaign.json");
  check_campaign ("broken.campaign.json");
  set_text_scale (1);
}

static void
check_others (void)
{
  static const char * const others[][2] = {
    { "library", "KqLibraryWindow" },
    { "new-from-scenario", "KqWizard" },
    { "help", "KqHelpWindow" },
    { "sync", "KqSyncWindow" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      GtkWidget *window = open_window (others[i][0], others[i][1]);

      show_cloud (window);
      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          int width = sizes[j].width;

          resize (window, width, sizes[j].height);
          check_window (window, width, others[i][1]);
          g_test_message ("%d", width);
        }
      if (i > 0)
        gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_others (void)
{
  check_others ();
  set_text_scale (LARGE_TEXT);
  check_others ();
  set_text_scale (1);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_assert_cmpint (argc, >=, 3);
  samples = argv[1];
  kq_paths_init_locale (argv[2]);
  gtk_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  application = GTK_APPLICATION (kq_application_new ());
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/sizes/campaign", test_campaign);
  g_test_add_func ("/sizes/mistakes", test_mistakes);
  g_test_add_func ("/sizes/large-text", test_large_text);
  g_test_add_func ("/sizes/others", test_others);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
