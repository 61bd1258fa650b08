/* kq-object-slot.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-object-private.h"

/* The values behind the table: one slot a field. Most fields of most objects
 * hold their default, which is shared and not a copy. */

static char *no_texts[] = { NULL };

static char *
default_text (const KqField *field)
{
  return (char *) (field->initial_text != NULL ? field->initial_text : "");
}

/* @text may be a part of what it replaces. */
void
kq_slot_set_text (KqSlot        *slot,
                  const KqField *field,
                  const char    *text)
{
  char *old = slot->text;

  slot->text = g_str_equal (text, default_text (field)) ? default_text (field) : g_strdup (text);
  if (old != default_text (field))
    g_free (old);
}

/* Likewise, @texts may hold texts of what they replace. */
void
kq_slot_set_texts (KqSlot             *slot,
                   const char * const *texts)
{
  char **old = slot->texts;

  slot->texts = texts != NULL && texts[0] != NULL ? g_strdupv ((char **) texts) : no_texts;
  if (old != no_texts)
    g_strfreev (old);
}

void
kq_slot_init (KqSlot        *slot,
              const KqField *field,
              KqObject      *owner,
              guint          index)
{
  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      slot->text = default_text (field);
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
    case KQ_FIELD_BOOL:
      slot->number = field->initial;
      break;
    case KQ_FIELD_TIME:
      slot->time = KQ_TIME_NONE;
      break;
    case KQ_FIELD_ENUM:
      slot->word.choice = field->initial;
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      slot->texts = no_texts;
      break;
    case KQ_FIELD_CHILD:
      break;
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      slot->list = kq_list_new (owner, index, field->child_type ());
      break;
    default:
      g_assert_not_reached ();
    }
}

void
kq_slot_clear (KqSlot        *slot,
               const KqField *field)
{
  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      kq_slot_set_text (slot, field, default_text (field));
      break;
    case KQ_FIELD_ENUM:
      g_clear_pointer (&slot->word.word, g_free);
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      kq_slot_set_texts (slot, NULL);
      break;
    case KQ_FIELD_CHILD:
      if (slot->child != NULL)
        kq_object_set_parent (slot->child, NULL, KQ_NO_FIELD);
      g_clear_object (&slot->child);
      break;
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      g_clear_object (&slot->list);
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
    case KQ_FIELD_BOOL:
    case KQ_FIELD_TIME:
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
kq_slot_is_default (const KqSlot  *slot,
                    const KqField *field)
{
  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      return slot->text == default_text (field);
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
    case KQ_FIELD_BOOL:
      return slot->number == field->initial;
    case KQ_FIELD_TIME:
      return !kq_time_is_set (slot->time);
    case KQ_FIELD_ENUM:
      return slot->word.choice == field->initial;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      return slot->texts[0] == NULL;
    case KQ_FIELD_CHILD:
      return slot->child == NULL;
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      return kq_list_get_length (slot->list) == 0;
    default:
      g_assert_not_reached ();
    }
}
