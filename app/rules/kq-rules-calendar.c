/* kq-rules-calendar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-calendar-private.h"
#include "kq-coupon.h"
#include "kq-rules-private.h"

/* What the claim calendar must not have: gaps (DY-13: document 000). */

static char *
format_moment (KqCheck *check,
               KqTime   time)
{
  g_autoptr (GDateTime) date = kq_time_to_date_time (time, kq_check_get_zone (check));

  /* Translators: a moment in a sentence, to the second, for g_date_time_format() */
  return g_date_time_format (date, _("%-d %b %H:%M:%S"));
}

/* A gap of several levels between the same coupons is one thing to mend; that
 * a level has no coupon at all is one for each. */
static guint
hash_gap (gconstpointer pointer)
{
  const KqGap *gap = pointer;

  return g_direct_hash (gap->before) * 31 + g_direct_hash (gap->after) +
         g_int64_hash (&gap->start.seconds);
}

static gboolean
is_same_gap (gconstpointer a,
             gconstpointer b)
{
  const KqGap *left = a;
  const KqGap *right = b;

  if (left->before == NULL && left->after == NULL)
    return left == right;

  return left->before == right->before && left->after == right->after &&
         left->start.seconds == right->start.seconds;
}

static void
report_gap (KqCheck     *check,
            const KqGap *gap)
{
  g_autofree char *start = format_moment (check, gap->start);
  g_autofree char *end = format_moment (check, gap->end);
  KqObject *neighbour = gap->before != NULL ? gap->before : gap->after;
  guint field = gap->before != NULL ? KQ_COUPON_CLAIM_END : KQ_COUPON_CLAIM_START;
  KqFinding *finding;
  char *message;

  if (gap->level != NULL)
    {
      g_autofree char *level = kq_check_name_of (gap->level);

      message = g_strdup_printf (_("Members of level %s have no member-exclusive coupon to claim "
                                   "from %s to %s: claim windows must follow each other"),
                                 level, start, end);
    }
  else
    message = g_strdup_printf (_("There is no member-exclusive coupon to claim from %s to %s: "
                                 "claim windows must follow each other"), start, end);

  /* For a level that has no coupon at all there is none to extend. */
  if (neighbour == NULL)
    {
      if (gap->level != NULL)
        kq_check_found (check, gap->level, KQ_NO_FIELD, message);
      else
        kq_check_found (check, KQ_OBJECT (kq_check_get_campaign (check)), KQ_CAMPAIGN_LEVELS,
                        message);
      return;
    }

  finding = kq_check_found (check, neighbour, field, message);
  kq_check_fix_time (finding, neighbour, field, gap->before != NULL ? gap->end : gap->start,
                     g_strdup (_("Extend to close the gap")));
}

/* What is being searched, and what was said of it. */
typedef struct {
  KqGapSearch *search;      /* (owned) */
  GHashTable  *said;        /* (owned) (element-type KqGap) */
  guint        n_reported;  /* of what was found */
} Gaps;

static gpointer
new_gaps (KqCheck *check)
{
  Gaps *gaps = g_new0 (Gaps, 1);

  gaps->search = kq_gap_search_new (kq_check_get_campaign (check));
  gaps->said = g_hash_table_new_full (hash_gap, is_same_gap, g_free, NULL);

  return gaps;
}

static void
gaps_free (gpointer data)
{
  Gaps *gaps = data;

  g_hash_table_unref (gaps->said);
  kq_gap_search_free (gaps->search);
  g_free (gaps);
}

static void
add_coupon (KqCheck  *check,
            gpointer  data,
            KqObject *coupon)
{
  if (kq_object_get_platform (coupon) == KQ_PLATFORM_DOUYIN)
    kq_gap_search_add (((Gaps *) data)->search, coupon);
}

static const KqLookup claim_gaps = {
  { KQ_CAMPAIGN_COUPONS }, new_gaps, add_coupon, NULL, gaps_free
};

static void
check_gaps (KqCheck  *check,
            KqObject *campaign)
{
  Gaps *gaps = kq_check_look_up (check, &claim_gaps);
  GArray *found = kq_gap_search_get_gaps (gaps->search);

  if (kq_gap_search_step (gaps->search))
    kq_check_call_again (check);
  for (; gaps->n_reported < found->len; gaps->n_reported++)
    {
      KqGap *gap = &g_array_index (found, KqGap, gaps->n_reported);

      if (g_hash_table_add (gaps->said, g_memdup2 (gap, sizeof *gap)))
        report_gap (check, gap);
    }
}

const KqRule *
kq_rules_for_calendar (guint *n_rules)
{
  static const KqRule rules[] = {
    { "DY-13", KQ_SEVERITY_WARNING, "000", KQ_ON_ALL, KQ_SUBJECT_CAMPAIGN, check_gaps,
      { &claim_gaps } },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
