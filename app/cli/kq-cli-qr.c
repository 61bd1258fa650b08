/* kq-cli-qr.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-media.h"
#include "kq-paths.h"
#include "kq-qr.h"

/* Pixels of a side, or a little more: a phone reads it from a screen, and it
 * can be printed 5 cm wide. */
#define SIDE 600

static GBytes *
write_png (KqQr    *qr,
           int      wanted,
           GError **error)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  guint side = wanted;
  g_autoptr (GBytes) pixels = wanted > 0 ? kq_qr_draw_to (qr, side, error)
                                         : kq_qr_draw (qr, kq_qr_get_scale (qr, SIDE), &side);

  return pixels != NULL ? kq_media_write_png (media, pixels, side, side, NULL, error) : NULL;
}

/* kaquan-cli qr */
KqCliStatus
kq_cli_qr (const KqCliCommand  *command,
           int                  argc,
           char               **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqQr) qr = NULL;
  g_autoptr (GBytes) file = NULL;
  gboolean is_svg;
  int side = 0;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "side", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &side,
      N_("How large a PNG is to be (default: 600 or a little more)"), N_("PIXELS") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 2, 2, &status))
    return status;
  is_svg = g_str_has_suffix (argv[2], ".svg");
  if (!is_svg && !g_str_has_suffix (argv[2], ".png") && !g_str_equal (argv[2], "-"))
    return kq_cli_fail (_("%s: a QR code is written as .png or .svg: let the name end so"),
                        argv[2]);
  if (side < 0 || side > KQ_QR_MAX_SIDE)
    return kq_cli_fail (_("%s: --side is 1 to %d pixels, not %d"), command->name, KQ_QR_MAX_SIDE,
                        side);

  qr = kq_qr_new (argv[1], &error);
  if (qr == NULL)
    return kq_cli_fail ("%s: %s", command->name, error->message);
  file = is_svg ? kq_qr_to_svg (qr) : write_png (qr, side, &error);
  if (file == NULL)
    return kq_cli_fail ("%s: %s", argv[2], error->message);
  if (!kq_file_write (argv[2], file, &error))
    return kq_cli_fail ("%s", error->message);

  return KQ_CLI_FINE;
}
