/* kq-wizard.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-campaign.h"

G_BEGIN_DECLS

#define KQ_TYPE_WIZARD (kq_wizard_get_type ())

/* Asks what a campaign is for, a few questions more, and hands it over by the
 * signal “created”. */
G_DECLARE_FINAL_TYPE (KqWizard, kq_wizard, KQ, WIZARD, AdwWindow)

GtkWidget *kq_wizard_new (GtkWindow *parent);

G_END_DECLS
