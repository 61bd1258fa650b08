/* test-dates.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-benefit-need.h"
#include "kq-dates.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-series.h"
#include "rules-util.h"

/* What comes next: dates to remember, the next coupon of a series, and what a
 * benefit still needs. */

static KqCampaign *
make_campaign (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", %s}",
                                           members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return campaign;
}

static char *
dump_dates (const char *members,
            const char *moment)
{
  g_autoptr (KqCampaign) campaign = make_campaign (members);
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (campaign);
  g_autoptr (KqProfiles) profiles = kq_profiles_new (NULL);
  g_autoptr (GArray) dates = kq_dates_compute (campaign, profiles, time_of (moment), zone);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      const KqDate *date = &g_array_index (dates, KqDate, i);
      g_autofree char *time = kq_time_to_string (date->time);

      g_string_append_printf (text, "%d %s %s\n", date->kind, kq_object_get_id (date->object), time);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define APPLICATION(at, state) \
  "\"memberCenters\": [{\"id\": \"m\", \"tabApplications\": [{\"id\": \"a\", \"at\": \"" at \
  "\", \"state\": \"" state "\"}]}]"
#define COUPON(more) \
  "\"coupons\": [{\"id\": \"k\", \"claimEnd\": \"2026-11-10T23:59:59+08:00\"" more "}]"
#define MESSAGE(more) "\"messages\": [{\"id\": \"s\", \"coupon\": \"k\"" more "}]"

static void
test_dates (void)
{
  static const struct { const char *members, *moment, *dates; } cases[] = {
    { "\"name\": \"\"", MOMENT, "" },
    /* 2026-11-05 is a Thursday: its week is reviewed on Monday the 9th. */
    { APPLICATION ("2026-11-05T10:00:00+08:00", "applied"), MOMENT, "0 m 2026-11-09T18:00:00+08:00\n" },
    { APPLICATION ("2026-11-09T10:00:00+08:00", "applied"), "2026-11-09T11:00:00+08:00",
      "0 m 2026-11-16T18:00:00+08:00\n" },
    /* Long overdue, it is in the next review. */
    { APPLICATION ("2026-10-01T10:00:00+08:00", "applied"), "2026-11-09T11:00:00+08:00",
      "0 m 2026-11-09T18:00:00+08:00\n" },
    { APPLICATION ("2026-10-01T10:00:00+08:00", "applied"), "2026-11-09T19:00:00+08:00",
      "0 m 2026-11-16T18:00:00+08:00\n" },
    { APPLICATION ("2026-11-05T10:00:00+08:00", "approved"), MOMENT, "" },
    { "\"memberCenters\": [{\"id\": \"m\", \"draftSavedAt\": \"2026-11-01T08:00:00+08:00\"}]", MOMENT,
      "1 m 2026-12-01T08:00:00+08:00\n" },
    { "\"memberCenters\": [{\"id\": \"m\", \"draftSavedAt\": \"2026-11-01T08:00:00+08:00\","
      " \"publishedAt\": \"2026-11-02T08:00:00+08:00\"}]", MOMENT, "" },
    { COUPON ("") ", " MESSAGE (""), MOMENT, "2 k 2026-11-10T23:59:59+08:00\n" },
    { COUPON ("") ", " MESSAGE (", \"until\": \"2026-11-04T23:59:59+08:00\""), MOMENT, "" },
    { COUPON (", \"state\": \"voided\"") ", " MESSAGE (""), MOMENT, "" },
    { COUPON (", \"useEnd\": \"2026-11-08T23:59:59+08:00\"") ", " MESSAGE (""), MOMENT,
      "2 k 2026-11-08T23:59:59+08:00\n" },
    { COUPON (""), MOMENT, "" },
    { COUPON ("") ", \"products\": [{\"id\": \"p\", \"coupon\": \"k\"}], \"landingPages\":"
      " [{\"id\": \"l\", \"blocks\": [{\"id\": \"b\", \"kind\": \"products\", \"products\": [\"p\"]}]}]",
      MOMENT, "2 k 2026-11-10T23:59:59+08:00\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dates = dump_dates (cases[i].members, cases[i].moment);

      g_test_message ("%s", cases[i].members);
      g_assert_cmpstr (dates, ==, cases[i].dates);
    }
}

static char *
dump_next (const char *coupons)
{
  g_autofree char *members = g_strdup_printf ("\"coupons\": [%s]", coupons);
  g_autoptr (KqCampaign) campaign = make_campaign (members);
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (campaign);
  KqObject *first = kq_list_get (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS), 0);
  g_autoptr (KqObject) next = kq_series_make_next (campaign, first, "new", zone);
  g_autoptr (JsonNode) node = json_node_copy (kq_object_snapshot (next));

  return json_to_string (node, FALSE);
}

#define WINDOW(start, end) \
  "\"claimStart\": \"" start "+08:00\", \"claimEnd\": \"" end "+08:00\""

static void
test_series (void)
{
  static const struct { const char *coupons, *next; } cases[] = {
    /* A week */
    { "{\"id\": \"a\", \"name\": \"A\", " WINDOW ("2026-11-01T00:00:00", "2026-11-07T23:59:59") "}",
      "{\"id\":\"new\",\"name\":\"A 2\",\"claimStart\":\"2026-11-08T00:00:00+08:00\","
      "\"claimEnd\":\"2026-11-14T23:59:59+08:00\"}" },
    /* A month, whatever its length, and the use time with it */
    { "{\"id\": \"a\", " WINDOW ("2026-11-01T00:00:00", "2026-11-30T23:59:59") ","
      "\"useStart\": \"2026-11-01T00:00:00+08:00\", \"useEnd\": \"2026-12-07T23:59:59+08:00\"}",
      "{\"id\":\"new\",\"claimStart\":\"2026-12-01T00:00:00+08:00\","
      "\"claimEnd\":\"2026-12-31T23:59:59+08:00\",\"useStart\":\"2026-12-01T00:00:00+08:00\","
      "\"useEnd\":\"2027-01-07T23:59:59+08:00\"}" },
    /* It joins the last one, and forgets what the platform said of that */
    { "{\"id\": \"a\", \"name\": \"A\", " WINDOW ("2026-11-01T00:00:00", "2026-11-07T23:59:59") "},"
      "{\"id\": \"b\", \"name\": \"A 2\", \"externalId\": \"9\", \"link\": \"x\", \"shortLink\": \"y\","
      " \"linkVerified\": true, \"state\": \"live\", "
      WINDOW ("2026-11-08T00:00:00", "2026-11-14T23:59:59") "},"
      "{\"id\": \"c\", \"name\": \"B\", \"amount\": 500, "
      WINDOW ("2026-11-15T00:00:00", "2026-11-21T23:59:59") "},"
      "{\"id\": \"d\", \"name\": \"A 4\", \"state\": \"voided\", "
      WINDOW ("2026-11-15T00:00:00", "2026-11-21T23:59:59") "}",
      "{\"id\":\"new\",\"name\":\"A 3\",\"claimStart\":\"2026-11-15T00:00:00+08:00\","
      "\"claimEnd\":\"2026-11-21T23:59:59+08:00\"}" },
    /* Hours */
    { "{\"id\": \"a\", " WINDOW ("2026-11-01T20:00:00", "2026-11-01T21:59:59") "}",
      "{\"id\":\"new\",\"claimStart\":\"2026-11-01T22:00:00+08:00\","
      "\"claimEnd\":\"2026-11-01T23:59:59+08:00\"}" },
    /* No window is no window */
    { "{\"id\": \"a\", \"name\": \"减100\"}", "{\"id\":\"new\",\"name\":\"减100 2\"}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = dump_next (cases[i].coupons);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
test_needs (void)
{
  static const struct { const char *kind, *more, *rule; } cases[] = {
    { "join-gift", "\"notes\": \"\"", "TB-17" },
    { "join-gift", "\"giftPacks\": [{\"id\": \"p\", \"platform\": \"taobao\"}]", NULL },
    { "join-gift", "\"giftPacks\": [{\"id\": \"p\", \"state\": \"voided\"}]", "TB-17" },
    { "exclusive-gift", "\"activities\": [{\"id\": \"a\", \"coupon\": \"k\"}]", "TB-20" },
    { "exclusive-coupon", "\"activities\": [{\"id\": \"a\", \"coupon\": \"k\"}]", NULL },
    { "shopping-points", "\"shops\": [{\"id\": \"s\", \"platform\": \"tmall\"}]", "TB-24" },
    { "shopping-points", "\"shops\": [{\"id\": \"s\", \"platform\": \"tmall\", \"pointsRule\": true}]", NULL },
    { "shopping-points", "\"notes\": \"\"", NULL },
    { "priority-refund", "\"shops\": [{\"id\": \"s\", \"platform\": \"tmall\"}]", "TB-28" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("\"memberCenters\": [{\"id\": \"m\", \"benefits\":"
                                                  " [{\"id\": \"b\", \"kind\": \"%s\"}]}], %s",
                                                  cases[i].kind, cases[i].more);
      g_autoptr (KqCampaign) campaign = make_campaign (members);
      KqObject *benefit = kq_object_resolve (KQ_OBJECT (campaign), "/memberCenters/0/benefits/0", NULL);

      g_test_message ("%s, %s", cases[i].kind, cases[i].more);
      g_assert_cmpstr (kq_benefit_get_need (campaign, benefit).rule, ==, cases[i].rule);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dates/next", test_dates);
  g_test_add_func ("/dates/series", test_series);
  g_test_add_func ("/dates/needs", test_needs);

  return g_test_run ();
}
