/* test-pages.c
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
  { "MF-53", TM, "visitor-linked", "join", "08", NULL, NULL, "ahid", IS (CLAIMABLE) },
  { "MF-49", TB, "returning", "landing:l1", "08", NULL, NULL, "push", IS (CLAIMABLE) },
  { "MF-18", TB, "sharer:2", "fission:f1", "08", NULL, NULL, "fs", IS (NOT_YET) },
  { "MF-18", TB, "sharer:3", "fission:f1", "08", NULL, NULL, "fs", IS (CLAIMABLE) },
  { "MF-18", TB, "visitor", "fission:f1", "08", NULL, NULL, "fi", IS (CLAIMABLE) },
  { "MF-24", TB, "sharer:2/9", "fission:f1", "08", NULL, NULL, "fs", IS (NOT_YET) },
  { "MP-01", MP, "m1", "card:free", "08", NULL, NULL, "b1", IS (PLAIN) },
  { "MP-01", MP, "visitor", "card:free", "08", NULL, NULL, "b1", IS (NOT_YET) },
  { "MP-04", MP, "m1", "card:cond", "08", NULL, NULL, "b1", IS (NOT_YET) },
  { "MP-04", MP, "m2", "card:cond", "08", NULL, NULL, "b1", IS (PLAIN) },
  { "MP-04", MP, "not-eligible", "card:cond", "08", NULL, NULL, "b1", IS (NOT_YET) },
  { "MP-05", MP, "expired", "card:paid", "08", NULL, NULL, "b1", IS (NOT_YET) },
  { "MP-05", MP, "holder", "card:paid", "08", NULL, NULL, "b1", IS (PLAIN) },
  { "MP-05", MP, "holder:366d", "card:paid", "08", NULL, NULL, "b1", IS (NOT_YET) },
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

static KqViewBlock *
block_of (KqView          *view,
          KqViewBlockKind  kind)
{
  KqViewBlock *block = kq_view_get_block (view, kind);

  g_assert_nonnull (block);

  return block;
}

static void
test_join (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) visitor = fixture_ask (campaign, KQ_PLATFORM_TMALL, "visitor", "join", "08",
                                            NULL, NULL);
  g_autoptr (KqView) member = fixture_ask (campaign, KQ_PLATFORM_TMALL, "t1", "join", "08",
                                           NULL, NULL);
  g_autoptr (KqView) center = fixture_ask (campaign, KQ_PLATFORM_TMALL, "visitor", "center", "08",
                                           NULL, NULL);

  g_assert_true (block_of (visitor, KQ_VIEW_BLOCK_BUTTON)->enabled);
  g_assert_cmpstr (block_of (visitor, KQ_VIEW_BLOCK_BUTTON)->action, ==, "OK");
  g_assert_null (kq_view_get_block (member, KQ_VIEW_BLOCK_BUTTON));
  g_assert_cmpint (center->page, ==, KQ_VIEW_PAGE_JOIN);
}

static void
test_threshold (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) below = fixture_ask (campaign, KQ_PLATFORM_TMALL, "visitor-below", "join",
                                          "08", NULL, NULL);

  g_assert_false (block_of (below, KQ_VIEW_BLOCK_BUTTON)->enabled);
  g_assert_cmpstr (block_of (below, KQ_VIEW_BLOCK_BUTTON)->note, ==, "You can join from: 1 order");
}

static void
test_rules (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) own = fixture_ask (campaign, KQ_PLATFORM_TMALL, "visitor", "join", "08",
                                        NULL, NULL);
  g_autoptr (KqView) generated = fixture_ask (campaign, KQ_PLATFORM_DOUYIN, "visitor", "join",
                                              "08", NULL, NULL);

  g_assert_cmpstr (block_of (own, KQ_VIEW_BLOCK_RULES)->title, ==, "Member rules");
  g_assert_cmpstr (block_of (own, KQ_VIEW_BLOCK_RULES)->text, ==, "Own rules");
  /* TB-05 */
  g_assert_nonnull (strstr (block_of (generated, KQ_VIEW_BLOCK_RULES)->text, "D1"));
}

static void
test_join_and_claim (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) join = fixture_ask (campaign, KQ_PLATFORM_TMALL, "visitor-linked", "center",
                                         "08", NULL, NULL);
  g_autoptr (KqView) landing = fixture_ask (campaign, KQ_PLATFORM_TAOBAO, "visitor-linked",
                                            "landing:l1", "08", NULL, NULL);

  g_assert_cmpint (join->page, ==, KQ_VIEW_PAGE_JOIN);
  g_assert_cmpstr (kq_view_get_item (join, "ahid")->action, ==, "Join and claim");
  g_assert_cmpstr (block_of (join, KQ_VIEW_BLOCK_BUTTON)->action, ==, "Join and claim");
  g_assert_cmpstr (kq_view_get_item (landing, "bmem")->action, ==, "Join and claim");
  g_assert_cmpstr (kq_view_get_item (landing, "push")->action, ==, "Claim");
}

static void
test_landing (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, KQ_PLATFORM_TAOBAO, "returning", "landing:l1",
                                         "08", NULL, NULL);
  KqViewBlock *first = view->blocks->pdata[0];
  KqViewBlock *last = view->blocks->pdata[2];

  g_assert_cmpint (first->tone, ==, 0);
  g_assert_cmpuint (fixture_place (view, KQ_VIEW_BLOCK_PRODUCTS), ==, 1);
  g_assert_cmpint (last->tone, ==, 1);
}

/* A page says whose it is. */
static void
test_owner (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, KQ_PLATFORM_TAOBAO, "returning", "landing:l1",
                                         "08", NULL, NULL);

  g_assert_cmpstr (block_of (view, KQ_VIEW_BLOCK_TEXT)->note, ==, "A page of B");
}

static void
test_progress (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) view = fixture_ask (campaign, KQ_PLATFORM_TAOBAO, "sharer:2/9",
                                         "fission:f1", "08", NULL, NULL);
  KqViewBlock *block = block_of (view, KQ_VIEW_BLOCK_PROGRESS);

  g_assert_cmpint (block->done, ==, 2);
  g_assert_cmpint (block->total, ==, 3);
}

static void
test_card (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqView) held = fixture_ask (campaign, KQ_PLATFORM_MINI_PROGRAM, "m1", "card:free",
                                         "08", NULL, NULL);
  g_autoptr (KqView) bought = fixture_ask (campaign, KQ_PLATFORM_MINI_PROGRAM, "visitor",
                                           "card:paid", "08", NULL, NULL);

  /* MP-15 */
  g_assert_nonnull (block_of (held, KQ_VIEW_BLOCK_CODE)->note);
  g_assert_cmpstr (block_of (bought, KQ_VIEW_BLOCK_BUTTON)->action, ==, "Buy for ¥99");
}

/* A colour, or a picture instead of it. */
static void
test_face (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  KqObject *card = fixture_object (campaign, KQ_CAMPAIGN_MEMBER_CARDS, "free");
  g_autoptr (KqView) colored = fixture_ask (campaign, KQ_PLATFORM_MINI_PROGRAM, "m1", "card:free",
                                            "08", NULL, NULL);
  g_autoptr (KqView) pictured = NULL;

  g_assert_cmpstr (block_of (colored, KQ_VIEW_BLOCK_CARD)->color, ==, "#a8182c");
  g_assert_null (block_of (colored, KQ_VIEW_BLOCK_CARD)->image);

  g_object_set (card, "face-image", "abcd", "logo", "ef01", NULL);
  pictured = fixture_ask (campaign, KQ_PLATFORM_MINI_PROGRAM, "m1", "card:free", "08", NULL, NULL);
  g_assert_cmpstr (block_of (pictured, KQ_VIEW_BLOCK_CARD)->image, ==, "abcd");
  g_assert_cmpstr (block_of (pictured, KQ_VIEW_BLOCK_CARD)->logo, ==, "ef01");
}

static void
test_refused (void)
{
  static const char * const people[] = { "", "nobody", "new:", "new:x", "new:1y", "visitor:2h",
                                         "sharer:5/2", "d1", "level:", "t1:1d:2", "new:99999d" };
  static const char * const places[] = { "", "home", "landing", "landing:", "landing:none",
                                         "landing:l1", "center:x", "card:" };
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = kq_view_query_new (KQ_PLATFORM_TMALL, (KqTime) { 0, 0 });

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kq_view_query_parse_who (query, campaign, people[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kq_view_query_parse_page (query, campaign, places[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  g_assert_cmpint (query->persona, ==, KQ_PERSONA_VISITOR);
  g_assert_cmpint (query->page, ==, KQ_VIEW_PAGE_CENTER);
}

/* The level of a question may be gone when it is asked. */
static void
test_gone (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (KqViewQuery) query = kq_view_query_new (KQ_PLATFORM_TMALL, (KqTime) { 0, 0 });
  g_autoptr (GError) error = NULL;

  query->persona = KQ_PERSONA_MEMBER;
  query->level = g_strdup ("gone");
  g_assert_null (kq_view_at (campaign, query, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
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
  g_test_add_func ("/view/TB-07/join", test_join);
  g_test_add_func ("/view/TB-01/threshold", test_threshold);
  g_test_add_func ("/view/TB-39/rules", test_rules);
  g_test_add_func ("/view/MF-53/join-and-claim", test_join_and_claim);
  g_test_add_func ("/view/MF-49/landing", test_landing);
  g_test_add_func ("/view/MF-51/owner", test_owner);
  g_test_add_func ("/view/MF-24/progress", test_progress);
  g_test_add_func ("/view/MP-15/card", test_card);
  g_test_add_func ("/view/MP-09/face", test_face);
  g_test_add_func ("/view/refused", test_refused);
  g_test_add_func ("/view/gone", test_gone);

  return g_test_run ();
}
