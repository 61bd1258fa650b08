/* kq-paper-book.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-book.h"

G_BEGIN_DECLS

#define KQ_TYPE_PAPER_BOOK (kq_paper_book_get_type ())

/* Pages to print, as a PDF file: the tables below each other. */
G_DECLARE_FINAL_TYPE (KqPaperBook, kq_paper_book, KQ, PAPER_BOOK, KqBook)

KqBook *kq_paper_book_new (const char *title,
                           const char *currency);

G_END_DECLS
