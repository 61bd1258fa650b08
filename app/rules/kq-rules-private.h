/* kq-rules-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-check.h"

G_BEGIN_DECLS

/* The tables, a file each; kq-rules.c lists them. */

const KqRule *kq_rules_for_any             (guint *n_rules);
const KqRule *kq_rules_for_levels          (guint *n_rules);
const KqRule *kq_rules_for_coupons         (guint *n_rules);
const KqRule *kq_rules_for_calendar        (guint *n_rules);
const KqRule *kq_rules_for_packs           (guint *n_rules);
const KqRule *kq_rules_for_overlaps        (guint *n_rules);
const KqRule *kq_rules_for_links           (guint *n_rules);
const KqRule *kq_rules_for_messages        (guint *n_rules);
const KqRule *kq_rules_for_assets          (guint *n_rules);
const KqRule *kq_rules_for_money           (guint *n_rules);
const KqRule *kq_rules_for_advice          (guint *n_rules);
const KqRule *kq_rules_for_push_coupons    (guint *n_rules);
const KqRule *kq_rules_for_exclusives      (guint *n_rules);
const KqRule *kq_rules_for_fissions        (guint *n_rules);
const KqRule *kq_rules_for_short_links     (guint *n_rules);
const KqRule *kq_rules_for_landing_pages   (guint *n_rules);
const KqRule *kq_rules_for_center_benefits (guint *n_rules);
const KqRule *kq_rules_for_center_page     (guint *n_rules);
const KqRule *kq_rules_for_center_tab      (guint *n_rules);
const KqRule *kq_rules_for_member_cards    (guint *n_rules);

G_END_DECLS
