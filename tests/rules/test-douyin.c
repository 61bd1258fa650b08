/* test-douyin.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 000: for each rule what breaks it, and beside it what doesn't. */

#define D BASE_DOUYIN
#define T BASE_TMALL

static const Case cases[] = {
  { "clean", D },

  { "DY-01/voided", D, { "/coupons/0/state \"voided\"", "/coupons/1/state \"voided\"" },
    { "DY-01 error /coupons" } },
  { "DY-01/join-gifts", D, { "/coupons/0/purpose \"join-gift\"",
                             "/coupons/1/purpose \"join-gift\"" },
    { "DY-01 error /coupons" } },
  { "DY-01/no-coupons", D, { "/coupons" }, { "DY-01 error /coupons" } },
  { "DY-01/one-is-enough", D, { "/coupons/1/state \"voided\"" } },
  { "DY-01/another-platform", T },
  { "DY-01/no-shop", D, { "/coupons", "/levels", "/shops" } },

  { "DY-03/none", D, { "/coupons/0/perMember 0" }, { "DY-03 error /coupons/0/perMember" } },
  { "DY-03/one", D, { "/coupons/0/perMember 1" } },
  { "DY-03/voided", D, { "/coupons/1/state \"voided\"", "/coupons/1/perMember 0" } },
  { "DY-03/another-platform", T, { "/coupons/2/perMember 0" } },

  { "DY-05/discount", D, { "/coupons/0/discount \"gift\"" },
    { "DY-05 error /coupons/0/discount" } },
  { "DY-05/scope", D, { "/coupons/0/scope \"brand\"" }, { "DY-05 error /coupons/0/scope" } },
  { "DY-05/voided", D, { "/coupons/1/discount \"gift\"", "/coupons/1/state \"voided\"" } },
  { "DY-05/another-platform", T, { "/coupons/2/discount \"gift\"" },
    { "KQ-ENUM error /coupons/2/discount" } },
  { "DY-05/all-six", D, {
      "/coupons/0/scope \"product\"", "/coupons/0/products [\"p1\"]",
      "/coupons/1/scope \"product\"", "/coupons/1/products [\"p1\"]" } },
  { "DY-05/percent", D, { "/coupons/0/discount \"percent\"", "/coupons/0/percent 90" } },

  { "DY-07/no-levels", D, { "/levels" }, { "DY-07 error /levels" } },
  { "DY-07/of-another-platform", D, {
      "/levels [{\"id\":\"l\",\"platform\":\"tmall\"}]",
      "/shops/- {\"id\":\"t\",\"platform\":\"tmall\"}" }, { "DY-07 error /levels" } },
  { "DY-07/one-level", D, { "/levels/1" } },
  { "DY-07/voided", D, { "/levels", "/shops", "/coupons/0/state \"voided\"",
                         "/coupons/1/state \"voided\"" } },
  { "DY-07/another-purpose", D, {
      "/levels", "/coupons/0/purpose \"join-gift\"", "/coupons/1/state \"voided\"", "/shops" },
    { "KQ-PLATFORM warning /coupons/0/platform" } },
  { "DY-07/another-platform", T, { "/levels", "/giftPacks/1/levels" } },

  { "DY-08/name", D, { "/coupons/0/name" }, { "DY-08 error /coupons/0/name" } },
  { "DY-08/amount-of-fixed", D, { "/coupons/0/amount 0" }, { "DY-08 error /coupons/0/amount" } },
  { "DY-08/amount-of-threshold", D, { "/coupons/1/amount 0" },
    { "DY-08 error /coupons/1/amount" } },
  { "DY-08/amount-of-percent", D, {
      "/coupons/0/discount \"percent\"", "/coupons/0/percent 99", "/coupons/0/amount 0" } },
  { "DY-08/no-threshold", D, { "/coupons/1/threshold" }, { "DY-08 error /coupons/1/threshold" } },
  { "DY-08/percent-0", D, { "/coupons/0/discount \"percent\"" },
    { "DY-08 error /coupons/0/percent" } },
  { "DY-08/percent-1", D, { "/coupons/0/discount \"percent\"", "/coupons/0/percent 1" } },
  { "DY-08/percent-100", D, { "/coupons/0/discount \"percent\"", "/coupons/0/percent 100" },
    { "DY-08 error /coupons/0/percent", "KQ-ENUM error /coupons/0/percent" } },
  { "DY-08/percent-of-fixed", D, { "/coupons/0/percent 100" },
    { "KQ-ENUM error /coupons/0/percent" } },
  { "DY-08/no-products", D, { "/coupons/0/scope \"product\"" },
    { "DY-08 error /coupons/0/products" } },
  { "DY-08/claim-start", D, { "/coupons/0/claimStart" },
    { "DY-08 error /coupons/0/claimStart" } },
  { "DY-08/claim-end", D, { "/coupons/1/claimEnd" }, { "DY-08 error /coupons/1/claimEnd" } },
  { "DY-08/claim-reversed", D, { "/coupons/1/claimEnd \"2026-11-07T23:59:59+08:00\"" },
    { "DY-08 error /coupons/1/claimEnd" } },
  { "DY-08/claim-of-one-second", D, { "/coupons/1/claimEnd \"2026-11-08T00:00:00+08:00\"" } },
  { "DY-08/claim-in-other-offsets", D, { "/coupons/1/claimEnd \"2026-11-07T16:00:00Z\"" } },
  { "DY-08/no-days", D, { "/coupons/0/useDays 0" }, { "DY-08 error /coupons/0/useDays" } },
  { "DY-08/no-use-times", D, { "/coupons/0/validity \"range\"" },
    { "DY-08 error /coupons/0/useStart", "DY-08 error /coupons/0/useEnd" } },
  { "DY-08/use-reversed", D, {
      "/coupons/0/validity \"range\"", "/coupons/0/useStart \"2026-11-01T00:00:01+08:00\"",
      "/coupons/0/useEnd \"2026-11-01T00:00:00+08:00\"" }, { "DY-08 error /coupons/0/useEnd" } },
  { "DY-08/use-times-of-days", D, {
      "/coupons/0/useStart \"2026-11-02T00:00:00+08:00\"",
      "/coupons/0/useEnd \"2026-11-01T00:00:00+08:00\"" } },
  { "DY-08/quantity-0", D, { "/coupons/0/quantity 0" }, { "DY-08 error /coupons/0/quantity" } },
  { "DY-08/quantity-1", D, { "/coupons/0/quantity 1" } },
  { "DY-08/another-platform", T, { "/coupons/2/amount 0" }, { "DY-08 error /coupons/2/amount" } },
  { "DY-08/voided", D, { "/coupons/1/state \"voided\"", "/coupons/1/name", "/coupons/1/amount 0",
                         "/coupons/1/quantity 0" } },

  { "DY-13/one-second", D, { "/coupons/0/claimEnd \"2026-11-07T23:59:58+08:00\"" },
    { "DY-13 warning /coupons/0/claimEnd" } },
  { "DY-13/one-second-later", D, { "/coupons/1/claimStart \"2026-11-08T00:00:01+08:00\"" },
    { "DY-13 warning /coupons/0/claimEnd", "DY-12 advice /coupons/1/claimStart" } },
  { "DY-13/contiguous", D },
  { "DY-13/contiguous-in-another-offset", D, {
      "/coupons/0/claimEnd \"2026-11-07T15:59:59Z\"" } },
  { "DY-13/overlapping", D, { "/coupons/0/claimEnd \"2026-11-09T23:59:59+08:00\"" } },
  { "DY-13/of-one-level", D, { "/coupons/1/levels [\"l2\"]" },
    { "DY-13 warning /coupons/0/claimEnd" } },
  { "DY-13/at-the-start-of-one-level", D, { "/coupons/0/levels [\"l2\"]" },
    { "DY-13 warning /coupons/1/claimStart" } },
  { "DY-13/levels-without-any", D, {
      "/levels/- {\"id\":\"l3\",\"name\":\"钻\",\"rank\":3,\"minSpend\":200000,"
      "\"minOrders\":2}",
      "/coupons/0/levels [\"l2\"]", "/coupons/1/levels [\"l2\"]" },
    { "DY-13 warning /levels/0", "DY-13 warning /levels/2" } },
  { "DY-13/levels-that-are-not", D, { "/levels", "/coupons/0/levels [\"l1\"]",
                                      "/coupons/1/levels [\"l1\"]" },
    { "DY-13 warning /levels", "DY-07 error /levels", "KQ-REF error /coupons/0/levels/0",
      "KQ-REF error /coupons/1/levels/0" } },
  { "DY-13/another-purpose", D, {
      "/coupons/1/claimStart \"2026-11-08T00:00:01+08:00\"",
      "/coupons/1/purpose \"join-gift\"" } },
  { "DY-13/voided", D, { "/coupons/1/claimStart \"2026-11-08T00:00:01+08:00\"",
                         "/coupons/1/state \"voided\"" } },
  { "DY-13/another-platform", T, {
      "/coupons/2/claimEnd \"2026-11-02T23:59:59+08:00\"",
      "/coupons/3/purpose \"member-exclusive\"", "/activities/1/kind \"member-exclusive\"",
      "/activities/1/hidden true",
      "/coupons/3/claimStart \"2026-11-05T00:00:00+08:00\"" } },

  { "DY-15/4.99-yuan", D, { "/coupons/0/amount 499" }, { "DY-15 error /coupons/0/amount" } },
  { "DY-15/5.00-yuan", D, { "/coupons/0/amount 500" } },
  { "DY-15/product-coupon", D, {
      "/coupons/0/amount 499", "/coupons/0/scope \"product\"", "/coupons/0/products [\"p1\"]" },
    { "DY-15 error /coupons/0/amount" } },
  { "DY-15/join-gift", D, { "/coupons/0/amount 499", "/coupons/0/purpose \"join-gift\"" } },
  { "DY-15/voided", D, { "/coupons/0/amount 499", "/coupons/0/state \"voided\"" } },
  { "DY-15/another-platform", T, { "/coupons/2/amount 499", "/coupons/2/threshold 599" } },
  { "DY-15/threshold-coupon", D, { "/coupons/1/amount 499", "/coupons/1/threshold 9980" } },

  { "DY-16/4.99-percent", D, { "/coupons/1/amount 499", "/coupons/1/threshold 10000" },
    { "DY-16 error /coupons/1/amount" } },
  { "DY-16/5.00-percent", D, { "/coupons/1/amount 500", "/coupons/1/threshold 10000" } },
  { "DY-16/one-fen-more", D, { "/coupons/1/amount 500", "/coupons/1/threshold 10001" },
    { "DY-16 error /coupons/1/amount" } },
  { "DY-16/huge", D, { "/coupons/1/amount 450359962737049",
                       "/coupons/1/threshold 9007199254740991" },
    { "DY-16 error /coupons/1/amount" } },
  { "DY-16/huge-enough", D, { "/coupons/1/amount 450359962737050",
                              "/coupons/1/threshold 9007199254740991" } },
  { "DY-16/another-purpose", D, { "/coupons/1/amount 1", "/coupons/1/purpose \"join-gift\"" } },
  { "DY-16/voided", D, { "/coupons/1/amount 1", "/coupons/1/state \"voided\"" } },
  { "DY-16/another-platform", T, {
      "/coupons/0/amount 100", "/coupons/0/threshold 100000" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("douyin", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
