/* test-center.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

/* One question each: what is this to that persona then, and why not. */
typedef struct {
  const char   *rule;
  KqPlatform    platform;
  const char   *who;
  const char   *page;
  const char   *day;
  const char   *claimed;
  const char   *used_up;
  const char   *id;
  KqViewStatus  status;
  KqViewReason  reason;
} Question;

#define TM KQ_PLATFORM_TMALL
#define TB KQ_PLATFORM_TAOBAO
#define DY KQ_PLATFORM_DOUYIN
#define MP KQ_PLATFORM_MINI_PROGRAM
#define IS(status) KQ_VIEW_STATUS_##status, KQ_VIEW_REASON_NONE
#define NOT(reason) KQ_VIEW_STATUS_HIDDEN, KQ_VIEW_REASON_##reason

static const Question questions[] = {
  { "DY-02", DY, "new", "center", "08", NULL, NULL, "dyjoin", IS (CLAIMABLE) },
  { "DY-02", DY, "new", "center", "08", "dyjoin", NULL, "dyjoin", IS (CLAIMED) },
  { "DY-02", DY, "d1", "center", "08", NULL, NULL, "dyjoin", NOT (JOINED_TOO_LONG_AGO) },
  { "DY-03", DY, "d1", "center", "08", "dy", NULL, "dy", IS (CLAIMABLE) },
  { "DY-03", DY, "d1", "center", "08", "dy,dy", NULL, "dy", IS (CLAIMED) },
  { "DY-03", DY, "d1", "center", "12", "dyrange", NULL, "dyrange", IS (CLAIMED) },
  { "DY-03", DY, "d1", "center", "13", "dyrange", NULL, "dyrange", IS (OVER) },
  { "DY-06", DY, "d1", "center", "08", NULL, NULL, "dy", IS (CLAIMABLE) },
  { "DY-06", DY, "d1", "center", "04", NULL, NULL, "dy", IS (NOT_YET) },
  { "DY-06", DY, "d1", "center", "10T23:59", NULL, NULL, "dy", IS (CLAIMABLE) },
  { "DY-06", DY, "d1", "center", "11T00:00", NULL, NULL, "dy", IS (OVER) },
  { "DY-06", DY, "d1", "center", "08", NULL, "dy", "dy", IS (USED_UP) },
  { "MF-27", DY, "visitor", "center", "08", NULL, NULL, "dy", NOT (NOT_MEMBER) },
  { "MF-27", TM, "visitor", "center", "08", NULL, NULL, "a2", NOT (NOT_MEMBER) },
  { "platform", TM, "t2", "center", "08", NULL, NULL, "dy", IS (HIDDEN) },
  { "platform", DY, "d1", "center", "08", NULL, NULL, "c2", IS (HIDDEN) },
  { "platform", TB, "new", "center", "08", NULL, NULL, "pnew", IS (HIDDEN) },
  { "MF-32", TM, "t2", "center", "08", NULL, NULL, "abad", NOT (CHANNEL) },
  { "MF-32", TM, "t2", "center", "08", NULL, NULL, "cfree", NOT (NOT_LISTED) },
  { "MF-37", TM, "new:6h", "center", "08", NULL, NULL, "anew", IS (CLAIMABLE) },
  { "MF-37", TM, "t1:7d", "center", "08", NULL, NULL, "anew", IS (CLAIMABLE) },
  { "MF-37", TM, "t1:8d", "center", "08", NULL, NULL, "anew", NOT (JOINED_TOO_LONG_AGO) },
  { "MF-38", TM, "new", "center", "08", NULL, NULL, "a2", IS (CLAIMABLE) },
  { "MF-38", TM, "t1", "center", "08", NULL, NULL, "a2", IS (CLAIMABLE) },
  { "MF-39", TM, "new", "center", "08", NULL, NULL, "anew", IS (CLAIMABLE) },
  { "MF-40", TM, "t1", "center", "01", NULL, NULL, "a2", NOT (NOT_PUBLISHED) },
  { "MF-40", TM, "new", "center", "01", NULL, NULL, "anew", NOT (NOT_PUBLISHED) },
  { "MF-41", TM, "t1", "center", "08", NULL, NULL, "ahid", NOT (PUSHED_ONLY) },
  { "MF-41", TM, "returning", "center", "08", NULL, NULL, "ahid", IS (CLAIMABLE) },
  { "MF-41", TM, "returning", "center", "01", NULL, NULL, "ahid", IS (CLAIMABLE) },
  { "MF-41", TB, "returning", "center", "08", NULL, NULL, "push", IS (CLAIMABLE) },
  { "MF-41", TB, "new", "center", "08", NULL, NULL, "push", NOT (PUSHED_ONLY) },
  { "level", TM, "t1", "center", "08", NULL, NULL, "a1", IS (HIGHER_LEVEL) },
  { "level", TM, "t2", "center", "08", NULL, NULL, "a1", IS (CLAIMABLE) },
  { "window", TM, "t2", "center", "04", NULL, NULL, "a1", IS (NOT_YET) },
  { "window", TM, "t2", "center", "11", NULL, NULL, "a1", IS (OVER) },
  { "TB-15", TM, "t1", "center", "08", NULL, NULL, "bl", IS (HIGHER_LEVEL) },
  { "TB-15", TM, "t2", "center", "08", NULL, NULL, "bl", IS (PLAIN) },
  { "TB-15", TM, "t1", "center", "08", NULL, NULL, "bo", NOT (SWITCHED_OFF) },
  { "TB-16", TM, "t1", "center", "08", NULL, NULL, "bj", IS (PLAIN) },
  { "TB-16", TM, "t1", "center", "21", NULL, NULL, "bj", IS (HIGHER_LEVEL) },
};

static void
test_question (gconstpointer data)
{
  const Question *question = data;
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, question->platform, question->who,
                                         question->page, question->day, question->claimed,
                                         question->used_up);

  g_assert_cmpint (kq_view_get_status (view, question->id), ==, question->status);
  g_assert_cmpint (kq_view_get_reason (view, question->id), ==, question->reason);
}

/* The new-member benefit, posters, card, benefits, coupons. */
static void
test_order (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) fresh = fixture_ask (campaign, KQ_PLATFORM_TMALL, "new", "center", "08",
                                          NULL, NULL);
  g_autoptr (KqView) old = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t2", "center", "08",
                                        NULL, NULL);

  g_assert_cmpuint (fixture_place (fresh, KQ_VIEW_BLOCK_NEWCOMER), ==, 0);
  g_assert_cmpuint (fixture_place (fresh, KQ_VIEW_BLOCK_POSTERS), ==, 1);
  g_assert_cmpuint (fixture_place (old, KQ_VIEW_BLOCK_NEWCOMER), ==, G_MAXUINT);
  g_assert_cmpuint (fixture_place (old, KQ_VIEW_BLOCK_POSTERS), ==, 0);
  g_assert_cmpuint (fixture_place (old, KQ_VIEW_BLOCK_CARD), ==, 1);
  g_assert_cmpuint (fixture_place (old, KQ_VIEW_BLOCK_BENEFITS), ==, 2);
  g_assert_cmpuint (kq_view_get_block (old, KQ_VIEW_BLOCK_POSTERS)->items->len, ==, 2);
  g_assert_cmpint (kq_view_get_block (old, KQ_VIEW_BLOCK_CARD)->preset, ==, 3);
}

/* Card, benefits, posters: the three blocks that a decorated center has. */
static void
test_blocks (void)
{
  static const KqViewBlockKind kinds[] = { KQ_VIEW_BLOCK_CARD, KQ_VIEW_BLOCK_BENEFITS,
                                           KQ_VIEW_BLOCK_POSTERS };
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t1", "center", "08",
                                         NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_nonnull (kq_view_get_block (view, kinds[i]));
}

/* TB-40: a poster leads where its link says. */
static void
test_poster_link (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t2", "center", "08",
                                         NULL, NULL);

  g_assert_cmpstr (kq_view_get_item (view, "po1")->link, ==, "https://x.example/1");
}

static void
test_not_available (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = NULL;

  /* TB-15 */
  view = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t1", "center", "08", NULL, NULL);
  g_assert_cmpstr (kq_view_get_item (view, "bl")->detail, ==, "Not available at your level");
  g_clear_pointer (&view, kq_view_unref);

  /* TB-16: the same words where no activity was created */
  kq_object_set_word (fixture_object (campaign, KQ_CAMPAIGN_ACTIVITIES, "agift"),
                      kq_object_find_field (fixture_object (campaign, KQ_CAMPAIGN_ACTIVITIES,
                                                            "agift"), "state"), "voided");
  view = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t1", "center", "08", NULL, NULL);
  g_assert_cmpstr (kq_view_get_item (view, "bg")->detail, ==, "Not available at your level");
  g_assert_null (kq_view_get_item (view, "be")->detail);
}

static void
test_service (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t1", "center", "08",
                                         NULL, NULL);

  g_assert_cmpstr (kq_view_get_item (view, "bs")->action, ==, "Activate");
}

static void
test_mark (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) tmall = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t1", "center", "08",
                                          NULL, NULL);
  g_autoptr (KqView) taobao = fixture_ask (campaign, KQ_PLATFORM_TAOBAO, "returning", "center",
                                           "08", NULL, NULL);
  g_autoptr (KqView) douyin = fixture_ask (campaign, KQ_PLATFORM_DOUYIN, "d1", "center", "08",
                                           NULL, NULL);

  g_assert_nonnull (kq_view_get_item (tmall, "a2")->mark);
  g_assert_nonnull (kq_view_get_item (taobao, "push")->mark);
  g_assert_null (kq_view_get_item (taobao, "pprod")->mark);
  g_assert_null (kq_view_get_item (douyin, "dy")->mark);
}

static void
test_unpublished (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t2", "center", "01",
                                         NULL, NULL);

  g_assert_cmpuint (view->blocks->len, ==, 1);
  g_assert_nonnull (kq_view_get_block (view, KQ_VIEW_BLOCK_NOTICE));
  g_assert_true (view->draft);
}

static void
test_levels (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (GPtrArray) levels = kq_view_list_levels (campaign, KQ_PLATFORM_TMALL);

  g_assert_cmpuint (levels->len, ==, 2);
  g_assert_cmpstr (kq_object_get_id (levels->pdata[0]), ==, "t1");
  g_assert_cmpstr (kq_object_get_id (levels->pdata[1]), ==, "t2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/view/%s/%u", questions[i].rule, i);

      g_test_add_data_func (path, &questions[i], test_question);
    }
  g_test_add_func ("/view/TB-31/order", test_order);
  g_test_add_func ("/view/TB-08/blocks", test_blocks);
  g_test_add_func ("/view/TB-40/link", test_poster_link);
  g_test_add_func ("/view/TB-16/words", test_not_available);
  g_test_add_func ("/view/TB-27/service", test_service);
  g_test_add_func ("/view/MF-29/mark", test_mark);
  g_test_add_func ("/view/MF-40/page", test_unpublished);
  g_test_add_func ("/view/levels", test_levels);

  return g_test_run ();
}
