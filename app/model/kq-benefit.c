/* kq-benefit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-benefit.h"

/**
 * KqBenefit:
 *
 * A member benefit of a campaign: see the table.
 */
struct _KqBenefit {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqBenefit, kq_benefit, KQ_TYPE_OBJECT)

static const KqWord kind_words[] = {
  { "join-gift",         N_("Join gift"), NC_("Taobao and Tmall", "Join gift") },
  { "exclusive-coupon",  N_("Exclusive coupon") },
  { "exclusive-gift",    N_("Exclusive gift") },
  { "points-exchange",   N_("Points exchange") },
  { "shopping-points",   N_("Shopping points") },
  { "exclusive-service", N_("Exclusive service") },
  { "exchange-15-days",  N_("15-day exchange") },
  { "priority-refund",   N_("Priority refund") },
  { "other",             N_("Other") },
  { NULL }
};

static const KqWord exchange_words[] = {
  { "coupon",           N_("Coupon") },
  { "gift",             N_("Gift") },
  { "red-packet",       N_("Red packet") },
  { "data-traffic",     N_("Data traffic") },
  { "video",            N_("Video membership") },
  { "ticket",           N_("Cinema ticket") },
  { "coins",            N_("Coins") },
  { "supermarket-card", N_("Supermarket card") },
  { NULL }
};

static gboolean
is_points_exchange (KqObject *object)
{
  return kq_object_get_choice (object, KQ_BENEFIT_KIND) == KQ_BENEFIT_KIND_POINTS_EXCHANGE;
}

static const KqField fields[] = {
  [KQ_BENEFIT_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_BENEFIT_KIND] = { "kind", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Kind"), .words = kind_words },
  [KQ_BENEFIT_TITLE] = { "title", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Title") },
  [KQ_BENEFIT_TEXT] = { "text", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Text") },
  [KQ_BENEFIT_ENABLED] = { "enabled", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Switched on"),
    .initial = TRUE },
  [KQ_BENEFIT_LEVELS] = { "levels", KQ_FIELD_REFS, KQ_FIELD_ALL, N_("Applicable levels"),
    .list = "levels" },
  [KQ_BENEFIT_EXCHANGE] = { "exchange", KQ_FIELD_ENUMS, KQ_FIELD_PLAIN, N_("Exchange for"),
    .words = exchange_words, .applies = is_points_exchange },
  [KQ_BENEFIT_POINTS_PLUS_CASH] = { "pointsPlusCash", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Points plus cash"),
    .applies = is_points_exchange },
};

static void
kq_benefit_class_init (KqBenefitClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Member benefit"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_benefit_init (KqBenefit *self)
{
}
