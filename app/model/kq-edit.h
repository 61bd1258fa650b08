/* kq-edit.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/**
 * KqEdit:
 * @pointer: (owned): the JSON Pointer of what changes; `-` as its last token
 *   appends to a list
 * @value: (owned) (nullable): the new value, or %NULL to take it out
 *
 * One change of a campaign, such as a fix is made of.
 */
typedef struct {
  char     *pointer;
  JsonNode *value;
} KqEdit;

KqEdit   *kq_edit_new         (char        *pointer,
                               JsonNode    *value);
void      kq_edit_free        (KqEdit      *edit);

gboolean  kq_campaign_edit    (KqCampaign  *campaign,
                               GPtrArray   *edits,
                               GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqEdit, kq_edit_free)

G_END_DECLS
