/* kq-samples.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KqSample:
 * @file_name: the file, without folder
 * @title: what it is, untranslated
 * @text: what is to be seen in it, untranslated
 *
 * A campaign to look at.
 */
typedef struct {
  const char *file_name;
  const char *title;
  const char *text;
} KqSample;

const KqSample *kq_samples_get       (guint          *n_samples);
GFile          *kq_sample_get_file   (const KqSample *sample);

G_END_DECLS
