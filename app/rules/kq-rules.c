/* kq-rules.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-rules-private.h"

/* Every table, by call: rows that registered themselves would be dropped by
 * the linker where nothing else of their file is used. The order here is the
 * order of findings at one object; TB-35, of the member tab, follows from what
 * those above it found. */
static const KqRule * (* const sources[]) (guint *n_rules) = {
  kq_rules_for_any,
  kq_rules_for_levels,
  kq_rules_for_coupons,
  kq_rules_for_advice,
  kq_rules_for_calendar,
  kq_rules_for_packs,
  kq_rules_for_overlaps,
  kq_rules_for_push_coupons,
  kq_rules_for_fissions,
  kq_rules_for_exclusives,
  kq_rules_for_member_cards,
  kq_rules_for_links,
  kq_rules_for_short_links,
  kq_rules_for_landing_pages,
  kq_rules_for_messages,
  kq_rules_for_center_benefits,
  kq_rules_for_center_page,
  kq_rules_for_center_tab,
  kq_rules_for_assets,
  kq_rules_for_money,
};

const KqRuleTable *
kq_rules_get_tables (guint *n_tables)
{
  static KqRuleTable tables[G_N_ELEMENTS (sources)];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
        tables[i].rules = sources[i] (&tables[i].n_rules);
      g_once_init_leave (&ready, 1);
    }
  *n_tables = G_N_ELEMENTS (sources);

  return tables;
}
