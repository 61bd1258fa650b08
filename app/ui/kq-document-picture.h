/* kq-document-picture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-list.h"
#include "kq-picture-file.h"

G_BEGIN_DECLS

/* What is done to the pictures of a campaign, each as one step with a name. */

void kq_document_set_picture   (KqDocument          *self,
                                KqObject            *object,
                                guint                field,
                                const KqPictureFile *picture);
void kq_document_fit_picture   (KqDocument          *self,
                                KqObject            *object,
                                guint                field,
                                const KqPictureFile *picture);
void kq_document_clear_picture (KqDocument          *self,
                                KqObject            *object,
                                guint                field);
void kq_document_add_pictures  (KqDocument          *self,
                                KqList              *list,
                                const char          *id_prefix,
                                const char          *field,
                                GPtrArray           *pictures);

G_END_DECLS
