/* test-why.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-benefit.h"
#include "kq-landing-page.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-view-changes.h"
#include "view-fixture.h"

/* “Configured, but not shown?”, and when that changes. */

#define TM KQ_PLATFORM_TMALL
#define TB KQ_PLATFORM_TAOBAO
#define DY KQ_PLATFORM_DOUYIN
#define MP KQ_PLATFORM_MINI_PROGRAM

typedef struct {
  const char   *rule;
  KqPlatform    platform;
  const char   *who;
  const char   *page;
  const char   *day;
  const char   *pointer;
  KqViewReason  reason;
  const char   *text;
} Question;

#define WHY(reason) KQ_VIEW_REASON_##reason

static const Question questions[] = {
  { "shown", TM, "t1", "center", "08", "/activities/1", WHY (NONE), "Shown · Claim · 1 each" },
  { "shown", TM, "t1", "center", "08", "/activities/0", WHY (NONE),
    "Shown · Other level · Only VIP 2" },
  { "shown", TM, "t1", "center", "04", "/activities/1", WHY (NONE),
    "Shown · Soon · Claim from 11-05" },
  { "TB-15", TM, "t1", "center", "08", "/memberCenters/0/benefits/4", WHY (NONE),
    "Shown · Not available at your level" },
  { "shown", TM, "t1", "center", "08", "/memberCenters/0/posters/0", WHY (NONE), "Shown" },
  { "shown", TM, "t1", "center", "08", "/shops/1", WHY (NONE), "Shown" },
  { "shown", TM, "t1", "center", "08", "/levels/1", WHY (NONE),
    "Shown: it is this person’s level" },
  { "level", TM, "t1", "center", "08", "/levels/0", WHY (LEVEL),
    "Not shown: this person is of another level" },
  { "platform", TM, "t1", "center", "08", "/coupons/0", WHY (OTHER_PLATFORM),
    "Not shown: it belongs to Douyin" },
  { "platform", TM, "t1", "center", "08", "/memberCards/0/benefits/0", WHY (OTHER_PLATFORM),
    "Not shown: it belongs to Mini-program" },
  { "TM-16", TM, "new", "center", "04", "/giftPacks/1", WHY (NOT_YET),
    "Not shown: its time hasn’t come: from 11-05" },
  { "TM-16", TM, "new", "center", "25", "/giftPacks/1", WHY (OVER),
    "Not shown: its time is over: until 11-20" },
  { "TM-01", TM, "new:25h", "center", "08", "/giftPacks/1", WHY (JOINED_TOO_LONG_AGO),
    "Not shown: only within 24 hours of joining" },
  { "MF-37", TM, "t1:8d", "center", "08", "/activities/2", WHY (JOINED_TOO_LONG_AGO),
    "Not shown: only within 7 days of joining" },
  { "TM-27", TM, "rejoined", "center", "08", "/giftPacks/1", WHY (REJOINED),
    "Not shown: not for those who left and join again" },
  { "TM-21", TM, "t1", "center", "08", "/giftPacks/0", WHY (LEVEL), "Not shown: only for VIP 2" },
  { "TM-21", TM, "t1", "center", "08", "/coupons/10", WHY (IN_PACK),
    "Not shown: comes in a gift pack" },
  { "MF-41", TM, "t1", "center", "08", "/activities/4", WHY (PUSHED_ONLY),
    "Not shown: shown only to the buyers it is pushed to" },
  { "MF-41", TM, "t1", "center", "08", "/coupons/6", WHY (PUSHED_ONLY),
    "Not shown: shown only to the buyers it is pushed to" },
  { "MF-32", TM, "t1", "center", "08", "/activities/5", WHY (CHANNEL),
    "Not shown: its channel isn’t merchant member-exclusive" },
  { "MF-32", TM, "t1", "center", "08", "/coupons/8", WHY (NOT_LISTED),
    "Not shown: no exclusive activity lists it" },
  { "MF-40", TM, "t1", "center", "01", "/activities/1", WHY (NOT_PUBLISHED),
    "Not shown: the member center isn’t published yet" },
  { "MF-40", TM, "t1", "center", "01", "/memberCenters/0", WHY (NOT_PUBLISHED),
    "Not shown: the member center isn’t published yet" },
  { "MF-40", TM, "t1", "center", "01", "/memberCenters/0/benefits/0", WHY (NOT_PUBLISHED),
    "Not shown: the member center isn’t published yet" },
  { "MF-27", TM, "visitor", "center", "08", "/activities/1", WHY (NOT_MEMBER),
    "Not shown: shown only to members" },
  { "MF-27", TM, "visitor", "center", "08", "/memberCenters/0", WHY (NOT_MEMBER),
    "Not shown: shown only to members" },
  { "TB-15", TM, "t1", "center", "08", "/memberCenters/0/benefits/5", WHY (SWITCHED_OFF),
    "Not shown: switched off" },
  { "page", TB, "returning", "center", "08", "/landingPages/0", WHY (OTHER_PAGE),
    "Not shown: it is on the page “L”" },
  { "page", TB, "returning", "center", "08", "/landingPages/0/blocks/1", WHY (OTHER_PAGE),
    "Not shown: it is on the page “L”" },
  { "page", TB, "returning", "center", "08", "/products/0", WHY (OTHER_PAGE),
    "Not shown: it is on the page “L”" },
  { "page", TB, "t1", "landing:l1", "08", "/coupons/11", WHY (LEVEL), NULL },
  { "page", TB, "returning", "landing:l1", "08", "/coupons/11", WHY (NONE),
    "Shown · Claim · 1 each" },
  { "page", TB, "returning", "landing:l1", "08", "/landingPages/0/blocks/1", WHY (NONE), "Shown" },
  { "page", TB, "returning", "center", "08", "/coupons/15", WHY (OTHER_PAGE),
    "Not shown: it is on the page “F”" },
  { "page", TB, "returning", "center", "08", "/fissions/0", WHY (OTHER_PAGE),
    "Not shown: it is on the page “F”" },
  { "page", MP, "m1", "card:free", "08", "/memberCards/1", WHY (OTHER_PAGE),
    "Not shown: it is on the page “Member card”" },
  { "page", MP, "m1", "card:free", "08", "/memberCards/0", WHY (NONE), "Shown" },
  { "page", TM, "t1", "center", "08", "/giftPacks/1/gift", WHY (JOINED_TOO_LONG_AGO),
    "Not shown: only within 24 hours of joining" },
};

static void
test_question (gconstpointer data)
{
  const Question *question = data;
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = NULL;
  g_autoptr (KqViewWhy) why = NULL;
  KqObject *object;

  /* A level of another platform can't be asked for: the persona is refused. */
  if (question->text == NULL)
    {
      query = fixture_query (campaign, question->platform, "new", question->page, question->day);
      query->level = g_strdup (question->who);
    }
  else
    query = fixture_query (campaign, question->platform, question->who, question->page,
                           question->day);
  object = kq_object_resolve (KQ_OBJECT (campaign), question->pointer, NULL);
  g_assert_nonnull (object);

  why = kq_view_why (campaign, query, object);
  g_assert_cmpint (why->reason, ==, question->reason);
  if (question->text != NULL)
    g_assert_cmpstr (why->text, ==, question->text);
  g_assert_true ((why->status == KQ_VIEW_STATUS_HIDDEN) ==
                 (why->reason != KQ_VIEW_REASON_NONE));
}

static void
test_voided (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = fixture_query (campaign, TM, "t1", "center", "08");
  g_autoptr (KqViewWhy) why = NULL;
  KqObject *activity = fixture_object (campaign, KQ_CAMPAIGN_ACTIVITIES, "a2");

  kq_object_set_word (activity, kq_object_find_field (activity, "state"), "voided");
  why = kq_view_why (campaign, query, activity);
  g_assert_cmpint (why->reason, ==, KQ_VIEW_REASON_VOIDED);
}

/* Nobody decorated a member center at all. */
static void
test_no_center (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = fixture_query (campaign, TM, "t1", "center", "08");
  g_autoptr (KqViewWhy) why = NULL;

  kq_list_remove (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_CENTERS), 0);
  why = kq_view_why (campaign, query, fixture_object (campaign, KQ_CAMPAIGN_ACTIVITIES, "a2"));
  g_assert_cmpint (why->reason, ==, KQ_VIEW_REASON_NO_CENTER);
}

/* TM-28: with the custom edition, who joins elsewhere never meets the pop-up. */
static void
test_join_link (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = fixture_query (campaign, TM, "new", "popup", "08");
  KqObject *pack = fixture_object (campaign, KQ_CAMPAIGN_GIFT_PACKS, "pnew");
  static const struct {
    const char   *edition;
    const char   *url;
    KqViewReason  reason;
  } cases[] = {
    { "custom", "https://shop.example/join", KQ_VIEW_REASON_JOIN_LINK },
    { "custom", "https://market.m.taobao.com/apps/market/shopmember/index.html.example",
      KQ_VIEW_REASON_JOIN_LINK },
    { "custom", "https://market.m.taobao.com/apps/market/shopmember/index.html?id=1",
      KQ_VIEW_REASON_NONE },
    { "custom", "", KQ_VIEW_REASON_NONE },
    { "standard", "https://shop.example/join", KQ_VIEW_REASON_NONE },
  };

  query->profiles = kq_profiles_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KqViewWhy) why = NULL;

      g_object_set (fixture_object (campaign, KQ_CAMPAIGN_SHOPS, "s2"),
                    "edition", cases[i].edition, NULL);
      g_object_set (pack, "join-url", cases[i].url, NULL);
      why = kq_view_why (campaign, query, pack);
      g_assert_cmpint (why->reason, ==, cases[i].reason);
    }
}

static void
assert_changes (KqPlatform          platform,
                const char         *who,
                const char         *page,
                const char * const *expected)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = fixture_query (campaign, platform, who, page, "08");
  g_autoptr (GPtrArray) changes = NULL;
  KqTime from, to;

  kq_time_parse ("2026-11-01T00:00:00+08:00", &from);
  kq_time_parse ("2026-11-30T23:59:59+08:00", &to);
  changes = kq_view_changes (campaign, query, from, to);
  for (guint i = 0; i < changes->len; i++)
    {
      const KqViewChange *change = changes->pdata[i];
      g_autofree char *time = kq_time_to_string (change->moment);
      g_autofree char *line = g_strdup_printf ("%.11s %s", time + 5, change->text);

      g_test_message ("%s", line);
      g_assert_cmpstr (line, ==, expected[i]);
    }
  g_assert_null (expected[changes->len]);
}

/* Each change as the persona sees it, and none that only others would see. */
static void
test_changes (void)
{
  assert_changes (TM, "t1", "center", (const char * const []) {
                    "11-02T00:00 member center opens",
                    "11-05T00:00 “c2” opens",
                    "11-11T00:00 “c1” ends; “c2” ends",
                    "11-21T00:00 “Join gift” can’t be enjoyed", NULL });
  assert_changes (TM, "t2", "popup", (const char * const []) {
                    "11-02T00:00 member center opens",
                    "11-05T00:00 “pmem” opens; “c1” opens; “c2” opens",
                    "11-06T09:00 pop-up of “pmem” begins",
                    "11-11T00:00 “c1” ends; “c2” ends",
                    "11-16T00:00 pop-up of “pmem” ends",
                    "11-21T00:00 “Join gift” can’t be enjoyed; “pmem” ends", NULL });
  assert_changes (DY, "d1", "center", (const char * const []) {
                    "11-05T00:00 “dy” opens; “dyrange” opens",
                    "11-11T00:00 “dy” ends; “dyrange” ends", NULL });
  assert_changes (DY, "visitor", "center", (const char * const []) { NULL });
}

/* TM-16: a day after the start, nobody who joined 23 hours ago joined before it. */
static void
test_changes_after_joining (void)
{
  assert_changes (TM, "rejoined", "popup", (const char * const []) {
                    "11-02T00:00 member center opens",
                    "11-05T00:00 “c2” opens",
                    "11-11T00:00 “c1” ends; “c2” ends",
                    "11-21T00:00 “Join gift” can’t be enjoyed", NULL });
}

/* In slices it comes to the same. */
static void
test_slices (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = fixture_query (campaign, TM, "new:23h", "center", "08");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (KqViewScan) scan = NULL;
  GPtrArray *sliced;
  guint n_slices = 1;
  KqTime from, to;

  kq_time_parse ("2026-11-01T00:00:00+08:00", &from);
  kq_time_parse ("2026-11-30T23:59:59+08:00", &to);
  all = kq_view_changes (campaign, query, from, to);
  scan = kq_view_scan_new (campaign, query, from, to);
  while (!kq_view_scan_run (scan, 0))
    n_slices++;
  sliced = kq_view_scan_get_changes (scan);

  g_assert_cmpuint (n_slices, >, 5);
  g_assert_cmpuint (sliced->len, ==, all->len);
  g_assert_cmpuint (sliced->len, >, 5);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpstr (((KqViewChange *) sliced->pdata[i])->text, ==,
                     ((KqViewChange *) all->pdata[i])->text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/view/%s/why/%u", questions[i].rule, i);

      g_test_add_data_func (path, &questions[i], test_question);
    }
  g_test_add_func ("/view/why/voided", test_voided);
  g_test_add_func ("/view/MF-40/no-center", test_no_center);
  g_test_add_func ("/view/TM-28/join-link", test_join_link);
  g_test_add_func ("/view/changes", test_changes);
  g_test_add_func ("/view/changes/rejoined", test_changes_after_joining);
  g_test_add_func ("/view/changes/slices", test_slices);

  return g_test_run ();
}
