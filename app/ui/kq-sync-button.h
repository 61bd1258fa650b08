/* kq-sync-button.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KQ_TYPE_SYNC_BUTTON (kq_sync_button_get_type ())

/* How it stands with the team, in a header bar; leads to where it is set up. */
G_DECLARE_FINAL_TYPE (KqSyncButton, kq_sync_button, KQ, SYNC_BUTTON, AdwBin)

void kq_sync_button_look (KqSyncButton *self);

G_END_DECLS
