/* kq-rules-levels.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-level.h"
#include "kq-rules-private.h"

/* Member levels: each asks more than the one below (KQ-LEVEL, with TB-02). */

/* The level of the same platform with the next lower rank, or NULL. */
static KqObject *
level_below (KqCheck  *check,
             KqObject *level)
{
  KqList *levels = kq_check_get_list (check, KQ_CAMPAIGN_LEVELS);
  gint64 rank = kq_object_get_int (level, KQ_LEVEL_RANK);
  KqObject *below = NULL;

  for (guint i = 0; i < kq_list_get_length (levels); i++)
    {
      KqObject *other = kq_list_get (levels, i);
      gint64 other_rank = kq_object_get_int (other, KQ_LEVEL_RANK);

      if (kq_object_get_platform (other) != kq_object_get_platform (level) || other_rank >= rank)
        continue;
      if (below == NULL || other_rank > kq_object_get_int (below, KQ_LEVEL_RANK))
        below = other;
    }

  return below;
}

/* An earlier level of the same platform and rank, or NULL. */
static KqObject *
level_beside (KqCheck  *check,
              KqObject *level)
{
  KqList *levels = kq_check_get_list (check, KQ_CAMPAIGN_LEVELS);

  for (guint i = 0; kq_list_get (levels, i) != level; i++)
    {
      KqObject *other = kq_list_get (levels, i);

      if (kq_object_get_platform (other) == kq_object_get_platform (level) &&
          kq_object_get_int (other, KQ_LEVEL_RANK) == kq_object_get_int (level, KQ_LEVEL_RANK))
        return other;
    }

  return NULL;
}

static void
check_rank (KqCheck  *check,
            KqObject *level)
{
  KqObject *beside = level_beside (check, level);
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
            KqObject *level)
{
  KqObject *below = level_below (check, level);
  g_autofree char *name = NULL;
  g_autofree char *below_name = NULL;
  gint64 spend, orders;

  if (below == NULL || level_beside (check, level) != NULL)
    return;

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
  if (kq_object_get_platform (level) < 0)
    return;

  check_rank (check, level);
  check_step (check, level);
}

const KqRule *
kq_rules_for_levels (guint *n_rules)
{
  static const KqRule rules[] = {
    { "KQ-LEVEL", KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, KQ_SUBJECT_LEVEL, check_level },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
