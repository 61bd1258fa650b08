/* test-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts.h"

#define DAY KQ_FACTS_FIRST_DAY

static void
add (KqFacts    *facts,
     gint32      day,
     const char *id,
     int         hour,
     gint64      claims)
{
  g_autoptr (GError) error = NULL;
  KqFact row = { .day = day, .hour = hour, .known = 1 };

  row.object = kq_facts_add_object (facts, id);
  row.values[0] = claims;
  g_assert_true (kq_facts_add (facts, &row, &error));
  g_assert_no_error (error);
}

/* Every row as "day id hour claims known", one a line */
static char *
describe (KqFacts *facts)
{
  GString *text = g_string_new (NULL);
  guint n;
  const KqFact *rows = kq_facts_get_rows (facts, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%d %s %d %" G_GINT64_FORMAT " %x\n", rows[i].day - DAY,
                            kq_facts_get_object (facts, rows[i].object), rows[i].hour,
                            rows[i].values[0], rows[i].known);

  return g_string_free (text, FALSE);
}

static void
assert_is (KqFacts    *facts,
           const char *expected)
{
  g_autofree char *said = describe (facts);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_last_counts (void)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();

  add (facts, DAY + 1, "a", -1, 1);
  add (facts, DAY, "b", -1, 2);
  add (facts, DAY, "a", -1, 3);
  add (facts, DAY, "b", -1, 4);
  g_assert_cmpuint (kq_facts_settle (facts), ==, 1);
  assert_is (facts, "0 a -1 3 1\n0 b -1 4 1\n1 a -1 1 1\n");
  g_assert_cmpuint (kq_facts_settle (facts), ==, 0);
}

/* The hours of a day and the whole day are never both counted. */
static void
test_hours_or_day (void)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();

  add (facts, DAY, "a", 7, 50);
  add (facts, DAY, "a", -1, 100);
  add (facts, DAY, "a", 9, 1);
  add (facts, DAY, "a", 8, 2);
  add (facts, DAY, "a", 9, 3);
  add (facts, DAY, "b", 1, 4);
  add (facts, DAY, "b", -1, 5);
  g_assert_cmpuint (kq_facts_settle (facts), ==, 4);
  assert_is (facts, "0 a 8 2 1\n0 a 9 3 1\n0 b -1 5 1\n");
}

static void
test_bounds (void)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();
  guint object = kq_facts_add_object (facts, "a");
  const KqFact bad[] = {
    { .day = DAY - 1, .object = object },
    { .day = KQ_FACTS_LAST_DAY + 1, .object = object },
    { .day = DAY, .object = object + 1 },
    { .day = DAY, .object = object, .hour = 24 },
    { .day = DAY, .object = object, .hour = -2 },
    { .day = DAY, .object = object, .known = 1 << KQ_N_MEASURES },
    { .day = DAY, .object = object, .values = { KQ_FACT_MAX + 1 } },
    { .day = DAY, .object = object, .values = { -KQ_FACT_MAX - 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kq_facts_add (facts, &bad[i], &error));
      g_assert_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID);
    }
}

static KqFacts *
make_random (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  KqFacts *facts = kq_facts_new ();

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%d", g_rand_int_range (random, 0, 20));
      KqFact row = { .day = DAY + 5, .source = g_rand_int (random) % 3 };

      row.object = kq_facts_add_object (facts, id);
      row.hour = g_rand_int_range (random, -1, 24);
      row.known = g_rand_int (random) % (1 << KQ_N_MEASURES);
      for (guint j = 0; j < KQ_N_MEASURES; j++)
        if (row.known & 1 << j)
          row.values[j] = ((gint64) g_rand_int (random) << 20) % KQ_FACT_MAX - KQ_FACT_MAX / 2;
      g_assert_true (kq_facts_add (facts, &row, NULL));
    }
  kq_facts_settle (facts);

  return facts;
}

static void
test_content (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (KqFacts) facts = make_random (seed), again = kq_facts_new ();
      g_autoptr (GBytes) content = kq_facts_encode_day (facts, DAY + 5), twice = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (kq_facts_decode_day (again, DAY + 5, content, &error));
      g_assert_no_error (error);
      kq_facts_settle (again);
      twice = kq_facts_encode_day (again, DAY + 5);
      g_assert_true (g_bytes_equal (content, twice));
    }
}

static void
test_json (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (KqFacts) facts = make_random (seed), again = kq_facts_new ();
      g_autoptr (JsonNode) node = NULL, twice = NULL;
      g_autoptr (GError) error = NULL;
      guint n;
      KqFact *rows = kq_facts_edit_rows (facts, &n);

      /* Where they came from isn't shared. */
      for (guint i = 0; i < n; i++)
        rows[i].source = 0;
      node = kq_facts_day_to_node (facts, DAY + 5);
      g_assert_true (kq_facts_day_from_node (again, DAY + 5, node, &error));
      g_assert_no_error (error);
      kq_facts_settle (again);
      twice = kq_facts_day_to_node (again, DAY + 5);
      g_assert_true (json_node_equal (node, twice));
    }
}

static void
test_json_refused (void)
{
  static const char * const bad[] = {
    "[]", "{}", "{\"rows\": 1}", "{\"rows\": [1]}", "{\"rows\": [{}]}",
    "{\"rows\": [{\"object\": 1}]}", "{\"rows\": [{\"object\": \"\"}]}",
    "{\"rows\": [{\"object\": \"a\", \"hour\": 24}]}",
    "{\"rows\": [{\"object\": \"a\", \"hour\": \"1\"}]}",
    "{\"rows\": [{\"object\": \"a\", \"claims\": 1.5}]}",
    "{\"rows\": [{\"object\": \"a\", \"claims\": 1000000000001}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (KqFacts) facts = kq_facts_new ();
      g_autoptr (JsonNode) node = json_from_string (bad[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (kq_facts_day_from_node (facts, DAY, node, &error));
      g_assert_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID);
    }
}

/* Whatever a damaged file holds, it is refused or read, and no more. */
static void
test_damaged (void)
{
  g_autoptr (KqFacts) facts = make_random (7);
  g_autoptr (GBytes) content = kq_facts_encode_day (facts, DAY + 5);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize length;
  const guint8 *data = g_bytes_get_data (content, &length);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (KqFacts) into = kq_facts_new ();
      g_autoptr (GBytes) part = g_bytes_new (data, cut);

      g_assert_false (kq_facts_decode_day (into, DAY, part, NULL));
    }
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (KqFacts) into = kq_facts_new ();
      guint8 *changed = g_memdup2 (data, length);
      g_autoptr (GBytes) whole = g_bytes_new_take (changed, length);

      for (guint j = 0; j < 3; j++)
        changed[g_rand_int_range (random, 0, length)] = g_rand_int (random);
      kq_facts_decode_day (into, DAY, whole, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/facts/last-counts", test_last_counts);
  g_test_add_func ("/model/facts/hours-or-day", test_hours_or_day);
  g_test_add_func ("/model/facts/bounds", test_bounds);
  g_test_add_func ("/model/facts/content", test_content);
  g_test_add_func ("/model/facts/json", test_json);
  g_test_add_func ("/model/facts/json-refused", test_json_refused);
  g_test_add_func ("/model/facts/damaged", test_damaged);

  return g_test_run ();
}
