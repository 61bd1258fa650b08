/* test-packs.c
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
  { "TM-01", TM, "new:23h", "center", "08", NULL, NULL, "pnew", IS (CLAIMABLE) },
  { "TM-01", TM, "new:24h", "center", "08", NULL, NULL, "pnew", IS (CLAIMABLE) },
  { "TM-01", TM, "new:25h", "center", "08", NULL, NULL, "pnew", NOT (JOINED_TOO_LONG_AGO) },
  { "TM-01", TM, "t2:23h", "center", "08", NULL, NULL, "pnew", IS (CLAIMABLE) },
  { "TM-16", TM, "new:23h", "center", "05", NULL, NULL, "pnew", NOT (JOINED_BEFORE) },
  { "TM-16", TM, "new", "center", "05", NULL, NULL, "pnew", IS (CLAIMABLE) },
  { "TM-16", TM, "new", "center", "04", NULL, NULL, "pnew", NOT (NOT_YET) },
  { "TM-16", TM, "new", "center", "20T23:59", NULL, NULL, "pnew", IS (CLAIMABLE) },
  { "TM-16", TM, "new", "center", "21T00:00", NULL, NULL, "pnew", NOT (OVER) },
  { "TM-13", TM, "new", "center", "08", NULL, "pnew/gift", "pnew", NOT (USED_UP) },
  { "TM-13", TM, "new", "center", "08", NULL, "pk1", "pnew", NOT (USED_UP) },
  { "TM-18", TM, "t2", "center", "05", NULL, NULL, "pmem", IS (CLAIMABLE) },
  { "TM-18", TM, "t2", "center", "04", NULL, NULL, "pmem", NOT (NOT_YET) },
  { "TM-18", TM, "t2", "center", "08", "pmem", NULL, "pmem", IS (CLAIMED) },
  { "TM-21", TM, "t1", "center", "08", NULL, NULL, "pmem", NOT (LEVEL) },
  { "TM-21", TM, "new", "center", "08", NULL, NULL, "pnew", IS (CLAIMABLE) },
  { "TM-25", TM, "new", "center", "08", "anew", NULL, "agift", NOT (ONE_ONLY) },
  { "TM-25", TM, "new", "center", "08", "cnew", NULL, "agift", NOT (ONE_ONLY) },
  { "TM-25", TM, "new", "center", "08", "anew", NULL, "anew", IS (CLAIMED) },
  { "TM-26", TM, "new", "center", "08", "anew", NULL, "pnew", IS (CLAIMABLE) },
  { "TM-26", TM, "new", "center", "08", "pnew", NULL, "anew", IS (CLAIMABLE) },
  { "TM-27", TM, "rejoined", "center", "08", NULL, NULL, "pnew", NOT (REJOINED) },
  { "TM-27", TM, "rejoined", "center", "08", NULL, NULL, "anew", NOT (REJOINED) },
  { "TM-27", TM, "rejoined", "center", "08", NULL, NULL, "a2", IS (CLAIMABLE) },
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

static const char *
popup_of (const char  *who,
          const char  *day,
          const char  *claimed,
          const char  *used_up,
          KqView     **view)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();

  *view = fixture_ask (campaign, KQ_PLATFORM_TMALL, who, "popup", day, claimed, used_up);

  return (*view)->popup != NULL ? (*view)->popup->id : NULL;
}

static void
assert_popup (const char *who,
              const char *day,
              const char *claimed,
              const char *used_up,
              const char *expected)
{
  g_autoptr (KqView) view = NULL;

  g_assert_cmpstr (popup_of (who, day, claimed, used_up, &view), ==, expected);
  if (expected == NULL)
    g_assert_nonnull (view->note);
}

/* Its own window, not the pack's period. */
static void
test_window (void)
{
  assert_popup ("new", "06T08:59", NULL, NULL, NULL);
  assert_popup ("new", "06T09:00", NULL, NULL, "pnew");
  assert_popup ("t2", "15T23:59", NULL, NULL, "pmem");
  assert_popup ("t2", "16T00:00", NULL, NULL, NULL);
}

/* On joining for the new, on the first visit for the others, and not again. */
static void
test_first_visit (void)
{
  assert_popup ("new", "08", NULL, NULL, "pnew");
  assert_popup ("new", "08", "pnew", NULL, NULL);
  assert_popup ("t2:23h", "08", NULL, NULL, "pnew");
  assert_popup ("t2:23h", "08", "pnew", NULL, "pmem");
  assert_popup ("t2", "08", "pmem", NULL, NULL);
  assert_popup ("t1", "08", NULL, NULL, NULL);
  assert_popup ("rejoined", "08", NULL, NULL, NULL);
  assert_popup ("visitor", "08", NULL, NULL, NULL);
  assert_popup ("new", "08", NULL, "pnew/gift", NULL);
}

static void
test_grants_all (void)
{
  g_autoptr (KqView) view = NULL;
  KqViewItem *coupon, *gift;

  g_assert_cmpstr (popup_of ("new", "08", NULL, NULL, &view), ==, "pnew");
  g_assert_cmpuint (view->popup->items->len, ==, 2);
  coupon = view->popup->items->pdata[0];
  gift = view->popup->items->pdata[1];
  g_assert_cmpint (coupon->status, ==, KQ_VIEW_STATUS_CLAIMABLE);
  g_assert_cmpint (gift->status, ==, KQ_VIEW_STATUS_CLAIMABLE);
  g_assert_null (coupon->action);
  g_assert_nonnull (view->popup->action);
}

/* One of each, although the coupon allows five. */
static void
test_one_each (void)
{
  g_autoptr (KqView) view = NULL;

  popup_of ("new", "08", NULL, NULL, &view);
  g_assert_cmpstr (((KqViewItem *) view->popup->items->pdata[0])->when, ==, "1 each");
}

static void
test_gift_price (void)
{
  g_autoptr (KqView) view = NULL;

  popup_of ("new", "08", NULL, NULL, &view);
  g_assert_cmpstr (((KqViewItem *) view->popup->items->pdata[1])->face, ==, "¥0.01");
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
  g_test_add_func ("/view/TM-23/window", test_window);
  g_test_add_func ("/view/TM-24/first-visit", test_first_visit);
  g_test_add_func ("/view/TM-17/grants-all", test_grants_all);
  g_test_add_func ("/view/TM-07/one-each", test_one_each);
  g_test_add_func ("/view/TM-14/gift-price", test_gift_price);

  return g_test_run ();
}
