/* kq-fission.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-fission.h"

/**
 * KqFission:
 *
 * A fission pair of a campaign: see the table.
 */
struct _KqFission {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqFission, kq_fission, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_FISSION_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_FISSION_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words, .initial = KQ_PLATFORM_TMALL },
  [KQ_FISSION_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Name") },
  [KQ_FISSION_SHARER_COUPON] = { "sharerCoupon", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Coupon of the sharer"),
    .list = "coupons" },
  [KQ_FISSION_INVITEE_COUPON] = { "inviteeCoupon", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Coupon of the invitee"),
    .list = "coupons" },
  [KQ_FISSION_PEOPLE] = { "people", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("People to invite"),
    .initial = 3, .maximum = KQ_WHOLE_MAX },
  [KQ_FISSION_SCENE] = { "scene", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Scene"),
    .words = kq_scene_words },
  [KQ_FISSION_START] = { "start", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Start") },
  [KQ_FISSION_END] = { "end", KQ_FIELD_TIME, KQ_FIELD_END, N_("End") },
  [KQ_FISSION_LINK] = { "link", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Claim link") },
  [KQ_FISSION_SHORT_LINK] = { "shortLink", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Short link") },
  [KQ_FISSION_LINK_VERIFIED] = { "linkVerified", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Short link verified") },
  [KQ_FISSION_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("State"),
    .words = kq_state_words },
};

static void
kq_fission_class_init (KqFissionClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Fission pair"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_fission_init (KqFission *self)
{
}
