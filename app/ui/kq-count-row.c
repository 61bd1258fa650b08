/* kq-count-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-count-row.h"

/**
 * KqCountRow:
 *
 * Takes what [func@count_parse] takes. Nothing typed is none where the field
 * may hold none, and 0 elsewhere.
 */
struct _KqCountRow {
  KqEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (KqCountRow, kq_count_row, KQ_TYPE_ENTRY_ROW)

static gboolean
is_nullable (KqRow *row)
{
  return (kq_row_get_field (row)->flags & KQ_FIELD_NULLABLE) != 0;
}

static char *
kq_count_row_format (KqEntryRow *row)
{
  gint64 count = kq_object_get_int (kq_row_get_object (KQ_ROW (row)),
                                    kq_row_get_index (KQ_ROW (row)));

  return count == KQ_INT_NONE ? g_strdup ("") : kq_count_format (count);
}

static gboolean
kq_count_row_commit (KqEntryRow  *row,
                     const char  *text,
                     GError     **error)
{
  gint64 count = is_nullable (KQ_ROW (row)) ? KQ_INT_NONE : 0;

  if (*text != '\0' && !kq_count_parse (text, &count, error))
    return FALSE;

  kq_object_set_int (kq_row_get_object (KQ_ROW (row)), kq_row_get_index (KQ_ROW (row)), count);
  return TRUE;
}

static void
kq_count_row_bound (KqRow *row)
{
  KQ_ROW_CLASS (kq_count_row_parent_class)->bound (row);
  gtk_entry_set_placeholder_text (GTK_ENTRY (kq_entry_row_get_entry (KQ_ENTRY_ROW (row))),
                                  is_nullable (row) ? _("as many as possible") : NULL);
}

static void
kq_count_row_class_init (KqCountRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  KQ_ROW_CLASS (klass)->bound = kq_count_row_bound;
  row_class->format = kq_count_row_format;
  row_class->commit = kq_count_row_commit;
}

static void
kq_count_row_init (KqCountRow *self)
{
  kq_entry_row_set_numeric (KQ_ENTRY_ROW (self), 12);
}
