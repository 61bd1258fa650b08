/* kq-long-text-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-long-text-row.h"

/**
 * KqLongTextRow:
 *
 * A text view below the title. As in an entry, an input method in the middle
 * of a word isn't disturbed.
 */
struct _KqLongTextRow {
  KqRow        parent_instance;

  GtkTextView *view;
  GtkLabel    *placeholder;
  gboolean     showing;
  gboolean     composing;
  gboolean     stale;
};

G_DEFINE_FINAL_TYPE (KqLongTextRow, kq_long_text_row, KQ_TYPE_ROW)

static char *
dup_text (KqLongTextRow *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Seen where there is no text, nor one in the making. */
static void
update_placeholder (KqLongTextRow *self)
{
  gboolean is_empty = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0;
  gboolean has_words = *gtk_label_get_label (self->placeholder) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          is_empty && has_words && !self->composing);
}

static void
show_value (KqLongTextRow *self)
{
  KqRow *row = KQ_ROW (self);
  const char *text = kq_object_get_text (kq_row_get_object (row), kq_row_get_index (row));
  g_autofree char *shown = dup_text (self);

  self->stale = FALSE;
  if (g_str_equal (shown, text))
    return;

  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->showing = FALSE;
}

static void
on_buffer_changed (KqLongTextRow *self)
{
  KqRow *row = KQ_ROW (self);
  g_autofree char *text = NULL;

  update_placeholder (self);
  if (self->showing || kq_row_get_object (row) == NULL)
    return;

  text = dup_text (self);
  kq_row_begin_commit (row);
  kq_object_set_text (kq_row_get_object (row), kq_row_get_index (row), text);
  kq_row_end_commit (row);
}

static void
on_preedit_changed (KqLongTextRow *self,
                    const char    *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
  update_placeholder (self);
  if (!self->composing && self->stale)
    show_value (self);
}

static void
kq_long_text_row_refresh (KqRow *row)
{
  KqLongTextRow *self = KQ_LONG_TEXT_ROW (row);

  if (self->composing)
    self->stale = TRUE;
  else
    show_value (self);
}

static void
kq_long_text_row_bound (KqRow *row)
{
  KQ_LONG_TEXT_ROW (row)->composing = FALSE;
  kq_long_text_row_set_placeholder (KQ_LONG_TEXT_ROW (row), NULL);
}

static void
kq_long_text_row_class_init (KqLongTextRowClass *klass)
{
  KqRowClass *row_class = KQ_ROW_CLASS (klass);

  row_class->bound = kq_long_text_row_bound;
  row_class->refresh = kq_long_text_row_refresh;
}

static GtkWidget *
make_placeholder (KqLongTextRow *self)
{
  self->placeholder = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->placeholder, TRUE);
  gtk_label_set_wrap_mode (self->placeholder, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->placeholder, 0);
  gtk_label_set_yalign (self->placeholder, 0);
  gtk_widget_set_can_target (GTK_WIDGET (self->placeholder), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "long-text-placeholder");

  return GTK_WIDGET (self->placeholder);
}

static void
kq_long_text_row_init (KqLongTextRow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *placeholder = make_placeholder (self);
  GtkTextBuffer *buffer;

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next row: there is no use for it in these texts. */
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "long-text");

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (on_buffer_changed), self);
  g_signal_connect_swapped (self->view, "preedit-changed", G_CALLBACK (on_preedit_changed), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), placeholder);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), placeholder, TRUE);
  kq_row_set_below (KQ_ROW (self), GTK_WIDGET (self->view), overlay);
}

/**
 * kq_long_text_row_set_placeholder:
 * @self: a row
 * @placeholder: (nullable): what to say where there is no text
 *
 * Says what stands for a text that nobody has written.
 */
void
kq_long_text_row_set_placeholder (KqLongTextRow *self,
                                  const char    *placeholder)
{
  g_return_if_fail (KQ_IS_LONG_TEXT_ROW (self));

  gtk_label_set_label (self->placeholder, placeholder != NULL ? placeholder : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  update_placeholder (self);
}
