/* kq-object.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kq-field.h"

G_BEGIN_DECLS

#define KQ_TYPE_OBJECT (kq_object_get_type ())

G_DECLARE_DERIVABLE_TYPE (KqObject, kq_object, KQ, OBJECT, GObject)

typedef struct _KqList KqList;

/* No field: what changed is among the members that aren't known. */
#define KQ_NO_FIELD G_MAXUINT
#define KQ_OBJECT_MAX_KEYS 2

/**
 * KqObjectClass:
 * @parent_class: the parent class
 * @label: what operators call such an object, untranslated
 * @fields: the table of fields
 * @n_fields: rows in @fields, at most 64
 * @keys: the fields that tell one element of a list from another
 * @n_keys: how many of @keys are used
 *
 * The rest is derived from the table by kq_object_class_install_fields().
 */
struct _KqObjectClass {
  GObjectClass    parent_class;

  const char     *label;
  const KqField  *fields;
  guint           n_fields;
  guint           keys[KQ_OBJECT_MAX_KEYS];
  guint           n_keys;

  /*< private >*/
  guint64         kinds[KQ_N_FIELD_KINDS];
  guint           platform_field;
  guint           state_field;
  GParamSpec    **pspecs;
  GHashTable     *by_name;
};

void           kq_object_class_install_fields (KqObjectClass *klass,
                                               const char    *label,
                                               const KqField *fields,
                                               guint          n_fields);

KqObject      *kq_object_new_from_node (GType          type,
                                        JsonNode      *node);
KqObject      *kq_object_duplicate     (KqObject      *self,
                                        const char    *id);

/* The table */
const KqField *kq_object_get_field     (KqObject      *self,
                                        guint          index);
guint          kq_object_get_n_fields  (KqObject      *self);
guint          kq_object_find_field    (KqObject      *self,
                                        const char    *name);
guint64        kq_object_get_fields_of (KqObject      *self,
                                        guint          kinds);

/* The rows @i of @object's table that are of one of @kinds. */
#define KQ_FOREACH_FIELD(object, kinds, i) \
  for (guint64 i##_left = kq_object_get_fields_of ((object), (kinds)), i = 0; \
       i##_left != 0 && (i = __builtin_ctzll (i##_left), TRUE); i##_left &= i##_left - 1)

int            kq_object_get_platform  (KqObject      *self);
gboolean       kq_object_is_voided     (KqObject      *self);
gboolean       kq_object_field_applies (KqObject      *self,
                                        guint          index);
gboolean       kq_object_is_default    (KqObject      *self,
                                        guint          index);
const char    *kq_object_get_label     (KqObject      *self);
const char    *kq_object_get_field_label (KqObject    *self,
                                        guint          index);
const char    *kq_object_get_word_label (KqObject     *self,
                                        guint          index,
                                        int            choice);

/* Values, by row of the table */
const char    *kq_object_get_text      (KqObject      *self,
                                        guint          index);
gint64         kq_object_get_int       (KqObject      *self,
                                        guint          index);
gboolean       kq_object_get_bool      (KqObject      *self,
                                        guint          index);
KqTime         kq_object_get_time      (KqObject      *self,
                                        guint          index);
int            kq_object_get_choice    (KqObject      *self,
                                        guint          index);
const char    *kq_object_get_word      (KqObject      *self,
                                        guint          index);
const char * const *
               kq_object_get_texts     (KqObject      *self,
                                        guint          index);
KqObject      *kq_object_get_child     (KqObject      *self,
                                        guint          index);
KqList        *kq_object_get_list      (KqObject      *self,
                                        guint          index);

void           kq_object_set_text      (KqObject      *self,
                                        guint          index,
                                        const char    *text);
void           kq_object_set_int       (KqObject      *self,
                                        guint          index,
                                        gint64         number);
void           kq_object_set_bool      (KqObject      *self,
                                        guint          index,
                                        gboolean       value);
void           kq_object_set_time      (KqObject      *self,
                                        guint          index,
                                        KqTime         time);
void           kq_object_set_choice    (KqObject      *self,
                                        guint          index,
                                        int            choice);
void           kq_object_set_word      (KqObject      *self,
                                        guint          index,
                                        const char    *word);
void           kq_object_set_texts     (KqObject      *self,
                                        guint          index,
                                        const char * const *texts);
void           kq_object_set_child     (KqObject      *self,
                                        guint          index,
                                        KqObject      *child);
JsonNode      *kq_object_dup_value     (KqObject      *self,
                                        guint          index);

/* The tree */
KqObject      *kq_object_new_named     (GType          type,
                                        const char    *name);
const char    *kq_object_get_id        (KqObject      *self);
char          *kq_object_dup_key       (KqObject      *self);
KqObject      *kq_object_get_parent    (KqObject      *self);
KqObject      *kq_object_get_root      (KqObject      *self);
char          *kq_object_get_pointer   (KqObject      *self);
char          *kq_object_get_field_pointer (KqObject  *self,
                                        guint          index);
KqObject      *kq_object_resolve       (KqObject      *root,
                                        const char    *pointer,
                                        guint         *index);

/* The whole */
JsonNode      *kq_object_snapshot      (KqObject      *self);
void           kq_object_apply         (KqObject      *self,
                                        JsonNode      *node);
void           kq_object_restore       (KqObject      *self,
                                        JsonNode      *snapshot);
gboolean       kq_object_equal         (KqObject      *a,
                                        KqObject      *b);

G_END_DECLS
