/* kq-findings-model.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-findings-model-private.h"

#include <glib/gi18n-lib.h>

#include "kq-section-list.h"
#include "kq-slices.h"

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
kq_findings_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
kq_findings_model_get_n_items (GListModel *model)
{
  return KQ_FINDINGS_MODEL (model)->rows->len;
}

static gpointer
kq_findings_model_get_item (GListModel *model,
                            guint       position)
{
  GPtrArray *rows = KQ_FINDINGS_MODEL (model)->rows;

  return position < rows->len ? g_object_ref (g_ptr_array_index (rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kq_findings_model_get_item_type;
  iface->get_n_items = kq_findings_model_get_n_items;
  iface->get_item = kq_findings_model_get_item;
}

/**
 * KqFindingsModel:
 *
 * The findings as a list with headings: the toolkit's floor has no sections in
 * lists. After each check the rows are laid out anew, by the thousand in slices,
 * while those before stand; what differs is told as one stretch.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (KqFindingsModel, kq_findings_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
kq_findings_model_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, kq_findings_model_is_busy (KQ_FINDINGS_MODEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_findings_model_dispose (GObject *object)
{
  KqFindingsModel *self = KQ_FINDINGS_MODEL (object);

  if (self->checker != NULL)
    g_signal_handlers_disconnect_by_data (self->checker, self);
  g_clear_object (&self->checker);
  g_clear_handle_id (&self->slices, kq_slices_remove);

  G_OBJECT_CLASS (kq_findings_model_parent_class)->dispose (object);
}

static void
kq_findings_model_finalize (GObject *object)
{
  KqFindingsModel *self = KQ_FINDINGS_MODEL (object);

  for (guint i = 0; i < self->n_groups; i++)
    g_clear_object (&self->groups[i]);
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->buckets, g_ptr_array_unref);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (kq_findings_model_parent_class)->finalize (object);
}

static void
kq_findings_model_class_init (KqFindingsModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kq_findings_model_get_property;
  object_class->dispose = kq_findings_model_dispose;
  object_class->finalize = kq_findings_model_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_findings_model_init (KqFindingsModel *self)
{
  guint n_sections = kq_section_list_get_length ();

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->severities = KQ_ALL_SEVERITIES;
  self->platform = KQ_ALL_PLATFORMS;
  self->n_groups = n_sections + 2;
  self->groups = g_new0 (KqFindingGroup *, self->n_groups);
  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (GTypeClass) klass = (GTypeClass *) kq_section_list_ref_class (i);

      self->groups[i] = kq_finding_group_new (KQ_SECTION_CLASS (klass)->title);
    }
  self->groups[n_sections] = kq_finding_group_new (N_("Rest of the campaign"));
  self->groups[n_sections + 1] = kq_finding_group_new (N_("Dismissed advice"));
}

/**
 * kq_findings_model_new:
 * @checker: a checker
 *
 * Returns: (transfer full): a model of what it found and finds from now on
 */
KqFindingsModel *
kq_findings_model_new (KqChecker *checker)
{
  KqFindingsModel *self;

  g_return_val_if_fail (KQ_IS_CHECKER (checker), NULL);

  self = g_object_new (KQ_TYPE_FINDINGS_MODEL, NULL);
  self->checker = g_object_ref (checker);
  g_signal_connect_swapped (checker, "checked", G_CALLBACK (kq_findings_model_lay_out), self);
  kq_findings_model_lay_out (self);

  return self;
}

/**
 * kq_findings_model_is_busy:
 * @self: a model
 *
 * Returns: whether the rows are being laid out, so that those in the model are
 *   of an earlier check or filter
 */
gboolean
kq_findings_model_is_busy (KqFindingsModel *self)
{
  g_return_val_if_fail (KQ_IS_FINDINGS_MODEL (self), FALSE);

  return self->slices != 0;
}

/**
 * kq_findings_model_set_severities:
 * @self: a model
 * @severities: a bit, 1 << severity, for each #KqSeverity to show
 *
 * Leaves out what is of another severity.
 */
void
kq_findings_model_set_severities (KqFindingsModel *self,
                                  guint            severities)
{
  g_return_if_fail (KQ_IS_FINDINGS_MODEL (self));

  if (self->severities == severities)
    return;

  self->severities = severities;
  kq_findings_model_lay_out (self);
}

/**
 * kq_findings_model_set_platform:
 * @self: a model
 * @platform: a #KqPlatform, or %KQ_ALL_PLATFORMS
 *
 * Leaves out what is about another platform, or about none.
 */
void
kq_findings_model_set_platform (KqFindingsModel *self,
                                int              platform)
{
  g_return_if_fail (KQ_IS_FINDINGS_MODEL (self));

  if (self->platform == platform)
    return;

  self->platform = platform;
  kq_findings_model_lay_out (self);
}

/**
 * kq_findings_model_set_text:
 * @self: a model
 * @text: (nullable): what to look for in messages and rules' ids
 *
 * Leaves out what doesn't say that.
 */
void
kq_findings_model_set_text (KqFindingsModel *self,
                            const char      *text)
{
  g_autofree char *needle = NULL;

  g_return_if_fail (KQ_IS_FINDINGS_MODEL (self));

  if (text != NULL && *text != '\0')
    needle = g_utf8_casefold (text, -1);
  if (g_strcmp0 (self->needle, needle) == 0)
    return;

  g_free (self->needle);
  self->needle = g_steal_pointer (&needle);
  kq_findings_model_lay_out (self);
}

/**
 * kq_findings_model_is_dismissed:
 * @self: a model
 * @position: a position in it
 *
 * Returns: whether what is there was dismissed
 */
gboolean
kq_findings_model_is_dismissed (KqFindingsModel *self,
                                guint            position)
{
  g_return_val_if_fail (KQ_IS_FINDINGS_MODEL (self), FALSE);

  return position >= self->dismissed;
}

/**
 * kq_findings_model_get_finding:
 * @self: a model
 * @position: a position, in it or not
 *
 * Returns: (transfer none) (nullable): the finding there; none for a group
 */
KqFinding *
kq_findings_model_get_finding (KqFindingsModel *self,
                               guint            position)
{
  gpointer row;

  g_return_val_if_fail (KQ_IS_FINDINGS_MODEL (self), NULL);

  row = position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;

  return KQ_IS_FINDING (row) ? row : NULL;
}

/**
 * kq_findings_model_find_nearest:
 * @self: a model
 * @position: a position, in it or not
 *
 * Returns: the position of the finding there, else of the next one, else of
 *   the last; %G_MAXUINT where there is none
 */
guint
kq_findings_model_find_nearest (KqFindingsModel *self,
                                guint            position)
{
  g_return_val_if_fail (KQ_IS_FINDINGS_MODEL (self), G_MAXUINT);

  for (guint i = position; i < self->rows->len; i++)
    if (kq_findings_model_get_finding (self, i) != NULL)
      return i;

  /* The last row is never a group. */
  return self->rows->len > 0 ? self->rows->len - 1 : G_MAXUINT;
}

/**
 * kq_finding_get_platform:
 * @finding: a finding
 *
 * Returns: the #KqPlatform of what it is about, or -1 where that is of none
 */
int
kq_finding_get_platform (KqFinding *finding)
{
  int platform = -1;

  g_return_val_if_fail (KQ_IS_FINDING (finding), -1);

  for (KqObject *at = kq_finding_get_object (finding); at != NULL && platform < 0;
       at = kq_object_get_parent (at))
    platform = kq_object_get_platform (at);

  return platform;
}
