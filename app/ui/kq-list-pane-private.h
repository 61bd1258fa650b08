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
  GtkSingleSelection *selection;  /* (owned) */
  GSignalGroup       *changes;    /* (owned): of the selected object */
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
};

/* kq-list-pane.c */
void kq_list_pane_select (KqListPane *self,
                          KqObject   *object);

G_END_DECLS
