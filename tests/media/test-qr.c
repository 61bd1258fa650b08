/* test-qr.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-qr.h"

static void
test_finder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqQr) qr = kq_qr_new ("https://m.tb.cn/h.5ab", &error);

  g_assert_no_error (error);
  /* Version 2; and the corner that readers look for: a ring around a block */
  g_assert_cmpuint (qr->size, ==, 25);
  g_assert_true (kq_qr_is_dark (qr, 0, 0));
  g_assert_true (kq_qr_is_dark (qr, 6, 6));
  g_assert_false (kq_qr_is_dark (qr, 1, 1));
  g_assert_true (kq_qr_is_dark (qr, 3, 3));
  g_assert_false (kq_qr_is_dark (qr, 7, 7));
}

static void
assert_refused (const char *text,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_qr_new (text, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_length (void)
{
  g_autofree char *most = g_strnfill (KQ_QR_MAX_BYTES, 'x');
  g_autofree char *more = g_strnfill (KQ_QR_MAX_BYTES + 1, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (KqQr) qr = kq_qr_new (most, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (qr->size, ==, 177);
  assert_refused (more, G_IO_ERROR_MESSAGE_TOO_LARGE);
  assert_refused ("", G_IO_ERROR_INVALID_ARGUMENT);
  assert_refused ("\xff", G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_picture (void)
{
  g_autoptr (KqQr) qr = kq_qr_new ("x", NULL);
  guint scale = kq_qr_get_scale (qr, 100);
  guint side;
  g_autoptr (GBytes) picture = kq_qr_draw (qr, scale, &side);
  const guint8 *pixels = g_bytes_get_data (picture, NULL);

  g_assert_cmpuint (qr->size, ==, 21);
  g_assert_cmpuint (scale, ==, 4);
  g_assert_cmpuint (side, ==, 29 * 4);
  g_assert_cmpuint (g_bytes_get_size (picture), ==, side * side);
  for (guint y = 0; y < side; y++)
    for (guint x = 0; x < side; x++)
      {
        guint column = x / scale, row = y / scale;
        gboolean within = column >= KQ_QR_QUIET && column < KQ_QR_QUIET + qr->size &&
                          row >= KQ_QR_QUIET && row < KQ_QR_QUIET + qr->size;
        gboolean dark = within && kq_qr_is_dark (qr, column - KQ_QR_QUIET, row - KQ_QR_QUIET);

        g_assert_cmpuint (pixels[y * side + x], ==, dark ? 0 : 255);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media/qr/finder", test_finder);
  g_test_add_func ("/media/qr/length", test_length);
  g_test_add_func ("/media/qr/picture", test_picture);

  return g_test_run ();
}
