/* kq-list-pane-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-pane.h"

#include "kq-list.h"

G_BEGIN_DECLS

struct _KqListPane {
  GtkWidget           parent_instance;

  const KqListSpec   *spec;
  KqDocument         *document;   /* (owned) (nullable) */
  KqList             *list;       /* (owned) (nullable) */
  GtkFilter          *filter;     /* (owned) */
  GtkFilterListModel *filtered;   /* (owned) */
  GtkSliceListModel  *grown;      /* (owned): what of it has rows so far */
  guint               growth_id;  /* 0 once all has */
  gboolean            growing;    /* its first rows are laid out */
  GtkMultiSelection  *selection;  /* (owned) */
  GPtrArray          *chosen;     /* (owned) (element-type KqObject): what is selected */
  guint               place;      /* where the first of them is */
  gboolean            restoring;  /* the selection, after the list has changed */
  GSignalGroup       *changes;    /* (owned): of the object whose form is shown */
  char               *needle;     /* (owned) (nullable): what is searched, case-folded */
  KqForm             *form;       /* (nullable): made when first needed */

  GtkWidget          *head;
  GtkWidget          *list_clamp;
  GtkWidget          *body;
  GtkBox             *body_box;
  AdwStatusPage      *empty;
  GtkLabel           *add_label;
  GtkWidget          *add_button;
  GtkEditable        *search_entry;
  GtkListView        *list_view;
  GtkLabel           *summary;
  GtkWidget          *several;    /* what stands for the form of several objects */
  GtkLabel           *several_label;
};

/* kq-list-pane.c */
gboolean   kq_list_pane_matches           (KqListPane *self,
                                           KqObject   *object);
void       kq_list_pane_show_all          (KqListPane *self);
void       kq_list_pane_show_chosen       (KqListPane *self);

/* kq-list-pane-rows.c */
void       kq_list_pane_make_rows         (KqListPane *self);
void       kq_list_pane_grow              (KqListPane *self);
void       kq_list_pane_show_grown        (KqListPane *self);

/* kq-list-pane-selection.c */
void       kq_list_pane_follow_selection  (KqListPane *self);
void       kq_list_pane_select            (KqListPane *self,
                                           GPtrArray  *objects);
void       kq_list_pane_select_object     (KqListPane *self,
                                           KqObject   *object);
GPtrArray *kq_list_pane_dup_chosen        (KqListPane *self);

G_END_DECLS
