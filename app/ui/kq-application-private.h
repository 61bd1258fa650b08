/* kq-application-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-application.h"

#include "kq-desk.h"
#include "kq-library-recheck.h"
#include "kq-library-window.h"

G_BEGIN_DECLS

struct _KqApplication {
  AdwApplication    parent_instance;

  char             *library_path; /* (owned) (nullable): none for the user's own */
  GSettings        *settings;     /* (owned) */
  GCancellable     *opening;      /* (owned) (nullable): while the library is opened */
  KqLibrary        *library;      /* (owned) (nullable) */
  GError           *trouble;      /* (owned) (nullable): why there is no library */
  KqDesk           *desk;         /* (owned) (nullable): none without a library */
  KqLibraryModel   *model;        /* (owned) (nullable): made when it is first shown */
  KqLibraryRecheck *recheck;      /* (owned) (nullable) */
  KqSync           *sync;         /* (owned) (nullable): made when it is first shown */
  guint             recheck_source;
  GQueue            waiting;      /* (element-type Waiting): for the library */
};

/* kq-application-library.c */
void             kq_application_load_library  (KqApplication    *self);
void             kq_application_leave_library (KqApplication    *self);
void             kq_application_unload_library (KqApplication   *self);
void             kq_application_when_ready    (KqApplication    *self,
                                               void            (*what) (KqApplication *self,
                                                                        gpointer       data),
                                               gpointer          data,
                                               GDestroyNotify    free_data);

/* kq-application-open.c */
KqLibraryWindow *kq_application_show_library  (KqApplication    *self);
void             kq_application_show_first    (KqApplication    *self);
void             kq_application_show_new      (KqApplication    *self);
void             kq_application_show_campaign (KqApplication    *self,
                                               KqCampaign       *campaign);
void             kq_application_show_document (KqApplication    *self,
                                               KqDocument       *document,
                                               const char       *action);
void             kq_application_show_error    (KqApplication    *self,
                                               const char       *title,
                                               const char       *reason);
KqDocument      *kq_application_find_file     (KqApplication    *self,
                                               GFile            *file);

/* kq-application-import.c */
void             kq_application_import_files  (KqApplication    *self,
                                               GFile           **files,
                                               guint             n_files,
                                               gboolean          copy,
                                               gboolean          show);

G_END_DECLS
