/* kq-section-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-section-row.h"

#include <glib/gi18n-lib.h>

#include "kq-indicator.h"

/**
 * KqSectionRow:
 *
 * A section's icon, title and worst findings, as its class says them.
 */
struct _KqSectionRow {
  GtkListBoxRow  parent_instance;

  const char    *title;
  KqIndicator   *indicator;
};

G_DEFINE_FINAL_TYPE (KqSectionRow, kq_section_row, GTK_TYPE_LIST_BOX_ROW)

static void
kq_section_row_class_init (KqSectionRowClass *klass)
{
}

static void
kq_section_row_init (KqSectionRow *self)
{
}

/**
 * kq_section_row_new:
 * @klass: the class of a section
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kq_section_row_new (const KqSectionClass *klass)
{
  KqSectionRow *self = g_object_new (KQ_TYPE_SECTION_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(klass->title));

  self->title = klass->title;
  self->indicator = KQ_INDICATOR (kq_indicator_new ());
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", klass->icon_name,
                                               NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->indicator));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  kq_section_row_set_findings (self, -1, 0);

  return GTK_WIDGET (self);
}

/**
 * kq_section_row_set_findings:
 * @self: a row
 * @severity: the #KqSeverity of the section's worst finding, or −1 for none
 * @count: how many there are of it
 *
 * Shows the section's findings.
 */
void
kq_section_row_set_findings (KqSectionRow *self,
                             int           severity,
                             guint         count)
{
  g_autofree char *findings = NULL;

  g_return_if_fail (KQ_IS_SECTION_ROW (self));

  kq_indicator_set (self->indicator, severity, count);
  if (severity >= 0)
    findings = kq_indicator_describe (severity, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, findings != NULL ? findings : "",
                                  -1);
}
