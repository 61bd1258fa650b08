/* kq-profile-parse-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-json.h"
#include "kq-profile-private.h"

G_BEGIN_DECLS

/* A profile that is being read. */
typedef struct {
  const char  *text;
  KqProfile   *profile;
  KqProfile   *shipped;  /* (nullable): says which names there are */
  const char  *section;  /* (nullable): the object within which names are read */
  GError     **error;
} KqProfileParse;

gboolean    kq_profile_parse_refuse (KqProfileParse *parse,
                                     const char     *member,
                                     const char     *reason);
const char *kq_profile_parse_get_text (JsonNode     *node);
gboolean    kq_profile_parse_is_date (const char    *text);
gboolean    kq_profile_parse_texts  (KqProfileParse *parse,
                                     const char     *name,
                                     JsonNode       *node,
                                     char         ***texts);
gboolean    kq_profile_parse_image  (KqProfileParse *parse,
                                     const char     *id,
                                     JsonNode       *node);

G_END_DECLS
