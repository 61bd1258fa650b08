/* kq-color-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-color-row.h"

#include <glib/gi18n-lib.h>

/**
 * KqColorRow:
 *
 * Takes #rrggbb or a colour from the colour chooser; nothing typed is none.
 */
struct _KqColorRow {
  KqEntryRow       parent_instance;

  GtkColorChooser *button;
};

G_DEFINE_FINAL_TYPE (KqColorRow, kq_color_row, KQ_TYPE_ENTRY_ROW)

static const char *
get_text (KqColorRow *self)
{
  return kq_object_get_text (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)));
}

/* What no colour is shown as */
static const GdkRGBA none = { 0.8f, 0.8f, 0.8f, 1 };

static gboolean
is_color (const char *text)
{
  if (strlen (text) != 7 || text[0] != '#')
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p++)
    if (!g_ascii_isxdigit (*p))
      return FALSE;

  return TRUE;
}

static void
show_color (KqColorRow *self)
{
  GdkRGBA color = none;

  if (is_color (get_text (self)))
    gdk_rgba_parse (&color, get_text (self));
  gtk_color_chooser_set_rgba (self->button, &color);
}

static char *
kq_color_row_format (KqEntryRow *row)
{
  show_color (KQ_COLOR_ROW (row));

  return g_strdup (get_text (KQ_COLOR_ROW (row)));
}

static gboolean
kq_color_row_commit (KqEntryRow  *row,
                     const char  *text,
                     GError     **error)
{
  g_autofree char *plain = g_strstrip (kq_text_to_half_width (text));

  if (*plain != '\0' && !is_color (plain))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s” isn't a colour; write it as #c22a17"), text);
      return FALSE;
    }

  kq_object_set_text (kq_row_get_object (KQ_ROW (row)), kq_row_get_index (KQ_ROW (row)), plain);
  show_color (KQ_COLOR_ROW (row));

  return TRUE;
}

static void
on_color_set (KqColorRow *self)
{
  KqRow *row = KQ_ROW (self);
  g_autofree char *text = NULL;
  GdkRGBA color;

  if (kq_row_get_object (row) == NULL)
    return;

  gtk_color_chooser_get_rgba (self->button, &color);
  text = g_strdup_printf ("#%02x%02x%02x", (guint) (color.red * 255 + 0.5f),
                          (guint) (color.green * 255 + 0.5f), (guint) (color.blue * 255 + 0.5f));
  kq_object_set_text (kq_row_get_object (row), kq_row_get_index (row), text);
}

static void
kq_color_row_class_init (KqColorRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  row_class->format = kq_color_row_format;
  row_class->commit = kq_color_row_commit;
}

static void
kq_color_row_init (KqColorRow *self)
{
  GtkWidget *button = gtk_color_button_new ();

  self->button = GTK_COLOR_CHOOSER (button);
  gtk_color_button_set_title (GTK_COLOR_BUTTON (button), _("Pick a colour"));
  gtk_widget_set_tooltip_text (button, _("Pick a colour"));
  kq_row_name_control (button, _("Pick a colour"));
  kq_row_name_control (gtk_widget_get_first_child (button), _("Pick a colour"));
  g_signal_connect_swapped (button, "color-set", G_CALLBACK (on_color_set), self);
  kq_entry_row_append (KQ_ENTRY_ROW (self), button);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (kq_entry_row_get_entry (KQ_ENTRY_ROW (self))), 9);
}
