/* kq-prepared-save.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign-facts.h"
#include "kq-content.h"
#include "kq-library.h"

G_BEGIN_DECLS

/**
 * KqPreparedSave:
 * @facts: (owned): what is to be known of the campaign
 * @content: its text
 *
 * All of a save that takes no library. Once made it may be read from any thread.
 */
struct _KqPreparedSave {
  gatomicrefcount  refs;
  KqCampaignFacts *facts;
  KqContent        content;
};

KqPreparedSave *kq_prepared_save_new   (JsonNode        *snapshot,
                                        GError         **error);
KqPreparedSave *kq_prepared_save_ref   (KqPreparedSave  *self);
void            kq_prepared_save_unref (KqPreparedSave  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqPreparedSave, kq_prepared_save_unref)

G_END_DECLS
