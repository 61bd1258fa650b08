/* kq-profiles-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-profiles-window.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-words.h"

/**
 * KqProfilesWindow:
 *
 * The rule profiles in use. They are read when the program starts, so it
 * doesn't change while it is open.
 */
struct _KqProfilesWindow {
  AdwWindow           parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (KqProfilesWindow, kq_profiles_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);

  return row;
}

static AdwPreferencesGroup *
add_group (KqProfilesWindow *self,
           const char       *title,
           const char       *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_profile (AdwPreferencesGroup *group,
             KqProfiles          *profiles,
             KqPlatform           platform)
{
  const char *title = kq_profiles_get_title (profiles, platform);
  const char *label = _(kq_platform_words[platform].label);
  gboolean is_own = kq_profiles_is_own (profiles, platform);
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row, *origin;

  /* The shipped ones are called as the platform; a copy may be called otherwise. */
  name = is_own ? g_strdup_printf ("%s · %s", label, title) : g_strdup (label);
  /* Translators: a date, and where the rules of that day are from */
  subtitle = g_strdup_printf (_("As of %s\n%s"), kq_profiles_get_date (profiles, platform),
                              kq_profiles_get_source (profiles, platform));
  row = new_row (name, subtitle);
  origin = gtk_label_new (is_own ? _("Your copy") : _("Shipped"));
  gtk_widget_set_valign (origin, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (origin, is_own ? "accent" : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), origin);
  adw_preferences_group_add (group, row);
}

static void
add_problems (KqProfilesWindow   *self,
              const char * const *problems)
{
  AdwPreferencesGroup *group;

  if (problems[0] == NULL)
    return;

  group = add_group (self, _("Refused copies"), NULL);
  for (guint i = 0; problems[i] != NULL; i++)
    {
      GtkWidget *row = new_row (problems[i], "");
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "icon-name", "kq-error-symbolic",
                                      NULL);

      gtk_widget_add_css_class (icon, "error");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_group_add (group, row);
    }
}

static void
on_copy_clicked (GtkWidget  *button,
                 const char *folder)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), folder);
}

static void
add_folder (KqProfilesWindow *self,
            const char       *folder)
{
  AdwPreferencesGroup *group;
  GtkWidget *row, *button;
  g_autofree char *text = NULL;

  if (folder == NULL)
    return;

  text = g_strdup_printf (_("Put a file such as %s into this folder, and it is used instead of what "
                            "is shipped. Kaquan reads it when it starts."), "douyin.json");
  group = add_group (self, _("Your own profiles"), text);
  row = new_row (folder, "");
  button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Copy the Folder’s Name"));
  kq_accessible_set_name (GTK_ACCESSIBLE (button), _("Copy the Folder’s Name"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_copy_clicked), g_strdup (folder),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
kq_profiles_window_class_init (KqProfilesWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
kq_profiles_window_init (KqProfilesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Rule Profiles"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 560);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
}

/**
 * kq_profiles_window_new:
 * @profiles: the profiles to show
 *
 * Returns: (transfer none): a window of them
 */
GtkWidget *
kq_profiles_window_new (KqProfiles *profiles)
{
  KqProfilesWindow *self;
  AdwPreferencesGroup *group;

  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);

  self = g_object_new (KQ_TYPE_PROFILES_WINDOW, NULL);
  add_problems (self, kq_profiles_get_problems (profiles));
  group = add_group (self, _("In use"), _("What a platform may change: limits and choices, as of a day."));
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    add_profile (group, profiles, i);
  add_folder (self, kq_profiles_get_directory (profiles));

  return GTK_WIDGET (self);
}
