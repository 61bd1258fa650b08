/* test-json.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "kq-coupon.h"
#include "kq-format.h"
#include "kq-json.h"

#define HEAD "\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\""
#define RANDOM_TREES 150

#define SHA_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SHA_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static void
assert_canonical (const char *input,
                  const char *expected)
{
  g_autoptr (KqCampaign) campaign = fixture_read (input, NULL);
  g_autofree char *text = fixture_write (campaign);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_canonical (void)
{
  /* Members in order, defaults left out, unknown ones behind, 500.0 is 500. */
  assert_canonical ("{\"zNew\": 1, \"coupons\": [{\"state\": \"draft\", \"aNew\": {\"x\": 1.50}, "
                    "\"amount\": 500.0, \"perMember\": 1, \"name\": \"满减\", \"percent\": 0, "
                    "\"claimStart\": \"2026-11-01T00:00:00Z\", \"id\": \"d1\", \"levels\": [], "
                    "\"scene\": \"none\", \"bNew\": null}], \"name\": \"\", \"id\": \"c\", "
                    "\"claimRate\": 300, \"useRate\": 0, \"assets\": {}, \"memberDay\": null, "
                    "\"currency\": \"CNY\", \"timeZone\": \"\", \"aNew\": [], "
                    "\"version\": 1.0, \"format\": \"kaquan-campaign\"}",
                    "{\n"
                    "  \"format\": \"kaquan-campaign\",\n"
                    "  \"version\": 1,\n"
                    "  \"id\": \"c\",\n"
                    "  \"timeZone\": \"\",\n"
                    "  \"useRate\": 0,\n"
                    "  \"coupons\": [\n"
                    "    {\n"
                    "      \"id\": \"d1\",\n"
                    "      \"name\": \"满减\",\n"
                    "      \"amount\": 500,\n"
                    "      \"claimStart\": \"2026-11-01T00:00:00+00:00\",\n"
                    "      \"aNew\": {\n"
                    "        \"x\": 1.5\n"
                    "      },\n"
                    "      \"bNew\": null\n"
                    "    }\n"
                    "  ],\n"
                    "  \"zNew\": 1,\n"
                    "  \"aNew\": []\n"
                    "}\n");
  assert_canonical ("{" HEAD ", \"assets\": {\"" SHA_B "\": {}, \"" SHA_A "\": {\"width\": 8}}, "
                    "\"memberDay\": {}}",
                    "{\n"
                    "  \"format\": \"kaquan-campaign\",\n"
                    "  \"version\": 1,\n"
                    "  \"id\": \"c\",\n"
                    "  \"memberDay\": {},\n"
                    "  \"assets\": {\n"
                    "    \"" SHA_A "\": {\n"
                    "      \"width\": 8\n"
                    "    },\n"
                    "    \"" SHA_B "\": {}\n"
                    "  }\n"
                    "}\n");
}

static JsonNode *
shuffled (JsonNode *node,
          GRand    *rand)
{
  g_autoptr (GList) names = NULL;
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObject *object = json_node_get_object (node);

  names = json_object_get_members (object);
  while (names != NULL)
    {
      GList *link = g_list_nth (names, g_rand_int_range (rand, 0, g_list_length (names)));

      json_object_set_member (copy, link->data, json_object_dup_member (object, link->data));
      names = g_list_delete_link (names, link);
    }

  return json_node_init_object (json_node_alloc (), copy);
}

static gboolean
has_unknown (JsonNode *node)
{
  return json_object_has_member (json_node_get_object (node), "aNew") &&
         json_object_has_member (json_node_get_object (node), "zNew");
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < RANDOM_TREES; i++)
    {
      g_autoptr (JsonNode) node = fixture_random (rand);
      g_autoptr (JsonNode) mixed = shuffled (node, rand);
      g_autofree char *input = kq_json_write (node, NULL);
      g_autofree char *mixed_input = kq_json_write (mixed, NULL);
      g_autoptr (KqCampaign) first = fixture_read (input, NULL);
      g_autofree char *text = fixture_write (first);
      g_autoptr (KqCampaign) second = fixture_read (text, NULL);
      g_autofree char *again = fixture_write (second);
      g_autoptr (KqCampaign) third = fixture_read (mixed_input, NULL);
      g_autofree char *mixed_text = fixture_write (third);

      g_assert_cmpstr (again, ==, text);
      g_assert_true (kq_object_equal (KQ_OBJECT (first), KQ_OBJECT (second)));
      g_assert_true (kq_object_equal (KQ_OBJECT (first), KQ_OBJECT (third)));
      if (!has_unknown (node))
        g_assert_cmpstr (mixed_text, ==, text);
    }
}

static void
test_embedded (void)
{
  static const char input[] =
    "{" HEAD ", \"assets\": {"
    "\"" SHA_A "\": {\"zNew\": 1, \"data\": \"AAEC\", \"name\": \"a\", \"width\": 3}, "
    "\"" SHA_B "\": {\"data\": \"not base64\"}, \"odd\": {\"data\": \"\"}, \"extra\": {}}}";
  g_autoptr (KqEmbeddedAssets) embedded = NULL;
  g_autoptr (KqCampaign) campaign = fixture_read (input, &embedded);
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonNode *snapshot = kq_object_snapshot (KQ_OBJECT (campaign));

  g_assert_cmpuint (kq_embedded_assets_get_length (embedded), ==, 3);

  without = kq_format_write (snapshot, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (g_bytes_get_data (without, NULL), g_bytes_get_size (without),
                               "\"data\""));

  with = kq_format_write (snapshot, KQ_ASSET_SOURCE (embedded), &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (with, NULL), g_bytes_get_size (with));
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"format\": \"kaquan-campaign\",\n"
                   "  \"version\": 1,\n"
                   "  \"id\": \"c\",\n"
                   "  \"assets\": {\n"
                   "    \"" SHA_A "\": {\n"
                   "      \"name\": \"a\",\n"
                   "      \"width\": 3,\n"
                   "      \"data\": \"AAEC\",\n"
                   "      \"zNew\": 1\n"
                   "    },\n"
                   "    \"" SHA_B "\": {\n"
                   "      \"data\": \"not base64\"\n"
                   "    },\n"
                   "    \"extra\": {},\n"
                   "    \"odd\": {\n"
                   "      \"data\": \"\"\n"
                   "    }\n"
                   "  }\n"
                   "}\n");
}

static void
assert_refused (const char    *text,
                KqFormatError  code,
                const char    *pointer)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KqEmbeddedAssets *embedded = NULL;
  g_autofree char *beginning = g_strconcat (pointer, ": ", NULL);

  g_assert_null (kq_format_read (bytes, &embedded, &error));
  g_assert_error (error, KQ_FORMAT_ERROR, (int) code);
  g_assert_null (embedded);
  if (!g_str_has_prefix (error->message, beginning))
    g_error ("“%s” doesn't begin with “%s”", error->message, beginning);
}

static void
test_refused (void)
{
  static const struct { const char *text; KqFormatError code; const char *pointer; } rows[] = {
    { "[]", KQ_FORMAT_ERROR_NOT_CAMPAIGN, "/" },
    { "{}", KQ_FORMAT_ERROR_NOT_CAMPAIGN, "/format" },
    { "{\"format\": \"other\"}", KQ_FORMAT_ERROR_NOT_CAMPAIGN, "/format" },
    { "{\"format\": 12345678901234567890}", KQ_FORMAT_ERROR_NOT_CAMPAIGN, "/format" },
    { "{\"format\": \"kaquan-campaign\", \"id\": \"c\"}", KQ_FORMAT_ERROR_TYPE, "/version" },
    { "{\"format\": \"kaquan-campaign\", \"version\": 0}", KQ_FORMAT_ERROR_TYPE, "/version" },
    { "{\"format\": \"kaquan-campaign\", \"version\": \"1\"}", KQ_FORMAT_ERROR_TYPE, "/version" },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1}", KQ_FORMAT_ERROR_ID, "/id" },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"\"}", KQ_FORMAT_ERROR_ID, "/id" },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"a b\"}",
      KQ_FORMAT_ERROR_ID, "/id" },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"é\"}",
      KQ_FORMAT_ERROR_ID, "/id" },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"" SHA_A "a\"}",
      KQ_FORMAT_ERROR_ID, "/id" },
    { "{" HEAD ", \"coupons\": [{}]}", KQ_FORMAT_ERROR_ID, "/coupons/0/id" },
    { "{" HEAD ", \"coupons\": [{\"id\": \"x\"}, {\"id\": \"y\"}, {\"id\": \"x\"}]}",
      KQ_FORMAT_ERROR_ID, "/coupons/2/id" },
    { "{" HEAD ", \"memberCenters\": [{\"id\": \"m\", \"posters\": [{\"id\": \"p\"}, "
      "{\"id\": \"p\"}]}]}", KQ_FORMAT_ERROR_ID, "/memberCenters/0/posters/1/id" },
    { "{" HEAD ", \"coupons\": [null]}", KQ_FORMAT_ERROR_TYPE, "/coupons/0" },
    { "{" HEAD ", \"start\": \"2026-02-30T00:00:00+08:00\"}", KQ_FORMAT_ERROR_TYPE, "/start" },
    { "{" HEAD ", \"start\": \"2026-02-03\"}", KQ_FORMAT_ERROR_TYPE, "/start" },
    { "{" HEAD ", \"assets\": {\"a/b\": {\"width\": \"1\"}}}",
      KQ_FORMAT_ERROR_TYPE, "/assets/a~1b/width" },
    { "{" HEAD ", \"assets\": {\"a\": {\"data\": 1}}}", KQ_FORMAT_ERROR_TYPE, "/assets/a/data" },
    { "{" HEAD ", \"assets\": {\"a\": {\"data\": {}}}}", KQ_FORMAT_ERROR_TYPE, "/assets/a/data" },
    { "{" HEAD ", \"assets\": {\"a\": {\"data\": null}}}", KQ_FORMAT_ERROR_TYPE, "/assets/a/data" },
    { "{" HEAD ", \"setup\": [{\"step\": 1}]}", KQ_FORMAT_ERROR_TYPE, "/setup/0/step" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_refused (rows[i].text, rows[i].code, rows[i].pointer);
}

/* The same id may stand in two lists, and in the list of two parents. */
static void
test_ids (void)
{
  g_autoptr (KqCampaign) campaign = NULL;

  campaign = fixture_campaign ("\"coupons\": [{\"id\": \"x\"}], \"levels\": [{\"id\": \"x\"}], "
                               "\"memberCenters\": [{\"id\": \"x\", \"posters\": [{\"id\": \"x\"}]}, "
                               "{\"id\": \"y\", \"posters\": [{\"id\": \"x\"}]}], "
                               "\"setup\": [{\"step\": \"a\"}, {\"step\": \"a\"}]");
  g_assert_nonnull (campaign);
}

/* Whether a field takes a value of a type that has to be refused elsewhere */
static gboolean
is_accepted (const KqField *field,
             const char    *value)
{
  static const char * const accepted[] = {
    [KQ_FIELD_ID] = "\"x\"", [KQ_FIELD_TEXT] = "\"x\"", [KQ_FIELD_ENUM] = "\"x\"",
    [KQ_FIELD_REF] = "\"x\"", [KQ_FIELD_IMAGE] = "\"x\"", [KQ_FIELD_INT] = "1",
    [KQ_FIELD_FEN] = "1", [KQ_FIELD_BOOL] = "true", [KQ_FIELD_TIME] = "null",
    [KQ_FIELD_ENUMS] = "[]", [KQ_FIELD_REFS] = "[]", [KQ_FIELD_CHILDREN] = "[]",
    [KQ_FIELD_CHILD] = "{}", [KQ_FIELD_MAP] = "{}",
  };

  if (strcmp (value, "null") == 0 &&
      (field->kind == KQ_FIELD_CHILD || (field->flags & KQ_FIELD_NULLABLE) != 0))
    return TRUE;

  return strcmp (value, accepted[field->kind]) == 0;
}

static void
check_field (JsonNode      *whole,
             const KqField *field,
             const char    *pointer)
{
  static const char * const values[] = {
    "null", "true", "1", "1.5", "1e300", "9007199254740992", "123456789012345678901234567890",
    "\"x\"", "[]", "[1]", "{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (JsonNode) value = fixture_parse (values[i]);
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *text = NULL;
      g_autofree char *place = NULL;
      gboolean inner;

      node = kq_json_pointer_with (whole, pointer, value, NULL);
      g_assert_nonnull (node);
      text = kq_json_write (node, NULL);
      if (is_accepted (field, values[i]))
        {
          if (!g_str_equal (pointer, "/format"))
            g_object_unref (fixture_read (text, NULL));
          continue;
        }
      inner = strcmp (values[i], "[1]") == 0 &&
              (field->kind == KQ_FIELD_ENUMS || field->kind == KQ_FIELD_REFS ||
               field->kind == KQ_FIELD_CHILDREN);
      place = g_strconcat (pointer, inner ? "/0" : "", NULL);
      assert_refused (text,
                      g_str_equal (pointer, "/format") ? KQ_FORMAT_ERROR_NOT_CAMPAIGN
                                                       : KQ_FORMAT_ERROR_TYPE,
                      place);
    }
}

/* One of everything, all the way down */
static JsonNode *
skeleton (GType type)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (type);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];

      if (field->kind == KQ_FIELD_ID)
        json_object_set_string_member (object, field->name, "x");
      else if (field->kind == KQ_FIELD_CHILD)
        json_object_set_member (object, field->name, skeleton (field->child_type ()));
      else if (field->kind == KQ_FIELD_CHILDREN)
        {
          JsonArray *array = json_array_new ();

          json_array_add_element (array, skeleton (field->child_type ()));
          json_object_set_array_member (object, field->name, array);
        }
      else if (field->kind == KQ_FIELD_MAP)
        {
          JsonObject *map = json_object_new ();

          json_object_set_member (map, SHA_A, skeleton (field->child_type ()));
          json_object_set_object_member (object, field->name, map);
        }
    }

  return json_node_init_object (json_node_alloc (), object);
}

static guint
check_class (JsonNode   *whole,
             GType       type,
             const char *pointer)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (type);
  guint n = klass->n_fields;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];
      g_autofree char *place = g_strdup_printf ("%s/%s", pointer, field->name);
      g_autofree char *below = NULL;

      check_field (whole, field, place);
      if (field->child_type == NULL)
        continue;
      if (field->kind == KQ_FIELD_CHILD)
        below = g_strdup (place);
      else
        below = g_strdup_printf ("%s/%s", place, field->kind == KQ_FIELD_MAP ? SHA_A : "0");
      n += check_class (whole, field->child_type (), below);
    }

  return n;
}

static void
test_types (void)
{
  g_autoptr (JsonNode) whole = skeleton (KQ_TYPE_CAMPAIGN);
  guint n;

  json_object_set_string_member (json_node_get_object (whole), "format", KQ_FORMAT_NAME);
  json_object_set_int_member (json_node_get_object (whole), "version", 1);
  n = check_class (whole, KQ_TYPE_CAMPAIGN, "");
  g_test_message ("%u fields", n);
  g_assert_cmpuint (n, >, 220);
}

static void
test_newer (void)
{
  static const char opens[] = "{\"format\": \"kaquan-campaign\", \"version\": 7, \"id\": \"c\", "
                              "\"coupons\": [{\"id\": \"x\", \"discount\": \"gift\", \"tax\": 3}]}";
  g_autoptr (KqCampaign) newer = fixture_read (opens, NULL);
  g_autoptr (KqCampaign) present = fixture_campaign ("");
  g_autofree char *text = fixture_write (newer);

  g_assert_true (kq_format_is_newer (newer));
  g_assert_false (kq_format_is_newer (present));
  g_assert_nonnull (strstr (text, "\"version\": 7"));
  g_assert_nonnull (strstr (text, "\"tax\": 3"));

  assert_refused ("{\"format\": \"kaquan-campaign\", \"version\": 7, \"id\": \"c\", "
                  "\"coupons\": [{\"id\": \"x\", \"amount\": {\"fen\": 500}}]}",
                  KQ_FORMAT_ERROR_VERSION, "/coupons/0/amount");
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new ("{" HEAD ", \"notes\": \"");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 256 * 1024 + 1; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\"}");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (kq_format_read (bytes, NULL, &error));
  g_assert_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT);
}

/* What the format allows at most has to be readable again. */
static void
test_largest_asset (void)
{
  g_autofree char *data = g_malloc0 (KQ_ASSET_MAX_BYTES);
  g_autofree char *base64 = g_base64_encode ((guchar *) data, KQ_ASSET_MAX_BYTES);
  g_autofree char *text = g_strdup_printf ("{" HEAD ", \"assets\": {\"" SHA_A "\": {\"data\": \"%s\"}}}",
                                           base64);
  g_autoptr (KqEmbeddedAssets) embedded = NULL;
  g_autoptr (KqCampaign) campaign = fixture_read (text, &embedded);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_asset_source_load (KQ_ASSET_SOURCE (embedded), SHA_A, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, KQ_ASSET_MAX_BYTES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/canonical", test_canonical);
  g_test_add_func ("/json/random", test_random);
  g_test_add_func ("/json/embedded", test_embedded);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/ids", test_ids);
  g_test_add_func ("/json/types", test_types);
  g_test_add_func ("/json/newer", test_newer);
  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/largest-asset", test_largest_asset);

  return g_test_run ();
}
