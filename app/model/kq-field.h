/* kq-field.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "kq-money.h"
#include "kq-time.h"

G_BEGIN_DECLS

typedef struct _KqField KqField;
typedef struct _KqObject KqObject;

/**
 * KqFieldKind:
 * @KQ_FIELD_ID: an id, unique in its list
 * @KQ_FIELD_TEXT: a text
 * @KQ_FIELD_INT: a whole number
 * @KQ_FIELD_FEN: money in minor units
 * @KQ_FIELD_BOOL: yes or no
 * @KQ_FIELD_TIME: a moment with its offset, or none
 * @KQ_FIELD_ENUM: one of the field's words, or a word that isn't known
 * @KQ_FIELD_ENUMS: a list of such words
 * @KQ_FIELD_REF: the id of an object in the campaign's list #KqField.list
 * @KQ_FIELD_REFS: a list of such ids
 * @KQ_FIELD_IMAGE: the SHA-256 of an asset, or ""
 * @KQ_FIELD_CHILD: an object, or none
 * @KQ_FIELD_CHILDREN: a list of objects
 * @KQ_FIELD_MAP: objects by name, sorted by it
 *
 * What a field holds.
 */
typedef enum {
  KQ_FIELD_ID,
  KQ_FIELD_TEXT,
  KQ_FIELD_INT,
  KQ_FIELD_FEN,
  KQ_FIELD_BOOL,
  KQ_FIELD_TIME,
  KQ_FIELD_ENUM,
  KQ_FIELD_ENUMS,
  KQ_FIELD_REF,
  KQ_FIELD_REFS,
  KQ_FIELD_IMAGE,
  KQ_FIELD_CHILD,
  KQ_FIELD_CHILDREN,
  KQ_FIELD_MAP,
} KqFieldKind;

#define KQ_N_FIELD_KINDS 14

/* A set of kinds: KQ_KIND (REF) | KQ_KIND (REFS) */
#define KQ_KIND(kind) (1u << KQ_FIELD_##kind)

/**
 * KqFieldFlags:
 * @KQ_FIELD_REQUIRED: is written also where it holds its default
 * @KQ_FIELD_NULLABLE: a number that may be none, %KQ_INT_NONE
 * @KQ_FIELD_END: a time that is the last instant of a period
 * @KQ_FIELD_LONG: a text of several lines
 * @KQ_FIELD_ALL: references that stand for all there are where there is none
 *
 * What else is to be known of a field.
 */
typedef enum {
  KQ_FIELD_PLAIN    = 0,
  KQ_FIELD_REQUIRED = 1 << 0,
  KQ_FIELD_NULLABLE = 1 << 1,
  KQ_FIELD_END      = 1 << 2,
  KQ_FIELD_LONG     = 1 << 3,
  KQ_FIELD_ALL      = 1 << 4,
} KqFieldFlags;

/* No number, in a field that may hold none. */
#define KQ_INT_NONE G_MININT64

/* NC_() in the tables has to spell it out. */
#define KQ_TAOBAO_CONTEXT "Taobao and Tmall"

/**
 * KqWord:
 * @word: as the campaign file writes it
 * @label: what operators call it, untranslated
 * @taobao_label: (nullable): as #KqField.taobao_label
 *
 * A choice of an enum field.
 */
typedef struct {
  const char *word;
  const char *label;
  const char *taobao_label;
} KqWord;

/**
 * KqField:
 * @name: the member of the campaign file
 * @kind: what it holds
 * @flags: what else is to be known of it
 * @label: (nullable): what operators call it, untranslated
 * @taobao_label: (nullable): what they call it on Taobao and Tmall, where
 *   these have a word of their own, untranslated and in #KQ_TAOBAO_CONTEXT
 * @initial: the default of a number, a choice or a switch
 * @initial_text: (nullable): the default of a text
 * @minimum: the least number that makes sense, where @maximum isn't 0; of an
 *   enum, the first choice that is one here
 * @maximum: the greatest number that makes sense, or the last choice; 0 for no
 *   bounds
 * @pattern: (nullable): what a text that isn't empty must match
 * @words: (nullable): the choices of an enum, up to one without a word
 * @list: (nullable): the campaign's list that a reference names
 * @child_type: (nullable): the type of the objects within
 * @applies: (nullable): whether the field says anything in the object's state
 *
 * One row of an object's table. @minimum, @maximum, @pattern and @words are
 * for rules and schema to judge: the field itself holds whatever a file said.
 */
struct _KqField {
  const char   *name;
  KqFieldKind   kind;
  KqFieldFlags  flags;
  const char   *label;
  const char   *taobao_label;
  gint64        initial;
  const char   *initial_text;
  gint64        minimum;
  gint64        maximum;
  const char   *pattern;
  const KqWord *words;
  const char   *list;
  GType       (*child_type) (void);
  gboolean    (*applies)    (KqObject *object);
};

const char *kq_field_get_label  (const KqField *field);
guint       kq_field_get_n_words (const KqField *field);
int         kq_field_find_word  (const KqField *field,
                                 const char    *word);
const char *kq_field_get_word_label (const KqField *field,
                                 int            choice);
gboolean    kq_field_in_range   (const KqField *field,
                                 gint64         number);

G_END_DECLS
