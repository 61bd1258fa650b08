/* kq-library-window-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library-window.h"
#include "kq-sync-button.h"

#include "kq-alert-bar.h"

G_BEGIN_DECLS

struct _KqLibraryWindow {
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;  /* (owned) */
  KqLibraryModel       *model;     /* (owned) (nullable): none without a library */
  GtkMultiSelection    *selection; /* (owned) */
  guint                 patience;  /* until it is shown that it takes a while */

  AdwToastOverlay      *toasts;
  KqAlertBar           *alert;
  AdwWindowTitle       *title;
  GtkWidget            *back_button;
  KqSyncButton         *sync_button;
  GMenu                *examples_menu;
  GtkWidget            *search_bar;
  GtkEditable          *search_entry;
  GtkStack             *stack;
  GtkListView          *list_view;
  GtkSpinner           *spinner;
  GtkActionBar         *selected_bar;
  GtkLabel             *selected_label;
  AdwPreferencesGroup  *examples;
  AdwStatusPage        *trouble;
  GtkWidget            *try_button;
  GtkPopover           *row_menu;
};

/* kq-library-window.c */
void       kq_library_window_update_page    (KqLibraryWindow *self);

/* kq-library-window-actions.c */
void       kq_library_window_add_actions    (KqLibraryWindow *self);
void       kq_library_window_update_actions (KqLibraryWindow *self);

/* kq-library-window-states.c */
void       kq_library_window_set_state      (KqLibraryWindow *self,
                                             KqLibraryState   state);
void       kq_library_window_set_states     (KqLibraryWindow *self,
                                             GVariant        *states);

/* kq-library-window-menu.c */
void       kq_library_window_add_row_menu   (KqLibraryWindow *self);

/* the selected campaigns, (transfer container) with owned KqLibraryItem */
GPtrArray *kq_library_window_get_selected   (KqLibraryWindow *self);

G_END_DECLS
