/* kq-library-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-library-item.h"

G_BEGIN_DECLS

#define KQ_TYPE_LIBRARY_ROW (kq_library_row_get_type ())

/* A campaign of the library, as a row of the library's list. */
G_DECLARE_FINAL_TYPE (KqLibraryRow, kq_library_row, KQ, LIBRARY_ROW, GtkWidget)

GtkWidget *kq_library_row_new      (void);
void       kq_library_row_set_item (KqLibraryRow  *self,
                                    KqLibraryItem *item);

G_END_DECLS
