/* kq-library-item-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library-item.h"

G_BEGIN_DECLS

/**
 * KqItemSync:
 *
 * How a campaign stands with the team's remote, as the statements that read
 * items number it.
 */
typedef enum {
  KQ_ITEM_SYNC_NONE,
  KQ_ITEM_SYNC_DONE,
  KQ_ITEM_SYNC_PENDING,
  KQ_ITEM_SYNC_CONFLICT,
  KQ_ITEM_SYNC_REFUSED,
  KQ_ITEM_SYNC_ASKED,
} KqItemSync;

/**
 * KqItemFacts:
 * @counts: errors, warnings and advice, -1 for not known
 * @counted: the number of the version that they are of
 *
 * What an item is made of; the rest as its properties.
 */
typedef struct {
  const char     *id;
  const char     *name;
  KqTime          start;
  KqTime          end;
  guint           platforms;
  KqLibraryState  state;
  gint64          updated;
  gint64          version;
  int             counts[3];
  gint64          checked;
  gint64          counted;
  KqItemSync      sync;
} KqItemFacts;

KqLibraryItem *kq_library_item_new      (const KqItemFacts *facts);
/* Takes over what another item of the same campaign says, notifying. */
void           kq_library_item_take     (KqLibraryItem     *self,
                                         KqLibraryItem     *other);
/* For sorting by name, in the user's language */
const char    *kq_library_item_get_key  (KqLibraryItem     *self);

G_END_DECLS
