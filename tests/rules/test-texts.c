/* test-texts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list.h"
#include "kq-sms.h"
#include "rules-util.h"

/* Messages and pictures: for each of our rules what breaks it, and beside it
 * what doesn't. */

#define T BASE_TMALL
#define TEN "一二三四五六七八九十"
/* With the signature (3) and the link (19): 62 characters. */
#define SIXTY_TWO TEN TEN TEN TEN "{link}"

/* The smallest PNG, its bytes and what they are. */
#define PNG "a4d4c009619311d9b83904acfd62fe3b7f918c312522bbcc6ad51cdec4fd1edf"
#define PNG_DATA \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNg" \
  "AAAAAgAB5Sfe/AAAAABJRU5ErkJggg=="
#define PICTURE(members) \
  "/assets {\"" PNG "\":{\"name\":\"点.png\",\"type\":\"image/png\",\"width\":1,\"height\":1" \
  members "}}"

static const Case cases[] = {
  { "KQ-LENGTH/70", T, { "/messages/0/text \"" SIXTY_TWO "一二三四五六七八\"" } },
  { "KQ-LENGTH/71", T, { "/messages/0/text \"" SIXTY_TWO "一二三四五六七八九\"" },
    { "KQ-LENGTH advice /messages/0/text" } },
  { "KQ-LENGTH/71-beyond-the-first-plane", T, {
      "/messages/0/text \"" SIXTY_TWO "😀二三四五六七八九\"" },
    { "KQ-LENGTH advice /messages/0/text" } },
  { "KQ-LENGTH/70-beyond-the-first-plane", T, {
      "/messages/0/text \"" SIXTY_TWO "😀二三四五六七八\"" } },
  { "KQ-LENGTH/dismissed", T, {
      "/messages/0/text \"" SIXTY_TWO "一二三四五六七八九\"",
      "/dismissed [{\"rule\":\"KQ-LENGTH\",\"object\":\"n\"}]" } },
  { "KQ-LENGTH/another-dismissed", T, {
      "/messages/0/text \"" SIXTY_TWO "一二三四五六七八九\"",
      "/dismissed [{\"rule\":\"KQ-LENGTH\",\"object\":\"c\"}]" },
    { "KQ-LENGTH advice /messages/0/text" } },
  { "KQ-LENGTH/voided", T, { "/messages/0/text \"" SIXTY_TWO SIXTY_TWO "\"",
                             "/messages/0/state \"voided\"" } },

  { "KQ-LINK/another", T, { "/messages/0/link \"https://m.tb.cn/h.z\"" },
    { "KQ-LINK warning /messages/0/link" } },
  { "KQ-LINK/voided-coupon", T, { "/messages/0/link", "/coupons/6/state \"voided\"" },
    { "KQ-VOID error /landingPages/0/blocks/0/coupon",
      "KQ-VOID error /landingPages/0/blocks/2/coupon", "KQ-VOID error /messages/0/coupon" } },
  { "KQ-LINK/none", T, { "/messages/0/link" }, { "KQ-LINK warning /messages/0/link" } },
  { "KQ-LINK/long", T, { "/messages/0/link \"https://uland.taobao.com/m\"" },
    { "MF-09 warning /messages/0/link" } },
  { "KQ-LINK/in-the-text", T, { "/messages/0/link",
                                "/messages/0/text \"来https://m.tb.cn/h.m。领券\"" } },
  { "KQ-LINK/beside-chinese", T, { "/messages/0/link",
                                   "/messages/0/text \"来https://m.tb.cn/h.m领券\"" } },
  { "KQ-LINK/end-of-sentence", T, { "/messages/0/link",
                                    "/messages/0/text \"Go to https://m.tb.cn/h.m.\"" } },
  { "KQ-LINK/longer-one-in-the-text", T, {
      "/messages/0/link", "/messages/0/text \"来 https://m.tb.cn/h.mm 领券\"" },
    { "KQ-LINK warning /messages/0/link" } },
  { "KQ-LINK/page", T, { "/messages/0/coupon", "/messages/0/landingPage \"lp\"",
                         "/messages/0/link \"https://m.tb.cn/h.lp\"" } },
  { "KQ-LINK/another-than-the-page", T, {
      "/messages/0/coupon", "/messages/0/landingPage \"lp\"" },
    { "KQ-LINK warning /messages/0/link" } },
  { "KQ-LINK/page-whose-link-is-long", T, {
      "/messages/0/coupon", "/messages/0/landingPage \"lp\"",
      "/landingPages/0/shortLink \"https://uland.taobao.com/lp\"" },
    { "KQ-LINK warning /messages/0/link" } },
  { "KQ-LINK/activity", T, {
      "/messages/0/coupon \"x\"", "/activities/0/link \"https://uland.taobao.com/x\"",
      "/activities/0/shortLink \"https://m.tb.cn/h.x\"", "/activities/0/linkVerified true",
      "/messages/0/link \"https://m.tb.cn/h.x\"" } },
  { "KQ-LINK/voided-activity", T, {
      "/messages/0/coupon \"x\"", "/activities/0/link \"https://uland.taobao.com/x\"",
      "/activities/0/shortLink \"https://m.tb.cn/h.x\"", "/activities/0/linkVerified true",
      "/messages/0/link \"https://m.tb.cn/h.x\"", "/activities/0/state \"voided\"" },
    { "KQ-LINK warning /messages/0/link" } },
  { "KQ-LINK/fission", T, { "/messages/0/coupon \"f1\"",
                            "/messages/0/link \"https://m.tb.cn/h.f\"" } },
  { "KQ-LINK/nothing-carried", T, { "/messages/0/coupon", "/messages/0/link" } },
  { "KQ-LINK/voided", T, { "/messages/0/link", "/messages/0/state \"voided\"" } },

  { "KQ-ASSET/fine", T, { PICTURE (",\"bytes\":67,\"data\":\"" PNG_DATA "\"") } },
  { "KQ-ASSET/size", T, { PICTURE (",\"bytes\":68,\"data\":\"" PNG_DATA "\"") },
    { "KQ-ASSET error /assets/" PNG "/bytes" } },
  { "KQ-ASSET/other-bytes", T, { PICTURE (",\"bytes\":3,\"data\":\"YWJj\"") },
    { "KQ-ASSET error /assets/" PNG } },
  { "KQ-ASSET/not-base64", T, { PICTURE (",\"bytes\":3,\"data\":\"YW*j\"") },
    { "KQ-ASSET error /assets/" PNG } },
  { "KQ-BYTES/not-at-hand", T, { PICTURE (",\"bytes\":67") },
    { "KQ-BYTES advice /assets/" PNG } },
  { "KQ-BYTES/dismissed", T, { PICTURE (",\"bytes\":67"),
      "/dismissed [{\"rule\":\"KQ-BYTES\",\"object\":\"" PNG "\"}]" } },
};

/* KqSms */

static void
assert_measured (guint text_length,
                 guint parts)
{
  g_autofree char *text = g_strnfill (text_length - 3, 'a');
  g_autofree char *edit = g_strdup_printf ("/messages/0/text \"%s\"", text);
  const char *edits[] = { edit, NULL };
  g_autoptr (KqCampaign) campaign = build_campaign (T, edits, NULL);
  KqObject *message = kq_list_get (kq_object_get_list (KQ_OBJECT (campaign),
                                                       KQ_CAMPAIGN_MESSAGES), 0);
  KqSms sms = kq_sms_measure (campaign, message);

  g_assert_cmpuint (sms.characters, ==, text_length);
  g_assert_cmpuint (sms.parts, ==, parts);
}

static void
test_parts (void)
{
  assert_measured (70, 1);
  assert_measured (71, 2);
  assert_measured (134, 2);
  assert_measured (135, 3);
  assert_measured (201, 3);
  assert_measured (202, 4);
}

static void
test_fill (void)
{
  static const char * const edits[] = {
    "/messages/0/text \"{coupon}{{link}{product}{other}{coupon\"",
    "/messages/0/product \"p1\"", "/coupons/6/name \"{link}\"", NULL
  };
  g_autoptr (KqCampaign) campaign = build_campaign (T, edits, NULL);
  KqObject *message = kq_list_get (kq_object_get_list (KQ_OBJECT (campaign),
                                                       KQ_CAMPAIGN_MESSAGES), 0);
  g_autofree char *text = kq_sms_fill (campaign, message);

  g_assert_cmpstr (text, ==, "【店】{link}{https://m.tb.cn/h.m枕头{other}{coupon");
  g_assert_cmpuint (kq_sms_measure (campaign, message).characters, ==, g_utf8_strlen (text, -1));
}

/* Many variables of a long value: measured, but not filled in. */
static void
test_bound (void)
{
  g_autofree char *name = g_strnfill (200 * 1024, 'n');
  g_autofree char *name_edit = g_strdup_printf ("/coupons/6/name \"%s\"", name);
  g_autoptr (GString) text = g_string_new ("/messages/0/text \"");
  const char *edits[] = { name_edit, NULL, NULL };
  g_autoptr (KqCampaign) campaign = NULL;
  g_autofree char *filled = NULL;
  KqObject *message;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "{coupon}");
  g_string_append_c (text, '"');
  edits[1] = text->str;

  campaign = build_campaign (T, edits, NULL);
  message = kq_list_get (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MESSAGES), 0);
  filled = kq_sms_fill (campaign, message);
  g_assert_cmpuint (strlen (filled), <, 1024 * 1024);
  g_assert_cmpuint (kq_sms_measure (campaign, message).characters, ==, G_MAXINT);
}

static void
test_urls (void)
{
  g_auto (GStrv) urls = kq_sms_find_urls ("http:/a http://a，https://b.c/d?e=f#g)。"
                                          "httphttps://h! https://");

  g_assert_cmpstrv (urls, ((const char * const[]) { "http://a", "https://b.c/d?e=f#g",
                                                    "https://h", NULL }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("texts", cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/rules/sms/parts", test_parts);
  g_test_add_func ("/rules/sms/fill", test_fill);
  g_test_add_func ("/rules/sms/bound", test_bound);
  g_test_add_func ("/rules/sms/urls", test_urls);

  return g_test_run ();
}
