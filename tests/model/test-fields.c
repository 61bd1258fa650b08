/* test-fields.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "kq-benefit.h"
#include "kq-coupon.h"
#include "kq-gift-pack.h"
#include "kq-json.h"
#include "kq-member-center.h"
#include "kq-setup-step.h"

#define PLATFORM "platform:enum(douyin|tmall|taobao|mini-program)"
#define STATE "state:enum(draft|submitted|live|ended|voided)"
#define SCENE "scene:enum(none|care|apology|defence|confirm|review|follow-up|fast-moving|" \
              "new-arrival|returning-offer|event|instant|logistics-alert|payment-reminder|" \
              "payment|shipping)"

/* format.md's table of objects, written off from there and not from the code:
 * members in order, name:kind(words, list or type)=default. */
static const char * const tables[] = {
  "campaign format:text=kaquan-campaign version:int=1 id:id name:text notes:text "
  "currency:text=CNY timeZone:text=Asia/Shanghai start:time end:time budget:fen "
  "claimRate:int=300 useRate:int=200 memberDay:child(KqMemberDay) shops:children(KqShop) "
  "levels:children(KqLevel) products:children(KqProduct) coupons:children(KqCoupon) "
  "activities:children(KqActivity) fissions:children(KqFission) giftPacks:children(KqGiftPack) "
  "memberCards:children(KqMemberCard) memberCenters:children(KqMemberCenter) "
  "landingPages:children(KqLandingPage) messages:children(KqMessage) setup:children(KqSetupStep) "
  "dismissed:children(KqDismissal) assets:map(KqAsset)",

  "memberDay repeat:enum(none|weekly|monthly) "
  "weekday:enum(monday|tuesday|wednesday|thursday|friday|saturday|sunday) day:int event:text",

  "shop id:id " PLATFORM " name:text edition:enum(standard|custom|member) memberCard:bool "
  "pointsRule:bool pointsConnected:bool serviceTool:bool afterSale:bool",

  "level id:id " PLATFORM " name:text rank:int=1 minSpend:fen minOrders:int percent:int=100",

  "product id:id name:text price:fen cost:fen stock:int url:text shortLink:text image:image "
  "coupon:ref(coupons)",

  "coupon id:id externalId:text name:text " PLATFORM " "
  "purpose:enum(member-exclusive|new-member-exclusive|join-gift|gift-pack|push|fission-sharer|"
  "fission-invitee) goal:enum(none|repurchase|basket|hot-item) scope:enum(shop|product) "
  "products:refs(products) discount:enum(fixed|threshold|percent) amount:fen percent:int "
  "maxDiscount:fen threshold:fen claimStart:time claimEnd:time validity:enum(range|days) "
  "useStart:time useEnd:time useDelayDays:int useDays:int quantity:int perMember:int=1 "
  "levels:refs(levels) channel:enum(member-exclusive|crm|link|universal|in-shop) "
  "audienceSize:int " SCENE " returningOnly:bool link:text shortLink:text linkVerified:bool " STATE,

  "activity id:id externalId:text " PLATFORM "=tmall "
  "kind:enum(member-exclusive|new-member-exclusive) name:text coupon:ref(coupons) "
  "gift:child(KqGift) start:time end:time levels:refs(levels) hidden:bool joinedWithinDays:int "
  "link:text shortLink:text linkVerified:bool " STATE,

  "gift name:text url:text category:enum(gift|other) quantity:int stock:int cost:fen",

  "fission id:id " PLATFORM "=tmall name:text sharerCoupon:ref(coupons) inviteeCoupon:ref(coupons) "
  "people:int=3 " SCENE " start:time end:time link:text shortLink:text linkVerified:bool " STATE,

  "giftPack id:id externalId:text name:text " PLATFORM "=tmall audience:enum(new-members|members) "
  "start:time end:time coupons:refs(coupons) gift:child(KqGift) quantity:int=null "
  "levels:refs(levels) popupStart:time popupEnd:time joinUrl:text " STATE,

  "memberCard id:id externalId:text title:text " PLATFORM "=mini-program "
  "kind:enum(free|conditional|paid) match:enum(any|all) spend:fen orders:int points:int price:fen "
  "validity:enum(permanent|year|season|range) validFrom:time validTo:time faceColor:text "
  "faceImage:image logo:image benefits:children(KqCardBenefit) distribution:enums(poster|qr) "
  "claimUrl:text " STATE,

  "cardBenefit id:id "
  "kind:enum(free-shipping|discount|threshold|newcomer-pack|coupon|points|other) percent:int "
  "coupon:ref(coupons) giftPack:ref(giftPacks) text:text",

  "memberCenter id:id platform:enum(tmall|taobao)=tmall rulesText:text facePreset:int=1 "
  "faceImage:image benefits:children(KqBenefit) posters:children(KqPoster) joinUrl:text "
  "draftSavedAt:time publishedAt:time tabApplications:children(KqTabApplication)",

  "poster id:id image:image link:text",

  "tabApplication id:id at:time account:text state:enum(applied|approved|refused) reason:text",

  "benefit id:id kind:enum(join-gift|exclusive-coupon|exclusive-gift|points-exchange|"
  "shopping-points|exclusive-service|exchange-15-days|priority-refund|other) title:text text:text "
  "enabled:bool=true levels:refs(levels) exchange:enums(coupon|gift|red-packet|data-traffic|video|"
  "ticket|coins|supermarket-card) pointsPlusCash:bool",

  "landingPage id:id " PLATFORM "=tmall title:text shortLink:text clickTested:bool "
  "blocks:children(KqBlock) " STATE,

  "block id:id kind:enum(coupon|products|image|text) coupon:ref(coupons) tone:enum(red|orange) "
  "products:refs(products) image:image text:text link:text",

  "message id:id " PLATFORM "=tmall name:text " SCENE " trigger:enum(once|automatic) sendAt:time "
  "until:time audienceSize:int returningOnly:bool signature:text text:text coupon:ref(coupons) "
  "landingPage:ref(landingPages) product:ref(products) link:text " STATE,

  "setup step:text done:bool by:text at:time",

  "dismissed rule:text object:text",

  "asset name:text type:enum(image/jpeg|image/png) width:int height:int bytes:int",
};

static void
describe_words (const KqField *field,
                GString       *out)
{
  const char *separator = "(";

  for (guint i = 0; i < kq_field_get_n_words (field); i++)
    if (kq_field_in_range (field, i))
      {
        g_string_append_printf (out, "%s%s", separator, field->words[i].word);
        separator = "|";
      }
  g_string_append_c (out, ')');
}

static void
describe_default (const KqField *field,
                  GString       *out)
{
  if (field->initial_text != NULL && *field->initial_text != '\0')
    g_string_append_printf (out, "=%s", field->initial_text);
  else if (field->initial == KQ_INT_NONE)
    g_string_append (out, "=null");
  else if (field->initial == 0)
    return;
  else if (field->kind == KQ_FIELD_ENUM)
    g_string_append_printf (out, "=%s", field->words[field->initial].word);
  else if (field->kind == KQ_FIELD_BOOL)
    g_string_append (out, "=true");
  else
    g_string_append_printf (out, "=%d", (int) field->initial);
}

static char *
describe (const FixtureClass *class)
{
  static const char * const kinds[] = {
    "id", "text", "int", "fen", "bool", "time", "enum", "enums", "ref", "refs", "image",
    "child", "children", "map",
  };
  g_autoptr (KqObjectClass) klass = g_type_class_ref (class->get_type ());
  GString *out = g_string_new (class->name);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];

      g_string_append_printf (out, " %s:%s", field->name, kinds[field->kind]);
      if (field->words != NULL)
        describe_words (field, out);
      else if (field->list != NULL)
        g_string_append_printf (out, "(%s)", field->list);
      else if (field->child_type != NULL)
        g_string_append_printf (out, "(%s)", g_type_name (field->child_type ()));
      describe_default (field, out);
    }

  return g_string_free (out, FALSE);
}

static void
test_table (gconstpointer data)
{
  const FixtureClass *class = data;
  g_autofree char *actual = describe (class);

  g_assert_cmpstr (actual, ==, tables[class - fixture_classes]);
}

/* Every reference names a list that there is, every label can be asked for. */
static void
test_meaning (gconstpointer data)
{
  const FixtureClass *class = data;
  g_autoptr (KqObjectClass) campaign = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  g_autoptr (KqObject) object = g_object_new (class->get_type (), NULL);

  g_assert_cmpuint (strlen (kq_object_get_label (object)), >, 0);
  for (guint i = 0; i < kq_object_get_n_fields (object); i++)
    {
      const KqField *field = kq_object_get_field (object, i);
      gboolean refers = field->kind == KQ_FIELD_REF || field->kind == KQ_FIELD_REFS;

      g_assert_cmpuint (kq_object_find_field (object, field->name), ==, i);
      g_assert_true (kq_object_is_default (object, i));
      g_assert_cmpint (refers, ==, field->list != NULL);
      g_assert_true (!refers || g_hash_table_contains (campaign->by_name, field->list));
      g_assert_cmpuint (strlen (kq_field_get_label (field)), >, 0);
      g_assert_true (field->initial == KQ_INT_NONE || kq_field_in_range (field, field->initial));
      for (guint word = 0; word < kq_field_get_n_words (field); word++)
        {
          g_assert_cmpuint (strlen (kq_field_get_word_label (field, word)), >, 0);
          g_assert_cmpint (kq_field_find_word (field, field->words[word].word), ==,
                           kq_field_in_range (field, word) ? (int) word : -1);
        }
    }
  g_assert_cmpuint (kq_object_find_field (object, "no such member"), ==, KQ_NO_FIELD);
}

static char *
property_name (const KqField *field)
{
  GString *name = g_string_new (NULL);

  for (const char *c = field->name; *c != '\0'; c++)
    g_string_append_printf (name, g_ascii_isupper (*c) ? "-%c" : "%c", g_ascii_tolower (*c));

  return g_string_free (name, FALSE);
}

static const char * const some_texts[] = { "one", "two", NULL };
static const KqTime some_time = { 1794398400, 480 };

static const char *
other_word (const KqField *field)
{
  return field->words[field->initial == 0 ? 1 : 0].word;
}

static void
set_property (KqObject *object,
              guint     index)
{
  const KqField *field = kq_object_get_field (object, index);
  g_autofree char *name = property_name (field);

  switch ((int) field->kind)
    {
    case KQ_FIELD_ENUM:
      g_object_set (object, name, other_word (field), NULL);
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      g_object_set (object, name, G_GINT64_CONSTANT (123456), NULL);
      break;
    case KQ_FIELD_BOOL:
      g_object_set (object, name, field->initial == 0, NULL);
      break;
    case KQ_FIELD_TIME:
      g_object_set (object, name, &some_time, NULL);
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      g_object_set (object, name, some_texts, NULL);
      break;
    default:
      g_object_set (object, name, "some text", NULL);
      break;
    }
}

static void
set_directly (KqObject *object,
              guint     index)
{
  const KqField *field = kq_object_get_field (object, index);

  switch ((int) field->kind)
    {
    case KQ_FIELD_ENUM:
      kq_object_set_word (object, index, other_word (field));
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      kq_object_set_int (object, index, 123456);
      break;
    case KQ_FIELD_BOOL:
      kq_object_set_bool (object, index, field->initial == 0);
      break;
    case KQ_FIELD_TIME:
      kq_object_set_time (object, index, some_time);
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      kq_object_set_texts (object, index, some_texts);
      break;
    default:
      kq_object_set_text (object, index, "some text");
      break;
    }
}

static void
assert_value (KqObject *object,
              guint     index)
{
  const KqField *field = kq_object_get_field (object, index);
  g_autofree char *name = property_name (field);
  KqTime *time = NULL;
  g_auto (GStrv) texts = NULL;
  g_autofree char *text = NULL;
  gboolean flag;
  gint64 number;

  switch ((int) field->kind)
    {
    case KQ_FIELD_ENUM:
      g_object_get (object, name, &text, NULL);
      g_assert_cmpstr (text, ==, other_word (field));
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      g_object_get (object, name, &number, NULL);
      g_assert_cmpint (number, ==, 123456);
      break;
    case KQ_FIELD_BOOL:
      g_object_get (object, name, &flag, NULL);
      g_assert_cmpint (flag, ==, field->initial == 0);
      break;
    case KQ_FIELD_TIME:
      g_object_get (object, name, &time, NULL);
      g_assert_cmpint (time->seconds, ==, some_time.seconds);
      g_assert_cmpint (time->offset, ==, some_time.offset);
      g_boxed_free (KQ_TYPE_TIME, time);
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      g_object_get (object, name, &texts, NULL);
      g_assert_cmpstrv (texts, some_texts);
      break;
    default:
      g_object_get (object, name, &text, NULL);
      g_assert_cmpstr (text, ==, "some text");
      break;
    }
}

static gboolean
is_plain (const KqField *field)
{
  return field->kind != KQ_FIELD_CHILD && field->kind != KQ_FIELD_CHILDREN &&
         field->kind != KQ_FIELD_MAP;
}

/* Sets every field in turn, once to something new and once to the same. */
static void
check_setting (const FixtureClass *class,
               void              (*set) (KqObject *, guint))
{
  g_autoptr (KqObject) object = g_object_new (class->get_type (), NULL);

  for (guint i = 0; i < kq_object_get_n_fields (object); i++)
    {
      FixtureTally tally;
      JsonNode *before;

      if (!is_plain (kq_object_get_field (object, i)))
        continue;

      fixture_watch (&tally, object);
      set (object, i);
      assert_value (object, i);
      g_assert_cmpuint (tally.notified, ==, 1);
      g_assert_cmpuint (tally.notified_field[i], ==, 1);
      g_assert_cmpuint (tally.changed, ==, 1);
      g_assert_true (tally.origin == object);
      g_assert_cmpuint (tally.index, ==, i);
      g_assert_false (kq_object_is_default (object, i));

      before = kq_object_snapshot (object);
      set (object, i);
      g_assert_cmpuint (tally.notified, ==, 1);
      g_assert_cmpuint (tally.changed, ==, 1);
      g_assert_true (kq_object_snapshot (object) == before);
      fixture_unwatch (&tally, object);
    }

  g_assert_finalize_object (g_steal_pointer (&object));
}

static void
test_properties (gconstpointer data)
{
  check_setting (data, set_property);
}

static void
test_setters (gconstpointer data)
{
  check_setting (data, set_directly);
}

/* Members that nobody knows, and words that nobody knows, are kept. */
static void
test_unknown (gconstpointer data)
{
  const FixtureClass *class = data;
  g_autoptr (JsonNode) node = fixture_parse ("{\"zNew\": {\"b\": [1.50, null], \"a\": \"x\"}, "
                                             "\"aNew\": 12345678901234567890123}");
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;
  g_autoptr (KqObject) object = NULL;
  g_autoptr (KqObjectClass) klass = g_type_class_ref (class->get_type ());
  g_autoptr (JsonNode) words = json_node_init_object (json_node_alloc (), json_object_new ());

  json_object_unref (json_node_get_object (words));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];
      JsonObject *members = json_node_get_object (words);

      if (field->kind == KQ_FIELD_ID)
        json_object_set_string_member (members, field->name, "x");
      else if ((field->flags & KQ_FIELD_REQUIRED) != 0 && field->kind == KQ_FIELD_TEXT)
        json_object_set_string_member (members, field->name, field->initial_text);
      else if ((field->flags & KQ_FIELD_REQUIRED) != 0)
        json_object_set_int_member (members, field->name, field->initial);
      else if (field->kind == KQ_FIELD_ENUM)
        json_object_set_string_member (members, field->name, "a-new-word");
      else if (field->kind == KQ_FIELD_ENUMS)
        json_object_set_member (members, field->name, fixture_parse ("[\"a-new-word\"]"));
    }
  json_object_set_member (json_node_get_object (words), "zNew",
                          json_object_dup_member (json_node_get_object (node), "zNew"));
  json_object_set_member (json_node_get_object (words), "aNew",
                          json_object_dup_member (json_node_get_object (node), "aNew"));

  object = kq_object_new_from_node (class->get_type (), words);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == KQ_FIELD_ENUM)
      g_assert_cmpint (kq_object_get_choice (object, i), ==, -1);

  expected = kq_json_write (words, NULL);
  actual = kq_json_write (kq_object_snapshot (object), NULL);
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_bubble (void)
{
  g_autoptr (KqCampaign) campaign = NULL;
  FixtureTally tallies[3], gift_tally;
  KqObject *pack, *gift;
  g_autofree char *pointer = NULL;

  campaign = fixture_campaign ("\"giftPacks\": [{\"id\": \"a\"}, {\"id\": \"b\", \"gift\": {}}]");
  pack = kq_list_get (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_GIFT_PACKS), 1);
  gift = kq_object_get_child (pack, KQ_GIFT_PACK_GIFT);
  fixture_watch (&tallies[0], KQ_OBJECT (campaign));
  fixture_watch (&tallies[1], pack);
  fixture_watch (&gift_tally, gift);

  g_object_set (gift, "cost", G_GINT64_CONSTANT (100), NULL);
  g_assert_cmpuint (gift_tally.changed, ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (tallies[i].changed, ==, 1);
      g_assert_cmpuint (tallies[i].notified, ==, 0);
      g_assert_true (tallies[i].origin == gift);
    }
  pointer = kq_object_get_field_pointer (tallies[0].origin, tallies[0].index);
  g_assert_cmpstr (pointer, ==, "/giftPacks/1/gift/cost");
  g_assert_true (kq_object_get_root (gift) == KQ_OBJECT (campaign));

  /* What was taken out tells those above no more. */
  g_object_ref (gift);
  kq_object_set_child (pack, KQ_GIFT_PACK_GIFT, NULL);
  g_assert_cmpuint (tallies[0].changed, ==, 2);
  g_object_set (gift, "cost", G_GINT64_CONSTANT (200), NULL);
  g_assert_cmpuint (gift_tally.changed, ==, 2);
  g_assert_cmpuint (tallies[0].changed, ==, 2);
  g_assert_null (kq_object_get_parent (gift));
  g_object_unref (gift);
}

static void
test_nullable (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"giftPacks\": [{\"id\": \"a\", "
                                                      "\"quantity\": 0, \"start\": null, "
                                                      "\"gift\": null}]");
  KqObject *pack = kq_list_get (kq_object_get_list (KQ_OBJECT (campaign),
                                                    KQ_CAMPAIGN_GIFT_PACKS), 0);
  KqTime *time = NULL;
  g_autofree char *text = NULL;

  /* 0 packs is something else than as many as there is stock for. */
  g_assert_cmpint (kq_object_get_int (pack, KQ_GIFT_PACK_QUANTITY), ==, 0);
  text = kq_json_write (kq_object_snapshot (pack), NULL);
  g_assert_cmpstr (text, ==, "{\n  \"id\": \"a\",\n  \"quantity\": 0\n}\n");
  g_clear_pointer (&text, g_free);

  kq_object_set_int (pack, KQ_GIFT_PACK_QUANTITY, KQ_INT_NONE);
  text = kq_json_write (kq_object_snapshot (pack), NULL);
  g_assert_cmpstr (text, ==, "{\n  \"id\": \"a\"\n}\n");

  g_object_get (pack, "start", &time, NULL);
  g_assert_null (time);
  g_object_set (pack, "start", &some_time, "name", "x", NULL);
  g_object_set (pack, "start", NULL, "name", NULL, NULL);
  g_assert_false (kq_time_is_set (kq_object_get_time (pack, KQ_GIFT_PACK_START)));
  g_assert_cmpstr (kq_object_get_text (pack, KQ_GIFT_PACK_NAME), ==, "");
}

static void
test_ranges (void)
{
  static const struct { const char *class, *member; gint64 least, most; } ranges[] = {
    { "memberDay",    "day",        0, 31 },
    { "coupon",       "percent",    0, 99 },
    { "memberCenter", "facePreset", 0, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (guint j = 0; j < fixture_n_classes; j++)
      {
        g_autoptr (KqObject) object = NULL;
        const KqField *field;
        guint index;

        if (!g_str_equal (fixture_classes[j].name, ranges[i].class))
          continue;
        object = g_object_new (fixture_classes[j].get_type (), NULL);
        index = kq_object_find_field (object, ranges[i].member);
        field = kq_object_get_field (object, index);
        g_assert_true (kq_field_in_range (field, ranges[i].least));
        g_assert_true (kq_field_in_range (field, ranges[i].most));
        g_assert_false (kq_field_in_range (field, ranges[i].least - 1));
        g_assert_false (kq_field_in_range (field, ranges[i].most + 1));

        /* It holds the number all the same. */
        kq_object_set_int (object, index, ranges[i].most + 1);
        g_assert_cmpint (kq_object_get_int (object, index), ==, ranges[i].most + 1);
      }
}

static void
test_applies (void)
{
  static const struct { KqDiscount discount; const char *word; gboolean amount, percent; } rows[] = {
    { KQ_DISCOUNT_FIXED,     "fixed",     TRUE,  FALSE },
    { KQ_DISCOUNT_THRESHOLD, "threshold", TRUE,  FALSE },
    { KQ_DISCOUNT_PERCENT,   "percent",   FALSE, TRUE },
  };
  g_autoptr (KqObject) coupon = g_object_new (KQ_TYPE_COUPON, "amount", (gint64) 500, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      kq_object_set_word (coupon, KQ_COUPON_DISCOUNT, rows[i].word);
      g_assert_cmpint (kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT), ==, rows[i].discount);
      g_assert_cmpint (kq_object_field_applies (coupon, KQ_COUPON_AMOUNT), ==, rows[i].amount);
      g_assert_cmpint (kq_object_field_applies (coupon, KQ_COUPON_PERCENT), ==, rows[i].percent);
      g_assert_true (kq_object_field_applies (coupon, KQ_COUPON_NAME));
      /* What doesn't apply is kept. */
      g_assert_cmpint (kq_object_get_int (coupon, KQ_COUPON_AMOUNT), ==, 500);
    }
}

/* A new value may point into the old one. */
static void
test_overlap (void)
{
  g_autoptr (KqObject) coupon = g_object_new (KQ_TYPE_COUPON, "name", "  trimmed", NULL);
  const char * const levels[] = { "a", "b", "c", NULL };
  const char *fewer[3] = { NULL };

  kq_object_set_text (coupon, KQ_COUPON_NAME, kq_object_get_text (coupon, KQ_COUPON_NAME) + 2);
  g_assert_cmpstr (kq_object_get_text (coupon, KQ_COUPON_NAME), ==, "trimmed");

  kq_object_set_texts (coupon, KQ_COUPON_LEVELS, levels);
  fewer[0] = kq_object_get_texts (coupon, KQ_COUPON_LEVELS)[0];
  fewer[1] = kq_object_get_texts (coupon, KQ_COUPON_LEVELS)[2];
  kq_object_set_texts (coupon, KQ_COUPON_LEVELS, fewer);
  g_assert_cmpuint (g_strv_length ((char **) kq_object_get_texts (coupon, KQ_COUPON_LEVELS)), ==, 2);
  g_assert_cmpstr (kq_object_get_texts (coupon, KQ_COUPON_LEVELS)[1], ==, "c");
}

/* A list finds its children by keys that have changed since it was last asked. */
static void
test_find (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"setup\": [{\"step\": \"a\"}, "
                                                      "{\"step\": \"b\"}], "
                                                      "\"coupons\": [{\"id\": \"x\"}]");
  KqList *steps = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_SETUP);
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  KqObject *step = kq_list_get (steps, 1);

  g_assert_true (kq_list_find (steps, "b") == step);
  kq_object_set_text (step, KQ_SETUP_STEP_STEP, "c");
  g_assert_null (kq_list_find (steps, "b"));
  g_assert_true (kq_list_find (steps, "c") == step);

  g_assert_nonnull (kq_list_find (coupons, "x"));
  kq_object_set_text (kq_list_get (coupons, 0), KQ_COUPON_ID, "y");
  g_assert_null (kq_list_find (coupons, "x"));
  g_assert_true (kq_list_find (coupons, "y") == kq_list_get (coupons, 0));
}

static void
test_resolve (void)
{
  static const struct { const char *pointer, *nearest; const char *field; } rows[] = {
    { "",                          "",                      NULL },
    { "/name",                     "",                      "name" },
    { "/coupons",                  "",                      "coupons" },
    { "/coupons/1",                "/coupons/1",            NULL },
    { "/coupons/01",               "",                      "coupons" },
    { "/coupons/2",                "",                      "coupons" },
    { "/coupons/1/amount",         "/coupons/1",            "amount" },
    { "/coupons/1/levels/0",       "/coupons/1",            "levels" },
    { "/coupons/1/unknown/deeper", "/coupons/1",            NULL },
    { "/memberDay",                "",                      "memberDay" },
    { "/giftPacks/0/gift/cost",    "/giftPacks/0/gift",     "cost" },
    { "/assets/a~1b/width",        "/assets/a~1b",          "width" },
  };
  g_autoptr (KqCampaign) campaign = NULL;

  campaign = fixture_campaign ("\"coupons\": [{\"id\": \"x\"}, {\"id\": \"y\"}], "
                               "\"giftPacks\": [{\"id\": \"p\", \"gift\": {}}], "
                               "\"assets\": {\"a/b\": {}}");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint index = 77;
      KqObject *found = kq_object_resolve (KQ_OBJECT (campaign), rows[i].pointer, &index);
      g_autofree char *pointer = kq_object_get_pointer (found);

      g_assert_cmpstr (pointer, ==, rows[i].nearest);
      if (rows[i].field == NULL)
        g_assert_cmpuint (index, ==, KQ_NO_FIELD);
      else
        g_assert_cmpstr (kq_object_get_field (found, index)->name, ==, rows[i].field);
    }
}

/* The context is no part of what people read where there is no translation. */
static void
test_labels (void)
{
  g_autoptr (KqCampaign) campaign = NULL;
  KqList *coupons, *centers;
  KqObject *benefit;

  campaign = fixture_campaign ("\"coupons\": [{\"id\": \"x\", \"platform\": \"douyin\"}, "
                               "{\"id\": \"y\", \"platform\": \"tmall\"}], "
                               "\"memberCenters\": [{\"id\": \"m\", \"benefits\": "
                               "[{\"id\": \"b\"}]}]");
  coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  for (guint i = 0; i < 2; i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);

      g_assert_cmpstr (kq_object_get_field_label (coupon, KQ_COUPON_QUANTITY), ==, "Quantity");
      g_assert_cmpstr (kq_object_get_field_label (coupon, KQ_COUPON_NAME), ==, "Name");
      g_assert_cmpstr (kq_object_get_word_label (coupon, KQ_COUPON_PURPOSE, KQ_PURPOSE_JOIN_GIFT),
                       ==, "Join gift");
    }

  centers = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_CENTERS);
  benefit = kq_list_get (kq_object_get_list (kq_list_get (centers, 0),
                                             KQ_MEMBER_CENTER_BENEFITS), 0);
  g_assert_cmpstr (kq_object_get_word_label (benefit, KQ_BENEFIT_KIND, KQ_BENEFIT_KIND_JOIN_GIFT),
                   ==, "Join gift");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_assert_cmpuint (G_N_ELEMENTS (tables), ==, fixture_n_classes);
  for (guint i = 0; i < fixture_n_classes; i++)
    {
      static const struct { const char *name; GTestDataFunc function; } tests[] = {
        { "table",      test_table },
        { "meaning",    test_meaning },
        { "properties", test_properties },
        { "setters",    test_setters },
        { "unknown",    test_unknown },
      };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/fields/%s/%s", fixture_classes[i].name,
                                                   tests[j].name);

          g_test_add_data_func (path, &fixture_classes[i], tests[j].function);
        }
    }
  g_test_add_func ("/fields/bubble", test_bubble);
  g_test_add_func ("/fields/nullable", test_nullable);
  g_test_add_func ("/fields/ranges", test_ranges);
  g_test_add_func ("/fields/applies", test_applies);
  g_test_add_func ("/fields/overlap", test_overlap);
  g_test_add_func ("/fields/find", test_find);
  g_test_add_func ("/fields/resolve", test_resolve);
  g_test_add_func ("/fields/labels", test_labels);

  return g_test_run ();
}
