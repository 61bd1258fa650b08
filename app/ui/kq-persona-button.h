/* kq-persona-button.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-view-query.h"

G_BEGIN_DECLS

#define KQ_TYPE_PERSONA_BUTTON (kq_persona_button_get_type ())

/* Opens the details of a persona. Signal “changed” when the user changed one. */
G_DECLARE_FINAL_TYPE (KqPersonaButton, kq_persona_button, KQ, PERSONA_BUTTON, AdwBin)

GtkWidget *kq_persona_button_new   (void);
void       kq_persona_button_set   (KqPersonaButton   *self,
                                    KqCampaign        *campaign,
                                    const KqViewQuery *query);
void       kq_persona_button_apply (KqPersonaButton   *self,
                                    KqViewQuery       *query);

G_END_DECLS
