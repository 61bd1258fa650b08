/* test-images.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "kq-image-check.h"
#include "rules-util.h"
#include "told-assets.h"

/* What images have to be, what of one isn't so, and what the rules make of it.
 * No file is looked into. */

#define SHA "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define FACE "/memberCenters/0/faceImage"

#define JPEG "image/jpeg"
#define PNG "image/png"
#define FACTS(type, width, height, bytes) \
  bytes, type, width, height, 1, KQ_MEDIA_COLOUR_SRGB, NULL, 8, FALSE, FALSE, TRUE

static const struct {
  const char   *name;
  const char   *kind;
  KqImageFacts  facts;
  const char   *found;  /* words and severities */
} checks[] = {
  { "card-face/fine", "card-face", { FACTS (JPEG, 1404, 700, 2000000) }, "" },
  { "card-face/png", "card-face", { FACTS (PNG, 1404, 700, 1) }, "" },
  { "card-face/decimal", "card-face", { FACTS (PNG, 1404, 700, 2000001) }, "bytes:advice" },
  { "card-face/binary", "card-face", { FACTS (PNG, 1404, 700, 2097152) }, "bytes:advice" },
  { "card-face/too-large", "card-face", { FACTS (PNG, 1404, 700, 2097153) }, "bytes:error" },
  { "card-face/narrow", "card-face", { FACTS (PNG, 1403, 700, 1) }, "pixels:error" },
  { "card-face/high", "card-face", { FACTS (PNG, 1404, 701, 1) }, "pixels:error" },
  { "card-face/webp", "card-face", { FACTS ("image/webp", 1404, 700, 1) }, "type:error" },
  { "card-face/everything", "card-face",
    { 3000000, "image/webp", 1, 2, 6, KQ_MEDIA_COLOUR_CMYK, NULL, 16, TRUE, TRUE, FALSE },
    "type:error pixels:error bytes:error whole:error colour:error bits:warning "
    "orientation:warning alpha:advice animated:error" },
  { "card-face/no-image", "card-face", { .bytes = 3 }, "type:error" },
  { "card-face/grey", "card-face",
    { 1, JPEG, 1404, 700, 1, KQ_MEDIA_COLOUR_GREY, NULL, 8, FALSE, FALSE, TRUE }, "" },
  { "card-face/wide-gamut", "card-face",
    { 1, JPEG, 1404, 700, 1, KQ_MEDIA_COLOUR_OTHER, (char *) "P3", 8, FALSE, FALSE, TRUE },
    "colour:warning" },
  { "card-face/broken-profile", "card-face",
    { 1, JPEG, 1404, 700, 1, KQ_MEDIA_COLOUR_OTHER, (char *) "", 8, FALSE, FALSE, TRUE },
    "colour:warning" },
  { "poster/png", "poster", { FACTS (PNG, 1402, 400, 1) }, "type:error" },
  { "poster/too-large", "poster", { FACTS (JPEG, 1402, 400, 512001) }, "bytes:error" },
  { "poster/decimal", "poster", { FACTS (JPEG, 1402, 400, 500001) }, "bytes:advice" },
  { "less-than-a-megabyte", "card-1000x600", { FACTS (JPEG, 1000, 600, 1048576) },
    "bytes:error" },
  { "suggested", "wechat-card-picture", { FACTS (JPEG, 1, 1, 1) }, "pixels:advice" },
  { "suggested/fine", "wechat-card-picture", { FACTS (JPEG, 716, 320, 1) }, "" },
  { "at-least", "alipay-card", { FACTS (JPEG, 1020, 643, 1) }, "" },
  { "at-least/more", "alipay-card", { FACTS (JPEG, 4000, 3000, 1) }, "" },
  { "at-least/less", "alipay-card", { FACTS (JPEG, 4000, 642, 1) }, "pixels:error" },
  { "logo-120", "logo-120", { FACTS (PNG, 120, 120, 1) }, "" },
  { "wechat-cash-coupon", "wechat-cash-coupon", { FACTS (PNG, 850, 350, 1) }, "" },
  { "wechat-merchant-coupon", "wechat-merchant-coupon", { FACTS (PNG, 1074, 603, 1) }, "" },
};

static void
test_check (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const KqImageKind *kind = kq_profiles_find_image_kind (shipped_profiles (), checks[i].kind);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) misses = NULL;

  g_assert_nonnull (kind);
  misses = kq_image_check (&checks[i].facts, kind);
  for (guint j = 0; j < misses->len; j++)
    {
      const KqImageMiss *miss = &g_array_index (misses, KqImageMiss, j);

      g_assert_cmpstr (miss->message, !=, "");
      g_string_append_printf (found, "%s%s:%s", j > 0 ? " " : "",
                              kq_image_trait_get_word (miss->trait),
                              kq_severity_get_word (miss->severity));
    }
  g_assert_cmpstr (found->str, ==, checks[i].found);
  g_assert_cmpint (kq_image_misses_have_error (misses), ==,
                   strstr (found->str, ":error") != NULL);
}

static void
test_kinds (void)
{
  static const char * const all[] = {
    "alipay-card", "card-1000x600", "card-face", "logo-120", "poster", "wechat-card-picture",
    "wechat-cash-coupon", "wechat-merchant-coupon",
  };
  KqProfiles *profiles = shipped_profiles ();
  g_autoptr (GPtrArray) kinds = kq_profiles_list_image_kinds (profiles, ~0u);
  g_autoptr (GPtrArray) tmall = kq_profiles_list_image_kinds (profiles, 1 << KQ_PLATFORM_TMALL);

  g_assert_cmpuint (kinds->len, ==, G_N_ELEMENTS (all));
  for (guint i = 0; i < kinds->len; i++)
    g_assert_cmpstr (((KqImageKind *) g_ptr_array_index (kinds, i))->id, ==, all[i]);
  g_assert_cmpuint (tmall->len, ==, 2);
  g_assert_null (kq_profiles_find_image_kind (profiles, "nonsense"));
  g_assert_null (kq_profiles_get_image_kind (profiles, KQ_PLATFORM_DOUYIN, "card-face"));
}

/* A copy of one's own, whose kinds stand from line 4 on. */
#define COPY(members) \
  "{\"format\": \"kaquan-profile\", \"version\": 1, \"id\": \"mini-program\",\n" \
  "\"title\": \"T\", \"date\": \"2026-12-01\", \"source\": \"S\",\n\"images\": {\n" members "}}\n"
#define TYPES "\"types\": [\"image/png\"], \"maxBytes\": 900, "
#define ORIGIN "\"date\": \"2026-12-01\", \"source\": \"S\""
#define LOGO(members) "\"logo-120\": {" members "\"size\": \"exact\", " TYPES ORIGIN "}"

static KqProfiles *
profiles_with (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("kq-images-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mini-program.json", NULL);
  KqProfiles *profiles;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  profiles = kq_profiles_new (folder);
  g_unlink (path);
  g_rmdir (folder);

  return profiles;
}

static void
test_own_kind (void)
{
  g_autoptr (KqProfiles) profiles =
    profiles_with (COPY (LOGO ("\"width\": 240, \"height\": 200, ")));
  const KqImageKind *kind = kq_profiles_find_image_kind (profiles, "logo-120");

  g_assert_null (kq_profiles_get_problems (profiles)[0]);
  g_assert_cmpuint (kind->width, ==, 240);
  g_assert_cmpuint (kind->height, ==, 200);
  g_assert_cmpint (kind->max_bytes, ==, 900);
  g_assert_cmpint (kind->advice_bytes, ==, 0);
  g_assert_false (kq_image_kind_takes (kind, "image/jpeg"));
  g_assert_cmpstr (kind->date, ==, "2026-12-01");
  /* What the copy doesn't say is as shipped. */
  g_assert_cmpuint (kq_profiles_find_image_kind (profiles, "alipay-card")->width, ==, 1020);
}

static void
test_broken_kinds (void)
{
  static const struct { const char *text; const char *part; } cases[] = {
    { COPY (LOGO ("\"width\": 0, \"height\": 1,\n")), "line 4: “width”: expected a whole" },
    { COPY (LOGO ("\"width\": 1,\n\"height\": 8193, ")), "line 5: “height”" },
    { COPY (LOGO ("\"width\": 1,\n\"height\": 1.5, ")), "line 5: “height”" },
    { COPY (LOGO ("\"width\": \"1\", \"height\": 1, ")), "line 4: “width”" },
    { COPY (LOGO ("\"width\": 1, ")), "line 4: “logo-120”: “height” is missing" },
    { COPY (LOGO ("\"width\": 1, \"height\": 1,\n\n\"depth\": 8, ")), "line 6: “depth”" },
    { COPY ("\n\"logo-99\": {}"), "line 5: “logo-99”: there is no such kind" },
    { COPY ("\"logo-120\": []"), "line 4: “logo-120”" },
    { COPY ("\"logo-120\": {\"width\": 1, \"height\": 1, \"size\": \"about\", " TYPES ORIGIN "}"),
      "“size”" },
    { COPY ("\"logo-120\": {\"width\": 1, \"height\": 1, \"size\": \"exact\", \"types\":\n"
            "[\"image/gif\"], \"maxBytes\": 1, " ORIGIN "}"), "“types”" },
    { COPY ("\"logo-120\": {\"width\": 1, \"height\": 1, \"size\": \"exact\", \"types\": [], "
            "\"maxBytes\": 1, " ORIGIN "}"), "“types”" },
    { COPY (LOGO ("\"width\": 1, \"height\": 1, \"adviceBytes\": 901, ")), "“adviceBytes”" },
    { COPY ("\"logo-120\": {\"width\": 1, \"height\": 1, \"size\": \"exact\", " TYPES
            "\"date\": \"today\", \"source\": \"S\"}"), "line 4: “date”" },
    { COPY ("\"logo-120\": {\"width\": 1, \"height\": 1, \"size\": \"exact\", " TYPES
            "\"date\": \"2026-12-01\", \"source\": \"\"}"), "line 4: “source”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KqProfiles) profiles = profiles_with (cases[i].text);
      const char *problem = kq_profiles_get_problems (profiles)[0];

      if (problem == NULL || strstr (problem, cases[i].part) == NULL)
        g_error ("“%s” without “%s”", problem, cases[i].part);
      g_assert_cmpuint (kq_profiles_find_image_kind (profiles, "logo-120")->width, ==, 120);
    }
}

/* What the rules find of a card face that the campaign says is fine. */
static char *
find_told (const KqImageFacts *facts,
           GError             *error)
{
  static const char * const edits[] = {
    "/assets {\"" SHA "\":{\"name\":\"a\",\"type\":\"" JPEG "\",\"width\":1404,\"height\":700,"
    "\"bytes\":5}}",
    "/memberCenters/0/facePreset 0", FACE " \"" SHA "\"", NULL
  };
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_TMALL, edits, NULL);
  g_autoptr (ToldAssets) assets = told_assets_new (facts, error);

  return check_campaign (campaign, KQ_ASSET_SOURCE (assets));
}

static void
assert_told (const KqImageFacts *facts,
             const char         *expected)
{
  g_autofree char *found = find_told (facts, NULL);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_failed (GError     *error,
               const char *expected)
{
  g_autofree char *found = find_told (NULL, error);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_claims (void)
{
  KqImageFacts fine = { FACTS (JPEG, 1404, 700, 5) };
  KqImageFacts narrow = { FACTS (JPEG, 1403, 700, 5) };
  KqImageFacts low = { FACTS (JPEG, 1404, 699, 5) };
  KqImageFacts png = { FACTS (PNG, 1404, 700, 5) };
  KqImageFacts webp = { FACTS ("image/webp", 1404, 700, 5) };
  KqImageFacts longer = { FACTS (JPEG, 1404, 700, 6) };
  KqImageFacts cut = fine, cmyk = fine, unseen = { .bytes = 5 };

  cut.whole = FALSE;
  cmyk.colour = KQ_MEDIA_COLOUR_CMYK;
  assert_told (&fine, "");
  assert_told (&unseen, "");
  assert_told (&narrow, "KQ-ASSET error /assets/" SHA "/width\nTB-12 error " FACE);
  assert_told (&low, "KQ-ASSET error /assets/" SHA "/height\nTB-12 error " FACE);
  assert_told (&png, "KQ-ASSET error /assets/" SHA "/type");
  assert_told (&webp, "KQ-ASSET error /assets/" SHA "/type\nTB-12 error " FACE);
  assert_told (&longer, "KQ-ASSET error /assets/" SHA "/bytes");
  assert_told (&cut, "KQ-ASSET error /assets/" SHA);
  assert_told (&cmyk, "TB-12 error " FACE);
}

static void
test_failures (void)
{
  assert_failed (g_error_new (KQ_ASSET_ERROR, KQ_ASSET_ERROR_DAMAGED, "x"),
                 "KQ-ASSET error /assets/" SHA);
  assert_failed (g_error_new (KQ_ASSET_ERROR, KQ_ASSET_ERROR_CHANGED, "x"),
                 "KQ-ASSET error /assets/" SHA);
  assert_failed (g_error_new (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "x"),
                 "KQ-ASSET error /assets/" SHA);
  assert_failed (g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "x"),
                 "KQ-BYTES advice /assets/" SHA);
  assert_failed (g_error_new (G_IO_ERROR, G_IO_ERROR_PENDING, "x"), "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/images/check/%s", checks[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_check);
    }
  g_test_add_func ("/rules/images/kinds", test_kinds);
  g_test_add_func ("/rules/images/own-kind", test_own_kind);
  g_test_add_func ("/rules/images/broken-kinds", test_broken_kinds);
  g_test_add_func ("/rules/images/claims", test_claims);
  g_test_add_func ("/rules/images/failures", test_failures);

  return g_test_run ();
}
