/* kq-card-actions.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-form.h"

G_BEGIN_DECLS

/* What a form of a card offers to be made, as actions of its section. */

void kq_card_actions_install (GtkWidgetClass *widget_class);

extern const KqFormAction kq_card_face_actions[];
extern const KqFormAction kq_card_poster_actions[];

G_END_DECLS
