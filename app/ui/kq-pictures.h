/* kq-pictures.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-asset-source.h"
#include "kq-campaign.h"

G_BEGIN_DECLS

#define KQ_TYPE_PICTURES (kq_pictures_get_type ())

/* The pictures of a campaign, as a phone shows them. */
G_DECLARE_FINAL_TYPE (KqPictures, kq_pictures, KQ, PICTURES, GObject)

KqPictures *kq_pictures_new (KqCampaign    *campaign,
                             KqAssetSource *assets,
                             gboolean       waits);
GdkTexture *kq_pictures_get (KqPictures    *self,
                             const char    *sha256);

G_END_DECLS
