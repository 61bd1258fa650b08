/* kq-asset-load.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kq-asset-source.h"

G_BEGIN_DECLS

void    kq_asset_load_async  (KqAssetSource        *source,
                              const char           *sha256,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              data);
GBytes *kq_asset_load_finish (KqAssetSource        *source,
                              GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
