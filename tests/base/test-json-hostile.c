/* test-json-hostile.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"

#include <string.h>

static const char document[] =
  "{\"a\":[1,-2.5e3,12345678901234567890,\"x\\n\\u00e9\\ud83d\\ude00满\"],\"b\":{\"c\":null,\"d\":true}}";
static const KqJsonLimits limits = { 4096, 8, 100, 1024, NULL, 0 };

/* Whatever is accepted must survive writing and reading, and whatever is
 * refused must say so. The bytes are copied to a block of their exact size, for
 * a sanitizer to notice a step beyond. */
static gboolean
read_hostile (const char *text,
              gsize       length)
{
  g_autofree char *copy = g_memdup2 (text, length);
  g_autofree char *written = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = kq_json_read (copy, length, &limits, &error);
  g_autoptr(JsonNode) again = NULL;
  gsize size;

  if (node == NULL)
    {
      g_assert_error (error, KQ_JSON_ERROR, error->code);
      g_assert_true (g_str_has_prefix (error->message, "line "));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }

  g_assert_no_error (error);
  written = kq_json_write (node, &size);
  again = kq_json_read (written, size, &limits, &error);
  g_assert_no_error (error);
  g_assert_true (kq_json_equal (node, again));
  return TRUE;
}

static void
test_cut_off (void)
{
  for (gsize length = 0; length < strlen (document); length++)
    g_assert_false (read_hostile (document, length));
  g_assert_true (read_hostile (document, strlen (document)));
}

static void
test_bytes (void)
{
  char text[sizeof document];
  guint accepted = 0;

  for (gsize i = 0; i < strlen (document); i++)
    for (guint byte = 0; byte < 256; byte++)
      {
        memcpy (text, document, sizeof document);
        text[i] = (char) byte;
        accepted += read_hostile (text, strlen (document));
      }

  /* Each byte is once itself. */
  g_assert_cmpuint (accepted, >=, strlen (document));
}

static void
test_random (void)
{
  static const char alphabet[] = "{}[]\":,0123456789.eE+-\\unltrfas \n\xe6\xbb\xa1\xff";

  for (guint i = 0; i < 50000; i++)
    {
      char text[24];
      gsize length = g_test_rand_int_range (0, sizeof text);

      for (gsize j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet)];
      read_hostile (text, length);
    }
}

/* Many members of one object: the time must not grow with their square. Here
 * only the result is asserted; a quadratic search would run into the test's
 * time limit. */
static void
test_many_members (void)
{
  static const KqJsonLimits wide = { 64 * 1024 * 1024, 8, 1000000, 1024, NULL, 0 };
  g_autoptr(GString) text = g_string_new ("{");
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append_printf (text, "\"%u\":0,", i);
  g_string_append (text, "\"x\":0}");

  node = kq_json_read (text->str, text->len, &wide, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, 500001);
}

/* Names that all have one hash in json-glib: “Ab” and “BA” have. */
static void
test_same_hash (void)
{
  static const KqJsonLimits wide = { 64 * 1024 * 1024, 8, 1000000, 1024, NULL, 0 };
  g_autoptr(GString) text = g_string_new ("{");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 4096; i++)
    {
      g_string_append_c (text, '"');
      for (guint bit = 0; bit < 12; bit++)
        g_string_append (text, i >> bit & 1 ? "Ab" : "BA");
      g_string_append (text, i < 4095 ? "\":0," : "\":0}");
    }

  g_assert_null (kq_json_read (text->str, text->len, &wide, &error));
  g_assert_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT);
}

/* Lists of lists can hold millions of values without one that is long. */
static void
test_many_values (void)
{
  static const KqJsonLimits few = { 1024, 8, 4, 16, NULL, 0, 7 };
  static const char fits[] = "[[1,2],{\"a\":3},[]]";
  static const char beyond[] = "[[1,2],{\"a\":3},[],4]";
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GError) error = NULL;

  node = kq_json_read (fits, strlen (fits), &few, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);

  g_assert_null (kq_json_read (beyond, strlen (beyond), &few, &error));
  g_assert_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==,
                   "line 1, column 19: there are more than 7 values in the file");
}

static void
test_deep (void)
{
  static const KqJsonLimits deep = { 64 * 1024 * 1024, 64, 100, 1024, NULL, 0 };
  const gsize size = 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autoptr(GError) error = NULL;

  memset (text, '[', size);
  g_assert_null (kq_json_read (text, size, &deep, &error));
  g_assert_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "line 1, column 65: nested deeper than 64 levels");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/hostile/cut-off", test_cut_off);
  g_test_add_func ("/json/hostile/bytes", test_bytes);
  g_test_add_func ("/json/hostile/random", test_random);
  g_test_add_func ("/json/hostile/many-members", test_many_members);
  g_test_add_func ("/json/hostile/same-hash", test_same_hash);
  g_test_add_func ("/json/hostile/many-values", test_many_values);
  g_test_add_func ("/json/hostile/deep", test_deep);
  return g_test_run ();
}
