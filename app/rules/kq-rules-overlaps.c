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

/* The periods of one platform's packs for one audience, by their start; of one
 * start, in file order. */
static GArray *
collect_periods (KqCheck *check,
                 int      platform,
                 int      audience)
{
  KqList *packs = kq_check_get_list (check, KQ_CAMPAIGN_GIFT_PACKS);
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (Period));

  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);
      Period period = { pack, kq_object_get_time (pack, KQ_GIFT_PACK_START),
                        kq_object_get_time (pack, KQ_GIFT_PACK_END) };

      if (kq_object_get_choice (pack, KQ_GIFT_PACK_PLATFORM) == platform &&
          kq_object_get_choice (pack, KQ_GIFT_PACK_AUDIENCE) == audience &&
          !kq_object_is_voided (pack) &&
          kq_time_is_set (period.start) && kq_time_is_set (period.end) &&
          kq_time_compare (period.start, period.end) <= 0)
        g_array_append_val (periods, period);
    }
  g_array_sort (periods, compare_starts);

  return periods;
}

static void
find_meetings (KqCheck    *check,
               GHashTable *meetings,
               int         platform,
               int         audience)
{
  g_autoptr (GArray) periods = collect_periods (check, platform, audience);
  const Period *latest = NULL;

  for (guint i = 0; i < periods->len; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);

      if (latest != NULL && kq_time_compare (period->start, latest->end) <= 0)
        g_hash_table_insert (meetings, period->pack, latest->pack);
      if (latest == NULL || kq_time_compare (period->end, latest->end) > 0)
        latest = period;
    }
}

/* By each pack that starts before another has ended: that other one, of several
 * the one that ends last. */
static gpointer
make_meetings (KqCheck *check)
{
  static const int platforms[] = { KQ_PLATFORM_TMALL, KQ_PLATFORM_TAOBAO };
  GHashTable *meetings = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      find_meetings (check, meetings, platforms[i], KQ_PACK_AUDIENCE_NEW_MEMBERS);
      find_meetings (check, meetings, platforms[i], KQ_PACK_AUDIENCE_MEMBERS);
    }

  return meetings;
}

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
  GHashTable *meetings = kq_check_get_data (check, "pack-meetings", make_meetings,
                                            (GDestroyNotify) g_hash_table_unref);
  KqObject *earlier = g_hash_table_lookup (meetings, pack);
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
      check_new_member_packs },
    { "TM-20", KQ_SEVERITY_ERROR, "001", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_GIFT_PACK,
      check_member_packs },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
