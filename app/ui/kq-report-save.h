/* kq-report-save.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-document.h"

G_BEGIN_DECLS

void  kq_report_save_async  (GtkWindow            *parent,
                             KqDocument           *document,
                             GAsyncReadyCallback   callback,
                             gpointer              data);
char *kq_report_save_finish (GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
