/* kq-form.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-form.h"

#include "kq-accessible.h"
#include "kq-finding-line.h"
#include "kq-form-rows.h"
#include "kq-nested-list.h"

/* How many groups are laid out in the frame that first shows a form: as much as a
 * laptop's screen has room for. Each of the others comes when nothing more urgent
 * is left to do, which is after that frame. */
#define N_AT_ONCE 2

/**
 * KqForm:
 *
 * The rows are made when the first object is shown, and bound to one after the
 * other from then on: showing another object makes no widget.
 */
struct _KqForm {
  AdwBin             parent_instance;

  const KqFormGroup *groups;
  guint              n_groups;
  GType              type;     /* of the objects that the rows are made for */

  KqDocument        *document; /* (owned) (nullable) */
  KqObject          *object;   /* (owned) (nullable) */
  GSignalGroup      *changes;  /* (owned): of the object */
  GSignalGroup      *found;    /* (owned): of the document's findings */

  GtkBox            *box;
  GtkBox            *general;  /* what was found about no row in sight */
  GPtrArray         *parts;    /* (owned) (element-type GtkWidget): rows and nested, in order */
  guint              n_placed; /* of parts: those that are in the box */
  guint              place_id;
  GPtrArray         *rows;     /* (owned) (element-type KqFormRows) */
  GPtrArray         *nested;   /* (owned) (element-type KqNestedList) */
};

G_DEFINE_FINAL_TYPE (KqForm, kq_form, ADW_TYPE_BIN)

static gboolean
is_shown (KqForm   *self,
          KqObject *object)
{
  return object != NULL &&
         (object == self->object || kq_object_get_parent (object) == self->object);
}

/* FALSE where another form shows the object: one of a list within ours. */
static gboolean
is_about_us (KqForm    *self,
             KqFinding *finding)
{
  KqObject *object = kq_finding_get_object (finding);
  guint n;

  if (!is_shown (self, object))
    return FALSE;
  if (object == self->object)
    return TRUE;

  n = kq_object_get_n_fields (self->object);
  for (guint i = 0; i < n; i++)
    if (kq_object_get_field (self->object, i)->kind == KQ_FIELD_CHILD &&
        kq_object_get_child (self->object, i) == object)
      return TRUE;

  return FALSE;
}

static gboolean
give_to_row (KqForm    *self,
             KqFinding *finding)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (kq_form_rows_add_finding (g_ptr_array_index (self->rows, i), finding))
      return TRUE;

  return FALSE;
}

/* One pass over all findings, of which only those about our object are looked
 * at: ten thousand others cost less than a frame. */
static void
show_findings (KqForm *self)
{
  g_autoptr (GPtrArray) general = g_ptr_array_new ();
  KqFindingList *findings;
  guint n;

  if (self->object == NULL)
    return;

  findings = kq_document_get_findings (self->document);
  n = g_list_model_get_n_items (G_LIST_MODEL (findings));
  for (guint i = 0; i < n; i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);

      if (is_about_us (self, finding) && !give_to_row (self, finding))
        g_ptr_array_add (general, finding);
    }

  for (guint i = 0; i < self->rows->len; i++)
    kq_form_rows_show_findings (g_ptr_array_index (self->rows, i));
  kq_finding_line_fill (self->general, self->document, general);
}

static gboolean
update_rows (KqForm *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    changed |= kq_form_rows_update (g_ptr_array_index (self->rows, i));

  return changed;
}

/* A finding is shown at its row: where that has come or gone, elsewhere. */
static void
on_changed (KqForm   *self,
            KqObject *origin,
            guint     index)
{
  if (is_shown (self, origin) && update_rows (self))
    show_findings (self);
}

static gboolean
place_next (gpointer data)
{
  KqForm *self = data;

  if (self->n_placed < self->parts->len)
    gtk_box_append (self->box, g_ptr_array_index (self->parts, self->n_placed++));
  if (self->n_placed < self->parts->len)
    return G_SOURCE_CONTINUE;

  self->place_id = 0;

  return G_SOURCE_REMOVE;
}

static void
place_all (KqForm *self)
{
  g_clear_handle_id (&self->place_id, g_source_remove);
  while (place_next (self) == G_SOURCE_CONTINUE)
    ;
}

static void
kq_form_dispose (GObject *object)
{
  KqForm *self = KQ_FORM (object);

  g_clear_handle_id (&self->place_id, g_source_remove);
  g_clear_object (&self->changes);
  g_clear_object (&self->found);
  g_clear_object (&self->document);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (kq_form_parent_class)->dispose (object);
}

static void
kq_form_finalize (GObject *object)
{
  g_ptr_array_unref (KQ_FORM (object)->rows);
  g_ptr_array_unref (KQ_FORM (object)->nested);
  g_ptr_array_unref (KQ_FORM (object)->parts);

  G_OBJECT_CLASS (kq_form_parent_class)->finalize (object);
}

static void
kq_form_class_init (KqFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = kq_form_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "form");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kq_form_init (KqForm *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->nested = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->general = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->general), "card");
  gtk_widget_set_visible (GTK_WIDGET (self->general), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->general));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));

  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (on_changed), self);
  self->found = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->found, "items-changed", G_CALLBACK (show_findings), self);
}

/**
 * kq_form_new:
 * @groups: (array length=n_groups): groups of rows, static
 * @n_groups: how many
 *
 * Returns: (transfer floating): a form that shows no object yet
 */
GtkWidget *
kq_form_new (const KqFormGroup *groups,
             guint              n_groups)
{
  KqForm *self;

  g_return_val_if_fail (groups != NULL, NULL);

  self = g_object_new (KQ_TYPE_FORM, NULL);
  self->groups = groups;
  self->n_groups = n_groups;

  return GTK_WIDGET (self);
}

static void
remove_all (KqForm *self)
{
  g_clear_handle_id (&self->place_id, g_source_remove);
  while (self->n_placed > 0)
    gtk_box_remove (self->box, g_ptr_array_index (self->parts, --self->n_placed));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->nested, 0);
  g_ptr_array_set_size (self->parts, 0);
}

static void
make_rows (KqForm   *self,
           KqObject *example)
{
  remove_all (self);

  self->type = G_OBJECT_TYPE (example);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), kq_object_get_label (example));
  for (guint i = 0; i < self->n_groups; i++)
    {
      const KqFormGroup *group = &self->groups[i];
      GtkWidget *part = group->nested != NULL ? kq_nested_list_new (group)
                                              : kq_form_rows_new (group, example);

      g_ptr_array_add (self->parts, g_object_ref_sink (part));
      g_ptr_array_add (group->nested != NULL ? self->nested : self->rows, part);
    }

  while (self->n_placed < MIN (N_AT_ONCE, self->parts->len))
    place_next (self);
  if (self->n_placed < self->parts->len)
    self->place_id = g_idle_add (place_next, self);
}

/**
 * kq_form_set_object:
 * @self: a form
 * @document: (nullable): the document, %NULL together with @object
 * @object: (nullable): the object to show, of a type that has the form's
 *   fields; %NULL for none
 *
 * Shows another object.
 */
void
kq_form_set_object (KqForm     *self,
                    KqDocument *document,
                    KqObject   *object)
{
  g_return_if_fail (KQ_IS_FORM (self));
  g_return_if_fail (object == NULL || KQ_IS_OBJECT (object));
  g_return_if_fail ((document == NULL) == (object == NULL));

  if (object != NULL && G_OBJECT_TYPE (object) != self->type)
    make_rows (self, object);

  g_set_object (&self->document, document);
  g_set_object (&self->object, object);
  g_signal_group_set_target (self->changes, object);
  g_signal_group_set_target (self->found,
                             document != NULL ? kq_document_get_findings (document) : NULL);

  for (guint i = 0; i < self->rows->len; i++)
    kq_form_rows_bind (g_ptr_array_index (self->rows, i), document, object);
  for (guint i = 0; i < self->nested->len; i++)
    kq_nested_list_bind (g_ptr_array_index (self->nested, i), document, object);
  show_findings (self);
}

static KqRow *
find_row (KqForm   *self,
          KqObject *object,
          guint     field)
{
  KqRow *row = NULL;

  for (guint i = 0; row == NULL && i < self->rows->len; i++)
    row = kq_form_rows_find (g_ptr_array_index (self->rows, i), object, field);

  return row;
}

/**
 * kq_form_reveal:
 * @self: a form
 * @object: the form's object, or one within it or one of its lists
 * @field: a field of @object, or %KQ_NO_FIELD
 *
 * Brings the row of a field into sight and focuses it; where the field has
 * none in sight, the form's beginning.
 */
void
kq_form_reveal (KqForm   *self,
                KqObject *object,
                guint     field)
{
  KqRow *row;

  g_return_if_fail (KQ_IS_FORM (self));

  place_all (self);
  for (guint i = 0; i < self->nested->len; i++)
    if (kq_nested_list_reveal (g_ptr_array_index (self->nested, i), object, field))
      return;

  row = find_row (self, object, field);
  if (row != NULL)
    kq_row_focus (row);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
