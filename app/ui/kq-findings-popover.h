/* kq-findings-popover.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-finding-list.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDINGS_POPOVER (kq_findings_popover_get_type ())

/* All findings, the worst first. Signal “activated” with a KqFinding. */
G_DECLARE_FINAL_TYPE (KqFindingsPopover, kq_findings_popover, KQ, FINDINGS_POPOVER, GtkPopover)

GtkWidget *kq_findings_popover_new (KqFindingList *findings);

G_END_DECLS
