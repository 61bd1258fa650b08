/* kq-entry-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-entry-row.h"

/**
 * KqEntryRow:
 *
 * Commits what is typed on every change. While the focus is within, the text
 * isn't written anew for its form's sake: “5” becomes “5.00” on leaving. What
 * somebody else does to the field (undo, a fix) shows at once, unless an input
 * method is in the middle of a word: then when that is done.
 */
typedef struct {
  GtkWidget *entry;
  GtkBox    *box;
  GtkWidget *before;
  GtkWidget *after;
  gboolean   showing;
  gboolean   composing;
  gboolean   stale;
  guint      commit_id;
} KqEntryRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqEntryRow, kq_entry_row, KQ_TYPE_ROW)

#define PRIV(row) ((KqEntryRowPrivate *) kq_entry_row_get_instance_private (row))

static gboolean
has_focus (KqEntryRow *self)
{
  return (gtk_widget_get_state_flags (PRIV (self)->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_value (KqEntryRow *self)
{
  KqEntryRowPrivate *priv = PRIV (self);
  g_autofree char *text = KQ_ENTRY_ROW_GET_CLASS (self)->format (self);

  priv->stale = FALSE;
  g_clear_handle_id (&priv->commit_id, g_source_remove);
  kq_row_set_problem (KQ_ROW (self), NULL);
  if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (priv->entry))))
    return;

  priv->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (priv->entry), text);
  /* Of a long text its beginning is seen, unless it is being written. */
  gtk_editable_set_position (GTK_EDITABLE (priv->entry), has_focus (self) ? -1 : 0);
  priv->showing = FALSE;
}

static void
commit_text (KqEntryRow *self)
{
  KqEntryRowPrivate *priv = PRIV (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (priv->entry));
  g_autoptr (GError) error = NULL;
  gboolean taken;

  g_clear_handle_id (&priv->commit_id, g_source_remove);
  if (kq_row_get_object (KQ_ROW (self)) == NULL)
    return;

  kq_row_begin_commit (KQ_ROW (self));
  taken = KQ_ENTRY_ROW_GET_CLASS (self)->commit (self, text, &error);
  kq_row_end_commit (KQ_ROW (self));

  g_assert (taken == (error == NULL));
  kq_row_set_problem (KQ_ROW (self), taken ? NULL : error->message);
}

static gboolean
on_still_empty (gpointer data)
{
  PRIV (data)->commit_id = 0;
  commit_text (data);

  return G_SOURCE_REMOVE;
}

/* What is typed over a selection empties the entry first, in the same breath:
 * only an entry that stays empty says so. */
static void
on_entry_changed (KqEntryRow *self)
{
  KqEntryRowPrivate *priv = PRIV (self);

  if (priv->showing)
    return;

  if (*gtk_editable_get_text (GTK_EDITABLE (priv->entry)) != '\0')
    commit_text (self);
  else if (priv->commit_id == 0)
    priv->commit_id = g_idle_add_full (G_PRIORITY_HIGH, on_still_empty, self, NULL);
}

static void
on_preedit_changed (KqEntryRow *self,
                    const char *preedit)
{
  KqEntryRowPrivate *priv = PRIV (self);

  priv->composing = preedit != NULL && *preedit != '\0';
  if (!priv->composing && priv->stale)
    show_value (self);
}

static void
kq_entry_row_refresh (KqRow *row)
{
  KqEntryRow *self = KQ_ENTRY_ROW (row);

  if (PRIV (self)->composing)
    PRIV (self)->stale = TRUE;
  else
    show_value (self);
}

static void
kq_entry_row_bound (KqRow *row)
{
  /* What was being composed belonged to the object before. */
  PRIV (KQ_ENTRY_ROW (row))->composing = FALSE;
}

/* What can't be taken stays, so that it can be mended. */
static void
kq_entry_row_left (KqRow *row)
{
  if (PRIV (KQ_ENTRY_ROW (row))->commit_id != 0)
    commit_text (KQ_ENTRY_ROW (row));
  if (!kq_row_has_problem (row))
    kq_entry_row_refresh (row);
}

static void
kq_entry_row_dispose (GObject *object)
{
  g_clear_handle_id (&PRIV (KQ_ENTRY_ROW (object))->commit_id, g_source_remove);

  G_OBJECT_CLASS (kq_entry_row_parent_class)->dispose (object);
}

static void
kq_entry_row_class_init (KqEntryRowClass *klass)
{
  KqRowClass *row_class = KQ_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_entry_row_dispose;
  row_class->bound = kq_entry_row_bound;
  row_class->refresh = kq_entry_row_refresh;
  row_class->left = kq_entry_row_left;
}

static GtkWidget *
append_unit (KqEntryRowPrivate *priv)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "unit");
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (priv->box, label);

  return label;
}

static void
kq_entry_row_init (KqEntryRow *self)
{
  KqEntryRowPrivate *priv = PRIV (self);
  GtkEditable *delegate;

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  priv->entry = gtk_entry_new ();
  priv->before = append_unit (priv);
  gtk_box_append (priv->box, priv->entry);
  priv->after = append_unit (priv);

  /* Undo takes back the campaign's last step, wherever that was. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (priv->entry), 26);

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (priv->entry));
  g_signal_connect_swapped (priv->entry, "changed", G_CALLBACK (on_entry_changed), self);
  g_signal_connect_swapped (delegate, "preedit-changed", G_CALLBACK (on_preedit_changed), self);
  kq_row_set_control (KQ_ROW (self), priv->entry, GTK_WIDGET (priv->box));
}

/**
 * kq_entry_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the entry
 */
GtkWidget *
kq_entry_row_get_entry (KqEntryRow *self)
{
  g_return_val_if_fail (KQ_IS_ENTRY_ROW (self), NULL);

  return PRIV (self)->entry;
}

/**
 * kq_entry_row_set_numeric:
 * @self: a row
 * @width_chars: how wide it is, in characters
 *
 * Gives the entry the look of a figure: to the right, and of fixed width, so
 * that figures stand below each other.
 */
void
kq_entry_row_set_numeric (KqEntryRow *self,
                          int         width_chars)
{
  GtkEntry *entry;

  g_return_if_fail (KQ_IS_ENTRY_ROW (self));

  entry = GTK_ENTRY (PRIV (self)->entry);
  gtk_entry_set_alignment (entry, 1.0);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "numeric");
}

static void
set_unit (GtkWidget  *label,
          const char *unit)
{
  gtk_label_set_label (GTK_LABEL (label), unit != NULL ? unit : "");
  gtk_widget_set_visible (label, unit != NULL);
}

/**
 * kq_entry_row_set_unit:
 * @self: a row
 * @before: (nullable): what stands before the entry, such as “¥”
 * @after: (nullable): what stands behind it, such as “%”
 *
 * Shows in what the entry's figure counts.
 */
void
kq_entry_row_set_unit (KqEntryRow *self,
                       const char *before,
                       const char *after)
{
  g_return_if_fail (KQ_IS_ENTRY_ROW (self));

  set_unit (PRIV (self)->before, before);
  set_unit (PRIV (self)->after, after);
}

/**
 * kq_entry_row_append:
 * @self: a row
 * @widget: (transfer floating): another control of the same field
 *
 * Puts @widget behind the entry.
 */
void
kq_entry_row_append (KqEntryRow *self,
                     GtkWidget  *widget)
{
  g_return_if_fail (KQ_IS_ENTRY_ROW (self));

  gtk_box_append (PRIV (self)->box, widget);
}
