/* kq-words.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-words.h"

const KqWord kq_platform_words[] = {
  { "douyin",       N_("Douyin") },
  { "tmall",        N_("Tmall") },
  { "taobao",       N_("Taobao") },
  { "mini-program", N_("Mini-program") },
  { NULL }
};

const KqWord kq_state_words[] = {
  { "draft",     N_("Draft") },
  { "submitted", N_("Submitted") },
  { "live",      N_("Live") },
  { "ended",     N_("Ended") },
  { "voided",    N_("Voided") },
  { NULL }
};

const KqWord kq_scene_words[] = {
  { "none",             N_("No particular scene") },
  { "care",             N_("Care") },
  { "apology",          N_("Apology") },
  { "defence",          N_("Defence") },
  { "confirm",          N_("Receipt confirmed") },
  { "review",           N_("Review") },
  { "follow-up",        N_("Follow-up of latent demand") },
  { "fast-moving",      N_("Fast-moving goods") },
  { "new-arrival",      N_("New arrivals") },
  { "returning-offer",  N_("Offer to returning buyers") },
  { "event",            N_("Event") },
  { "instant",          N_("Instant marketing") },
  { "logistics-alert",  N_("Logistics alert") },
  { "payment-reminder", N_("Payment reminder") },
  { "payment",          N_("Payment") },
  { "shipping",         N_("Shipping") },
  { NULL }
};
