/* test-advice.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 000: names, rhythm, validity and hot items. */

#define D BASE_DOUYIN
#define THIRD(id, name, start, end) \
  "/coupons/- {\"id\":\"" id "\",\"name\":\"" name "\",\"amount\":500," \
  "\"claimStart\":\"" start "\",\"claimEnd\":\"" end "\"," \
  "\"validity\":\"days\",\"useDays\":7,\"quantity\":1000}"
#define RANGE(start, end) \
  "/coupons/0/validity \"range\"", "/coupons/0/useStart \"" start "\"", \
  "/coupons/0/useEnd \"" end "\""
#define HOT(threshold) \
  "/coupons/1/goal \"hot-item\"", "/coupons/1/scope \"product\"", \
  "/coupons/1/products [\"p1\"]", "/coupons/1/threshold " threshold

static const Case cases[] = {
  { "clean", D },

  { "DY-11/same", D, { "/coupons/1/name \"券一\"" }, { "DY-11 warning /coupons/1/name" } },
  { "DY-11/three", D, {
      "/coupons/1/name \"券一\"",
      THIRD ("c", "券一", "2026-11-15T00:00:00+08:00", "2026-11-21T23:59:59+08:00") },
    { "DY-11 warning /coupons/1/name", "DY-11 warning /coupons/2/name" } },
  { "DY-11/number-taken", D, {
      "/coupons/1/name \"券一\"",
      THIRD ("c", "券一 2", "2026-11-15T00:00:00+08:00", "2026-11-21T23:59:59+08:00") },
    { "DY-11 warning /coupons/1/name" } },
  { "DY-11/any-purpose", D, { "/coupons/1/name \"券一\"", "/coupons/1/purpose \"join-gift\"" },
    { "DY-11 warning /coupons/1/name" } },
  { "DY-11/voided", D, { "/coupons/0/name \"券二\"", "/coupons/0/state \"voided\"" } },
  { "DY-11/no-names", D, { "/coupons/0/name", "/coupons/1/name" },
    { "DY-08 error /coupons/0/name", "DY-08 error /coupons/1/name" } },
  { "DY-11/another-platform", BASE_TMALL, { "/coupons/1/name \"包一\"" } },

  { "DY-12/other-weekday", D, { "/coupons/0/claimEnd \"2026-11-08T23:59:59+08:00\"",
                                "/coupons/1/claimStart \"2026-11-09T00:00:00+08:00\"" },
    { "DY-12 advice /coupons/1/claimStart" } },
  { "DY-12/other-time", D, { "/coupons/1/claimStart \"2026-11-07T23:59:59+08:00\"" },
    { "DY-12 advice /coupons/1/claimStart" } },
  { "DY-12/monthly", D, {
      "/coupons/0/claimEnd \"2026-11-30T23:59:59+08:00\"",
      "/coupons/1/claimStart \"2026-12-01T00:00:00+08:00\"",
      "/coupons/1/claimEnd \"2026-12-31T23:59:59+08:00\"" } },
  { "DY-12/weekly-then-monthly", D, {
      "/coupons/1/claimEnd \"2026-11-30T23:59:59+08:00\"",
      THIRD ("c", "券三", "2026-12-01T00:00:00+08:00", "2026-12-31T23:59:59+08:00") },
    { "DY-12 advice /coupons/2/claimStart" } },
  { "DY-12/in-the-campaign's-zone", D, {
      "/coupons/1/claimStart \"2026-11-07T16:00:00Z\"" } },
  { "DY-12/one", D, { "/coupons/0/claimStart \"2026-11-03T10:00:00+08:00\"",
                      "/coupons/1/state \"voided\"" } },
  { "DY-12/another-platform", BASE_TMALL, {
      "/coupons/2/claimStart \"2026-11-03T10:00:00+08:00\"" } },

  { "DY-17/6-days", D, { "/coupons/0/useDays 6" }, { "DY-17 advice /coupons/0/useDays" } },
  { "DY-17/8-days", D, { "/coupons/0/useDays 8" }, { "DY-17 advice /coupons/0/useDays" } },
  { "DY-17/1-day", D, { "/coupons/0/useDays 1" }, { "DY-17 advice /coupons/0/useDays" } },
  { "DY-17/range-without-end", D, {
      "/coupons/0/validity \"range\"", "/coupons/0/useStart \"2026-11-01T00:00:00+08:00\"" },
    { "DY-08 error /coupons/0/useEnd" } },
  { "DY-17/range-without-start", D, {
      "/coupons/0/validity \"range\"", "/coupons/0/useEnd \"2026-11-01T00:00:00+08:00\"" },
    { "DY-08 error /coupons/0/useStart" } },
  { "DY-17/range-of-one-second", D, {
      RANGE ("2026-11-01T00:00:00+08:00", "2026-11-01T00:00:00+08:00") },
    { "DY-17 advice /coupons/0/useEnd" } },
  { "DY-17/later", D, { "/coupons/0/useDelayDays 1" }, { "DY-17 advice /coupons/0/useDelayDays" } },
  { "DY-17/basket", D, { "/coupons/0/useDays 6", "/coupons/0/goal \"basket\"" } },
  { "DY-17/hot-item", D, { "/coupons/0/useDays 6", "/coupons/0/goal \"hot-item\"" } },
  { "DY-17/join-gift", D, { "/coupons/1/useDays 6", "/coupons/1/purpose \"join-gift\"" } },
  { "DY-17/range", D, { RANGE ("2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00") } },
  { "DY-17/range-of-seven-times-24-hours", D, {
      RANGE ("2026-10-31T12:00:00+08:00", "2026-11-07T11:59:59+08:00") } },
  { "DY-17/range-of-eight", D, {
      RANGE ("2026-11-01T00:00:00+08:00", "2026-11-08T23:59:59+08:00") },
    { "DY-17 advice /coupons/0/useEnd" } },
  { "DY-17/range-that-starts-later", D, {
      RANGE ("2026-11-01T00:00:01+08:00", "2026-11-07T23:59:59+08:00") },
    { "DY-17 advice /coupons/0/useStart" } },
  { "DY-17/another-platform", BASE_TMALL, { "/coupons/2/useDays 6" } },

  { "DY-19/a-fen-more", D, { HOT ("59901") }, { "DY-19 advice /coupons/1/threshold" } },
  { "DY-19/as-much", D, { HOT ("59900") } },
  { "DY-19/cheapest", D, {
      "/products/- {\"id\":\"p2\",\"name\":\"灯\",\"price\":19900}", HOT ("59900"),
      "/coupons/1/products [\"p1\",\"p2\"]" }, { "DY-19 advice /coupons/1/threshold" } },
  { "DY-19/cheapest-without-price", D, {
      "/products/- {\"id\":\"p2\",\"name\":\"灯\"}", HOT ("59900"),
      "/coupons/1/products [\"p1\",\"p2\"]" } },
  { "DY-19/cheapest-first", D, {
      "/products/- {\"id\":\"p2\",\"name\":\"灯\",\"price\":19900}", HOT ("59900"),
      "/coupons/1/products [\"p2\",\"p1\"]" }, { "DY-19 advice /coupons/1/threshold" } },
  { "DY-19/another-goal", D, { HOT ("59901"), "/coupons/1/goal \"basket\"" } },
  { "DY-19/shop-coupon", D, { HOT ("59901"), "/coupons/1/scope \"shop\"" } },
  { "DY-19/no-price", D, { HOT ("59901"), "/products/0/price" } },
  { "DY-19/voided", D, { HOT ("59901"), "/coupons/1/state \"voided\"" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("advice", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
