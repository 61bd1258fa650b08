/* kq-object.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-object-private.h"

/**
 * KqObject:
 *
 * The base of everything in a campaign. A subclass has one table of fields
 * (#KqField); properties, JSON, schema, changes and equality follow from it.
 *
 * Objects form a tree: a campaign holds lists of children. A change anywhere
 * is told by [signal@KqObject::changed] on the object and on all above it.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqObject, kq_object, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

KqObjectPrivate *
kq_object_priv (KqObject *self)
{
  return kq_object_get_instance_private (self);
}

/* The slot of a field that must be of one of @kinds. */
KqSlot *
kq_object_slot (KqObject *self,
                guint     index,
                guint     kinds)
{
  KqObjectPrivate *priv = kq_object_get_instance_private (self);
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (self);

  g_assert (index < klass->n_fields);
  g_assert ((kinds & (1u << klass->fields[index].kind)) != 0);

  return &priv->slots[index];
}

void
kq_object_set_parent (KqObject *self,
                      KqObject *parent,
                      guint     parent_field)
{
  KqObjectPrivate *priv = kq_object_get_instance_private (self);

  /* An object has one place: sharing it would make one edit two. */
  g_assert (parent == NULL || priv->parent == NULL || priv->parent == parent);

  priv->parent = parent;
  priv->parent_field = parent_field;
}

static void
drop_list_snapshot (KqObject *self,
                    guint     index)
{
  KqObjectPrivate *priv = kq_object_get_instance_private (self);
  KqFieldKind kind = KQ_OBJECT_GET_CLASS (self)->fields[index].kind;

  if (kind == KQ_FIELD_CHILDREN || kind == KQ_FIELD_MAP)
    kq_list_set_snapshot (priv->slots[index].list, NULL);
}

/* The snapshots from here up to the root say what isn't so any more. */
void
kq_object_drop_snapshot (KqObject *self)
{
  for (KqObject *object = self; object != NULL;)
    {
      KqObjectPrivate *up = kq_object_get_instance_private (object);

      g_clear_pointer (&up->snapshot, json_node_unref);
      if (up->parent != NULL)
        drop_list_snapshot (up->parent, up->parent_field);
      object = up->parent;
    }
}

static gboolean
is_key (KqObjectClass *klass,
        guint          index)
{
  for (guint i = 0; i < klass->n_keys; i++)
    if (klass->keys[i] == index)
      return TRUE;

  return FALSE;
}

/* A field holds another value: drop the snapshots that said the old one, and
 * tell everybody from here up to the root. */
void
kq_object_touch (KqObject *self,
                 guint     index)
{
  KqObjectPrivate *priv = kq_object_get_instance_private (self);
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (self);

  if (priv->is_new)
    return;

  kq_object_drop_snapshot (self);

  if (index != KQ_NO_FIELD)
    {
      if (is_key (klass, index) && priv->parent != NULL)
        kq_list_forget_ids (kq_object_get_list (priv->parent, priv->parent_field));
      g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[index]);
    }

  for (KqObject *object = self; object != NULL;)
    {
      g_autoptr (KqObject) held = g_object_ref (object);
      KqObjectPrivate *up = kq_object_get_instance_private (held);

      g_signal_emit (held, signals[CHANGED], 0, self, index);
      object = up->parent;
    }
}

static void
kq_object_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  KqObject *self = KQ_OBJECT (object);
  guint index = id - 1;

  switch (KQ_OBJECT_GET_CLASS (self)->fields[index].kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      g_value_set_string (value, kq_object_get_text (self, index));
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      g_value_set_int64 (value, kq_object_get_int (self, index));
      break;
    case KQ_FIELD_BOOL:
      g_value_set_boolean (value, kq_object_get_bool (self, index));
      break;
    case KQ_FIELD_TIME:
      {
        KqTime time = kq_object_get_time (self, index);

        g_value_set_boxed (value, kq_time_is_set (time) ? &time : NULL);
        break;
      }
    case KQ_FIELD_ENUM:
      g_value_set_string (value, kq_object_get_word (self, index));
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      g_value_set_boxed (value, kq_object_get_texts (self, index));
      break;
    case KQ_FIELD_CHILD:
      g_value_set_object (value, kq_object_get_child (self, index));
      break;
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      g_value_set_object (value, kq_object_get_list (self, index));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_object_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  KqObject *self = KQ_OBJECT (object);
  guint index = id - 1;

  switch ((int) KQ_OBJECT_GET_CLASS (self)->fields[index].kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      kq_object_set_text (self, index, g_value_get_string (value));
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      kq_object_set_int (self, index, g_value_get_int64 (value));
      break;
    case KQ_FIELD_BOOL:
      kq_object_set_bool (self, index, g_value_get_boolean (value));
      break;
    case KQ_FIELD_TIME:
      {
        const KqTime *time = g_value_get_boxed (value);

        kq_object_set_time (self, index, time != NULL ? *time : KQ_TIME_NONE);
        break;
      }
    case KQ_FIELD_ENUM:
      kq_object_set_word (self, index, g_value_get_string (value));
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      kq_object_set_texts (self, index, g_value_get_boxed (value));
      break;
    case KQ_FIELD_CHILD:
      kq_object_set_child (self, index, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_object_constructed (GObject *object)
{
  KqObject *self = KQ_OBJECT (object);
  KqObjectPrivate *priv = kq_object_get_instance_private (self);

  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (self);

  G_OBJECT_CLASS (kq_object_parent_class)->constructed (object);

  /* Here and not in init(), which sees the class of the base only. No
   * property is set before: none of them is a construct property. */
  priv->parent_field = KQ_NO_FIELD;
  priv->slots = g_new0 (KqSlot, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    kq_slot_init (&priv->slots[i], &klass->fields[i], self, i);
}

/* The lists may live on, and who watches them is told while there still is an
 * object to ask. */
static void
kq_object_dispose (GObject *object)
{
  KqObject *self = KQ_OBJECT (object);
  KqObjectPrivate *priv = kq_object_get_instance_private (self);
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == KQ_FIELD_CHILDREN || klass->fields[i].kind == KQ_FIELD_MAP)
      kq_list_dispose_items (priv->slots[i].list);

  G_OBJECT_CLASS (kq_object_parent_class)->dispose (object);
}

static void
kq_object_finalize (GObject *object)
{
  KqObject *self = KQ_OBJECT (object);
  KqObjectPrivate *priv = kq_object_get_instance_private (self);
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    kq_slot_clear (&priv->slots[i], &klass->fields[i]);
  g_free (priv->slots);
  g_clear_pointer (&priv->unknown, json_object_unref);
  g_clear_pointer (&priv->snapshot, json_node_unref);
  g_clear_pointer (&priv->name, g_free);

  G_OBJECT_CLASS (kq_object_parent_class)->finalize (object);
}

static void
kq_object_class_init (KqObjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = kq_object_constructed;
  object_class->dispose = kq_object_dispose;
  object_class->finalize = kq_object_finalize;

  /**
   * KqObject::changed:
   * @self: the object that the handler is connected to
   * @origin: the object whose field changed: @self or one below it
   * @index: the field's row in @origin's table, or %KQ_NO_FIELD
   *
   * Something at or below @self has changed. The path of it is
   * [method@Object.get_field_pointer] of @origin and @index.
   */
  signals[CHANGED] = g_signal_new ("changed", KQ_TYPE_OBJECT, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, KQ_TYPE_OBJECT, G_TYPE_UINT);
}

static void
kq_object_init (KqObject *self)
{
}

/* GObject doesn't inherit these two, and asks for them where there are
 * properties. */
void
kq_object_class_take_properties (KqObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = kq_object_get_property;
  G_OBJECT_CLASS (klass)->set_property = kq_object_set_property;
}
