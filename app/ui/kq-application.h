/* kq-application.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"
#include "kq-library-model.h"
#include "kq-sync.h"

G_BEGIN_DECLS

#define KQ_TYPE_APPLICATION (kq_application_get_type ())

G_DECLARE_FINAL_TYPE (KqApplication, kq_application, KQ, APPLICATION, AdwApplication)

KqApplication  *kq_application_new              (void);
KqLibrary      *kq_application_get_library      (KqApplication *self);
KqLibraryModel *kq_application_get_model        (KqApplication *self);
KqSync         *kq_application_get_sync         (KqApplication *self);
const GError   *kq_application_get_trouble      (KqApplication *self);
const char     *kq_application_get_library_path (KqApplication *self);
char           *kq_application_dup_library_name (KqApplication *self);
void            kq_application_choose_library   (KqApplication *self,
                                                 const char    *path);
void            kq_application_open_campaign    (KqApplication *self,
                                                 const char    *id,
                                                 const char    *action);
void            kq_application_import           (KqApplication *self,
                                                 GListModel    *files);
void            kq_application_import_copy      (KqApplication *self,
                                                 GFile         *file);
void            kq_application_let_go           (KqApplication *self,
                                                 KqDocument    *document);

G_END_DECLS
