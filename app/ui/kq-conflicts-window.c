/* kq-conflicts-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-conflicts-window.h"

#include <glib/gi18n-lib.h>

#include "kq-conflict-words.h"
#include "kq-diff.h"

/**
 * KqConflictsWindow:
 *
 * A group for each field that both sides changed, with both values to choose
 * from. Until it is decided, what stands here is proposed.
 */
struct _KqConflictsWindow {
  AdwWindow           parent_instance;

  KqReconciler       *reconciler; /* (owned) */
  GPtrArray          *choices;    /* (owned) (element-type GtkCheckButton): of theirs, one a
                                   * conflict */
  AdwPreferencesPage *page;
  AdwToastOverlay    *toasts;
};

G_DEFINE_FINAL_TYPE (KqConflictsWindow, kq_conflicts_window, ADW_TYPE_WINDOW)

static void
choose_all (KqConflictsWindow *self,
            gboolean           theirs)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkCheckButton *choice = g_ptr_array_index (self->choices, i);
      GtkCheckButton *other = g_object_get_data (G_OBJECT (choice), "mine");

      gtk_check_button_set_active (theirs ? choice : other, TRUE);
    }
}

static void
on_all_mine (KqConflictsWindow *self)
{
  choose_all (self, FALSE);
}

static void
on_all_theirs (KqConflictsWindow *self)
{
  choose_all (self, TRUE);
}

static void
on_merge (KqConflictsWindow *self)
{
  g_autofree gboolean *theirs = g_new0 (gboolean, self->choices->len);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    theirs[i] = gtk_check_button_get_active (g_ptr_array_index (self->choices, i));

  /* Where it is merged, who hears of it lets go of this window. */
  if (!kq_reconciler_resolve (self->reconciler, theirs, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

/* The row of one of the two values; @group (nullable) is the other's button. */
static GtkWidget *
add_choice (AdwPreferencesGroup *group,
            const char          *side,
            const char          *value,
            GtkWidget           *other)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), side);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  if (other != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (other));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, value,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, side, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);

  return button;
}

static void
add_conflict (KqConflictsWindow *self,
              KqConflict        *conflict,
              KqDifference      *difference)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *place = kq_conflict_describe_place (conflict, difference);
  g_autofree char *escaped = g_markup_escape_text (place, -1);
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  GtkWidget *mine_button, *theirs_button;

  mine = kq_conflict_describe_side (difference != NULL ? kq_difference_dup_before_text (difference)
                                                       : NULL, kq_conflict_get_mine (conflict));
  theirs = kq_conflict_describe_side (difference != NULL ? kq_difference_dup_after_text (difference)
                                                         : NULL, kq_conflict_get_theirs (conflict));
  adw_preferences_group_set_title (group, escaped);
  mine_button = add_choice (group, _("Mine"), mine, NULL);
  theirs_button = add_choice (group, _("Theirs"), theirs, mine_button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mine_button), TRUE);
  g_object_set_data (G_OBJECT (theirs_button), "mine", mine_button);
  g_ptr_array_add (self->choices, theirs_button);
  adw_preferences_page_add (self->page, group);
}

static void
fill (KqConflictsWindow *self,
      KqDocument        *document)
{
  GPtrArray *conflicts = kq_reconciler_get_conflicts (self->reconciler);
  JsonNode *mine = kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (document)));
  g_autoptr (GPtrArray) differences = NULL;

  differences = kq_diff (mine, kq_reconciler_get_theirs (self->reconciler), NULL);
  for (guint i = 0; i < conflicts->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (conflicts, i);

      add_conflict (self, conflict,
                    kq_conflict_find_difference (conflict, differences));
    }
}

static void
kq_conflicts_window_dispose (GObject *object)
{
  KqConflictsWindow *self = KQ_CONFLICTS_WINDOW (object);

  g_clear_object (&self->reconciler);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_conflicts_window_parent_class)->dispose (object);
}

static void
kq_conflicts_window_class_init (KqConflictsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_conflicts_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-conflicts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KqConflictsWindow, page);
  gtk_widget_class_bind_template_child (widget_class, KqConflictsWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_all_mine);
  gtk_widget_class_bind_template_callback (widget_class, on_all_theirs);
  gtk_widget_class_bind_template_callback (widget_class, on_merge);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kq_conflicts_window_init (KqConflictsWindow *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kq_conflicts_window_new:
 * @parent: the campaign's window
 * @document: the campaign
 * @reconciler: its conflicts
 *
 * Returns: (transfer none): a dialogue about them
 */
GtkWidget *
kq_conflicts_window_new (GtkWindow    *parent,
                         KqDocument   *document,
                         KqReconciler *reconciler)
{
  KqConflictsWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (KQ_IS_RECONCILER (reconciler), NULL);
  g_return_val_if_fail (kq_reconciler_get_conflicts (reconciler) != NULL, NULL);

  self = g_object_new (KQ_TYPE_CONFLICTS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->reconciler = g_object_ref (reconciler);
  fill (self, document);

  return GTK_WIDGET (self);
}
