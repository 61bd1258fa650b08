/* kq-object-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list.h"
#include "kq-object.h"

G_BEGIN_DECLS

/* One field's value; which member holds it follows from the field's kind. */
typedef union {
  char     *text;    /* (owned): ID, TEXT, REF, IMAGE; the default isn't owned */
  gint64    number;  /* INT, FEN, BOOL */
  KqTime    time;    /* TIME */
  char    **texts;   /* (owned): ENUMS, REFS; none isn't owned */
  KqObject *child;   /* (owned) (nullable): CHILD */
  KqList   *list;    /* (owned): CHILDREN, MAP */
  struct {
    gint64  choice;  /* -1 where the word isn't known */
    char   *word;    /* (owned) (nullable): that word */
  } word;            /* ENUM */
} KqSlot;

typedef struct {
  KqSlot     *slots;        /* (owned) */
  JsonObject *unknown;      /* (owned) (nullable): members that no field names */
  JsonNode   *snapshot;     /* (owned) (nullable): sealed, dropped by any change */
  char       *name;         /* (owned) (nullable): the key within a map */
  KqObject   *parent;       /* (unowned) (nullable) */
  guint       parent_field;
  guint       position;     /* where in its list it was last seen */
  gboolean    is_new;       /* being filled: nobody can be told yet */
} KqObjectPrivate;

typedef enum {
  KQ_APPLY_PLAIN,     /* any checked node */
  KQ_APPLY_SNAPSHOT,  /* a snapshot of ours: it becomes the object's own again */
} KqApplyMode;

KqObjectPrivate *kq_object_priv        (KqObject      *self);

KqSlot          *kq_object_slot        (KqObject      *self,
                                        guint          index,
                                        guint          kinds);

void             kq_object_set_parent  (KqObject      *self,
                                        KqObject      *parent,
                                        guint          parent_field);
void             kq_object_drop_snapshot (KqObject    *self);
void             kq_object_touch       (KqObject      *self,
                                        guint          index);

void             kq_slot_init          (KqSlot        *slot,
                                        const KqField *field,
                                        KqObject      *owner,
                                        guint          index);
void             kq_slot_clear         (KqSlot        *slot,
                                        const KqField *field);
void             kq_slot_set_text      (KqSlot        *slot,
                                        const KqField *field,
                                        const char    *text);
void             kq_slot_set_texts     (KqSlot        *slot,
                                        const char * const *texts);
gboolean         kq_slot_is_default    (const KqSlot  *slot,
                                        const KqField *field);

JsonNode        *kq_object_field_node  (KqObject      *self,
                                        guint          index);
char            *kq_object_key_in_node (KqObjectClass *klass,
                                        JsonNode      *node);

void             kq_object_apply_node  (KqObject      *self,
                                        JsonNode      *node,
                                        KqApplyMode    mode);
KqObject        *kq_object_new_filled  (GType          type,
                                        JsonNode      *node,
                                        KqApplyMode    mode);
void             kq_list_apply         (KqList        *list,
                                        KqFieldKind    kind,
                                        JsonNode      *node,
                                        KqApplyMode    mode);

void             kq_object_class_take_properties (KqObjectClass *klass);
guint            kq_object_class_find  (KqObjectClass *klass,
                                        const char    *name,
                                        guint         *next);

KqList          *kq_list_new           (KqObject      *owner,
                                        guint          field,
                                        GType          type);
GType            kq_list_get_child_type (KqList       *self);
KqObject * const *kq_list_peek         (KqList        *self,
                                        guint         *n_children);
JsonNode        *kq_list_get_snapshot  (KqList        *self);
void             kq_list_set_snapshot  (KqList        *self,
                                        JsonNode      *snapshot);
void             kq_list_forget_ids    (KqList        *self);
void             kq_list_dispose_items (KqList        *self);

G_END_DECLS
