/* kq-preview-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-preview.h"

#include "kq-view-changes.h"

G_BEGIN_DECLS

struct _KqPreview {
  AdwBin       parent_instance;

  KqDocument  *document;    /* (owned) (nullable) */
  KqViewQuery *query;       /* (owned) */
  KqView      *view;        /* (owned) (nullable): what the phone shows */
  KqObject    *selected;    /* (owned) (nullable): in the page beside */
  KqViewScan  *scan;        /* (owned) (nullable): under way */
  GPtrArray   *personas;    /* (owned) (nullable): of the drop-down */
  GPtrArray   *pages;       /* (owned) (nullable): of the drop-down */
  GArray      *platforms;   /* (owned) (nullable): of the drop-down */
  guint        update_id;
  guint        details_id;
  guint        pause_id;    /* before a search begins */
  guint        scan_id;     /* of the slices in which @scan goes on */
  gboolean     is_filling;  /* while controls change that nobody touched */
  gboolean     is_stale;    /* the changes are of another question */
  gboolean     is_moved;    /* only the moment is another */

  GtkWidget   *persona_drop;
  GtkWidget   *persona_button;
  GtkWidget   *platform_drop;
  GtkWidget   *page_drop;
  GtkWidget   *moment;
  GtkWidget   *phone;
  GtkWidget   *note;
  GtkWidget   *why;
  GtkWidget   *absences;
};

/* kq-preview-controls.c */
GtkWidget *kq_preview_make_controls  (KqPreview  *self);
void       kq_preview_fill_controls  (KqPreview  *self);

/* kq-preview-details.c */
void       kq_preview_queue_details  (KqPreview  *self);
void       kq_preview_cancel_details (KqPreview  *self);

/* kq-preview-actions.c */
void       kq_preview_add_actions    (KqPreview  *self);
GtkWidget *kq_preview_make_menu      (void);

/* kq-preview.c */
void       kq_preview_ask_again      (KqPreview  *self);
void       kq_preview_queue_update   (KqPreview  *self);
void       kq_preview_queue_moment   (KqPreview  *self);
KqCampaign *kq_preview_get_campaign  (KqPreview  *self);

G_END_DECLS
