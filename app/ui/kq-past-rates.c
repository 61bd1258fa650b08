/* kq-past-rates.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-past-rates.h"

#include "kq-format.h"
#include "kq-funnel.h"
#include "kq-library-facts.h"

/* As many as one looks through; those before were saved later. */
#define MAX_FOUND 100

static void
past_rates_free (gpointer data)
{
  KqPastRates *rates = data;

  g_free (rates->id);
  g_free (rates->name);
  g_free (rates);
}

/* Over all that was told of it. More than all can't have been claimed, whatever
 * was told. */
static void
add_rates (GPtrArray     *all,
           KqLibraryItem *item,
           KqCampaign    *campaign,
           KqFacts       *facts)
{
  g_autoptr (KqNumbers) numbers = kq_numbers_new (facts, campaign);
  KqNumbersFilter filter;
  KqPastRates *rates;
  KqFunnel funnel;

  if (!kq_numbers_get_span (numbers, &filter))
    return;

  funnel = kq_funnel_compute (numbers, campaign, &filter);
  if (funnel.claim_rate == KQ_INT_NONE && funnel.use_rate == KQ_INT_NONE)
    return;

  rates = g_new0 (KqPastRates, 1);
  rates->id = g_strdup (kq_library_item_get_id (item));
  rates->name = g_strdup (kq_library_item_get_name (item));
  rates->claim_rate = funnel.claim_rate;
  rates->use_rate = funnel.use_rate;
  g_ptr_array_add (all, rates);
}

/* One that was deleted meanwhile has none. */
static gboolean
load_one (KqLibrary      *library,
          KqLibraryItem  *item,
          GPtrArray      *all,
          GCancellable   *cancellable,
          GError        **error)
{
  const char *id = kq_library_item_get_id (item);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KqFacts) facts = kq_library_load_facts (library, id, cancellable, &local_error);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (KqCampaign) campaign = NULL;

  if (facts != NULL && kq_facts_get_n_objects (facts) == 0)
    return TRUE;
  if (facts != NULL)
    node = kq_library_load (library, id, 0, NULL, cancellable, &local_error);
  if (node == NULL)
    {
      if (g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  campaign = kq_format_to_campaign (node);
  add_rates (all, item, campaign, facts);

  return TRUE;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  KqLibrary *library = source;
  GError *error = NULL;
  g_autoptr (GPtrArray) items = kq_library_list (library, KQ_LIBRARY_LIST_ACTIVE |
                                                          KQ_LIBRARY_LIST_ARCHIVED,
                                                 cancellable, &error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (past_rates_free);

  for (guint i = 0; error == NULL && i < items->len && all->len < MAX_FOUND; i++)
    load_one (library, g_ptr_array_index (items, i), all, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&all), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * kq_past_rates_load_async:
 * @library: a library
 * @cancellable: (nullable): to give up
 * @callback: (scope async): called when all were looked through
 * @data: for @callback
 *
 * Finds the campaigns of which platforms told something.
 */
void
kq_past_rates_load_async (KqLibrary           *library,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KQ_IS_LIBRARY (library));

  task = g_task_new (library, cancellable, callback, data);
  g_task_set_source_tag (task, kq_past_rates_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * kq_past_rates_load_finish:
 * @library: a library
 * @result: of kq_past_rates_load_async()
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KqPastRates): their rates, of the campaign
 *   that was saved last first, of a hundred at most; %NULL with an error of #KqLibraryError or
 *   #GIOErrorEnum
 */
GPtrArray *
kq_past_rates_load_finish (KqLibrary     *library,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
