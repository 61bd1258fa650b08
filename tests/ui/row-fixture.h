/* row-fixture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-coupon.h"
#include "kq-document.h"
#include "kq-row.h"

G_BEGIN_DECLS

/* A document with two coupons, a level and a gift pack. */
KqDocument *row_fixture_document (void);
KqObject   *row_fixture_object   (KqDocument *document,
                                  guint       list,
                                  guint       position);
/* (transfer none): a window for what is tested */
GtkWidget  *row_fixture_window   (void);
/* (transfer full): a row bound to a field, in a window of its own */
KqRow      *row_fixture_row      (KqDocument *document,
                                  KqObject   *object,
                                  const char *field);
/* the first widget of @type at or below @widget, in sight or not */
gpointer    row_fixture_find     (gpointer    widget,
                                  GType       type);
/* until all that waits is done, and drawing is among it */
void        row_fixture_settle   (void);
/* takes @row out of its window, and asserts that nobody holds it */
void        row_fixture_drop     (KqRow      *row);

G_END_DECLS
