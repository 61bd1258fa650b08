/* kq-overview-progress.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far the campaign is: its days, and what is set up of it. */

void  kq_overview_add_period    (GtkBox     *box,
                                 KqDocument *document);
void  kq_overview_add_setup     (GtkBox     *box,
                                 KqDocument *document);
char *kq_overview_describe_shop (KqObject   *shop);

G_END_DECLS
