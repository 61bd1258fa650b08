/* kq-checks-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_CHECKS_SECTION (kq_checks_section_get_type ())

/* All findings, to go through and mend. Signal “activated” with the KqFinding
 * whose field one wants to see. Property “finding”: the selected one. */
G_DECLARE_FINAL_TYPE (KqChecksSection, kq_checks_section, KQ, CHECKS_SECTION, KqSection)

KqFinding *kq_checks_section_get_finding  (KqChecksSection *self);
gboolean   kq_checks_section_is_dismissed (KqChecksSection *self);
void       kq_checks_section_select       (KqChecksSection *self,
                                           KqFinding       *finding);

G_END_DECLS
