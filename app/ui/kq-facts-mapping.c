/* kq-facts-mapping.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-mapping.h"

#include <glib/gi18n-lib.h>

#include "kq-drop-down.h"

/* A cell of the first rows shows no more; the whole is read by pointing at it. */
#define MAX_CELL_CHARS 24

/**
 * KqFactsMapping:
 *
 * A row for everything that can be read of a table, with the column that it
 * stands in, and the table's first rows.
 */
struct _KqFactsMapping {
  GtkBox               parent_instance;

  AdwPreferencesGroup *group;
  GtkGrid             *grid;
  GtkDropDown         *drop_downs[KQ_FACTS_N_FIELDS];

  KqFactsColumns      *columns;   /* (unowned) (nullable): the window's */
};

G_DEFINE_FINAL_TYPE (KqFactsMapping, kq_facts_mapping, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The first word of each list stands for no column. */
static void
on_selected (GtkDropDown    *drop_down,
             GParamSpec     *pspec,
             KqFactsMapping *self)
{
  for (guint field = 0; field < KQ_FACTS_N_FIELDS; field++)
    if (self->drop_downs[field] == drop_down)
      kq_facts_columns_set (self->columns, field,
                            (int) gtk_drop_down_get_selected (drop_down) - 1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kq_facts_mapping_class_init (KqFactsMappingClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KQ_TYPE_FACTS_MAPPING, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_facts_mapping_init (KqFactsMapping *self)
{
  GtkWidget *rows = adw_preferences_group_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Columns"));
  adw_preferences_group_set_description (self->group,
                                         _("What is chosen is remembered for files like this "
                                           "one."));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (rows), _("First rows"));
  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 14);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_add_css_class (grid, "facts-sample");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_add_css_class (scroller, "card");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows), scroller);
  gtk_box_append (GTK_BOX (self), rows);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

static GtkWidget *
make_drop_down (KqFactsMapping *self,
                KqFactsField    field)
{
  g_autoptr (GtkStringList) words =
    gtk_string_list_new ((const char *[]) { _("Not in the file"), NULL });
  GtkWidget *drop_down;

  gtk_string_list_splice (words, 1, 0, kq_facts_columns_get_header (self->columns));
  drop_down = kq_drop_down_new (G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              kq_facts_columns_get (self->columns, field) + 1);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), self, 0);

  return drop_down;
}

static void
add_field (KqFactsMapping *self,
           KqFactsField    field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down = make_drop_down (self, field);

  self->drop_downs[field] = GTK_DROP_DOWN (drop_down);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kq_facts_field_get_label (field));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  kq_drop_down_set_name (drop_down, kq_facts_field_get_label (field));
  adw_preferences_group_add (self->group, row);
}

static void
add_cell (KqFactsMapping *self,
          const char     *text,
          guint           column,
          guint           row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  /* What is short is shown whole: the table can be scrolled. */
  if (g_utf8_strlen (text, -1) > MAX_CELL_CHARS)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CELL_CHARS);
      gtk_label_set_width_chars (GTK_LABEL (label), MAX_CELL_CHARS);
    }
  gtk_widget_add_css_class (label, row == 0 ? "heading" : "numeric");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
add_sample (KqFactsMapping *self)
{
  const char * const *header = kq_facts_columns_get_header (self->columns);
  const guint n_columns = g_strv_length ((char **) header);

  for (guint i = 0; i < n_columns; i++)
    add_cell (self, header[i], i, 0);
  for (guint row = 0; row < kq_facts_columns_get_n_samples (self->columns); row++)
    {
      const char * const *cells = kq_facts_columns_get_sample (self->columns, row);

      for (guint i = 0; i < n_columns && cells[i] != NULL; i++)
        add_cell (self, cells[i], i, row + 1);
    }
}

/**
 * kq_facts_mapping_set_columns:
 * @self: a mapping, which gets columns once
 * @columns: the columns of a table, which must live as long; what is chosen is
 *   written into them
 */
void
kq_facts_mapping_set_columns (KqFactsMapping *self,
                              KqFactsColumns *columns)
{
  g_return_if_fail (KQ_IS_FACTS_MAPPING (self) && columns != NULL);
  g_return_if_fail (self->columns == NULL);

  self->columns = columns;
  for (guint field = 0; field < KQ_FACTS_N_FIELDS; field++)
    add_field (self, field);
  add_sample (self);
}
