/* test-short-links.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 003: links, messages and landing pages. */

#define T BASE_TMALL
#define ACTIVITY_LINK(short_link) \
  "/activities/1/link \"https://market.m.taobao.com/a\"", \
  "/activities/1/shortLink \"" short_link "\"", "/activities/1/linkVerified true"
#define BLOCKS(blocks) "/landingPages/0/blocks [" blocks "]"
#define RED "{\"id\":\"r\",\"coupon\":\"m\"}"
#define ORANGE "{\"id\":\"o\",\"coupon\":\"m\",\"tone\":\"orange\"}"
#define PRODUCTS "{\"id\":\"p\",\"kind\":\"products\",\"products\":[\"p1\"]}"
#define TEXT "{\"id\":\"t\",\"kind\":\"text\",\"text\":\"木棉家居\"}"

static const Case cases[] = {
  { "clean", T },

  { "MF-09/coupon", T, { "/coupons/2/link \"https://uland.taobao.com/x\"" },
    { "MF-09 warning /coupons/2/shortLink" } },
  { "MF-09/coupon-short", T, { "/coupons/2/link \"https://uland.taobao.com/x\"",
                               "/coupons/2/shortLink \"https://m.tb.cn/h.x\"",
                               "/coupons/2/linkVerified true" } },
  { "MF-09/link-that-is-short", T, { "/coupons/2/link \"https://m.tb.cn/h.x\"" } },
  { "MF-09/activity", T, { "/activities/1/link \"https://market.m.taobao.com/a\"" },
    { "MF-09 warning /activities/1/shortLink" } },
  { "MF-09/activity-short", T, { ACTIVITY_LINK ("https://m.tb.cn/h.a") } },
  { "MF-09/look-alike", T, { ACTIVITY_LINK ("https://m.tb.cn.example/h.a") },
    { "MF-09 warning /activities/1/shortLink" } },
  { "MF-09/fission", T, { "/fissions/0/shortLink" }, { "MF-09 warning /fissions/0/shortLink" } },
  { "MF-09/voided", T, { "/fissions/0/shortLink", "/fissions/0/state \"voided\"" } },
  { "MF-09/another-platform", BASE_DOUYIN, { "/coupons/0/link \"https://v.douyin.com/x\"" } },
  { "MF-09/message-long", T, { "/messages/0/link \"https://uland.taobao.com/m\"" },
    { "MF-09 warning /messages/0/link" } },
  { "MF-09/message-look-alike", T, { "/messages/0/link \"https://m.tb.cn.example/h.m\"" },
    { "MF-09 warning /messages/0/link", "KQ-LINK warning /messages/0/link" } },
  { "MF-09/message-text", T, {
      "/messages/0/link", "/messages/0/text \"领券https://uland.taobao.com/m 退订回R\"" },
    { "MF-09 warning /messages/0/text" } },
  { "MF-09/message-on-another-platform", BASE_DOUYIN, {
      "/messages [{\"id\":\"n\",\"platform\":\"douyin\",\"name\":\"短信\","
      "\"link\":\"https://v.douyin.com/x\"}]" } },

  { "MF-10/one-second-ago", T, { "/coupons/6/claimEnd \"2026-11-05T11:59:59+08:00\"" },
    { "MF-10 warning /coupons/6/claimEnd" } },
  { "MF-10/this-second", T, { "/coupons/6/claimEnd \"2026-11-05T12:00:00+08:00\"" } },
  { "MF-10/ended", T, { "/coupons/6/state \"ended\"" }, { "MF-10 warning /coupons/6/state" } },
  { "MF-10/only-a-message", T, { "/landingPages",
                                 "/coupons/6/claimEnd \"2026-11-05T11:59:59+08:00\"" },
    { "MF-10 warning /coupons/6/claimEnd" } },
  { "MF-10/a-message-that-is-over", T, {
      "/landingPages", "/coupons/6/claimEnd \"2026-11-05T11:59:58+08:00\"",
      "/messages/0/sendAt \"2026-11-05T11:00:00+08:00\"",
      "/messages/0/until \"2026-11-05T11:59:59+08:00\"" } },
  { "MF-10/a-message-that-ends-now", T, {
      "/landingPages", "/coupons/6/claimEnd \"2026-11-05T11:59:58+08:00\"",
      "/messages/0/sendAt \"2026-11-05T11:00:00+08:00\"",
      "/messages/0/until \"2026-11-05T12:00:00+08:00\"" },
    { "MF-10 warning /coupons/6/claimEnd" } },
  { "MF-10/a-message-without-end", T, {
      "/landingPages", "/coupons/6/claimEnd \"2026-11-05T11:59:58+08:00\"",
      "/messages/0/until" }, { "MF-10 warning /coupons/6/claimEnd" } },
  { "MF-10/product-on-a-page", T, { "/products/0/coupon \"x\"", "/coupons/2/state \"ended\"" },
    { "MF-10 warning /coupons/2/state" } },
  { "MF-10/on-taobao", T, {
      "/shops/- {\"id\":\"tb\",\"platform\":\"taobao\"}", "/coupons/6/state \"ended\"",
      "/messages/0/state \"voided\"", "/landingPages/0/platform \"taobao\"" },
    { "MF-10 warning /coupons/6/state" } },
  { "MF-10/not-used", T, { "/coupons/2/state \"ended\"" } },
  { "MF-10/voided", T, { "/coupons/6/state \"ended\"", "/landingPages/0/state \"voided\"",
                         "/messages/0/state \"voided\"" } },

  { "MF-45/coupon", T, { "/coupons/6/linkVerified" },
    { "MF-45 warning /coupons/6/linkVerified" } },
  { "MF-45/fission", T, { "/fissions/0/linkVerified" },
    { "MF-45 warning /fissions/0/linkVerified" } },
  { "MF-45/activity", T, { ACTIVITY_LINK ("https://m.tb.cn/h.a"), "/activities/1/linkVerified" },
    { "MF-45 warning /activities/1/linkVerified" } },
  { "MF-45/no-short-link", T, { "/coupons/2/linkVerified" } },
  { "MF-45/voided", T, { "/fissions/0/linkVerified", "/fissions/0/state \"voided\"" } },

  { "MF-46/two", T, { "/messages/0/text \"领券https://m.tb.cn/h.z 退订回R\"" },
    { "MF-46 warning /messages/0/text" } },
  { "MF-46/one-twice", T, { "/messages/0/text \"领券https://m.tb.cn/h.m 退订回R\"" } },
  { "MF-46/two-in-the-text", T, { "/messages/0/link",
      "/messages/0/text \"领https://m.tb.cn/h.m 或https://m.tb.cn/h.z 退订回R\"" },
    { "MF-46 warning /messages/0/text" } },
  { "MF-46/voided", T, { "/messages/0/text \"领券https://m.tb.cn/h.z 退订回R\"",
                         "/messages/0/state \"voided\"" } },

  { "MF-48/empty", T, { "/landingPages/0/title" }, { "MF-48 warning /landingPages/0/title" } },
  { "MF-48/blank", T, { "/landingPages/0/title \" \"" },
    { "MF-48 warning /landingPages/0/title" } },
  { "MF-48/own-id", T, { "/landingPages/0/title \"lp\"" },
    { "MF-48 warning /landingPages/0/title" } },
  { "MF-48/another-id", T, { "/landingPages/0/title \"m\"" },
    { "MF-48 warning /landingPages/0/title" } },
  { "MF-48/latin", T, { "/landingPages/0/title \"VIP\"" } },
  { "MF-48/voided", T, { "/landingPages/0/title", "/landingPages/0/state \"voided\"" } },

  { "MF-49/orange-on-top", T, { BLOCKS (ORANGE "," PRODUCTS "," RED) },
    { "MF-49 advice /landingPages/0/blocks" } },
  { "MF-49/products-on-top", T, { BLOCKS (TEXT "," PRODUCTS "," RED) },
    { "MF-49 advice /landingPages/0/blocks" } },
  { "MF-49/products-at-the-bottom", T, { BLOCKS (RED "," ORANGE "," TEXT "," PRODUCTS) },
    { "MF-49 advice /landingPages/0/blocks" } },
  { "MF-49/text-between", T, { BLOCKS (RED "," TEXT "," PRODUCTS "," ORANGE) } },
  { "MF-49/no-orange", T, { BLOCKS (RED "," PRODUCTS) } },
  { "MF-49/empty", T, { BLOCKS ("") } },
  { "MF-49/voided", T, { BLOCKS (ORANGE "," RED), "/landingPages/0/state \"voided\"" } },

  { "MF-50/block", T, { "/landingPages/0/blocks/1/link \"https://m.tb.cn.example/x\"" },
    { "MF-50 error /landingPages/0/blocks/1/link" } },
  { "MF-50/sub-domain", T, { "/landingPages/0/blocks/1/link \"https://x.m.tb.cn/x\"" },
    { "MF-50 error /landingPages/0/blocks/1/link" } },
  { "MF-50/user", T, { "/landingPages/0/blocks/1/link \"https://m.tb.cn@evil.example/\"" },
    { "MF-50 error /landingPages/0/blocks/1/link" } },
  { "MF-50/http", T, { "/landingPages/0/blocks/1/link \"http://m.tb.cn/h.x\"" },
    { "MF-50 error /landingPages/0/blocks/1/link" } },
  { "MF-50/no-address", T, { "/landingPages/0/blocks/1/link \"淘短链\"" },
    { "MF-50 error /landingPages/0/blocks/1/link" } },
  { "MF-50/short", T, { "/landingPages/0/blocks/1/link \"https://m.tb.cn/\"" } },
  { "MF-50/product", T, { "/products/0/shortLink \"https://detail.tmall.com/1\"" },
    { "MF-50 error /products/0/shortLink" } },
  { "MF-50/product-elsewhere", T, {
      "/products/- {\"id\":\"p2\",\"name\":\"灯\",\"price\":1,"
      "\"shortLink\":\"https://detail.tmall.com/1\"}" } },
  { "MF-50/coupon", T, { "/coupons/6/shortLink \"https://uland.taobao.com/m\"",
                         "/messages/0/state \"voided\"" },
    { "MF-50 error /coupons/6/shortLink", "MF-09 warning /coupons/6/shortLink" } },
  { "MF-50/voided", T, { "/products/0/shortLink \"https://detail.tmall.com/1\"",
                         "/landingPages/0/state \"voided\"" } },

  { "MF-52/not-tested", T, { "/landingPages/0/clickTested" },
    { "MF-52 warning /landingPages/0/clickTested" } },
  { "MF-52/voided", T, { "/landingPages/0/clickTested", "/landingPages/0/state \"voided\"" } },
  { "MF-52/another-platform", BASE_DOUYIN, {
      "/landingPages [{\"id\":\"lp\",\"platform\":\"douyin\"}]" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("short-links", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
