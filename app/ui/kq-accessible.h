/* kq-accessible.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kq_accessible_set_name (GtkAccessible *self,
                             const char    *name);

G_END_DECLS
