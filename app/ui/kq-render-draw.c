/* kq-render-draw.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-phone.h"
#include "kq-render-draw.h"

/* Draws a phone that is never shown: realized, mapped, measured and allocated,
 * but in a window without a frame clock that ticks. */

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GskRenderNode *
snapshot (GtkWidget *window,
          GtkWidget *phone)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int minimum;

  gtk_widget_realize (window);
  gtk_widget_map (phone);
  gtk_widget_measure (phone, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (phone, GTK_ORIENTATION_VERTICAL, KQ_PHONE_WIDTH, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (phone, KQ_PHONE_WIDTH, KQ_PHONE_HEIGHT, -1, NULL);
  gtk_widget_snapshot_child (window, phone, snapshot);

  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static GBytes *
write_png (GskRenderNode  *node,
           int             scale,
           GError        **error)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        KQ_PHONE_WIDTH * scale, KQ_PHONE_HEIGHT * scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, append, png);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture can't be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

/**
 * kq_render_draw:
 * @view: what is drawn
 * @pictures: (nullable): where its pictures are
 * @scale: pixels of the picture by pixels of the phone, 1 to 3
 * @error: return location for an error
 *
 * Draws the screen of a phone without showing a window.
 *
 * Returns: (transfer full) (nullable): a PNG file
 */
GBytes *
kq_render_draw (KqView      *view,
                KqPictures  *pictures,
                int          scale,
                GError     **error)
{
  g_autoptr (GskRenderNode) node = NULL;
  GtkWidget *window, *phone;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (scale >= 1 && scale <= 3, NULL);

  window = gtk_window_new ();
  phone = kq_phone_new ();
  kq_phone_set_pictures (KQ_PHONE (phone), pictures);
  kq_phone_set_view (KQ_PHONE (phone), view);
  gtk_window_set_child (GTK_WINDOW (window), phone);
  node = snapshot (window, phone);
  gtk_window_destroy (GTK_WINDOW (window));

  if (node == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("There was nothing to draw"));
      return NULL;
    }

  return write_png (node, scale, error);
}
