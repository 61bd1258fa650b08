/* kq-findings-model.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-checker.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDINGS_MODEL (kq_findings_model_get_type ())

#define KQ_ALL_SEVERITIES ((1u << KQ_N_SEVERITIES) - 1)
#define KQ_ALL_PLATFORMS -1

/* A flat GListModel of KqFindingGroup, each followed by its KqFinding, the
 * worst first. What was dismissed comes last. One items-changed per check. */
G_DECLARE_FINAL_TYPE (KqFindingsModel, kq_findings_model, KQ, FINDINGS_MODEL, GObject)

KqFindingsModel *kq_findings_model_new            (KqChecker       *checker);
/* Whether rows are being laid out, and those before still stand (property “busy”,
 * notified). */
gboolean         kq_findings_model_is_busy        (KqFindingsModel *self);

/* What is shown */
void             kq_findings_model_set_severities (KqFindingsModel *self,
                                                   guint            severities);
void             kq_findings_model_set_platform   (KqFindingsModel *self,
                                                   int              platform);
void             kq_findings_model_set_text       (KqFindingsModel *self,
                                                   const char      *text);

gboolean         kq_findings_model_is_dismissed   (KqFindingsModel *self,
                                                   guint            position);
/* (nullable): the finding there, none for a group */
KqFinding       *kq_findings_model_get_finding    (KqFindingsModel *self,
                                                   guint            position);
/* the finding at @position or next to it, or G_MAXUINT */
guint            kq_findings_model_find_nearest   (KqFindingsModel *self,
                                                   guint            position);

/* -1, or a KqPlatform */
int              kq_finding_get_platform          (KqFinding       *finding);

G_END_DECLS
