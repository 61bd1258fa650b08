/* test-merge-random.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kq-diff.h"
#include "kq-format.h"
#include "kq-id-pointer.h"
#include "kq-json.h"
#include "merge-checks.h"
#include "merge-random.h"

#define CASES 10000
#define LONG_CASES 100000
#define SEED 20261111

/* base, which may be NULL, mine, theirs */
typedef JsonNode *Versions[3];

static void
clear (Versions versions)
{
  for (guint i = 0; i < 3; i++)
    g_clear_pointer (&versions[i], json_node_unref);
}

static void
generate (Versions versions,
          guint32  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JsonNode) base = merge_random_campaign (NULL, rand, seed);

  /* Twice, so that some lists are full */
  versions[0] = merge_random_campaign (base, rand, seed);
  versions[1] = merge_random_campaign (versions[0], rand, seed);
  versions[2] = merge_random_campaign (versions[0], rand, seed);
  if (g_rand_int_range (rand, 0, 20) == 0)
    g_clear_pointer (&versions[0], json_node_unref);
}

static gboolean
take_out (JsonNode   *from,
          const char *pointer,
          JsonNode  **without)
{
  g_autofree char *plain = from != NULL ? kq_id_pointer_to_plain (pointer, from) : NULL;
  gboolean there = plain != NULL && kq_json_pointer_get (from, plain) != NULL;

  *without = from != NULL ? json_node_ref (from) : NULL;
  if (!there)
    return FALSE;

  g_clear_pointer (without, json_node_unref);
  *without = kq_json_pointer_with (from, plain, NULL, NULL);
  json_node_seal (*without);

  return TRUE;
}

/* Whether the case is still one without what @pointer leads to */
static gboolean
shrink_by (Versions    versions,
           guint       turn,
           const char *pointer)
{
  Versions without;
  g_autofree char *complaint = NULL;
  gboolean less = FALSE, sound = TRUE;

  for (guint i = 0; i < 3; i++)
    less |= take_out (versions[i], pointer, &without[i]);
  for (guint i = 0; i < 3; i++)
    sound &= without[i] == NULL || kq_format_check (without[i], NULL);
  if (less && sound)
    complaint = merge_complaint (without[0], without[1], without[2], turn);
  if (complaint == NULL)
    {
      clear (without);
      return FALSE;
    }

  clear (versions);
  memcpy (versions, without, sizeof without);

  return TRUE;
}

static gboolean
shrink_to (Versions  versions,
           guint     turn,
           guint     side,
           JsonNode *before)
{
  g_autoptr (GPtrArray) parts = NULL;
  gboolean shrunk = FALSE;

  if (versions[side] == NULL || before == NULL)
    return FALSE;

  parts = kq_diff (before, versions[side], NULL);
  for (guint i = 0; i < parts->len; i++)
    shrunk |= shrink_by (versions, turn, kq_difference_get_pointer (parts->pdata[i]));

  return shrunk;
}

/* Takes out what the case doesn't need: what there is at all, and then what
 * the sides did. */
static void
shrink (Versions versions,
        guint    turn)
{
  g_autoptr (JsonNode) empty = NULL;
  gboolean shrunk = TRUE;

  empty = fixture_parse ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\"}");
  json_node_seal (empty);
  while (shrunk)
    {
      shrunk = FALSE;
      for (guint side = 0; side < 3; side++)
        {
          shrunk |= shrink_to (versions, turn, side, empty);
          shrunk |= shrink_to (versions, turn, side, versions[0]);
        }
    }
}

static void
report (Versions versions,
        guint32  seed)
{
  static const char * const names[] = { "base", "mine", "theirs" };
  g_autofree char *complaint = NULL;

  shrink (versions, seed % 2);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = versions[i] != NULL ? json_to_string (versions[i], FALSE) : g_strdup ("none");

      g_test_message ("%s: %s", names[i], text);
    }
  complaint = merge_complaint (versions[0], versions[1], versions[2], seed % 2);
  g_test_message ("seed %u: %s", seed, complaint);
  g_test_fail ();
}

static void
test_cases (void)
{
  guint n = g_getenv ("KQ_TEST_LONG") != NULL ? LONG_CASES : CASES;

  for (guint i = 0; i < n && !g_test_failed (); i++)
    {
      Versions versions;
      g_autofree char *complaint = NULL;

      generate (versions, SEED + i);
      complaint = merge_complaint (versions[0], versions[1], versions[2], (SEED + i) % 2);
      if (complaint != NULL)
        report (versions, SEED + i);
      clear (versions);
    }
}

/* What is taken for canonical as it is, is what objects make of it. */
static void
test_canonical (void)
{
  guint n_as_they_are = 0;

  for (guint32 seed = 1; seed <= 2000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (JsonNode) node = merge_random_campaign (NULL, rand, seed);
      g_autoptr (JsonNode) canonical = kq_format_canonical (node);
      g_autoptr (KqObject) campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
      JsonNode *snapshot = kq_object_snapshot (campaign);
      g_autoptr (JsonNode) again = kq_format_canonical (snapshot);

      g_assert_true (kq_json_identical (canonical, snapshot));
      g_assert_true (again == snapshot);
      n_as_they_are += canonical == node;
    }
  g_assert_cmpuint (n_as_they_are, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/random/cases", test_cases);
  g_test_add_func ("/merge/random/canonical", test_canonical);

  return g_test_run ();
}
