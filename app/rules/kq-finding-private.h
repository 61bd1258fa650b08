/* kq-finding-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-finding.h"

G_BEGIN_DECLS

KqFinding *kq_finding_new      (const char *rule,
                                KqSeverity  severity,
                                const char *source,
                                KqObject   *object,
                                guint       field,
                                char       *pointer,
                                char       *message);
void       kq_finding_take_fix (KqFinding  *self,
                                char       *label,
                                GPtrArray  *edits);
gboolean   kq_finding_same_place (KqFinding *a,
                                KqFinding  *b);
gboolean   kq_finding_equal    (KqFinding  *a,
                                KqFinding  *b);

G_END_DECLS
