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
}

static void
kq_long_text_row_class_init (KqLongTextRowClass *klass)
{
  KqRowClass *row_class = KQ_ROW_CLASS (klass);

  row_class->bound = kq_long_text_row_bound;
  row_class->refresh = kq_long_text_row_refresh;
}

static void
kq_long_text_row_init (KqLongTextRow *self)
{
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
  kq_row_set_below (KQ_ROW (self), GTK_WIDGET (self->view), GTK_WIDGET (self->view));
}
