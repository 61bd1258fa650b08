/* test-lanes.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kq-bar-edit.h"
#include "kq-day.h"
#include "kq-format.h"
#include "kq-lanes.h"

#define HEAD "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", "
#define COUPON(id, start, end, more) \
  "{\"id\": \"" id "\", \"name\": \"" id "\", \"claimStart\": \"" start "\", \"claimEnd\": \"" end \
  "\"" more "}"
#define DAY 86400

static KqCampaign *
read_campaign (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return campaign;
}

static gint64
at (const char *text)
{
  KqTime time;

  g_assert_true (kq_time_parse (text, &time));

  return time.seconds;
}

/* "platform kind levels rows: bar@row …", a lane a line */
static char *
describe (KqLanes *lanes)
{
  GString *text = g_string_new (NULL);
  guint n_lanes, n_bars;
  const KqLane *all = kq_lanes_get_lanes (lanes, &n_lanes);
  const KqBar *bars = kq_lanes_get_bars (lanes, &n_bars);

  for (guint i = 0; i < n_lanes; i++)
    {
      g_autofree char *audience = kq_lane_describe (&all[i]);

      g_string_append_printf (text, "%s %s %u:", kq_platform_words[all[i].platform].word, audience,
                              all[i].n_rows);
      for (guint j = all[i].first_bar; j < all[i].first_bar + all[i].n_bars; j++)
        g_string_append_printf (text, " %s@%u%s", kq_object_get_id (bars[j].object), bars[j].row,
                                bars[j].kind == KQ_BAR_USE ? "u" :
                                bars[j].kind == KQ_BAR_POPUP ? "p" : "");
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
assert_is (KqCampaign   *campaign,
           KqLanesFlags  flags,
           const char   *expected)
{
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, flags);
  g_autofree char *said = describe (lanes);

  g_assert_cmpstr (said, ==, expected);
}

#define LEVELS \
  "\"levels\": [{\"id\": \"l1\", \"platform\": \"douyin\", \"name\": \"V1\"}," \
  "{\"id\": \"l2\", \"platform\": \"douyin\", \"name\": \"V2\", \"rank\": 2}," \
  "{\"id\": \"l3\", \"platform\": \"douyin\", \"name\": \"V3\", \"rank\": 3}], "

static const char douyin[] =
  HEAD LEVELS "\"coupons\": ["
  COUPON ("a", "2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00", "") ","
  COUPON ("b", "2026-11-05T00:00:00+08:00", "2026-11-09T23:59:59+08:00", "") ","
  COUPON ("c", "2026-11-08T00:00:00+08:00", "2026-11-14T23:59:59+08:00",
          ", \"levels\": [\"l2\", \"l3\"]") ","
  COUPON ("v", "2026-11-08T00:00:00+08:00", "2026-11-14T23:59:59+08:00", ", \"state\": \"voided\"")
  "]}";

static void
test_levels (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (douyin);

  assert_is (campaign, KQ_LANES_NO_USE, "douyin V1 2: a@0 b@1\ndouyin V2, V3 2: a@0 b@1 c@0\n");
}

static void
test_audiences (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (
    HEAD "\"coupons\": ["
    COUPON ("n", "2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00",
            ", \"platform\": \"tmall\", \"purpose\": \"join-gift\"") ","
    COUPON ("p", "2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00",
            ", \"platform\": \"taobao\", \"purpose\": \"push\", \"validity\": \"days\", "
            "\"useDelayDays\": 1, \"useDays\": 3") ","
    COUPON ("w", "2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00",
            ", \"useStart\": \"2026-11-08T00:00:00+08:00\", "
            "\"useEnd\": \"2026-11-09T23:59:59+08:00\"")
    "], \"giftPacks\": [{\"id\": \"g\", \"start\": \"2026-11-01T00:00:00+08:00\", "
    "\"end\": \"2026-11-15T23:59:59+08:00\", \"popupStart\": \"2026-11-02T00:00:00+08:00\", "
    "\"popupEnd\": \"2026-11-03T23:59:59+08:00\"}, {\"id\": \"m\", \"audience\": \"members\", "
    "\"start\": \"2026-11-01T00:00:00+08:00\", \"end\": \"2026-11-15T23:59:59+08:00\"},"
    "{\"id\": \"open\", \"start\": \"2026-11-01T00:00:00+08:00\"}], "
    "\"activities\": [{\"id\": \"x\", \"start\": \"2026-11-01T00:00:00+08:00\", "
    "\"end\": \"2026-11-15T23:59:59+08:00\"}], \"fissions\": [{\"id\": \"f\", "
    "\"start\": \"2026-11-01T00:00:00+08:00\", \"end\": \"2026-11-15T23:59:59+08:00\"}]}");

  assert_is (campaign, KQ_LANES_NO_USE,
             "douyin All levels 1: w@0\n"
             "tmall New members 1: n@0\ntmall New-member packs 2: g@0 g@1p\n"
             "tmall Member packs 1: m@0\ntmall Exclusive activities 1: x@0\n"
             "tmall Fission coupons 1: f@0\ntaobao Pushed coupons 1: p@0\n");
  assert_is (campaign, KQ_LANES_USE,
             "douyin All levels 1: w@0 w@0u\n"
             "tmall New members 1: n@0\ntmall New-member packs 2: g@0 g@1p\n"
             "tmall Member packs 1: m@0\ntmall Exclusive activities 1: x@0\n"
             "tmall Fission coupons 1: f@0\ntaobao Pushed coupons 2: p@0 p@1u\n");
}

/* Every level has its gaps where it is seen, once. */
static void
test_gaps (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (douyin);
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  const KqLaneGap *gaps;
  guint n;

  gaps = kq_lanes_get_gaps (lanes, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (gaps[0].lane, ==, 0);
  g_assert_cmpint (gaps[0].gap.start.seconds, ==, at ("2026-11-10T00:00:00+08:00"));

  edits = kq_lanes_close_gap (lanes, &gaps[0].gap);
  g_assert_cmpuint (edits->len, ==, 1);
  g_assert_cmpstr (((KqEdit *) g_ptr_array_index (edits, 0))->pointer, ==, "/coupons/1/claimEnd");
  g_assert_true (kq_campaign_edit (campaign, edits, &error));
  g_assert_no_error (error);
  g_clear_pointer (&lanes, kq_lanes_unref);
  lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  kq_lanes_get_gaps (lanes, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* A level without a coupon has a lane, which is a gap. */
static void
test_empty_level (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (
    HEAD LEVELS "\"coupons\": ["
    COUPON ("a", "2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00",
            ", \"levels\": [\"l1\"]") "]}");
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  g_autoptr (GPtrArray) edits = NULL;
  const KqLaneGap *gaps;
  guint n;

  assert_is (campaign, KQ_LANES_NO_USE, "douyin V1 1: a@0\ndouyin V2, V3 1:\n");
  gaps = kq_lanes_get_gaps (lanes, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (gaps[0].lane, ==, 1);
  edits = kq_lanes_close_gap (lanes, &gaps[0].gap);
  g_assert_cmpuint (edits->len, ==, 0);
}

static void
test_overlaps (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (
    HEAD "\"giftPacks\": [{\"id\": \"g\", \"start\": \"2026-11-01T00:00:00+08:00\", "
    "\"end\": \"2026-11-15T23:59:59+08:00\"}, {\"id\": \"h\", "
    "\"start\": \"2026-11-15T00:00:00+08:00\", \"end\": \"2026-11-20T23:59:59+08:00\"}]}");
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  const KqLaneOverlap *overlaps;
  guint n;

  assert_is (campaign, KQ_LANES_NO_USE, "tmall New-member packs 2: g@0 h@1\n");
  overlaps = kq_lanes_get_overlaps (lanes, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (overlaps[0].overlap.rule, ==, "TM-04");
  g_assert_cmpuint (overlaps[0].lane, ==, 0);
}

static void
test_snap (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (
    HEAD "\"coupons\": ["
    COUPON ("a", "2026-11-01T00:00:00+08:00", "2026-11-07T11:59:59+08:00", "") ","
    COUPON ("b", "2026-11-09T00:00:00+08:00", "2026-11-12T23:59:59+08:00", "") "]}");
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  const KqBar *bars;
  guint n;
  const struct {
    guint       bar;
    KqBarEdge   edge;
    const char *to;
    const char *expected;
  } cases[] = {
    { 1, KQ_BAR_START, "2026-11-08T00:40:00+08:00", "2026-11-08T00:00:00+08:00" },
    { 1, KQ_BAR_START, "2026-11-07T23:20:00+08:00", "2026-11-08T00:00:00+08:00" },
    { 1, KQ_BAR_START, "2026-11-07T12:40:00+08:00", "2026-11-07T12:00:00+08:00" },
    { 1, KQ_BAR_START, "2026-11-07T15:00:00+08:00", "2026-11-07T15:00:00+08:00" },
    { 0, KQ_BAR_END, "2026-11-07T23:40:00+08:00", "2026-11-07T23:59:59+08:00" },
    { 0, KQ_BAR_END, "2026-11-09T00:10:00+08:00", "2026-11-08T23:59:59+08:00" },
    { 1, KQ_BAR_WHOLE, "2026-11-10T00:20:00+08:00", "2026-11-10T00:00:00+08:00" },
    { 0, KQ_BAR_WHOLE, "2026-11-02T12:20:00+08:00", "2026-11-02T12:00:00+08:00" },
  };

  bars = kq_lanes_get_bars (lanes, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (kq_lanes_snap (lanes, &bars[cases[i].bar], cases[i].edge, at (cases[i].to), 3600),
                     ==, at (cases[i].expected));
}

/* Midnight is Berlin's, also on the day that has 25 hours. */
static void
test_snap_in_zone (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (
    HEAD "\"timeZone\": \"Europe/Berlin\", \"coupons\": ["
    COUPON ("a", "2026-10-20T00:00:00+02:00", "2026-10-24T23:59:59+02:00", "") "]}");
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  const KqBar *bars;
  guint n;

  bars = kq_lanes_get_bars (lanes, &n);
  g_assert_cmpint (kq_lanes_snap (lanes, bars, KQ_BAR_END, at ("2026-10-25T22:40:00+01:00"), 7200),
                   ==, at ("2026-10-25T23:59:59+01:00"));
  g_assert_cmpint (kq_lanes_snap (lanes, bars, KQ_BAR_END, at ("2026-10-25T00:40:00+02:00"), 7200),
                   ==, at ("2026-10-24T23:59:59+02:00"));
}

static void
apply (KqCampaign *campaign,
       KqBarEdge   edge,
       const char *to)
{
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  edits = kq_lanes_drag (lanes, kq_lanes_get_bars (lanes, &n), edge, at (to));
  g_assert_true (kq_campaign_edit (campaign, edits, &error));
  g_assert_no_error (error);
}

static void
assert_bar (KqCampaign *campaign,
            const char *start,
            const char *end)
{
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  gint64 first, last;

  g_assert_true (kq_lanes_get_span (lanes, &first, &last));
  g_assert_cmpint (first, ==, at (start));
  g_assert_cmpint (last, ==, at (end));
}

static void
test_drag (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (
    HEAD "\"coupons\": ["
    COUPON ("a", "2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00", "") "]}");

  apply (campaign, KQ_BAR_WHOLE, "2026-11-03T00:00:00+08:00");
  assert_bar (campaign, "2026-11-03T00:00:00+08:00", "2026-11-09T23:59:59+08:00");
  apply (campaign, KQ_BAR_END, "2026-11-05T23:59:59+08:00");
  assert_bar (campaign, "2026-11-03T00:00:00+08:00", "2026-11-05T23:59:59+08:00");
  apply (campaign, KQ_BAR_START, "2026-11-04T00:00:00+08:00");
  assert_bar (campaign, "2026-11-04T00:00:00+08:00", "2026-11-05T23:59:59+08:00");
  /* Not over the other edge */
  apply (campaign, KQ_BAR_START, "2026-11-09T00:00:00+08:00");
  assert_bar (campaign, "2026-11-05T23:59:59+08:00", "2026-11-05T23:59:59+08:00");
  apply (campaign, KQ_BAR_END, "2026-11-01T00:00:00+08:00");
  assert_bar (campaign, "2026-11-05T23:59:59+08:00", "2026-11-05T23:59:59+08:00");
}

static void
test_marks (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (
    HEAD "\"memberDay\": {\"repeat\": \"monthly\", \"day\": 31}, \"memberCenters\": [{\"id\": \"m\", "
    "\"platform\": \"taobao\"}]}");
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  gint32 first = kq_day_from_civil (2026, 10, 26), last = kq_day_from_civil (2026, 12, 31);
  g_autoptr (GArray) marks = kq_lanes_list_marks (lanes, first, last);
  guint n_member = 0, n_review = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const KqMark *mark = &g_array_index (marks, KqMark, i);

      n_member += mark->kind == KQ_MARK_MEMBER_DAY;
      n_review += mark->kind == KQ_MARK_REVIEW;
      if (mark->kind == KQ_MARK_REVIEW)
        g_assert_cmpuint (kq_day_get_weekday (mark->day), ==, 0);
    }
  g_assert_cmpuint (n_member, ==, 2);
  g_assert_cmpuint (n_review, ==, 10);
}

/* However many there are, none is drawn over another. */
static void
test_stacked (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GString) text = g_string_new (HEAD "\"coupons\": [");
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqLanes) lanes = NULL;
  const KqBar *bars;
  guint n;

  for (guint i = 0; i < 1000; i++)
    {
      KqTime start = { 1793000000 + g_rand_int_range (random, 0, 300) * DAY, 480 };
      KqTime end = kq_time_add (start, g_rand_int_range (random, 1, 40) * DAY - 1);
      g_autofree char *from = kq_time_to_string (start), *to = kq_time_to_string (end);

      g_string_append_printf (text, "%s{\"id\": \"c%u\", \"claimStart\": \"%s\", \"claimEnd\": \"%s\"}",
                              i > 0 ? "," : "", i, from, to);
    }
  g_string_append (text, "]}");
  campaign = read_campaign (text->str);
  lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  bars = kq_lanes_get_bars (lanes, &n);
  g_assert_cmpuint (n, ==, 1000);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (bars[i].row != bars[j].row || bars[i].start > bars[j].end ||
                     bars[j].start > bars[i].end);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/lanes/levels", test_levels);
  g_test_add_func ("/insight/lanes/audiences", test_audiences);
  g_test_add_func ("/insight/lanes/gaps", test_gaps);
  g_test_add_func ("/insight/lanes/empty-level", test_empty_level);
  g_test_add_func ("/insight/lanes/overlaps", test_overlaps);
  g_test_add_func ("/insight/lanes/snap", test_snap);
  g_test_add_func ("/insight/lanes/snap-in-zone", test_snap_in_zone);
  g_test_add_func ("/insight/lanes/drag", test_drag);
  g_test_add_func ("/insight/lanes/marks", test_marks);
  g_test_add_func ("/insight/lanes/stacked", test_stacked);

  return g_test_run ();
}
