/* kq-rules-coupons.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-level.h"
#include "kq-percent.h"
#include "kq-rules-private.h"

/* Coupons: the form of all (DY-08), and Douyin's member-exclusive ones
 * (document 000). */

static gboolean
is_exclusive (KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) == KQ_PURPOSE_MEMBER_EXCLUSIVE;
}

/* What there is for Douyin: for DY-01 and DY-07. */

typedef struct {
  gboolean has_exclusive;
  gboolean has_level;
} OnDouyin;

static gpointer
new_on_douyin (KqCheck *check)
{
  return g_new0 (OnDouyin, 1);
}

static void
add_to_douyin (KqCheck  *check,
               gpointer  data,
               KqObject *object)
{
  OnDouyin *there = data;

  if (kq_object_get_platform (object) != KQ_PLATFORM_DOUYIN || kq_object_is_voided (object))
    return;

  if (KQ_IS_LEVEL (object))
    there->has_level = TRUE;
  else if (is_exclusive (object))
    there->has_exclusive = TRUE;
}

static const KqLookup on_douyin = {
  { KQ_CAMPAIGN_LEVELS, KQ_CAMPAIGN_COUPONS }, new_on_douyin, add_to_douyin, NULL, g_free
};

/* DY-01 */

static void
check_has_exclusive (KqCheck  *check,
                     KqObject *campaign)
{
  const OnDouyin *there = kq_check_look_up (check, &on_douyin);

  if (there->has_exclusive)
    return;

  kq_check_found (check, campaign, KQ_CAMPAIGN_COUPONS,
                  g_strdup (_("There is a Douyin shop, but no member-exclusive coupon for it: "
                              "Douyin requires at least one as a member benefit")));
}

/* DY-03 */

static void
check_per_member (KqCheck  *check,
                  KqObject *coupon)
{
  gint64 least = kq_check_get_limit (check, "perMemberMin");
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER) >= least)
    return;

  name = kq_check_name_of (coupon);
  finding = kq_check_found (check, coupon, KQ_COUPON_PER_MEMBER,
                            g_strdup_printf (_("Coupon %s can be claimed %" PRId64 " times by one "
                                               "member: it must be at least %" PRId64), name,
                                             kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER),
                                             least));
  kq_check_fix_int (finding, coupon, KQ_COUPON_PER_MEMBER, least,
                    g_strdup_printf (_("Set to %" PRId64), least));
}

/* DY-05 */

/* The file's own word where nobody knows it. */
static const char *
say_choice (KqObject *coupon,
            guint     field)
{
  int choice = kq_object_get_choice (coupon, field);

  return choice >= 0 ? kq_object_get_word_label (coupon, field, choice)
                     : kq_object_get_word (coupon, field);
}

static void
check_type (KqCheck  *check,
            KqObject *coupon)
{
  g_autofree char *type = g_strconcat (kq_object_get_word (coupon, KQ_COUPON_SCOPE), "-",
                                       kq_object_get_word (coupon, KQ_COUPON_DISCOUNT), NULL);
  gboolean unknown_scope = kq_object_get_choice (coupon, KQ_COUPON_SCOPE) < 0;
  g_autofree char *name = NULL;

  if (g_strv_contains (kq_check_get_choices (check, "couponTypes"), type))
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, unknown_scope ? KQ_COUPON_SCOPE : KQ_COUPON_DISCOUNT,
                  g_strdup_printf (_("Coupon %s is of the type “%s, %s”, which Douyin doesn't "
                                     "have: its types are amount off, threshold amount off and "
                                     "percent, for the shop or for products"), name,
                                   say_choice (coupon, KQ_COUPON_SCOPE),
                                   say_choice (coupon, KQ_COUPON_DISCOUNT)));
}

/* DY-07 */

static void
check_levels_first (KqCheck  *check,
                    KqObject *campaign)
{
  const OnDouyin *there = kq_check_look_up (check, &on_douyin);

  if (there->has_exclusive && !there->has_level)
    kq_check_found (check, campaign, KQ_CAMPAIGN_LEVELS,
                    g_strdup (_("There are member-exclusive coupons for Douyin, but no member "
                                "levels: Douyin asks for the levels first")));
}

/* DY-08 */

static void
incomplete (KqCheck    *check,
            KqObject   *coupon,
            guint       field,
            const char *needs)
{
  g_autofree char *name = kq_check_name_of (coupon);

  kq_check_found (check, coupon, field, g_strdup_printf (_("Coupon %s isn't complete: %s"),
                                                         name, _(needs)));
}

static void
check_worth (KqCheck  *check,
             KqObject *coupon)
{
  int discount = kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT);
  gint64 percent = kq_object_get_int (coupon, KQ_COUPON_PERCENT);

  if ((discount == KQ_DISCOUNT_FIXED || discount == KQ_DISCOUNT_THRESHOLD) &&
      kq_object_get_int (coupon, KQ_COUPON_AMOUNT) <= 0)
    incomplete (check, coupon, KQ_COUPON_AMOUNT, N_("enter how much it takes off"));
  if (discount == KQ_DISCOUNT_THRESHOLD && kq_object_get_int (coupon, KQ_COUPON_THRESHOLD) <= 0)
    incomplete (check, coupon, KQ_COUPON_THRESHOLD, N_("enter the threshold from which it counts"));
  if (discount == KQ_DISCOUNT_PERCENT && (percent < 1 || percent > 99))
    incomplete (check, coupon, KQ_COUPON_PERCENT,
                N_("enter what the buyer pays, from 1 to 99 percent"));
  if (kq_object_get_choice (coupon, KQ_COUPON_SCOPE) == KQ_SCOPE_PRODUCT &&
      kq_object_get_texts (coupon, KQ_COUPON_PRODUCTS)[0] == NULL)
    incomplete (check, coupon, KQ_COUPON_PRODUCTS, N_("choose at least one product"));
}

static void
check_window (KqCheck    *check,
              KqObject   *coupon,
              guint       start_field,
              guint       end_field,
              const char *no_start,
              const char *no_end,
              const char *reversed)
{
  KqTime start = kq_object_get_time (coupon, start_field);
  KqTime end = kq_object_get_time (coupon, end_field);

  if (!kq_time_is_set (start))
    incomplete (check, coupon, start_field, no_start);
  if (!kq_time_is_set (end))
    incomplete (check, coupon, end_field, no_end);
  if (kq_time_is_set (start) && kq_time_is_set (end) && kq_time_compare (start, end) > 0)
    incomplete (check, coupon, end_field, reversed);
}

static void
check_times (KqCheck  *check,
             KqObject *coupon)
{
  int validity = kq_object_get_choice (coupon, KQ_COUPON_VALIDITY);

  check_window (check, coupon, KQ_COUPON_CLAIM_START, KQ_COUPON_CLAIM_END,
                N_("enter from when it can be claimed"),
                N_("enter until when it can be claimed"),
                N_("claiming ends before it starts; set the end later"));
  if (validity == KQ_COUPON_VALIDITY_RANGE)
    check_window (check, coupon, KQ_COUPON_USE_START, KQ_COUPON_USE_END,
                  N_("enter from when it can be used"),
                  N_("enter until when it can be used"),
                  N_("its use ends before it starts; set the end later"));
  if (validity == KQ_COUPON_VALIDITY_DAYS && kq_object_get_int (coupon, KQ_COUPON_USE_DAYS) < 1)
    incomplete (check, coupon, KQ_COUPON_USE_DAYS, N_("enter for how many days it can be used"));
}

static void
check_form (KqCheck  *check,
            KqObject *coupon)
{
  if (*kq_object_get_text (coupon, KQ_COUPON_NAME) == '\0')
    incomplete (check, coupon, KQ_COUPON_NAME, N_("give it a name"));
  check_worth (check, coupon);
  check_times (check, coupon);
  if (kq_object_get_int (coupon, KQ_COUPON_QUANTITY) < 1)
    incomplete (check, coupon, KQ_COUPON_QUANTITY, N_("enter how many there are, at least 1"));
}

/* DY-15 */

static void
check_fixed_amount (KqCheck  *check,
                    KqObject *coupon)
{
  gint64 amount = kq_object_get_int (coupon, KQ_COUPON_AMOUNT);
  gint64 least = kq_check_get_limit (check, "fixedAmountMinFen");
  g_autofree char *name = NULL;
  g_autofree char *is = NULL;
  g_autofree char *must_be = NULL;
  KqFinding *finding;

  if (!is_exclusive (coupon) || amount <= 0 || amount >= least ||
      kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_FIXED)
    return;

  name = kq_check_name_of (coupon);
  is = kq_money_format (amount, "CNY");
  must_be = kq_money_format_short (least, "CNY");
  finding = kq_check_found (check, coupon, KQ_COUPON_AMOUNT,
                            g_strdup_printf (_("Coupon %s takes %s off without a threshold; "
                                               "Douyin asks for at least %s"), name, is, must_be));
  kq_check_fix_int (finding, coupon, KQ_COUPON_AMOUNT, least,
                    g_strdup_printf (_("Change to %s"), must_be));
}

/* DY-16 */

/* The next amount that people would choose: whole yuan, where that is enough. */
static gint64
round_up_to_yuan (gint64 fen)
{
  return (fen + 99) / 100 * 100;
}

static void
check_threshold_discount (KqCheck  *check,
                          KqObject *coupon)
{
  gint64 amount = kq_object_get_int (coupon, KQ_COUPON_AMOUNT);
  gint64 threshold = kq_object_get_int (coupon, KQ_COUPON_THRESHOLD);
  gint64 least = kq_check_get_limit (check, "thresholdDiscountMinPercent");
  g_autofree char *name = NULL;
  g_autofree char *is = NULL;
  g_autofree char *must_be = NULL;
  g_autofree char *raised = NULL;
  g_autofree char *lowered = NULL;
  KqFinding *finding;
  gint64 enough;

  if (!is_exclusive (coupon) || amount <= 0 || threshold <= 0 || least <= 0 ||
      kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_THRESHOLD ||
      (__int128) amount * 100 >= (__int128) threshold * least)
    return;

  enough = round_up_to_yuan ((gint64) (((__int128) threshold * least + 99) / 100));
  name = kq_check_name_of (coupon);
  is = kq_permille_describe (1000 - amount * 1000 / threshold);
  must_be = kq_percent_describe (100 - least);
  raised = kq_money_format_short (enough, "CNY");
  lowered = kq_money_format_short ((gint64) ((__int128) amount * 100 / least), "CNY");
  /* Translators: “Coupon “满600减20” gives 3.3 % off; …”, where it is said in
   * tenths 9.67折 and 9.5折 */
  finding = kq_check_found (check, coupon, KQ_COUPON_AMOUNT,
                            g_strdup_printf (_("Coupon %s gives %s; Douyin asks for at least %s: "
                                               "raise the amount to %s or lower the threshold to "
                                               "%s"), name, is, must_be, raised, lowered));
  kq_check_fix_int (finding, coupon, KQ_COUPON_AMOUNT, enough,
                    g_strdup_printf (_("Change to %s"), raised));
}

const KqRule *
kq_rules_for_coupons (guint *n_rules)
{
  static const KqRule rules[] = {
    { "DY-01", KQ_SEVERITY_ERROR, "000", KQ_ON (DOUYIN), KQ_SUBJECT_CAMPAIGN,
      check_has_exclusive, { &on_douyin } },
    { "DY-07", KQ_SEVERITY_ERROR, "000", KQ_ON_ALL, KQ_SUBJECT_CAMPAIGN, check_levels_first,
      { &on_douyin } },
    { "DY-03", KQ_SEVERITY_ERROR, "000", KQ_ON (DOUYIN), KQ_SUBJECT_COUPON, check_per_member },
    { "DY-05", KQ_SEVERITY_ERROR, "000", KQ_ON (DOUYIN), KQ_SUBJECT_COUPON, check_type },
    { "DY-08", KQ_SEVERITY_ERROR, "000", KQ_ON_ALL, KQ_SUBJECT_COUPON, check_form },
    { "DY-15", KQ_SEVERITY_ERROR, "000", KQ_ON (DOUYIN), KQ_SUBJECT_COUPON, check_fixed_amount },
    { "DY-16", KQ_SEVERITY_ERROR, "000", KQ_ON (DOUYIN), KQ_SUBJECT_COUPON,
      check_threshold_discount },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
