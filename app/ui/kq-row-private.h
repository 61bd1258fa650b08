/* kq-row-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-indicator.h"
#include "kq-row.h"
#include "kq-wrap-box.h"

G_BEGIN_DECLS

typedef struct {
  KqDocument  *document;   /* (owned) (nullable) */
  KqObject    *object;     /* (owned) (nullable) */
  gulong       changed_id;
  guint        index;
  guint        commits;
  int          severity;   /* the worst finding's, or -1 */

  GtkBox      *box;
  KqWrapBox   *header;
  GtkLabel    *title;
  GtkLabel    *hint;
  GtkLabel    *problem;
  KqIndicator *indicator;
  GtkBox      *findings;
  GtkWidget   *control;    /* (unowned) (nullable): a child's child */
} KqRowPrivate;

KqRowPrivate *kq_row_priv         (KqRow *self);
void          kq_row_update_style (KqRow *self);

G_END_DECLS
