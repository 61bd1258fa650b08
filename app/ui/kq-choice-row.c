/* kq-choice-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-choice-row.h"

#include "kq-drop-down.h"

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

static char **
dup_labels (KqRow *row)
{
  const KqField *field = kq_row_get_field (row);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < kq_field_get_n_words (field); i++)
    g_strv_builder_add (labels, kq_object_get_word_label (kq_row_get_object (row),
                                                          kq_row_get_index (row), i));

  return g_strv_builder_end (labels);
}

static void
kq_choice_row_bound (KqRow *row)
{
  KqChoiceRow *self = KQ_CHOICE_ROW (row);
  g_auto (GStrv) strv = dup_labels (row);

  self->field = kq_row_get_field (row);
  self->showing = TRUE;
  gtk_string_list_splice (self->labels, 0, count_labels (self), (const char * const *) strv);
  self->showing = FALSE;
}

static gboolean
has_labels (KqChoiceRow  *self,
            char        **labels)
{
  for (guint i = 0; labels[i] != NULL; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->labels, i), labels[i]))
      return FALSE;

  return TRUE;
}

static void
kq_choice_row_relabel (KqRow *row)
{
  g_auto (GStrv) labels = dup_labels (row);

  if (has_labels (KQ_CHOICE_ROW (row), labels))
    return;

  kq_choice_row_bound (row);
  kq_choice_row_refresh (row);
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
  KQ_ROW_CLASS (klass)->relabel = kq_choice_row_relabel;
}

static void
kq_choice_row_init (KqChoiceRow *self)
{
  self->labels = gtk_string_list_new (NULL);
  self->control = GTK_DROP_DOWN (kq_drop_down_new (G_LIST_MODEL (self->labels)));
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (on_selected), self);
  kq_row_set_control (KQ_ROW (self), GTK_WIDGET (self->control), GTK_WIDGET (self->control));
}
