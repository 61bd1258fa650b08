/* kq-finding-list-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-finding-list.h"

G_BEGIN_DECLS

/**
 * KqFindingCounts:
 * @total: how many there are of each severity
 * @by_list: (element-type utf8 guint): by the first token of their pointers
 *   where they are in @lists
 * @lists: #KQ_N_SEVERITIES numbers for each token
 * @worst: (element-type KqObject guint): of an object and all below it how bad,
 *   and how many are as bad as that, packed; it holds references, lest an
 *   address be used anew
 *
 * How many findings there are, and where.
 */
typedef struct {
  guint       total[KQ_N_SEVERITIES];
  GHashTable *by_list;
  GArray     *lists;
  GHashTable *worst;
} KqFindingCounts;

KqFindingCounts *kq_finding_counts_new    (void);
void             kq_finding_counts_free   (KqFindingCounts       *self);
gboolean         kq_finding_counts_free_some (KqFindingCounts    *self,
                                           guint                  n);
void             kq_finding_counts_add    (KqFindingCounts       *self,
                                           KqFinding             *finding);
guint            kq_finding_counts_in_list (const KqFindingCounts *self,
                                           const char            *list,
                                           KqSeverity             severity);
int              kq_finding_counts_worst  (const KqFindingCounts *self,
                                           KqObject              *object,
                                           guint                 *n_findings);

/* The difference between what a list holds and what a check found: worked out
 * in steps, while the list stays as it was. */

typedef struct _KqFindingUpdate KqFindingUpdate;

KqFindingUpdate *kq_finding_update_new    (KqFindingList   *list,
                                           GPtrArray       *findings);
/* FALSE where the list can be committed. */
gboolean         kq_finding_update_step   (KqFindingUpdate *self);
/* Frees a little of it; FALSE where it is gone. */
gboolean         kq_finding_update_free_step (KqFindingUpdate *self);
GPtrArray       *kq_finding_list_peek     (KqFindingList   *self);
/* Changes the list, and tells of it. What the list held is the update's now. */
void             kq_finding_list_commit   (KqFindingList   *self,
                                           KqFindingUpdate *update);

struct _KqFindingUpdate {
  GPtrArray       *old;     /* (owned) (element-type KqFinding): what the list holds */
  GPtrArray       *found;   /* (owned) (element-type KqFinding) */
  GPtrArray       *kept;    /* (owned) (element-type KqFinding): what it will hold */
  KqFindingCounts *counts;  /* (owned): of @kept */
  GHashTable      *middle;  /* (owned): of @old, to be found by what they say */
  guint            head;    /* so many at the beginning are in both */
  guint            tail;    /* and at the end */
  guint            next;    /* that is indexed */
  guint            stage;
};

G_END_DECLS
