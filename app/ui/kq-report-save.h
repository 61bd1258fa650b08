/* kq-report-save.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-document.h"

G_BEGIN_DECLS

/* @error is %NULL where it is saved as @name. */
typedef void (*KqReportSaved) (const GError *error,
                               const char   *name,
                               GObject      *data);

void kq_report_save (GtkWidget     *parent,
                     KqDocument    *document,
                     KqReportSaved  saved,
                     GObject       *data);

G_END_DECLS
