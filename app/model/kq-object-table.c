/* kq-object-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-object-private.h"
#include "kq-words.h"

/* The table of a class, what follows from it, and what is asked of it. */

/* claimStart → claim-start */
static char *
property_name (const char *member)
{
  GString *name = g_string_new (NULL);

  for (const char *c = member; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c))
        g_string_append_c (name, '-');
      g_string_append_c (name, g_ascii_tolower (*c));
    }

  return g_string_free (name, FALSE);
}

static GParamSpec *
property_for_field (const KqField *field)
{
  g_autofree char *name = property_name (field->name);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags read_flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const char *interned = g_intern_string (name);

  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      return g_param_spec_string (interned, NULL, NULL, field->initial_text, flags);
    case KQ_FIELD_ENUM:
      return g_param_spec_string (interned, NULL, NULL, field->words[field->initial].word, flags);
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      return g_param_spec_int64 (interned, NULL, NULL, G_MININT64, G_MAXINT64,
                                 field->initial, flags);
    case KQ_FIELD_BOOL:
      return g_param_spec_boolean (interned, NULL, NULL, field->initial != 0, flags);
    case KQ_FIELD_TIME:
      return g_param_spec_boxed (interned, NULL, NULL, KQ_TYPE_TIME, flags);
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      return g_param_spec_boxed (interned, NULL, NULL, G_TYPE_STRV, flags);
    case KQ_FIELD_CHILD:
      return g_param_spec_object (interned, NULL, NULL, field->child_type (), flags);
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      return g_param_spec_object (interned, NULL, NULL, KQ_TYPE_LIST, read_flags);
    default:
      g_assert_not_reached ();
    }
}

/* What is asked of every object again and again, found once a class. */
static void
index_field (KqObjectClass *klass,
             guint          index)
{
  const KqField *field = &klass->fields[index];

  klass->kinds[field->kind] |= G_GUINT64_CONSTANT (1) << index;
  if (field->words == kq_platform_words)
    klass->platform_field = index;
  if (field->words == kq_state_words)
    klass->state_field = index;
  if (field->kind == KQ_FIELD_ID)
    {
      klass->keys[0] = index;
      klass->n_keys = 1;
    }
}

/**
 * kq_object_class_install_fields: (skip)
 * @klass: the class of a campaign object
 * @label: what operators call such an object, untranslated
 * @fields: (array length=n_fields): its table, static
 * @n_fields: rows in the table, at most 64
 *
 * Derives all that there is to an object from its table. To be called once,
 * from class_init. A field of kind %KQ_FIELD_ID becomes the key of the object
 * in its list.
 */
void
kq_object_class_install_fields (KqObjectClass *klass,
                                const char    *label,
                                const KqField *fields,
                                guint          n_fields)
{
  g_return_if_fail (KQ_IS_OBJECT_CLASS (klass));
  g_return_if_fail (n_fields <= 64);

  kq_object_class_take_properties (klass);

  klass->label = label;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);
  klass->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  klass->platform_field = klass->state_field = KQ_NO_FIELD;

  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = property_for_field (&fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->pspecs[i]);
      g_hash_table_insert (klass->by_name, (gpointer) fields[i].name, GUINT_TO_POINTER (i));
      index_field (klass, i);
    }
}

/* The field that @name names, or KQ_NO_FIELD. Files have their members in the
 * table's order, with gaps: a look at the rows from @next on is cheaper than a
 * hash of the name. */
guint
kq_object_class_find (KqObjectClass *klass,
                      const char    *name,
                      guint         *next)
{
  gpointer index;

  for (guint i = *next; i < klass->n_fields; i++)
    if (klass->fields[i].name[0] == name[0] && strcmp (klass->fields[i].name, name) == 0)
      {
        *next = i + 1;
        return i;
      }

  if (!g_hash_table_lookup_extended (klass->by_name, name, NULL, &index))
    return KQ_NO_FIELD;

  return GPOINTER_TO_UINT (index);
}

/**
 * kq_object_get_field:
 * @self: an object
 * @index: a row of its table
 *
 * Returns: (transfer none): the field
 */
const KqField *
kq_object_get_field (KqObject *self,
                     guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);
  g_return_val_if_fail (index < KQ_OBJECT_GET_CLASS (self)->n_fields, NULL);

  return &KQ_OBJECT_GET_CLASS (self)->fields[index];
}

/**
 * kq_object_get_n_fields:
 * @self: an object
 *
 * Returns: the rows of its table
 */
guint
kq_object_get_n_fields (KqObject *self)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), 0);

  return KQ_OBJECT_GET_CLASS (self)->n_fields;
}

/**
 * kq_object_find_field:
 * @self: an object
 * @name: a member of the campaign file, such as `claimStart`
 *
 * Returns: the row of the field, or %KQ_NO_FIELD
 */
guint
kq_object_find_field (KqObject   *self,
                      const char *name)
{
  guint next;

  g_return_val_if_fail (KQ_IS_OBJECT (self), KQ_NO_FIELD);
  g_return_val_if_fail (name != NULL, KQ_NO_FIELD);

  /* No row is likelier than another. */
  next = G_MAXUINT;

  return kq_object_class_find (KQ_OBJECT_GET_CLASS (self), name, &next);
}

/**
 * kq_object_get_fields_of:
 * @self: an object
 * @kinds: a set of kinds: `KQ_KIND (REF) | KQ_KIND (REFS)`
 *
 * Returns: the rows of its table that are of one of @kinds, as a set of bits
 */
guint64
kq_object_get_fields_of (KqObject *self,
                         guint     kinds)
{
  KqObjectClass *klass;
  guint64 fields = 0;

  g_return_val_if_fail (KQ_IS_OBJECT (self), 0);

  klass = KQ_OBJECT_GET_CLASS (self);
  for (; kinds != 0; kinds &= kinds - 1)
    fields |= klass->kinds[__builtin_ctz (kinds)];

  return fields;
}

/**
 * kq_object_get_platform:
 * @self: an object
 *
 * Returns: the #KqPlatform that it is set up on, or -1 where it has none, or
 *   one that isn't known
 */
int
kq_object_get_platform (KqObject *self)
{
  guint field;

  g_return_val_if_fail (KQ_IS_OBJECT (self), -1);

  field = KQ_OBJECT_GET_CLASS (self)->platform_field;

  return field != KQ_NO_FIELD ? kq_object_get_choice (self, field) : -1;
}

/**
 * kq_object_is_voided:
 * @self: an object
 *
 * Returns: whether it is of state `voided`, and so doesn't count
 */
gboolean
kq_object_is_voided (KqObject *self)
{
  guint field;

  g_return_val_if_fail (KQ_IS_OBJECT (self), FALSE);

  field = KQ_OBJECT_GET_CLASS (self)->state_field;

  return field != KQ_NO_FIELD && kq_object_get_choice (self, field) == KQ_STATE_VOIDED;
}

/**
 * kq_object_field_applies:
 * @self: an object
 * @index: a row of its table
 *
 * Whether the field says anything in the object's present state: a percent
 * coupon's amount doesn't. What doesn't apply is kept, but not shown.
 *
 * Returns: whether it applies
 */
gboolean
kq_object_field_applies (KqObject *self,
                         guint     index)
{
  const KqField *field = kq_object_get_field (self, index);

  g_return_val_if_fail (field != NULL, FALSE);

  return field->applies == NULL || field->applies (self);
}
