/* kq-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-row-private.h"

#include "kq-accessible.h"
#include "kq-finding-line.h"

/**
 * KqRow:
 *
 * The base of a form's rows. It is made once and shows one object after the
 * other: see [method@Row.bind]. Every change is committed at once; leaving the
 * row only ends the step that undo takes back.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqRow, kq_row, ADW_TYPE_PREFERENCES_ROW)

KqRowPrivate *
kq_row_priv (KqRow *self)
{
  return kq_row_get_instance_private (self);
}

static void
update_title (KqRow *self)
{
  KqRowPrivate *priv = kq_row_priv (self);
  const char *title = kq_object_get_field_label (priv->object, priv->index);

  if (g_strcmp0 (gtk_label_get_label (priv->title), title) == 0)
    return;

  gtk_label_set_label (priv->title, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), title);
  if (priv->control != NULL)
    kq_row_name_control (priv->control, title);
}

static gboolean
names_platform (KqObject *object,
                guint     index)
{
  return index != KQ_NO_FIELD &&
         g_str_equal (kq_object_get_field (object, index)->name, "platform");
}

static void
on_changed (KqRow    *self,
            KqObject *origin,
            guint     index)
{
  KqRowPrivate *priv = kq_row_priv (self);

  /* The platform may have words of its own, for the field and its choices. */
  if (origin == priv->object)
    {
      update_title (self);
      if (KQ_ROW_GET_CLASS (self)->relabel != NULL && names_platform (origin, index))
        KQ_ROW_GET_CLASS (self)->relabel (self);
    }
  if (origin != priv->object || index != priv->index || priv->commits > 0)
    return;

  KQ_ROW_GET_CLASS (self)->refresh (self);
}

static void
on_focus_left (KqRow *self)
{
  KqRowPrivate *priv = kq_row_priv (self);

  if (priv->document == NULL)
    return;

  kq_history_break (kq_document_get_history (priv->document));
  if (KQ_ROW_GET_CLASS (self)->left != NULL)
    KQ_ROW_GET_CLASS (self)->left (self);
}

static void
unbind (KqRow *self)
{
  KqRowPrivate *priv = kq_row_priv (self);

  g_clear_signal_handler (&priv->changed_id, priv->object);
  g_clear_object (&priv->object);
  g_clear_object (&priv->document);
}

static void
kq_row_dispose (GObject *object)
{
  unbind (KQ_ROW (object));

  G_OBJECT_CLASS (kq_row_parent_class)->dispose (object);
}

static void
kq_row_class_init (KqRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_row_dispose;
}

static GtkLabel *
make_label (const char    *style,
            PangoWrapMode  wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* Where nothing is said GTK breaks the text everywhere to learn its least width. */
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), wrap);
  gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

/* A grid: of a box of wrapped labels, beside others, GTK looks for the width by
 * trying, and lays each text out some seventy times. */
static GtkWidget *
make_titles (KqRow *self)
{
  KqRowPrivate *priv = kq_row_priv (self);
  GtkWidget *titles = gtk_grid_new ();

  priv->title = make_label ("title", PANGO_WRAP_WORD);
  priv->hint = make_label ("hint", PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_visible (GTK_WIDGET (priv->hint), FALSE);
  gtk_grid_set_row_spacing (GTK_GRID (titles), 2);
  gtk_grid_attach (GTK_GRID (titles), GTK_WIDGET (priv->title), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (titles), GTK_WIDGET (priv->hint), 0, 1, 1, 1);
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_widget_set_valign (titles, GTK_ALIGN_CENTER);

  return titles;
}

static void
kq_row_init (KqRow *self)
{
  KqRowPrivate *priv = kq_row_priv (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  priv->severity = -1;
  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  priv->header = KQ_WRAP_BOX (kq_wrap_box_new (12));
  kq_wrap_box_append (priv->header, make_titles (self));
  priv->indicator = KQ_INDICATOR (kq_indicator_new ());
  kq_wrap_box_append (priv->header, GTK_WIDGET (priv->indicator));
  gtk_box_append (priv->box, GTK_WIDGET (priv->header));
  priv->problem = make_label ("problem", PANGO_WRAP_WORD_CHAR);
  gtk_box_append (priv->box, GTK_WIDGET (priv->problem));
  gtk_widget_set_visible (GTK_WIDGET (priv->problem), FALSE);
  priv->findings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_visible (GTK_WIDGET (priv->findings), FALSE);
  gtk_box_append (priv->box, GTK_WIDGET (priv->findings));

  gtk_widget_add_css_class (GTK_WIDGET (priv->header), "row-header");
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (priv->box));
  /* Tab goes to the control, not to the row first. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * kq_row_bind:
 * @self: a row
 * @document: (nullable): the document, %NULL together with @object
 * @object: (nullable): the object whose field to show, %NULL for none
 * @index: the field's row in the object's table
 *
 * Shows a field of another object. The field must be of the kind that the row
 * was made for.
 */
void
kq_row_bind (KqRow      *self,
             KqDocument *document,
             KqObject   *object,
             guint       index)
{
  KqRowPrivate *priv = kq_row_priv (self);

  g_return_if_fail (KQ_IS_ROW (self));
  g_return_if_fail (object == NULL || KQ_IS_OBJECT (object));
  g_return_if_fail ((document == NULL) == (object == NULL));

  if (priv->object == object && priv->document == document && priv->index == index)
    return;

  unbind (self);
  if (object == NULL)
    return;

  priv->document = g_object_ref (document);
  priv->object = g_object_ref (object);
  priv->index = index;
  priv->changed_id = g_signal_connect_swapped (object, "changed", G_CALLBACK (on_changed), self);

  update_title (self);
  kq_row_set_problem (self, NULL);
  if (KQ_ROW_GET_CLASS (self)->bound != NULL)
    KQ_ROW_GET_CLASS (self)->bound (self);
  KQ_ROW_GET_CLASS (self)->refresh (self);
}

/**
 * kq_row_set_findings:
 * @self: a row that is bound
 * @findings: (nullable) (element-type KqFinding): what was found about it
 *
 * Shows the findings below the row.
 */
void
kq_row_set_findings (KqRow     *self,
                     GPtrArray *findings)
{
  KqRowPrivate *priv = kq_row_priv (self);
  guint n_worst = 0;

  g_return_if_fail (KQ_IS_ROW (self));

  priv->severity = -1;
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      int severity = kq_finding_get_severity (g_ptr_array_index (findings, i));

      if (severity > priv->severity)
        {
          priv->severity = severity;
          n_worst = 0;
        }
      n_worst += severity == priv->severity;
    }
  kq_indicator_set (priv->indicator, priv->severity, n_worst);
  kq_finding_line_fill (priv->findings, priv->document, findings);
  kq_row_update_style (self);
}

/**
 * kq_row_focus:
 * @self: a row
 *
 * Puts the focus on the row's control.
 */
void
kq_row_focus (KqRow *self)
{
  g_return_if_fail (KQ_IS_ROW (self));

  if (kq_row_priv (self)->control != NULL)
    gtk_widget_grab_focus (kq_row_priv (self)->control);
}

/**
 * kq_row_get_document:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the document that it shows a field of
 */
KqDocument *
kq_row_get_document (KqRow *self)
{
  g_return_val_if_fail (KQ_IS_ROW (self), NULL);

  return kq_row_priv (self)->document;
}

/**
 * kq_row_get_object:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the object that it shows a field of
 */
KqObject *
kq_row_get_object (KqRow *self)
{
  g_return_val_if_fail (KQ_IS_ROW (self), NULL);

  return kq_row_priv (self)->object;
}

/**
 * kq_row_get_index:
 * @self: a row
 *
 * Returns: the field's row in the object's table
 */
guint
kq_row_get_index (KqRow *self)
{
  g_return_val_if_fail (KQ_IS_ROW (self), KQ_NO_FIELD);

  return kq_row_priv (self)->index;
}

/**
 * kq_row_get_field:
 * @self: a row that is bound
 *
 * Returns: (transfer none): the field that it shows
 */
const KqField *
kq_row_get_field (KqRow *self)
{
  g_return_val_if_fail (KQ_IS_ROW (self), NULL);
  g_return_val_if_fail (kq_row_priv (self)->object != NULL, NULL);

  return kq_object_get_field (kq_row_priv (self)->object, kq_row_priv (self)->index);
}
