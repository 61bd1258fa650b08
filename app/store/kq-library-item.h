/* kq-library-item.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kq-time.h"

G_BEGIN_DECLS

/**
 * KqLibraryState:
 * @KQ_LIBRARY_STATE_ACTIVE: it is worked on
 * @KQ_LIBRARY_STATE_ARCHIVED: it is put away, but kept
 * @KQ_LIBRARY_STATE_DELETED: it and its history will be gone in 30 days
 *
 * What is meant to become of a campaign. The numbers are stored.
 */
typedef enum {
  KQ_LIBRARY_STATE_ACTIVE,
  KQ_LIBRARY_STATE_ARCHIVED,
  KQ_LIBRARY_STATE_DELETED,
} KqLibraryState;

#define KQ_TYPE_LIBRARY_ITEM (kq_library_item_get_type ())

/* A campaign as the library lists it, without opening it. The item of a
 * KqLibraryModel stays the same for good, and its properties are notified;
 * that of kq_library_list() is as the campaign was then.
 *
 * Properties, all readable only: “id”, “name” (never NULL; "" where it has
 * none), “start”, “end” (KqTime, boxed), “platforms” (uint), “state” (int),
 * “updated” (int64), “version” (int64), “errors”, “warnings”, “advice” (int),
 * “checked” (int64), “sync” (string). */
G_DECLARE_FINAL_TYPE (KqLibraryItem, kq_library_item, KQ, LIBRARY_ITEM, GObject)

const char     *kq_library_item_get_id        (KqLibraryItem *self);
const char     *kq_library_item_get_name      (KqLibraryItem *self);
KqTime          kq_library_item_get_start     (KqLibraryItem *self);
KqTime          kq_library_item_get_end       (KqLibraryItem *self);
/* 1 << KqPlatform of each shop */
guint           kq_library_item_get_platforms (KqLibraryItem *self);
KqLibraryState  kq_library_item_get_state     (KqLibraryItem *self);
/* When it was last saved, in milliseconds since 1970-01-01T00:00:00Z */
gint64          kq_library_item_get_updated   (KqLibraryItem *self);
/* The number of its newest version */
gint64          kq_library_item_get_version   (KqLibraryItem *self);
/* How many findings it had when last counted; KQ_LIBRARY_NO_COUNT (-1) where it
 * never was */
int             kq_library_item_get_errors    (KqLibraryItem *self);
int             kq_library_item_get_warnings  (KqLibraryItem *self);
int             kq_library_item_get_advice    (KqLibraryItem *self);
/* When that was, in seconds since 1970-01-01T00:00:00Z; 0 for never */
gint64          kq_library_item_get_checked   (KqLibraryItem *self);
/* Whether it was saved since they were counted */
gboolean        kq_library_item_is_check_due  (KqLibraryItem *self);
/* How it stands with the team's remote, for machines and for people; "" for
 * nothing to say */
const char     *kq_library_item_get_sync      (KqLibraryItem *self);
const char     *kq_library_item_describe_sync (KqLibraryItem *self);

G_END_DECLS
