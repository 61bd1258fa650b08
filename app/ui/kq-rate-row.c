/* kq-rate-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kq-rate-row.h"

/**
 * KqRateRow:
 *
 * Takes 30, 30.5 and 30.5 %.
 */
struct _KqRateRow {
  KqEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (KqRateRow, kq_rate_row, KQ_TYPE_ENTRY_ROW)

static char *
kq_rate_row_format (KqEntryRow *row)
{
  gint64 rate = kq_object_get_int (kq_row_get_object (KQ_ROW (row)),
                                   kq_row_get_index (KQ_ROW (row)));
  gint64 whole = rate / 10, tenth = ABS (rate % 10);

  if (tenth == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, whole);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                          rate < 0 && whole == 0 ? "-" : "", whole, tenth);
}

static gboolean
kq_rate_row_commit (KqEntryRow  *row,
                    const char  *text,
                    GError     **error)
{
  g_autofree char *plain = g_strstrip (kq_text_to_half_width (text));
  gint64 hundredths = 0;

  if (g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';
  if ((*plain != '\0' && !kq_money_parse (plain, &hundredths, NULL)) || hundredths % 10 != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s” isn't a rate; write it as 30 or 30.5"), text);
      return FALSE;
    }

  kq_object_set_int (kq_row_get_object (KQ_ROW (row)), kq_row_get_index (KQ_ROW (row)),
                     hundredths / 10);
  return TRUE;
}

static void
kq_rate_row_class_init (KqRateRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  row_class->format = kq_rate_row_format;
  row_class->commit = kq_rate_row_commit;
}

static void
kq_rate_row_init (KqRateRow *self)
{
  kq_entry_row_set_numeric (KQ_ENTRY_ROW (self), 6);
  kq_entry_row_set_unit (KQ_ENTRY_ROW (self), NULL, "%");
}
