/* kq-render-draw.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "kq-phone.h"
#include "kq-render-draw.h"

/* Draws a phone that is never shown: realized, mapped, measured and allocated,
 * but in a window without a frame clock that ticks. */

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

/**
 * kq_render_node:
 * @view: what is drawn
 * @pictures: (nullable): where its pictures are
 *
 * Draws the screen of a phone of %KQ_PHONE_WIDTH by %KQ_PHONE_HEIGHT without
 * showing a window.
 *
 * Returns: (transfer full) (nullable): what is drawn; free with
 *   gsk_render_node_unref()
 */
GskRenderNode *
kq_render_node (KqView     *view,
                KqPictures *pictures)
{
  GtkWidget *window, *phone;
  GskRenderNode *node;

  g_return_val_if_fail (view != NULL, NULL);

  window = gtk_window_new ();
  phone = kq_phone_new ();
  kq_phone_set_pictures (KQ_PHONE (phone), pictures);
  kq_phone_set_view (KQ_PHONE (phone), view);
  gtk_window_set_child (GTK_WINDOW (window), phone);
  node = snapshot (window, phone);
  gtk_window_destroy (GTK_WINDOW (window));

  return node;
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (GByteArray      *bytes,
              KqRenderFormat   format,
              int              width,
              int              height,
              int              scale)
{
  if (format == KQ_RENDER_PDF)
    return cairo_pdf_surface_create_for_stream (append, bytes, width, height);

  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
}

/**
 * kq_render_paint:
 * @paint: (scope call): paints on a surface of @width by @height units
 * @data: for @paint
 * @format: a picture, or a document whose units are points
 * @width: of what is painted
 * @height: of what is painted
 * @scale: pixels of a picture a unit
 * @error: return location for an error, of %G_IO_ERROR
 *
 * Makes a file of what @paint paints.
 *
 * Returns: (transfer full) (nullable): a PNG or PDF file
 */
GBytes *
kq_render_paint (KqRenderPaint    paint,
                 gpointer         data,
                 KqRenderFormat   format,
                 int              width,
                 int              height,
                 int              scale,
                 GError         **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = make_surface (bytes, format, width, height, scale);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (format == KQ_RENDER_PNG)
    cairo_scale (cr, scale, scale);
  paint (cr, data);
  cairo_destroy (cr);
  if (format == KQ_RENDER_PNG)
    cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (bytes->len == 0 || status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture can't be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
paint_node (cairo_t  *cr,
            gpointer  data)
{
  gsk_render_node_draw (data, cr);
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

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (scale >= 1 && scale <= 3, NULL);

  node = kq_render_node (view, pictures);
  if (node == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("There was nothing to draw"));
      return NULL;
    }

  return kq_render_paint (paint_node, node, KQ_RENDER_PNG, KQ_PHONE_WIDTH, KQ_PHONE_HEIGHT, scale,
                          error);
}
