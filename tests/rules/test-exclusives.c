/* test-exclusives.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 003, section D: exclusive coupons and activities. Coupon 2 is for
 * members (activity 0), 3 for new members (activity 1). */

#define T BASE_TMALL
#define SECOND_ACTIVITY(coupon) \
  "/activities/- {\"id\":\"az\",\"name\":\"又一个\",\"hidden\":true,\"coupon\":\"" coupon "\"," \
  "\"start\":\"2026-12-01T00:00:00+08:00\",\"end\":\"2026-12-30T23:59:59+08:00\"}"
#define CARRIES(coupon) "/messages/0/coupon \"" coupon "\"", "/coupons/2/shortLink " \
  "\"https://m.tb.cn/h.m\"", "/coupons/2/linkVerified true", \
  "/coupons/3/shortLink \"https://m.tb.cn/h.m\"", "/coupons/3/linkVerified true"
#define TAOBAO_SHOP "/shops/- {\"id\":\"tb\",\"platform\":\"taobao\"}"
#define GIFT \
  "{\"name\":\"袋\",\"url\":\"https://detail.tmall.com/b\",\"quantity\":1,\"stock\":1}"

static const Case cases[] = {
  { "clean", T },

  { "MF-31/payment", T, { "/coupons/2/scene \"payment\"" },
    { "MF-31 warning /coupons/2/scene" } },
  { "MF-31/payment-reminder", T, { "/coupons/2/scene \"payment-reminder\"" },
    { "MF-31 warning /coupons/2/scene" } },
  { "MF-31/shipping", T, { "/coupons/2/scene \"shipping\"" },
    { "MF-31 warning /coupons/2/scene" } },
  { "MF-31/instant", T, { "/coupons/2/scene \"instant\"" },
    { "MF-31 warning /coupons/2/scene" } },
  { "MF-31/logistics", T, { "/coupons/3/scene \"logistics-alert\"" },
    { "MF-31 warning /coupons/3/scene" } },
  { "MF-31/confirm", T, { "/coupons/2/scene \"confirm\"" } },
  { "MF-31/returning", T, { "/coupons/2/scene \"payment\"", "/coupons/2/returningOnly true" } },
  { "MF-31/returning-new", T, {
      "/coupons/3/scene \"payment\"", "/coupons/3/returningOnly true" },
    { "MF-31 warning /coupons/3/scene" } },
  { "MF-31/push", T, { "/coupons/6/scene \"payment\"", "/messages/0/scene \"payment\"" } },
  { "MF-31/message", T, { CARRIES ("x"), "/messages/0/scene \"shipping\"" },
    { "MF-31 warning /messages/0/scene" } },
  { "MF-31/message-event", T, { CARRIES ("x") } },
  { "MF-31/message-returning", T, {
      CARRIES ("x"), "/messages/0/scene \"shipping\"", "/messages/0/returningOnly true" } },
  { "MF-31/message-returning-new", T, {
      CARRIES ("y"), "/messages/0/scene \"shipping\"", "/messages/0/returningOnly true" },
    { "MF-31 warning /messages/0/scene" } },
  { "MF-31/message-voided", T, {
      CARRIES ("x"), "/messages/0/scene \"shipping\"", "/messages/0/state \"voided\"" } },
  { "MF-31/another-platform", BASE_DOUYIN, { "/coupons/0/scene \"payment\"" } },

  { "MF-32/member", T, { "/coupons/2/channel \"link\"" }, { "MF-32 error /coupons/2/channel" } },
  { "MF-32/new-member", T, { "/coupons/3/channel \"crm\"" },
    { "MF-32 error /coupons/3/channel" } },
  { "MF-32/another-platform", BASE_DOUYIN, { "/coupons/0/channel \"link\"" } },

  { "MF-33/product", T, { "/coupons/2/scope \"product\"", "/coupons/2/products [\"p1\"]" },
    { "MF-33 advice /coupons/2/scope" } },
  { "MF-33/29-days", T, { "/coupons/2/scene \"follow-up\"", "/coupons/2/useDays 29" },
    { "MF-33 advice /coupons/2/useDays" } },
  { "MF-33/30-days", T, { "/coupons/2/scene \"follow-up\"" } },
  { "MF-33/another-scene", T, { "/coupons/2/useDays 7" } },
  { "MF-33/one-too-few", T, { "/coupons/3/audienceSize 1000", "/coupons/3/quantity 399" },
    { "MF-33 advice /coupons/3/quantity" } },
  { "MF-33/enough", T, { "/coupons/3/audienceSize 1000", "/coupons/3/quantity 400" } },

  { "MF-34/threshold", T, { "/coupons/2/discount \"threshold\"" },
    { "MF-34 advice /coupons/2/discount" } },
  { "MF-34/percent", T, { "/coupons/3/discount \"percent\"", "/coupons/3/percent 90",
                          "/coupons/3/amount" }, { "MF-34 advice /coupons/3/discount" } },

  { "MF-35/two-activities", T, { SECOND_ACTIVITY ("x") }, { "MF-35 error /coupons/2" } },
  { "MF-35/two-packs", T, { "/giftPacks/1/coupons [\"g1\"]", "/giftPacks/1/quantity 900" },
    { "MF-35 error /coupons/0" } },
  { "MF-35/three", T, { SECOND_ACTIVITY ("x"), "/giftPacks/1/coupons [\"x\"]" },
    { "MF-35 error /coupons/2", "KQ-PURPOSE error /giftPacks/1/coupons/0" } },
  { "MF-35/voided-activity", T, { SECOND_ACTIVITY ("x"), "/activities/2/state \"voided\"" } },
  { "MF-35/both-roles-of-a-fission", T, { "/fissions/0/inviteeCoupon \"f1\"" },
    { "KQ-PURPOSE error /fissions/0/inviteeCoupon" } },
  { "MF-35/message-and-page", T, { CARRIES ("x"), "/landingPages/0/blocks/0/coupon \"x\"" } },

  { "MF-36/no-card", T, { "/shops/0/memberCard" }, { "MF-36 error /shops/0/memberCard" } },
  { "MF-36/no-activity", T, { "/shops/0/memberCard", "/activities/0/state \"voided\"",
                              "/activities/1/state \"voided\"", "/memberCenters" } },
  { "MF-36/no-shop", T, { TAOBAO_SHOP, "/shops/0", "/activities/0/state \"voided\"",
      "/activities/1/platform \"taobao\"", "/levels", "/coupons", "/fissions", "/giftPacks",
      "/landingPages", "/messages", "/memberCenters" },
    { "KQ-REF error /activities/1/coupon", "MF-36 error /shops/0/memberCard",
      "MF-40 warning /activities/1/hidden" } },
  { "MF-36/another-platform", T, { TAOBAO_SHOP } },

  { "MF-39/hidden", T, { "/activities/1/hidden true" }, { "MF-39 error /activities/1/hidden" } },
  { "MF-39/member-activity", T, { "/activities/0/hidden true" } },

  { "MF-40/not-published", T, { "/memberCenters/0/publishedAt" },
    { "MF-40 warning /activities/1/hidden" } },
  { "MF-40/no-center", T, { "/memberCenters" }, { "MF-40 warning /activities/1/hidden" } },
  { "MF-40/hidden", T, { "/memberCenters", "/activities/1/state \"voided\"" } },
  { "MF-40/center-of-the-family", T, { TAOBAO_SHOP, "/shops/1/afterSale true",
                                       "/memberCenters/0/platform \"taobao\"" } },

  { "MF-42/six", T, { "/activities/1/joinedWithinDays 6" },
    { "MF-42 advice /activities/1/joinedWithinDays" } },
  { "MF-42/none", T, { "/activities/1/joinedWithinDays" },
    { "MF-42 advice /activities/1/joinedWithinDays" } },
  { "MF-42/eight", T, { "/activities/1/joinedWithinDays 8" } },
  { "MF-42/member-activity", T, { "/activities/0/joinedWithinDays 1" } },

  { "MF-43/one-missing", T, { "/activities/0/levels [\"l2\"]" },
    { "MF-43 advice /activities/0/levels" } },
  { "MF-43/all", T, { "/activities/0/levels [\"l2\",\"l1\"]" } },
  { "MF-43/new-members", T, { "/activities/1/levels [\"l2\"]" } },
  { "MF-43/levels-of-another-platform", T, { TAOBAO_SHOP,
      "/levels/- {\"id\":\"l3\",\"platform\":\"taobao\",\"name\":\"他\"}",
      "/activities/0/levels [\"l2\",\"l1\"]" } },

  { "gift-activity", T, { SECOND_ACTIVITY (""), "/activities/2/gift " GIFT } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("exclusives", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
