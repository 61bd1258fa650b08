/* fixture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "kq-activity.h"
#include "kq-asset.h"
#include "kq-benefit.h"
#include "kq-block.h"
#include "kq-card-benefit.h"
#include "kq-coupon.h"
#include "kq-dismissal.h"
#include "kq-fission.h"
#include "kq-format.h"
#include "kq-gift-pack.h"
#include "kq-gift.h"
#include "kq-json.h"
#include "kq-landing-page.h"
#include "kq-level.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-member-day.h"
#include "kq-message.h"
#include "kq-poster.h"
#include "kq-product.h"
#include "kq-setup-step.h"
#include "kq-shop.h"
#include "kq-tab-application.h"

static const KqJsonLimits limits = { 1 << 20, 64, 1000, 1 << 16, NULL, 0 };

const FixtureClass fixture_classes[] = {
  { "campaign",       kq_campaign_get_type },
  { "memberDay",      kq_member_day_get_type },
  { "shop",           kq_shop_get_type },
  { "level",          kq_level_get_type },
  { "product",        kq_product_get_type },
  { "coupon",         kq_coupon_get_type },
  { "activity",       kq_activity_get_type },
  { "gift",           kq_gift_get_type },
  { "fission",        kq_fission_get_type },
  { "giftPack",       kq_gift_pack_get_type },
  { "memberCard",     kq_member_card_get_type },
  { "cardBenefit",    kq_card_benefit_get_type },
  { "memberCenter",   kq_member_center_get_type },
  { "poster",         kq_poster_get_type },
  { "tabApplication", kq_tab_application_get_type },
  { "benefit",        kq_benefit_get_type },
  { "landingPage",    kq_landing_page_get_type },
  { "block",          kq_block_get_type },
  { "message",        kq_message_get_type },
  { "setup",          kq_setup_step_get_type },
  { "dismissed",      kq_dismissal_get_type },
  { "asset",          kq_asset_get_type },
};

const guint fixture_n_classes = G_N_ELEMENTS (fixture_classes);

static void
on_notify (KqObject     *object,
           GParamSpec   *pspec,
           FixtureTally *tally)
{
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (object);

  tally->notified++;
  for (guint i = 0; i < klass->n_fields; i++)
    tally->notified_field[i] += klass->pspecs[i] == pspec;
}

static void
on_changed (KqObject     *object,
            KqObject     *origin,
            guint         index,
            FixtureTally *tally)
{
  tally->changed++;
  tally->origin = origin;
  tally->index = index;
}

static void
on_items_changed (GListModel   *model,
                  guint         position,
                  guint         removed,
                  guint         added,
                  FixtureTally *tally)
{
  tally->items_changed++;
  tally->position = position;
  tally->removed = removed;
  tally->added = added;
}

void
fixture_watch (FixtureTally *tally,
               KqObject     *object)
{
  *tally = (FixtureTally) { 0 };
  g_signal_connect (object, "notify", G_CALLBACK (on_notify), tally);
  g_signal_connect (object, "changed", G_CALLBACK (on_changed), tally);
}

void
fixture_watch_list (FixtureTally *tally,
                    KqList       *list)
{
  *tally = (FixtureTally) { 0 };
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), tally);
}

void
fixture_unwatch (FixtureTally *tally,
                 gpointer      instance)
{
  g_signal_handlers_disconnect_by_data (instance, tally);
}

JsonNode *
fixture_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = kq_json_read (text, strlen (text), &limits, &error);

  g_assert_no_error (error);

  return node;
}

KqCampaign *
fixture_read (const char        *text,
              KqEmbeddedAssets **embedded)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign = kq_format_read (bytes, embedded, &error);

  g_assert_no_error (error);

  return campaign;
}

char *
fixture_write (KqCampaign *campaign)
{
  return kq_json_write (kq_object_snapshot (KQ_OBJECT (campaign)), NULL);
}

KqCampaign *
fixture_campaign (const char *members)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\"%s%s}",
                          *members != '\0' ? ", " : "", members);

  return fixture_read (text, NULL);
}

static JsonNode *random_object (GType  type,
                                GRand *rand);

static char *
random_text (GRand *rand)
{
  static const char * const texts[] = { "", "双11", "a", "“b”\n", "😀", "50元" };

  return g_strdup (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

/* Few of them, so that two trees have many in common */
static char *
random_id (GRand *rand)
{
  return g_strdup_printf ("id-%d", g_rand_int_range (rand, 0, 8));
}

static const char *
random_word (const KqField *field,
             GRand         *rand)
{
  int choice = g_rand_int_range (rand, -1, kq_field_get_n_words (field));

  return choice < 0 ? "new-word" : field->words[choice].word;
}

static JsonNode *
random_texts (const KqField *field,
              GRand         *rand)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (int left = g_rand_int_range (rand, 0, 4); left > 0; left--)
    {
      g_autofree char *id = random_id (rand);

      json_array_add_string_element (array, field->kind == KQ_FIELD_REFS ? id
                                                                         : random_word (field, rand));
    }

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
random_children (const KqField *field,
                 GRand         *rand)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int left = g_rand_int_range (rand, 0, 6); left > 0; left--)
    {
      JsonNode *child = random_object (field->child_type (), rand);
      JsonObject *object = json_node_get_object (child);

      if (json_object_has_member (object, "id") &&
          !g_hash_table_add (ids, g_strdup (json_object_get_string_member (object, "id"))))
        json_node_unref (child);
      else
        json_array_add_element (array, child);
    }

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
random_map (const KqField *field,
            GRand         *rand)
{
  g_autoptr (JsonObject) map = json_object_new ();

  for (int left = g_rand_int_range (rand, 0, 4); left > 0; left--)
    {
      g_autofree char *name = g_strnfill (64, "0123456789abcdef"[g_rand_int_range (rand, 0, 16)]);

      json_object_set_member (map, name, random_object (field->child_type (), rand));
    }

  return json_node_init_object (json_node_alloc (), map);
}

static JsonNode *
random_value (const KqField *field,
              GRand         *rand)
{
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_REF:
      text = random_id (rand);
      return json_node_init_string (json_node_alloc (), text);
    case KQ_FIELD_TEXT:
    case KQ_FIELD_IMAGE:
      text = random_text (rand);
      return json_node_init_string (json_node_alloc (), text);
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      if ((field->flags & KQ_FIELD_NULLABLE) != 0 && g_rand_boolean (rand))
        return json_node_init_null (json_node_alloc ());
      return json_node_init_int (json_node_alloc (), g_rand_int_range (rand, -3, 400));
    case KQ_FIELD_BOOL:
      return json_node_init_boolean (json_node_alloc (), g_rand_boolean (rand));
    case KQ_FIELD_TIME:
      if (g_rand_boolean (rand))
        return json_node_init_null (json_node_alloc ());
      text = g_strdup_printf ("2026-11-%02dT20:00:00+08:00", g_rand_int_range (rand, 1, 31));
      return json_node_init_string (json_node_alloc (), text);
    case KQ_FIELD_ENUM:
      return json_node_init_string (json_node_alloc (), random_word (field, rand));
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      return random_texts (field, rand);
    case KQ_FIELD_CHILD:
      if (g_rand_boolean (rand))
        return json_node_init_null (json_node_alloc ());
      return random_object (field->child_type (), rand);
    case KQ_FIELD_CHILDREN:
      return random_children (field, rand);
    case KQ_FIELD_MAP:
      return random_map (field, rand);
    default:
      g_assert_not_reached ();
    }
}

static JsonNode *
random_object (GType  type,
               GRand *rand)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (type);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];

      if ((field->flags & KQ_FIELD_REQUIRED) == 0 &&
          (field->kind == KQ_FIELD_ID || g_rand_int_range (rand, 0, 3) == 0))
        json_object_set_member (object, field->name, random_value (field, rand));
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    json_object_set_member (object, g_rand_boolean (rand) ? "zNew" : "aNew",
                            fixture_parse ("[{\"b\": 1.0, \"a\": [null]}]"));

  return json_node_init_object (json_node_alloc (), object);
}

JsonNode *
fixture_random (GRand *rand)
{
  JsonNode *node = random_object (KQ_TYPE_CAMPAIGN, rand);
  JsonObject *object = json_node_get_object (node);

  json_object_set_string_member (object, "format", KQ_FORMAT_NAME);
  json_object_set_int_member (object, "version", KQ_FORMAT_VERSION);

  return node;
}

static void
edit_list (KqList *list,
           GRand  *rand)
{
  guint n = kq_list_get_length (list);
  guint at = n > 0 ? g_rand_int_range (rand, 0, n) : 0;

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      {
        g_autofree char *id = g_strdup_printf ("new-%u", g_rand_int (rand));
        g_autoptr (KqObject) child = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (list)),
                                                   NULL);

        if (KQ_OBJECT_GET_CLASS (child)->n_keys > 0)
          kq_object_set_text (child, KQ_OBJECT_GET_CLASS (child)->keys[0], id);
        kq_list_insert (list, at, child);
        break;
      }
    case 1:
      if (n > 0)
        kq_list_remove (list, at);
      break;
    default:
      if (n > 0)
        kq_list_move (list, at, g_rand_int_range (rand, 0, n));
      break;
    }
}

static void
edit_field (KqObject *object,
            guint     index,
            GRand    *rand)
{
  const KqField *field = kq_object_get_field (object, index);
  g_autofree char *text = random_text (rand);

  switch ((int) field->kind)
    {
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
      kq_object_set_text (object, index, text);
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      kq_object_set_int (object, index, g_rand_int_range (rand, 0, 3));
      break;
    case KQ_FIELD_BOOL:
      kq_object_set_bool (object, index, g_rand_boolean (rand));
      break;
    case KQ_FIELD_TIME:
      kq_object_set_time (object, index, (KqTime) { g_rand_int_range (rand, 0, 3), 480 });
      break;
    case KQ_FIELD_ENUM:
      kq_object_set_word (object, index, random_word (field, rand));
      break;
    case KQ_FIELD_CHILD:
      {
        g_autoptr (KqObject) child = NULL;

        if (g_rand_boolean (rand))
          child = g_object_new (field->child_type (), NULL);
        kq_object_set_child (object, index, child);
        break;
      }
    case KQ_FIELD_CHILDREN:
      edit_list (kq_object_get_list (object, index), rand);
      break;
    default:
      break;
    }
}

void
fixture_random_edit (KqCampaign *campaign,
                     GRand      *rand)
{
  KqObject *object = KQ_OBJECT (campaign);

  /* Down to some object, then any field of it but what identifies */
  for (;;)
    {
      guint index = g_rand_int_range (rand, 0, kq_object_get_n_fields (object));
      const KqField *field = kq_object_get_field (object, index);

      if ((field->flags & KQ_FIELD_REQUIRED) != 0 || field->kind == KQ_FIELD_ID)
        continue;
      if (field->kind == KQ_FIELD_CHILDREN && g_rand_boolean (rand))
        {
          KqList *list = kq_object_get_list (object, index);
          guint n = kq_list_get_length (list);

          if (n > 0)
            {
              object = kq_list_get (list, g_rand_int_range (rand, 0, n));
              continue;
            }
        }
      edit_field (object, index, rand);
      return;
    }
}
