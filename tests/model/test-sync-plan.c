/* test-sync-plan.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kq-format.h"
#include "kq-json.h"
#include "kq-merge.h"
#include "kq-sync-plan.h"
#include "merge-random.h"

#define CASES 10000
#define LONG_CASES 100000
#define SEED 20261118

typedef struct {
  JsonNode *base;
  JsonNode *mine;
  JsonNode *theirs;
} Case;

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->mine, json_node_unref);
  g_clear_pointer (&self->theirs, json_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

/* What @from became on a desktop: mostly edited, at times left alone or deleted */
static JsonNode *
one_side (JsonNode *from,
          GRand    *rand,
          guint32   seed)
{
  g_autoptr (JsonNode) edited = merge_random_campaign (from, rand, seed);
  int dice = g_rand_int_range (rand, 0, 10);

  if (dice == 0)
    return NULL;

  return dice <= 2 ? json_node_ref (from) : kq_format_canonical (edited);
}

static void
generate (Case    *self,
          guint32  seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (JsonNode) first = merge_random_campaign (NULL, rand, seed);

  self->base = kq_format_canonical (first);
  self->mine = one_side (self->base, rand, seed);
  self->theirs = one_side (self->base, rand, seed);
  if (g_rand_int_range (rand, 0, 10) == 0)
    g_clear_pointer (&self->base, json_node_unref);
  if (g_rand_int_range (rand, 0, 20) == 0 && self->mine != NULL)
    {
      g_clear_pointer (&self->theirs, json_node_unref);
      self->theirs = json_node_ref (self->mine);
    }
}

static gboolean
is_one_of (JsonNode *node,
           JsonNode *a,
           JsonNode *b,
           JsonNode *c)
{
  return node == NULL || (a != NULL && kq_json_identical (node, a)) ||
         (b != NULL && kq_json_identical (node, b)) || (c != NULL && kq_json_identical (node, c));
}

static gboolean
is_copy (JsonNode *copy,
         JsonNode *of)
{
  g_autoptr (JsonNode) renamed = NULL;

  if (copy == NULL)
    return FALSE;
  renamed = kq_json_pointer_with (copy, "/id", json_object_get_member (json_node_get_object (of), "id"),
                                  NULL);

  return kq_json_identical (renamed, of);
}

/* What the desktop had is in its history. What a merge makes of the values is
 * asked of kq_merge(), and that what it says is not dropped. */
static const char *
complain_of_loss (const Case       *versions,
                  const KqSyncPlan *plan)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (JsonNode) merged = NULL;

  if (!is_one_of (versions->theirs, plan->current, plan->keep, versions->base))
    return "theirs is lost";
  if (plan->copy != NULL && !is_copy (plan->copy, versions->mine))
    return "the copy isn't mine";
  if (plan->copy != NULL && !kq_format_check (plan->copy, NULL))
    return "the copy is no campaign";
  if (plan->copy != NULL || is_one_of (versions->mine, plan->current, versions->base, NULL))
    return NULL;
  if (versions->base == NULL || versions->theirs == NULL)
    return "mine is lost";

  merged = kq_merge (versions->base, versions->mine, versions->theirs, &conflicts, NULL);
  if (!kq_json_identical (merged, plan->current) || conflicts->len != plan->conflicts->len)
    return "the merge isn't the merge";

  return NULL;
}

static const char *
complain_of_deletion (const Case       *versions,
                      const KqSyncPlan *plan)
{
  gboolean mine = versions->mine != NULL && !is_one_of (versions->mine, versions->base, NULL, NULL);
  gboolean theirs = versions->theirs != NULL &&
                    !is_one_of (versions->theirs, versions->base, NULL, NULL);

  if ((mine || theirs) && plan->current == NULL)
    return "what was edited is deleted";
  if (!mine && !theirs && (versions->mine == NULL || versions->theirs == NULL) &&
      plan->current != NULL)
    return "what nobody edited wasn't deleted";
  if (versions->theirs != NULL && plan->current == NULL && !plan->send)
    return "the deletion isn't told";

  return NULL;
}

/* Once more, and after the others have it too, there is nothing left to do. */
static const char *
complain_of_repetition (const Case       *versions,
                        const KqSyncPlan *plan)
{
  g_autoptr (KqSyncPlan) same = kq_sync_plan_new (versions->base, versions->mine, versions->theirs);
  g_autoptr (KqSyncPlan) again = kq_sync_plan_new (versions->theirs, plan->current, versions->theirs);
  g_autoptr (KqSyncPlan) after = kq_sync_plan_new (plan->current, plan->current, plan->current);

  if (!is_one_of (same->current, plan->current, NULL, NULL) ||
      !is_one_of (same->copy, plan->copy, NULL, NULL) || same->send != plan->send)
    return "it isn't the same twice";
  if (versions->theirs != NULL && plan->current != NULL &&
      (!kq_json_identical (again->current, plan->current) || again->send != plan->send ||
       again->conflicts->len > 0 || again->copy != NULL))
    return "planned again, it is another plan";
  if (after->send || after->keep != NULL || after->conflicts->len > 0 || after->copy != NULL)
    return "it never ends";

  return NULL;
}

/* Whichever desktop decides, but for two campaigns that are no relations. */
static const char *
complain_of_sides (const Case       *versions,
                   const KqSyncPlan *plan)
{
  g_autoptr (KqSyncPlan) other = kq_sync_plan_new (versions->base, versions->theirs, versions->mine);

  if (plan->copy != NULL || versions->base == NULL)
    return NULL;
  if ((other->current == NULL) != (plan->current == NULL) ||
      !is_one_of (other->current, plan->current, NULL, NULL))
    return "the other desktop comes to something else";

  return NULL;
}

static const char *
complain (const Case *versions)
{
  g_autoptr (KqSyncPlan) plan = kq_sync_plan_new (versions->base, versions->mine, versions->theirs);
  const char *complaint = complain_of_loss (versions, plan);

  if (complaint == NULL)
    complaint = complain_of_deletion (versions, plan);
  if (complaint == NULL)
    complaint = complain_of_repetition (versions, plan);
  if (complaint == NULL)
    complaint = complain_of_sides (versions, plan);

  return complaint;
}

static void
report (const Case *versions,
        guint32     seed,
        const char *complaint)
{
  JsonNode *nodes[] = { versions->base, versions->mine, versions->theirs };
  static const char * const names[] = { "base", "mine", "theirs" };

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autofree char *text = nodes[i] != NULL ? json_to_string (nodes[i], FALSE) : g_strdup ("none");

      g_test_message ("%s: %s", names[i], text);
    }
  g_test_message ("seed %u: %s", seed, complaint);
  g_test_fail ();
}

static void
test_cases (void)
{
  guint n = g_getenv ("KQ_TEST_LONG") != NULL ? LONG_CASES : CASES;

  for (guint i = 0; i < n && !g_test_failed (); i++)
    {
      g_auto (Case) versions = { 0 };
      const char *complaint;

      generate (&versions, SEED + i);
      complaint = complain (&versions);
      if (complaint != NULL)
        report (&versions, SEED + i, complaint);
    }
}

/* Two that are no relations: each keeps all of its own, under ids that are sound
 * however long the id is. */
static void
test_split (void)
{
  g_autoptr (JsonNode) mine = fixture_parse (
    "{\"format\":\"kaquan-campaign\",\"version\":1,"
    "\"id\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"name\":\"a\"}");
  g_autoptr (JsonNode) theirs = fixture_parse (
    "{\"format\":\"kaquan-campaign\",\"version\":1,"
    "\"id\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"name\":\"b\"}");
  g_autoptr (KqSyncPlan) plan = NULL;
  const char *id;

  json_node_seal (mine);
  json_node_seal (theirs);
  plan = kq_sync_plan_new (NULL, mine, theirs);
  g_assert_true (kq_json_identical (plan->current, theirs));
  g_assert_cmpint (plan->note, ==, KQ_SYNC_NOTE_SPLIT);
  g_assert_false (plan->send);
  g_assert_true (kq_format_check (plan->copy, NULL));
  id = json_object_get_string_member (json_node_get_object (plan->copy), "id");
  g_assert_cmpuint (strlen (id), <=, 64);
  g_assert_true (is_copy (plan->copy, mine));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync-plan/cases", test_cases);
  g_test_add_func ("/sync-plan/split", test_split);

  return g_test_run ();
}
