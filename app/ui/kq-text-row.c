/* kq-text-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-text-row.h"

/**
 * KqTextRow:
 *
 * Takes any text.
 */
struct _KqTextRow {
  KqEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (KqTextRow, kq_text_row, KQ_TYPE_ENTRY_ROW)

static char *
kq_text_row_format (KqEntryRow *row)
{
  return g_strdup (kq_object_get_text (kq_row_get_object (KQ_ROW (row)),
                                       kq_row_get_index (KQ_ROW (row))));
}

static gboolean
kq_text_row_commit (KqEntryRow  *row,
                    const char  *text,
                    GError     **error)
{
  kq_object_set_text (kq_row_get_object (KQ_ROW (row)), kq_row_get_index (KQ_ROW (row)), text);
  return TRUE;
}

static void
kq_text_row_class_init (KqTextRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  row_class->format = kq_text_row_format;
  row_class->commit = kq_text_row_commit;
}

static void
kq_text_row_init (KqTextRow *self)
{
  gtk_editable_set_width_chars (GTK_EDITABLE (kq_entry_row_get_entry (KQ_ENTRY_ROW (self))), 10);
}
