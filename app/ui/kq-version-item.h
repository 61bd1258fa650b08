/* kq-version-item.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"

G_BEGIN_DECLS

#define KQ_TYPE_VERSION_ITEM (kq_version_item_get_type ())

/* An entry of a campaign's history, for a list. */
G_DECLARE_FINAL_TYPE (KqVersionItem, kq_version_item, KQ, VERSION_ITEM, GObject)

KqVersionItem   *kq_version_item_new         (const KqVersion *version);
const KqVersion *kq_version_item_get_version (KqVersionItem   *self);
char            *kq_version_item_dup_title   (KqVersionItem   *self);
const char      *kq_version_item_get_kind    (KqVersionItem   *self);

G_END_DECLS
