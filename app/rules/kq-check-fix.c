/* kq-check-fix.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-check.h"
#include "kq-finding-private.h"
#include "kq-name.h"

/* Mends for findings, and words for their messages. A finding that was put
 * away is NULL here, and gets none. */

/* Takes over @edits and @label. */
void
kq_check_fix_edits (KqFinding *finding,
                    GPtrArray *edits,
                    char      *label)
{
  if (finding != NULL)
    {
      kq_finding_take_fix (finding, label, edits);
      return;
    }

  g_ptr_array_unref (edits);
  g_free (label);
}

/* The changes of one mend, for kq_check_fix_edits(). */
GPtrArray *
kq_check_edits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) kq_edit_free);
}

/* Sets the field to @value, which is taken over; NULL gives it its default. */
void
kq_check_add_edit (GPtrArray *edits,
                   KqObject  *object,
                   guint      field,
                   JsonNode  *value)
{
  g_ptr_array_add (edits, kq_edit_new (kq_object_get_field_pointer (object, field), value));
}

static void
fix_value (KqFinding *finding,
           KqObject  *object,
           guint      field,
           JsonNode  *value,
           char      *label)
{
  GPtrArray *edits = kq_check_edits_new ();

  kq_check_add_edit (edits, object, field, value);
  kq_check_fix_edits (finding, edits, label);
}

void
kq_check_fix_int (KqFinding *finding,
                  KqObject  *object,
                  guint      field,
                  gint64     number,
                  char      *label)
{
  fix_value (finding, object, field, json_node_init_int (json_node_alloc (), number), label);
}

void
kq_check_fix_text (KqFinding  *finding,
                   KqObject   *object,
                   guint       field,
                   const char *text,
                   char       *label)
{
  fix_value (finding, object, field, json_node_init_string (json_node_alloc (), text), label);
}

void
kq_check_fix_time (KqFinding *finding,
                   KqObject  *object,
                   guint      field,
                   KqTime     time,
                   char      *label)
{
  g_autofree char *text = kq_time_to_string (time);

  kq_check_fix_text (finding, object, field, text, label);
}

/* Takes the member out, so that the field gets its default. */
void
kq_check_fix_remove (KqFinding *finding,
                     KqObject  *object,
                     guint      field,
                     char      *label)
{
  fix_value (finding, object, field, NULL, label);
}

/* What an operator knows an object by: “Double 11 pack”. */
char *
kq_check_name_of (KqObject *object)
{
  static const char * const members[] = { "name", "title" };
  g_autofree char *described = NULL;
  gboolean can_be_named = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      guint field = kq_object_find_field (object, members[i]);

      if (field != KQ_NO_FIELD && *kq_object_get_text (object, field) != '\0')
        return g_strdup_printf (_("“%s”"), kq_object_get_text (object, field));
      can_be_named = can_be_named || field != KQ_NO_FIELD;
    }

  /* An id alone, or none at all, tells nobody what it is. */
  if (!can_be_named)
    {
      described = kq_object_describe_name (object);
      return g_strdup_printf (_("“%s”"), described);
    }

  return g_strdup_printf (_("“%s”"), kq_object_get_id (object));
}
