/* kq-merge-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* One value as the common ancestor and two sides have it; absent is NULL. All
 * come from canonical campaigns, where an absent field is its default. */
typedef struct {
  JsonNode *base;    /* (unowned) (nullable) */
  JsonNode *mine;    /* (unowned) (nullable) */
  JsonNode *theirs;  /* (unowned) (nullable) */
} KqVersions;

/* What a walk may tell of a place. The first four are what one side did alone;
 * a difference is one of them. */
typedef enum {
  KQ_MERGE_ADDED,
  KQ_MERGE_REMOVED,
  KQ_MERGE_CHANGED,
  KQ_MERGE_MOVED,
  KQ_MERGE_CONFLICT,
  KQ_MERGE_CLASH,        /* of two orders */
  KQ_MERGE_KEPT_EDITED,
  KQ_MERGE_KEPT_USED,
} KqMergeOutcome;

typedef void (*KqMergeTell) (KqMergeOutcome    outcome,
                             const char       *pointer,
                             const KqVersions *versions,
                             gpointer          data);

/* One walk over three versions of a campaign. Differences are told by the walk
 * in which base and mine are the same, and nothing is skipped for that. */
typedef struct {
  GString     *pointer;   /* (owned): where it is; elements by their keys */
  GHashTable  *used;      /* (unowned) (nullable): pointers to what must stay */
  gboolean     is_diff;
  KqMergeTell  tell;
  gpointer     data;      /* (unowned) */
} KqMergeWalk;

/* Values by their keys, and the order of the keys */
typedef struct {
  GPtrArray  *keys;       /* (owned) (element-type utf8) */
  GHashTable *nodes;      /* (owned): key (unowned) → JsonNode (unowned) */
} KqKeyed;

typedef struct {
  const KqKeyed *base;    /* (unowned) */
  const KqKeyed *mine;    /* (unowned) */
  const KqKeyed *theirs;  /* (unowned) */
} KqKeyedVersions;

JsonNode  *kq_merge_value       (KqMergeWalk           *walk,
                                 KqObjectClass         *klass,
                                 const KqVersions      *versions);
/* An object of one of the campaign's lists that one side took out */
typedef struct {
  char     *pointer;   /* (owned) */
  GType     type;
  JsonNode *node;      /* (unowned): as the other side has it */
  gboolean  by_mine;
} KqRemoval;

JsonNode  *kq_merge_object      (KqMergeWalk           *walk,
                                 KqObjectClass         *klass,
                                 const KqVersions      *versions);
JsonNode  *kq_merge_leaf        (KqMergeWalk           *walk,
                                 const KqVersions      *versions);
JsonNode  *kq_merge_list        (KqMergeWalk           *walk,
                                 KqObjectClass         *klass,
                                 const KqVersions      *versions);
JsonNode  *kq_merge_map         (KqMergeWalk           *walk,
                                 KqObjectClass         *klass,
                                 const KqVersions      *versions);
JsonNode  *kq_merge_array       (KqMergeWalk           *walk,
                                 const KqVersions      *versions);
JsonNode  *kq_merge_texts       (KqMergeWalk           *walk,
                                 const KqField         *field,
                                 const KqVersions      *versions);
void       kq_merge_members     (KqMergeWalk           *walk,
                                 KqObjectClass         *klass,
                                 const KqVersions      *versions,
                                 JsonObject            *merged);

GPtrArray *kq_merge_order       (const KqKeyedVersions *versions,
                                 GHashTable            *kept,
                                 gboolean              *clash);
GPtrArray *kq_merge_order_of    (const KqKeyed         *leader,
                                 const KqKeyed         *follower,
                                 GHashTable            *kept);
gboolean   kq_merge_is_moved    (const KqKeyed         *base,
                                 const KqKeyed         *side,
                                 GHashTable            *kept);

GHashTable *kq_merge_find_used  (JsonNode              *merged,
                                 JsonNode              *mine,
                                 JsonNode              *theirs,
                                 GHashTable            *removed);

KqKeyed   *kq_keyed_new_list    (KqObjectClass         *klass,
                                 JsonNode              *list);
KqKeyed   *kq_keyed_new_texts   (JsonNode              *texts);
KqKeyed   *kq_keyed_new_members (KqObjectClass         *klass,
                                 JsonNode              *object);
void       kq_keyed_free        (KqKeyed               *self);
gboolean   kq_keyed_add         (KqKeyed               *self,
                                 const char            *key,
                                 JsonNode              *node);
JsonNode  *kq_keyed_get         (const KqKeyed         *self,
                                 const char            *key);
guint      kq_keyed_hash        (gconstpointer          key);

KqKeyed   *kq_id_pointer_get_list (const char          *pointer,
                                 JsonNode              *campaign);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqKeyed, kq_keyed_free)

G_END_DECLS
