/* kq-help-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-help-window.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-help-topics.h"

/**
 * KqHelpWindow:
 *
 * What the program is for and how it is used, one row for each topic, which
 * opens where it is.
 */
struct _KqHelpWindow {
  AdwWindow            parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (KqHelpWindow, kq_help_window, ADW_TYPE_WINDOW)

static GtkWidget *
create_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "help-text");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  kq_accessible_set_name (GTK_ACCESSIBLE (row), text);

  return row;
}

static GtkWidget *
create_topic (const KqHelpTopic *topic)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *text = create_text (_(topic->text));
  GtkWidget *parts[] = { row, NULL, NULL };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(topic->title));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), text);
  /* Within it are two lists, its head and what it folds out. */
  parts[1] = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  parts[2] = gtk_widget_get_parent (text);
  /* Of those, the head's row has the focus, and not the list around it. */
  gtk_widget_set_focusable (parts[1], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    kq_accessible_set_name (GTK_ACCESSIBLE (parts[i]), _(topic->title));

  return row;
}

/* The topic of @section (nullable), or else the first, is open and has the
 * focus, which brings it into sight. */
static void
fill (KqHelpWindow *self,
      const char   *section)
{
  guint n_topics;
  const KqHelpTopic *topics = kq_help_topics_get (&n_topics);
  GtkWidget *wanted = NULL;

  for (guint i = 0; i < n_topics; i++)
    {
      GtkWidget *row = create_topic (&topics[i]);

      adw_preferences_group_add (self->group, row);
      if (wanted == NULL || (section != NULL && g_strcmp0 (topics[i].section, section) == 0))
        wanted = row;
    }
  kq_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (wanted)), _("Help"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (wanted), TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), wanted);
}

static void
kq_help_window_class_init (KqHelpWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
kq_help_window_init (KqHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_title (GTK_WINDOW (self), _("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 680);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 400);
}

/**
 * kq_help_window_new:
 * @parent: (nullable): the window for which it is asked
 * @section: (nullable): the section in sight there
 *
 * Returns: (transfer none): a window with the help, open at that section
 */
GtkWidget *
kq_help_window_new (GtkWindow  *parent,
                    const char *section)
{
  KqHelpWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (KQ_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
  fill (self, section);

  return GTK_WIDGET (self);
}
