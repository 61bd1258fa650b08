/* kq-report-save.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-report-save.h"

#include <glib/gi18n-lib.h>

#include "kq-format.h"
#include "kq-library-facts.h"
#include "kq-report.h"
#include "kq-save.h"

#define KQ_TYPE_REPORT_JOB (kq_report_job_get_type ())
G_DECLARE_FINAL_TYPE (KqReportJob, kq_report_job, KQ, REPORT_JOB, GObject)

/* A report of the campaign as it was when it was asked for. */
struct _KqReportJob {
  GObject        parent_instance;

  JsonNode      *snapshot;  /* (owned) */
  char          *id;        /* (owned) */
  KqLibrary     *library;   /* (owned) (nullable): where its figures are */
  KqProfiles    *profiles;  /* (owned) */
  KqAssetSource *assets;    /* (owned) (nullable) */
  char          *name;      /* (owned) (nullable): of the file; set by the thread */
  KqReportSaved  saved;
  GObject       *data;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (KqReportJob, kq_report_job, G_TYPE_OBJECT)

static void
kq_report_job_finalize (GObject *object)
{
  KqReportJob *self = KQ_REPORT_JOB (object);

  g_clear_pointer (&self->snapshot, json_node_unref);
  g_free (self->id);
  g_clear_object (&self->library);
  g_clear_object (&self->profiles);
  g_clear_object (&self->assets);
  g_free (self->name);
  g_clear_object (&self->data);

  G_OBJECT_CLASS (kq_report_job_parent_class)->finalize (object);
}

static void
kq_report_job_class_init (KqReportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_report_job_finalize;
}

static void
kq_report_job_init (KqReportJob *self)
{
}

/* None where it isn't in the library yet */
static KqFacts *
load_facts (KqReportJob  *self,
            GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  KqFacts *facts = NULL;

  if (self->library != NULL)
    facts = kq_library_load_facts (self->library, self->id, NULL, &local_error);
  if (local_error != NULL &&
      !g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (facts != NULL)
    return facts;

  facts = kq_facts_new ();
  kq_facts_settle (facts);

  return facts;
}

/* In the thread; a KqSaveMake */
static GBytes *
make_report (const char  *name,
             gpointer     data,
             GError     **error)
{
  KqReportJob *self = data;
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autoptr (KqFacts) facts = load_facts (self, error);
  g_autoptr (KqCampaign) campaign = NULL;
  KqReportSource source;

  if (facts == NULL)
    return NULL;

  self->name = g_strdup (name);
  campaign = kq_format_to_campaign (self->snapshot);
  source = (KqReportSource) { campaign, facts, self->profiles, self->assets };

  return kq_report_make (&source, g_str_has_suffix (lower, ".xlsx") ? KQ_REPORT_XLSX
                                                                    : KQ_REPORT_PDF, error);
}

/* A KqSaveDone */
static void
on_saved (const GError *error,
          gpointer      data)
{
  KqReportJob *self = data;

  self->saved (error, self->name, self->data);
}

/**
 * kq_report_save:
 * @parent: a widget of the window that asks
 * @document: a document
 * @saved: told when it is saved, or why it isn't; not where no file is chosen
 * @data: for @saved; held until then
 *
 * Asks where to, and saves a report of the campaign as it is now: a spreadsheet
 * where the name ends so, else pages to print. It is made in a thread.
 */
void
kq_report_save (GtkWidget     *parent,
                KqDocument    *document,
                KqReportSaved  saved,
                GObject       *data)
{
  g_autoptr (KqReportJob) job = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (KQ_IS_DOCUMENT (document));
  g_return_if_fail (saved != NULL && G_IS_OBJECT (data));

  job = g_object_new (KQ_TYPE_REPORT_JOB, NULL);
  job->snapshot = json_node_ref (kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (document))));
  job->id = g_strdup (kq_document_get_id (document));
  g_set_object (&job->library, kq_document_get_library (document));
  job->profiles = g_object_ref (kq_document_get_profiles (document));
  g_set_object (&job->assets, kq_document_get_assets (document));
  job->saved = saved;
  job->data = g_object_ref (data);

  plain = g_strdelimit (kq_document_dup_name (document), "/\\:", '-');
  name = g_strconcat (plain, ".pdf", NULL);
  kq_save_ask_in_thread (parent, _("Save the Report as PDF or XLSX"), name, make_report, on_saved,
                         G_OBJECT (job));
}
