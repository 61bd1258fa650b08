/* kq-campaign-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_CAMPAIGN_WINDOW (kq_campaign_window_get_type ())

/* The window of one campaign. */
G_DECLARE_FINAL_TYPE (KqCampaignWindow, kq_campaign_window, KQ, CAMPAIGN_WINDOW, AdwApplicationWindow)

GtkWidget  *kq_campaign_window_new          (GtkApplication   *application,
                                             KqDocument       *document);
KqDocument *kq_campaign_window_get_document (KqCampaignWindow *self);
const char *kq_campaign_window_get_section  (KqCampaignWindow *self);

G_END_DECLS
