/* kq-format.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-campaign.h"
#include "kq-embedded-assets.h"

G_BEGIN_DECLS

/* The campaign file: checked when read, canonical when written. */

#define KQ_FORMAT_MAX_BYTES (64 * 1024 * 1024)

#define KQ_FORMAT_ERROR (kq_format_error_quark ())

/**
 * KqFormatError:
 * @KQ_FORMAT_ERROR_NOT_CAMPAIGN: it is JSON, but no campaign
 * @KQ_FORMAT_ERROR_VERSION: it is of a newer version that can't be understood
 * @KQ_FORMAT_ERROR_TYPE: a member is of a wrong type
 * @KQ_FORMAT_ERROR_ID: an id is missing, malformed, or there twice
 *
 * What is refused of JSON that isn't readable as a campaign. The message names
 * the JSON Pointer and what was expected.
 */
typedef enum {
  KQ_FORMAT_ERROR_NOT_CAMPAIGN,
  KQ_FORMAT_ERROR_VERSION,
  KQ_FORMAT_ERROR_TYPE,
  KQ_FORMAT_ERROR_ID,
} KqFormatError;

GQuark      kq_format_error_quark       (void);

gboolean    kq_format_check             (JsonNode          *node,
                                         GError           **error);
gboolean    kq_format_check_edited      (JsonNode          *node,
                                         GError           **error);
gboolean    kq_format_check_size        (JsonNode          *node,
                                         GError           **error);
JsonNode   *kq_format_parse             (GBytes            *bytes,
                                         GError           **error);
gboolean    kq_format_check_object      (KqObject          *object,
                                         JsonNode          *node);
JsonNode   *kq_format_canonical         (JsonNode          *node);
KqCampaign *kq_format_to_campaign       (JsonNode          *node);
KqCampaign *kq_format_read              (GBytes            *bytes,
                                         KqEmbeddedAssets **embedded,
                                         GError           **error);
GBytes     *kq_format_write             (JsonNode          *snapshot,
                                         KqAssetSource     *embed,
                                         GError           **error);
gboolean    kq_format_is_newer          (KqCampaign        *campaign);

G_END_DECLS
