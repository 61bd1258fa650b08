/* kq-overview-rows.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-overview-rows.h"

#include "kq-accessible.h"

/* Adds a group to the status. */
AdwPreferencesGroup *
kq_overview_add_group (GtkBox     *box,
                       const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);

  return ADW_PREFERENCES_GROUP (group);
}

/* Adds a row, which leads to @section where that isn't NULL. @subtitle may be
 * NULL. */
AdwActionRow *
kq_overview_add_row (AdwPreferencesGroup *group,
                     const char          *title,
                     const char          *subtitle,
                     const char          *section)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_focusable (row, section != NULL);
  if (section != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-section");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", section);
    }
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

/* Shows @text at the end of the row. */
void
kq_overview_add_label (AdwActionRow *row,
                       const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
}

/* Shows @share of one, which may be more, at the end of the row; @name says of
 * what. */
void
kq_overview_add_bar (AdwActionRow *row,
                     double        share,
                     const char   *name)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), CLAMP (share, 0, 1));
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "share");
  if (share > 1)
    gtk_widget_add_css_class (bar, "too-much");
  kq_accessible_set_name (GTK_ACCESSIBLE (bar), name);
  adw_action_row_add_suffix (row, bar);
}
