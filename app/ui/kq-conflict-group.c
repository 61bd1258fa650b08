/* kq-conflict-group.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-conflict-group.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"

/* In the order of KqSyncChoice, and the last */
#define LATER (KQ_SYNC_CHOICE_VALUE + 1)
#define N_CHOICES (LATER + 1)

/**
 * KqConflictGroup:
 *
 * What stood there before, mine, theirs with who it is by and since when, another
 * value where one can be typed, and the decision left for later.
 */
struct _KqConflictGroup {
  AdwPreferencesGroup   parent_instance;

  const KqTeamConflict *conflict;             /* (unowned) */
  GtkCheckButton       *buttons[N_CHOICES];   /* (nullable) */
  GtkEditable          *entry;                /* (nullable) */
};

G_DEFINE_FINAL_TYPE (KqConflictGroup, kq_conflict_group, ADW_TYPE_PREFERENCES_GROUP)

static void
kq_conflict_group_class_init (KqConflictGroupClass *klass)
{
}

static void
kq_conflict_group_init (KqConflictGroup *self)
{
}

static GtkWidget *
add_row (KqConflictGroup *self,
         const char      *value,
         const char      *side)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  if (side != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), side);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

static GtkWidget *
make_button (KqConflictGroup *self,
             guint            choice)
{
  GtkWidget *button = gtk_check_button_new ();

  self->buttons[choice] = GTK_CHECK_BUTTON (button);
  if (choice != KQ_SYNC_CHOICE_MINE)
    gtk_check_button_set_group (self->buttons[choice], self->buttons[KQ_SYNC_CHOICE_MINE]);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

/* The button is named by its row. */
static void
add_choice (KqConflictGroup *self,
            guint            choice,
            const char      *value,
            const char      *side)
{
  GtkWidget *row = add_row (self, value, side);
  GtkWidget *button = make_button (self, choice);

  if (side != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    side, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
}

/* @reason: (nullable): why it can't be taken */
static void
mark (KqConflictGroup *self,
      const char      *reason)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  if (reason != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, reason);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                              : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Who typed something means it. */
static void
on_typed (KqConflictGroup *self)
{
  mark (self, NULL);
  if (*gtk_editable_get_text (self->entry) != '\0')
    kq_conflict_group_choose (self, KQ_SYNC_CHOICE_VALUE);
}

static void
add_entry (KqConflictGroup *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = make_button (self, KQ_SYNC_CHOICE_VALUE);

  self->entry = GTK_EDITABLE (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Something else"));
  kq_accessible_set_name (GTK_ACCESSIBLE (button), _("Something else"));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* “Theirs · Li Wei · 2026-11-01 14:03” */
static char *
describe_theirs (const KqSyncConflict *conflict)
{
  g_autoptr (GString) text = g_string_new (_("Theirs"));
  KqTime time;

  if (*conflict->editor != '\0')
    g_string_append_printf (text, " · %s", conflict->editor);
  if (kq_time_parse (conflict->edited, &time))
    {
      g_autoptr (GDateTime) moment = kq_time_to_date_time (time, NULL);
      g_autoptr (GDateTime) local = g_date_time_to_local (moment);
      g_autofree char *when = g_date_time_format (local, "%Y-%m-%d %H:%M");

      g_string_append_printf (text, " · %s", when);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kq_conflict_group_new:
 * @conflict: what is to be decided; it must outlive the group
 *
 * Returns: (transfer floating): a group, with the decision left for later
 */
GtkWidget *
kq_conflict_group_new (const KqTeamConflict *conflict)
{
  KqConflictGroup *self;
  g_autofree char *title = NULL, *campaign = NULL, *theirs = NULL;

  g_return_val_if_fail (conflict != NULL, NULL);

  self = g_object_new (KQ_TYPE_CONFLICT_GROUP, NULL);
  self->conflict = conflict;
  title = g_markup_escape_text (conflict->place, -1);
  campaign = g_markup_escape_text (conflict->conflict->name, -1);
  theirs = describe_theirs (conflict->conflict);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), campaign);
  gtk_widget_set_focusable (add_row (self, conflict->base, C_("value", "Before")), FALSE);
  add_choice (self, KQ_SYNC_CHOICE_MINE, conflict->mine, _("Mine"));
  add_choice (self, KQ_SYNC_CHOICE_THEIRS, conflict->theirs, theirs);
  if (conflict->can_type)
    add_entry (self);
  add_choice (self, LATER, _("Decide later"), NULL);
  gtk_check_button_set_active (self->buttons[LATER], TRUE);

  return GTK_WIDGET (self);
}

const KqTeamConflict *
kq_conflict_group_get_conflict (KqConflictGroup *self)
{
  g_return_val_if_fail (KQ_IS_CONFLICT_GROUP (self), NULL);

  return self->conflict;
}

void
kq_conflict_group_choose (KqConflictGroup *self,
                          KqSyncChoice     choice)
{
  g_return_if_fail (KQ_IS_CONFLICT_GROUP (self));

  if (self->buttons[choice] != NULL)
    gtk_check_button_set_active (self->buttons[choice], TRUE);
}

static gboolean
is_chosen (KqConflictGroup *self,
           guint            choice)
{
  return self->buttons[choice] != NULL && gtk_check_button_get_active (self->buttons[choice]);
}

/**
 * kq_conflict_group_has_problem:
 * @self: a group
 *
 * Marks what was typed and can't be read.
 *
 * Returns: whether it is to be taken, and can't be
 */
gboolean
kq_conflict_group_has_problem (KqConflictGroup *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) value = NULL;

  g_return_val_if_fail (KQ_IS_CONFLICT_GROUP (self), FALSE);

  if (!is_chosen (self, KQ_SYNC_CHOICE_VALUE))
    return FALSE;

  value = kq_team_conflict_parse (self->conflict, gtk_editable_get_text (self->entry), &error);
  if (value != NULL)
    return FALSE;

  mark (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return TRUE;
}

/**
 * kq_conflict_group_dup_decision:
 * @self: a group that has no problem
 *
 * Returns: (transfer full) (nullable): what was decided; %NULL for later
 */
KqSyncDecision *
kq_conflict_group_dup_decision (KqConflictGroup *self)
{
  const char *pointer;
  g_autoptr (JsonNode) value = NULL;

  g_return_val_if_fail (KQ_IS_CONFLICT_GROUP (self), NULL);

  pointer = kq_conflict_get_pointer (self->conflict->conflict->conflict);
  if (is_chosen (self, KQ_SYNC_CHOICE_MINE))
    return kq_sync_decision_new (pointer, KQ_SYNC_CHOICE_MINE, NULL);
  if (is_chosen (self, KQ_SYNC_CHOICE_THEIRS))
    return kq_sync_decision_new (pointer, KQ_SYNC_CHOICE_THEIRS, NULL);
  if (!is_chosen (self, KQ_SYNC_CHOICE_VALUE))
    return NULL;

  value = kq_team_conflict_parse (self->conflict, gtk_editable_get_text (self->entry), NULL);

  return kq_sync_decision_new (pointer, KQ_SYNC_CHOICE_VALUE, value);
}
