/* kq-finding-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-finding-list-private.h"

/**
 * KqFindingList:
 *
 * All findings of a campaign. From check to check it changes by difference
 * only, so that what is shown of it stays where it is.
 */
struct _KqFindingList {
  GObject          parent_instance;

  GPtrArray       *findings;  /* (owned) (element-type KqFinding) */
  KqFindingCounts *counts;    /* (owned) */
};

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
      g_value_set_uint (value, self->counts->total[KQ_SEVERITY_ERROR]);
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, self->counts->total[KQ_SEVERITY_WARNING]);
      break;
    case PROP_N_ADVICE:
      g_value_set_uint (value, self->counts->total[KQ_SEVERITY_ADVICE]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_finding_list_finalize (GObject *object)
{
  KqFindingList *self = KQ_FINDING_LIST (object);

  g_clear_pointer (&self->counts, kq_finding_counts_free);
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
  self->counts = kq_finding_counts_new ();
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

/* What it holds: an array that doesn't change, only gives way to another. */
GPtrArray *
kq_finding_list_peek (KqFindingList *self)
{
  return self->findings;
}

static void
swap (gpointer *a,
      gpointer *b)
{
  gpointer other = *a;

  *a = *b;
  *b = other;
}

static void
notify_counts (KqFindingList *self,
               const guint   *before)
{
  static const guint props[KQ_N_SEVERITIES] = {
    [KQ_SEVERITY_ERROR] = PROP_N_ERRORS,
    [KQ_SEVERITY_WARNING] = PROP_N_WARNINGS,
    [KQ_SEVERITY_ADVICE] = PROP_N_ADVICE,
  };

  for (guint i = KQ_N_SEVERITIES; i-- > 0;)
    if (before[i] != self->counts->total[i])
      g_object_notify_by_pspec (G_OBJECT (self), properties[props[i]]);
}

/* What was found before as well stays the same item; one stretch is told, from
 * the first place that differs to the last. Counts change also where nothing
 * else does: an object may have moved. */
void
kq_finding_list_commit (KqFindingList   *self,
                        KqFindingUpdate *update)
{
  guint removed, added;

  g_assert (update->old == self->findings);

  removed = update->old->len - update->head - update->tail;
  added = update->kept->len - update->head - update->tail;
  swap ((gpointer *) &self->findings, (gpointer *) &update->kept);
  swap ((gpointer *) &self->counts, (gpointer *) &update->counts);

  notify_counts (self, update->counts->total);
  if (removed + added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), update->head, removed, added);
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

  return self->counts->total[severity];
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
  g_return_val_if_fail (KQ_IS_FINDING_LIST (self), -1);
  g_return_val_if_fail (KQ_IS_OBJECT (object), -1);

  return kq_finding_counts_worst (self->counts, object, n_findings);
}

/**
 * kq_finding_list_count_in:
 * @self: a list
 * @list: the name of one of the campaign's members, such as `coupons`
 * @severity: a severity
 *
 * Returns: how many findings of just that severity are about what is in there
 */
guint
kq_finding_list_count_in (KqFindingList *self,
                          const char    *list,
                          KqSeverity     severity)
{
  g_return_val_if_fail (KQ_IS_FINDING_LIST (self), 0);
  g_return_val_if_fail (list != NULL, 0);
  g_return_val_if_fail (severity < KQ_N_SEVERITIES, 0);

  return kq_finding_counts_in_list (self->counts, list, severity);
}
