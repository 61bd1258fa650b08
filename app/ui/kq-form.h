/* kq-form.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

/**
 * KqNestedSpec:
 * @field: the member of the form's object that holds the list
 * @add_label: what the button that adds one is called, untranslated
 * @empty_text: what to say where there is none, untranslated
 * @id_prefix: how the ids of new objects begin
 * @fields: (array zero-terminated=1): members of each object, as in
 *   #KqFormGroup
 * @kind: (nullable): the enum field whose words are offered when one is added
 * @toggle: (nullable): the yes-or-no field that is a switch beside its name
 * @picture: (nullable): the field for a picture, where each picture that is
 *   dropped on the list, or pasted into it, makes an object
 * @dup_title: (nullable): an object's name; by default what it is called
 * @dup_subtitle: (nullable): what is said below it, or %NULL for nothing
 * @suits: (nullable): as in #KqFormGroup
 *
 * A list of objects within a form's object.
 */
typedef struct {
  const char         *field;
  const char         *add_label;
  const char         *empty_text;
  const char         *id_prefix;
  const char * const *fields;
  const char         *kind;
  const char         *toggle;
  const char         *picture;

  char             *(*dup_title)    (KqDocument *document,
                                     KqObject   *object);
  char             *(*dup_subtitle) (KqDocument *document,
                                     KqObject   *object);
  gboolean          (*suits)        (KqObject   *object,
                                     guint       index);
} KqNestedSpec;

/**
 * KqFormAction:
 * @title: what can be made, untranslated; %NULL ends the list
 * @subtitle: what that is, untranslated
 * @label: on the button, untranslated
 * @action: the section's action
 *
 * Something that a form offers beyond its fields.
 */
typedef struct {
  const char *title;
  const char *subtitle;
  const char *label;
  const char *action;
} KqFormAction;

/**
 * KqFormInsert:
 * @text: what is inserted, which is also on the button; %NULL ends the list
 * @title: what that does, with @text in it, untranslated
 *
 * A word that stands for something else in a long text.
 */
typedef struct {
  const char *text;
  const char *title;
} KqFormInsert;

/**
 * KqFormGroup:
 * @title: (nullable): its heading, untranslated
 * @fields: (array zero-terminated=1): members of the object, in their order;
 *   "gift/name" names a field of the object in the field "gift"; %NULL where
 *   @nested is set
 * @nested: (nullable): the list that is shown instead of rows
 * @actions: (nullable): what is offered below the rows
 * @has_card: whether the object, a member card, is drawn above the rows
 * @inserts: (nullable): what can be inserted into its long texts
 * @suits: (nullable): whether a field that is empty is asked for in the object's
 *   state, beyond whether it applies at all
 * @dup_hint: (nullable): what a row says below its title, as the campaign
 *   changes; %NULL for nothing
 * @dup_placeholder: (nullable): what a long text says where it is empty
 * @dup_draft: (nullable): the text that is shown in place of a long text as long
 *   as nobody writes one, and that one can start from; %NULL for none
 *
 * Rows of a form that belong together.
 */
typedef struct {
  const char         *title;
  const char * const *fields;
  const KqNestedSpec *nested;
  const KqFormAction *actions;
  const KqFormInsert *inserts;
  gboolean            has_card;

  gboolean          (*suits)           (KqObject   *object,
                                        guint       index);
  char             *(*dup_hint)        (KqDocument *document,
                                        KqObject   *object,
                                        guint       index);
  char             *(*dup_placeholder) (KqDocument *document,
                                        KqObject   *object,
                                        guint       index);
  char             *(*dup_draft)       (KqDocument *document,
                                        KqObject   *object,
                                        guint       index);
} KqFormGroup;

#define KQ_TYPE_FORM (kq_form_get_type ())

/* The form of one object: a row for each field that applies, made from the
 * table of fields, with the field's findings and their mends below it. */
G_DECLARE_FINAL_TYPE (KqForm, kq_form, KQ, FORM, AdwBin)

GtkWidget *kq_form_new        (const KqFormGroup *groups,
                               guint              n_groups);
void       kq_form_set_object (KqForm            *self,
                               KqDocument        *document,
                               KqObject          *object);
/* Brings the row of a field into sight and focuses it. */
void       kq_form_reveal     (KqForm            *self,
                               KqObject          *object,
                               guint              field);

G_END_DECLS
