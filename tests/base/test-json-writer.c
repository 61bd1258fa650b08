/* test-json-writer.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"

#include <math.h>
#include <string.h>

#define DOCUMENTS 3000

/* One document a line comes in; what Python writes of it goes out, each with a
 * NUL at its end. */
static const char script[] =
  "import json, sys\n"
  "for line in sys.stdin.buffer:\n"
  "    text = json.dumps(json.loads(line), ensure_ascii=False, indent=2) + '\\n'\n"
  "    sys.stdout.buffer.write(text.encode() + b'\\0')\n";

static const KqJsonLimits limits = { 1024 * 1024, 64, 1000, 4096, NULL, 0 };

static double
random_double (void)
{
  guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
  double number;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return ldexp (1.0, g_test_rand_int_range (-1074, 1024));
    case 1:
      return g_test_rand_int_range (-100000, 100000) / 100.0;
    case 2:
      return g_test_rand_int_range (1, 1000) * pow (10, g_test_rand_int_range (-8, 20));
    default:
      memcpy (&number, &bits, sizeof number);
      return isfinite (number) ? number : 0.1;
    }
}

static void
append_text (GString *out)
{
  static const char * const pieces[] = {
    "a", "满减券", "é", "\\\"", "\\\\", "\\/", "/", "\\n", "\\r", "\\t", "\\b", "\\f", "\\u0001",
    "\\u001F", "\x7f", "\\u007f", "\\u0080", "\\u2028", "😀", "\\ud83d\\ude00", "<&'>", " ",
  };

  g_string_append_c (out, '"');
  for (int left = g_test_rand_int_range (0, 12); left > 0; left--)
    g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (out, '"');
}

static void
append_number (GString *out)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (g_test_rand_bit ())
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.17e", random_double ());
      g_string_append (out, buffer);
      return;
    }

  g_string_append_printf (out, "%d", g_test_rand_int ());
  for (int left = g_test_rand_int_range (0, 4) * 5; left > 0; left--)
    g_string_append_c (out, '0' + g_test_rand_int_range (0, 10));
}

static void
append_value (GString *out,
              int      depth)
{
  static const char * const words[] = { "null", "true", "false", "[]", "{}", "0", "-0", "-0.0" };
  int kind = g_test_rand_int_range (0, depth < 4 ? 5 : 3);
  int count = g_test_rand_int_range (0, 5);

  if (kind == 0)
    g_string_append (out, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  else if (kind == 1)
    append_number (out);
  else if (kind == 2)
    append_text (out);
  else
    {
      g_string_append_c (out, kind == 3 ? '[' : '{');
      for (int i = 0; i < count; i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          if (kind == 4)
            g_string_append_printf (out, "\"%d满\\n\":", i);
          append_value (out, depth + 1);
        }
      g_string_append_c (out, kind == 3 ? ']' : '}');
    }
}

static GString *
make_corpus (void)
{
  GString *corpus = g_string_new (NULL);

  for (int exponent = -1074; exponent < 1024; exponent++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (buffer, sizeof buffer, "%.17e", ldexp (1.0, exponent));
      g_string_append_printf (corpus, "%s\n", buffer);
    }
  for (int exponent = -8; exponent < 25; exponent++)
    g_string_append_printf (corpus, "[1e%d, 12.5e%d, 1.7976931348623157e308, 5e-324]\n",
                            exponent, exponent);
  for (int i = 0; i < DOCUMENTS; i++)
    {
      append_value (corpus, 0);
      g_string_append_c (corpus, '\n');
    }

  return corpus;
}

static void
test_python (void)
{
  const char *python = g_getenv ("PYTHON") != NULL ? g_getenv ("PYTHON") : "python3";
  g_autoptr(GString) corpus = make_corpus ();
  g_autoptr(GBytes) input = g_bytes_new (corpus->str, corpus->len);
  g_autoptr(GBytes) output = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = g_strsplit (corpus->str, "\n", -1);
  const char *expected, *end;
  gsize size;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, python, "-c", script, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  expected = g_bytes_get_data (output, &size);
  end = expected + size;
  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_autoptr(JsonNode) node = kq_json_read (lines[i], strlen (lines[i]), &limits, &error);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_no_error (error);
      g_assert_true (expected < end);
      text = kq_json_write (node, &length);
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpuint (length, ==, strlen (text));
      expected += length + 1;
    }
  g_assert_true (expected == end);
}

static void
test_layout (void)
{
  static const char text[] = "{\n  \"z\": [\n    1,\n    {}\n  ],\n  \"a\": {\n    \"b\": []\n  }\n}\n";
  g_autoptr(JsonNode) node = kq_json_read (text, strlen (text), &limits, NULL);
  g_autofree char *written = kq_json_write (node, NULL);

  g_assert_cmpstr (written, ==, text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/writer/layout", test_layout);
  g_test_add_func ("/json/writer/python", test_python);
  return g_test_run ();
}
