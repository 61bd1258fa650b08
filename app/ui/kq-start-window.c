/* kq-start-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-start-window.h"

#include <glib/gi18n-lib.h>

#include "kq-application.h"
#include "kq-file-drop.h"
#include "kq-recent.h"
#include "kq-samples.h"

#define MAX_RECENT 6

/**
 * KqStartWindow:
 *
 * Shown when Kaquan is started without a file, and where a file was refused.
 */
struct _KqStartWindow {
  AdwApplicationWindow  parent_instance;

  AdwPreferencesGroup  *recent;
  AdwPreferencesGroup  *samples;
  GtkRevealer          *refusal;
  GtkLabel             *refusal_title;
  GtkLabel             *refusal_reason;
};

G_DEFINE_FINAL_TYPE (KqStartWindow, kq_start_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
add_row (KqStartWindow       *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "icon-name", "go-next-symbolic",
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (group, row);

  return row;
}

static void
on_recent_activated (AdwActionRow  *row,
                     KqStartWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (row), "file");

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
}

static void
on_sample_activated (AdwActionRow  *row,
                     KqStartWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = kq_sample_get_file (g_object_get_data (G_OBJECT (row), "sample"));

  kq_application_open_copy (KQ_APPLICATION (application), file);
}

/* “double-11” rather than “double-11.campaign.json” */
static char *
dup_file_title (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  char *suffix;

  suffix = g_strrstr (name, ".campaign.json");
  if (suffix != NULL)
    *suffix = '\0';

  return g_filename_display_name (name);
}

static void
fill_recent (KqStartWindow *self)
{
  g_autolist (GFile) files = kq_recent_list (MAX_RECENT);

  for (GList *l = files; l != NULL; l = l->next)
    {
      g_autoptr (GFile) folder = g_file_get_parent (l->data);
      g_autofree char *title = dup_file_title (l->data);
      g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
      GtkWidget *row = add_row (self, self->recent, title, place);

      g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (l->data), g_object_unref);
      g_signal_connect (row, "activated", G_CALLBACK (on_recent_activated), self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), files != NULL);
}

static void
fill_samples (KqStartWindow *self)
{
  guint n_samples;
  const KqSample *samples = kq_samples_get (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    {
      GtkWidget *row = add_row (self, self->samples, _(samples[i].title), _(samples[i].text));

      g_object_set_data (G_OBJECT (row), "sample", (gpointer) &samples[i]);
      g_signal_connect (row, "activated", G_CALLBACK (on_sample_activated), self);
    }
}

static void
on_refusal_closed (KqStartWindow *self)
{
  gtk_revealer_set_reveal_child (self->refusal, FALSE);
}

static void
kq_start_window_class_init (KqStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KqStartWindow, recent);
  gtk_widget_class_bind_template_child (widget_class, KqStartWindow, samples);
  gtk_widget_class_bind_template_child (widget_class, KqStartWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, KqStartWindow, refusal_title);
  gtk_widget_class_bind_template_child (widget_class, KqStartWindow, refusal_reason);
  gtk_widget_class_bind_template_callback (widget_class, on_refusal_closed);
}

static void
kq_start_window_init (KqStartWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kq_file_drop_attach (GTK_WIDGET (self));
  fill_recent (self);
  fill_samples (self);
}

/**
 * kq_start_window_new:
 * @application: the application
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
kq_start_window_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (KQ_TYPE_START_WINDOW, "application", application, NULL);
}

/**
 * kq_start_window_show_error:
 * @self: the window
 * @file: what couldn't be opened
 * @reason: why, with the place
 *
 * Says what was refused.
 */
void
kq_start_window_show_error (KqStartWindow *self,
                            GFile         *file,
                            const char    *reason)
{
  g_autofree char *name = NULL;
  g_autofree char *display_name = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (KQ_IS_START_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (reason != NULL);

  name = g_file_get_basename (file);
  display_name = g_filename_display_name (name);
  title = g_strdup_printf (_("“%s” can’t be opened"), display_name);
  gtk_label_set_label (self->refusal_title, title);
  gtk_label_set_label (self->refusal_reason, reason);
  gtk_revealer_set_reveal_child (self->refusal, TRUE);
}
