/* kq-field.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-field.h"

/**
 * kq_field_get_label:
 * @field: a field
 *
 * What operators call the field, in the user's language.
 *
 * Returns: (transfer none): the label, or the member's name where it has none
 */
const char *
kq_field_get_label (const KqField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->label != NULL ? _(field->label) : field->name;
}

/**
 * kq_field_get_n_words:
 * @field: a field
 *
 * Returns: how many choices it has; 0 where it isn't an enum
 */
guint
kq_field_get_n_words (const KqField *field)
{
  guint n = 0;

  g_return_val_if_fail (field != NULL, 0);

  while (field->words != NULL && field->words[n].word != NULL)
    n++;

  return n;
}

/**
 * kq_field_find_word:
 * @field: an enum field
 * @word: a word of the campaign file
 *
 * Returns: the choice that @word names, or -1 where the field doesn't know it,
 *   or it is none here (see [func@field_in_range])
 */
int
kq_field_find_word (const KqField *field,
                    const char    *word)
{
  g_return_val_if_fail (field != NULL, -1);
  g_return_val_if_fail (word != NULL, -1);

  for (int i = 0; field->words != NULL && field->words[i].word != NULL; i++)
    if (strcmp (field->words[i].word, word) == 0)
      return kq_field_in_range (field, i) ? i : -1;

  return -1;
}

/**
 * kq_field_get_word_label:
 * @field: an enum field
 * @choice: one of its choices
 *
 * Returns: (transfer none): what operators call it, in the user's language
 */
const char *
kq_field_get_word_label (const KqField *field,
                         int            choice)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (choice >= 0 && (guint) choice < kq_field_get_n_words (field), NULL);

  return _(field->words[choice].label);
}

/**
 * kq_field_in_range:
 * @field: a field that holds a number or a choice
 * @number: a number, or the row of a word
 *
 * Whether @number makes sense here. The field holds it either way: it is for
 * rule KQ-ENUM to say.
 *
 * Returns: %FALSE where the field has bounds and @number lies outside them
 */
gboolean
kq_field_in_range (const KqField *field,
                   gint64         number)
{
  g_return_val_if_fail (field != NULL, TRUE);

  if (field->maximum == 0 || number == KQ_INT_NONE)
    return TRUE;

  return number >= field->minimum && number <= field->maximum;
}
