/* kq-shortcuts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-shortcuts.h"

/* The keys of every command. What it is called is in shortcuts.ui, which lists
 * these by their actions, and besides them the keys that single widgets have. */
static const struct {
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.new", { "<Control>n" } },
  { "app.new-from-scenario", { "<Control><Shift>n" } },
  { "app.library", { "<Control>l" } },
  { "app.open", { "<Control>o" } },
  { "app.help", { "F1" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.duplicate", { "<Control>d" } },
  { "win.search", { "<Control>f" } },
  { "win.preview", { "F9" } },
  { "win.next-finding", { "F8" } },
  { "win.previous-finding", { "<Shift>F8" } },
  { "win.fix-finding", { "<Control>period" } },
  { "win.fix-finding-kind", { "<Control><Shift>period", "<Control>greater" } },
  { "win.save", { "<Control>s" } },
  { "win.export-embedded", { "<Control>e" } },
  { "win.history", { "<Control>h" } },
  { "win.add", { "<Control>Return" } },
  { "win.next-section", { "<Control>Page_Down" } },
  { "win.previous-section", { "<Control>Page_Up" } },
  { "win.close", { "<Control>w" } },
  { "win.back", { "<Alt>Left" } },
};

/**
 * kq_shortcuts_install:
 * @application: the application
 *
 * Gives every command its keys.
 */
void
kq_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accels);
}

/* Only as the overlay of a window does it know the keys of actions. */
static GtkWindow *
ensure_overlay (GtkApplicationWindow *window)
{
  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = NULL;

      builder = gtk_builder_new_from_resource ("/io/github/kaquan/Kaquan/ui/shortcuts.ui");
      gtk_application_window_set_help_overlay (
        window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }

  return GTK_WINDOW (gtk_application_window_get_help_overlay (window));
}

/**
 * kq_shortcuts_show:
 * @window: a window of the application, or a dialogue of one
 *
 * Shows all keys there are, over the window.
 */
void
kq_shortcuts_show (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  while (!GTK_IS_APPLICATION_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  gtk_window_present (ensure_overlay (GTK_APPLICATION_WINDOW (window)));
}
