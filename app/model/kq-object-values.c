/* kq-object-values.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-object-private.h"

/* Reading and writing one field, by its row of the table. A setter that
 * changes nothing tells nobody. */

#define TEXTS   (KQ_KIND (ID) | KQ_KIND (TEXT) | KQ_KIND (REF) | KQ_KIND (IMAGE))
#define NUMBERS (KQ_KIND (INT) | KQ_KIND (FEN))
#define WORDS   KQ_KIND (ENUM)
#define STRVS   (KQ_KIND (ENUMS) | KQ_KIND (REFS))
#define LISTS   (KQ_KIND (CHILDREN) | KQ_KIND (MAP))

/**
 * kq_object_get_text:
 * @self: an object
 * @index: a field that holds a text, an id, a reference or an image
 *
 * Returns: (transfer none): the text, "" where there is none
 */
const char *
kq_object_get_text (KqObject *self,
                    guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  return kq_object_slot (self, index, TEXTS)->text;
}

/**
 * kq_object_get_int:
 * @self: an object
 * @index: a field that holds a number or money
 *
 * Returns: the number, in fen where it is money; %KQ_INT_NONE where a field
 *   that may be none is none
 */
gint64
kq_object_get_int (KqObject *self,
                   guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), 0);

  return kq_object_slot (self, index, NUMBERS)->number;
}

/**
 * kq_object_get_bool:
 * @self: an object
 * @index: a field that holds yes or no
 *
 * Returns: which of them
 */
gboolean
kq_object_get_bool (KqObject *self,
                    guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), FALSE);

  return kq_object_slot (self, index, KQ_KIND (BOOL))->number != 0;
}

/**
 * kq_object_get_time:
 * @self: an object
 * @index: a field that holds a time
 *
 * Returns: the time, or %KQ_TIME_NONE
 */
KqTime
kq_object_get_time (KqObject *self,
                    guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), KQ_TIME_NONE);

  return kq_object_slot (self, index, KQ_KIND (TIME))->time;
}

/**
 * kq_object_get_choice:
 * @self: an object
 * @index: an enum field
 *
 * Returns: the choice, a row of the field's words, or -1 where the file has a
 *   word that the field doesn't know
 */
int
kq_object_get_choice (KqObject *self,
                      guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), -1);

  return kq_object_slot (self, index, WORDS)->word.choice;
}

/**
 * kq_object_get_word:
 * @self: an object
 * @index: an enum field
 *
 * Returns: (transfer none): the word as the file writes it, known or not
 */
const char *
kq_object_get_word (KqObject *self,
                    guint     index)
{
  const KqSlot *slot;

  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  slot = kq_object_slot (self, index, WORDS);
  if (slot->word.word != NULL)
    return slot->word.word;

  return KQ_OBJECT_GET_CLASS (self)->fields[index].words[slot->word.choice].word;
}

/**
 * kq_object_get_texts:
 * @self: an object
 * @index: a field that holds references or words
 *
 * Returns: (transfer none) (array zero-terminated=1): the texts
 */
const char * const *
kq_object_get_texts (KqObject *self,
                     guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  return (const char * const *) kq_object_slot (self, index, STRVS)->texts;
}

/**
 * kq_object_get_child:
 * @self: an object
 * @index: a field that holds an object
 *
 * Returns: (transfer none) (nullable): the object
 */
KqObject *
kq_object_get_child (KqObject *self,
                     guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  return kq_object_slot (self, index, KQ_KIND (CHILD))->child;
}

/**
 * kq_object_get_list:
 * @self: an object
 * @index: a field that holds objects
 *
 * Returns: (transfer none): the list, which lives as long as @self
 */
KqList *
kq_object_get_list (KqObject *self,
                    guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  return kq_object_slot (self, index, LISTS)->list;
}

/**
 * kq_object_set_text:
 * @self: an object
 * @index: a field that holds a text, an id, a reference or an image
 * @text: (nullable): the text; %NULL stands for ""
 *
 * Sets the text.
 */
void
kq_object_set_text (KqObject   *self,
                    guint       index,
                    const char *text)
{
  KqSlot *slot;

  g_return_if_fail (KQ_IS_OBJECT (self));

  if (text == NULL)
    text = "";
  slot = kq_object_slot (self, index, TEXTS);
  if (g_str_equal (slot->text, text))
    return;

  kq_slot_set_text (slot, kq_object_get_field (self, index), text);
  kq_object_touch (self, index);
}

/**
 * kq_object_set_int:
 * @self: an object
 * @index: a field that holds a number or money
 * @number: the number, in fen where it is money; %KQ_INT_NONE for none
 *
 * Sets the number.
 */
void
kq_object_set_int (KqObject *self,
                   guint     index,
                   gint64    number)
{
  KqSlot *slot;

  g_return_if_fail (KQ_IS_OBJECT (self));

  slot = kq_object_slot (self, index, NUMBERS);
  if (slot->number == number)
    return;

  slot->number = number;
  kq_object_touch (self, index);
}

/**
 * kq_object_set_bool:
 * @self: an object
 * @index: a field that holds yes or no
 * @value: which of them
 *
 * Sets the switch.
 */
void
kq_object_set_bool (KqObject *self,
                    guint     index,
                    gboolean  value)
{
  KqSlot *slot;

  g_return_if_fail (KQ_IS_OBJECT (self));

  slot = kq_object_slot (self, index, KQ_KIND (BOOL));
  if ((slot->number != 0) == !!value)
    return;

  slot->number = !!value;
  kq_object_touch (self, index);
}

/**
 * kq_object_set_time:
 * @self: an object
 * @index: a field that holds a time
 * @time: the time, or %KQ_TIME_NONE
 *
 * Sets the time. The same moment with another offset is a change.
 */
void
kq_object_set_time (KqObject *self,
                    guint     index,
                    KqTime    time)
{
  KqSlot *slot;

  g_return_if_fail (KQ_IS_OBJECT (self));

  slot = kq_object_slot (self, index, KQ_KIND (TIME));
  if (slot->time.seconds == time.seconds && slot->time.offset == time.offset)
    return;

  slot->time = time;
  kq_object_touch (self, index);
}

/**
 * kq_object_set_choice:
 * @self: an object
 * @index: an enum field
 * @choice: a row of the field's words
 *
 * Sets the choice.
 */
void
kq_object_set_choice (KqObject *self,
                      guint     index,
                      int       choice)
{
  const KqField *field = kq_object_get_field (self, index);

  g_return_if_fail (field != NULL && field->kind == KQ_FIELD_ENUM);
  g_return_if_fail (choice >= 0 && (guint) choice < kq_field_get_n_words (field));

  kq_object_set_word (self, index, field->words[choice].word);
}

/**
 * kq_object_set_word:
 * @self: an object
 * @index: an enum field
 * @word: a word as the file writes it, known or not
 *
 * Sets the choice by its word. A word that isn't known is kept as it is.
 */
void
kq_object_set_word (KqObject   *self,
                    guint       index,
                    const char *word)
{
  KqSlot *slot;
  int choice;

  g_return_if_fail (KQ_IS_OBJECT (self));
  g_return_if_fail (word != NULL);

  if (g_str_equal (kq_object_get_word (self, index), word))
    return;

  slot = kq_object_slot (self, index, WORDS);
  choice = kq_field_find_word (kq_object_get_field (self, index), word);
  g_free (slot->word.word);
  slot->word.word = choice < 0 ? g_strdup (word) : NULL;
  slot->word.choice = choice;
  kq_object_touch (self, index);
}

/**
 * kq_object_set_texts:
 * @self: an object
 * @index: a field that holds references or words
 * @texts: (nullable) (array zero-terminated=1): the texts
 *
 * Sets all of them.
 */
void
kq_object_set_texts (KqObject           *self,
                     guint               index,
                     const char * const *texts)
{
  static const char * const none[] = { NULL };
  KqSlot *slot;

  g_return_if_fail (KQ_IS_OBJECT (self));

  slot = kq_object_slot (self, index, STRVS);
  if (g_strv_equal ((const char * const *) slot->texts, texts != NULL ? texts : none))
    return;

  kq_slot_set_texts (slot, texts);
  kq_object_touch (self, index);
}

/**
 * kq_object_set_child:
 * @self: an object
 * @index: a field that holds an object
 * @child: (nullable): an object that is nowhere else
 *
 * Sets the object.
 */
void
kq_object_set_child (KqObject *self,
                     guint     index,
                     KqObject *child)
{
  KqSlot *slot;

  g_return_if_fail (KQ_IS_OBJECT (self));

  slot = kq_object_slot (self, index, KQ_KIND (CHILD));
  if (slot->child == child)
    return;

  g_return_if_fail (child == NULL || kq_object_get_parent (child) == NULL);
  g_return_if_fail (child == NULL ||
                    G_TYPE_CHECK_INSTANCE_TYPE (child,
                                                kq_object_get_field (self, index)->child_type ()));

  if (slot->child != NULL)
    kq_object_set_parent (slot->child, NULL, KQ_NO_FIELD);
  g_set_object (&slot->child, child);
  if (child != NULL)
    kq_object_set_parent (child, self, index);
  kq_object_touch (self, index);
}

/**
 * kq_object_is_default:
 * @self: an object
 * @index: a row of its table
 *
 * Returns: whether the field holds its default
 */
gboolean
kq_object_is_default (KqObject *self,
                      guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), TRUE);

  return kq_slot_is_default (kq_object_slot (self, index, ~0u), kq_object_get_field (self, index));
}
