/* kq-face-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-face-row.h"

#include <glib/gi18n-lib.h>

#define N_PRESETS 4

/**
 * KqFaceRow:
 *
 * A button for each of the platform's colours, and one for an own picture. A
 * number that is none of these presses no button.
 */
struct _KqFaceRow {
  KqRow      parent_instance;

  GtkWidget *buttons[N_PRESETS + 1]; /* by the field's number */
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (KqFaceRow, kq_face_row, KQ_TYPE_ROW)

static void
on_toggled (KqFaceRow *self)
{
  KqRow *row = KQ_ROW (self);

  if (self->showing || kq_row_get_object (row) == NULL)
    return;

  for (guint i = 0; i <= N_PRESETS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      kq_object_set_int (kq_row_get_object (row), kq_row_get_index (row), i);
}

static void
kq_face_row_refresh (KqRow *row)
{
  KqFaceRow *self = KQ_FACE_ROW (row);
  gint64 preset = kq_object_get_int (kq_row_get_object (row), kq_row_get_index (row));

  self->showing = TRUE;
  for (guint i = 0; i <= N_PRESETS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), preset == i);
  self->showing = FALSE;
}

static void
kq_face_row_class_init (KqFaceRowClass *klass)
{
  KQ_ROW_CLASS (klass)->refresh = kq_face_row_refresh;
}

static GtkWidget *
make_button (KqFaceRow *self,
             guint      preset)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *style = g_strdup_printf ("face-%u", preset);
  g_autofree char *name = preset > 0 ? g_strdup_printf (_("Colour %u"), preset)
                                     : g_strdup (_("Own picture"));

  if (preset == 0)
    gtk_button_set_icon_name (GTK_BUTTON (button), "image-x-generic-symbolic");
  else
    gtk_button_set_child (GTK_BUTTON (button), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_add_css_class (gtk_button_get_child (GTK_BUTTON (button)), style);
  gtk_widget_add_css_class (button, "face");
  gtk_widget_set_tooltip_text (button, name);
  kq_row_name_control (button, name);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);

  return button;
}

static void
kq_face_row_init (KqFaceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 1; i <= N_PRESETS + 1; i++)
    {
      guint preset = i % (N_PRESETS + 1);

      self->buttons[preset] = make_button (self, preset);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[preset]),
                                   i > 1 ? GTK_TOGGLE_BUTTON (self->buttons[1]) : NULL);
      gtk_box_append (GTK_BOX (box), self->buttons[preset]);
    }
  kq_row_set_control (KQ_ROW (self), box, box);
}
