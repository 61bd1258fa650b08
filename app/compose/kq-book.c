/* kq-book.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-book.h"

/**
 * KqBook:
 *
 * What a report is written into, without knowing what kind of file it becomes.
 */
G_DEFINE_ABSTRACT_TYPE (KqBook, kq_book, G_TYPE_OBJECT)

static void
kq_book_class_init (KqBookClass *klass)
{
}

static void
kq_book_init (KqBook *self)
{
}

/**
 * kq_book_begin_sheet:
 * @self: a book
 * @name: what the table is called, at most 31 characters
 * @header: (array zero-terminated=1): what its columns are called
 *
 * Begins a table; what is added from now on is in it.
 */
void
kq_book_begin_sheet (KqBook             *self,
                     const char         *name,
                     const char * const *header)
{
  g_return_if_fail (KQ_IS_BOOK (self));
  g_return_if_fail (name != NULL && header != NULL);

  KQ_BOOK_GET_CLASS (self)->begin_sheet (self, name, header);
}

/**
 * kq_book_add_text:
 * @self: a book
 * @text: a text, which is never taken for a formula
 *
 * Adds a cell. What it can't hold is cut off.
 */
void
kq_book_add_text (KqBook     *self,
                  const char *text)
{
  g_return_if_fail (KQ_IS_BOOK (self));
  g_return_if_fail (text != NULL);

  KQ_BOOK_GET_CLASS (self)->add_text (self, text);
}

/**
 * kq_book_add_count:
 * @self: a book
 * @count: a whole number
 *
 * Adds a cell.
 */
void
kq_book_add_count (KqBook *self,
                   gint64  count)
{
  g_return_if_fail (KQ_IS_BOOK (self));

  KQ_BOOK_GET_CLASS (self)->add_count (self, count);
}

/**
 * kq_book_add_money:
 * @self: a book
 * @fen: an amount in minor units
 *
 * Adds a cell.
 */
void
kq_book_add_money (KqBook *self,
                   gint64  fen)
{
  g_return_if_fail (KQ_IS_BOOK (self));

  KQ_BOOK_GET_CLASS (self)->add_money (self, fen);
}

/**
 * kq_book_add_permille:
 * @self: a book
 * @permille: a share
 *
 * Adds a cell.
 */
void
kq_book_add_permille (KqBook *self,
                      gint64  permille)
{
  g_return_if_fail (KQ_IS_BOOK (self));

  KQ_BOOK_GET_CLASS (self)->add_permille (self, permille);
}

/**
 * kq_book_add_nothing:
 * @self: a book
 *
 * Adds a cell that stays empty.
 */
void
kq_book_add_nothing (KqBook *self)
{
  g_return_if_fail (KQ_IS_BOOK (self));

  KQ_BOOK_GET_CLASS (self)->add_nothing (self);
}

/**
 * kq_book_end_row:
 * @self: a book
 *
 * Goes to the next row.
 */
void
kq_book_end_row (KqBook *self)
{
  g_return_if_fail (KQ_IS_BOOK (self));

  KQ_BOOK_GET_CLASS (self)->end_row (self);
}

/**
 * kq_book_add_chart:
 * @self: a book
 * @chart: how they are drawn
 * @title: what it shows
 * @names: the column of what the values belong to
 * @values: (array length=n_values): columns of numbers of the same kind
 * @n_values: how many they are
 *
 * Draws columns of the table, of the rows that are in it.
 */
void
kq_book_add_chart (KqBook      *self,
                   KqBookChart  chart,
                   const char  *title,
                   guint        names,
                   const guint *values,
                   guint        n_values)
{
  g_return_if_fail (KQ_IS_BOOK (self));
  g_return_if_fail (title != NULL && values != NULL && n_values > 0);

  KQ_BOOK_GET_CLASS (self)->add_chart (self, chart, title, names, values, n_values);
}

/**
 * kq_book_finish:
 * @self: a book, to which nothing can be added afterwards
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with an error of
 *   #GIOErrorEnum or #GFileError
 */
GBytes *
kq_book_finish (KqBook  *self,
                GError **error)
{
  g_return_val_if_fail (KQ_IS_BOOK (self), NULL);

  return KQ_BOOK_GET_CLASS (self)->finish (self, error);
}
