/* kq-absences.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-view.h"

G_BEGIN_DECLS

#define KQ_TYPE_ABSENCES (kq_absences_get_type ())

/* What is configured, but not shown on the phone, and why. */
G_DECLARE_FINAL_TYPE (KqAbsences, kq_absences, KQ, ABSENCES, AdwBin)

GtkWidget *kq_absences_new      (void);
void       kq_absences_set_view (KqAbsences *self,
                                 KqView     *view);

G_END_DECLS
