/* kq-rules-fissions.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"

/* Fissions and their coupons (document 003, section C). */

static gboolean
is_for_sharer (KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) == KQ_PURPOSE_FISSION_SHARER;
}

static gboolean
is_for_invitee (KqObject *coupon)
{
  return kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) == KQ_PURPOSE_FISSION_INVITEE;
}

static gboolean
is_of_fission (KqObject *coupon)
{
  return is_for_sharer (coupon) || is_for_invitee (coupon);
}

/* MF-19 */

static void
check_scene (KqCheck  *check,
             KqObject *fission)
{
  int scene = kq_object_get_choice (fission, KQ_FISSION_SCENE);
  g_autofree char *name = NULL;

  if (scene < 0 || scene == KQ_SCENE_CONFIRM || scene == KQ_SCENE_REVIEW)
    return;

  name = kq_check_name_of (fission);
  kq_check_found (check, fission, KQ_FISSION_SCENE,
                  g_strdup_printf (_("Fission %s isn't for the scene of confirming receipt or of "
                                     "reviewing; one of them is advised: who has used the goods "
                                     "shares them"), name));
}

/* MF-20 */

static void
check_channel (KqCheck  *check,
               KqObject *coupon)
{
  if (is_of_fission (coupon))
    kq_check_is_on_channel (check, coupon, KQ_CHANNEL_UNIVERSAL,
                            _("otherwise the fission can't give it out"));
}

/* MF-21 */

static void
check_scope (KqCheck  *check,
             KqObject *coupon)
{
  g_autofree char *name = NULL;

  if (!is_of_fission (coupon) ||
      kq_object_get_choice (coupon, KQ_COUPON_SCOPE) != KQ_SCOPE_PRODUCT)
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, KQ_COUPON_SCOPE,
                  g_strdup_printf (_("Fission coupon %s is a product coupon; a shop coupon is "
                                     "advised: friends who are invited seldom want the same "
                                     "product"), name));
}

/* MF-22 */

static void
check_validity_and_quantity (KqCheck  *check,
                             KqObject *coupon)
{
  if (!is_of_fission (coupon))
    return;

  if (kq_check_has_scene (check, coupon, KQ_SCENE_FOLLOW_UP))
    kq_check_lasts_long (check, coupon, kq_object_get_time (coupon, KQ_COUPON_USE_START));
  kq_check_suits_audience (check, coupon);
}

/* MF-23 */

static KqObject *
find_coupon (KqCheck  *check,
             KqObject *fission,
             guint     field)
{
  KqObject *coupon = kq_check_find (check, KQ_CAMPAIGN_COUPONS,
                                    kq_object_get_text (fission, field));

  return coupon != NULL && !kq_object_is_voided (coupon) ? coupon : NULL;
}

static gboolean
is_amount (KqObject *coupon)
{
  return coupon != NULL &&
         kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_PERCENT &&
         kq_object_get_int (coupon, KQ_COUPON_AMOUNT) > 0;
}

static void
check_people (KqCheck  *check,
              KqObject *fission)
{
  gint64 people = kq_object_get_int (fission, KQ_FISSION_PEOPLE);
  gint64 advised = kq_check_get_limit (check, "fissionPeople");
  gint64 many_from = kq_check_get_limit (check, "fissionSharerAmountManyFen");
  KqObject *sharer = find_coupon (check, fission, KQ_FISSION_SHARER_COUPON);
  g_autofree char *name = NULL;
  g_autofree char *much = NULL;
  KqFinding *finding;

  if (people == advised ||
      (people > advised && is_amount (sharer) &&
       kq_object_get_int (sharer, KQ_COUPON_AMOUNT) >= many_from))
    return;

  name = kq_check_name_of (fission);
  much = kq_money_format_short (many_from, "CNY");
  finding = kq_check_found (check, fission, KQ_FISSION_PEOPLE,
                            g_strdup_printf (_("In fission %s the sharer has to win %" PRId64
                                               " people; %" PRId64 " are advised, and more only "
                                               "where the sharer gets %s or more"),
                                             name, people, advised, much));
  kq_check_fix_int (finding, fission, KQ_FISSION_PEOPLE, advised,
                    g_strdup_printf (_("Set to %" PRId64), advised));
}

/* MF-25 */

static void
check_sharer (KqCheck  *check,
              KqObject *coupon)
{
  g_autofree char *name = NULL;

  if (!is_for_sharer (coupon) || kq_check_is_no_threshold (coupon) ||
      kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) < 0)
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, KQ_COUPON_DISCOUNT,
                  g_strdup_printf (_("Coupon %s rewards the sharer; an amount off without a "
                                     "threshold is advised, and a rather high one, so that "
                                     "sharing is worth it"), name));
}

/* MF-26 */

static void
check_invitee (KqCheck  *check,
               KqObject *coupon)
{
  g_autofree char *name = NULL;

  if (!is_for_invitee (coupon) || kq_check_is_no_threshold (coupon) ||
      kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) < 0)
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, KQ_COUPON_DISCOUNT,
                  g_strdup_printf (_("Coupon %s invites new buyers; an amount off without a "
                                     "threshold is advised, so that nothing holds them up"),
                                   name));
}

static void
check_amounts (KqCheck  *check,
               KqObject *fission)
{
  KqObject *sharer = find_coupon (check, fission, KQ_FISSION_SHARER_COUPON);
  KqObject *invitee = find_coupon (check, fission, KQ_FISSION_INVITEE_COUPON);
  g_autofree char *name = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *own = NULL;

  /* KQ-PURPOSE says it of coupons that don't fit their role. */
  if (!is_amount (sharer) || !is_amount (invitee) || !is_for_sharer (sharer) ||
      !is_for_invitee (invitee) ||
      kq_object_get_int (invitee, KQ_COUPON_AMOUNT) < kq_object_get_int (sharer, KQ_COUPON_AMOUNT))
    return;

  name = kq_check_name_of (fission);
  theirs = kq_money_format_short (kq_object_get_int (invitee, KQ_COUPON_AMOUNT), "CNY");
  own = kq_money_format_short (kq_object_get_int (sharer, KQ_COUPON_AMOUNT), "CNY");
  kq_check_found (check, fission, KQ_FISSION_INVITEE_COUPON,
                  g_strdup_printf (_("In fission %s the invitee gets %s and the sharer %s; less for "
                                     "the invitee is advised, since the sharer does the work"),
                                   name, theirs, own));
}

const KqRule *
kq_rules_for_fissions (guint *n_rules)
{
#define ON(subject, id, severity, check) \
  { id, KQ_SEVERITY_##severity, "003", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_##subject, check }
  static const KqRule rules[] = {
    ON (FISSION, "MF-19", ADVICE, check_scene),
    ON (COUPON, "MF-20", ERROR, check_channel),
    ON (COUPON, "MF-21", ADVICE, check_scope),
    ON (COUPON, "MF-22", ADVICE, check_validity_and_quantity),
    ON (FISSION, "MF-23", ADVICE, check_people),
    ON (COUPON, "MF-25", ADVICE, check_sharer),
    ON (COUPON, "MF-26", ADVICE, check_invitee),
    ON (FISSION, "MF-26", ADVICE, check_amounts),
  };
#undef ON

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
