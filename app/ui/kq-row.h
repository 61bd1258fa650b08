/* kq-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_ROW (kq_row_get_type ())

/* A row of a form: one field of one object, what it is called, a control that
 * changes it, and its findings. */
G_DECLARE_DERIVABLE_TYPE (KqRow, kq_row, KQ, ROW, AdwPreferencesRow)

/**
 * KqRowClass:
 * @parent_class: the parent class
 * @bound: (nullable): another object or document is shown; @refresh follows
 * @refresh: show the field's value, which somebody else has changed
 * @relabel: (nullable): the object is on another platform, which may have words
 *   of its own for what can be chosen
 * @left: (nullable): the focus has left the row
 */
struct _KqRowClass {
  AdwPreferencesRowClass parent_class;

  void (*bound)   (KqRow *self);
  void (*refresh) (KqRow *self);
  void (*relabel) (KqRow *self);
  void (*left)    (KqRow *self);
};

/* The row for a field, by its kind; NULL where there is none for that kind. */
GtkWidget     *kq_row_new_for_field (const KqField *field);

void           kq_row_bind          (KqRow         *self,
                                     KqDocument    *document,
                                     KqObject      *object,
                                     guint          index);
void           kq_row_set_findings  (KqRow         *self,
                                     GPtrArray     *findings);
void           kq_row_focus         (KqRow         *self);

KqDocument    *kq_row_get_document  (KqRow         *self);
KqObject      *kq_row_get_object    (KqRow         *self);
guint          kq_row_get_index     (KqRow         *self);
const KqField *kq_row_get_field     (KqRow         *self);

/* For the kinds of rows */
void           kq_row_set_control   (KqRow         *self,
                                     GtkWidget     *control,
                                     GtkWidget     *widget);
void           kq_row_set_below     (KqRow         *self,
                                     GtkWidget     *control,
                                     GtkWidget     *widget);
void           kq_row_insert_below  (KqRow         *self,
                                     GtkWidget     *widget);
void           kq_row_name_control  (GtkWidget     *control,
                                     const char    *name);
void           kq_row_set_hint      (KqRow         *self,
                                     const char    *hint);
void           kq_row_set_problem   (KqRow         *self,
                                     const char    *problem);
gboolean       kq_row_has_problem   (KqRow         *self);

/* Between these two it is the row itself that changes its field, so that
 * nothing needs to be shown anew. */
void           kq_row_begin_commit  (KqRow         *self);
void           kq_row_end_commit    (KqRow         *self);

G_END_DECLS
