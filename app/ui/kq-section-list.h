/* kq-section-list.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-section.h"

G_BEGIN_DECLS

guint           kq_section_list_get_length (void);
KqSectionClass *kq_section_list_ref_class  (guint       position);
GType           kq_section_list_get_type   (guint       position);
guint           kq_section_list_find       (const char *name);
guint           kq_section_list_find_list  (const char *pointer);

G_END_DECLS
