/* kq-finding-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-finding-list.h"
#include "kq-finding-private.h"

/**
 * KqFindingList:
 *
 * All findings of a campaign. From check to check it changes by difference
 * only, so that what is shown of it stays where it is.
 */
struct _KqFindingList {
  GObject     parent_instance;

  GPtrArray  *findings;               /* (owned) (element-type KqFinding) */
  guint       counts[KQ_N_SEVERITIES];
  GHashTable *worst;                  /* (owned) (element-type KqObject Worst): holds
                                       * references, lest an address be used anew */
};

/* Of an object and all below it: how bad, and how many are as bad as that. */
typedef struct {
  KqSeverity severity;
  guint      n_findings;
} Worst;

enum {
  PROP_0,
  PROP_N_ERRORS,
  PROP_N_WARNINGS,
  PROP_N_ADVICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
kq_finding_list_get_item_type (GListModel *model)
{
  return KQ_TYPE_FINDING;
}

static guint
kq_finding_list_get_n_items (GListModel *model)
{
  return KQ_FINDING_LIST (model)->findings->len;
}

static gpointer
kq_finding_list_get_item (GListModel *model,
                          guint       position)
{
  GPtrArray *findings = KQ_FINDING_LIST (model)->findings;

  return position < findings->len ? g_object_ref (g_ptr_array_index (findings, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kq_finding_list_get_item_type;
  iface->get_n_items = kq_finding_list_get_n_items;
  iface->get_item = kq_finding_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqFindingList, kq_finding_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
kq_finding_list_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  KqFindingList *self = KQ_FINDING_LIST (object);

  switch (id)
    {
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->counts[KQ_SEVERITY_ERROR]);
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, self->counts[KQ_SEVERITY_WARNING]);
      break;
    case PROP_N_ADVICE:
      g_value_set_uint (value, self->counts[KQ_SEVERITY_ADVICE]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_finding_list_finalize (GObject *object)
{
  KqFindingList *self = KQ_FINDING_LIST (object);

  g_clear_pointer (&self->worst, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_finding_list_parent_class)->finalize (object);
}

static void
kq_finding_list_class_init (KqFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kq_finding_list_get_property;
  object_class->finalize = kq_finding_list_finalize;

  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL,
                                                 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL,
                                                   0, G_MAXUINT, 0, flags);
  properties[PROP_N_ADVICE] = g_param_spec_uint ("n-advice", NULL, NULL,
                                                 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_finding_list_init (KqFindingList *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->worst = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

static void
count_finding (KqFindingList *self,
               KqFinding     *finding)
{
  KqSeverity severity = kq_finding_get_severity (finding);

  self->counts[severity]++;
  for (KqObject *object = kq_finding_get_object (finding); object != NULL;
       object = kq_object_get_parent (object))
    {
      Worst *worst = g_hash_table_lookup (self->worst, object);

      if (worst == NULL)
        {
          worst = g_new0 (Worst, 1);
          g_hash_table_insert (self->worst, g_object_ref (object), worst);
        }
      if (severity > worst->severity)
        {
          worst->severity = severity;
          worst->n_findings = 0;
        }
      if (severity == worst->severity)
        worst->n_findings++;
    }
}

static void
count_all (KqFindingList *self)
{
  guint before[KQ_N_SEVERITIES];

  memcpy (before, self->counts, sizeof before);
  memset (self->counts, 0, sizeof self->counts);
  g_hash_table_remove_all (self->worst);
  for (guint i = 0; i < self->findings->len; i++)
    count_finding (self, g_ptr_array_index (self->findings, i));

  if (before[KQ_SEVERITY_ERROR] != self->counts[KQ_SEVERITY_ERROR])
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ERRORS]);
  if (before[KQ_SEVERITY_WARNING] != self->counts[KQ_SEVERITY_WARNING])
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WARNINGS]);
  if (before[KQ_SEVERITY_ADVICE] != self->counts[KQ_SEVERITY_ADVICE])
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ADVICE]);
}

/**
 * kq_finding_list_new:
 *
 * Returns: (transfer full): an empty list
 */
KqFindingList *
kq_finding_list_new (void)
{
  return g_object_new (KQ_TYPE_FINDING_LIST, NULL);
}

static guint
hash_place (gconstpointer finding)
{
  KqFinding *self = (KqFinding *) finding;

  return g_str_hash (kq_finding_get_rule (self)) * 31 +
         g_str_hash (kq_finding_get_pointer (self));
}

static gboolean
is_equal (gconstpointer a,
          gconstpointer b)
{
  return kq_finding_equal ((KqFinding *) a, (KqFinding *) b);
}

/* The findings of @old from @head to @tail before its end, to be found by what
 * they say. */
static GHashTable *
index_middle (GPtrArray *old,
              guint      head,
              guint      tail)
{
  GHashTable *middle = g_hash_table_new (hash_place, is_equal);

  for (guint i = head; i < old->len - tail; i++)
    g_hash_table_add (middle, g_ptr_array_index (old, i));

  return middle;
}

/**
 * kq_finding_list_update:
 * @self: a list
 * @findings: (element-type KqFinding): what a check found
 *
 * Makes the list hold @findings. What was found before as well stays the same
 * item; one stretch is told, from the first place that differs to the last.
 */
void
kq_finding_list_update (KqFindingList *self,
                        GPtrArray     *findings)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GHashTable) middle = NULL;
  guint head = 0, tail = 0, shorter;

  g_return_if_fail (KQ_IS_FINDING_LIST (self));
  g_return_if_fail (findings != NULL);

  old = g_steal_pointer (&self->findings);
  shorter = MIN (old->len, findings->len);
  while (head < shorter && kq_finding_equal (g_ptr_array_index (old, head),
                                             g_ptr_array_index (findings, head)))
    head++;
  while (tail < shorter - head &&
         kq_finding_equal (g_ptr_array_index (old, old->len - 1 - tail),
                           g_ptr_array_index (findings, findings->len - 1 - tail)))
    tail++;

  self->findings = g_ptr_array_new_full (findings->len, g_object_unref);
  middle = index_middle (old, head, tail);
  for (guint i = 0; i < findings->len; i++)
    {
      gpointer finding = g_ptr_array_index (findings, i);
      gpointer before;

      if (i < head)
        finding = g_ptr_array_index (old, i);
      else if (i >= findings->len - tail)
        finding = g_ptr_array_index (old, i + old->len - findings->len);
      else if (g_hash_table_steal_extended (middle, finding, &before, NULL))
        finding = before;
      g_ptr_array_add (self->findings, g_object_ref (finding));
    }

  /* Counted also where nothing differs: an object may have moved. */
  count_all (self);
  if (head + tail < MAX (old->len, findings->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                findings->len - head - tail);
}

/**
 * kq_finding_list_get:
 * @self: a list
 * @position: a position in it
 *
 * Returns: (transfer none): the finding there
 */
KqFinding *
kq_finding_list_get (KqFindingList *self,
                     guint          position)
{
  g_return_val_if_fail (KQ_IS_FINDING_LIST (self), NULL);
  g_return_val_if_fail (position < self->findings->len, NULL);

  return g_ptr_array_index (self->findings, position);
}

/**
 * kq_finding_list_count:
 * @self: a list
 * @severity: a severity
 *
 * Returns: how many findings are of just that severity
 */
guint
kq_finding_list_count (KqFindingList *self,
                       KqSeverity     severity)
{
  g_return_val_if_fail (KQ_IS_FINDING_LIST (self), 0);
  g_return_val_if_fail (severity < KQ_N_SEVERITIES, 0);

  return self->counts[severity];
}

/**
 * kq_finding_list_worst:
 * @self: a list
 * @object: an object
 * @n_findings: (out) (optional): how many findings of that severity there are
 *   at or below it
 *
 * Returns: the #KqSeverity of the worst finding at or below @object, or -1
 *   where there is none
 */
int
kq_finding_list_worst (KqFindingList *self,
                       KqObject      *object,
                       guint         *n_findings)
{
  const Worst *worst;

  g_return_val_if_fail (KQ_IS_FINDING_LIST (self), -1);
  g_return_val_if_fail (KQ_IS_OBJECT (object), -1);

  worst = g_hash_table_lookup (self->worst, object);
  if (n_findings != NULL)
    *n_findings = worst != NULL ? worst->n_findings : 0;

  return worst != NULL ? (int) worst->severity : -1;
}
