/* kq-export.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-asset-source.h"
#include "kq-campaign.h"

G_BEGIN_DECLS

/* Asks for the name of a file, and writes a campaign to it. */

void  kq_export_async  (GtkWindow            *parent,
                        const char           *name,
                        JsonNode             *snapshot,
                        KqAssetSource        *assets,
                        gboolean              embed,
                        GAsyncReadyCallback   callback,
                        gpointer              data);
char *kq_export_finish (GAsyncResult         *result,
                        GError              **error);

G_END_DECLS
