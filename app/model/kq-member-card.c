/* kq-member-card.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-member-card.h"
#include "kq-card-benefit.h"

/**
 * KqMemberCard:
 *
 * A member card of a campaign: see the table.
 */
struct _KqMemberCard {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqMemberCard, kq_member_card, KQ_TYPE_OBJECT)

static const KqWord kind_words[] = {
  { "free",        N_("Free card") },
  { "conditional", N_("Conditional card") },
  { "paid",        N_("Paid card") },
  { NULL }
};

static const KqWord match_words[] = {
  { "any", N_("Any of them") },
  { "all", N_("All of them") },
  { NULL }
};

static const KqWord validity_words[] = {
  { "permanent", N_("Permanent") },
  { "year",      N_("Year card") },
  { "season",    N_("Season card") },
  { "range",     N_("Fixed period") },
  { NULL }
};

static const KqWord distribution_words[] = {
  { "poster", N_("Poster") },
  { "qr",     N_("QR code") },
  { NULL }
};

static gboolean
is_conditional (KqObject *object)
{
  return kq_object_get_choice (object, KQ_MEMBER_CARD_KIND) == KQ_CARD_KIND_CONDITIONAL;
}

static gboolean
is_paid (KqObject *object)
{
  return kq_object_get_choice (object, KQ_MEMBER_CARD_KIND) == KQ_CARD_KIND_PAID;
}

static gboolean
is_range (KqObject *object)
{
  return kq_object_get_choice (object, KQ_MEMBER_CARD_VALIDITY) == KQ_CARD_VALIDITY_RANGE;
}

static const KqField fields[] = {
  [KQ_MEMBER_CARD_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_MEMBER_CARD_EXTERNAL_ID] = { "externalId", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Console id") },
  [KQ_MEMBER_CARD_TITLE] = { "title", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Card title") },
  [KQ_MEMBER_CARD_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words, .initial = KQ_PLATFORM_MINI_PROGRAM },
  [KQ_MEMBER_CARD_KIND] = { "kind", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Kind"),
    .words = kind_words },
  [KQ_MEMBER_CARD_MATCH] = { "match", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Conditions to meet"),
    .words = match_words, .applies = is_conditional },
  [KQ_MEMBER_CARD_SPEND] = { "spend", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Total spend"),
    .maximum = KQ_WHOLE_MAX, .applies = is_conditional },
  [KQ_MEMBER_CARD_ORDERS] = { "orders", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Number of orders"),
    .maximum = KQ_WHOLE_MAX, .applies = is_conditional },
  [KQ_MEMBER_CARD_POINTS] = { "points", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Points"),
    .maximum = KQ_WHOLE_MAX, .applies = is_conditional },
  [KQ_MEMBER_CARD_PRICE] = { "price", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Card price"),
    .maximum = KQ_WHOLE_MAX, .applies = is_paid },
  [KQ_MEMBER_CARD_VALIDITY] = { "validity", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Validity"),
    .words = validity_words },
  [KQ_MEMBER_CARD_VALID_FROM] = { "validFrom", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Valid from"),
    .applies = is_range },
  [KQ_MEMBER_CARD_VALID_TO] = { "validTo", KQ_FIELD_TIME, KQ_FIELD_END, N_("Valid to"),
    .applies = is_range },
  [KQ_MEMBER_CARD_FACE_COLOR] = { "faceColor", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Face colour"),
    .pattern = "^#[0-9a-fA-F]{6}$" },
  [KQ_MEMBER_CARD_FACE_IMAGE] = { "faceImage", KQ_FIELD_IMAGE, KQ_FIELD_PLAIN, N_("Face picture") },
  [KQ_MEMBER_CARD_LOGO] = { "logo", KQ_FIELD_IMAGE, KQ_FIELD_PLAIN, N_("Logo") },
  [KQ_MEMBER_CARD_BENEFITS] = { "benefits", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Benefits"),
    .child_type = kq_card_benefit_get_type },
  [KQ_MEMBER_CARD_DISTRIBUTION] = { "distribution", KQ_FIELD_ENUMS, KQ_FIELD_PLAIN, N_("Distribution"),
    .words = distribution_words },
  [KQ_MEMBER_CARD_CLAIM_URL] = { "claimUrl", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Claim address") },
  [KQ_MEMBER_CARD_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("State"),
    .words = kq_state_words },
};

static void
kq_member_card_class_init (KqMemberCardClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Member card"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_member_card_init (KqMemberCard *self)
{
}
