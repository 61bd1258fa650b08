/* kq-facts-mapping.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-facts-columns.h"

G_BEGIN_DECLS

#define KQ_TYPE_FACTS_MAPPING (kq_facts_mapping_get_type ())

/* Which column of a table is what. */
G_DECLARE_FINAL_TYPE (KqFactsMapping, kq_facts_mapping, KQ, FACTS_MAPPING, GtkBox)

void kq_facts_mapping_set_columns (KqFactsMapping *self,
                                   KqFactsColumns *columns);

G_END_DECLS
