/* kq-shop.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-shop.h"

/**
 * KqShop:
 *
 * A shop of a campaign: see the table.
 */
struct _KqShop {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqShop, kq_shop, KQ_TYPE_OBJECT)

static const KqWord edition_words[] = {
  { "standard", N_("Standard edition") },
  { "custom",   N_("Custom edition") },
  { "member",   N_("Member edition") },
  { NULL }
};

static const KqField fields[] = {
  [KQ_SHOP_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_SHOP_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words },
  [KQ_SHOP_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Shop name") },
  [KQ_SHOP_EDITION] = { "edition", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Edition"),
    .words = edition_words },
  [KQ_SHOP_MEMBER_CARD] = { "memberCard", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Member card enabled") },
  [KQ_SHOP_POINTS_RULE] = { "pointsRule", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Points rule set") },
  [KQ_SHOP_POINTS_CONNECTED] = { "pointsConnected", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Points connected") },
  [KQ_SHOP_SERVICE_TOOL] = { "serviceTool", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Exclusive service tool set") },
  [KQ_SHOP_AFTER_SALE] = { "afterSale", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("After-sale service set") },
};

static void
kq_shop_class_init (KqShopClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Shop"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_shop_init (KqShop *self)
{
}
