/* kq-finding-line.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDING_LINE (kq_finding_line_get_type ())

/* One finding, as it stands below a row: what is wrong, who says so, and a
 * button that mends it. */
G_DECLARE_FINAL_TYPE (KqFindingLine, kq_finding_line, KQ, FINDING_LINE, AdwBin)

GtkWidget *kq_finding_line_new         (void);
void       kq_finding_line_set_finding (KqFindingLine *self,
                                        KqDocument    *document,
                                        KqFinding     *finding);

/* Makes the lines in @box show exactly @findings; lines that are there already
 * are used again, those left over hidden. */
void       kq_finding_line_fill        (GtkBox        *box,
                                        KqDocument    *document,
                                        GPtrArray     *findings);

G_END_DECLS
