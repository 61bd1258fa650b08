/* kq-picture-misses.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What of a picture isn't as a platform asks, one line each, in the look of
 * findings. */

GtkWidget *kq_picture_misses_new  (void);
void       kq_picture_misses_show (GtkBox *box,
                                   GArray *misses);

G_END_DECLS
