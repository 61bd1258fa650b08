/* test-cards.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules-util.h"

/* Document 004: member cards. Card 0 is free, 1 conditional, 2 paid. */

#define C BASE_CARDS

static const Case cases[] = {
  { "clean", C },

  { "MP-03/none", C, { "/memberCards/1/spend" }, { "MP-03 error /memberCards/1/spend" } },
  { "MP-03/orders", C, { "/memberCards/1/spend", "/memberCards/1/orders 1" } },
  { "MP-03/points", C, { "/memberCards/1/spend", "/memberCards/1/points 1" } },
  { "MP-03/voided", C, { "/memberCards/1/spend", "/memberCards/1/state \"voided\"" } },

  { "MP-05/none", C, { "/memberCards/2/price" }, { "MP-05 error /memberCards/2/price" } },
  { "MP-05/one-fen", C, { "/memberCards/2/price 1" } },
  { "MP-05/free", C, { "/memberCards/0/price 0" } },

  { "MP-07/none", C, { "/memberCards/0/benefits [{\"id\":\"a\"}]" },
    { "MP-07 advice /memberCards/0/benefits" } },
  { "MP-07/pack", C, {
      "/memberCards/0/benefits [{\"id\":\"a\",\"kind\":\"newcomer-pack\"}]" } },

  { "MP-08/none", C, { "/memberDay" }, { "MP-08 advice /memberDay" } },
  { "MP-08/monthly", C, { "/memberDay/repeat \"monthly\"", "/memberDay/day 8" },
    { "MP-08 advice /memberDay" } },
  { "MP-08/no-event", C, { "/memberDay/event" }, { "MP-08 advice /memberDay/event" } },
  { "MP-08/no-cards", C, { "/memberDay", "/memberCards" } },
  { "MP-08/voided-first", C, { "/memberDay", "/memberCards/0/state \"voided\"" },
    { "MP-08 advice /memberDay" } },
  { "MP-08/all-voided", C, {
      "/memberDay", "/memberCards/0/state \"voided\"", "/memberCards/1/state \"voided\"",
      "/memberCards/2/state \"voided\"" } },
  { "MP-08/another-platform", BASE_TMALL, { "/memberDay" } },

  { "MP-09/none", C, { "/memberCards/0/logo" }, { "MP-09 advice /memberCards/0/faceImage" } },
  { "MP-09/picture", C, { "/memberCards/0/logo",
      "/memberCards/0/faceImage "
      "\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\"" } },

  { "MP-10/free", C, { "/memberCards/0/validity \"year\"" },
    { "MP-10 warning /memberCards/0/validity" } },
  { "MP-10/conditional", C, { "/memberCards/1/validity \"range\"" },
    { "MP-10 warning /memberCards/1/validity" } },
  { "MP-10/unknown", C, { "/memberCards/0/validity \"month\"" },
    { "KQ-ENUM error /memberCards/0/validity" } },

  { "MP-11/permanent", C, { "/memberCards/2/validity" },
    { "MP-11 advice /memberCards/2/validity" } },
  { "MP-11/range", C, { "/memberCards/2/validity \"range\"" },
    { "MP-11 advice /memberCards/2/validity" } },
  { "MP-11/season", C, { "/memberCards/2/validity \"season\"" } },

  { "MP-12/unknown", C, { "/memberCards/0/kind \"lucky\"" },
    { "MP-12 error /memberCards/0/kind" } },
  { "MP-12/another-platform", C, {
      "/shops/- {\"id\":\"t\",\"platform\":\"tmall\"}", "/memberCards/0/platform \"tmall\"",
      "/memberCards/0/kind \"lucky\"" }, { "KQ-ENUM error /memberCards/0/kind" } },

  { "MP-13/none", C, { "/memberCards/0/benefits []" },
    { "MP-13 warning /memberCards/0/benefits", "MP-07 advice /memberCards/0/benefits" } },
  { "MP-13/other", C, { "/memberCards/0/benefits/- {\"id\":\"z\",\"kind\":\"other\"}" },
    { "MP-13 warning /memberCards/0/benefits/1/text" } },
  { "MP-13/other-with-text", C, {
      "/memberCards/0/benefits/- {\"id\":\"z\",\"kind\":\"other\",\"text\":\"生日礼\"}" } },
  { "MP-13/points", C, { "/memberCards/0/benefits/- {\"id\":\"z\",\"kind\":\"points\"}" } },

  { "MP-14/none", C, { "/memberCards/0/distribution" },
    { "MP-14 error /memberCards/0/distribution" } },
  { "MP-14/paid", C, { "/memberCards/2/distribution []" },
    { "MP-14 error /memberCards/2/distribution" } },
  { "MP-14/conditional", C, { "/memberCards/1/distribution []" } },
  { "MP-14/poster", C, { "/memberCards/0/distribution [\"poster\"]" } },
  { "MP-14/unknown", C, { "/memberCards/0/distribution [\"kite\"]" },
    { "MP-14 error /memberCards/0/distribution",
      "KQ-ENUM error /memberCards/0/distribution/0" } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("cards", cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
