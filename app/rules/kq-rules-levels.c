/* kq-rules-levels.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-calendar.h"
#include "kq-level.h"
#include "kq-rules-private.h"

/* Member levels: each asks more than the one below (KQ-LEVEL, with TB-02). */

typedef struct {
  KqObject *below;   /* (nullable): of the same platform, with the next lower rank */
  KqObject *beside;  /* (nullable): the first of the same platform and rank, where this isn't it */
} Neighbours;

static void
add_neighbours (KqCheck    *check,
                GHashTable *neighbours,
                KqPlatform  platform)
{
  g_autoptr (GPtrArray) levels = kq_calendar_get_levels (kq_check_get_campaign (check), platform);
  KqObject *below = NULL, *first = NULL;

  for (guint i = 0; i < levels->len; i++)
    {
      KqObject *level = g_ptr_array_index (levels, i);
      Neighbours *own = g_new0 (Neighbours, 1);

      if (first != NULL && kq_object_get_int (first, KQ_LEVEL_RANK) ==
                           kq_object_get_int (level, KQ_LEVEL_RANK))
        {
          own->beside = first;
        }
      else
        {
          below = first;
          first = level;
        }
      own->below = below;
      g_hash_table_insert (neighbours, level, own);
    }
}

/* By each level what stands below and beside it. */
static gpointer
new_neighbours (KqCheck *check)
{
  GHashTable *neighbours = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    add_neighbours (check, neighbours, i);

  return neighbours;
}

static const KqLookup level_neighbours = {
  { 0 }, new_neighbours, NULL, NULL, (GDestroyNotify) g_hash_table_unref
};

static void
check_rank (KqCheck  *check,
            KqObject *level,
            KqObject *beside)
{
  gint64 rank = kq_object_get_int (level, KQ_LEVEL_RANK);
  g_autofree char *name = kq_check_name_of (level);

  if (rank < 1)
    kq_check_found (check, level, KQ_LEVEL_RANK,
                    g_strdup_printf (_("Level %s has the rank %" PRId64
                                       "; the lowest is 1"), name, rank));
  if (beside != NULL)
    {
      g_autofree char *other = kq_check_name_of (beside);

      kq_check_found (check, level, KQ_LEVEL_RANK,
                      g_strdup_printf (_("Levels %s and %s have the same rank %" PRId64
                                         ": give each its own"), other, name, rank));
    }
}

static void
check_step (KqCheck  *check,
            KqObject *level,
            KqObject *below)
{
  g_autofree char *name = NULL;
  g_autofree char *below_name = NULL;
  gint64 spend, orders;

  spend = kq_object_get_int (level, KQ_LEVEL_MIN_SPEND) -
          kq_object_get_int (below, KQ_LEVEL_MIN_SPEND);
  orders = kq_object_get_int (level, KQ_LEVEL_MIN_ORDERS) -
           kq_object_get_int (below, KQ_LEVEL_MIN_ORDERS);
  if (spend >= 0 && orders >= 0 && (spend > 0 || orders > 0))
    return;

  name = kq_check_name_of (level);
  below_name = kq_check_name_of (below);
  kq_check_found (check, level, spend < 0 || orders >= 0 ? KQ_LEVEL_MIN_SPEND
                                                         : KQ_LEVEL_MIN_ORDERS,
                  g_strdup_printf (_("Level %s must ask more than the one below it, %s: more "
                                     "spend or more orders, and less of neither"),
                                   name, below_name));
}

static void
check_level (KqCheck  *check,
             KqObject *level)
{
  GHashTable *neighbours = kq_check_look_up (check, &level_neighbours);
  const Neighbours *own = g_hash_table_lookup (neighbours, level);

  if (own == NULL)
    return;

  check_rank (check, level, own->beside);
  if (own->below != NULL && own->beside == NULL)
    check_step (check, level, own->below);
}

const KqRule *
kq_rules_for_levels (guint *n_rules)
{
  static const KqRule rules[] = {
    { "KQ-LEVEL", KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, KQ_SUBJECT_LEVEL, check_level,
      { &level_neighbours } },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
