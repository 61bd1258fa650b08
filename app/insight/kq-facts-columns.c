/* kq-facts-columns.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-columns-private.h"

#include <glib/gi18n-lib.h>

#include "kq-facts-header.h"

G_DEFINE_BOXED_TYPE (KqFactsColumns, kq_facts_columns, kq_facts_columns_copy,
                     kq_facts_columns_free)

static const struct {
  const char *word;
  const char *label;
} fields[KQ_FACTS_MEASURES] = {
  [KQ_FACTS_DATE] = { "date", NC_("figures", "Date") },
  [KQ_FACTS_HOUR] = { "hour", NC_("figures", "Hour") },
  [KQ_FACTS_ID] = { "id", NC_("figures", "The platform’s ID") },
  [KQ_FACTS_NAME] = { "coupon", NC_("figures", "Name") },
};

/**
 * kq_facts_field_get_word:
 * @field: a field
 *
 * Returns: its name, as mappings are written
 */
const char *
kq_facts_field_get_word (KqFactsField field)
{
  return field < KQ_FACTS_MEASURES ? fields[field].word
                                   : kq_measure_get_word (field - KQ_FACTS_MEASURES);
}

/**
 * kq_facts_field_get_label:
 * @field: a field
 *
 * Returns: what operators call it, translated
 */
const char *
kq_facts_field_get_label (KqFactsField field)
{
  return field < KQ_FACTS_MEASURES ? g_dpgettext2 (GETTEXT_PACKAGE, "figures", fields[field].label)
                                   : kq_measure_get_label (field - KQ_FACTS_MEASURES);
}

/**
 * kq_facts_columns_copy:
 * @self: columns
 *
 * Returns: (transfer full): a copy
 */
KqFactsColumns *
kq_facts_columns_copy (KqFactsColumns *self)
{
  KqFactsColumns *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->header = g_strdupv (self->header);
  copy->signature = g_strdup (self->signature);
  copy->samples = g_ptr_array_ref (self->samples);

  return copy;
}

/**
 * kq_facts_columns_free:
 * @self: (transfer full): columns
 *
 * Frees them.
 */
void
kq_facts_columns_free (KqFactsColumns *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->header);
  g_free (self->signature);
  g_ptr_array_unref (self->samples);
  g_free (self);
}

/**
 * kq_facts_columns_get_header:
 * @self: columns
 *
 * Returns: (transfer none) (array zero-terminated=1): what they are called
 */
const char * const *
kq_facts_columns_get_header (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->header;
}

/**
 * kq_facts_columns_get_line:
 * @self: columns
 *
 * Returns: the line on which the header stands, counted from 1
 */
guint
kq_facts_columns_get_line (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

/**
 * kq_facts_columns_get_n_samples:
 * @self: columns
 *
 * Returns: how many rows are there to be shown
 */
guint
kq_facts_columns_get_n_samples (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->samples->len;
}

/**
 * kq_facts_columns_get_sample:
 * @self: columns
 * @position: which of the first rows
 *
 * Returns: (transfer none) (array zero-terminated=1): its cells
 */
const char * const *
kq_facts_columns_get_sample (KqFactsColumns *self,
                             guint           position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->samples->len, NULL);

  return g_ptr_array_index (self->samples, position);
}

/**
 * kq_facts_columns_get_signature:
 * @self: columns
 *
 * Returns: what tells their header from others, to remember them by
 */
const char *
kq_facts_columns_get_signature (KqFactsColumns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->signature;
}

/**
 * kq_facts_columns_get:
 * @self: columns
 * @field: a field
 *
 * Returns: its column, counted from 0, or %KQ_FACTS_NO_COLUMN
 */
int
kq_facts_columns_get (KqFactsColumns *self,
                      KqFactsField    field)
{
  g_return_val_if_fail (self != NULL, KQ_FACTS_NO_COLUMN);
  g_return_val_if_fail (field < KQ_FACTS_N_FIELDS, KQ_FACTS_NO_COLUMN);

  return self->columns[field];
}

/**
 * kq_facts_columns_set:
 * @self: columns
 * @field: a field
 * @column: its column, counted from 0, or %KQ_FACTS_NO_COLUMN
 *
 * Says which column is what.
 */
void
kq_facts_columns_set (KqFactsColumns *self,
                      KqFactsField    field,
                      int             column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field < KQ_FACTS_N_FIELDS);
  g_return_if_fail (column >= KQ_FACTS_NO_COLUMN && column < (int) self->n_columns);

  self->columns[field] = column;
  self->doubtful[field] = FALSE;
}

/**
 * kq_facts_columns_get_decimals:
 * @self: columns
 * @field: a measure's field that has a column
 *
 * Returns: how many decimals of its cells are whole in what it counts: 2 for
 *   yuan, which are kept in fen
 */
int
kq_facts_columns_get_decimals (KqFactsColumns *self,
                               KqFactsField    field)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (field >= KQ_FACTS_MEASURES && field < KQ_FACTS_N_FIELDS, 0);
  g_return_val_if_fail (self->columns[field] != KQ_FACTS_NO_COLUMN, 0);

  return kq_facts_header_get_scale (self->header[self->columns[field]],
                                    kq_measure_is_money (field - KQ_FACTS_MEASURES));
}

static gboolean
check_doubts (KqFactsColumns  *self,
              GError         **error)
{
  for (guint i = 0; i < KQ_FACTS_N_FIELDS; i++)
    if (self->doubtful[i])
      {
        g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                     _("line %u: several columns may be “%s”; say which it is by its number, as in "
                       "--map %s=2"), self->line, kq_facts_field_get_label (i),
                     kq_facts_field_get_word (i));
        return FALSE;
      }

  return TRUE;
}

static gboolean
has_measure (KqFactsColumns *self)
{
  for (guint i = KQ_FACTS_MEASURES; i < KQ_FACTS_N_FIELDS; i++)
    if (self->columns[i] != KQ_FACTS_NO_COLUMN)
      return TRUE;

  return FALSE;
}

/**
 * kq_facts_columns_check:
 * @self: columns
 * @error: return location for an error of #KqFactsError
 *
 * Returns: whether enough is known to read the table; the error says what isn't
 */
gboolean
kq_facts_columns_check (KqFactsColumns  *self,
                        GError         **error)
{
  const char *message = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_doubts (self, error))
    return FALSE;
  if (self->columns[KQ_FACTS_DATE] == KQ_FACTS_NO_COLUMN)
    message = _("no column with the date is known");
  else if (self->columns[KQ_FACTS_ID] == KQ_FACTS_NO_COLUMN &&
           self->columns[KQ_FACTS_NAME] == KQ_FACTS_NO_COLUMN)
    message = _("no column with the coupon’s ID or name is known");
  else if (!has_measure (self))
    message = _("no column with figures is known");
  if (message == NULL)
    return TRUE;

  g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
               _("line %u: %s; say which it is, as in --map date=1,coupon=2"), self->line, message);

  return FALSE;
}
