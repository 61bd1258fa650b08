/* kq-price-item.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-price-report.h"

G_BEGIN_DECLS

/**
 * KqPriceColumn:
 * @KQ_PRICE_COLUMN_PRODUCT: what is sold
 * @KQ_PRICE_COLUMN_LEVEL: to whom
 * @KQ_PRICE_COLUMN_LOWEST: what is paid for it at least
 * @KQ_PRICE_COLUMN_PRICE: its price
 * @KQ_PRICE_COLUMN_RECORDED: what the platform may record as its lowest
 * @KQ_PRICE_COLUMN_MARGIN: what is left of the lowest above the cost
 * @KQ_PRICE_COLUMN_COUPONS: by which coupons it becomes so low
 * @KQ_PRICE_COLUMN_ALARM: what is alarming about it
 *
 * What the table of lowest prices tells.
 */
typedef enum {
  KQ_PRICE_COLUMN_PRODUCT,
  KQ_PRICE_COLUMN_LEVEL,
  KQ_PRICE_COLUMN_LOWEST,
  KQ_PRICE_COLUMN_PRICE,
  KQ_PRICE_COLUMN_RECORDED,
  KQ_PRICE_COLUMN_MARGIN,
  KQ_PRICE_COLUMN_COUPONS,
  KQ_PRICE_COLUMN_ALARM,
} KqPriceColumn;

#define KQ_N_PRICE_COLUMNS (KQ_PRICE_COLUMN_ALARM + 1)

#define KQ_TYPE_PRICE_ITEM (kq_price_item_get_type ())

/* A row of the table of lowest prices. */
G_DECLARE_FINAL_TYPE (KqPriceItem, kq_price_item, KQ, PRICE_ITEM, GObject)

KqPriceItem        *kq_price_item_new       (KqPriceReport *report,
                                             guint          position);
const KqPriceCheck *kq_price_item_get_check (KqPriceItem   *self);
char               *kq_price_item_dup_cell  (KqPriceItem   *self,
                                             KqPriceColumn  column);
int                 kq_price_item_compare   (KqPriceItem   *a,
                                             KqPriceItem   *b,
                                             KqPriceColumn  column);

G_END_DECLS
