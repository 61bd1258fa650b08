/* test-json-pointer.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"

#include <string.h>

static const KqJsonLimits limits = { 4096, 8, 100, 1024, NULL, 0 };

static JsonNode *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = kq_json_read (text, strlen (text), &limits, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_append (void)
{
  g_autoptr(GString) pointer = g_string_new (NULL);
  g_auto(GStrv) tokens = NULL;

  kq_json_pointer_append (pointer, "a/b~c");
  kq_json_pointer_append_index (pointer, 12);
  kq_json_pointer_append (pointer, "");
  g_assert_cmpstr (pointer->str, ==, "/a~1b~0c/12/");

  tokens = kq_json_pointer_split (pointer->str);
  g_assert_cmpstrv (tokens, ((const char * const[]) { "a/b~c", "12", "", NULL }));
}

static void
test_split (void)
{
  static const char * const malformed[] = { "a", "a/b", "/~", "/~2", "/a/~" };
  g_auto(GStrv) root = kq_json_pointer_split ("");
  g_auto(GStrv) empty = kq_json_pointer_split ("/");
  g_auto(GStrv) order = kq_json_pointer_split ("/~01");

  g_assert_cmpstrv (root, ((const char * const[]) { NULL }));
  g_assert_cmpstrv (empty, ((const char * const[]) { "", NULL }));
  g_assert_cmpstrv (order, ((const char * const[]) { "~1", NULL }));
  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    g_assert_null (kq_json_pointer_split (malformed[i]));
}

static void
test_get (void)
{
  static const struct { const char *pointer; gint64 number; } cases[] = {
    { "/foo/0", 10 }, { "/foo/1", 11 }, { "/", 0 }, { "/a~1b", 1 }, { "/m~0n", 8 },
    { "/0", 5 }, { "/foo/2", -1 }, { "/foo/-", -1 }, { "/foo/00", -1 }, { "/foo/+1", -1 },
    { "/foo/4294967296", -1 }, { "/foo/99999999999999999999999", -1 }, { "/foo/", -1 },
    { "/bar", -1 }, { "/bar/x", -1 }, { "/a~1b/x", -1 }, { "foo", -1 },
  };
  g_autoptr(JsonNode) root = read_text ("{\"foo\":[10,11],\"\":0,\"a/b\":1,\"m~n\":8,\"0\":5}");

  g_assert_true (kq_json_pointer_get (root, "") == root);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JsonNode *node = kq_json_pointer_get (root, cases[i].pointer);

      g_test_message ("%s", cases[i].pointer);
      g_assert_cmpint (node != NULL ? json_node_get_int (node) : -1, ==, cases[i].number);
    }
}

static void
test_with (void)
{
  static const struct { const char *pointer, *value, *result; } cases[] = {
    { "/a/b/0", "9", "{\"a\":{\"b\":[9,2,3],\"c\":4},\"d\":{\"e\":5}}" },
    { "/a/b/2", "9", "{\"a\":{\"b\":[1,2,9],\"c\":4},\"d\":{\"e\":5}}" },
    { "/a/b/-", "9", "{\"a\":{\"b\":[1,2,3,9],\"c\":4},\"d\":{\"e\":5}}" },
    { "/a/b/1", NULL, "{\"a\":{\"b\":[1,3],\"c\":4},\"d\":{\"e\":5}}" },
    { "/a/b", "null", "{\"a\":{\"b\":null,\"c\":4},\"d\":{\"e\":5}}" },
    { "/a/b", NULL, "{\"a\":{\"c\":4},\"d\":{\"e\":5}}" },
    { "/a/x", "9", "{\"a\":{\"b\":[1,2,3],\"c\":4,\"x\":9},\"d\":{\"e\":5}}" },
    { "/a/x", NULL, "{\"a\":{\"b\":[1,2,3],\"c\":4},\"d\":{\"e\":5}}" },
    { "/a", NULL, "{\"d\":{\"e\":5}}" },
    { "", "[]", "[]" },
  };
  const char *text = "{\"a\":{\"b\":[1,2,3],\"c\":4},\"d\":{\"e\":5}}";

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      const char *pointer = cases[i / 2].pointer;
      g_autoptr(JsonNode) root = read_text (text);
      g_autoptr(JsonNode) original = read_text (text);
      g_autoptr(JsonNode) wanted = read_text (cases[i / 2].result);
      g_autoptr(JsonNode) value = cases[i / 2].value != NULL ? read_text (cases[i / 2].value) : NULL;
      g_autoptr(JsonNode) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *result_text = NULL;
      g_autofree char *wanted_text = NULL;

      g_test_message ("%s", pointer);
      if (i % 2 == 1)
        json_node_seal (root);
      result = kq_json_pointer_with (root, pointer, value, &error);
      g_assert_no_error (error);

      result_text = kq_json_write (result, NULL);
      wanted_text = kq_json_write (wanted, NULL);
      g_assert_cmpstr (result_text, ==, wanted_text);
      g_assert_true (kq_json_equal (root, original));
      if (*pointer != '\0')
        g_assert_true (kq_json_pointer_get (result, "/d") == kq_json_pointer_get (root, "/d"));
      /* Nothing that both hold may forbid sealing the new tree. */
      json_node_seal (result);
    }
}

static void
test_with_errors (void)
{
  static const struct { const char *pointer; gboolean remove; GIOErrorEnum code; } cases[] = {
    { "/x/y", FALSE, G_IO_ERROR_NOT_FOUND },
    { "/a/3", FALSE, G_IO_ERROR_NOT_FOUND },
    { "/a/3", TRUE, G_IO_ERROR_NOT_FOUND },
    { "/a/-", TRUE, G_IO_ERROR_NOT_FOUND },
    { "/a/-/b", FALSE, G_IO_ERROR_NOT_FOUND },
    { "/a/0/b", FALSE, G_IO_ERROR_NOT_FOUND },
    { "/a/b", FALSE, G_IO_ERROR_NOT_FOUND },
    { "a", FALSE, G_IO_ERROR_INVALID_ARGUMENT },
    { "", TRUE, G_IO_ERROR_INVALID_ARGUMENT },
  };
  g_autoptr(JsonNode) root = read_text ("{\"a\":[1,2,3]}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].pointer);
      g_assert_null (kq_json_pointer_with (root, cases[i].pointer,
                                           cases[i].remove ? NULL : root, &error));
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].pointer));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/pointer/append", test_append);
  g_test_add_func ("/json/pointer/split", test_split);
  g_test_add_func ("/json/pointer/get", test_get);
  g_test_add_func ("/json/pointer/with", test_with);
  g_test_add_func ("/json/pointer/with-errors", test_with_errors);
  return g_test_run ();
}
