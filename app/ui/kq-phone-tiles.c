/* kq-phone-tiles.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-phone-icon.h"
#include "kq-accessible.h"
#include "kq-phone-picture.h"
#include "kq-phone-tiles.h"
#include "kq-benefit.h"
#include "kq-card-benefit.h"

#define MAX_TILES 60

/**
 * KqPhoneTiles:
 *
 * Benefits as square tiles, four in a row, or products, two in a row.
 */
struct _KqPhoneTiles {
  KqPhoneBlock  parent_instance;

  GtkWidget    *title;
  GtkWidget    *grid;
};

G_DEFINE_FINAL_TYPE (KqPhoneTiles, kq_phone_tiles, KQ_TYPE_PHONE_BLOCK)

static const char * const benefit_icons[] = {
  [KQ_BENEFIT_KIND_JOIN_GIFT] = "kq-phone-gift-symbolic",
  [KQ_BENEFIT_KIND_EXCLUSIVE_COUPON] = "kq-phone-ticket-symbolic",
  [KQ_BENEFIT_KIND_EXCLUSIVE_GIFT] = "kq-phone-bag-symbolic",
  [KQ_BENEFIT_KIND_POINTS_EXCHANGE] = "kq-phone-exchange-symbolic",
  [KQ_BENEFIT_KIND_SHOPPING_POINTS] = "kq-phone-coins-symbolic",
  [KQ_BENEFIT_KIND_EXCLUSIVE_SERVICE] = "kq-phone-service-symbolic",
  [KQ_BENEFIT_KIND_EXCHANGE_15_DAYS] = "kq-phone-swap-symbolic",
  [KQ_BENEFIT_KIND_PRIORITY_REFUND] = "kq-phone-refund-symbolic",
  [KQ_BENEFIT_KIND_OTHER] = "kq-phone-star-symbolic",
};

static const char * const card_icons[] = {
  [KQ_CARD_BENEFIT_KIND_FREE_SHIPPING] = "kq-phone-bag-symbolic",
  [KQ_CARD_BENEFIT_KIND_DISCOUNT] = "kq-phone-star-symbolic",
  [KQ_CARD_BENEFIT_KIND_THRESHOLD] = "kq-phone-ticket-symbolic",
  [KQ_CARD_BENEFIT_KIND_NEWCOMER_PACK] = "kq-phone-gift-symbolic",
  [KQ_CARD_BENEFIT_KIND_COUPON] = "kq-phone-ticket-symbolic",
  [KQ_CARD_BENEFIT_KIND_POINTS] = "kq-phone-coins-symbolic",
  [KQ_CARD_BENEFIT_KIND_OTHER] = "kq-phone-star-symbolic",
};

static const char *
icon_of (const KqViewItem *item)
{
  guint variant = item->variant;

  if (item->kind == KQ_VIEW_ITEM_CARD_BENEFIT && variant < G_N_ELEMENTS (card_icons))
    return card_icons[variant];
  if (item->kind == KQ_VIEW_ITEM_BENEFIT && variant < G_N_ELEMENTS (benefit_icons))
    return benefit_icons[variant];

  return "kq-phone-star-symbolic";
}

static GtkWidget *
centered_label (const char *css_class,
                int         lines)
{
  GtkWidget *label = kq_phone_label_new (css_class, lines);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);

  return label;
}

static GtkWidget *
make_benefit (const KqViewItem *item)
{
  GtkWidget *tile = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "tile");
  GtkWidget *square = adw_bin_new ();
  GtkWidget *title = centered_label ("tile-title", 2);
  GtkWidget *detail = centered_label ("tile-detail", 3);

  gtk_widget_add_css_class (square, "square");
  gtk_widget_set_size_request (square, 48, 48);
  gtk_widget_set_halign (square, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (square), kq_phone_icon_new (icon_of (item), 24));
  kq_phone_label_set (title, item->title);
  kq_phone_label_set (detail, item->detail != NULL ? item->detail : item->action);
  if (item->status != KQ_VIEW_STATUS_PLAIN)
    gtk_widget_add_css_class (tile, "unavailable");
  gtk_box_append (GTK_BOX (tile), square);
  gtk_box_append (GTK_BOX (tile), title);
  gtk_box_append (GTK_BOX (tile), detail);

  return tile;
}

static GtkWidget *
make_product (const KqViewItem *item,
              KqPictures       *pictures)
{
  GtkWidget *tile = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "product");
  GtkWidget *picture = kq_phone_picture_new (1);
  GtkWidget *title = kq_phone_label_new ("product-title", 2);
  GtkWidget *price = kq_phone_label_new ("product-price", 1);

  if (pictures != NULL)
    kq_phone_picture_set_texture (KQ_PHONE_PICTURE (picture),
                                  kq_pictures_get (pictures, item->image));
  kq_accessible_set_name (GTK_ACCESSIBLE (picture), item->title);
  kq_phone_label_set (title, item->title);
  kq_phone_label_set (price, item->face);
  gtk_box_append (GTK_BOX (tile), picture);
  gtk_box_append (GTK_BOX (tile), title);
  gtk_box_append (GTK_BOX (tile), price);

  return tile;
}

static void
clear (KqPhoneTiles *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
kq_phone_tiles_update (KqPhoneBlock      *phone_block,
                       const KqViewBlock *block,
                       KqPictures        *pictures)
{
  KqPhoneTiles *self = KQ_PHONE_TILES (phone_block);
  gboolean products = block->kind == KQ_VIEW_BLOCK_PRODUCTS;
  guint columns = products ? 2 : 4;
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();

  /* The old ones hold the pictures until the new ones have them. */
  for (guint i = 0; i < MIN (block->items->len, MAX_TILES); i++)
    {
      const KqViewItem *item = block->items->pdata[i];

      g_ptr_array_add (tiles, products ? make_product (item, pictures) : make_benefit (item));
    }
  clear (self);
  kq_phone_label_set (self->title, block->title);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), products ? 10 : 0);
  for (guint i = 0; i < tiles->len; i++)
    gtk_grid_attach (GTK_GRID (self->grid), tiles->pdata[i], i % columns, i / columns, 1, 1);
}

static void
kq_phone_tiles_class_init (KqPhoneTilesClass *klass)
{
  KQ_PHONE_BLOCK_CLASS (klass)->update = kq_phone_tiles_update;
}

static void
kq_phone_tiles_init (KqPhoneTiles *self)
{
  GtkWidget *box = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "panel");

  self->title = kq_phone_label_new ("heading", 1);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 14);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->grid);
  adw_bin_set_child (ADW_BIN (self), box);
}
