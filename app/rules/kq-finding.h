/* kq-finding.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-edit.h"
#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqSeverity:
 * @KQ_SEVERITY_ADVICE: a recommended practice
 * @KQ_SEVERITY_WARNING: a document insists, nothing refuses
 * @KQ_SEVERITY_ERROR: the platform refuses it, or the campaign fails for buyers
 *
 * How much a finding matters; the greater, the more.
 */
typedef enum {
  KQ_SEVERITY_ADVICE,
  KQ_SEVERITY_WARNING,
  KQ_SEVERITY_ERROR,
} KqSeverity;

#define KQ_N_SEVERITIES 3

const char *kq_severity_get_word  (KqSeverity severity);
const char *kq_severity_get_label (KqSeverity severity);

#define KQ_TYPE_FINDING (kq_finding_get_type ())

G_DECLARE_FINAL_TYPE (KqFinding, kq_finding, KQ, FINDING, GObject)

const char *kq_finding_get_rule      (KqFinding *self);
KqSeverity  kq_finding_get_severity  (KqFinding *self);
/* the JSON Pointer; it may name a member that is absent */
const char *kq_finding_get_pointer   (KqFinding *self);
/* the nearest object, and the row of its table or KQ_NO_FIELD */
KqObject   *kq_finding_get_object    (KqFinding *self);
guint       kq_finding_get_field     (KqFinding *self);
const char *kq_finding_get_object_id (KqFinding *self);
/* in the user's language: what is, what must be, and why */
const char *kq_finding_get_message   (KqFinding *self);
/* the document's three digits, or “kaquan” */
const char *kq_finding_get_source    (KqFinding *self);
/* (nullable) (element-type KqEdit): the mend, for kq_campaign_edit() */
GPtrArray  *kq_finding_get_fix       (KqFinding *self);
/* (nullable): “Change to ¥30” */
const char *kq_finding_get_fix_label (KqFinding *self);

G_END_DECLS
