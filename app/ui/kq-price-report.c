/* kq-price-report.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-price-report.h"

#include "kq-format.h"

/**
 * KqPriceReport:
 *
 * Products by levels by coupons can be many: they are reckoned in a thread, on a
 * copy.
 */
struct _KqPriceReport {
  GObject     parent_instance;

  KqCampaign *campaign;  /* (owned): the copy */
  GArray     *checks;    /* (owned) (element-type KqPriceCheck): of its objects */
};

G_DEFINE_FINAL_TYPE (KqPriceReport, kq_price_report, G_TYPE_OBJECT)

typedef struct {
  JsonNode     *snapshot;  /* (owned) */
  KqProfiles   *profiles;  /* (owned) */
  KqPriceTrial  trial;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  json_node_unref (job->snapshot);
  g_object_unref (job->profiles);
  g_free (job);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  KqPriceReport *self;

  if (g_task_return_error_if_cancelled (task))
    return;

  self = g_object_new (KQ_TYPE_PRICE_REPORT, NULL);
  self->campaign = kq_format_to_campaign (job->snapshot);
  if (job->trial.amount > 0)
    kq_price_trial_add (&job->trial, self->campaign);
  self->checks = kq_price_checks_compute (self->campaign, job->profiles);
  g_task_return_pointer (task, self, g_object_unref);
}

static void
kq_price_report_finalize (GObject *object)
{
  KqPriceReport *self = KQ_PRICE_REPORT (object);

  g_clear_pointer (&self->checks, g_array_unref);
  g_clear_object (&self->campaign);

  G_OBJECT_CLASS (kq_price_report_parent_class)->finalize (object);
}

static void
kq_price_report_class_init (KqPriceReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_price_report_finalize;
}

static void
kq_price_report_init (KqPriceReport *self)
{
}

/**
 * kq_price_report_make_async:
 * @snapshot: a campaign's, which isn't changed any more
 * @profiles: the platforms' numbers
 * @trial: a coupon to try out; one that takes off 0 is none
 * @cancellable: (nullable): to give up
 * @callback: (scope async): called when it is made
 * @data: for @callback
 */
void
kq_price_report_make_async (JsonNode            *snapshot,
                            KqProfiles          *profiles,
                            const KqPriceTrial  *trial,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (snapshot != NULL && trial != NULL);
  g_return_if_fail (KQ_IS_PROFILES (profiles));

  job = g_new0 (Job, 1);
  job->snapshot = json_node_ref (snapshot);
  job->profiles = g_object_ref (profiles);
  job->trial = *trial;
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, kq_price_report_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * kq_price_report_make_finish:
 * @result: of kq_price_report_make_async()
 * @error: return location for an error
 *
 * Returns: (transfer full): the report, or %NULL with %G_IO_ERROR_CANCELLED
 */
KqPriceReport *
kq_price_report_make_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
kq_price_report_get_length (KqPriceReport *self)
{
  g_return_val_if_fail (KQ_IS_PRICE_REPORT (self), 0);

  return self->checks->len;
}

/* Belongs to the report; its objects are those of a copy. */
const KqPriceCheck *
kq_price_report_get (KqPriceReport *self,
                     guint          position)
{
  g_return_val_if_fail (KQ_IS_PRICE_REPORT (self), NULL);
  g_return_val_if_fail (position < self->checks->len, NULL);

  return &g_array_index (self->checks, KqPriceCheck, position);
}

const char *
kq_price_report_get_currency (KqPriceReport *self)
{
  g_return_val_if_fail (KQ_IS_PRICE_REPORT (self), NULL);

  return kq_object_get_text (KQ_OBJECT (self->campaign), KQ_CAMPAIGN_CURRENCY);
}
