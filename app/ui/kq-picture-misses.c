/* kq-picture-misses.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-misses.h"

#include "kq-accessible.h"
#include "kq-image-check.h"

static const struct {
  const char *icon;
  const char *style;
} looks[KQ_N_SEVERITIES] = {
  [KQ_SEVERITY_ADVICE]  = { "kq-advice-symbolic",  "severity-advice" },
  [KQ_SEVERITY_WARNING] = { "kq-warning-symbolic", "severity-warning" },
  [KQ_SEVERITY_ERROR]   = { "kq-error-symbolic",   "severity-error" },
};

static GtkWidget *
make_line (const KqImageMiss *miss)
{
  GtkWidget *line = g_object_new (ADW_TYPE_BIN, "css-name", "finding", NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[miss->severity].icon);
  GtkWidget *label = gtk_label_new (miss->message);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  kq_accessible_set_name (GTK_ACCESSIBLE (icon), kq_severity_get_label (miss->severity));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "message");
  gtk_widget_add_css_class (line, looks[miss->severity].style);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  adw_bin_set_child (ADW_BIN (line), box);

  return line;
}

/**
 * kq_picture_misses_new:
 *
 * Returns: (transfer floating): a box without lines
 */
GtkWidget *
kq_picture_misses_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_visible (box, FALSE);

  return box;
}

/**
 * kq_picture_misses_show:
 * @box: a box of [func@picture_misses_new]
 * @misses: (nullable) (element-type KqImageMiss): what is amiss
 *
 * Shows what is amiss, and nothing where all is well.
 */
void
kq_picture_misses_show (GtkBox *box,
                        GArray *misses)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; misses != NULL && i < misses->len; i++)
    gtk_box_append (box, make_line (&g_array_index (misses, KqImageMiss, i)));
  gtk_widget_set_visible (GTK_WIDGET (box), misses != NULL && misses->len > 0);
}
