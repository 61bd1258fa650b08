/* kq-percent-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-percent-row.h"

#include "kq-percent.h"

/**
 * KqPercentRow:
 *
 * Takes what [func@percent_parse] takes: 85 % and 8.5折 are the same.
 */
struct _KqPercentRow {
  KqEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (KqPercentRow, kq_percent_row, KQ_TYPE_ENTRY_ROW)

/* 85 and 8.5折 look alike enough to be mistaken: both are said. */
static void
update_hint (KqRow *row)
{
  gint64 percent = kq_object_get_int (kq_row_get_object (row), kq_row_get_index (row));
  g_autofree char *hint = NULL;

  if (percent > 0 && percent < 100)
    hint = kq_percent_describe_other (percent);
  kq_row_set_hint (row, hint);
}

static char *
kq_percent_row_format (KqEntryRow *row)
{
  update_hint (KQ_ROW (row));

  return kq_percent_format_plain (kq_object_get_int (kq_row_get_object (KQ_ROW (row)),
                                                     kq_row_get_index (KQ_ROW (row))));
}

static gboolean
kq_percent_row_commit (KqEntryRow  *row,
                       const char  *text,
                       GError     **error)
{
  gint64 percent = 0;

  if (*text != '\0' && !kq_percent_parse (text, &percent, error))
    return FALSE;

  kq_object_set_int (kq_row_get_object (KQ_ROW (row)), kq_row_get_index (KQ_ROW (row)), percent);
  update_hint (KQ_ROW (row));

  return TRUE;
}

static void
kq_percent_row_class_init (KqPercentRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  row_class->format = kq_percent_row_format;
  row_class->commit = kq_percent_row_commit;
}

static void
kq_percent_row_init (KqPercentRow *self)
{
  kq_entry_row_set_numeric (KQ_ENTRY_ROW (self), 6);
  kq_entry_row_set_unit (KQ_ENTRY_ROW (self), NULL, kq_percent_get_unit ());
}
