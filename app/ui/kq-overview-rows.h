/* kq-overview-rows.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the status of the overview is made of. */

AdwPreferencesGroup *kq_overview_add_group (GtkBox              *box,
                                            const char          *title);
AdwActionRow        *kq_overview_add_row   (AdwPreferencesGroup *group,
                                            const char          *title,
                                            const char          *subtitle,
                                            const char          *section);
void                 kq_overview_add_label (AdwActionRow        *row,
                                            const char          *text);
void                 kq_overview_add_bar   (AdwActionRow        *row,
                                            double               share,
                                            const char          *name);

G_END_DECLS
