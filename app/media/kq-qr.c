/* kq-qr.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-qr.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <qrencode.h>

#define DARK 1
#define LIGHT_PIXEL 255

static gboolean
check_text (const char  *text,
            GError     **error)
{
  gsize length = strlen (text);

  if (length == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _("there is no text to put into the QR code"));
  else if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _("the text for the QR code isn't UTF-8"));
  else if (length > KQ_QR_MAX_BYTES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                 _("the text has %zu bytes; a QR code holds %d at most (a Chinese character has "
                   "3): use a short link"), length, KQ_QR_MAX_BYTES);
  else
    return TRUE;

  return FALSE;
}

/**
 * kq_qr_new:
 * @text: what it shall say
 * @error: return location for an error
 *
 * Makes the smallest QR code for a text in UTF-8.
 *
 * Returns: (transfer full): the code; on failure %NULL with
 *   %G_IO_ERROR_INVALID_ARGUMENT for no text or none in UTF-8, or
 *   %G_IO_ERROR_MESSAGE_TOO_LARGE
 */
KqQr *
kq_qr_new (const char  *text,
           GError     **error)
{
  QRcode *code;
  KqQr *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, error))
    return NULL;

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (code == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("the QR code couldn't be made: there isn't enough memory"));
      return NULL;
    }

  self = g_new0 (KqQr, 1);
  self->size = code->width;
  self->modules = g_malloc (self->size * self->size);
  for (guint i = 0; i < self->size * self->size; i++)
    self->modules[i] = code->data[i] & DARK;
  QRcode_free (code);

  return self;
}

void
kq_qr_free (KqQr *self)
{
  g_free (self->modules);
  g_free (self);
}

/**
 * kq_qr_is_dark:
 * @self: a code
 * @x: modules from the left
 * @y: modules from the top
 *
 * Returns: whether that module is dark
 */
gboolean
kq_qr_is_dark (const KqQr *self,
               guint       x,
               guint       y)
{
  g_return_val_if_fail (self != NULL && x < self->size && y < self->size, FALSE);

  return self->modules[y * self->size + x] != 0;
}

/* How many modules a picture of it has on a side */
static guint
full_size (const KqQr *self)
{
  return self->size + 2 * KQ_QR_QUIET;
}

/**
 * kq_qr_get_scale:
 * @self: a code
 * @side: pixels
 *
 * Returns: the least whole number of pixels a module with which a picture of it
 *   has @side or more
 */
guint
kq_qr_get_scale (const KqQr *self,
                 guint       side)
{
  g_return_val_if_fail (self != NULL, 1);

  return MAX (1, (side + full_size (self) - 1) / full_size (self));
}

static GBytes *
draw (const KqQr *self,
      guint       scale,
      guint       side)
{
  guint before = (side - self->size * scale) / 2;
  guint8 *pixels = g_malloc ((gsize) side * side);

  memset (pixels, LIGHT_PIXEL, (gsize) side * side);
  for (guint y = 0; y < self->size * scale; y++)
    for (guint x = 0; x < self->size; x++)
      if (kq_qr_is_dark (self, x, y / scale))
        memset (pixels + (gsize) (y + before) * side + before + x * scale, 0, scale);

  return g_bytes_new_take (pixels, (gsize) side * side);
}

/**
 * kq_qr_draw:
 * @self: a code
 * @scale: pixels of a module
 * @side: (out): pixels of a side
 *
 * Returns: (transfer full): a picture of it with the light around, a byte for
 *   each pixel: 0 for black, 255 for white
 */
GBytes *
kq_qr_draw (const KqQr *self,
            guint       scale,
            guint      *side)
{
  g_return_val_if_fail (self != NULL && scale > 0 && side != NULL, NULL);

  *side = full_size (self) * scale;

  return draw (self, scale, *side);
}

/**
 * kq_qr_draw_to:
 * @self: a code
 * @side: pixels of a side, at most %KQ_QR_MAX_SIDE
 * @error: return location for an error
 *
 * Draws it as large as it fits into just that size in whole pixels a module;
 * what is left over is more light around.
 *
 * Returns: (transfer full): a picture as of kq_qr_draw(); %NULL with
 *   %G_IO_ERROR_INVALID_ARGUMENT where it doesn't fit
 */
GBytes *
kq_qr_draw_to (const KqQr  *self,
               guint        side,
               GError     **error)
{
  g_return_val_if_fail (self != NULL && side <= KQ_QR_MAX_SIDE, NULL);

  if (side >= full_size (self))
    return draw (self, side / full_size (self), side);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("this QR code needs at least %u pixels a side, not %u"), full_size (self), side);

  return NULL;
}

/**
 * kq_qr_to_svg:
 * @self: a code
 *
 * Returns: (transfer full): it as an SVG file with the light around, one unit
 *   for a module, for printing at any size
 */
GBytes *
kq_qr_to_svg (const KqQr *self)
{
  GString *svg = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %u %u\" "
                          "shape-rendering=\"crispEdges\">\n"
                          "<path fill=\"#fff\" d=\"M0 0h%uv%uH0z\"/>\n<path d=\"",
                          full_size (self), full_size (self), full_size (self), full_size (self));
  for (guint y = 0; y < self->size; y++)
    for (guint x = 0; x < self->size; x++)
      if (kq_qr_is_dark (self, x, y))
        g_string_append_printf (svg, "M%u %uh1v1h-1z", x + KQ_QR_QUIET, y + KQ_QR_QUIET);
  g_string_append (svg, "\"/>\n</svg>\n");

  return g_string_free_to_bytes (svg);
}
