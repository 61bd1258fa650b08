/* kq-measure.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-measure.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *word;
  const char *label;
} measures[KQ_N_MEASURES] = {
  [KQ_MEASURE_CLAIMS] = { "claims", NC_("figures", "Claims") },
  [KQ_MEASURE_USES] = { "uses", NC_("figures", "Uses") },
  [KQ_MEASURE_ORDERS] = { "orders", NC_("figures", "Orders") },
  [KQ_MEASURE_SALES] = { "sales", NC_("figures", "Sales") },
  [KQ_MEASURE_COST] = { "cost", NC_("figures", "Cost") },
  [KQ_MEASURE_CLAIMERS] = { "claimers", NC_("figures", "People who claimed") },
  [KQ_MEASURE_USERS] = { "users", NC_("figures", "People who used") },
  [KQ_MEASURE_BUYERS] = { "buyers", NC_("figures", "Buyers") },
  [KQ_MEASURE_REPURCHASERS] = { "repurchasers", NC_("figures", "Returning buyers") },
};

/**
 * kq_measure_get_word:
 * @measure: a measure
 *
 * Returns: its name in files and machine output
 */
const char *
kq_measure_get_word (KqMeasure measure)
{
  g_return_val_if_fail (measure < KQ_N_MEASURES, NULL);

  return measures[measure].word;
}

/**
 * kq_measure_get_label:
 * @measure: a measure
 *
 * Returns: what operators call it, translated
 */
const char *
kq_measure_get_label (KqMeasure measure)
{
  g_return_val_if_fail (measure < KQ_N_MEASURES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "figures", measures[measure].label);
}

/**
 * kq_measure_is_money:
 * @measure: a measure
 *
 * Returns: whether it is counted in fen
 */
gboolean
kq_measure_is_money (KqMeasure measure)
{
  return measure == KQ_MEASURE_SALES || measure == KQ_MEASURE_COST;
}

/**
 * kq_measure_find:
 * @word: a name in files
 *
 * Returns: the #KqMeasure, or -1
 */
int
kq_measure_find (const char *word)
{
  for (int i = 0; i < KQ_N_MEASURES; i++)
    if (g_str_equal (measures[i].word, word))
      return i;

  return -1;
}
