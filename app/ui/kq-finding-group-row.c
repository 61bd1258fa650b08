/* kq-finding-group-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-finding-group-row.h"

#include "kq-indicator.h"

/**
 * KqFindingGroupRow:
 *
 * A group's title and its counts, that it follows.
 */
struct _KqFindingGroupRow {
  GtkWidget       parent_instance;

  KqFindingGroup *group;                       /* (owned) (nullable) */
  GSignalGroup   *changes;                     /* (owned) */

  GtkWidget      *title;
  GtkWidget      *indicators[KQ_N_SEVERITIES];
};

G_DEFINE_FINAL_TYPE (KqFindingGroupRow, kq_finding_group_row, GTK_TYPE_WIDGET)

static void
update (KqFindingGroupRow *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *item = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *text = kq_finding_group_dup_text (self->group);

  gtk_label_set_label (GTK_LABEL (self->title), kq_finding_group_get_title (self->group));
  for (guint i = 0; i < KQ_N_SEVERITIES; i++)
    kq_indicator_set (KQ_INDICATOR (self->indicators[i]), i,
                      kq_finding_group_get_count (self->group, i));

  /* The list focuses its own widget around the row: that is what has a name. */
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "",
                                    -1);
}

static void
kq_finding_group_row_dispose (GObject *object)
{
  KqFindingGroupRow *self = KQ_FINDING_GROUP_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->changes);
  g_clear_object (&self->group);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kq_finding_group_row_parent_class)->dispose (object);
}

static void
kq_finding_group_row_class_init (KqFindingGroupRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_finding_group_row_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findinggroup");
}

static void
kq_finding_group_row_init (KqFindingGroupRow *self)
{
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  for (guint i = KQ_N_SEVERITIES; i-- > 0;)
    {
      self->indicators[i] = kq_indicator_new ();
      gtk_widget_set_parent (self->indicators[i], GTK_WIDGET (self));
    }

  self->changes = g_signal_group_new (KQ_TYPE_FINDING_GROUP);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (update), self);
}

/**
 * kq_finding_group_row_new:
 *
 * Returns: (transfer floating): a heading that shows nothing yet
 */
GtkWidget *
kq_finding_group_row_new (void)
{
  return g_object_new (KQ_TYPE_FINDING_GROUP_ROW, NULL);
}

/**
 * kq_finding_group_row_set_group:
 * @self: a heading
 * @group: (nullable): what it shall show
 *
 * Shows another group, or none.
 */
void
kq_finding_group_row_set_group (KqFindingGroupRow *self,
                                KqFindingGroup    *group)
{
  g_return_if_fail (KQ_IS_FINDING_GROUP_ROW (self));
  g_return_if_fail (group == NULL || KQ_IS_FINDING_GROUP (group));

  g_set_object (&self->group, group);
  g_signal_group_set_target (self->changes, group);
  if (group != NULL)
    update (self);
}
