/* kq-finding-counts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-finding-list-private.h"

/* How many findings there are, by severity, list and object. */

KqFindingCounts *
kq_finding_counts_new (void)
{
  KqFindingCounts *self = g_new0 (KqFindingCounts, 1);

  self->by_list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lists = g_array_new (FALSE, TRUE, KQ_N_SEVERITIES * sizeof (guint));
  self->worst = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  return self;
}

void
kq_finding_counts_free (KqFindingCounts *self)
{
  g_hash_table_unref (self->worst);
  g_array_unref (self->lists);
  g_hash_table_unref (self->by_list);
  g_free (self);
}

/* Lets go of so many objects; FALSE where there are none left. */
gboolean
kq_finding_counts_free_some (KqFindingCounts *self,
                             guint            n)
{
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, self->worst);
  while (n > 0 && g_hash_table_iter_next (&iter, NULL, NULL))
    {
      g_hash_table_iter_remove (&iter);
      n--;
    }

  return n == 0;
}

/* A severity and a number in what holds a pointer; 0 is neither. */

static gpointer
pack (KqSeverity severity,
      guint      n_findings)
{
  return GUINT_TO_POINTER (n_findings * KQ_N_SEVERITIES + severity);
}

static KqSeverity
packed_severity (gpointer packed)
{
  return GPOINTER_TO_UINT (packed) % KQ_N_SEVERITIES;
}

static guint
packed_number (gpointer packed)
{
  return GPOINTER_TO_UINT (packed) / KQ_N_SEVERITIES;
}

static void
count_object (KqFindingCounts *self,
              KqObject        *object,
              KqSeverity       severity)
{
  gpointer before = g_hash_table_lookup (self->worst, object);

  if (before == NULL || severity > packed_severity (before))
    g_hash_table_insert (self->worst, g_object_ref (object), pack (severity, 1));
  else if (severity == packed_severity (before))
    g_hash_table_insert (self->worst, g_object_ref (object),
                         pack (severity, packed_number (before) + 1));
}

/* The place of a list's numbers, from 1; 0 where it has none. */
static guint
find_list (const KqFindingCounts *self,
           const char            *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_list, name));
}

static void
count_in_list (KqFindingCounts *self,
               const char      *pointer,
               KqSeverity       severity)
{
  g_autofree char *name = NULL;
  guint place;

  if (*pointer != '/')
    return;

  name = g_strndup (pointer + 1, strcspn (pointer + 1, "/"));
  place = find_list (self, name);
  if (place == 0)
    {
      g_array_set_size (self->lists, self->lists->len + 1);
      place = self->lists->len;
      g_hash_table_insert (self->by_list, g_steal_pointer (&name), GUINT_TO_POINTER (place));
    }
  ((guint *) (gpointer) self->lists->data)[(place - 1) * KQ_N_SEVERITIES + severity]++;
}

void
kq_finding_counts_add (KqFindingCounts *self,
                       KqFinding       *finding)
{
  KqSeverity severity = kq_finding_get_severity (finding);

  self->total[severity]++;
  count_in_list (self, kq_finding_get_pointer (finding), severity);
  for (KqObject *object = kq_finding_get_object (finding); object != NULL;
       object = kq_object_get_parent (object))
    count_object (self, object, severity);
}

/* Of the findings in one of the campaign's members. */
guint
kq_finding_counts_in_list (const KqFindingCounts *self,
                           const char            *list,
                           KqSeverity             severity)
{
  guint place = find_list (self, list);

  if (place == 0)
    return 0;

  return ((const guint *) (gconstpointer) self->lists->data)[(place - 1) * KQ_N_SEVERITIES +
                                                             severity];
}

int
kq_finding_counts_worst (const KqFindingCounts *self,
                         KqObject              *object,
                         guint                 *n_findings)
{
  gpointer packed = g_hash_table_lookup (self->worst, object);

  if (n_findings != NULL)
    *n_findings = packed_number (packed);

  return packed != NULL ? (int) packed_severity (packed) : -1;
}
