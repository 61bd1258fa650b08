/* kq-pick-item.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pick-item.h"

/**
 * KqPickItem:
 *
 * A line of a [class@Picker].
 */
struct _KqPickItem {
  GObject   parent_instance;

  char     *id;     /* (owned) */
  char     *label;  /* (owned) */
  char     *detail; /* (owned) (nullable) */
  gboolean  chosen;
};

enum {
  PROP_0,
  PROP_LABEL,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqPickItem, kq_pick_item, G_TYPE_OBJECT)

static void
kq_pick_item_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  KqPickItem *self = KQ_PICK_ITEM (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_pick_item_finalize (GObject *object)
{
  KqPickItem *self = KQ_PICK_ITEM (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->detail);

  G_OBJECT_CLASS (kq_pick_item_parent_class)->finalize (object);
}

static void
kq_pick_item_class_init (KqPickItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kq_pick_item_get_property;
  object_class->finalize = kq_pick_item_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_pick_item_init (KqPickItem *self)
{
}

/**
 * kq_pick_item_new:
 * @id: what it stands for
 * @label: what it is called
 * @detail: (nullable): what else to know of it
 * @chosen: whether it is chosen
 *
 * Returns: (transfer full): an item
 */
KqPickItem *
kq_pick_item_new (const char *id,
                  const char *label,
                  const char *detail,
                  gboolean    chosen)
{
  KqPickItem *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (KQ_TYPE_PICK_ITEM, NULL);
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->detail = g_strdup (detail);
  self->chosen = chosen;

  return self;
}

/**
 * kq_pick_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): what it stands for
 */
const char *
kq_pick_item_get_id (KqPickItem *self)
{
  g_return_val_if_fail (KQ_IS_PICK_ITEM (self), NULL);

  return self->id;
}

/**
 * kq_pick_item_get_label:
 * @self: an item
 *
 * Returns: (transfer none): what it is called
 */
const char *
kq_pick_item_get_label (KqPickItem *self)
{
  g_return_val_if_fail (KQ_IS_PICK_ITEM (self), NULL);

  return self->label;
}

/**
 * kq_pick_item_get_detail:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what else to know of it
 */
const char *
kq_pick_item_get_detail (KqPickItem *self)
{
  g_return_val_if_fail (KQ_IS_PICK_ITEM (self), NULL);

  return self->detail;
}

/**
 * kq_pick_item_get_chosen:
 * @self: an item
 *
 * Returns: whether it is chosen
 */
gboolean
kq_pick_item_get_chosen (KqPickItem *self)
{
  g_return_val_if_fail (KQ_IS_PICK_ITEM (self), FALSE);

  return self->chosen;
}

/**
 * kq_pick_item_set_chosen:
 * @self: an item
 * @chosen: whether it is chosen
 *
 * Chooses it, or not.
 */
void
kq_pick_item_set_chosen (KqPickItem *self,
                         gboolean    chosen)
{
  g_return_if_fail (KQ_IS_PICK_ITEM (self));

  if (self->chosen == !!chosen)
    return;

  self->chosen = !!chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
