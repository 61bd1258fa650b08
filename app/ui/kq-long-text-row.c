/* kq-long-text-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-long-text-row.h"

#include <glib/gi18n-lib.h>

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
  GtkBox      *buttons;   /* below the text */
  GtkWidget   *start;     /* takes the draft */
  char        *draft;     /* (owned) (nullable) */
  gboolean     has_inserts;
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
  gtk_widget_set_visible (self->start, is_empty && self->draft != NULL && !self->composing);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons),
                          gtk_widget_get_visible (self->start) || self->has_inserts);
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

/* Where the cursor is, as if it had been typed there, but a step of its own. What
 * is being composed stays, and follows. */
static void
insert (KqLongTextRow *self,
        const char    *text)
{
  KqHistory *history = kq_document_get_history (kq_row_get_document (KQ_ROW (self)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  kq_history_break (history);
  if (!self->composing)
    gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  kq_history_break (history);

  /* The input method takes getting the focus as a beginning. */
  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (buffer));
}

static void
on_insert (KqLongTextRow *self,
           GtkButton     *button)
{
  if (kq_row_get_object (KQ_ROW (self)) != NULL)
    insert (self, gtk_button_get_label (button));
}

static void
on_start (KqLongTextRow *self)
{
  /* Once there is a text, there is no draft. */
  g_autofree char *draft = g_strdup (self->draft);

  if (draft != NULL && kq_row_get_object (KQ_ROW (self)) != NULL)
    insert (self, draft);
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
  KqLongTextRow *self = KQ_LONG_TEXT_ROW (row);

  self->composing = FALSE;
  g_clear_pointer (&self->draft, g_free);
  kq_long_text_row_set_placeholder (self, NULL);
}

static void
kq_long_text_row_finalize (GObject *object)
{
  g_free (KQ_LONG_TEXT_ROW (object)->draft);

  G_OBJECT_CLASS (kq_long_text_row_parent_class)->finalize (object);
}

static void
kq_long_text_row_class_init (KqLongTextRowClass *klass)
{
  KqRowClass *row_class = KQ_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_long_text_row_finalize;
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

static GtkWidget *
make_buttons (KqLongTextRow *self)
{
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->buttons), "long-text-buttons");
  self->start = gtk_button_new_with_label (_("Start from This Text"));
  gtk_widget_set_visible (self->start, FALSE);
  g_signal_connect_swapped (self->start, "clicked", G_CALLBACK (on_start), self);
  gtk_box_append (self->buttons, self->start);

  return GTK_WIDGET (self->buttons);
}

static void
kq_long_text_row_init (KqLongTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
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
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  kq_row_set_below (KQ_ROW (self), GTK_WIDGET (self->view), box);
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

/**
 * kq_long_text_row_set_draft:
 * @self: a row
 * @draft: (nullable): a text
 *
 * Sets the text that stands for one that nobody has written: it is shown as such,
 * with a button that takes it over to be changed.
 */
void
kq_long_text_row_set_draft (KqLongTextRow *self,
                            const char    *draft)
{
  g_autofree char *placeholder = NULL;

  g_return_if_fail (KQ_IS_LONG_TEXT_ROW (self));

  if (draft != NULL)
    placeholder = g_strdup_printf (_("Generated: %s"), draft);
  g_free (self->draft);
  self->draft = g_strdup (draft);
  kq_long_text_row_set_placeholder (self, placeholder);
}

/**
 * kq_long_text_row_add_insert:
 * @self: a row
 * @text: what is inserted, which is also on the button
 * @title: what that does, with @text in it, in the user's language
 *
 * Adds a button that inserts @text at the cursor.
 */
void
kq_long_text_row_add_insert (KqLongTextRow *self,
                             const char    *text,
                             const char    *title)
{
  GtkWidget *button;

  g_return_if_fail (KQ_IS_LONG_TEXT_ROW (self));
  g_return_if_fail (text != NULL && title != NULL);

  button = gtk_button_new_with_label (text);
  /* A click leaves the focus, and with it what is being composed, in the text. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, title);
  kq_row_name_control (button, title);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_insert), self);
  gtk_box_append (self->buttons, button);
  self->has_inserts = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
}
