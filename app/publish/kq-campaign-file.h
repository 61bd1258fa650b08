/* kq-campaign-file.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-campaign.h"

G_BEGIN_DECLS

/* A campaign file with its pictures, embedded or in `<name>.assets/` beside. */

char     *kq_campaign_file_get_folder  (const char           *path);
gboolean  kq_campaign_file_embeds      (const char           *path);

gboolean  kq_campaign_file_load        (const char           *path,
                                        KqCampaign          **campaign,
                                        KqAssetSource       **assets,
                                        GError              **error);
gboolean  kq_campaign_file_save        (const char           *path,
                                        JsonNode             *snapshot,
                                        KqAssetSource        *assets,
                                        gboolean              embed,
                                        GError              **error);

void      kq_campaign_file_load_async  (const char           *path,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
gboolean  kq_campaign_file_load_finish (GAsyncResult         *result,
                                        KqCampaign          **campaign,
                                        KqAssetSource       **assets,
                                        GError              **error);
void      kq_campaign_file_save_async  (const char           *path,
                                        JsonNode             *snapshot,
                                        KqAssetSource        *assets,
                                        gboolean              embed,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
gboolean  kq_campaign_file_save_finish (GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
