/* kq-object-labels.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-object.h"
#include "kq-words.h"

/* What operators call objects, their fields and choices. Platforms have words
 * of their own for one thing, which English doesn't tell apart. */

/* A benefit, say, is where its member center is. */
static gboolean
is_on_taobao (KqObject *object)
{
  for (; object != NULL; object = kq_object_get_parent (object))
    {
      int platform = kq_object_get_platform (object);

      if (platform >= 0)
        return platform == KQ_PLATFORM_TAOBAO || platform == KQ_PLATFORM_TMALL;
    }

  return FALSE;
}

/**
 * kq_object_get_label:
 * @self: an object
 *
 * Returns: (transfer none): what operators call such an object
 */
const char *
kq_object_get_label (KqObject *self)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  return _(KQ_OBJECT_GET_CLASS (self)->label);
}

/**
 * kq_object_get_field_label:
 * @self: an object
 * @index: a row of its table
 *
 * What operators call the field on the object's platform, in the user's
 * language.
 *
 * Returns: (transfer none): the label, or the member's name where it has none
 */
const char *
kq_object_get_field_label (KqObject *self,
                           guint     index)
{
  const KqField *field = kq_object_get_field (self, index);

  g_return_val_if_fail (field != NULL, NULL);

  if (field->taobao_label != NULL && is_on_taobao (self))
    return g_dpgettext2 (GETTEXT_PACKAGE, KQ_TAOBAO_CONTEXT, field->taobao_label);

  return kq_field_get_label (field);
}

/**
 * kq_object_get_word_label:
 * @self: an object
 * @index: a row of its table, an enum field
 * @choice: one of its choices
 *
 * What operators call the choice on the object's platform, in the user's
 * language.
 *
 * Returns: (transfer none): the label
 */
const char *
kq_object_get_word_label (KqObject *self,
                          guint     index,
                          int       choice)
{
  const KqField *field = kq_object_get_field (self, index);

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (choice >= 0 && (guint) choice < kq_field_get_n_words (field), NULL);

  if (field->words[choice].taobao_label != NULL && is_on_taobao (self))
    return g_dpgettext2 (GETTEXT_PACKAGE, KQ_TAOBAO_CONTEXT, field->words[choice].taobao_label);

  return kq_field_get_word_label (field, choice);
}
