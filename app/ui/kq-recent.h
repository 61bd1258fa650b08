/* kq-recent.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_RECENT_MIME_TYPE "application/vnd.kaquan.campaign+json"

void   kq_recent_add  (GFile *file);
GList *kq_recent_list (guint  max);

G_END_DECLS
