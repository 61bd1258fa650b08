/* kq-rules-overlaps.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-gift-pack.h"
#include "kq-rules-private.h"

/* Gift packs of one audience that are online at once (TM-04, TM-20: document
 * 001). A pack is reported once, however many others it meets; all pairs are
 * in the calendar (kq_calendar_find_overlaps()). */

typedef struct {
  KqObject *pack;
  KqTime    start;
  KqTime    end;
} Period;

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  return kq_time_compare (((const Period *) a)->start, ((const Period *) b)->start);
}

/* Each platform's packs for each audience: only those of one kind are in each
 * other's way. */
typedef struct {
  GArray     *periods[2][2];
  GHashTable *meetings;  /* by each pack that starts before another has ended, that
                          * other one; of several the one that ends last */
} Meetings;

static gpointer
new_meetings (KqCheck *check)
{
  Meetings *self = g_new0 (Meetings, 1);

  for (guint i = 0; i < 4; i++)
    self->periods[i / 2][i % 2] = g_array_new (FALSE, FALSE, sizeof (Period));
  self->meetings = g_hash_table_new (NULL, NULL);

  return self;
}

static void
meetings_free (gpointer data)
{
  Meetings *self = data;

  for (guint i = 0; i < 4; i++)
    g_array_unref (self->periods[i / 2][i % 2]);
  g_hash_table_unref (self->meetings);
  g_free (self);
}

static void
add_period (KqCheck  *check,
            gpointer  data,
            KqObject *pack)
{
  Meetings *self = data;
  Period period = { pack, kq_object_get_time (pack, KQ_GIFT_PACK_START),
                    kq_object_get_time (pack, KQ_GIFT_PACK_END) };
  int platform = kq_object_get_platform (pack);
  int audience = kq_object_get_choice (pack, KQ_GIFT_PACK_AUDIENCE);

  if (audience < 0 || kq_object_is_voided (pack) ||
      (platform != KQ_PLATFORM_TMALL && platform != KQ_PLATFORM_TAOBAO) ||
      !kq_time_is_set (period.start) || !kq_time_is_set (period.end) ||
      kq_time_compare (period.start, period.end) > 0)
    return;

  g_array_append_val (self->periods[platform == KQ_PLATFORM_TMALL]
                                   [audience == KQ_PACK_AUDIENCE_MEMBERS], period);
}

/* By their start; of one start, in file order. */
static void
find_meetings (Meetings *self,
               GArray   *periods)
{
  const Period *latest = NULL;

  g_array_sort (periods, compare_starts);
  for (guint i = 0; i < periods->len; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);

      if (latest != NULL && kq_time_compare (period->start, latest->end) <= 0)
        g_hash_table_insert (self->meetings, period->pack, latest->pack);
      if (latest == NULL || kq_time_compare (period->end, latest->end) > 0)
        latest = period;
    }
}

static void
find_all_meetings (KqCheck  *check,
                   gpointer  data)
{
  Meetings *self = data;

  for (guint i = 0; i < 4; i++)
    find_meetings (self, self->periods[i / 2][i % 2]);
}

static const KqLookup pack_meetings = {
  { KQ_CAMPAIGN_GIFT_PACKS }, new_meetings, add_period, find_all_meetings, meetings_free
};

/* Where the pack lasts longer, it can begin when the other has ended. */
static void
offer_later_start (KqFinding *finding,
                   KqObject  *pack,
                   KqObject  *earlier)
{
  KqTime free = kq_time_add (kq_object_get_time (earlier, KQ_GIFT_PACK_END), 1);

  if (kq_time_compare (free, kq_object_get_time (pack, KQ_GIFT_PACK_END)) <= 0)
    kq_check_fix_time (finding, pack, KQ_GIFT_PACK_START, free,
                       g_strdup (_("Start when the other has ended")));
}

static void
check_meeting (KqCheck        *check,
               KqObject       *pack,
               KqPackAudience  audience)
{
  const Meetings *packs = kq_check_look_up (check, &pack_meetings);
  KqObject *earlier = g_hash_table_lookup (packs->meetings, pack);
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;
  KqFinding *finding;

  if (earlier == NULL || kq_object_get_choice (pack, KQ_GIFT_PACK_AUDIENCE) != (int) audience)
    return;

  name = kq_check_name_of (pack);
  other = kq_check_name_of (earlier);
  finding = kq_check_found (check, pack, KQ_GIFT_PACK_START,
                            g_strdup_printf (audience == KQ_PACK_AUDIENCE_NEW_MEMBERS
                                             ? _("New-member packs %s and %s are online at the "
                                                 "same time: only one can be; let one start "
                                                 "after the other ends")
                                             : _("Member packs %s and %s are online at the same "
                                                 "time: only one can be; let one start after "
                                                 "the other ends"), other, name));
  offer_later_start (finding, pack, earlier);
}

static void
check_new_member_packs (KqCheck  *check,
                        KqObject *pack)
{
  check_meeting (check, pack, KQ_PACK_AUDIENCE_NEW_MEMBERS);
}

static void
check_member_packs (KqCheck  *check,
                    KqObject *pack)
{
  check_meeting (check, pack, KQ_PACK_AUDIENCE_MEMBERS);
}

const KqRule *
kq_rules_for_overlaps (guint *n_rules)
{
  static const KqRule rules[] = {
    { "TM-04", KQ_SEVERITY_ERROR, "001", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_GIFT_PACK,
      check_new_member_packs, { &pack_meetings } },
    { "TM-20", KQ_SEVERITY_ERROR, "001", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_GIFT_PACK,
      check_member_packs, { &pack_meetings } },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
