/* kq-level.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-level.h"

/**
 * KqLevel:
 *
 * A member level of a campaign: see the table.
 */
struct _KqLevel {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqLevel, kq_level, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_LEVEL_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_LEVEL_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words },
  [KQ_LEVEL_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Level name") },
  [KQ_LEVEL_RANK] = { "rank", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Rank"), .initial = 1 },
  [KQ_LEVEL_MIN_SPEND] = { "minSpend", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Spend from"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_LEVEL_MIN_ORDERS] = { "minOrders", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Orders from"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_LEVEL_PERCENT] = { "percent", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Pays"),
    .initial = 100, .maximum = 100 },
};

static void
kq_level_class_init (KqLevelClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Member level"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_level_init (KqLevel *self)
{
}
