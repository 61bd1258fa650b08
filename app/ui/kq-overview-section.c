/* kq-overview-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-overview-section.h"

#include <glib/gi18n-lib.h>

#include "kq-form.h"
#include "kq-overview-status.h"
#include "kq-page.h"

/**
 * KqOverviewSection:
 *
 * Where one begins: what the campaign is called and when it is, and how far it
 * is.
 */
struct _KqOverviewSection {
  KqSection         parent_instance;

  KqOverviewStatus *status;
  KqForm           *form;
};

G_DEFINE_FINAL_TYPE (KqOverviewSection, kq_overview_section, KQ_TYPE_SECTION)

static const char * const what_fields[] = { "name", "start", "end", "notes", NULL };
static const char * const money_fields[] = { "budget", "claimRate", "useRate", NULL };
static const char * const day_fields[] = {
  "memberDay/repeat", "memberDay/weekday", "memberDay/day", "memberDay/event", NULL
};
static const char * const place_fields[] = { "currency", "timeZone", NULL };

static const KqFormGroup groups[] = {
  { N_("Campaign"), what_fields },
  { N_("Budget"), money_fields },
  { N_("Member day"), day_fields },
  { N_("Currency and time"), place_fields },
};

static void
kq_overview_section_document_changed (KqSection *section)
{
  KqOverviewSection *self = KQ_OVERVIEW_SECTION (section);
  KqDocument *document = kq_section_get_document (section);

  kq_overview_status_set_document (self->status, document);
  kq_form_set_object (self->form, document,
                      document != NULL ? KQ_OBJECT (kq_document_get_campaign (document)) : NULL);
}

static void
kq_overview_section_reveal (KqSection *section,
                            KqObject  *object,
                            guint      field)
{
  kq_form_reveal (KQ_OVERVIEW_SECTION (section)->form, object, field);
}

static void
kq_overview_section_class_init (KqOverviewSectionClass *klass)
{
  static const char * const lists[] = {
    "name", "notes", "currency", "timeZone", "start", "end", "budget", "claimRate", "useRate",
    "memberDay", NULL
  };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);

  section_class->name = "overview";
  section_class->title = N_("Overview");
  section_class->icon_name = "kq-overview-symbolic";
  section_class->lists = lists;
  section_class->document_changed = kq_overview_section_document_changed;
  section_class->reveal = kq_overview_section_reveal;
}

static void
kq_overview_section_init (KqOverviewSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->form = KQ_FORM (kq_form_new (groups, G_N_ELEMENTS (groups)));
  self->status = KQ_OVERVIEW_STATUS (kq_overview_status_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  adw_bin_set_child (ADW_BIN (self), kq_page_new (box, 680));
}
