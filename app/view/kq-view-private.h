/* kq-view-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list.h"
#include "kq-view.h"

G_BEGIN_DECLS

/* A name, or a text of some lines, at most: more doesn't fit a phone. */
#define KQ_VIEW_MAX_NAME 200
#define KQ_VIEW_MAX_TEXT 6000

/* TM-01: how long after joining a new-member pack can be claimed. */
#define KQ_VIEW_NEW_MEMBER_SECONDS KQ_SECONDS_PER_DAY

/* What the answering of one question needs at hand. */
typedef struct {
  KqCampaign        *campaign;
  const KqViewQuery *query;
  GTimeZone         *zone;      /* (owned) */
  int                year;      /* of the moment */
  const char        *currency;
  GPtrArray         *levels;    /* (owned): of the platform, the lowest first */
  KqObject          *level;     /* (nullable): the persona's */
  KqObject          *shop;      /* (nullable) */
  KqObject          *center;    /* (nullable) */
  GHashTable        *explained; /* (owned): objects that are shown, or said why not */
  GPtrArray         *coupons;   /* (nullable) (unowned): the only ones that are listed, and
                                 * only what differs between moments is said of them */
  KqView            *view;      /* (owned) */
} KqViewer;

/* Begins and ends the answering: kq-view-at.c */
gboolean      kq_viewer_open             (KqViewer        *self,
                                          KqCampaign      *campaign,
                                          const KqViewQuery *query,
                                          GError         **error);
void          kq_viewer_clear            (KqViewer        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KqViewer, kq_viewer_clear)

/* Making the answer: kq-view.c */
KqView       *kq_view_new                (KqPlatform       platform,
                                          KqViewPage       page);
KqViewItem   *kq_view_item_new           (KqViewItemKind   kind,
                                          KqViewStatus     status,
                                          const char      *id,
                                          char            *title);
KqViewBlock  *kq_view_block_new          (KqViewBlockKind  kind,
                                          const char      *title);
void          kq_view_block_free         (KqViewBlock     *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqViewBlock, kq_view_block_free)

/* (nullable): of such coupons only: kq-view-at.c */
KqView       *kq_view_brief              (KqCampaign      *campaign,
                                          const KqViewQuery *query,
                                          GPtrArray       *coupons);

/* (nullable): what is different: kq-view-diff.c */
char         *kq_view_diff               (const KqView    *before,
                                          const KqView    *after);

/* Words: kq-view-words.c */
char         *kq_view_short_text         (const char      *text,
                                          gsize            max_chars);
char         *kq_viewer_day              (KqViewer        *self,
                                          KqTime           time);
char         *kq_viewer_period           (KqViewer        *self,
                                          KqTime           start,
                                          KqTime           end);
char         *kq_viewer_money            (KqViewer        *self,
                                          gint64           fen);
char         *kq_viewer_percent          (int              percent);
char         *kq_viewer_level_names      (KqViewer        *self,
                                          const char * const *ids);
char         *kq_viewer_level_condition  (KqViewer        *self,
                                          KqObject        *level);
char         *kq_viewer_reason_text      (KqViewer        *self,
                                          KqObject        *object,
                                          KqViewReason     reason);
char         *kq_view_join               (const char      *first,
                                          const char      *second);

/* The persona: kq-view-at.c */
gboolean      kq_view_is_family          (int              platform);
KqList       *kq_viewer_list             (KqViewer        *self,
                                          guint            field);
gboolean      kq_viewer_is_own           (KqViewer        *self,
                                          KqObject        *object,
                                          guint            platform_field);
gboolean      kq_viewer_is_before        (KqViewer        *self,
                                          KqTime           start);
gboolean      kq_viewer_is_after         (KqViewer        *self,
                                          KqTime           end);
gboolean      kq_viewer_has_level        (KqViewer        *self,
                                          const char * const *ids);
gboolean      kq_viewer_is_pushed        (KqViewer        *self);
gboolean      kq_viewer_joined_first     (KqViewer        *self);
KqTime        kq_viewer_joined_at        (KqViewer        *self);
guint         kq_viewer_count_claimed    (KqViewer        *self,
                                          const char      *id);
gboolean      kq_viewer_is_used_up       (KqViewer        *self,
                                          const char      *id);
gboolean      kq_viewer_is_gift_gone     (KqViewer        *self,
                                          const char      *id);
KqViewReason  kq_viewer_closed_reason    (KqViewer        *self);
const char   *kq_viewer_shop_name        (KqViewer        *self);
void          kq_viewer_add_block        (KqViewer        *self,
                                          KqViewBlock     *block);
void          kq_viewer_add_items        (KqViewer        *self,
                                          KqViewBlock     *block);
void          kq_viewer_explain          (KqViewer        *self,
                                          KqObject        *object);
void          kq_viewer_absent           (KqViewer        *self,
                                          KqObject        *object,
                                          const char      *title,
                                          KqViewReason     reason);

/* Coupons: kq-view-coupon.c */
KqObject     *kq_viewer_coupon           (KqViewer        *self,
                                          const char      *id);
KqViewStatus  kq_viewer_coupon_status    (KqViewer        *self,
                                          KqObject        *coupon,
                                          guint            limit);
KqViewItem   *kq_viewer_coupon_item      (KqViewer        *self,
                                          KqObject        *coupon,
                                          KqViewStatus     status);
void          kq_viewer_set_status       (KqViewItem      *item,
                                          KqViewStatus     status);
void          kq_viewer_explain_coupons  (KqViewer        *self);

/* Activities: kq-view-activity.c */
void          kq_viewer_collect_activities (KqViewer      *self,
                                          KqViewBlock     *newcomer,
                                          KqViewBlock     *coupons,
                                          KqViewBlock     *pushed);
gboolean      kq_viewer_has_activity     (KqViewer        *self,
                                          gboolean         gift);

/* Packs: kq-view-pack.c */
void          kq_viewer_collect_packs    (KqViewer        *self,
                                          KqViewBlock     *newcomer,
                                          KqViewBlock     *members);
void          kq_viewer_add_popup        (KqViewer        *self);
gboolean      kq_viewer_has_new_pack     (KqViewer        *self);

/* Pages */
KqViewBlock  *kq_viewer_card_block       (KqViewer        *self);
void          kq_viewer_build_join       (KqViewer        *self);
void          kq_viewer_build_center     (KqViewer        *self);
void          kq_viewer_build_landing    (KqViewer        *self,
                                          KqObject        *page);
void          kq_viewer_build_card       (KqViewer        *self,
                                          KqObject        *card);
void          kq_viewer_build_fission    (KqViewer        *self,
                                          KqObject        *fission);
KqViewBlock  *kq_viewer_member_card_block (KqViewer       *self,
                                          KqObject        *card,
                                          KqViewStatus    *status);

G_END_DECLS
