/* kq-pages-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_PAGES_SECTION (kq_pages_section_get_type ())

/* The landing pages and the messages. */
G_DECLARE_FINAL_TYPE (KqPagesSection, kq_pages_section, KQ, PAGES_SECTION, KqListSection)

G_END_DECLS
