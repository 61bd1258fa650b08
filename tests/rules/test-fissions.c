/* test-fissions.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 003, section C: fissions. Coupon 4 is the sharer's, 5 the invitee's. */

#define T BASE_TMALL

static const Case cases[] = {
  { "clean", T },

  { "MF-19/care", T, { "/fissions/0/scene \"care\"" }, { "MF-19 advice /fissions/0/scene" } },
  { "MF-19/none", T, { "/fissions/0/scene" }, { "MF-19 advice /fissions/0/scene" } },
  { "MF-19/review", T, { "/fissions/0/scene \"review\"" } },
  { "MF-19/unknown", T, { "/fissions/0/scene \"tea\"" }, { "KQ-ENUM error /fissions/0/scene" } },
  { "MF-19/voided", T, { "/fissions/0/scene \"care\"", "/fissions/0/state \"voided\"" } },

  { "MF-20/sharer", T, { "/coupons/4/channel \"link\"" }, { "MF-20 error /coupons/4/channel" } },
  { "MF-20/invitee", T, { "/coupons/5/channel" }, { "MF-20 error /coupons/5/channel" } },
  { "MF-20/another-platform", BASE_DOUYIN, {
      "/coupons/0/purpose \"fission-sharer\"" } },

  { "MF-21/product", T, { "/coupons/4/scope \"product\"", "/coupons/4/products [\"p1\"]" },
    { "MF-21 advice /coupons/4/scope" } },

  { "MF-21/push", T, { "/coupons/6/scope \"product\"", "/coupons/6/products [\"p1\"]" } },

  { "MF-22/29-days-of-the-coupon's-scene", T, {
      "/coupons/4/scene \"follow-up\"", "/coupons/4/useDays 29" },
    { "MF-22 advice /coupons/4/useDays" } },
  { "MF-22/30-days", T, { "/coupons/4/scene \"follow-up\"", "/coupons/4/useDays 30" } },
  { "MF-22/29-days-of-the-fission's-scene", T, {
      "/fissions/0/scene \"follow-up\"", "/coupons/5/useDays 29" },
    { "MF-19 advice /fissions/0/scene", "MF-22 advice /coupons/5/useDays" } },
  { "MF-22/another-scene", T, { "/coupons/4/useDays 7", "/coupons/5/useDays 7" } },
  { "MF-22/one-too-few", T, { "/coupons/4/audienceSize 1000", "/coupons/4/quantity 399" },
    { "MF-22 advice /coupons/4/quantity" } },
  { "MF-22/enough", T, { "/coupons/4/audienceSize 1000", "/coupons/4/quantity 400" } },

  { "MF-23/two", T, { "/fissions/0/people 2" }, { "MF-23 advice /fissions/0/people" } },
  { "MF-23/four", T, { "/fissions/0/people 4" }, { "MF-23 advice /fissions/0/people" } },
  { "MF-23/four-for-much", T, {
      "/fissions/0/people 4", "/coupons/4/amount 5000", "/coupons/4/threshold 5100" } },
  { "MF-23/four-for-a-fen-less", T, {
      "/fissions/0/people 4", "/coupons/4/amount 4999", "/coupons/4/threshold 5099" },
    { "MF-23 advice /fissions/0/people" } },
  { "MF-23/four-for-a-percentage", T, {
      "/fissions/0/people 4", "/coupons/4/discount \"percent\"", "/coupons/4/percent 50",
      "/coupons/4/maxDiscount 100", "/coupons/4/amount 5000" },
    { "MF-23 advice /fissions/0/people", "MF-25 advice /coupons/4/discount" } },
  { "MF-23/two-for-much", T, {
      "/fissions/0/people 2", "/coupons/4/amount 5000", "/coupons/4/threshold 5100" },
    { "MF-23 advice /fissions/0/people" } },

  { "MF-25/threshold", T, { "/coupons/4/discount \"threshold\"" },
    { "MF-25 advice /coupons/4/discount" } },
  { "MF-25/unknown", T, { "/coupons/4/discount \"points\"" },
    { "KQ-ENUM error /coupons/4/discount" } },
  { "MF-26/threshold", T, { "/coupons/5/discount \"threshold\"" },
    { "MF-26 advice /coupons/5/discount" } },
  { "MF-26/as-much", T, { "/coupons/5/amount 1000", "/coupons/5/threshold 1100" },
    { "MF-26 advice /fissions/0/inviteeCoupon" } },
  { "MF-26/a-fen-less", T, { "/coupons/5/amount 999", "/coupons/5/threshold 1099" } },
  { "MF-26/voided", T, { "/coupons/5/amount 1000", "/fissions/0/state \"voided\"" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("fissions", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
