/* kq-campaign-window-findings.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include "kq-checks-section.h"
#include "kq-document-mend.h"
#include "kq-profiles-window.h"

/* What the campaign window does about findings. */

/* (nullable): the checks, where they are in sight */
static KqChecksSection *
get_checks (KqCampaignWindow *self)
{
  return KQ_IS_CHECKS_SECTION (self->section) ? KQ_CHECKS_SECTION (self->section) : NULL;
}

static void
on_fix_all (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  kq_campaign_window_fix_all (data, NULL);
}

static void
on_fix_kind (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  kq_campaign_window_fix_all (data, g_variant_get_string (parameter, NULL));
}

/* Does something about the selected finding, which that may take away. */
static void
do_about_selected (KqCampaignWindow *self,
                   void            (*what) (KqDocument *document, KqFinding *finding))
{
  g_autoptr (KqFinding) finding = g_object_ref (kq_checks_section_get_finding (get_checks (self)));

  what (self->document, finding);
}

static void
on_fix_finding (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  do_about_selected (data, kq_document_fix);
}

static void
on_fix_finding_kind (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  kq_campaign_window_fix_all (data, kq_finding_get_rule (kq_checks_section_get_finding (get_checks (data))));
}

static void
on_dismiss_finding (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  do_about_selected (data, kq_document_dismiss);
}

static void
on_bring_back_finding (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  do_about_selected (data, kq_document_bring_back);
}

static void
on_rule_profiles (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  KqCampaignWindow *self = data;
  GtkWidget *window = kq_profiles_window_new (kq_document_get_profiles (self->document));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry entries[] = {
  { "fix-all", on_fix_all },
  { "fix-kind", on_fix_kind, "s" },
  { "fix-finding", on_fix_finding },
  { "fix-finding-kind", on_fix_finding_kind },
  { "dismiss-finding", on_dismiss_finding },
  { "bring-back-finding", on_bring_back_finding },
  { "rule-profiles", on_rule_profiles },
};

/* Which of the commands for findings can be given. */
void
kq_campaign_window_update_finding_actions (KqCampaignWindow *self)
{
  KqChecksSection *checks = get_checks (self);
  KqFinding *finding = checks != NULL ? kq_checks_section_get_finding (checks) : NULL;
  gboolean has_fix = finding != NULL && kq_finding_get_fix (finding) != NULL;
  gboolean is_advice = finding != NULL && kq_finding_get_severity (finding) == KQ_SEVERITY_ADVICE;
  gboolean is_dismissed = checks != NULL && kq_checks_section_is_dismissed (checks);

  kq_campaign_window_enable (self, "fix-all", kq_document_n_fixable (self->document, NULL) > 0);
  kq_campaign_window_enable (self, "fix-finding", has_fix);
  kq_campaign_window_enable (self, "fix-finding-kind", has_fix);
  kq_campaign_window_enable (self, "dismiss-finding", is_advice && !is_dismissed);
  kq_campaign_window_enable (self, "bring-back-finding", is_advice && is_dismissed);
}

/* Lets the window follow what is done in the checks. */
void
kq_campaign_window_adopt_checks (KqCampaignWindow *self,
                                 KqSection        *section)
{
  g_signal_connect_object (section, "activated", G_CALLBACK (kq_campaign_window_show_finding),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (section, "notify::finding",
                           G_CALLBACK (kq_campaign_window_update_finding_actions), self,
                           G_CONNECT_SWAPPED);
}

/* Adds the commands for findings to the window. */
void
kq_campaign_window_add_finding_actions (KqCampaignWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
