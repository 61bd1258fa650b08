/* kq-document-edit.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-list.h"

G_BEGIN_DECLS

/* What is done to the lists of a campaign, each as one step with a name. */

KqList *kq_object_find_list_of   (KqObject    *object,
                                  guint       *position);

void    kq_document_insert       (KqDocument  *self,
                                  KqList      *list,
                                  guint        position,
                                  KqObject    *object);
void    kq_document_remove       (KqDocument  *self,
                                  KqList      *list,
                                  GPtrArray   *objects);
void    kq_document_move         (KqDocument  *self,
                                  KqList      *list,
                                  GPtrArray   *objects,
                                  guint        position);
void    kq_document_step         (KqDocument  *self,
                                  KqList      *list,
                                  GPtrArray   *objects,
                                  int          step);
GPtrArray *
        kq_document_duplicate    (KqDocument  *self,
                                  KqList      *list,
                                  GPtrArray   *objects,
                                  const char  *id_prefix);

G_END_DECLS
