/* test-tap.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

/* What a persona becomes by tapping, and what the phone says as text. */

#define TM KQ_PLATFORM_TMALL
#define TB KQ_PLATFORM_TAOBAO
#define DY KQ_PLATFORM_DOUYIN
#define MP KQ_PLATFORM_MINI_PROGRAM

typedef struct {
  KqCampaign  *campaign;
  KqViewQuery *query;
  KqView      *view;
} Phone;

static void
look (Phone *phone)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&phone->view, kq_view_unref);
  phone->view = kq_view_at (phone->campaign, phone->query, &error);
  g_assert_no_error (error);
}

static void
phone_open (Phone      *phone,
            KqPlatform  platform,
            const char *who,
            const char *page)
{
  phone->campaign = fixture_campaign ();
  phone->query = fixture_query (phone->campaign, platform, who, page, "08");
  phone->view = NULL;
  look (phone);
}

static void
phone_clear (Phone *phone)
{
  g_clear_object (&phone->campaign);
  g_clear_pointer (&phone->query, kq_view_query_free);
  g_clear_pointer (&phone->view, kq_view_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Phone, phone_clear)

static void
tap (Phone      *phone,
     const char *id)
{
  g_assert_true (kq_view_tap (phone->view, phone->query, id));
  look (phone);
}

static void
assert_who (Phone      *phone,
            const char *expected)
{
  g_autofree char *who = kq_view_query_dup_who (phone->query);

  g_assert_cmpstr (who, ==, expected);
}

/* TB-07, TM-24: confirmed, one is a member, and the pack pops up. */
static void
test_join (void)
{
  g_auto (Phone) phone = { NULL };

  phone_open (&phone, TM, "visitor", "center");
  g_assert_null (phone.view->popup);
  tap (&phone, "join");
  assert_who (&phone, "new");
  g_assert_cmpstr (phone.view->popup->id, ==, "pnew");

  tap (&phone, "pnew");
  g_assert_null (phone.view->popup);
  g_assert_cmpint (kq_view_get_status (phone.view, "pnew"), ==, KQ_VIEW_STATUS_CLAIMED);
}

/* Who doesn't meet the lowest level can tap as often as they like. */
static void
test_below (void)
{
  g_auto (Phone) phone = { NULL };

  phone_open (&phone, TM, "visitor-below", "center");
  g_assert_false (kq_view_tap (phone.view, phone.query, "join"));
  assert_who (&phone, "visitor-below");
}

/* MF-53: joins and claims in one flow, and stays somebody with the link. */
static void
test_join_and_claim (void)
{
  g_auto (Phone) phone = { NULL };

  phone_open (&phone, TM, "visitor-linked", "center");
  tap (&phone, "ahid");
  assert_who (&phone, "returning:0h");
  g_assert_cmpint (phone.view->page, ==, KQ_VIEW_PAGE_CENTER);
  g_assert_cmpint (kq_view_get_status (phone.view, "ahid"), ==, KQ_VIEW_STATUS_CLAIMED);
}

static void
test_landing (void)
{
  g_auto (Phone) phone = { NULL };

  phone_open (&phone, TB, "visitor", "landing:l1");
  /* A pushed coupon needs no joining. */
  tap (&phone, "push");
  assert_who (&phone, "visitor");
  g_assert_cmpint (kq_view_get_status (phone.view, "push"), ==, KQ_VIEW_STATUS_CLAIMED);
  tap (&phone, "bmem");
  assert_who (&phone, "new");
  g_assert_cmpint (phone.view->page, ==, KQ_VIEW_PAGE_LANDING);
  g_assert_cmpint (kq_view_get_status (phone.view, "bmem"), ==, KQ_VIEW_STATUS_CLAIMED);
}

/* DY-03: as often as is allowed, and then no more. */
static void
test_claim (void)
{
  g_auto (Phone) phone = { NULL };

  phone_open (&phone, DY, "d1", "center");
  tap (&phone, "dy");
  g_assert_cmpstr (kq_view_get_item (phone.view, "dy")->action, ==, "Claim again");
  tap (&phone, "dy");
  g_assert_cmpint (kq_view_get_status (phone.view, "dy"), ==, KQ_VIEW_STATUS_CLAIMED);
  g_assert_false (kq_view_tap (phone.view, phone.query, "dy"));
  g_assert_false (kq_view_tap (phone.view, phone.query, "nothing"));
}

static void
test_cards (void)
{
  g_auto (Phone) phone = { NULL };
  g_auto (Phone) other = { NULL };

  phone_open (&phone, MP, "expired", "card:paid");
  g_assert_nonnull (kq_view_get_block (phone.view, KQ_VIEW_BLOCK_BUTTON));
  tap (&phone, "paid");
  g_assert_nonnull (kq_view_get_block (phone.view, KQ_VIEW_BLOCK_CODE));

  phone_open (&other, MP, "not-eligible", "card:cond");
  g_assert_false (kq_view_tap (other.view, other.query, "cond"));
}

/* Each persona that the list offers is one that the command line knows. */
static void
test_personas (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ();

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    {
      g_autoptr (GPtrArray) choices = kq_view_list_personas (campaign, i);
      g_autoptr (KqViewQuery) query = kq_view_query_new (i, (KqTime) { 0, 0 });

      for (guint j = 0; j < choices->len; j++)
        {
          KqViewChoice *choice = choices->pdata[j];
          g_autoptr (KqViewQuery) again = kq_view_query_new (i, (KqTime) { 0, 0 });
          g_autofree char *who = NULL;

          g_assert_true (kq_view_query_parse_who (query, campaign, choice->word, NULL));
          who = kq_view_query_dup_who (query);
          g_assert_true (kq_view_query_parse_who (again, campaign, who, NULL));
          g_assert_cmpint (again->persona, ==, query->persona);
          g_assert_cmpint (again->joined_for, ==, query->joined_for);
          g_assert_cmpstr (again->level, ==, query->level);
          g_assert_cmpuint (again->friends_claimed, ==, query->friends_claimed);
        }
    }
}

/* Where a pack's gift is gone the pack is, and nothing else is. */
static void
test_stock (void)
{
  g_auto (Phone) phone = { NULL };

  phone_open (&phone, TM, "new", "center");
  g_assert_true (kq_view_query_parse_stock (phone.query, "gifts-gone", NULL));
  look (&phone);
  g_assert_cmpint (kq_view_get_reason (phone.view, "pnew"), ==, KQ_VIEW_REASON_USED_UP);
  g_assert_cmpint (kq_view_get_status (phone.view, "agift"), ==, KQ_VIEW_STATUS_USED_UP);
  g_assert_cmpint (kq_view_get_status (phone.view, "a2"), ==, KQ_VIEW_STATUS_CLAIMABLE);

  g_assert_true (kq_view_query_parse_stock (phone.query, "gone", NULL));
  look (&phone);
  g_assert_cmpint (kq_view_get_status (phone.view, "a2"), ==, KQ_VIEW_STATUS_USED_UP);
  g_assert_false (kq_view_query_parse_stock (phone.query, "none", NULL));
}

/* All that can be read, from top to bottom. */
static void
test_text (void)
{
  g_auto (Phone) phone = { NULL };
  g_autofree char *text = NULL;
  g_autofree char *visitor = NULL;

  phone_open (&phone, TM, "new", "popup");
  text = kq_view_to_text (phone.view);
  g_assert_true (g_str_has_prefix (text, "Member center\n\n"
                                         "All of it is yours!\n"
                                         "pnew\n"
                                         "No draw: everything in the pack is granted\n"
                                         "- ¥20 · pk1 · No threshold · "));
  g_assert_nonnull (strstr (text, "\nClaim all\n"));
  g_assert_nonnull (strstr (text, "- ¥10 · c2 · No threshold · "));
  g_assert_nonnull (strstr (text, "\n- Exclusive service · Activate\n"));
  g_assert_null (strstr (text, "\n\n\n"));

  phone_clear (&phone);
  phone_open (&phone, TB, "sharer:2/9", "fission:f1");
  visitor = kq_view_to_text (phone.view);
  g_assert_nonnull (strstr (visitor, "\n2 of 3\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/TB-07/tap", test_join);
  g_test_add_func ("/view/TB-07/below", test_below);
  g_test_add_func ("/view/MF-53/tap", test_join_and_claim);
  g_test_add_func ("/view/MF-53/landing", test_landing);
  g_test_add_func ("/view/DY-03/tap", test_claim);
  g_test_add_func ("/view/MP-05/tap", test_cards);
  g_test_add_func ("/view/TM-13/stock", test_stock);
  g_test_add_func ("/view/personas", test_personas);
  g_test_add_func ("/view/text", test_text);

  return g_test_run ();
}
