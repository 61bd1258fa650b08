/* kq-facts-columns-text.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-facts-cells.h"
#include "kq-facts-columns-private.h"
#include "kq-facts-header.h"

/* Which column is what, as people write it and as it is remembered. */

static int
find_field (const char *word)
{
  for (int i = 0; i < KQ_FACTS_N_FIELDS; i++)
    if (g_ascii_strcasecmp (kq_facts_field_get_word (i), word) == 0)
      return i;

  return -1;
}

/* A column by what it is called, else by its number, counted from 1 */
static gboolean
find_column (KqFactsColumns *self,
             const char     *name,
             int            *column)
{
  g_autofree char *wanted = kq_facts_header_fold (name);
  guint64 number;
  guint n = 0;

  *column = KQ_FACTS_NO_COLUMN;
  if (*name == '\0')
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *folded = kq_facts_header_fold (self->header[i]);

      if (g_str_equal (self->header[i], name) || (n == 0 && g_str_equal (folded, wanted)))
        {
          *column = i;
          n++;
        }
    }
  if (n == 0 && g_ascii_string_to_unsigned (name, 10, 1, self->n_columns, &number, NULL))
    *column = number - 1;

  return *column != KQ_FACTS_NO_COLUMN && n < 2;
}

static gboolean
refuse_part (KqFactsColumns  *self,
             gboolean         knows_field,
             const char      *part,
             GError         **error)
{
  g_autofree char *quoted = kq_cell_quote (part);
  g_autofree char *header = g_strjoinv (", ", self->header);
  g_autofree char *known = kq_cell_quote (header);

  if (knows_field)
    g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                 _("“%s”: there is no such column, or there are several; give its number; the "
                   "header is: %s"), quoted, known);
  else
    g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                 _("“%s”: expected date, hour, id, coupon, claims, uses, orders, sales or cost, "
                   "“=” and a column"), quoted);

  return FALSE;
}

static gboolean
apply_part (KqFactsColumns  *self,
            const char      *part,
            GError         **error)
{
  const char *equals = strchr (part, '=');
  g_autofree char *word = NULL;
  int field, column;

  if (equals == NULL)
    return refuse_part (self, FALSE, part, error);
  word = g_strstrip (g_strndup (part, equals - part));
  field = find_field (word);
  if (field < 0)
    return refuse_part (self, FALSE, part, error);
  if (!find_column (self, equals + 1, &column))
    return refuse_part (self, TRUE, part, error);
  kq_facts_columns_set (self, field, column);

  return TRUE;
}

/**
 * kq_facts_columns_apply:
 * @self: columns
 * @text: “date=日期,claims=3,cost=”: fields with a column each, by what it is
 *   called or by its number, counted from 1; nothing where there is none
 * @error: return location for an error of #KqFactsError
 *
 * Says which column is what, and leaves the rest as it is.
 *
 * Returns: whether all of it was understood; else nothing has changed
 */
gboolean
kq_facts_columns_apply (KqFactsColumns  *self,
                        const char      *text,
                        GError         **error)
{
  g_auto (GStrv) parts = NULL;
  KqFactsColumns before;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  before = *self;
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!apply_part (self, parts[i], error))
      {
        *self = before;
        return FALSE;
      }

  return TRUE;
}

/**
 * kq_facts_columns_to_text:
 * @self: columns
 *
 * Returns: (transfer full): what kq_facts_columns_apply() understands
 */
char *
kq_facts_columns_to_text (KqFactsColumns *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < KQ_FACTS_N_FIELDS; i++)
    {
      g_string_append_printf (text, "%s%s=", i > 0 ? "," : "", kq_facts_field_get_word (i));
      if (self->columns[i] != KQ_FACTS_NO_COLUMN)
        g_string_append_printf (text, "%d", self->columns[i] + 1);
    }

  return g_string_free (text, FALSE);
}
