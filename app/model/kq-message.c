/* kq-message.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-message.h"

/**
 * KqMessage:
 *
 * A message of a campaign: see the table.
 */
struct _KqMessage {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqMessage, kq_message, KQ_TYPE_OBJECT)

static const KqWord trigger_words[] = {
  { "once",      N_("Once") },
  { "automatic", N_("Automatic") },
  { NULL }
};

static const KqField fields[] = {
  [KQ_MESSAGE_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_MESSAGE_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words, .initial = KQ_PLATFORM_TMALL },
  [KQ_MESSAGE_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Name") },
  [KQ_MESSAGE_SCENE] = { "scene", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Scene"),
    .words = kq_scene_words },
  [KQ_MESSAGE_TRIGGER] = { "trigger", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Sent"),
    .words = trigger_words },
  [KQ_MESSAGE_SEND_AT] = { "sendAt", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Send at") },
  [KQ_MESSAGE_UNTIL] = { "until", KQ_FIELD_TIME, KQ_FIELD_END, N_("Until") },
  [KQ_MESSAGE_AUDIENCE_SIZE] = { "audienceSize", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Audience size"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_MESSAGE_RETURNING_ONLY] = { "returningOnly", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Returning buyers only") },
  [KQ_MESSAGE_SIGNATURE] = { "signature", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Signature") },
  [KQ_MESSAGE_TEXT] = { "text", KQ_FIELD_TEXT, KQ_FIELD_LONG, N_("Text") },
  [KQ_MESSAGE_COUPON] = { "coupon", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Coupon"),
    .list = "coupons" },
  [KQ_MESSAGE_LANDING_PAGE] = { "landingPage", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Landing page"),
    .list = "landingPages" },
  [KQ_MESSAGE_PRODUCT] = { "product", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Product"),
    .list = "products" },
  [KQ_MESSAGE_LINK] = { "link", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Link") },
  [KQ_MESSAGE_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("State"),
    .words = kq_state_words },
};

static void
kq_message_class_init (KqMessageClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Message"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_message_init (KqMessage *self)
{
}
