/* kq-facts-columns-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts-columns.h"

G_BEGIN_DECLS

struct _KqFactsColumns {
  char     **header;     /* (owned) */
  guint      n_columns;
  guint      line;
  char      *signature;  /* (owned) */
  GPtrArray *samples;    /* (owned) (element-type GStrv) */
  int        columns[KQ_FACTS_N_FIELDS];
  gboolean   doubtful[KQ_FACTS_N_FIELDS];  /* two columns have the name */
};

G_END_DECLS
