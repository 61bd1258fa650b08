/* kq-findings-button.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-finding-list.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDINGS_BUTTON (kq_findings_button_get_type ())

/* How many findings of each severity; pressed, it lists them. Signal
 * “activated” with the KqFinding that was chosen. */
G_DECLARE_FINAL_TYPE (KqFindingsButton, kq_findings_button, KQ, FINDINGS_BUTTON, AdwBin)

void kq_findings_button_set_findings (KqFindingsButton *self,
                                      KqFindingList    *findings);

G_END_DECLS
