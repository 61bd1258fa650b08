/* kq-view-changes.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-view.h"

G_BEGIN_DECLS

/**
 * KqViewChange:
 * @moment: the first second of the new state
 * @text: what changes, in the user's language
 *
 * A moment at which what a persona sees changes.
 */
typedef struct {
  KqTime  moment;
  char   *text;
} KqViewChange;

/* A search for changes, which can be done in slices. */
typedef struct _KqViewScan KqViewScan;

KqViewScan *kq_view_scan_new         (KqCampaign        *campaign,
                                      const KqViewQuery *query,
                                      KqTime             from,
                                      KqTime             to);
gboolean    kq_view_scan_run         (KqViewScan        *scan,
                                      gint64             budget);
GPtrArray  *kq_view_scan_get_changes (KqViewScan        *scan);
void        kq_view_scan_free        (KqViewScan        *scan);

GPtrArray  *kq_view_changes          (KqCampaign        *campaign,
                                      const KqViewQuery *query,
                                      KqTime             from,
                                      KqTime             to);
void        kq_view_change_free      (KqViewChange      *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqViewScan, kq_view_scan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqViewChange, kq_view_change_free)

G_END_DECLS
