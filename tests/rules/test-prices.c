/* test-prices.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-prices.h"
#include "rules-util.h"

/* Lowest prices reckoned by hand. Many more are compared with an independent
 * computation in oracle-test.py. */

#define D BASE_DOUYIN
#define T BASE_TMALL
#define ONLY(coupons) "/giftPacks", "/activities", "/fissions", "/landingPages", "/messages", \
  "/levels", "/coupons [" coupons "]"
#define COUPON(id, members) \
  "{\"id\":\"" id "\",\"platform\":\"tmall\"," members "}"
#define OWN(id, members) \
  COUPON (id, "\"scope\":\"product\",\"products\":[\"p1\"]," members)
#define FROM_TO(start, end) \
  ",\"useStart\":\"2026-11-" start "T00:00:00+08:00\",\"useEnd\":\"2026-11-" end \
  "T23:59:59+08:00\""

static const char *
id_of (KqObject *object)
{
  return object != NULL ? kq_object_get_id (object) : "-";
}

/* `platform product level lowest counted coupon coupon`, a line for each. */
static char *
dump_prices (Base                base,
             const char * const *edits)
{
  g_autoptr (KqCampaign) campaign = build_campaign (base, edits, NULL);
  g_autoptr (GArray) prices = kq_prices_compute (campaign);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < prices->len; i++)
    {
      const KqPrice *price = &g_array_index (prices, KqPrice, i);
      g_autofree char *counted = price->counted == KQ_INT_NONE
                                 ? g_strdup ("-")
                                 : g_strdup_printf ("%" G_GINT64_FORMAT, price->counted);

      g_string_append_printf (dump, "%s %s %s %" G_GINT64_FORMAT " %s %s %s\n",
                              kq_platform_words[price->platform].word, id_of (price->product),
                              id_of (price->level), price->lowest, counted,
                              id_of (price->coupons[0]), id_of (price->coupons[1]));
    }

  return g_string_free (dump, FALSE);
}

typedef struct {
  const char *name;
  Base        base;
  const char *edits[MAX_STEPS];
  const char *prices;
} Prices;

static const Prices cases[] = {
  { "levels", D, { "/levels/1/percent 95" },
    "douyin p1 l1 49900 - b -\n"
    "douyin p1 l2 56405 - a -\n" },
  { "no-levels", D, { "/levels", "/coupons []" }, "douyin p1 - 59900 - - -\n" },
  { "no-shop", D, { "/shops" }, "" },
  { "half-a-fen", D, { "/levels/1/percent 95", "/products/0/price 10", "/coupons []" },
    "douyin p1 l1 10 - - -\n"
    "douyin p1 l2 10 - - -\n" },
  { "never-below-nothing", D, { "/products/0/price 499", "/levels" }, "douyin p1 - 0 - a -\n" },
  { "voided", D, { "/levels", "/coupons/1/state \"voided\"" }, "douyin p1 - 59400 - a -\n" },

  { "both", T, { ONLY (COUPON ("s", "\"amount\":1000") "," OWN ("o", "\"amount\":5000")) },
    "tmall p1 - 53900 54900 o s\n" },
  { "product-coupon-first", T, {
      ONLY (COUPON ("s", "\"discount\":\"percent\",\"percent\":90") ","
            OWN ("o", "\"amount\":9900")) },
    "tmall p1 - 45000 50000 o s\n" },
  { "threshold-after-the-first", T, {
      ONLY (COUPON ("s", "\"discount\":\"threshold\",\"amount\":1000,\"threshold\":54901") ","
            OWN ("o", "\"amount\":5000")) },
    "tmall p1 - 54900 54900 o -\n" },
  { "threshold-just-met", T, {
      ONLY (COUPON ("s", "\"discount\":\"threshold\",\"amount\":1000,\"threshold\":54900") ","
            OWN ("o", "\"amount\":5000")) },
    "tmall p1 - 53900 54900 o s\n" },
  { "threshold-of-a-fixed-coupon", T, {
      ONLY (COUPON ("s", "\"amount\":1000,\"threshold\":59901")) },
    "tmall p1 - 59900 59900 - -\n" },
  { "another-product", T, {
      ONLY (COUPON ("o", "\"scope\":\"product\",\"products\":[\"p9\"],\"amount\":5000")) },
    "tmall p1 - 59900 59900 - -\n" },
  { "cap", T, {
      ONLY (COUPON ("s", "\"discount\":\"percent\",\"percent\":50,\"maxDiscount\":3000")) },
    "tmall p1 - 56900 59900 s -\n" },

  { "touching-use-times", T, {
      ONLY (COUPON ("s", "\"amount\":1000" FROM_TO ("01", "10")) ","
            OWN ("o", "\"amount\":5000" FROM_TO ("10", "20"))) },
    "tmall p1 - 53900 54900 o s\n" },
  { "use-times-apart", T, {
      ONLY (COUPON ("s", "\"amount\":1000" FROM_TO ("01", "09")) ","
            OWN ("o", "\"amount\":5000" FROM_TO ("10", "20"))) },
    "tmall p1 - 54900 54900 o -\n" },
  { "days-from-the-claim-start", T, {
      ONLY (COUPON ("s", "\"amount\":1000" FROM_TO ("01", "09")) ","
            OWN ("o", "\"amount\":5000,\"validity\":\"days\",\"useDays\":1,"
                      "\"claimStart\":\"2026-11-10T00:00:00+08:00\"")) },
    "tmall p1 - 54900 54900 o -\n" },
  { "days-reach-any-later-time", T, {
      ONLY (COUPON ("s", "\"amount\":1000" FROM_TO ("20", "30")) ","
            OWN ("o", "\"amount\":5000,\"validity\":\"days\",\"useDays\":1,"
                      "\"claimStart\":\"2026-11-10T00:00:00+08:00\"")) },
    "tmall p1 - 53900 54900 o s\n" },

  { "fewest-coupons", T, {
      ONLY (COUPON ("s", "\"amount\":59900") "," OWN ("o", "\"amount\":5000")) },
    "tmall p1 - 0 54900 s -\n" },
  { "first-in-the-file", T, {
      ONLY (COUPON ("s", "\"amount\":5000") "," OWN ("o", "\"amount\":5000") ","
            COUPON ("t", "\"amount\":5000")) },
    "tmall p1 - 49900 54900 o s\n" },
  { "first-pair-in-the-file", T, {
      ONLY (COUPON ("s", "\"amount\":5000") "," COUPON ("t", "\"amount\":5000") ","
            OWN ("o", "\"amount\":5000") "," OWN ("q", "\"amount\":5000")) },
    "tmall p1 - 49900 54900 o s\n" },
  { "first-product-coupon-before-first-shop-coupon", T, {
      ONLY (COUPON ("s", "\"amount\":5000" FROM_TO ("20", "30")) ","
            COUPON ("t", "\"amount\":5000" FROM_TO ("01", "10")) ","
            OWN ("o", "\"amount\":5000" FROM_TO ("01", "10")) ","
            OWN ("q", "\"amount\":5000" FROM_TO ("20", "30"))) },
    "tmall p1 - 49900 54900 o t\n" },
  { "for-another-level", T, {
      "/giftPacks", "/activities", "/fissions", "/landingPages", "/messages",
      "/coupons [" COUPON ("s", "\"amount\":1000,\"levels\":[\"l2\"]") "]" },
    "tmall p1 l1 59900 59900 - -\n"
    "tmall p1 l2 58900 59900 s -\n" },
};

static void
test_prices (gconstpointer data)
{
  const Prices *self = data;
  g_autofree char *prices = dump_prices (self->base, self->edits);

  g_assert_cmpstr (prices, ==, self->prices);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/prices/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_prices);
    }

  return g_test_run ();
}
