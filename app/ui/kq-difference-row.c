/* kq-difference-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-difference-row.h"

#include <glib/gi18n-lib.h>

/**
 * KqDifferenceRow:
 *
 * A title that is read whole, and what there is to say of it.
 */
struct _KqDifferenceRow {
  GtkWidget  parent_instance;

  GtkWidget *title;
  GtkWidget *subtitle;
};

G_DEFINE_FINAL_TYPE (KqDifferenceRow, kq_difference_row, GTK_TYPE_WIDGET)

static void
kq_difference_row_dispose (GObject *object)
{
  KqDifferenceRow *self = KQ_DIFFERENCE_ROW (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->subtitle, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_difference_row_parent_class)->dispose (object);
}

static void
kq_difference_row_class_init (KqDifferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_difference_row_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "differencerow");
}

static GtkWidget *
add_label (KqDifferenceRow *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
kq_difference_row_init (KqDifferenceRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  self->title = add_label (self);
  self->subtitle = add_label (self);
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_widget_add_css_class (self->subtitle, "caption");
}

/**
 * kq_difference_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
kq_difference_row_new (void)
{
  return g_object_new (KQ_TYPE_DIFFERENCE_ROW, NULL);
}

/**
 * kq_difference_row_set_text:
 * @self: a row
 * @title: its first line
 * @subtitle: its second
 *
 * Lets it say something.
 */
void
kq_difference_row_set_text (KqDifferenceRow *self,
                            const char      *title,
                            const char      *subtitle)
{
  g_return_if_fail (KQ_IS_DIFFERENCE_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
}

/**
 * kq_difference_row_describe_place:
 * @difference: how two versions differ in a place
 *
 * Returns: (transfer full): the place, “Coupon 满599减100 · Amount off”
 */
char *
kq_difference_row_describe_place (KqDifference *difference)
{
  g_autofree char *object = kq_difference_dup_object_label (difference);
  g_autofree char *field = kq_difference_dup_field_label (difference);

  return field != NULL ? g_strjoin (" · ", object, field, NULL) : g_steal_pointer (&object);
}

/**
 * kq_difference_row_describe_values:
 * @difference: how a former version differs from today's in a place
 *
 * Returns: (transfer full): what became of it since
 */
char *
kq_difference_row_describe_values (KqDifference *difference)
{
  g_autofree char *before = kq_difference_dup_before_text (difference);
  g_autofree char *after = kq_difference_dup_after_text (difference);

  switch (kq_difference_get_kind (difference))
    {
    case KQ_DIFFERENCE_ADDED:
      return g_strdup (_("Added since"));
    case KQ_DIFFERENCE_REMOVED:
      return g_strdup (_("Removed since"));
    case KQ_DIFFERENCE_MOVED:
      return g_strdup (_("In another order today"));
    case KQ_DIFFERENCE_CHANGED:
      /* Translators: a field's former value, and today's */
      return g_strdup_printf (_("Then %s, today %s"),
                              before != NULL && *before != '\0' ? before : _("nothing"),
                              after != NULL && *after != '\0' ? after : _("nothing"));
    default:
      g_return_val_if_reached (NULL);
    }
}
