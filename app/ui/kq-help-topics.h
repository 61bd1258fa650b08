/* kq-help-topics.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KqHelpTopic:
 * @title: what it is about, untranslated
 * @section: (nullable): the name of the section that it explains
 * @text: what there is to say, untranslated
 */
typedef struct {
  const char *title;
  const char *section;
  const char *text;
} KqHelpTopic;

const KqHelpTopic *kq_help_topics_get (guint *n_topics);

G_END_DECLS
