/* kq-cli-prices.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-coupon.h"
#include "kq-level.h"
#include "kq-prices.h"
#include "kq-product.h"

static JsonArray *
coupons_to_json (const KqPrice *price)
{
  JsonArray *coupons = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (price->coupons) && price->coupons[i] != NULL; i++)
    json_array_add_string_element (coupons, kq_object_get_id (price->coupons[i]));

  return coupons;
}

static gboolean
print_json (KqCampaign *campaign,
            GArray     *prices)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < prices->len; i++)
    {
      const KqPrice *price = &g_array_index (prices, KqPrice, i);
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "platform", kq_platform_words[price->platform].word);
      json_object_set_string_member (row, "product", kq_object_get_id (price->product));
      json_object_set_string_member (row, "level", price->level != NULL
                                                   ? kq_object_get_id (price->level) : "");
      json_object_set_int_member (row, "price", price->price);
      json_object_set_int_member (row, "lowest", price->lowest);
      if (price->counted != KQ_INT_NONE)
        json_object_set_int_member (row, "counted", price->counted);
      else
        json_object_set_null_member (row, "counted");
      json_object_set_array_member (row, "coupons", coupons_to_json (price));
      json_array_add_object_element (array, row);
    }
  node = json_node_init_array (json_node_alloc (), array);

  return kq_cli_print_json (node);
}

static void
describe (GString       *text,
          const KqPrice *price,
          const char    *currency)
{
  g_autofree char *full = kq_money_format (price->price, currency);
  g_autofree char *lowest = kq_money_format (price->lowest, currency);

  g_string_append_printf (text, _("%s, “%s”: %s instead of %s"),
                          _(kq_platform_words[price->platform].label),
                          kq_object_get_text (price->product, KQ_PRODUCT_NAME), lowest, full);
  if (price->level != NULL)
    g_string_append_printf (text, _(", level “%s”"),
                            kq_object_get_text (price->level, KQ_LEVEL_NAME));
  for (guint i = 0; i < G_N_ELEMENTS (price->coupons) && price->coupons[i] != NULL; i++)
    g_string_append_printf (text, _(", coupon “%s”"),
                            kq_object_get_text (price->coupons[i], KQ_COUPON_NAME));
  if (price->counted != KQ_INT_NONE)
    {
      g_autofree char *counted = kq_money_format (price->counted, currency);

      g_string_append_printf (text, _(", counted as %s"), counted);
    }
  g_string_append_c (text, '\n');
}

static gboolean
print_text (KqCampaign *campaign,
            GArray     *prices)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < prices->len; i++)
    describe (text, &g_array_index (prices, KqPrice, i),
              kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY));

  return kq_cli_print (text->str, text->len);
}

static gboolean
report (KqCampaign *campaign,
        gboolean    json)
{
  g_autoptr (GArray) prices = kq_prices_compute (campaign);

  return (json ? print_json : print_text) (campaign, prices);
}

/* kaquan-cli prices */
KqCliStatus
kq_cli_prices (const KqCliCommand  *command,
               int                  argc,
               char               **argv)
{
  return kq_cli_report (command, argc, argv, report);
}
