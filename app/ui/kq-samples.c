/* kq-samples.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-samples.h"

#include <glib/gi18n-lib.h>

#include "kq-paths.h"

static const KqSample samples[] = {
  { "double-11.campaign.json", N_("Double 11 member day"),
    N_("Four platforms, with packs, pages and messages") },
  { "douyin-month.campaign.json", N_("A month on Douyin"),
    N_("Member-exclusive coupons without a gap") },
  { "mini-program-cards.campaign.json", N_("Member cards of a mini-program"),
    N_("Free, conditional and paid cards") },
  { "broken.campaign.json", N_("Full of mistakes"),
    N_("To see what Kaquan finds, and how it is mended") },
};

/**
 * kq_samples_get:
 * @n_samples: (out): how many there are
 *
 * Returns: (array length=n_samples): the campaigns that come with Kaquan
 */
const KqSample *
kq_samples_get (guint *n_samples)
{
  g_return_val_if_fail (n_samples != NULL, NULL);

  *n_samples = G_N_ELEMENTS (samples);

  return samples;
}

/**
 * kq_sample_get_file:
 * @sample: one of them
 *
 * Returns: (transfer full): where it is
 */
GFile *
kq_sample_get_file (const KqSample *sample)
{
  const char *build_dir = kq_paths_get_build_dir ();

  g_return_val_if_fail (sample != NULL, NULL);

  if (build_dir != NULL)
    return g_file_new_build_filename (build_dir, "data", "samples", sample->file_name, NULL);

  return g_file_new_build_filename (KQ_DATADIR, "kaquan", "samples", sample->file_name, NULL);
}
