/* rules-util.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-format.h"
#include "kq-json.h"
#include "kq-paths.h"
#include "rules-util.h"

#define CLAIM_NOVEMBER \
  "\"claimStart\":\"2026-11-01T00:00:00+08:00\",\"claimEnd\":\"2026-11-30T23:59:59+08:00\""
#define LONG_USE "\"validity\":\"days\",\"useDays\":30,\"quantity\":1000"
#define SHORT_LINK(name) \
  "\"link\":\"https://uland.taobao.com/" name "\",\"shortLink\":\"https://m.tb.cn/h." name "\"," \
  "\"linkVerified\":true"

/* An image whose only byte is embedded. */
#define LOGO "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"

static const char * const bases[] = {
  [BASE_DOUYIN] =
    "{\"format\":\"kaquan-campaign\",\"version\":1,\"id\":\"c\",\"name\":\"活动\","
    "\"shops\":[{\"id\":\"s\",\"name\":\"店\"}],"
    "\"levels\":[{\"id\":\"l1\",\"name\":\"普通\"},"
    " {\"id\":\"l2\",\"name\":\"金卡\",\"rank\":2,\"minSpend\":100000,\"minOrders\":2}],"
    "\"products\":[{\"id\":\"p1\",\"name\":\"枕头\",\"price\":59900,\"stock\":10}],"
    "\"coupons\":["
    " {\"id\":\"a\",\"name\":\"券一\",\"amount\":500,"
    "  \"claimStart\":\"2026-11-01T00:00:00+08:00\",\"claimEnd\":\"2026-11-07T23:59:59+08:00\","
    "  \"validity\":\"days\",\"useDays\":7,\"quantity\":1000},"
    " {\"id\":\"b\",\"name\":\"券二\",\"discount\":\"threshold\",\"amount\":10000,"
    "  \"threshold\":59900,"
    "  \"claimStart\":\"2026-11-08T00:00:00+08:00\",\"claimEnd\":\"2026-11-14T23:59:59+08:00\","
    "  \"validity\":\"days\",\"useDays\":7,\"quantity\":1000}]}",
  [BASE_TMALL] =
    "{\"format\":\"kaquan-campaign\",\"version\":1,\"id\":\"c\",\"name\":\"活动\","
    "\"memberDay\":{\"repeat\":\"weekly\",\"weekday\":\"friday\",\"event\":\"拼团\"},"
    "\"shops\":[{\"id\":\"s\",\"platform\":\"tmall\",\"name\":\"店\",\"edition\":\"custom\","
    "  \"memberCard\":true,\"pointsRule\":true,\"serviceTool\":false,\"afterSale\":true}],"
    "\"levels\":[{\"id\":\"l1\",\"platform\":\"tmall\",\"name\":\"普通\"},"
    " {\"id\":\"l2\",\"platform\":\"tmall\",\"name\":\"金卡\",\"rank\":2,\"minSpend\":100000}],"
    "\"products\":[{\"id\":\"p1\",\"name\":\"枕头\",\"price\":59900,\"stock\":10,"
    "  \"shortLink\":\"https://m.tb.cn/h.p1\"}],"
    "\"coupons\":["
    " {\"id\":\"g1\",\"name\":\"包一\",\"platform\":\"tmall\",\"purpose\":\"gift-pack\","
    "  \"discount\":\"threshold\",\"amount\":2000,\"threshold\":19900," CLAIM_NOVEMBER ","
    LONG_USE ",\"channel\":\"crm\"},"
    " {\"id\":\"g2\",\"name\":\"包二\",\"platform\":\"tmall\",\"purpose\":\"gift-pack\","
    "  \"discount\":\"threshold\",\"amount\":2000,\"threshold\":19900," CLAIM_NOVEMBER ","
    LONG_USE ",\"channel\":\"crm\"},"
    " {\"id\":\"x\",\"name\":\"专享\",\"platform\":\"tmall\",\"amount\":1000,"
    "  \"threshold\":1100," CLAIM_NOVEMBER "," LONG_USE "},"
    " {\"id\":\"y\",\"name\":\"新客\",\"platform\":\"tmall\",\"amount\":1000,"
    "  \"purpose\":\"new-member-exclusive\",\"threshold\":1100," CLAIM_NOVEMBER "," LONG_USE "},"
    " {\"id\":\"f1\",\"name\":\"分享\",\"platform\":\"tmall\",\"purpose\":\"fission-sharer\","
    "  \"amount\":1000,\"threshold\":1100," CLAIM_NOVEMBER "," LONG_USE ","
    "  \"channel\":\"universal\"},"
    " {\"id\":\"f2\",\"name\":\"受邀\",\"platform\":\"tmall\",\"purpose\":\"fission-invitee\","
    "  \"amount\":500,\"threshold\":600," CLAIM_NOVEMBER "," LONG_USE ","
    "  \"channel\":\"universal\"},"
    " {\"id\":\"m\",\"name\":\"推送\",\"platform\":\"tmall\",\"purpose\":\"push\","
    "  \"amount\":1000,\"threshold\":1100," CLAIM_NOVEMBER "," LONG_USE ","
    "  \"channel\":\"link\"," SHORT_LINK ("m") "}],"
    "\"activities\":["
    " {\"id\":\"ax\",\"name\":\"老会员\",\"coupon\":\"x\",\"hidden\":true,"
    "  \"start\":\"2026-11-01T00:00:00+08:00\",\"end\":\"2026-11-30T23:59:59+08:00\"},"
    " {\"id\":\"ay\",\"name\":\"新会员\",\"kind\":\"new-member-exclusive\",\"coupon\":\"y\","
    "  \"start\":\"2026-11-01T00:00:00+08:00\",\"end\":\"2026-11-30T23:59:59+08:00\","
    "  \"joinedWithinDays\":7}],"
    "\"fissions\":["
    " {\"id\":\"f\",\"name\":\"裂变\",\"sharerCoupon\":\"f1\",\"inviteeCoupon\":\"f2\","
    "  \"scene\":\"confirm\","
    "  \"start\":\"2026-11-01T00:00:00+08:00\",\"end\":\"2026-11-30T23:59:59+08:00\"," SHORT_LINK ("f")
    " }],"
    "\"giftPacks\":["
    " {\"id\":\"pn\",\"name\":\"新人礼包\","
    "  \"start\":\"2026-11-01T00:00:00+08:00\",\"end\":\"2026-11-10T23:59:59+08:00\","
    "  \"coupons\":[\"g1\"],\"quantity\":100,"
    "  \"gift\":{\"name\":\"香片\",\"url\":\"https://detail.tmall.com/g\",\"quantity\":100,"
    "   \"stock\":100,\"cost\":600},"
    "  \"joinUrl\":\"https://market.m.taobao.com/apps/market/shopmember/index.html\"},"
    " {\"id\":\"pm\",\"name\":\"会员礼包\",\"audience\":\"members\",\"levels\":[\"l2\"],"
    "  \"start\":\"2026-11-01T00:00:00+08:00\",\"end\":\"2026-11-10T23:59:59+08:00\","
    "  \"coupons\":[\"g2\"]}],"
    "\"memberCenters\":["
    " {\"id\":\"mc\",\"publishedAt\":\"2026-10-20T09:00:00+08:00\",\"benefits\":["
    "  {\"id\":\"b1\"},{\"id\":\"b2\",\"kind\":\"exclusive-coupon\"},"
    "  {\"id\":\"b3\",\"kind\":\"exchange-15-days\"},{\"id\":\"b4\",\"kind\":\"priority-refund\"}]}],"
    "\"landingPages\":["
    " {\"id\":\"lp\",\"title\":\"木棉老客专享抢\",\"shortLink\":\"https://m.tb.cn/h.lp\","
    "  \"clickTested\":true,\"blocks\":["
    "   {\"id\":\"k1\",\"coupon\":\"m\"},"
    "   {\"id\":\"k2\",\"kind\":\"products\",\"products\":[\"p1\"]},"
    "   {\"id\":\"k3\",\"coupon\":\"m\",\"tone\":\"orange\"}]}],"
    "\"messages\":["
    " {\"id\":\"n\",\"name\":\"短信\",\"scene\":\"event\","
    "  \"sendAt\":\"2026-11-06T19:00:00+08:00\",\"until\":\"2026-11-07T23:59:59+08:00\","
    "  \"audienceSize\":1000,\"signature\":\"【店】\",\"text\":\"来领券{link}拒收请回复R\","
    "  \"coupon\":\"m\",\"link\":\"https://m.tb.cn/h.m\"}]}",
  [BASE_CARDS] =
    "{\"format\":\"kaquan-campaign\",\"version\":1,\"id\":\"c\",\"name\":\"活动\","
    "\"memberDay\":{\"repeat\":\"weekly\",\"weekday\":\"friday\",\"event\":\"拼团\"},"
    "\"shops\":[{\"id\":\"s\",\"platform\":\"mini-program\",\"name\":\"店\"}],"
    "\"memberCards\":["
    " {\"id\":\"cf\",\"title\":\"木棉卡\",\"logo\":\"" LOGO "\",\"distribution\":[\"qr\"],"
    "  \"benefits\":[{\"id\":\"a\",\"kind\":\"coupon\"}]},"
    " {\"id\":\"cc\",\"title\":\"青棉卡\",\"logo\":\"" LOGO "\",\"kind\":\"conditional\","
    "  \"spend\":50000,\"benefits\":[{\"id\":\"a\",\"kind\":\"coupon\"}]},"
    " {\"id\":\"cp\",\"title\":\"金棉卡\",\"logo\":\"" LOGO "\",\"kind\":\"paid\","
    "  \"price\":9900,\"validity\":\"year\",\"distribution\":[\"poster\",\"qr\"],"
    "  \"benefits\":[{\"id\":\"a\",\"kind\":\"coupon\"}]}],"
    "\"assets\":{\"" LOGO "\":{\"name\":\"标志\",\"type\":\"image/png\",\"width\":120,"
    " \"height\":120,\"bytes\":1,\"data\":\"eA==\"}}}",
};

static JsonNode *
parse_json (const char *text)
{
  static const KqJsonLimits limits = { 16 * 1024 * 1024, 64, 20000, 1024 * 1024, NULL, 0 };
  g_autoptr (GError) error = NULL;
  JsonNode *node = kq_json_read (text, strlen (text), &limits, &error);

  g_assert_no_error (error);

  return node;
}

static JsonNode *
edit_json (JsonNode   *node,
           const char *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *pointer = NULL;
  const char *space = strchr (edit, ' ');
  JsonNode *edited;

  pointer = space != NULL ? g_strndup (edit, space - edit) : g_strdup (edit);
  if (space != NULL)
    value = parse_json (space + 1);
  edited = kq_json_pointer_with (node, pointer, value, &error);
  g_assert_no_error (error);
  json_node_unref (node);

  return edited;
}

/* The campaign after the edits; @assets is set to what the edits embed. */
KqCampaign *
build_campaign (Base                 base,
                const char * const  *edits,
                KqAssetSource      **assets)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KqEmbeddedAssets) embedded = NULL;
  JsonNode *node = parse_json (bases[base]);
  KqCampaign *campaign;
  char *text;
  gsize length;

  for (; edits != NULL && *edits != NULL; edits++)
    node = edit_json (node, *edits);
  text = kq_json_write (node, &length);
  json_node_unref (node);
  bytes = g_bytes_new_take (text, length);

  campaign = kq_format_read (bytes, &embedded, &error);
  g_assert_no_error (error);
  if (assets != NULL)
    *assets = embedded != NULL ? KQ_ASSET_SOURCE (g_steal_pointer (&embedded)) : NULL;

  return campaign;
}

KqCampaign *
read_campaign (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_file_read (path, KQ_FORMAT_MAX_BYTES, &error);
  KqCampaign *campaign;

  g_assert_no_error (error);
  campaign = kq_format_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return campaign;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* A line for each, sorted. */
static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
dump_findings (KqFindingList *findings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (findings));

  for (guint i = 0; i < n; i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);

      g_assert_cmpstr (kq_finding_get_message (finding), !=, "");
      g_assert_true (g_utf8_validate (kq_finding_get_message (finding), -1, NULL));
      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s %s", kq_finding_get_rule (finding),
                                        kq_severity_get_word (kq_finding_get_severity (finding)),
                                        kq_finding_get_pointer (finding)));
    }

  return join_sorted (lines);
}

KqProfiles *
shipped_profiles (void)
{
  static KqProfiles *profiles;

  if (profiles == NULL)
    profiles = kq_profiles_new (NULL);

  return profiles;
}

KqTime
time_of (const char *text)
{
  KqTime time;

  g_assert_true (kq_time_parse (text, &time));

  return time;
}

char *
check_campaign (KqCampaign    *campaign,
                KqAssetSource *assets)
{
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), assets);

  kq_checker_set_moment (checker, time_of (MOMENT));
  kq_checker_run (checker);

  return dump_findings (kq_checker_get_findings (checker));
}

/* Fixes */

static gboolean
has_line (const char *dump,
          const char *line)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  return g_strv_contains ((const char * const *) lines, line);
}

static void
assert_no_worse (const char *before,
                 const char *after)
{
  g_auto (GStrv) lines = g_strsplit (after, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], " advice ") == NULL && *lines[i] != '\0' &&
        !has_line (before, lines[i]))
      g_error ("the fix made: %s", lines[i]);
}

static KqFinding *
find_fixable (KqFindingList *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    if (kq_finding_get_fix (kq_finding_list_get (findings, i)) != NULL)
      return kq_finding_list_get (findings, i);

  return NULL;
}

/* Applies one fix after the other until none is left. */
void
apply_fixes (KqCampaign    *campaign,
             KqAssetSource *assets)
{
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), assets);
  KqFindingList *findings = kq_checker_get_findings (checker);
  KqFinding *finding;

  kq_checker_set_moment (checker, time_of (MOMENT));
  kq_checker_run (checker);
  for (guint i = 0; (finding = find_fixable (findings)) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = dump_findings (findings);
      g_autofree char *after = NULL;
      g_autofree char *line =
        g_strdup_printf ("%s %s %s", kq_finding_get_rule (finding),
                         kq_severity_get_word (kq_finding_get_severity (finding)),
                         kq_finding_get_pointer (finding));

      g_assert_cmpuint (i, <, 100);
      g_assert_cmpstr (kq_finding_get_fix_label (finding), !=, "");
      g_assert_nonnull (kq_finding_get_fix_label (finding));
      kq_campaign_edit (campaign, kq_finding_get_fix (finding), &error);
      g_assert_no_error (error);
      kq_checker_run (checker);
      after = dump_findings (findings);
      if (has_line (after, line))
        g_error ("not mended: %s", line);
      assert_no_worse (before, after);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (KqCampaign) campaign = build_campaign (self->base, self->edits, &assets);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; self->found[i] != NULL; i++)
    g_ptr_array_add (lines, (gpointer) self->found[i]);
  expected = join_sorted (lines);
  found = check_campaign (campaign, assets);
  g_assert_cmpstr (found, ==, expected);

  apply_fixes (campaign, assets);
}

void
add_cases (const char *prefix,
           const Case *cases,
           guint       n_cases)
{
  /* One that fails doesn't hide the others. */
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s", prefix, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}
