/* kq-number-tile.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-number-tile.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"

/**
 * KqNumberTile:
 *
 * A figure in large, with its name above and below how it compares with the
 * period before. A rise isn't coloured: it isn't always good, and red doesn't
 * mean the same everywhere.
 */
struct _KqNumberTile {
  GtkBox    parent_instance;

  char     *title;   /* (owned) */
  GtkLabel *value;
  GtkLabel *change;
};

G_DEFINE_FINAL_TYPE (KqNumberTile, kq_number_tile, GTK_TYPE_BOX)

static void
kq_number_tile_finalize (GObject *object)
{
  g_free (KQ_NUMBER_TILE (object)->title);

  G_OBJECT_CLASS (kq_number_tile_parent_class)->finalize (object);
}

static void
kq_number_tile_class_init (KqNumberTileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_number_tile_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kq_number_tile_init (KqNumberTile *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "number-tile");
}

static GtkLabel *
add_label (KqNumberTile *self,
           const char   *text,
           const char   *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);

  return GTK_LABEL (label);
}

/**
 * kq_number_tile_new:
 * @title: what the figure is
 *
 * Returns: (transfer floating): a tile
 */
GtkWidget *
kq_number_tile_new (const char *title)
{
  KqNumberTile *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (KQ_TYPE_NUMBER_TILE, NULL);
  self->title = g_strdup (title);
  add_label (self, title, "dim-label");
  self->value = add_label (self, "", "title-2");
  self->change = add_label (self, "", "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");

  return GTK_WIDGET (self);
}

/**
 * kq_number_tile_set:
 * @self: a tile
 * @value: the figure, for people
 * @change: (nullable): how it compares, in words
 */
void
kq_number_tile_set (KqNumberTile *self,
                    const char   *value,
                    const char   *change)
{
  g_autofree char *name = NULL;

  g_return_if_fail (KQ_IS_NUMBER_TILE (self) && value != NULL);

  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->change, change != NULL ? change : "");
  gtk_widget_set_visible (GTK_WIDGET (self->change), change != NULL);
  /* What is cut short in a narrow window is read by pointing at it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change), change);
  name = g_strdup_printf (_("%s: %s"), self->title, value);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), name);
}

/**
 * kq_number_tile_make_box:
 *
 * Returns: (transfer floating): a place for tiles of the same size
 */
GtkWidget *
kq_number_tile_make_box (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 8);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 8);

  return box;
}

/**
 * kq_number_tile_add:
 * @box: a place for tiles
 * @title: what the figure is
 *
 * Returns: (transfer none): a new tile, after the others
 */
KqNumberTile *
kq_number_tile_add (GtkFlowBox *box,
                    const char *title)
{
  GtkWidget *tile;

  g_return_val_if_fail (GTK_IS_FLOW_BOX (box), NULL);

  tile = kq_number_tile_new (title);
  gtk_widget_set_size_request (tile, 124, -1);
  gtk_flow_box_insert (box, tile, -1);
  /* There is nothing to be done with one. */
  gtk_widget_set_focusable (gtk_widget_get_parent (tile), FALSE);

  return KQ_NUMBER_TILE (tile);
}
