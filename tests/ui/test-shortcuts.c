/* test-shortcuts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "kq-shortcuts.h"
#include "kq-ui-resources.h"

/* The shortcuts window and the keys that the application has say the same. */

static GtkApplication *application;

static void
collect (GtkWidget *widget,
         GPtrArray *shortcuts)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    g_ptr_array_add (shortcuts, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, shortcuts);
}

static char *
dup_property (gpointer    object,
              const char *name)
{
  char *value;

  g_object_get (object, name, &value, NULL);

  return value;
}

/* As it is shown: it asks its parent's application for the keys. */
static GtkWindow *
create_window (void)
{
  GtkWidget *parent = gtk_application_window_new (application);

  kq_shortcuts_show (GTK_WINDOW (parent));

  return GTK_WINDOW (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (parent)));
}

/* (element-type GtkShortcutsShortcut): what the window lists */
static GPtrArray *
list_shortcuts (GtkWindow *window)
{
  GPtrArray *shortcuts = g_ptr_array_new ();

  collect (GTK_WIDGET (window), shortcuts);
  g_assert_cmpuint (shortcuts->len, >, 20);

  return shortcuts;
}

static gpointer
find (GPtrArray  *shortcuts,
      const char *action)
{
  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *name = dup_property (shortcuts->pdata[i], "action-name");

      if (g_strcmp0 (name, action) == 0)
        return shortcuts->pdata[i];
    }

  return NULL;
}

static void
test_every_key_is_listed (void)
{
  GtkWindow *window = create_window ();
  g_autoptr (GPtrArray) shortcuts = list_shortcuts (window);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);
      g_autofree char *wanted = g_strjoinv (" ", accels);
      gpointer shortcut = find (shortcuts, actions[i]);
      g_autofree char *shown = NULL;

      if (shortcut == NULL)
        g_error ("%s has the keys %s, and they aren’t listed", actions[i], wanted);
      shown = dup_property (shortcut, "accelerator");
      g_assert_cmpstr (shown, ==, wanted);
    }
  gtk_window_destroy (gtk_window_get_transient_for (window));
}

static void
check_accelerators (const char *accelerators)
{
  g_auto (GStrv) all = g_strsplit (accelerators, " ", -1);

  g_assert_cmpuint (g_strv_length (all), >, 0);
  for (guint i = 0; all[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (all[i], &key, &modifiers));
      g_assert_cmpuint (key, !=, 0);
    }
}

static void
test_what_is_listed_is_a_key (void)
{
  GtkWindow *window = create_window ();
  g_autoptr (GPtrArray) shortcuts = list_shortcuts (window);

  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *title = dup_property (shortcuts->pdata[i], "title");
      g_autofree char *action = dup_property (shortcuts->pdata[i], "action-name");
      g_autofree char *accelerators = dup_property (shortcuts->pdata[i], "accelerator");

      g_assert_nonnull (title);
      if (action != NULL)
        {
          g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, action);

          if (accels[0] == NULL)
            g_error ("“%s” is listed for %s, which has no keys", title, action);
        }
      g_assert_nonnull (accelerators);
      check_accelerators (accelerators);
    }
  gtk_window_destroy (gtk_window_get_transient_for (window));
}

int
main (int    argc,
      char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* The floor's shortcuts window warns of the width of labels of its own. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  kq_ui_register_resource ();
  application = gtk_application_new ("io.github.kaquan.Test", G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  kq_shortcuts_install (application);

  g_test_add_func ("/shortcuts/every-key-is-listed", test_every_key_is_listed);
  g_test_add_func ("/shortcuts/what-is-listed-is-a-key", test_what_is_listed_is_a_key);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
