/* kq-row-kinds.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-row.h"

#include "kq-choice-row.h"
#include "kq-color-row.h"
#include "kq-count-row.h"
#include "kq-face-row.h"
#include "kq-link-row.h"
#include "kq-long-text-row.h"
#include "kq-money-row.h"
#include "kq-percent-row.h"
#include "kq-picture-row.h"
#include "kq-rate-row.h"
#include "kq-reference-row.h"
#include "kq-switch-row.h"
#include "kq-text-row.h"
#include "kq-time-row.h"

/* Numbers that aren't counts, and texts that aren't just that, by the names
 * that the campaign format gives them everywhere. */
static GType
type_of_number (const KqField *field)
{
  if (g_str_equal (field->name, "percent"))
    return KQ_TYPE_PERCENT_ROW;
  if (g_str_equal (field->name, "claimRate") || g_str_equal (field->name, "useRate"))
    return KQ_TYPE_RATE_ROW;
  if (g_str_equal (field->name, "facePreset"))
    return KQ_TYPE_FACE_ROW;

  return KQ_TYPE_COUNT_ROW;
}

static GType
type_of_text (const KqField *field)
{
  static const char * const links[] = {
    "claimUrl", "joinUrl", "link", "shortLink", "url", NULL
  };

  if (field->flags & KQ_FIELD_LONG)
    return KQ_TYPE_LONG_TEXT_ROW;
  if (g_strv_contains (links, field->name))
    return KQ_TYPE_LINK_ROW;

  return g_str_equal (field->name, "faceColor") ? KQ_TYPE_COLOR_ROW : KQ_TYPE_TEXT_ROW;
}

static GType
type_of_row (const KqField *field)
{
  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
      return type_of_text (field);
    case KQ_FIELD_INT:
      return type_of_number (field);
    case KQ_FIELD_FEN:
      return KQ_TYPE_MONEY_ROW;
    case KQ_FIELD_BOOL:
      return KQ_TYPE_SWITCH_ROW;
    case KQ_FIELD_TIME:
      return KQ_TYPE_TIME_ROW;
    case KQ_FIELD_ENUM:
      return KQ_TYPE_CHOICE_ROW;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REF:
    case KQ_FIELD_REFS:
      return KQ_TYPE_REFERENCE_ROW;
    case KQ_FIELD_IMAGE:
      return KQ_TYPE_PICTURE_ROW;
    case KQ_FIELD_CHILD:
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      return G_TYPE_INVALID;
    default:
      g_assert_not_reached ();
    }
}

/**
 * kq_row_new_for_field:
 * @field: a field
 *
 * Makes a row that can show @field of any object that has it.
 *
 * Returns: (transfer floating) (nullable): the row, or %NULL where a field of
 *   that kind isn't edited in a row
 */
GtkWidget *
kq_row_new_for_field (const KqField *field)
{
  GType type;

  g_return_val_if_fail (field != NULL, NULL);

  type = type_of_row (field);
  return type != G_TYPE_INVALID ? g_object_new (type, NULL) : NULL;
}
