/* kq-history.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

#define KQ_TYPE_HISTORY (kq_history_get_type ())

G_DECLARE_FINAL_TYPE (KqHistory, kq_history, KQ, HISTORY, GObject)

KqHistory  *kq_history_new           (KqCampaign *campaign);

void        kq_history_begin         (KqHistory  *self,
                                      const char *name);
void        kq_history_end           (KqHistory  *self);
void        kq_history_break         (KqHistory  *self);

gboolean    kq_history_can_undo      (KqHistory  *self);
gboolean    kq_history_can_redo      (KqHistory  *self);
const char *kq_history_get_undo_name (KqHistory  *self);
const char *kq_history_get_redo_name (KqHistory  *self);
void        kq_history_undo          (KqHistory  *self);
void        kq_history_redo          (KqHistory  *self);

void        kq_history_mark_clean    (KqHistory  *self);
gboolean    kq_history_is_clean      (KqHistory  *self);

G_END_DECLS
