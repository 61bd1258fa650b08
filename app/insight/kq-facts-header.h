/* kq-facts-header.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts-columns.h"

G_BEGIN_DECLS

/* What platforms call their columns. */

char *kq_facts_header_fold       (const char   *header);
guint kq_facts_header_rate       (KqFactsField  field,
                                  const char   *folded);
int   kq_facts_header_get_scale  (const char   *header,
                                  gboolean      is_money);

G_END_DECLS
