/* kq-reorder.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-document.h"

G_BEGIN_DECLS

/**
 * KqReorderGet:
 * @row: a row
 * @document: (out) (transfer none): the document of its object
 *
 * Returns: (transfer none) (nullable): the object that @row shows now
 */
typedef KqObject *(*KqReorderGet) (GtkWidget   *row,
                                   KqDocument **document);

/**
 * KqReorderSelect:
 * @row: the row that is dragged
 *
 * Returns: (transfer full) (element-type KqObject): all that is dragged with it
 */
typedef GPtrArray *(*KqReorderSelect) (GtkWidget *row);

void kq_reorder_attach (GtkWidget       *row,
                        GtkWidget       *handle,
                        KqReorderGet     get,
                        KqReorderSelect  select);

G_END_DECLS
