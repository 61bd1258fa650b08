/* kq-setup-values.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-setup-values.h"

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-list.h"
#include "kq-percent.h"

/* What Taobao and Tmall want to be above the face value of a coupon that has no
 * threshold (platforms' consoles refuse less), in fen */
#define ABOVE_FACE 100

static char *
dup_name (KqObject *object)
{
  guint field = kq_object_find_field (object, "name");

  if (field == KQ_NO_FIELD)
    field = kq_object_find_field (object, "title");
  if (field != KQ_NO_FIELD && *kq_object_get_text (object, field) != '\0')
    return g_strdup (kq_object_get_text (object, field));

  return g_strdup (kq_object_get_id (object));
}

static char *
name_of (KqObject   *object,
         const char *list_name,
         const char *id)
{
  KqObject *root = kq_object_get_root (object);
  guint field = kq_object_find_field (root, list_name);
  KqObject *found = field != KQ_NO_FIELD ? kq_list_find (kq_object_get_list (root, field), id) : NULL;

  return found != NULL ? dup_name (found) : g_strdup (id);
}

static char *
format_refs (KqObject      *object,
             guint          index,
             const KqField *field)
{
  const char * const *ids = kq_object_get_texts (object, index);
  GString *names = g_string_new (NULL);

  if (ids[0] == NULL && field->flags & KQ_FIELD_ALL)
    g_string_append (names, _("All"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = name_of (object, field->list, ids[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? C_("between names", ", ") : "", name);
    }

  return g_string_free (names, FALSE);
}

static char *
format_time (KqTime     time,
             GTimeZone *zone)
{
  g_autoptr (GDateTime) local = kq_time_to_date_time (time, zone);

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : NULL;
}

static char *
format_int (KqObject      *object,
            guint          index,
            const KqField *field)
{
  gint64 number = kq_object_get_int (object, index);

  if (number == KQ_INT_NONE)
    return NULL;
  if (g_str_equal (field->name, "percent"))
    {
      g_autofree char *plain = kq_percent_format_plain (number);

      return g_strconcat (plain, kq_percent_get_unit (), NULL);
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* As it is typed; %NULL for what isn't entered at all */
static char *
format_value (KqObject  *object,
              guint      index,
              GTimeZone *zone)
{
  const KqField *field = kq_object_get_field (object, index);

  switch (field->kind)
    {
    case KQ_FIELD_INT:
      return format_int (object, index, field);
    case KQ_FIELD_FEN:
      return kq_money_format_plain (kq_object_get_int (object, index));
    case KQ_FIELD_BOOL:
      return g_strdup (kq_object_get_bool (object, index) ? _("Yes") : _("No"));
    case KQ_FIELD_TIME:
      return format_time (kq_object_get_time (object, index), zone);
    case KQ_FIELD_ENUM:
      return g_strdup (kq_object_get_choice (object, index) < 0
                       ? kq_object_get_word (object, index)
                       : kq_object_get_word_label (object, index,
                                                   kq_object_get_choice (object, index)));
    case KQ_FIELD_REF:
      return *kq_object_get_text (object, index) != '\0'
             ? name_of (object, field->list, kq_object_get_text (object, index)) : NULL;
    case KQ_FIELD_REFS:
      return format_refs (object, index, field);
    case KQ_FIELD_TEXT:
      return g_strdup (kq_object_get_text (object, index));
    case KQ_FIELD_ID:
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_IMAGE:
    case KQ_FIELD_CHILD:
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
    default:
      return NULL;
    }
}

static void
add_row (GArray     *rows,
         KqObject   *object,
         const char *label,
         char       *value)
{
  KqSheetRow row = { object, dup_name (object), g_strdup (label), value };

  g_array_append_val (rows, row);
}

static gboolean
is_fixed_in_family (KqObject *object)
{
  int platform = kq_object_get_platform (object);

  return KQ_IS_COUPON (object) &&
         kq_object_get_choice (object, KQ_COUPON_DISCOUNT) == KQ_DISCOUNT_FIXED &&
         (platform == KQ_PLATFORM_TMALL || platform == KQ_PLATFORM_TAOBAO);
}

/* A coupon without a threshold is entered there with one of face + 1 yuan. */
static void
add_threshold (GArray   *rows,
               KqObject *coupon)
{
  gint64 threshold = kq_object_get_int (coupon, KQ_COUPON_THRESHOLD);

  if (threshold == 0)
    threshold = kq_object_get_int (coupon, KQ_COUPON_AMOUNT) + ABOVE_FACE;
  add_row (rows, coupon, kq_object_get_field_label (coupon, KQ_COUPON_THRESHOLD),
           kq_money_format_plain (threshold));
}

static void
add_child (GArray    *rows,
           KqObject  *child,
           GTimeZone *zone)
{
  for (guint i = 0; i < kq_object_get_n_fields (child); i++)
    {
      char *value = kq_object_is_default (child, i) ? NULL : format_value (child, i, zone);

      if (value != NULL)
        add_row (rows, child, kq_object_get_field_label (child, i), value);
    }
}

static void
add_field (GArray    *rows,
           KqObject  *object,
           guint      index,
           GTimeZone *zone)
{
  const KqField *field = kq_object_get_field (object, index);
  char *value;

  if (index == KQ_COUPON_THRESHOLD && is_fixed_in_family (object))
    {
      add_threshold (rows, object);
      return;
    }
  if (field->kind == KQ_FIELD_CHILD)
    {
      if (kq_object_get_child (object, index) != NULL)
        add_child (rows, kq_object_get_child (object, index), zone);
      return;
    }
  /* A coupon's amounts of 0 stand for none. */
  if (!kq_object_field_applies (object, index) ||
      (KQ_IS_COUPON (object) && field->kind == KQ_FIELD_FEN &&
       kq_object_get_int (object, index) == 0))
    return;

  value = format_value (object, index, zone);
  if (value != NULL && *value != '\0')
    add_row (rows, object, kq_object_get_field_label (object, index), value);
  else
    g_free (value);
}

/* @fields: in the console's order, up to %KQ_NO_FIELD */
void
kq_setup_values_add (GArray      *rows,
                     KqObject    *object,
                     const guint *fields,
                     GTimeZone   *zone)
{
  for (guint i = 0; fields[i] != KQ_NO_FIELD; i++)
    add_field (rows, object, fields[i], zone);
}
