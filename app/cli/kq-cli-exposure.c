/* kq-cli-exposure.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-cli.h"
#include "kq-exposure.h"
#include "kq-gift-pack.h"

static void
set_fen (JsonObject *object,
         const char *name,
         gint64      fen)
{
  if (fen == KQ_EXPOSURE_UNBOUNDED)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, fen);
}

static const char *
kind_of (KqObject *object)
{
  if (KQ_IS_GIFT_PACK (object))
    return "gift-pack";

  return KQ_IS_ACTIVITY (object) ? "activity" : "coupon";
}

static gboolean
print_json (KqCampaign *campaign,
            KqExposure *exposure)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (exposure->items, KqExposureItem, i);
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "object", kq_object_get_id (item->object));
      json_object_set_string_member (row, "kind", kind_of (item->object));
      json_object_set_int_member (row, "quantity", item->quantity);
      set_fen (row, "max", item->max);
      set_fen (row, "expected", item->expected);
      json_array_add_object_element (items, row);
    }

  json_object_set_string_member (object, "currency",
                                 kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY));
  set_fen (object, "max", exposure->max);
  set_fen (object, "expected", exposure->expected);
  json_object_set_array_member (object, "items", items);
  node = json_node_init_object (json_node_alloc (), object);

  return kq_cli_print_json (node);
}

static gboolean
print_text (KqCampaign *campaign,
            KqExposure *exposure)
{
  const char *currency = kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *total = kq_exposure_describe (exposure->max, currency);
  g_autofree char *expected = kq_exposure_describe (exposure->expected, currency);

  for (guint i = 0; i < exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (exposure->items, KqExposureItem, i);
      guint name = kq_object_find_field (item->object, "name");
      g_autofree char *quantity = kq_count_format (item->quantity);
      g_autofree char *max = kq_exposure_describe (item->max, currency);

      g_string_append_printf (text, _("%s: %s × “%s”, at most %s\n"),
                              kq_object_get_label (item->object), quantity,
                              kq_object_get_text (item->object, name), max);
    }
  g_string_append_printf (text, _("Altogether at most %s, expected %s\n"), total, expected);

  return kq_cli_print (text->str, text->len);
}

static gboolean
report (KqCampaign *campaign,
        gboolean    json)
{
  g_autoptr (KqExposure) exposure = kq_exposure_compute (campaign);

  return (json ? print_json : print_text) (campaign, exposure);
}

/* kaquan-cli exposure */
KqCliStatus
kq_cli_exposure (const KqCliCommand  *command,
                 int                  argc,
                 char               **argv)
{
  return kq_cli_report (command, argc, argv, report);
}
