/* test-own.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Our own rules, but for those on texts and pictures (test-texts.c): for each
 * what breaks it, and beside it what doesn't. */

#define D BASE_DOUYIN
#define T BASE_TMALL
#define GIFT "{\"name\":\"香\",\"url\":\"https://detail.tmall.com/g\",\"quantity\":1,\"stock\":1}"
#define NO_IMAGE "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define MEMBER_PACK(coupon, quantity) \
  "/giftPacks/- {\"id\":\"q\",\"name\":\"q\",\"audience\":\"members\",\"quantity\":" quantity "," \
  "\"start\":\"2026-11-11T00:00:00+08:00\",\"end\":\"2026-11-20T23:59:59+08:00\"," \
  "\"coupons\":[\"" coupon "\"]}"
#define CARD(members) \
  "/memberCards [{\"id\":\"d\",\"title\":\"卡\",\"platform\":\"tmall\"" members "}]"

static const Case cases[] = {
  { "KQ-REF/element", T, { "/giftPacks/1/coupons [\"g2\",\"nowhere\"]" },
    { "KQ-REF error /giftPacks/1/coupons/1" } },
  { "KQ-REF/levels", T, { "/giftPacks/1/levels [\"nowhere\"]" },
    { "KQ-REF error /giftPacks/1/levels/0" } },
  { "KQ-REF/single", T, { "/messages/0/product \"nowhere\"" },
    { "KQ-REF error /messages/0/product" } },
  { "KQ-REF/message-coupon", T, { "/messages/0/coupon \"nowhere\"" },
    { "KQ-REF error /messages/0/coupon" } },
  { "KQ-REF/product", T, { "/products/0/coupon \"nowhere\"" },
    { "KQ-REF error /products/0/coupon" } },
  { "KQ-REF/below", T, { "/memberCenters/0/benefits/2/levels [\"l1\",\"nowhere\"]" },
    { "KQ-REF error /memberCenters/0/benefits/2/levels/1" } },
  { "KQ-REF/block", T, { "/landingPages/0/blocks/1/products [\"p1\",\"nowhere\"]" },
    { "KQ-REF error /landingPages/0/blocks/1/products/1" } },
  { "KQ-REF/block-without-coupon", T, { "/landingPages/0/blocks/0/coupon" },
    { "KQ-REF error /landingPages/0/blocks/0/coupon" } },
  { "KQ-REF/no-sharer", T, { "/fissions/0/sharerCoupon" },
    { "KQ-REF error /fissions/0/sharerCoupon" } },
  { "KQ-REF/no-invitee", T, { "/fissions/0/inviteeCoupon \"nowhere\"" },
    { "KQ-REF error /fissions/0/inviteeCoupon" } },
  { "KQ-REF/activity-with-neither", T, { "/activities/0/coupon" },
    { "KQ-REF error /activities/0/coupon" } },
  { "KQ-REF/activity-with-both", T, { "/activities/0/gift " GIFT },
    { "KQ-REF error /activities/0/coupon" } },
  { "KQ-REF/activity-with-gift", T, { "/activities/0/coupon", "/activities/0/gift " GIFT } },
  { "KQ-REF/image", T, { "/products/0/image \"" NO_IMAGE "\"" },
    { "KQ-REF error /products/0/image" } },
  { "KQ-REF/a-word-of-another-list", T, { "/giftPacks/1/coupons [\"g2\",\"p1\"]" },
    { "KQ-REF error /giftPacks/1/coupons/1" } },
  { "KQ-REF/shop-coupon-with-products", T, { "/coupons/2/products [\"nowhere\"]" },
    { "KQ-REF error /coupons/2/products/0" } },
  { "KQ-REF/block-of-another-kind", T, { "/landingPages/0/blocks/1/coupon \"nowhere\"" },
    { "KQ-REF error /landingPages/0/blocks/1/coupon" } },
  { "KQ-REF/image-beside-a-preset", T, { "/memberCenters/0/faceImage \"" NO_IMAGE "\"" },
    { "KQ-REF error /memberCenters/0/faceImage" } },
  { "KQ-REF/voided", T, { "/messages/0/product \"nowhere\"", "/messages/0/state \"voided\"" } },
  { "KQ-REF/below-voided", T, { "/landingPages/0/blocks/0/coupon \"nowhere\"",
                                "/landingPages/0/state \"voided\"" } },

  { "KQ-VOID/element", T, { "/coupons/1/state \"voided\"" },
    { "KQ-VOID error /giftPacks/1/coupons/0" } },
  { "KQ-VOID/all-that-use-it", T, { "/coupons/6/state \"voided\"" },
    { "KQ-VOID error /messages/0/coupon", "KQ-VOID error /landingPages/0/blocks/0/coupon",
      "KQ-VOID error /landingPages/0/blocks/2/coupon" } },
  { "KQ-VOID/ended", T, { "/coupons/1/state \"ended\"" } },
  { "KQ-VOID/ended-in-use", T, { "/coupons/6/state \"ended\"" },
    { "MF-10 warning /coupons/6/state" } },
  { "KQ-VOID/both-voided", T, { "/coupons/1/state \"voided\"",
                                "/giftPacks/1/state \"voided\"" } },
  { "KQ-VOID/landing-page", T, { "/landingPages/0/state \"voided\"",
                                 "/messages/0/landingPage \"lp\"" },
    { "KQ-VOID error /messages/0/landingPage" } },

  { "KQ-ENUM/word", T, { "/coupons/6/goal \"fame\"" }, { "KQ-ENUM error /coupons/6/goal" } },
  { "KQ-ENUM/platform", T, { "/coupons/6/platform \"pdd\"" },
    { "KQ-ENUM error /coupons/6/platform" } },
  { "KQ-ENUM/state", T, { "/coupons/1/state \"paused\"" }, { "KQ-ENUM error /coupons/1/state" } },
  { "KQ-ENUM/purpose", T, { "/coupons/2/purpose \"vip\"" },
    { "KQ-ENUM error /coupons/2/purpose" } },
  { "KQ-ENUM/child", T, { "/memberDay/weekday \"someday\"" },
    { "KQ-ENUM error /memberDay/weekday" } },
  { "KQ-ENUM/child-that-does-not-say-it", D, { "/memberDay {\"weekday\":\"someday\"}" },
    { "KQ-ENUM error /memberDay/weekday" } },
  { "KQ-ENUM/percent-beside-an-amount", D, { "/coupons/0/percent 100" },
    { "KQ-ENUM error /coupons/0/percent" } },
  { "KQ-ENUM/below", T, { "/memberCenters/0/benefits/- {\"id\":\"b5\",\"kind\":\"vip\"}" },
    { "KQ-ENUM error /memberCenters/0/benefits/4/kind" } },
  { "KQ-ENUM/list", T, { CARD (",\"distribution\":[\"poster\",\"fax\"]") },
    { "KQ-ENUM error /memberCards/0/distribution/1" } },
  { "KQ-ENUM/colour", T, { CARD (",\"faceColor\":\"#12345g\"") },
    { "KQ-ENUM error /memberCards/0/faceColor" } },
  { "KQ-ENUM/colour-that-is", T, { CARD (",\"faceColor\":\"#12345f\"") } },
  { "KQ-ENUM/rate-1001", D, { "/claimRate 1001" }, { "KQ-ENUM error /claimRate" } },
  { "KQ-ENUM/rate-1000", D, { "/claimRate 1000", "/useRate 0" } },
  { "KQ-ENUM/negative", D, { "/useRate -1" }, { "KQ-ENUM error /useRate" } },
  { "KQ-ENUM/negative-count", D, { "/coupons/0/audienceSize -1" },
    { "KQ-ENUM error /coupons/0/audienceSize" } },
  { "KQ-ENUM/day-32", D, { "/memberDay {\"repeat\":\"monthly\",\"day\":32}" },
    { "KQ-ENUM error /memberDay/day" } },
  { "KQ-ENUM/day-31", D, { "/memberDay {\"repeat\":\"monthly\",\"day\":31}" } },
  { "KQ-ENUM/level-percent-101", D, { "/levels/0/percent 101" },
    { "KQ-ENUM error /levels/0/percent" } },
  { "KQ-ENUM/time-zone", D, { "/timeZone \"Mars/Base\"" }, { "KQ-ENUM error /timeZone" } },
  { "KQ-ENUM/another-time-zone", D, { "/timeZone \"Asia/Tokyo\"" } },
  { "KQ-ENUM/no-pack-quantity", T, { "/giftPacks/1/quantity null" } },
  { "KQ-ENUM/voided", T, { "/messages/0/scene \"party\"", "/messages/0/state \"voided\"" } },

  { "KQ-WINDOW/activity", T, { "/activities/0/end \"2026-10-31T23:59:59+08:00\"" },
    { "KQ-WINDOW error /activities/0/end" } },
  { "KQ-WINDOW/one-second", T, { "/activities/0/end \"2026-11-01T00:00:00+08:00\"" } },
  { "KQ-WINDOW/offsets", T, { "/activities/0/end \"2026-10-31T16:00:00Z\"" } },
  { "KQ-WINDOW/open", T, { "/activities/0/start" } },
  { "KQ-WINDOW/fission", T, { "/fissions/0/end \"2026-10-31T23:59:59+08:00\"" },
    { "KQ-WINDOW error /fissions/0/end" } },
  { "KQ-WINDOW/pack", T, { "/giftPacks/0/end \"2026-10-31T23:59:59+08:00\"" },
    { "KQ-WINDOW error /giftPacks/0/end" } },
  { "KQ-WINDOW/popup", T, { "/giftPacks/0/popupStart \"2026-11-02T00:00:00+08:00\"",
                            "/giftPacks/0/popupEnd \"2026-11-01T00:00:00+08:00\"" },
    { "KQ-WINDOW error /giftPacks/0/popupEnd" } },
  { "KQ-WINDOW/message", T, { "/messages/0/until \"2026-11-06T18:59:59+08:00\"" },
    { "KQ-WINDOW error /messages/0/until" } },
  { "KQ-WINDOW/campaign", D, { "/start \"2026-11-02T00:00:00+08:00\"",
                               "/end \"2026-11-01T00:00:00+08:00\"" },
    { "KQ-WINDOW error /end" } },
  { "KQ-WINDOW/card", T, { CARD (",\"validity\":\"range\","
                                 "\"validFrom\":\"2026-11-02T00:00:00+08:00\","
                                 "\"validTo\":\"2026-11-01T00:00:00+08:00\"") },
    { "KQ-WINDOW error /memberCards/0/validTo" } },
  { "KQ-WINDOW/permanent-card", T, { CARD (",\"validFrom\":\"2026-11-02T00:00:00+08:00\","
                                           "\"validTo\":\"2026-11-01T00:00:00+08:00\"") },
    { "KQ-WINDOW error /memberCards/0/validTo" } },
  { "KQ-WINDOW/voided", T, { "/messages/0/until \"2026-11-06T18:59:59+08:00\"",
                             "/messages/0/state \"voided\"" } },

  { "KQ-LEVEL/spend-falls", T, { "/levels/0/minSpend 200000" },
    { "KQ-LEVEL error /levels/1/minSpend" } },
  { "KQ-LEVEL/neither-rises", T, { "/levels/1/minSpend 0" },
    { "KQ-LEVEL error /levels/1/minSpend" } },
  { "KQ-LEVEL/orders-fall", T, { "/levels/0/minOrders 1" },
    { "KQ-LEVEL error /levels/1/minOrders" } },
  { "KQ-LEVEL/orders-rise", T, { "/levels/1/minSpend 0", "/levels/1/minOrders 1" } },
  { "KQ-LEVEL/a-fen-more", T, { "/levels/0/minSpend 99999" } },
  { "KQ-LEVEL/one-rank", T, { "/levels/1/rank 1" }, { "KQ-LEVEL error /levels/1/rank" } },
  { "KQ-LEVEL/rank-0", T, { "/levels/0/rank 0" }, { "KQ-LEVEL error /levels/0/rank" } },
  { "KQ-LEVEL/gap-in-ranks", T, { "/levels/1/rank 9" } },
  { "KQ-LEVEL/listed-the-other-way", T, {
      "/levels [{\"id\":\"l2\",\"platform\":\"tmall\",\"rank\":2,\"minSpend\":1},"
      "{\"id\":\"l1\",\"platform\":\"tmall\"}]" } },
  { "KQ-LEVEL/another-platform", T, { "/shops/- {\"id\":\"dy\",\"platform\":\"mini-program\"}",
                                      "/levels/1/platform \"mini-program\"",
                                      "/levels/1/minSpend 0", "/levels/1/rank 1" } },

  { "KQ-PURPOSE/pack", T, { "/giftPacks/1/coupons [\"m\"]" },
    { "KQ-PURPOSE error /giftPacks/1/coupons/0" } },
  { "KQ-PURPOSE/fission", T, { "/fissions/0/sharerCoupon \"f2\"",
                               "/fissions/0/inviteeCoupon \"f1\"" },
    { "KQ-PURPOSE error /fissions/0/sharerCoupon",
      "KQ-PURPOSE error /fissions/0/inviteeCoupon" } },
  { "KQ-PURPOSE/activity", T, { "/activities/0/kind \"new-member-exclusive\"",
                                "/activities/0/hidden false",
                                "/activities/0/joinedWithinDays 7" },
    { "KQ-PURPOSE error /activities/0/coupon" } },
  { "KQ-PURPOSE/unknown-kind", T, { "/activities/0/kind \"vip\"" },
    { "KQ-ENUM error /activities/0/kind" } },
  { "KQ-PURPOSE/voided", T, { "/giftPacks/1/coupons [\"m\"]", "/giftPacks/1/state \"voided\"" } },
  { "KQ-PURPOSE/voided-coupon", T, { "/coupons/2/state \"voided\"",
                                     "/coupons/2/purpose \"push\"" },
    { "KQ-VOID error /activities/0/coupon" } },

  { "KQ-PLATFORM/no-shop", T, { "/coupons/6/platform \"mini-program\"" },
    { "KQ-PLATFORM warning /coupons/6/platform" } },
  { "KQ-PLATFORM/card", D, { "/memberCards [{\"id\":\"d\",\"title\":\"卡\","
                             "\"platform\":\"taobao\"}]" },
    { "KQ-PLATFORM warning /memberCards/0/platform" } },
  { "KQ-PLATFORM/second-shop", T, { "/shops/- {\"id\":\"s2\",\"platform\":\"tmall\"}" },
    { "KQ-PLATFORM warning /shops/1/platform" } },
  { "KQ-PLATFORM/shop-elsewhere", T, { "/shops/- {\"id\":\"s2\",\"platform\":\"taobao\"}" } },
  { "KQ-PLATFORM/second-center", T, {
      "/memberCenters/- {\"id\":\"m2\",\"publishedAt\":\"2026-10-20T09:00:00+08:00\","
      "\"benefits\":[{\"id\":\"b1\"},{\"id\":\"b2\",\"kind\":\"exclusive-coupon\"},"
      "{\"id\":\"b3\",\"kind\":\"exchange-15-days\"},"
      "{\"id\":\"b4\",\"kind\":\"priority-refund\"}]}" },
    { "KQ-PLATFORM warning /memberCenters/1/platform" } },
  { "KQ-PLATFORM/voided", T, { "/messages/0/platform \"mini-program\"",
                               "/messages/0/state \"voided\"" } },

  { "KQ-STOCK/one-more", T, { MEMBER_PACK ("g2", "501"), "/giftPacks/1/quantity 500" },
    { "KQ-STOCK error /coupons/1/quantity", "MF-35 error /coupons/1" } },
  /* That both use it at all is MF-35. */
  { "KQ-STOCK/exactly", T, { MEMBER_PACK ("g2", "500"), "/giftPacks/1/quantity 500" },
    { "MF-35 error /coupons/1" } },
  { "KQ-STOCK/lowest-stock", T, { MEMBER_PACK ("g2", "1") },
    { "KQ-STOCK error /coupons/1/quantity", "MF-35 error /coupons/1" } },
  { "KQ-STOCK/one-pack-alone", T, { "/giftPacks/1/quantity 1001" },
    { "TM-11 error /giftPacks/1/quantity" } },
  { "KQ-STOCK/voided", T, { MEMBER_PACK ("g2", "1"), "/giftPacks/2/state \"voided\"" } },

  { "KQ-BUDGET/one-fen-more", D, { "/budget 10499999" }, { "KQ-BUDGET warning /budget" } },
  { "KQ-BUDGET/exactly", D, { "/budget 10500000" } },
  { "KQ-BUDGET/none", D, { "/budget 0" } },
  { "KQ-BUDGET/unbounded", D, { "/budget 9007199254740991", "/coupons/0/discount \"percent\"",
                                "/coupons/0/percent 90" }, { "KQ-BUDGET warning /budget" } },
  { "KQ-BUDGET/bounded", D, { "/budget 10500000", "/coupons/0/discount \"percent\"",
                              "/coupons/0/percent 90", "/coupons/0/maxDiscount 500" } },
  { "KQ-BUDGET/too-much-to-hold", D, {
      "/budget 9007199254740991", "/coupons/0/quantity 9007199254740991",
      "/coupons/0/amount 9007199254740991" }, { "KQ-BUDGET warning /budget" } },
  { "KQ-BUDGET/voided", D, { "/budget 10000000", "/coupons/0/state \"voided\"" } },

  { "dismissed/error", D, { "/coupons/0/amount 499",
                            "/dismissed [{\"rule\":\"DY-15\",\"object\":\"a\"}]" },
    { "DY-15 error /coupons/0/amount" } },
  { "dismissed/warning", D, { "/budget 1",
                              "/dismissed [{\"rule\":\"KQ-BUDGET\",\"object\":\"c\"}]" },
    { "KQ-BUDGET warning /budget" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("own", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
