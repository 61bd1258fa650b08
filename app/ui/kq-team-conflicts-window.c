/* kq-team-conflicts-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-team-conflicts-window.h"

#include <glib/gi18n-lib.h>

#include "kq-conflict-group.h"

/* As many as one decides at once; after them come the others. */
#define MAX_SHOWN 50

/**
 * KqTeamConflictsWindow:
 *
 * Each place that two people changed, with what stood there before and what both
 * made of it. What isn't decided stays for later. A decision is a version of the
 * campaign; it can be taken back while it is said that it was made, and later by
 * the history.
 */
struct _KqTeamConflictsWindow {
  KqToolWindow         parent_instance;

  KqLibrary           *library;    /* (owned) (nullable) */
  AdwPreferencesGroup *head;
  GPtrArray           *groups;     /* (owned) (element-type KqConflictGroup) */
  GPtrArray           *conflicts;  /* (owned) (nullable) (element-type KqTeamConflict) */
  GtkWidget           *all;        /* the buttons that choose for all at once */
  GtkWidget           *decide;
  GPtrArray           *decided;    /* (owned) (element-type KqSyncConflict): the last time */
  guint                n_pending;  /* campaigns whose decisions are being written */
};

/* What is being written */
typedef struct {
  KqTeamConflictsWindow *window;     /* (owned) */
  GPtrArray             *decisions;  /* (owned) (element-type KqSyncDecision): of one campaign */
  GPtrArray             *conflicts;  /* (owned) (element-type KqSyncConflict): as they were */
} Sent;

G_DEFINE_FINAL_TYPE (KqTeamConflictsWindow, kq_team_conflicts_window, KQ_TYPE_TOOL_WINDOW)

static void load (KqTeamConflictsWindow *self);

static void
choose_all (KqTeamConflictsWindow *self,
            KqSyncChoice           choice)
{
  for (guint i = 0; i < self->groups->len; i++)
    kq_conflict_group_choose (g_ptr_array_index (self->groups, i), choice);
}

static void
on_all_mine (KqTeamConflictsWindow *self)
{
  choose_all (self, KQ_SYNC_CHOICE_MINE);
}

static void
on_all_theirs (KqTeamConflictsWindow *self)
{
  choose_all (self, KQ_SYNC_CHOICE_THEIRS);
}

static void
say (KqTeamConflictsWindow *self,
     const GError          *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kq_tool_window_toast (KQ_TOOL_WINDOW (self), error->message);
}

/* Taking decisions back */

static void
on_reopened (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (KqTeamConflictsWindow) self = data;
  g_autoptr (GError) error = NULL;

  kq_library_sync_reopen_finish (KQ_LIBRARY (source), result, &error);
  say (self, error);
  if (--self->n_pending == 0 && self->library != NULL)
    load (self);
}

/* The first ones that are of one campaign, and no longer in the list */
static GPtrArray *
take_campaign (GPtrArray *decided)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_conflict_free);

  do
    g_ptr_array_add (taken, g_ptr_array_steal_index (decided, 0));
  while (decided->len > 0 &&
         g_str_equal (((KqSyncConflict *) decided->pdata[0])->campaign,
                      ((KqSyncConflict *) taken->pdata[0])->campaign));

  return taken;
}

static void
on_undo (KqTeamConflictsWindow *self)
{
  /* What is being written isn't what the toast was about. */
  if (self->n_pending > 0)
    return;

  while (self->library != NULL && self->decided->len > 0)
    {
      g_autoptr (GPtrArray) taken = take_campaign (self->decided);

      self->n_pending++;
      kq_library_sync_reopen_async (self->library, ((KqSyncConflict *) taken->pdata[0])->campaign,
                                    taken, NULL, on_reopened, g_object_ref (self));
    }
}

/* Writing decisions */

static void
sent_free (Sent *sent)
{
  g_clear_pointer (&sent->conflicts, g_ptr_array_unref);
  g_ptr_array_unref (sent->decisions);
  g_object_unref (sent->window);
  g_free (sent);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sent, sent_free)

static void
on_resolved (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Sent) sent = data;
  KqTeamConflictsWindow *self = sent->window;
  g_autoptr (GError) error = NULL;

  if (kq_library_sync_resolve_finish (KQ_LIBRARY (source), result, &error) != 0)
    g_ptr_array_extend_and_steal (self->decided, g_steal_pointer (&sent->conflicts));
  say (self, error);
  if (--self->n_pending > 0 || self->library == NULL)
    return;

  load (self);
  if (self->decided->len > 0)
    kq_tool_window_toast_undo (KQ_TOOL_WINDOW (self), _("Decided"), G_CALLBACK (on_undo));
}

static gboolean
has_fault (KqTeamConflictsWindow *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (kq_conflict_group_has_problem (g_ptr_array_index (self->groups, i)))
      return TRUE;

  return FALSE;
}

static const char *
sent_get_campaign (Sent *sent)
{
  return ((KqSyncConflict *) sent->conflicts->pdata[0])->campaign;
}

/* Takes @sent. */
static void
send (Sent *sent)
{
  sent->window->n_pending++;
  kq_library_sync_resolve_async (sent->window->library, sent_get_campaign (sent), sent->decisions,
                                 NULL, on_resolved, sent);
}

static Sent *
sent_new (KqTeamConflictsWindow *self)
{
  Sent *sent = g_new (Sent, 1);

  sent->window = g_object_ref (self);
  sent->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_decision_free);
  sent->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_conflict_free);

  return sent;
}

/* A campaign's at once: they stand one after the other. */
static void
on_decide (KqTeamConflictsWindow *self)
{
  g_autoptr (Sent) sent = NULL;

  if (has_fault (self))
    return;

  g_ptr_array_set_size (self->decided, 0);
  for (guint i = 0; i < self->groups->len; i++)
    {
      KqConflictGroup *group = g_ptr_array_index (self->groups, i);
      KqSyncDecision *decision = kq_conflict_group_dup_decision (group);
      const KqSyncConflict *conflict = kq_conflict_group_get_conflict (group)->conflict;

      if (decision == NULL)
        continue;
      if (sent != NULL && !g_str_equal (sent_get_campaign (sent), conflict->campaign))
        send (g_steal_pointer (&sent));
      if (sent == NULL)
        sent = sent_new (self);
      g_ptr_array_add (sent->decisions, decision);
      g_ptr_array_add (sent->conflicts, kq_sync_conflict_copy (conflict));
    }
  if (sent != NULL)
    send (g_steal_pointer (&sent));
  else
    kq_tool_window_toast (KQ_TOOL_WINDOW (self), _("Nothing is decided yet"));
}

/* Showing them */

static void
describe (KqTeamConflictsWindow *self)
{
  const guint n = self->conflicts->len;
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_("Nothing is left to decide."));
  else if (n > MAX_SHOWN)
    text = g_strdup_printf (_("The first %u of %u; the others come when these are decided."),
                            MAX_SHOWN, n);
  else
    text = g_strdup (_("You and a colleague changed the same. Choose what counts; until then, what "
                       "stands in the campaign is proposed. What you leave for later stays here."));
  adw_preferences_group_set_description (self->head, text);
  gtk_widget_set_visible (self->all, n > 0);
  gtk_widget_set_sensitive (self->decide, n > 0);
}

static void
show (KqTeamConflictsWindow *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    kq_tool_window_remove_group (KQ_TOOL_WINDOW (self), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < MIN (self->conflicts->len, MAX_SHOWN); i++)
    {
      GtkWidget *group = kq_conflict_group_new (g_ptr_array_index (self->conflicts, i));

      g_ptr_array_add (self->groups, group);
      kq_tool_window_adopt_group (KQ_TOOL_WINDOW (self), ADW_PREFERENCES_GROUP (group));
    }
  describe (self);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqTeamConflictsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = kq_team_conflicts_load_finish (KQ_LIBRARY (source), result,
                                                                   &error);
  g_autoptr (GPtrArray) before = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (conflicts == NULL)
    {
      adw_preferences_group_set_description (self->head, error->message);
      return;
    }

  /* The groups speak of those before until they are gone. */
  before = g_steal_pointer (&self->conflicts);
  self->conflicts = g_steal_pointer (&conflicts);
  show (self);
}

static void
load (KqTeamConflictsWindow *self)
{
  kq_team_conflicts_load_async (self->library, kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)),
                                on_loaded, g_object_ref (self));
}

static void
kq_team_conflicts_window_dispose (GObject *object)
{
  KqTeamConflictsWindow *self = KQ_TEAM_CONFLICTS_WINDOW (object);

  g_clear_object (&self->library);

  G_OBJECT_CLASS (kq_team_conflicts_window_parent_class)->dispose (object);
}

static void
kq_team_conflicts_window_finalize (GObject *object)
{
  KqTeamConflictsWindow *self = KQ_TEAM_CONFLICTS_WINDOW (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->decided);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_team_conflicts_window_parent_class)->finalize (object);
}

static void
kq_team_conflicts_window_class_init (KqTeamConflictsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_team_conflicts_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = kq_team_conflicts_window_finalize;
}

static GtkWidget *
make_all_buttons (KqTeamConflictsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mine = gtk_button_new_with_label (_("All of Mine"));
  GtkWidget *theirs = gtk_button_new_with_label (_("All of Theirs"));

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), mine);
  gtk_box_append (GTK_BOX (box), theirs);
  g_signal_connect_object (mine, "clicked", G_CALLBACK (on_all_mine), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (theirs, "clicked", G_CALLBACK (on_all_theirs), self, G_CONNECT_SWAPPED);

  return box;
}

static void
kq_team_conflicts_window_init (KqTeamConflictsWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Changed on Both Sides"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
  self->groups = g_ptr_array_new ();
  self->decided = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_conflict_free);
  self->head = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), NULL);
  self->all = make_all_buttons (self);
  adw_preferences_group_add (self->head, self->all);
  self->decide = kq_tool_window_add_button (KQ_TOOL_WINDOW (self), _("_Decide"));
  gtk_widget_set_sensitive (self->decide, FALSE);
  g_signal_connect_object (self->decide, "clicked", G_CALLBACK (on_decide), self, G_CONNECT_SWAPPED);
}

/**
 * kq_team_conflicts_window_new:
 * @library: a library
 *
 * Returns: (transfer floating): a window about its conflicts
 */
GtkWidget *
kq_team_conflicts_window_new (KqLibrary *library)
{
  KqTeamConflictsWindow *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);

  self = g_object_new (KQ_TYPE_TEAM_CONFLICTS_WINDOW, NULL);
  self->library = g_object_ref (library);
  load (self);

  return GTK_WIDGET (self);
}
