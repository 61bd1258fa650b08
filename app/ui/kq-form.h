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
 * KqFormGroup:
 * @title: (nullable): its heading, untranslated
 * @fields: (array zero-terminated=1): members of the object, in their order;
 *   "gift/name" names a field of the object in the field "gift"
 *
 * Rows of a form that belong together.
 */
typedef struct {
  const char         *title;
  const char * const *fields;
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
