/* kq-shops-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-shops-section.h"

#include <glib/gi18n-lib.h>

#include "kq-list.h"
#include "kq-money.h"
#include "kq-overview-progress.h"
#include "kq-product.h"
#include "kq-shop.h"

/**
 * KqShopsSection:
 *
 * The shops, one a platform, with what is set up there; and the products.
 */
struct _KqShopsSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqShopsSection, kq_shops_section, KQ_TYPE_LIST_SECTION)

static const char * const shop_fields[] = { "platform", "name", "edition", NULL };
static const char * const shop_setup_fields[] = {
  "memberCard", "pointsRule", "pointsConnected", "serviceTool", "afterSale", NULL
};
static const KqFormGroup shop_groups[] = {
  { N_("Shop"), shop_fields },
  { N_("Set up on the platform"), shop_setup_fields },
};

static const char * const product_fields[] = { "name", "image", "coupon", NULL };
static const char * const product_worth_fields[] = { "price", "cost", "stock", NULL };
static const char * const product_link_fields[] = { "url", "shortLink", NULL };
static const KqFormGroup product_groups[] = {
  { N_("Product"), product_fields },
  { N_("Price and stock"), product_worth_fields },
  { N_("Links"), product_link_fields },
};

static char *
dup_shop_subtitle (KqDocument *document,
                   KqObject   *object)
{
  const KqField *field = kq_object_get_field (object, KQ_SHOP_EDITION);
  int edition = kq_object_get_choice (object, KQ_SHOP_EDITION);
  g_autofree char *set_up = kq_overview_describe_shop (object);

  /* Translators: the edition, and how many of five things are set up */
  return g_strdup_printf (_("%s · %s"),
                          edition >= 0 ? kq_field_get_word_label (field, edition)
                                       : kq_object_get_word (object, KQ_SHOP_EDITION),
                          set_up);
}

static gboolean
has_shop (KqList *shops,
          int     platform)
{
  for (guint i = 0; i < kq_list_get_length (shops); i++)
    if (kq_object_get_choice (kq_list_get (shops, i), KQ_SHOP_PLATFORM) == platform)
      return TRUE;

  return FALSE;
}

/* One shop a platform: a new one is for the first that has none. */
static void
prepare_shop (KqDocument *document,
              KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  KqList *shops = kq_object_get_list (campaign, KQ_CAMPAIGN_SHOPS);

  for (int platform = 0; platform < KQ_N_PLATFORMS; platform++)
    if (!has_shop (shops, platform))
      {
        kq_object_set_choice (object, KQ_SHOP_PLATFORM, platform);
        break;
      }
}

static char *
dup_product_subtitle (KqDocument *document,
                      KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  const char *currency = kq_object_get_text (campaign, KQ_CAMPAIGN_CURRENCY);
  g_autofree char *price = kq_money_format (kq_object_get_int (object, KQ_PRODUCT_PRICE), currency);
  g_autofree char *stock = kq_count_format (kq_object_get_int (object, KQ_PRODUCT_STOCK));

  /* Translators: a price, and how many pieces are in stock */
  return g_strdup_printf (_("%s · %s in stock"), price, stock);
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_SHOPS,
    .title = N_("Shops"),
    .add_label = N_("Shop"),
    .empty_text = N_("Add a shop for each platform that the campaign runs on."),
    .icon_name = "kq-shops-symbolic",
    .id_prefix = "shop",
    .groups = shop_groups,
    .n_groups = G_N_ELEMENTS (shop_groups),
    .dup_subtitle = dup_shop_subtitle,
    .prepare = prepare_shop,
  },
  {
    .list = KQ_CAMPAIGN_PRODUCTS,
    .title = N_("Products"),
    .add_label = N_("Product"),
    .empty_text = N_("Add the products that coupons, pages and messages are about."),
    .icon_name = "kq-products-symbolic",
    .id_prefix = "product",
    .groups = product_groups,
    .n_groups = G_N_ELEMENTS (product_groups),
    .dup_subtitle = dup_product_subtitle,
  },
};

static void
kq_shops_section_class_init (KqShopsSectionClass *klass)
{
  static const char * const lists[] = { "shops", "products", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "shops";
  section_class->title = N_("Shops, products");
  section_class->icon_name = "kq-shops-symbolic";
  section_class->lists = lists;
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_shops_section_init (KqShopsSection *self)
{
}
