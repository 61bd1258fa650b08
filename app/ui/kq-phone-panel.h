/* kq-phone-panel.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-phone-block.h"

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_PANEL (kq_phone_panel_get_type ())

/* A text, a picture, a button or a notice. */
G_DECLARE_FINAL_TYPE (KqPhonePanel, kq_phone_panel, KQ, PHONE_PANEL, KqPhoneBlock)

G_END_DECLS
