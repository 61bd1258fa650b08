/* kq-gift-pack.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-gift-pack.h"
#include "kq-gift.h"

/**
 * KqGiftPack:
 *
 * A gift pack of a campaign: see the table.
 */
struct _KqGiftPack {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqGiftPack, kq_gift_pack, KQ_TYPE_OBJECT)

static const KqWord audience_words[] = {
  { "new-members", N_("New-member pack") },
  { "members",     N_("Member pack") },
  { NULL }
};

static gboolean
is_for_members (KqObject *object)
{
  return kq_object_get_choice (object, KQ_GIFT_PACK_AUDIENCE) == KQ_PACK_AUDIENCE_MEMBERS;
}

static const KqField fields[] = {
  [KQ_GIFT_PACK_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_GIFT_PACK_EXTERNAL_ID] = { "externalId", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Console id") },
  [KQ_GIFT_PACK_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Name") },
  [KQ_GIFT_PACK_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words, .initial = KQ_PLATFORM_TMALL },
  [KQ_GIFT_PACK_AUDIENCE] = { "audience", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("For"),
    .words = audience_words },
  [KQ_GIFT_PACK_START] = { "start", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Start") },
  [KQ_GIFT_PACK_END] = { "end", KQ_FIELD_TIME, KQ_FIELD_END, N_("End") },
  [KQ_GIFT_PACK_COUPONS] = { "coupons", KQ_FIELD_REFS, KQ_FIELD_PLAIN, N_("Coupons"),
    .list = "coupons" },
  [KQ_GIFT_PACK_GIFT] = { "gift", KQ_FIELD_CHILD, KQ_FIELD_PLAIN, N_("Gift"),
    .child_type = kq_gift_get_type },
  [KQ_GIFT_PACK_QUANTITY] = { "quantity", KQ_FIELD_INT, KQ_FIELD_NULLABLE, N_("Packs"),
    .initial = KQ_INT_NONE, .maximum = KQ_WHOLE_MAX },
  [KQ_GIFT_PACK_LEVELS] = { "levels", KQ_FIELD_REFS, KQ_FIELD_ALL, N_("Applicable levels"),
    .list = "levels", .applies = is_for_members },
  [KQ_GIFT_PACK_POPUP_START] = { "popupStart", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Pop-up start") },
  [KQ_GIFT_PACK_POPUP_END] = { "popupEnd", KQ_FIELD_TIME, KQ_FIELD_END, N_("Pop-up end") },
  [KQ_GIFT_PACK_JOIN_URL] = { "joinUrl", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Join page address") },
  [KQ_GIFT_PACK_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("State"),
    .words = kq_state_words },
};

static void
kq_gift_pack_class_init (KqGiftPackClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Gift pack"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_gift_pack_init (KqGiftPack *self)
{
}
