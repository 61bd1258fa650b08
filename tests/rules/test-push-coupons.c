/* test-push-coupons.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 003, sections A and B: push coupons. Coupon 6 is one. */

#define T BASE_TMALL
#define PRODUCT "/coupons/6/scope \"product\"", "/coupons/6/products [\"p1\"]"
#define RANGE(start, end) \
  "/coupons/6/validity \"range\"", "/coupons/6/useStart \"" start "\"", \
  "/coupons/6/useEnd \"" end "\""
#define THRESHOLD(amount, threshold) \
  "/coupons/6/discount \"threshold\"", "/coupons/6/amount " amount, \
  "/coupons/6/threshold " threshold

static const Case cases[] = {
  { "clean", T },
  { "clean-product", T, { PRODUCT } },

  { "MF-02/threshold", T, { THRESHOLD ("1000", "5000") },
    { "MF-02 advice /coupons/6/discount" } },
  { "MF-02/product", T, { PRODUCT, THRESHOLD ("1000", "5000") } },
  { "MF-02/voided", T, { THRESHOLD ("1000", "5000"), "/coupons/6/state \"voided\"",
                         "/landingPages/0/state \"voided\"", "/messages/0/state \"voided\"" } },

  { "MF-04/universal", T, { "/coupons/6/channel \"universal\"" },
    { "MF-04 error /coupons/6/channel" } },
  { "MF-04/default", T, { "/coupons/6/channel" }, { "MF-04 error /coupons/6/channel" } },
  { "MF-04/unknown", T, { "/coupons/6/channel \"post\"" }, { "KQ-ENUM error /coupons/6/channel" } },
  { "MF-13/in-shop", T, { PRODUCT, "/coupons/6/channel \"in-shop\"" },
    { "MF-13 error /coupons/6/channel" } },
  { "MF-13/link", T, { PRODUCT } },
  { "MF-04/voided", T, { "/coupons/6/channel", "/coupons/6/state \"voided\"",
                         "/landingPages/0/state \"voided\"", "/messages/0/state \"voided\"" } },
  { "MF-04/another-platform", BASE_DOUYIN, { "/coupons/0/purpose \"push\"" } },

  { "MF-05/29-days", T, { "/coupons/6/useDays 29" }, { "MF-05 advice /coupons/6/useDays" } },
  { "MF-05/30-days", T, { "/coupons/6/useDays 30" } },
  { "MF-05/none", T, { "/coupons/6/useDays 0" }, { "DY-08 error /coupons/6/useDays" } },
  { "MF-05/29-from-sending", T, {
      RANGE ("2026-11-01T00:00:00+08:00", "2026-12-04T23:59:59+08:00") },
    { "MF-05 advice /coupons/6/useEnd" } },
  { "MF-05/30-from-sending", T, {
      RANGE ("2026-11-01T00:00:00+08:00", "2026-12-05T23:59:59+08:00") } },
  { "MF-05/29-from-use", T, {
      RANGE ("2026-11-01T00:00:00+08:00", "2026-11-29T23:59:59+08:00"),
      "/messages/0/state \"voided\"" }, { "MF-05 advice /coupons/6/useEnd" } },
  { "MF-05/30-from-use", T, {
      RANGE ("2026-11-01T00:00:00+08:00", "2026-11-30T23:59:59+08:00"),
      "/messages/0/state \"voided\"" } },
  { "MF-05/unsent-message", T, {
      RANGE ("2026-11-01T00:00:00+08:00", "2026-11-30T23:59:59+08:00"), "/messages/0/sendAt" } },
  { "MF-05/product", T, { PRODUCT, "/coupons/6/useDays 29" } },

  { "MF-06/at-the-amount", T, { "/coupons/6/threshold 1000" },
    { "MF-06 warning /coupons/6/threshold" } },
  { "MF-06/one-fen-above", T, { "/coupons/6/threshold 1001" } },
  { "MF-06/one-yuan-above", T, { "/coupons/6/threshold 1100" } },
  { "MF-06/one-fen-too-much", T, { "/coupons/6/threshold 1101" },
    { "MF-06 warning /coupons/6/threshold" } },
  { "MF-06/none", T, { "/coupons/6/threshold" }, { "MF-06 warning /coupons/6/threshold" } },
  { "MF-06/no-amount", T, { "/coupons/6/amount" }, { "DY-08 error /coupons/6/amount" } },
  { "MF-06/purpose", T, { "/coupons/2/threshold 0", "/coupons/4/threshold 0" } },
  { "MF-15/one-fen-too-much", T, { PRODUCT, "/coupons/6/threshold 1101" },
    { "MF-15 warning /coupons/6/threshold" } },

  { "MF-07/above-five-times", T, { THRESHOLD ("1000", "5001") },
    { "MF-02 advice /coupons/6/discount", "MF-07 advice /coupons/6/threshold" } },
  { "MF-07/product", T, { PRODUCT, THRESHOLD ("1000", "5001") },
    { "MF-07 advice /coupons/6/threshold" } },
  { "MF-07/five-times", T, { PRODUCT, THRESHOLD ("1000", "5000") } },
  { "MF-07/purpose", T, { "/coupons/0/threshold 1990000" } },

  { "MF-08/one-too-few", T, { "/coupons/6/audienceSize 1000", "/coupons/6/quantity 399" },
    { "MF-08 advice /coupons/6/quantity" } },
  { "MF-08/enough", T, { "/coupons/6/audienceSize 1000", "/coupons/6/quantity 400" } },
  { "MF-08/no-audience", T, { "/coupons/6/audienceSize 0", "/coupons/6/quantity 1" } },
  { "MF-08/no-quantity", T, { "/coupons/6/audienceSize 1000", "/coupons/6/quantity 0" },
    { "DY-08 error /coupons/6/quantity" } },
  { "MF-15/one-too-few", T, {
      PRODUCT, "/coupons/6/audienceSize 1000", "/coupons/6/quantity 399" },
    { "MF-15 advice /coupons/6/quantity" } },
  { "MF-08/dismissed", T, { "/coupons/6/audienceSize 1000", "/coupons/6/quantity 399",
                            "/dismissed [{\"rule\":\"MF-08\",\"object\":\"m\"}]" } },

  { "MF-11/two", T, { "/products/- {\"id\":\"p2\",\"name\":\"灯\",\"price\":19900}",
                      "/coupons/6/scope \"product\"", "/coupons/6/products [\"p1\",\"p2\"]" },
    { "MF-11 error /coupons/6/products" } },
  { "MF-11/one-twice", T, { "/coupons/6/scope \"product\"",
                            "/coupons/6/products [\"p1\",\"p1\"]" } },
  { "MF-11/none", T, { "/coupons/6/scope \"product\"" }, { "DY-08 error /coupons/6/products" } },
  { "MF-11/exclusive", T, {
      "/products/- {\"id\":\"p2\",\"name\":\"灯\",\"price\":19900}",
      "/coupons/2/scope \"product\"", "/coupons/2/products [\"p1\",\"p2\"]" },
    { "MF-11 error /coupons/2/products", "MF-33 advice /coupons/2/scope" } },
  { "MF-11/shop-coupon", T, {
      "/products/- {\"id\":\"p2\",\"name\":\"灯\",\"price\":19900}",
      "/coupons/6/products [\"p1\",\"p2\"]" } },

  { "MF-14/29-days", T, { PRODUCT, "/coupons/6/scene \"follow-up\"", "/coupons/6/useDays 29" },
    { "MF-14 advice /coupons/6/useDays" } },
  { "MF-14/30-days", T, { PRODUCT, "/coupons/6/scene \"follow-up\"" } },
  { "MF-14/another-scene", T, { PRODUCT, "/coupons/6/scene \"care\"", "/coupons/6/useDays 7" } },
  { "MF-14/range", T, { PRODUCT, "/coupons/6/scene \"follow-up\"",
      RANGE ("2026-11-01T00:00:00+08:00", "2026-11-29T23:59:59+08:00") },
    { "MF-14 advice /coupons/6/useEnd" } },
  { "MF-14/fission", T, {
      "/coupons/5/scope \"product\"", "/coupons/5/products [\"p1\"]", "/coupons/5/useDays 29",
      "/fissions/0/scene \"follow-up\"" },
    { "MF-14 advice /coupons/5/useDays", "MF-19 advice /fissions/0/scene",
      "MF-21 advice /coupons/5/scope", "MF-22 advice /coupons/5/useDays" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("push-coupons", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
