/* kq-campaign-window-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign-window.h"

#include "kq-alert-bar.h"
#include "kq-findings-button.h"
#include "kq-reconciler.h"
#include "kq-section.h"
#include "kq-side-pane.h"

G_BEGIN_DECLS

struct _KqCampaignWindow {
  AdwApplicationWindow parent_instance;

  KqDocument          *document;      /* (owned) */
  GSettings           *settings;      /* (owned) */
  KqSection           *section;       /* the one in sight */
  guint                finding;       /* where next-finding has come to */
  GCancellable        *fixing;        /* (owned) (nullable): everything, just now */
  KqReconciler        *reconciler;    /* (owned) (nullable): none outside of a library */
  GtkWidget           *conflicts;     /* (weak) (nullable): where they are decided */
  gboolean             was_saved;     /* something was, since the window is there */
  gboolean             is_closing;    /* saving first */
  gboolean             close_after_export;
  gboolean             close_asked;   /* closing without saving was confirmed */

  AdwToastOverlay     *toasts;
  KqAlertBar          *alert;
  AdwLeaflet          *leaflet;
  AdwFlap             *flap;
  AdwBin              *preview_slot;
  KqSidePane          *preview_pane;
  guint                preview_id;    /* while the preview is still to be made */
  KqSidePane          *sections_pane;
  GtkListBox          *sidebar;
  AdwWindowTitle      *campaign_title;
  AdwWindowTitle      *section_title;
  GtkStack            *stack;
  KqFindingsButton    *findings_button;
  KqFindingsButton    *narrow_findings_button;
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  GtkWidget           *narrow_undo_button;
  GtkWidget           *narrow_redo_button;
};

/* kq-campaign-window.c */
void kq_campaign_window_show_section   (KqCampaignWindow *self,
                                        guint             position);
void kq_campaign_window_show_finding   (KqCampaignWindow *self,
                                        KqFinding        *finding);
void kq_campaign_window_toast          (KqCampaignWindow *self,
                                        const char       *text);

/* kq-campaign-window-actions.c */
void kq_campaign_window_add_actions    (KqCampaignWindow *self);
void kq_campaign_window_update_actions (KqCampaignWindow *self);
void kq_campaign_window_enable         (KqCampaignWindow *self,
                                        const char       *action,
                                        gboolean          enabled);
void kq_campaign_window_update_preview (KqCampaignWindow *self);

/* kq-campaign-window-findings.c */
void kq_campaign_window_add_finding_actions    (KqCampaignWindow *self);
void kq_campaign_window_update_finding_actions (KqCampaignWindow *self);
void kq_campaign_window_adopt_checks   (KqCampaignWindow *self,
                                        KqSection        *section);

/* kq-campaign-window-fixing.c */
void kq_campaign_window_fix_all        (KqCampaignWindow *self,
                                        const char       *rule);

/* kq-campaign-window-files.c */
void kq_campaign_window_add_file_actions (KqCampaignWindow *self);
void kq_campaign_window_export         (KqCampaignWindow *self,
                                        gboolean          embed);

/* kq-campaign-window-save.c */
void kq_campaign_window_add_save_actions (KqCampaignWindow *self);
void kq_campaign_window_follow_saving  (KqCampaignWindow *self);
void kq_campaign_window_update_saved   (KqCampaignWindow *self);
void kq_campaign_window_decide         (KqCampaignWindow *self);
void kq_campaign_window_say            (KqCampaignWindow *self,
                                        const char       *title,
                                        const char       *text);

/* kq-campaign-window-close.c */
void     kq_campaign_window_close_anyway (KqCampaignWindow *self);
gboolean kq_campaign_window_delay_close  (KqCampaignWindow *self);

G_END_DECLS
