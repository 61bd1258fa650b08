/* test-center.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 002: the member center. Its benefits are 0 join-gift,
 * 1 exclusive-coupon, 2 exchange-15-days, 3 priority-refund. */

#define T BASE_TMALL
#define CENTER "/memberCenters/0/"
#define BENEFIT(kind) \
  CENTER "benefits/- {\"id\":\"" kind "\",\"kind\":\"" kind "\",\"text\":\"有\"}"
#define EDITION(edition) "/shops/0/edition \"" edition "\""
#define APPLICATION(id, at, account, state) \
  CENTER "tabApplications/- {\"id\":\"" id "\",\"at\":\"" at "\",\"account\":\"" account "\"," \
  "\"state\":\"" state "\"}"
#define NO_APPLICATIONS CENTER "tabApplications []"
#define WAITING NO_APPLICATIONS, APPLICATION ("t", "2026-10-21T09:00:00+08:00", "运营", "applied")

#define TEN "会员规则会员规则会员"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define FIVE_HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED
#define MOST FIVE_HUNDRED FIVE_HUNDRED FIVE_HUNDRED FIVE_HUNDRED FIVE_HUNDRED FIVE_HUNDRED \
  FIVE_HUNDRED FIVE_HUNDRED FIVE_HUNDRED

/* No bytes are at hand: only what the file says of them is checked. */
#define SHA "1111111111111111111111111111111111111111111111111111111111111111"
#define NO_BYTES "KQ-BYTES advice /assets/" SHA
#define ASSET(type, width, height, bytes) \
  "/assets {\"" SHA "\":{\"name\":\"图\",\"type\":\"" type "\",\"width\":" width "," \
  "\"height\":" height ",\"bytes\":" bytes "}}"
#define FACE(type, width, height, bytes) \
  ASSET (type, width, height, bytes), CENTER "facePreset 0", CENTER "faceImage \"" SHA "\""
#define POSTER(type, width, height, bytes) \
  ASSET (type, width, height, bytes), CENTER "posters " \
  "[{\"id\":\"q\",\"image\":\"" SHA "\",\"link\":\"https://m.tb.cn/h.1\"}]"
#define ANOTHER_POSTER(id, link) \
  CENTER "posters/- {\"id\":\"" id "\",\"image\":\"" SHA "\",\"link\":\"" link "\"}"
#define GOOD_POSTER POSTER ("image/jpeg", "1402", "400", "500000")

#define FACE_FOUND "/memberCenters/0/faceImage"
#define POSTER_FOUND "/memberCenters/0/posters/0/image"
#define TAOBAO_SHOP "/shops/- {\"id\":\"tb\",\"platform\":\"taobao\"}"

static const Case cases[] = {
  { "clean", T },

  { "TB-03/earlier", T, {
      NO_APPLICATIONS, APPLICATION ("t", "2026-10-20T08:59:59+08:00", "运营", "approved") },
    { "TB-03 error /memberCenters/0/tabApplications/0/at" } },
  { "TB-03/same-second", T, {
      NO_APPLICATIONS, APPLICATION ("t", "2026-10-20T09:00:00+08:00", "运营", "approved") } },
  { "TB-03/not-published", T, { WAITING, CENTER "publishedAt" },
    { "TB-03 error /memberCenters/0/tabApplications/0/at", "MF-40 warning /activities/1/hidden" } },

  { "TB-06/4501", T, { CENTER "rulesText \"" MOST "一\"" },
    { "TB-06 error /memberCenters/0/rulesText" } },
  { "TB-06/4500", T, { CENTER "rulesText \"" MOST "\"" } },

  { "TB-09/day-23", T, { CENTER "draftSavedAt \"2026-10-13T12:00:00+08:00\"",
                         CENTER "publishedAt \"2026-10-13T11:59:59+08:00\"" },
    { "TB-09 warning /memberCenters/0/draftSavedAt" } },
  { "TB-09/day-22", T, { CENTER "draftSavedAt \"2026-10-13T12:00:01+08:00\"",
                         CENTER "publishedAt \"2026-10-13T11:59:59+08:00\"" } },
  { "TB-09/published-with-it", T, { CENTER "draftSavedAt \"2026-10-13T12:00:00+08:00\"",
                                    CENTER "publishedAt \"2026-10-13T12:00:00+08:00\"" } },
  { "TB-09/never-published", T, { CENTER "draftSavedAt \"2026-08-01T12:00:00+08:00\"",
                                  CENTER "publishedAt" },
    { "TB-09 warning /memberCenters/0/draftSavedAt", "MF-40 warning /activities/1/hidden" } },

  { "TB-11/five", T, { CENTER "facePreset 5" }, { "TB-11 error /memberCenters/0/facePreset" } },
  { "TB-11/minus-one", T, { CENTER "facePreset -1" },
    { "TB-11 error /memberCenters/0/facePreset" } },
  { "TB-11/four", T, { CENTER "facePreset 4" } },
  { "TB-11/own-image-without-one", T, { CENTER "facePreset 0" },
    { "TB-11 error /memberCenters/0/faceImage" } },

  { "TB-12/fits", T, { FACE ("image/png", "1404", "700", "2000000") }, { NO_BYTES } },
  { "TB-12/one-byte-above-2-MB", T, { FACE ("image/jpeg", "1404", "700", "2000001") },
    { NO_BYTES, "TB-12 advice " FACE_FOUND } },
  { "TB-12/2-MiB", T, { FACE ("image/jpeg", "1404", "700", "2097152") },
    { NO_BYTES, "TB-12 advice " FACE_FOUND } },
  { "TB-12/one-byte-above-2-MiB", T, { FACE ("image/jpeg", "1404", "700", "2097153") },
    { NO_BYTES, "TB-12 error " FACE_FOUND } },
  { "TB-12/width", T, { FACE ("image/jpeg", "1405", "700", "2000000") },
    { NO_BYTES, "TB-12 error " FACE_FOUND } },
  { "TB-12/height", T, { FACE ("image/jpeg", "1404", "699", "2000000") },
    { NO_BYTES, "TB-12 error " FACE_FOUND } },
  { "TB-12/type", T, { FACE ("image/gif", "1404", "700", "2000000") },
    { NO_BYTES, "TB-12 error " FACE_FOUND, "KQ-ENUM error /assets/" SHA "/type" } },
  { "TB-12/preset", T, { FACE ("image/jpeg", "1", "1", "9000000"), CENTER "facePreset 1" },
    { NO_BYTES } },
  { "TB-12/not-listed", T, { CENTER "facePreset 0", CENTER "faceImage \"" SHA "\"" },
    { "KQ-REF error " FACE_FOUND } },

  { "TB-13/three", T, { CENTER "benefits/3" },
    { "TB-13 error /memberCenters/0/benefits", "TB-14 error /memberCenters/0/benefits" } },
  { "TB-13/twice", T, { CENTER "benefits/- {\"id\":\"b5\"}" },
    { "TB-13 error /memberCenters/0/benefits/4/kind" } },
  { "TB-13/twice-makes-three", T, { CENTER "benefits/3/kind \"exchange-15-days\"" },
    { "TB-13 error /memberCenters/0/benefits", "TB-13 error /memberCenters/0/benefits/3/kind",
      "TB-14 error /memberCenters/0/benefits" } },
  { "TB-13/unknown", T, { CENTER "benefits/3/kind \"lounge\"" },
    { "TB-13 error /memberCenters/0/benefits", "TB-14 error /memberCenters/0/benefits",
      "KQ-ENUM error /memberCenters/0/benefits/3/kind" } },
  { "TB-13/another-platform", BASE_DOUYIN, {
      "/memberCenters [{\"id\":\"mc\",\"platform\":\"mini-program\"}]" },
    { "KQ-ENUM error /memberCenters/0/platform" } },

  { "TB-14/three-on", T, { CENTER "benefits/3/enabled false" },
    { "TB-14 error /memberCenters/0/benefits" } },
  { "TB-14/four-on", T, { BENEFIT ("other"), CENTER "benefits/3/enabled false" } },
  { "TB-14/none-ready", T, { BENEFIT ("exclusive-service"), CENTER "benefits/4/enabled false",
                             CENTER "benefits/3/enabled false", "/shops/0/afterSale" },
    { "TB-14 error /memberCenters/0/benefits",
      "TB-28 error /memberCenters/0/benefits/2/enabled" } },

  { "TB-17/no-pack", T, { "/giftPacks/0/state \"voided\"" },
    { "TB-17 error /memberCenters/0/benefits/0/enabled" } },
  { "TB-17/five-on", T, { "/giftPacks/0/state \"voided\"", BENEFIT ("other") },
    { "TB-17 error /memberCenters/0/benefits/0/enabled" } },
  { "TB-17/off", T, { "/giftPacks/0/state \"voided\"", BENEFIT ("other"),
                      CENTER "benefits/0/enabled false" } },
  { "TB-17/pack-of-the-family", T, {
      TAOBAO_SHOP, "/coupons/0/platform \"taobao\"", "/giftPacks/0/platform \"taobao\"",
      "/giftPacks/0/gift" } },

  { "TB-20/coupon", T, { "/activities/0/state \"voided\"", "/activities/1/state \"voided\"" },
    { "TB-20 error /memberCenters/0/benefits/1/enabled" } },
  { "TB-20/gift", T, { BENEFIT ("exclusive-gift") },
    { "TB-20 error /memberCenters/0/benefits/4/enabled" } },
  { "TB-20/gift-activity", T, {
      BENEFIT ("exclusive-gift"), "/activities/0/coupon",
      "/activities/0/gift {\"name\":\"袋\",\"url\":\"https://detail.tmall.com/b\","
      "\"quantity\":1,\"stock\":1}" } },
  { "TB-20/off", T, { BENEFIT ("exclusive-gift"), CENTER "benefits/4/enabled false" } },

  { "TB-21/no-rule", T, { BENEFIT ("points-exchange"), "/shops/0/pointsRule" },
    { "TB-21 error /memberCenters/0/benefits/4/enabled" } },
  { "TB-21/standard", T, {
      BENEFIT ("points-exchange"), "/shops/0/pointsRule", EDITION ("standard") },
    { "TB-21 error /memberCenters/0/benefits/4/enabled" } },
  { "TB-21/rule", T, { BENEFIT ("points-exchange") } },
  { "TB-21/member", T, { BENEFIT ("points-exchange"), EDITION ("member") },
    { "TB-21 error /memberCenters/0/benefits/4/enabled" } },
  { "TB-21/member-connected", T, { BENEFIT ("points-exchange"), EDITION ("member"),
                                   "/shops/0/pointsRule", "/shops/0/pointsConnected true" } },
  { "TB-21/no-shop", T, { BENEFIT ("points-exchange"), CENTER "platform \"taobao\"" },
    { "KQ-PLATFORM warning /memberCenters/0/platform" } },

  { "TB-23/standard", T, { BENEFIT ("points-exchange"), CENTER "benefits/4/pointsPlusCash true",
                           EDITION ("standard") },
    { "TB-23 error /memberCenters/0/benefits/4/pointsPlusCash" } },
  { "TB-23/custom", T, {
      BENEFIT ("points-exchange"), CENTER "benefits/4/pointsPlusCash true" } },
  { "TB-23/off", T, { BENEFIT ("points-exchange"), CENTER "benefits/4/pointsPlusCash true",
                      EDITION ("standard"), CENTER "benefits/4/enabled false" } },

  { "TB-24/no-rule", T, { BENEFIT ("shopping-points"), "/shops/0/pointsRule" },
    { "TB-24 error /memberCenters/0/benefits/4/enabled" } },
  { "TB-24/rule", T, { BENEFIT ("shopping-points") } },
  { "TB-24/member", T, {
      BENEFIT ("shopping-points"), "/shops/0/pointsRule", EDITION ("member") } },
  { "TB-24/no-shop", T, { BENEFIT ("shopping-points"), CENTER "platform \"taobao\"" },
    { "KQ-PLATFORM warning /memberCenters/0/platform" } },

  { "TB-25/member", T, {
      BENEFIT ("shopping-points"), EDITION ("member"), CENTER "benefits/4/text" },
    { "TB-25 advice /memberCenters/0/benefits/4/text" } },
  { "TB-25/custom", T, { BENEFIT ("shopping-points"), CENTER "benefits/4/text" } },

  { "TB-26/no-tool", T, { BENEFIT ("exclusive-service") },
    { "TB-26 error /memberCenters/0/benefits/4/enabled" } },
  { "TB-26/tool", T, { BENEFIT ("exclusive-service"), "/shops/0/serviceTool true" } },

  { "TB-27/absent", T, { "/shops/0/serviceTool true" },
    { "TB-27 advice /memberCenters/0/benefits" } },
  { "TB-27/off", T, { "/shops/0/serviceTool true", BENEFIT ("exclusive-service"),
                      CENTER "benefits/4/enabled false" },
    { "TB-27 advice /memberCenters/0/benefits" } },
  { "TB-27/no-center", T, { "/shops/0/serviceTool true", "/memberCenters",
                            "/activities/1/state \"voided\"" } },
  { "TB-27/nothing-at-all", T, { "/shops/0/serviceTool true", CENTER "benefits" },
    { "TB-13 error /memberCenters/0/benefits", "TB-14 error /memberCenters/0/benefits",
      "TB-27 advice /memberCenters/0/benefits" } },

  { "TB-28/exchange", T, { "/shops/0/afterSale", CENTER "benefits/3/kind \"other\"" },
    { "TB-28 error /memberCenters/0/benefits/2/enabled" } },
  { "TB-28/both", T, { "/shops/0/afterSale" },
    { "TB-28 error /memberCenters/0/benefits/2/enabled",
      "TB-28 error /memberCenters/0/benefits/3/enabled" } },
  { "TB-28/both-of-six", T, { "/shops/0/afterSale", BENEFIT ("other"),
                              BENEFIT ("shopping-points") },
    { "TB-28 error /memberCenters/0/benefits/2/enabled",
      "TB-28 error /memberCenters/0/benefits/3/enabled" } },

  { "TB-29/four", T, { GOOD_POSTER, ANOTHER_POSTER ("r", "https://m.tb.cn/h.2"),
                       ANOTHER_POSTER ("s", "https://m.tb.cn/h.3"),
                       ANOTHER_POSTER ("t", "https://m.tb.cn/h.4") },
    { NO_BYTES, "TB-29 error /memberCenters/0/posters" } },
  { "TB-29/three", T, { GOOD_POSTER, ANOTHER_POSTER ("r", "https://m.tb.cn/h.2"),
                        ANOTHER_POSTER ("s", "https://m.tb.cn/h.3") }, { NO_BYTES } },
  { "TB-29/same-link", T, { GOOD_POSTER, ANOTHER_POSTER ("r", "https://m.tb.cn/h.1") },
    { NO_BYTES, "TB-29 error /memberCenters/0/posters/1/link" } },
  { "TB-29/no-link", T, { GOOD_POSTER, CENTER "posters/0/link" },
    { NO_BYTES, "TB-29 error /memberCenters/0/posters/0/link" } },

  { "TB-30/fits", T, { GOOD_POSTER }, { NO_BYTES } },
  { "TB-30/png", T, { POSTER ("image/png", "1402", "400", "1") },
    { NO_BYTES, "TB-30 error " POSTER_FOUND } },
  { "TB-30/one-byte-above-500-kB", T, { POSTER ("image/jpeg", "1402", "400", "500001") },
    { NO_BYTES, "TB-30 advice " POSTER_FOUND } },
  { "TB-30/500-KiB", T, { POSTER ("image/jpeg", "1402", "400", "512000") },
    { NO_BYTES, "TB-30 advice " POSTER_FOUND } },
  { "TB-30/one-byte-above-500-KiB", T, { POSTER ("image/jpeg", "1402", "400", "512001") },
    { NO_BYTES, "TB-30 error " POSTER_FOUND } },
  { "TB-30/size", T, { POSTER ("image/jpeg", "1402", "401", "1") },
    { NO_BYTES, "TB-30 error " POSTER_FOUND } },
  { "TB-30/none", T, { GOOD_POSTER, CENTER "posters/0/image" },
    { NO_BYTES, "TB-30 error " POSTER_FOUND } },

  { "TB-35/waiting", T, { WAITING, CENTER "facePreset 5" },
    { "TB-11 error /memberCenters/0/facePreset",
      "TB-35 error /memberCenters/0/tabApplications" } },
  { "TB-35/below-the-center", T, { WAITING, GOOD_POSTER, CENTER "posters/0/link" },
    { NO_BYTES, "TB-29 error /memberCenters/0/posters/0/link",
      "TB-35 error /memberCenters/0/tabApplications" } },
  { "TB-35/one-for-several", T, { WAITING, CENTER "facePreset 5", "/shops/0/afterSale" },
    { "TB-11 error /memberCenters/0/facePreset",
      "TB-28 error /memberCenters/0/benefits/2/enabled",
      "TB-28 error /memberCenters/0/benefits/3/enabled",
      "TB-35 error /memberCenters/0/tabApplications" } },
  { "TB-35/advice", T, { WAITING, POSTER ("image/jpeg", "1402", "400", "500001") },
    { NO_BYTES, "TB-30 advice " POSTER_FOUND } },
  { "TB-35/another-error", T, { WAITING, CENTER "rulesText \"" MOST "一\"" },
    { "TB-06 error /memberCenters/0/rulesText" } },
  { "TB-35/approved", T, { WAITING, CENTER "tabApplications/0/state \"approved\"",
                           CENTER "facePreset 5" },
    { "TB-11 error /memberCenters/0/facePreset" } },
  { "TB-35/fine", T, { WAITING } },

  { "TB-37/same-account", T, {
      NO_APPLICATIONS, APPLICATION ("t", "2026-10-21T09:00:00+08:00", "运营", "refused"),
      APPLICATION ("u", "2026-10-22T09:00:00+08:00", "运营", "applied") },
    { "TB-37 warning /memberCenters/0/tabApplications/1/account" } },
  { "TB-37/listed-the-other-way-round", T, {
      NO_APPLICATIONS, APPLICATION ("u", "2026-10-22T09:00:00+08:00", "运营", "applied"),
      APPLICATION ("t", "2026-10-21T09:00:00+08:00", "运营", "refused") },
    { "TB-37 warning /memberCenters/0/tabApplications/0/account" } },
  { "TB-37/another-account", T, {
      NO_APPLICATIONS, APPLICATION ("t", "2026-10-21T09:00:00+08:00", "运营", "refused"),
      APPLICATION ("u", "2026-10-22T09:00:00+08:00", "客服", "applied") } },
  { "TB-37/approved-before", T, {
      NO_APPLICATIONS, APPLICATION ("t", "2026-10-21T09:00:00+08:00", "运营", "approved"),
      APPLICATION ("u", "2026-10-22T09:00:00+08:00", "运营", "applied") } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("center", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
