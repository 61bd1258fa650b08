/* kq-choice-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-choice-row.h"

/**
 * KqChoiceRow:
 *
 * A drop-down of the field's words. A word that the field doesn't know stays
 * in the file, and in the list, until another is chosen.
 */
struct _KqChoiceRow {
  KqRow          parent_instance;

  GtkDropDown   *control;
  GtkStringList *labels;  /* (owned) */
  const KqField *field;   /* whose words are in @labels, (nullable) */
  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (KqChoiceRow, kq_choice_row, KQ_TYPE_ROW)

static guint
count_labels (KqChoiceRow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->labels));
}

static void
on_selected (KqChoiceRow *self)
{
  KqRow *row = KQ_ROW (self);
  guint selected = gtk_drop_down_get_selected (self->control);

  if (self->showing || kq_row_get_object (row) == NULL)
    return;
  if (selected >= kq_field_get_n_words (kq_row_get_field (row)))
    return;

  kq_object_set_choice (kq_row_get_object (row), kq_row_get_index (row), selected);
}

/* The unknown word, if there is one, stands last. */
static void
show_unknown (KqChoiceRow *self,
              const char  *word)
{
  guint n_words = kq_field_get_n_words (self->field);
  guint n_removed = count_labels (self) - n_words;
  g_autofree char *label = NULL;
  const char *added[] = { NULL, NULL };

  if (word != NULL)
    added[0] = label = g_strdup_printf (_("unknown: %s"), word);
  if (word != NULL || n_removed > 0)
    gtk_string_list_splice (self->labels, n_words, n_removed, added);
}

static void
kq_choice_row_refresh (KqRow *row)
{
  KqChoiceRow *self = KQ_CHOICE_ROW (row);
  KqObject *object = kq_row_get_object (row);
  int choice = kq_object_get_choice (object, kq_row_get_index (row));

  self->showing = TRUE;
  show_unknown (self, choice < 0 ? kq_object_get_word (object, kq_row_get_index (row)) : NULL);
  gtk_drop_down_set_selected (self->control,
                              choice < 0 ? count_labels (self) - 1 : (guint) choice);
  self->showing = FALSE;
}

static void
kq_choice_row_bound (KqRow *row)
{
  KqChoiceRow *self = KQ_CHOICE_ROW (row);
  g_autoptr (GStrvBuilder) labels = NULL;
  g_auto (GStrv) strv = NULL;

  if (self->field == kq_row_get_field (row))
    return;

  self->field = kq_row_get_field (row);
  labels = g_strv_builder_new ();
  for (guint i = 0; i < kq_field_get_n_words (self->field); i++)
    g_strv_builder_add (labels, kq_field_get_word_label (self->field, i));
  strv = g_strv_builder_end (labels);

  self->showing = TRUE;
  gtk_string_list_splice (self->labels, 0, count_labels (self), (const char * const *) strv);
  self->showing = FALSE;
}

static void
kq_choice_row_dispose (GObject *object)
{
  g_clear_object (&KQ_CHOICE_ROW (object)->labels);

  G_OBJECT_CLASS (kq_choice_row_parent_class)->dispose (object);
}

static void
kq_choice_row_class_init (KqChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_choice_row_dispose;
  KQ_ROW_CLASS (klass)->bound = kq_choice_row_bound;
  KQ_ROW_CLASS (klass)->refresh = kq_choice_row_refresh;
}

static GtkWidget *
append_label (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);

  return label;
}

/* The button gives way in a narrow window; the list shows the whole. */
static void
setup_button (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_label_set_ellipsize (GTK_LABEL (append_label (item)), PANGO_ELLIPSIZE_END);
}

static void
setup_line (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *label = append_label (item);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (gtk_list_item_get_child (item)), mark);
  g_object_bind_property (item, "selected", mark, "visible", G_BINDING_SYNC_CREATE);
}

static void
bind_label (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
}

static GtkListItemFactory *
make_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label), NULL);

  return factory;
}

static void
kq_choice_row_init (KqChoiceRow *self)
{
  g_autoptr (GtkListItemFactory) button = make_factory (G_CALLBACK (setup_button));
  g_autoptr (GtkListItemFactory) list = make_factory (G_CALLBACK (setup_line));

  self->labels = gtk_string_list_new (NULL);
  self->control = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->labels)), NULL));
  gtk_drop_down_set_factory (self->control, button);
  gtk_drop_down_set_list_factory (self->control, list);
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (on_selected), self);
  kq_row_set_control (KQ_ROW (self), GTK_WIDGET (self->control), GTK_WIDGET (self->control));
}
