/* test-json-reader.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"

#include <string.h>

static const char * const long_text_path[] = { "assets", "*", "data", NULL };
static const KqJsonLimits limits = { 1024 * 1024, 8, 100, 1024, long_text_path, 4096 };

static JsonNode *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = kq_json_read (text, strlen (text), &limits, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

static void
test_values (void)
{
  g_autoptr(JsonNode) root = read_text (" {\"a\":[1,-2.5,true,false,null,\"x\"],\n"
                                        "\"\":{},\"\\u00e9\\ud83d\\ude00\\/\":[]}\r\n\t");
  JsonObject *object = json_node_get_object (root);
  JsonArray *array = json_object_get_array_member (object, "a");

  g_assert_false (json_node_is_immutable (root));
  g_assert_cmpuint (json_object_get_size (object), ==, 3);
  g_assert_cmpint (json_array_get_int_element (array, 0), ==, 1);
  g_assert_cmpfloat (json_array_get_double_element (array, 1), ==, -2.5);
  g_assert_true (json_array_get_boolean_element (array, 2));
  g_assert_false (json_array_get_boolean_element (array, 3));
  g_assert_true (json_array_get_null_element (array, 4));
  g_assert_cmpstr (json_array_get_string_element (array, 5), ==, "x");
  g_assert_true (json_object_has_member (object, "é😀/"));
}

static void
test_texts (void)
{
  g_autoptr(JsonNode) root = read_text ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u001f\", \"满减券 longer than 8 \x7f\","
                                        " \"\xf4\x8f\xbf\xbf\\uDBFF\\uDFFF\"]");
  JsonArray *array = json_node_get_array (root);

  g_assert_cmpstr (json_array_get_string_element (array, 0), ==, "\"\\/\b\f\n\r\t\x1f");
  g_assert_cmpstr (json_array_get_string_element (array, 1), ==, "满减券 longer than 8 \x7f");
  g_assert_cmpstr (json_array_get_string_element (array, 2), ==,
                   "\xf4\x8f\xbf\xbf\xf4\x8f\xbf\xbf");
}

static void
test_numbers (void)
{
  static const struct { const char *text; GType type; gboolean whole; gint64 number; } cases[] = {
    { "0", G_TYPE_INT64, TRUE, 0 },
    { "-0", G_TYPE_INT64, TRUE, 0 },
    { "-0.0", G_TYPE_DOUBLE, TRUE, 0 },
    { "500.0", G_TYPE_DOUBLE, TRUE, 500 },
    { "5e2", G_TYPE_DOUBLE, TRUE, 500 },
    { "5E+2", G_TYPE_DOUBLE, TRUE, 500 },
    { "0.5", G_TYPE_DOUBLE, FALSE, 0 },
    { "1e-400", G_TYPE_DOUBLE, TRUE, 0 },
    { "9007199254740991", G_TYPE_INT64, TRUE, 9007199254740991 },
    { "-9007199254740991.0", G_TYPE_DOUBLE, TRUE, -9007199254740991 },
    { "9007199254740992", G_TYPE_INT64, FALSE, 0 },
    { "9007199254740992.0", G_TYPE_DOUBLE, FALSE, 0 },
    { "9223372036854775807", G_TYPE_INT64, FALSE, 0 },
    { "-9223372036854775808", G_TYPE_INT64, FALSE, 0 },
    { "9223372036854775808", G_TYPE_STRING, FALSE, 0 },
    { "-9223372036854775809", G_TYPE_STRING, FALSE, 0 },
    { "123456789012345678901234567890", G_TYPE_STRING, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JsonNode) node = read_text (cases[i].text);
      gint64 number = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (g_type_name (json_node_get_value_type (node)), ==,
                       g_type_name (cases[i].type));
      g_assert_true (kq_json_node_is_number (node));
      g_assert_cmpint (kq_json_node_get_whole (node, &number), ==, cases[i].whole);
      g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_no_numbers (void)
{
  static const char * const texts[] = { "\"5\"", "true", "null", "[]", "{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(JsonNode) node = read_text (texts[i]);

      g_assert_false (kq_json_node_is_number (node));
      g_assert_false (kq_json_node_get_whole (node, NULL));
    }
}

static void
test_refusals (void)
{
  static const struct { const char *text; KqJsonError code; const char *message; } cases[] = {
    { "", KQ_JSON_ERROR_SYNTAX, "line 1, column 1: the text is empty, expected a value" },
    { " \n ", KQ_JSON_ERROR_SYNTAX, "line 1, column 1: the text is empty, expected a value" },
    { "{} {}", KQ_JSON_ERROR_SYNTAX, "line 1, column 4: found “{”, expected the end of the text" },
    { "{\n \"a\": [1,\n", KQ_JSON_ERROR_SYNTAX, "line 3, column 1: the text ends here, expected a value" },
    { "[\"é\", x]", KQ_JSON_ERROR_SYNTAX, "line 1, column 7: found “x”, expected a value" },
    { "[1,]", KQ_JSON_ERROR_SYNTAX, "line 1, column 4: found “]”, expected a value" },
    { "[1 2]", KQ_JSON_ERROR_SYNTAX, "line 1, column 4: found “2”, expected “,” or “]”" },
    { "{\"a\":1,}", KQ_JSON_ERROR_SYNTAX, "line 1, column 8: found “}”, expected a member name in double quotes" },
    { "{\"a\" 1}", KQ_JSON_ERROR_SYNTAX, "line 1, column 6: found “1”, expected “:”" },
    { "{\"a\":1 \"b\"}", KQ_JSON_ERROR_SYNTAX, "line 1, column 8: found “\"”, expected “,” or “}”" },
    { "{'a':1}", KQ_JSON_ERROR_SYNTAX, "line 1, column 2: found “'”, expected a member name in double quotes" },
    { "[1] // x", KQ_JSON_ERROR_SYNTAX, "line 1, column 5: found “/”, expected the end of the text" },
    { "[01]", KQ_JSON_ERROR_SYNTAX, "line 1, column 2: a number begins with 0, expected 1 to 9 or a single 0" },
    { "[1.]", KQ_JSON_ERROR_SYNTAX, "line 1, column 4: found “]”, expected a digit" },
    { "[.5]", KQ_JSON_ERROR_SYNTAX, "line 1, column 2: found “.”, expected a value" },
    { "[+5]", KQ_JSON_ERROR_SYNTAX, "line 1, column 2: found “+”, expected a value" },
    { "[1e]", KQ_JSON_ERROR_SYNTAX, "line 1, column 4: found “]”, expected a digit" },
    { "-", KQ_JSON_ERROR_SYNTAX, "line 1, column 2: the text ends here, expected a digit" },
    { "0x10", KQ_JSON_ERROR_SYNTAX, "line 1, column 2: found “x”, expected the end of the text" },
    { "NaN", KQ_JSON_ERROR_SYNTAX, "line 1, column 1: found “N”, expected a value" },
    { "tru", KQ_JSON_ERROR_SYNTAX, "line 1, column 1: found “t”, expected a value" },
    { "\xc2\xa0[]", KQ_JSON_ERROR_SYNTAX, "line 1, column 1: found “\xc2\xa0”, expected a value" },
    { "\xef\xbb\xbf[]", KQ_JSON_ERROR_SYNTAX, "line 1, column 1: found a byte order mark, expected a value" },
    { "\xff\xfe[", KQ_JSON_ERROR_ENCODING, "line 1, column 1: this is UTF-16, expected UTF-8" },
    { "\"a\nb\"", KQ_JSON_ERROR_SYNTAX, "line 1, column 3: found the control character U+000A, expected more text or its closing “\"”" },
    { "\"abc", KQ_JSON_ERROR_SYNTAX, "line 1, column 5: the text ends here, expected more text or its closing “\"”" },
    { "\"\\x\"", KQ_JSON_ERROR_SYNTAX, "line 1, column 3: found “x”, expected one of \" \\ / b f n r t u after “\\”" },
    { "\"\\u12g4\"", KQ_JSON_ERROR_SYNTAX, "line 1, column 6: found “g”, expected four hexadecimal digits after “\\u”" },
    { "\"\\u0000\"", KQ_JSON_ERROR_ENCODING, "line 1, column 2: “\\u0000” may not stand in a text" },
    { "\"\\ud800\"", KQ_JSON_ERROR_ENCODING, "line 1, column 2: “\\ud800” is half of a surrogate pair, expected both halves" },
    { "\"\\ud800\\u0041\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"\\udc00\\ud800\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"满\xff\"", KQ_JSON_ERROR_ENCODING, "line 1, column 3: the byte 0xFF isn't UTF-8" },
    { "\"\xc0\x80\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"\xe0\x9f\xbf\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"\xed\xa0\x80\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"\xf0\x8f\xbf\xbf\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"\xf4\x90\x80\x80\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"\x80\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "\"\xe6\xbb\"", KQ_JSON_ERROR_ENCODING, NULL },
    { "[1e400]", KQ_JSON_ERROR_NUMBER, "line 1, column 2: this number is too large, expected at most 1.8e308" },
    { "-1e400", KQ_JSON_ERROR_NUMBER, NULL },
    { "{\"a\":1,\n \"\\u0061\":2}", KQ_JSON_ERROR_DUPLICATE, "line 2, column 2: the member “a” is there twice, expected once" },
    { "[[[[[[[[[]]]]]]]]]", KQ_JSON_ERROR_LIMIT, "line 1, column 9: nested deeper than 8 levels" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].message);
      g_assert_null (kq_json_read (cases[i].text, strlen (cases[i].text), &limits, &error));
      g_assert_error (error, KQ_JSON_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_nul (void)
{
  static const char * const texts[] = { "\"a\0b\"", "[1\0]  ", "\0    " };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (kq_json_read (texts[i], 5, &limits, &error));
      g_assert_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_SYNTAX);
    }
}

/* @prefix, @count times @unit, @suffix */
static char *
repeat (const char *prefix,
        const char *unit,
        guint       count,
        const char *suffix)
{
  GString *text = g_string_new (prefix);

  while (count-- > 0)
    g_string_append (text, unit);
  return g_string_free (g_string_append (text, suffix), FALSE);
}

static void
assert_limit (char       *text,
              const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = kq_json_read (text, strlen (text), &limits, &error);

  g_assert_cmpint (root != NULL, ==, message == NULL);
  if (message == NULL)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT);
      g_assert_cmpstr (error->message, ==, message);
    }
  g_free (text);
}

static void
test_limits (void)
{
  const char *too_long = "line 1, column 1: this is longer than 1 KiB, which is the limit";

  assert_limit (repeat ("\"", "x", 1024, "\""), NULL);
  assert_limit (repeat ("\"", "x", 1025, "\""), too_long);
  assert_limit (repeat ("\"", "满", 341, "x\""), NULL);
  assert_limit (repeat ("\"", "满", 342, "\""), too_long);
  assert_limit (repeat ("\"", "\\n", 1024, "\""), NULL);
  assert_limit (repeat ("\"", "\\n", 1025, "\""), too_long);
  assert_limit (repeat ("{\"", "x", 1025, "\":1}"),
                "line 1, column 2: this is longer than 1 KiB, which is the limit");
  assert_limit (repeat ("0.", "0", 1022, ""), NULL);
  assert_limit (repeat ("0.", "0", 1023, ""), too_long);
  assert_limit (repeat ("[", "1,", 99, "1]"), NULL);
  assert_limit (repeat ("[", "1,", 100, "1]"),
                "line 1, column 202: a list or object has more than 100 items");
  assert_limit (repeat ("", " ", 1024 * 1024 - 1, "1"), NULL);
  assert_limit (repeat ("", " ", 1024 * 1024, "1"),
                "line 1, column 1: the text is larger than 1 MiB");
}

static void
test_long_text (void)
{
  assert_limit (repeat ("{\"assets\":{\"ab\":{\"data\":\"", "x", 4096, "\"}}}"), NULL);
  assert_limit (repeat ("{\"assets\":{\"ab\":{\"data\":\"", "x", 4097, "\"}}}"),
                "line 1, column 25: this is longer than 4 KiB, which is the limit");
  assert_limit (repeat ("{\"assets\":{\"ab\":{\"name\":\"", "x", 1025, "\"}}}"),
                "line 1, column 25: this is longer than 1 KiB, which is the limit");
  assert_limit (repeat ("{\"assets\":{\"ab\":{\"data\":[\"", "x", 1025, "\"]}}}"),
                "line 1, column 26: this is longer than 1 KiB, which is the limit");
  assert_limit (repeat ("{\"x\":{\"assets\":{\"ab\":{\"data\":\"", "x", 1025, "\"}}}}"),
                "line 1, column 30: this is longer than 1 KiB, which is the limit");
}

static void
test_equal (void)
{
  static const struct { const char *a, *b; gboolean equal; } cases[] = {
    { "{\"a\":1,\"b\":[2]}", "{\"b\":[2.0],\"a\":1.0}", TRUE },
    { "{\"a\":1}", "{\"a\":1,\"b\":null}", FALSE },
    { "{\"a\":1,\"c\":2}", "{\"a\":1,\"b\":2}", FALSE },
    { "[1,2]", "[2,1]", FALSE },
    { "[1]", "[1,1]", FALSE },
    { "[]", "{}", FALSE },
    { "null", "false", FALSE },
    { "0", "false", FALSE },
    { "1", "\"1\"", FALSE },
    { "0", "-0.0", TRUE },
    { "9007199254740993", "9007199254740992.0", FALSE },
    { "9223372036854775807", "9223372036854775808.0", FALSE },
    { "12345678901234567890", "12345678901234567890", TRUE },
    { "12345678901234567890", "12345678901234567891", FALSE },
    { "12345678901234567890", "\"12345678901234567890\"", FALSE },
    { "\"a\"", "\"a\"", TRUE },
    { "true", "true", TRUE },
    { "true", "false", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JsonNode) a = read_text (cases[i].a);
      g_autoptr(JsonNode) b = read_text (cases[i].b);

      g_test_message ("%s, %s", cases[i].a, cases[i].b);
      g_assert_cmpint (kq_json_equal (a, b), ==, cases[i].equal);
      g_assert_cmpint (kq_json_equal (b, a), ==, cases[i].equal);
      g_assert_true (kq_json_equal (a, a));
      g_assert_false (kq_json_equal (a, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/reader/values", test_values);
  g_test_add_func ("/json/reader/texts", test_texts);
  g_test_add_func ("/json/reader/numbers", test_numbers);
  g_test_add_func ("/json/reader/no-numbers", test_no_numbers);
  g_test_add_func ("/json/reader/refusals", test_refusals);
  g_test_add_func ("/json/reader/nul", test_nul);
  g_test_add_func ("/json/reader/limits", test_limits);
  g_test_add_func ("/json/reader/long-text", test_long_text);
  g_test_add_func ("/json/equal", test_equal);
  return g_test_run ();
}
