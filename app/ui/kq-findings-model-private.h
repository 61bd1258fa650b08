/* kq-findings-model-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-findings-model.h"

#include "kq-finding-group.h"

G_BEGIN_DECLS

struct _KqFindingsModel {
  GObject          parent_instance;

  KqChecker       *checker;     /* (owned) */
  GPtrArray       *rows;        /* (owned) (element-type GObject) */
  KqFindingGroup **groups;      /* (owned): one a section, the rest, the dismissed */
  guint            n_groups;
  guint            dismissed;   /* where the group of the dismissed is, or the length */

  guint            severities;
  int              platform;
  char            *needle;      /* (owned) (nullable): case-folded */

  GPtrArray       *buckets;     /* (owned) (nullable): of what is laid out so far, one for
                                 * each group and severity */
  guint            n_looked_at; /* of both the checker's lists */
  guint            slices;
};

/* kq-findings-layout.c */
void kq_findings_model_lay_out (KqFindingsModel *self);

G_END_DECLS
