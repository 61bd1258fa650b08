/* kq-coupon.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"

/**
 * KqCoupon:
 *
 * A coupon of a campaign: see the table.
 */
struct _KqCoupon {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqCoupon, kq_coupon, KQ_TYPE_OBJECT)

static const KqWord purpose_words[] = {
  { "member-exclusive",     N_("Member-exclusive coupon") },
  { "new-member-exclusive", N_("New-member exclusive coupon") },
  { "join-gift",            N_("Join gift"), NC_("Taobao and Tmall", "Join gift") },
  { "gift-pack",            N_("Gift pack coupon") },
  { "push",                 N_("Push coupon") },
  { "fission-sharer",       N_("Fission coupon for the sharer") },
  { "fission-invitee",      N_("Fission coupon for the invitee") },
  { NULL }
};

static const KqWord goal_words[] = {
  { "none",       N_("No particular goal") },
  { "repurchase", N_("Lift repurchase") },
  { "basket",     N_("Lift basket size") },
  { "hot-item",   N_("Push hot items") },
  { NULL }
};

static const KqWord scope_words[] = {
  { "shop",    N_("Shop coupon") },
  { "product", N_("Product coupon") },
  { NULL }
};

static const KqWord discount_words[] = {
  { "fixed",     N_("Amount off, no threshold") },
  { "threshold", N_("Threshold amount off") },
  { "percent",   N_("Percent") },
  { NULL }
};

static const KqWord validity_words[] = {
  { "range", N_("Fixed period") },
  { "days",  N_("Days after claim") },
  { NULL }
};

static const KqWord channel_words[] = {
  { "member-exclusive", N_("Official, merchant member-exclusive") },
  { "crm",              N_("Official, customer relationship management") },
  { "link",             N_("Own channel, universal claim link") },
  { "universal",        N_("Universal") },
  { "in-shop",          N_("In the shop") },
  { NULL }
};

static gboolean
is_product (KqObject *object)
{
  return kq_object_get_choice (object, KQ_COUPON_SCOPE) == KQ_SCOPE_PRODUCT;
}

static gboolean
has_amount (KqObject *object)
{
  return kq_object_get_choice (object, KQ_COUPON_DISCOUNT) != KQ_DISCOUNT_PERCENT;
}

static gboolean
is_percent (KqObject *object)
{
  return kq_object_get_choice (object, KQ_COUPON_DISCOUNT) == KQ_DISCOUNT_PERCENT;
}

static gboolean
is_range (KqObject *object)
{
  return kq_object_get_choice (object, KQ_COUPON_VALIDITY) == KQ_COUPON_VALIDITY_RANGE;
}

static gboolean
is_days (KqObject *object)
{
  return kq_object_get_choice (object, KQ_COUPON_VALIDITY) == KQ_COUPON_VALIDITY_DAYS;
}

static const KqField fields[] = {
  [KQ_COUPON_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_COUPON_EXTERNAL_ID] = { "externalId", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Console id") },
  [KQ_COUPON_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Name") },
  [KQ_COUPON_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words },
  [KQ_COUPON_PURPOSE] = { "purpose", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Purpose"),
    .words = purpose_words },
  [KQ_COUPON_GOAL] = { "goal", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Goal"), .words = goal_words },
  [KQ_COUPON_SCOPE] = { "scope", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Scope"),
    .words = scope_words },
  [KQ_COUPON_PRODUCTS] = { "products", KQ_FIELD_REFS, KQ_FIELD_PLAIN, N_("Products"),
    .list = "products", .applies = is_product },
  [KQ_COUPON_DISCOUNT] = { "discount", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Discount"),
    .words = discount_words },
  [KQ_COUPON_AMOUNT] = { "amount", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Amount off"),
    .maximum = KQ_WHOLE_MAX, .applies = has_amount },
  [KQ_COUPON_PERCENT] = { "percent", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Pays"),
    .maximum = 99, .applies = is_percent },
  [KQ_COUPON_MAX_DISCOUNT] = { "maxDiscount", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Discount cap"),
    .maximum = KQ_WHOLE_MAX, .applies = is_percent },
  [KQ_COUPON_THRESHOLD] = { "threshold", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Threshold"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_COUPON_CLAIM_START] = { "claimStart", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Claim start") },
  [KQ_COUPON_CLAIM_END] = { "claimEnd", KQ_FIELD_TIME, KQ_FIELD_END, N_("Claim end") },
  [KQ_COUPON_VALIDITY] = { "validity", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Validity"),
    .words = validity_words },
  [KQ_COUPON_USE_START] = { "useStart", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Use start"),
    .applies = is_range },
  [KQ_COUPON_USE_END] = { "useEnd", KQ_FIELD_TIME, KQ_FIELD_END, N_("Use end"),
    .applies = is_range },
  [KQ_COUPON_USE_DELAY_DAYS] = { "useDelayDays", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Usable after days"),
    .maximum = KQ_WHOLE_MAX, .applies = is_days },
  [KQ_COUPON_USE_DAYS] = { "useDays", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Valid days"),
    .maximum = KQ_WHOLE_MAX, .applies = is_days },
  [KQ_COUPON_QUANTITY] = { "quantity", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Quantity"),
    .taobao_label = NC_("Taobao and Tmall", "Quantity"), .maximum = KQ_WHOLE_MAX },
  [KQ_COUPON_PER_MEMBER] = { "perMember", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Per member"),
    .initial = 1, .maximum = KQ_WHOLE_MAX },
  [KQ_COUPON_LEVELS] = { "levels", KQ_FIELD_REFS, KQ_FIELD_ALL, N_("Applicable levels"),
    .list = "levels" },
  [KQ_COUPON_CHANNEL] = { "channel", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Promotion channel"),
    .words = channel_words },
  [KQ_COUPON_AUDIENCE_SIZE] = { "audienceSize", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Audience size"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_COUPON_SCENE] = { "scene", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Scene"),
    .words = kq_scene_words },
  [KQ_COUPON_RETURNING_ONLY] = { "returningOnly", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Returning buyers only") },
  [KQ_COUPON_LINK] = { "link", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Claim link") },
  [KQ_COUPON_SHORT_LINK] = { "shortLink", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Short link") },
  [KQ_COUPON_LINK_VERIFIED] = { "linkVerified", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Short link verified") },
  [KQ_COUPON_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("State"),
    .words = kq_state_words },
};

static void
kq_coupon_class_init (KqCouponClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Coupon"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_coupon_init (KqCoupon *self)
{
}
