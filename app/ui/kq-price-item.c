/* kq-price-item.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-price-item.h"

#include <glib/gi18n-lib.h>

#include "kq-describe.h"
#include "kq-money.h"

/**
 * KqPriceItem:
 *
 * One product for one level, and what is paid for it at least.
 */
struct _KqPriceItem {
  GObject        parent_instance;

  KqPriceReport *report;    /* (owned) */
  guint          position;
};

G_DEFINE_FINAL_TYPE (KqPriceItem, kq_price_item, G_TYPE_OBJECT)

static void
kq_price_item_finalize (GObject *object)
{
  g_clear_object (&KQ_PRICE_ITEM (object)->report);

  G_OBJECT_CLASS (kq_price_item_parent_class)->finalize (object);
}

static void
kq_price_item_class_init (KqPriceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_price_item_finalize;
}

static void
kq_price_item_init (KqPriceItem *self)
{
}

/**
 * kq_price_item_new:
 * @report: the prices
 * @position: which of them
 *
 * Returns: (transfer full): the row
 */
KqPriceItem *
kq_price_item_new (KqPriceReport *report,
                   guint          position)
{
  KqPriceItem *self;

  g_return_val_if_fail (KQ_IS_PRICE_REPORT (report), NULL);

  self = g_object_new (KQ_TYPE_PRICE_ITEM, NULL);
  self->report = g_object_ref (report);
  self->position = position;

  return self;
}

/* Belongs to the item; its objects are those of a copy. */
const KqPriceCheck *
kq_price_item_get_check (KqPriceItem *self)
{
  g_return_val_if_fail (KQ_IS_PRICE_ITEM (self), NULL);

  return kq_price_report_get (self->report, self->position);
}

static char *
describe_coupons (const KqPrice *price)
{
  g_autofree char *first = NULL, *second = NULL;

  if (price->coupons[0] == NULL)
    return g_strdup (_("no coupon"));

  first = kq_object_describe_name (price->coupons[0]);
  if (price->coupons[1] == NULL)
    return g_steal_pointer (&first);

  second = kq_object_describe_name (price->coupons[1]);

  /* Translators: two coupons that are used together */
  return g_strdup_printf (_("%s + %s"), first, second);
}

static char *
describe_alarm (KqPriceItem        *self,
                const KqPriceCheck *check)
{
  g_autofree char *floor = NULL;

  if (check->flags == 0)
    return g_strdup ("");
  if (check->flags == KQ_PRICE_BELOW_COST)
    return g_strdup (_("below its cost"));

  floor = kq_money_format_short (check->floor, kq_price_report_get_currency (self->report));

  /* Translators: %s is the least that the platform lets a product be sold for */
  return g_strdup_printf ((check->flags & KQ_PRICE_BELOW_COST) != 0
                            ? _("below its cost and the platform’s floor of %s")
                            : _("below the platform’s floor of %s"), floor);
}

static char *
describe_money (KqPriceItem *self,
                gint64       fen)
{
  if (fen == KQ_INT_NONE)
    return g_strdup ("–");

  return kq_money_format (fen, kq_price_report_get_currency (self->report));
}

/* @column of @check as a number; only of those that are one */
static gint64
get_money (const KqPriceCheck *check,
           KqPriceColumn       column)
{
  const gint64 values[KQ_N_PRICE_COLUMNS] = {
    [KQ_PRICE_COLUMN_PRICE] = check->price.price,
    [KQ_PRICE_COLUMN_LOWEST] = check->price.lowest,
    [KQ_PRICE_COLUMN_RECORDED] = check->price.counted,
    [KQ_PRICE_COLUMN_MARGIN] = check->margin,
    [KQ_PRICE_COLUMN_ALARM] = check->flags,
  };

  return values[column];
}

/**
 * kq_price_item_dup_cell:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer full): what stands there, for people
 */
char *
kq_price_item_dup_cell (KqPriceItem   *self,
                        KqPriceColumn  column)
{
  const KqPriceCheck *check;

  g_return_val_if_fail (KQ_IS_PRICE_ITEM (self), NULL);

  check = kq_price_item_get_check (self);
  switch (column)
    {
    case KQ_PRICE_COLUMN_PRODUCT:
      return kq_object_describe_name (check->price.product);
    case KQ_PRICE_COLUMN_LEVEL:
      return check->price.level != NULL ? kq_object_describe_name (check->price.level)
                                        : g_strdup (_("everybody"));
    case KQ_PRICE_COLUMN_COUPONS:
      return describe_coupons (&check->price);
    case KQ_PRICE_COLUMN_ALARM:
      return describe_alarm (self, check);
    case KQ_PRICE_COLUMN_PRICE:
    case KQ_PRICE_COLUMN_LOWEST:
    case KQ_PRICE_COLUMN_RECORDED:
    case KQ_PRICE_COLUMN_MARGIN:
    default:
      return describe_money (self, get_money (check, column));
    }
}

/**
 * kq_price_item_compare:
 * @a: a row
 * @b: another one
 * @column: a column
 *
 * Returns: which comes first, by what stands there; as they were where it is the
 *   same
 */
int
kq_price_item_compare (KqPriceItem   *a,
                       KqPriceItem   *b,
                       KqPriceColumn  column)
{
  const gboolean is_text = column == KQ_PRICE_COLUMN_PRODUCT ||
                           column == KQ_PRICE_COLUMN_LEVEL || column == KQ_PRICE_COLUMN_COUPONS;
  gint64 first, second;

  if (is_text)
    {
      g_autofree char *text_a = kq_price_item_dup_cell (a, column);
      g_autofree char *text_b = kq_price_item_dup_cell (b, column);

      return g_utf8_collate (text_a, text_b);
    }

  first = get_money (kq_price_item_get_check (a), column);
  second = get_money (kq_price_item_get_check (b), column);

  return first < second ? -1 : first > second;
}
