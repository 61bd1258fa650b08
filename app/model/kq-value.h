/* kq-value.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/* Values of fields in words, in the user's language. */

char *kq_object_describe_value (KqObject *object,
                                guint     index,
                                JsonNode *value);
char *kq_object_describe_node  (GType     type,
                                JsonNode *node);

G_END_DECLS
