/* test-packs.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 001: for each rule what breaks it, and beside it what doesn't. */

#define T BASE_TMALL
#define OFFICIAL "https://market.m.taobao.com/apps/market/shopmember/index.html"
#define CRM_COUPON(id) \
  "/coupons/- {\"id\":\"" id "\",\"name\":\"" id "\",\"platform\":\"tmall\"," \
  "\"purpose\":\"gift-pack\",\"discount\":\"threshold\",\"amount\":2000,\"threshold\":19900," \
  "\"claimStart\":\"2026-11-01T00:00:00+08:00\",\"claimEnd\":\"2026-11-30T23:59:59+08:00\"," \
  "\"validity\":\"days\",\"useDays\":30,\"quantity\":1000,\"channel\":\"crm\"}"
#define PACK(id, audience, coupon, start, end) \
  "/giftPacks/- {\"id\":\"" id "\",\"name\":\"" id "\",\"audience\":\"" audience "\"," \
  "\"coupons\":[\"" coupon "\"],\"start\":\"" start "\",\"end\":\"" end "\"}"
#define ON_TAOBAO \
  "/coupons/0/platform \"taobao\"", "/giftPacks/0/platform \"taobao\""
#define TAOBAO_SHOP "/shops/- {\"id\":\"tb\",\"platform\":\"taobao\",\"memberCard\":true}"

static const Case cases[] = {
  { "clean", T },

  { "TM-02/four", T, { CRM_COUPON ("h2"), CRM_COUPON ("h3"), CRM_COUPON ("h4"),
                       "/giftPacks/0/coupons [\"g1\",\"h2\",\"h3\",\"h4\"]" },
    { "TM-02 error /giftPacks/0/coupons" } },
  { "TM-02/three", T, { CRM_COUPON ("h2"), CRM_COUPON ("h3"),
                        "/giftPacks/0/coupons [\"g1\",\"h2\",\"h3\"]" } },
  { "TM-02/member-pack", T, { CRM_COUPON ("h2"), CRM_COUPON ("h3"), CRM_COUPON ("h4"),
                              "/giftPacks/1/coupons [\"g2\",\"h2\",\"h3\",\"h4\"]" },
    { "TM-02 error /giftPacks/1/coupons" } },

  { "TM-03/name", T, { "/giftPacks/0/name" }, { "TM-03 error /giftPacks/0/name" } },
  { "TM-03/start", T, { "/giftPacks/0/start" }, { "TM-03 error /giftPacks/0/start" } },
  { "TM-03/end", T, { "/giftPacks/1/end" }, { "TM-03 error /giftPacks/1/end" } },
  { "TM-03/gift-name", T, { "/giftPacks/0/gift/name" }, { "TM-03 error /giftPacks/0/gift/name" } },
  { "TM-03/gift-link", T, { "/giftPacks/0/gift/url" }, { "TM-03 error /giftPacks/0/gift/url" } },
  { "TM-03/gift-quantity", T, { "/giftPacks/0/gift/quantity", "/giftPacks/0/quantity" },
    { "TM-03 error /giftPacks/0/gift/quantity" } },
  { "TM-03/one-gift", T, { "/giftPacks/0/gift/quantity 1", "/giftPacks/0/quantity" } },
  { "TM-03/no-gift", T, { "/giftPacks/0/gift" } },

  { "TM-04/shared-second", T, { CRM_COUPON ("h"),
      PACK ("q", "new-members", "h", "2026-11-10T23:59:59+08:00", "2026-11-20T23:59:59+08:00") },
    { "TM-04 error /giftPacks/2/start" } },
  { "TM-04/no-shared-second", T, { CRM_COUPON ("h"),
      PACK ("q", "new-members", "h", "2026-11-11T00:00:00+08:00", "2026-11-20T23:59:59+08:00") } },
  { "TM-04/earlier-one-listed-later", T, { CRM_COUPON ("h"),
      PACK ("q", "new-members", "h", "2026-10-11T00:00:00+08:00", "2026-11-01T00:00:00+08:00") },
    { "TM-04 error /giftPacks/0/start" } },
  { "TM-04/within", T, { CRM_COUPON ("h"),
      PACK ("q", "new-members", "h", "2026-11-02T00:00:00+08:00", "2026-11-03T23:59:59+08:00") },
    { "TM-04 error /giftPacks/2/start" } },
  { "TM-04/two-within-one", T, { CRM_COUPON ("h"), CRM_COUPON ("i"),
      PACK ("q", "new-members", "h", "2026-11-02T00:00:00+08:00", "2026-11-03T23:59:59+08:00"),
      PACK ("r", "new-members", "i", "2026-11-05T00:00:00+08:00", "2026-11-06T23:59:59+08:00") },
    { "TM-04 error /giftPacks/2/start", "TM-04 error /giftPacks/3/start" } },
  { "TM-04/voided", T, { CRM_COUPON ("h"),
      PACK ("q", "new-members", "h", "2026-11-02T00:00:00+08:00", "2026-11-03T23:59:59+08:00"),
      "/giftPacks/2/state \"voided\"" } },
  { "TM-04/another-platform", T, { CRM_COUPON ("h"), TAOBAO_SHOP,
      PACK ("q", "new-members", "h", "2026-11-02T00:00:00+08:00", "2026-11-03T23:59:59+08:00"),
      "/giftPacks/2/platform \"taobao\"" } },
  { "TM-04/no-end", T, { CRM_COUPON ("h"),
      PACK ("q", "new-members", "h", "2026-11-02T00:00:00+08:00", "2026-11-03T23:59:59+08:00"),
      "/giftPacks/2/end" }, { "TM-03 error /giftPacks/2/end" } },
  { "TM-04/unknown-audience", T, { CRM_COUPON ("h"),
      PACK ("q", "all", "h", "2026-11-02T00:00:00+08:00", "2026-11-03T23:59:59+08:00") },
    { "KQ-ENUM error /giftPacks/2/audience" } },

  { "TM-06/none", T, { "/giftPacks/1/coupons []" }, { "TM-06 error /giftPacks/1/coupons" } },
  { "TM-06/gift-alone", T, { "/giftPacks/0/coupons" }, { "TM-06 error /giftPacks/0/coupons" } },
  { "TM-06/voided", T, { "/giftPacks/1/coupons []", "/giftPacks/1/state \"voided\"" } },

  { "TM-08/taobao", T, { TAOBAO_SHOP, ON_TAOBAO }, { "TM-08 error /giftPacks/0/gift" } },
  { "TM-08/taobao-without", T, { TAOBAO_SHOP, ON_TAOBAO, "/giftPacks/0/gift" } },
  { "TM-08/unfinished", T, { TAOBAO_SHOP, ON_TAOBAO, "/giftPacks/0/gift/url",
                             "/giftPacks/0/gift/category \"other\"" },
    { "TM-08 error /giftPacks/0/gift", "TM-03 error /giftPacks/0/gift/url",
      "TM-09 error /giftPacks/0/gift/category" } },

  { "TM-09/other", T, { "/giftPacks/0/gift/category \"other\"" },
    { "TM-09 error /giftPacks/0/gift/category" } },
  { "TM-09/unknown", T, { "/giftPacks/0/gift/category \"toy\"" },
    { "KQ-ENUM error /giftPacks/0/gift/category" } },

  { "TM-10/one-more", T, { "/giftPacks/0/gift/stock 99" },
    { "TM-10 error /giftPacks/0/gift/quantity" } },
  { "TM-10/as-many", T, { "/giftPacks/0/gift/stock 100" } },
  { "TM-10/none", T, { "/giftPacks/0/gift/stock 0" },
    { "TM-10 error /giftPacks/0/gift/quantity" } },
  { "TM-10/fewer-packs", T, { "/giftPacks/0/gift/stock 99", "/giftPacks/0/quantity 50" },
    { "TM-10 error /giftPacks/0/gift/quantity" } },

  { "TM-11/one-more-than-gifts", T, { "/giftPacks/0/quantity 101" },
    { "TM-11 error /giftPacks/0/quantity" } },
  { "TM-11/as-many-as-gifts", T, { "/giftPacks/0/quantity 100" } },
  { "TM-11/one-more-than-coupons", T, { "/giftPacks/1/quantity 1001" },
    { "TM-11 error /giftPacks/1/quantity" } },
  { "TM-11/as-many-as-coupons", T, { "/giftPacks/1/quantity 1000" } },
  { "TM-11/empty", T, { "/giftPacks/0/quantity null" } },

  { "TM-15/default", T, { "/coupons/0/channel" }, { "TM-15 error /coupons/0/channel" } },
  { "TM-15/link", T, { "/coupons/0/channel \"link\"" }, { "TM-15 error /coupons/0/channel" } },
  { "TM-15/unknown", T, { "/coupons/0/channel \"post\"" }, { "KQ-ENUM error /coupons/0/channel" } },

  { "TM-20/shared-second", T, { CRM_COUPON ("h"),
      PACK ("q", "members", "h", "2026-11-10T23:59:59+08:00", "2026-11-20T23:59:59+08:00") },
    { "TM-20 error /giftPacks/2/start" } },
  { "TM-20/no-shared-second", T, { CRM_COUPON ("h"),
      PACK ("q", "members", "h", "2026-11-11T00:00:00+08:00", "2026-11-20T23:59:59+08:00") } },
  { "TM-20/other-levels", T, { CRM_COUPON ("h"),
      PACK ("q", "members", "h", "2026-11-10T23:59:59+08:00", "2026-11-20T23:59:59+08:00"),
      "/giftPacks/2/levels [\"l1\"]" },
    { "TM-20 error /giftPacks/2/start" } },
  { "TM-20/beside-a-new-member-pack", T },

  { "TM-21/levels", T, { "/giftPacks/0/levels [\"l2\"]" },
    { "TM-21 error /giftPacks/0/levels" } },
  { "TM-21/levels-that-are-not", T, { "/giftPacks/0/levels [\"nowhere\"]" },
    { "TM-21 error /giftPacks/0/levels", "KQ-REF error /giftPacks/0/levels/0" } },
  { "TM-21/member-pack", T, { "/giftPacks/1/levels [\"l1\",\"l2\"]" } },

  { "TM-22/product-coupon", T, { "/coupons/0/scope \"product\"", "/coupons/0/products [\"p1\"]" },
    { "TM-22 error /giftPacks/0/coupons/0" } },
  { "TM-22/member-pack", T, { "/coupons/1/scope \"product\"", "/coupons/1/products [\"p1\"]" },
    { "TM-22 error /giftPacks/1/coupons/0" } },
  { "TM-22/unknown", T, { "/coupons/0/scope \"brand\"" }, { "KQ-ENUM error /coupons/0/scope" } },

  { "TM-28/query", T, { "/giftPacks/0/joinUrl \"" OFFICIAL "?a=1#b\"" } },
  { "TM-28/fragment", T, { "/memberCenters/0/joinUrl \"" OFFICIAL "#b\"" } },
  { "TM-28/none", T, { "/giftPacks/0/joinUrl" } },
  { "TM-28/host", T, {
      "/giftPacks/0/joinUrl \"https://market.m.taobao.com.cn/apps/market/shopmember/index.html\"" },
    { "TM-28 error /giftPacks/0/joinUrl" } },
  { "TM-28/sub-domain", T, {
      "/giftPacks/0/joinUrl \"https://x.market.m.taobao.com/apps/market/shopmember/index.html\"" },
    { "TM-28 error /giftPacks/0/joinUrl" } },
  { "TM-28/path", T, { "/giftPacks/0/joinUrl \"" OFFICIAL "x\"" },
    { "TM-28 error /giftPacks/0/joinUrl" } },
  { "TM-28/below", T, { "/giftPacks/0/joinUrl \"" OFFICIAL "/\"" },
    { "TM-28 error /giftPacks/0/joinUrl" } },
  { "TM-28/user", T, {
      "/giftPacks/0/joinUrl \"https://market.m.taobao.com@evil.example/apps/market/shopmember/"
      "index.html\"" },
    { "TM-28 error /giftPacks/0/joinUrl" } },
  { "TM-28/port", T, {
      "/giftPacks/0/joinUrl \"https://market.m.taobao.com:8443/apps/market/shopmember/index.html\""
    }, { "TM-28 error /giftPacks/0/joinUrl" } },
  { "TM-28/scheme", T, {
      "/giftPacks/0/joinUrl \"http://market.m.taobao.com/apps/market/shopmember/index.html\"" },
    { "TM-28 error /giftPacks/0/joinUrl" } },
  { "TM-28/center", T, { "/memberCenters/0/joinUrl \"https://mumian.example/join\"" },
    { "TM-28 error /memberCenters/0/joinUrl" } },
  { "TM-28/standard-edition", T, {
      "/shops/0/edition", "/giftPacks/0/joinUrl \"https://mumian.example/join\"" } },
  { "TM-28/voided", T, {
      "/giftPacks/0/state \"voided\"", "/memberCenters/0/benefits/0/kind \"exclusive-gift\"",
      "/activities/- {\"id\":\"g\",\"name\":\"礼\",\"start\":\"2026-11-01T00:00:00+08:00\","
      "\"end\":\"2026-11-02T00:00:00+08:00\",\"hidden\":true,\"gift\":{\"name\":\"香\","
      "\"url\":\"https://detail.tmall.com/g\",\"quantity\":1,\"stock\":1}}",
      "/giftPacks/0/joinUrl \"https://mumian.example/join\"" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("packs", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
