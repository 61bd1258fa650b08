/* test-profiles.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "rules-util.h"

/* What is shipped is sound; a user's copy wins where it is, and is refused
 * with file, line and reason where it isn't. */

#define HEAD(id) \
  "{\n\"format\": \"kaquan-profile\",\n\"version\": 1,\n\"id\": \"" id "\",\n" \
  "\"title\": \"T\",\n\"date\": \"2026-12-01\",\n\"source\": \"S\""
/* What follows stands in line 8. */
#define COPY(members) HEAD ("douyin") ",\n" members "\n}\n"

typedef struct {
  char *directory;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("kq-profiles-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "douyin.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->directory);
}

static void
write_copy (Fixture    *fixture,
            const char *text,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, length, &error);
  g_assert_no_error (error);
}

static void
test_shipped (void)
{
  static const struct { KqPlatform platform; const char *limit; gint64 value; } limits[] = {
    { KQ_PLATFORM_DOUYIN, "fixedAmountMinFen", 500 },
    { KQ_PLATFORM_DOUYIN, "thresholdDiscountMinPercent", 5 },
    { KQ_PLATFORM_TMALL, "packCouponsMax", 3 },
    { KQ_PLATFORM_TMALL, "packGiftAllowed", 1 },
    { KQ_PLATFORM_TAOBAO, "packGiftAllowed", 0 },
  };
  KqProfiles *profiles = shipped_profiles ();

  g_assert_null (kq_profiles_get_problems (profiles)[0]);
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    {
      g_assert_cmpstr (kq_profiles_get_title (profiles, i), !=, "");
      g_assert_cmpstr (kq_profiles_get_date (profiles, i), !=, "");
      g_assert_cmpstr (kq_profiles_get_source (profiles, i), !=, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpint (kq_profiles_get_limit (profiles, limits[i].platform, limits[i].limit), ==,
                     limits[i].value);
  g_assert_cmpuint (g_strv_length ((char **) kq_profiles_get_choices (profiles, KQ_PLATFORM_DOUYIN,
                                                                      "couponTypes")), ==, 6);
}

static char *
check_with (KqProfiles         *profiles,
            const char * const *edits)
{
  g_autoptr (KqCampaign) campaign = build_campaign (BASE_DOUYIN, edits, NULL);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, profiles, NULL);

  kq_checker_set_moment (checker, time_of (MOMENT));
  kq_checker_run (checker);

  return dump_findings (kq_checker_get_findings (checker));
}

static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  static const char * const edits[] = {
    "/coupons/0/amount 300", "/coupons/1/amount 1", NULL
  };
  static const char * const less[] = { "/coupons/0/amount 299", NULL };
  g_autoptr (KqProfiles) profiles = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_less = NULL;

  write_copy (fixture, COPY ("\"limits\": { \"fixedAmountMinFen\": 300 },\n"
                             "\"severity\": { \"DY-16\": \"advice\" }"), -1);
  profiles = kq_profiles_new (fixture->directory);
  g_assert_null (kq_profiles_get_problems (profiles)[0]);
  g_assert_cmpstr (kq_profiles_get_title (profiles, KQ_PLATFORM_DOUYIN), ==, "T");
  g_assert_cmpstr (kq_profiles_get_date (profiles, KQ_PLATFORM_DOUYIN), ==, "2026-12-01");
  /* What the copy doesn't say is as shipped. */
  g_assert_cmpint (kq_profiles_get_limit (profiles, KQ_PLATFORM_DOUYIN, "perMemberMin"), ==, 1);
  g_assert_cmpint (kq_profiles_get_limit (profiles, KQ_PLATFORM_TMALL, "packCouponsMax"), ==, 3);

  found = check_with (profiles, edits);
  g_assert_cmpstr (found, ==, "DY-16 advice /coupons/1/amount");
  found_less = check_with (profiles, less);
  g_assert_cmpstr (found_less, ==, "DY-15 error /coupons/0/amount");
}

/* A severity that makes advice of an error lets it be put away. */
static void
test_own_dismissed (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const edits[] = {
    "/coupons/1/amount 1", "/dismissed [{\"rule\":\"DY-16\",\"object\":\"b\"}]", NULL
  };
  g_autoptr (KqProfiles) profiles = NULL;
  g_autofree char *found = NULL;

  write_copy (fixture, COPY ("\"severity\": { \"DY-16\": \"advice\" }"), -1);
  profiles = kq_profiles_new (fixture->directory);
  found = check_with (profiles, edits);
  g_assert_cmpstr (found, ==, "");
}

/* Refused: one line with the file, the place and the reason, and the shipped
 * profile holds. */
static void
assert_refused (Fixture    *fixture,
                const char *part)
{
  g_autoptr (KqProfiles) profiles = kq_profiles_new (fixture->directory);
  const char * const *problems = kq_profiles_get_problems (profiles);

  g_assert_cmpuint (g_strv_length ((char **) problems), ==, 1);
  if (!g_str_has_prefix (problems[0], fixture->path) || strstr (problems[0], part) == NULL ||
      strchr (problems[0], '\n') != NULL ||
      strstr (problems[0] + strlen (fixture->path), fixture->path) != NULL)
    {
      g_test_message ("“%s” without “%s”", problems[0], part);
      g_test_fail ();
    }
  g_assert_cmpint (kq_profiles_get_limit (profiles, KQ_PLATFORM_DOUYIN, "fixedAmountMinFen"),
                   ==, 500);
  g_assert_cmpstr (kq_profiles_get_title (profiles, KQ_PLATFORM_DOUYIN), ==, "Douyin");
}

static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *text; const char *part; } cases[] = {
    { "", "line 1" },
    { "{\n\n  nonsense", "line 3, column 3" },
    { "[]", "line 1" },
    { "{}", "“format”" },
    { HEAD ("tmall") "}", "line 4: “id”" },
    { "{\"format\": \"kaquan-profile\", \"version\": 2}", "“version”" },
    { "{\"format\": \"kaquan-profile\", \"version\": 1, \"id\": \"douyin\",\n\"title\": \"\"}",
      "line 2: “title”" },
    { COPY ("\"limits\": []"), "line 8: “limits”" },
    { COPY ("\"limits\": {\n\"title\": 1}"), "line 9: “title”: there is no such limit" },
    { COPY ("\"limits\": {\n\"perMemberMax\": 1}"), "line 9: “perMemberMax”" },
    { COPY ("\"limits\": {\n\n\"perMemberMin\": -1}"), "line 10: “perMemberMin”" },
    { COPY ("\"limits\": {\"perMemberMin\": \"1\"}"), "line 8: “perMemberMin”" },
    { COPY ("\"limits\": {\"perMemberMin\": 1.5}"), "line 8: “perMemberMin”" },
    { COPY ("\"limits\": {\"perMemberMin\": 9007199254740992}"), "line 8: “perMemberMin”" },
    { COPY ("\"limits\": {\"perMemberMin\": 1000000000001}"), "line 8: “perMemberMin”" },
    { COPY ("\"limits\": {\"thresholdDiscountMinPercent\": 101}"), "0 to 100" },
    { COPY ("\"limits\": {\"validityDays\": 36501}"), "0 to 36500" },
    { COPY ("\"limits\": {\"perMemberMin\": 1e400}"), "line 8" },
    { COPY ("\"limits\": {\"perMemberMin\": 1,\n\"perMemberMin\": 2}"), "line 9" },
    { COPY ("\"choices\": {\n\"couponTypes\": \"shop-fixed\"}"), "line 9: “couponTypes”" },
    { COPY ("\"choices\": {\n\"couponTypes\": [1]}"), "line 9: “couponTypes”" },
    { COPY ("\"choices\": {\n\"colours\": []}"), "line 9: “colours”" },
    { COPY ("\"severity\": {\n\"DY-99\": \"error\"}"), "line 9: “DY-99”" },
    { COPY ("\"severity\": {\n\"DY-15\": \"fatal\"}"), "line 9: “DY-15”" },
    { COPY ("\"severity\": {\n\"DY-15\": 1}"), "line 9: “DY-15”" },
    { COPY ("\"limits\": {},"), "line 9" },
    { "{\"format\": \"kaquan-profile\", \"version\": 1, \"id\": \"douyin\", \"title\": \"T\",\n"
      "\"date\": \"soon\", \"source\": \"S\"}", "line 2: “date”" },
    { COPY ("\"a\": \"\xff\""), "line 8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      write_copy (fixture, cases[i].text, -1);
      assert_refused (fixture, cases[i].part);
    }
}

static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, ' ');

  write_copy (fixture, text, -1);
  assert_refused (fixture, "larger than");
}

static void
test_deep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = g_strnfill (500 * 1024, '[');

  write_copy (fixture, text, -1);
  assert_refused (fixture, "line 1");
}

/* A FIFO that nobody writes to: reading it would wait for ever. */
static void
test_fifo (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture, "");
}

static void
test_loop (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (symlink ("douyin.json", fixture->path), ==, 0);
  assert_refused (fixture, "");
}

static void
test_dangling (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  assert_refused (fixture, "");
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, "");
  g_rmdir (fixture->path);
}

static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqProfiles) none = kq_profiles_new (fixture->directory);
  g_autoptr (KqProfiles) nowhere = kq_profiles_new (fixture->path);

  g_assert_null (kq_profiles_get_problems (none)[0]);
  g_assert_null (kq_profiles_get_problems (nowhere)[0]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/rules/profiles/shipped", test_shipped);
#define ADD(name, function) \
  g_test_add ("/rules/profiles/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("own", test_own);
  ADD ("own-dismissed", test_own_dismissed);
  ADD ("broken", test_broken);
  ADD ("large", test_large);
  ADD ("deep", test_deep);
  ADD ("fifo", test_fifo);
  ADD ("loop", test_loop);
  ADD ("dangling", test_dangling);
  ADD ("folder", test_folder);
  ADD ("absent", test_absent);
#undef ADD

  return g_test_run ();
}
