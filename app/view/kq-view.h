/* kq-view.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-view-query.h"

G_BEGIN_DECLS

/**
 * KqViewStatus:
 * @KQ_VIEW_STATUS_PLAIN: nothing to claim: it is just there
 * @KQ_VIEW_STATUS_CLAIMABLE: can be claimed
 * @KQ_VIEW_STATUS_CLAIMED: has been claimed, as often as is allowed
 * @KQ_VIEW_STATUS_NOT_YET: can be claimed later
 * @KQ_VIEW_STATUS_HIGHER_LEVEL: is for members of another level
 * @KQ_VIEW_STATUS_USED_UP: nothing of it is left
 * @KQ_VIEW_STATUS_OVER: could be claimed once
 * @KQ_VIEW_STATUS_HIDDEN: isn't shown to this persona
 *
 * What something is to a persona, in the order in which a page lists it.
 */
typedef enum {
  KQ_VIEW_STATUS_PLAIN,
  KQ_VIEW_STATUS_CLAIMABLE,
  KQ_VIEW_STATUS_CLAIMED,
  KQ_VIEW_STATUS_NOT_YET,
  KQ_VIEW_STATUS_HIGHER_LEVEL,
  KQ_VIEW_STATUS_USED_UP,
  KQ_VIEW_STATUS_OVER,
  KQ_VIEW_STATUS_HIDDEN,
} KqViewStatus;

/**
 * KqViewReason:
 * @KQ_VIEW_REASON_NONE: it is shown
 * @KQ_VIEW_REASON_VOIDED: it is voided
 * @KQ_VIEW_REASON_NOT_MEMBER: only members see it
 * @KQ_VIEW_REASON_NO_CENTER: the platform has no member center
 * @KQ_VIEW_REASON_NOT_PUBLISHED: the member center isn't published
 * @KQ_VIEW_REASON_PUSHED_ONLY: only the buyers to whom it is pushed see it
 * @KQ_VIEW_REASON_JOINED_TOO_LONG_AGO: it is for those who have just joined
 * @KQ_VIEW_REASON_JOINED_BEFORE: it is for those who join while it runs
 * @KQ_VIEW_REASON_REJOINED: those who left and join again don't get it
 * @KQ_VIEW_REASON_ONE_ONLY: the persona has had one of its kind
 * @KQ_VIEW_REASON_NOT_LISTED: no activity lists it
 * @KQ_VIEW_REASON_IN_PACK: it comes in a gift pack
 * @KQ_VIEW_REASON_IN_FISSION: it comes with a fission link
 * @KQ_VIEW_REASON_CHANNEL: its channel isn't merchant member-exclusive
 * @KQ_VIEW_REASON_PLATFORM: what it grants belongs to another platform
 * @KQ_VIEW_REASON_EMPTY: it grants nothing
 * @KQ_VIEW_REASON_NOT_YET: its time hasn't come
 * @KQ_VIEW_REASON_OVER: its time is over
 * @KQ_VIEW_REASON_USED_UP: nothing of it is left
 * @KQ_VIEW_REASON_LEVEL: the persona's level doesn't get it
 * @KQ_VIEW_REASON_CLAIMED: the persona has it already
 * @KQ_VIEW_REASON_SWITCHED_OFF: it is switched off
 * @KQ_VIEW_REASON_JOIN_LINK: one joins at an address that isn't the official
 *   member center
 * @KQ_VIEW_REASON_OTHER_PLATFORM: it belongs to another platform
 * @KQ_VIEW_REASON_OTHER_PAGE: it is on another page
 * @KQ_VIEW_REASON_NO_PAGE: no page shows such a thing
 *
 * Why something isn't shown.
 */
typedef enum {
  KQ_VIEW_REASON_NONE,
  KQ_VIEW_REASON_VOIDED,
  KQ_VIEW_REASON_NOT_MEMBER,
  KQ_VIEW_REASON_NO_CENTER,
  KQ_VIEW_REASON_NOT_PUBLISHED,
  KQ_VIEW_REASON_PUSHED_ONLY,
  KQ_VIEW_REASON_JOINED_TOO_LONG_AGO,
  KQ_VIEW_REASON_JOINED_BEFORE,
  KQ_VIEW_REASON_REJOINED,
  KQ_VIEW_REASON_ONE_ONLY,
  KQ_VIEW_REASON_NOT_LISTED,
  KQ_VIEW_REASON_IN_PACK,
  KQ_VIEW_REASON_IN_FISSION,
  KQ_VIEW_REASON_CHANNEL,
  KQ_VIEW_REASON_PLATFORM,
  KQ_VIEW_REASON_EMPTY,
  KQ_VIEW_REASON_NOT_YET,
  KQ_VIEW_REASON_OVER,
  KQ_VIEW_REASON_USED_UP,
  KQ_VIEW_REASON_LEVEL,
  KQ_VIEW_REASON_CLAIMED,
  KQ_VIEW_REASON_SWITCHED_OFF,
  KQ_VIEW_REASON_JOIN_LINK,
  KQ_VIEW_REASON_OTHER_PLATFORM,
  KQ_VIEW_REASON_OTHER_PAGE,
  KQ_VIEW_REASON_NO_PAGE,
} KqViewReason;

/**
 * KqViewItemKind:
 * @KQ_VIEW_ITEM_COUPON: a coupon
 * @KQ_VIEW_ITEM_GIFT: a gift
 * @KQ_VIEW_ITEM_PACK: a gift pack
 * @KQ_VIEW_ITEM_BENEFIT: a benefit; `variant` is its #KqBenefitKind
 * @KQ_VIEW_ITEM_CARD_BENEFIT: a benefit of a member card; `variant` is its
 *   #KqCardBenefitKind
 * @KQ_VIEW_ITEM_POSTER: a poster
 * @KQ_VIEW_ITEM_PRODUCT: a product
 *
 * What an entry of a block is.
 */
typedef enum {
  KQ_VIEW_ITEM_COUPON,
  KQ_VIEW_ITEM_GIFT,
  KQ_VIEW_ITEM_PACK,
  KQ_VIEW_ITEM_BENEFIT,
  KQ_VIEW_ITEM_CARD_BENEFIT,
  KQ_VIEW_ITEM_POSTER,
  KQ_VIEW_ITEM_PRODUCT,
} KqViewItemKind;

/**
 * KqViewItem:
 * @kind: what it is
 * @status: what it is to the persona
 * @variant: see #KqViewItemKind, else 0
 * @type: the type of the object that it stands for
 * @id: the id of the object
 * @coupon: (nullable): the id of the coupon that it grants
 * @joins: whether claiming it makes the persona a member
 * @title: its name
 * @face: (nullable): its worth, as “¥5”
 * @detail: (nullable): on what condition
 * @when: (nullable): from when to when
 * @mark: (nullable): a mark on it
 * @action: (nullable): the words on its button
 * @image: (nullable): the SHA-256 of its picture
 * @link: (nullable): where it leads
 *
 * An entry of a block. All texts are owned and in the user's language.
 */
typedef struct {
  KqViewItemKind  kind;
  KqViewStatus    status;
  int             variant;
  GType           type;
  gboolean        joins;
  char           *id;
  char           *coupon;
  char           *title;
  char           *face;
  char           *detail;
  char           *when;
  char           *mark;
  char           *action;
  char           *image;
  char           *link;
} KqViewItem;

/**
 * KqViewBlockKind:
 * @KQ_VIEW_BLOCK_NEWCOMER: what new members get
 * @KQ_VIEW_BLOCK_POSTERS: posters, as a carousel
 * @KQ_VIEW_BLOCK_CARD: the member's card
 * @KQ_VIEW_BLOCK_BENEFITS: benefits, as tiles
 * @KQ_VIEW_BLOCK_COUPONS: what can be claimed, in a list
 * @KQ_VIEW_BLOCK_PRODUCTS: products
 * @KQ_VIEW_BLOCK_IMAGE: a picture
 * @KQ_VIEW_BLOCK_TEXT: a text
 * @KQ_VIEW_BLOCK_RULES: the member rules
 * @KQ_VIEW_BLOCK_BUTTON: one button, such as the one that joins
 * @KQ_VIEW_BLOCK_PROGRESS: so many of so many
 * @KQ_VIEW_BLOCK_CODE: a code to scan
 * @KQ_VIEW_BLOCK_NOTICE: why there is nothing else
 * @KQ_VIEW_BLOCK_PACK: the pack that pops up, like a draw
 *
 * What a part of a page is.
 */
typedef enum {
  KQ_VIEW_BLOCK_NEWCOMER,
  KQ_VIEW_BLOCK_POSTERS,
  KQ_VIEW_BLOCK_CARD,
  KQ_VIEW_BLOCK_BENEFITS,
  KQ_VIEW_BLOCK_COUPONS,
  KQ_VIEW_BLOCK_PRODUCTS,
  KQ_VIEW_BLOCK_IMAGE,
  KQ_VIEW_BLOCK_TEXT,
  KQ_VIEW_BLOCK_RULES,
  KQ_VIEW_BLOCK_BUTTON,
  KQ_VIEW_BLOCK_PROGRESS,
  KQ_VIEW_BLOCK_CODE,
  KQ_VIEW_BLOCK_NOTICE,
  KQ_VIEW_BLOCK_PACK,
} KqViewBlockKind;

/**
 * KqViewBlock:
 * @kind: what it is
 * @preset: a card's colour, 1 to 4; 0 where it has a picture or @color
 * @tone: the #KqTone of a landing page's coupons
 * @enabled: whether its button can be tapped
 * @done: how many are there
 * @total: of how many
 * @id: (nullable): the id of its object
 * @title: (nullable): its heading
 * @text: (nullable): its text
 * @note: (nullable): a smaller text
 * @tag: (nullable): a short text in its corner
 * @action: (nullable): the words on its button
 * @image: (nullable): the SHA-256 of its picture
 * @logo: (nullable): the SHA-256 of a card's logo
 * @color: (nullable): a card's colour, #rrggbb
 * @items: (element-type KqViewItem): its entries
 *
 * A part of a page. All texts are owned and in the user's language.
 */
typedef struct {
  KqViewBlockKind  kind;
  int              preset;
  int              tone;
  gboolean         enabled;
  gint64           done;
  gint64           total;
  char            *id;
  char            *title;
  char            *text;
  char            *note;
  char            *tag;
  char            *action;
  char            *image;
  char            *logo;
  char            *color;
  GPtrArray       *items;
} KqViewBlock;

/**
 * KqViewAbsence:
 * @reason: why
 * @type: the type of the object
 * @id: the id of the object
 * @title: its name
 * @text: why, in the user's language, as exactly as it can be said
 *
 * Something that is configured, but that this persona doesn't see now.
 */
typedef struct {
  KqViewReason  reason;
  GType         type;
  char         *id;
  char         *title;
  char         *text;
} KqViewAbsence;

/**
 * KqView:
 * @platform: whose page
 * @page: which page; the one that opens, which isn't always what was asked for
 * @draft: whether it shows a member center that isn't published
 * @title: the page's title
 * @clock: the time of day
 * @note: (nullable): what is to be known of the page as a whole
 * @blocks: (element-type KqViewBlock): the page, from top to bottom
 * @popup: (nullable): what pops up over it
 * @absences: (element-type KqViewAbsence): what isn't shown, and why
 *
 * What a persona sees at a moment. Immutable once made.
 */
typedef struct {
  /*< private >*/
  gatomicrefcount  ref_count;

  /*< public >*/
  KqPlatform       platform;
  KqViewPage       page;
  gboolean         draft;
  char            *title;
  char            *clock;
  char            *note;
  GPtrArray       *blocks;
  KqViewBlock     *popup;
  GPtrArray       *absences;
} KqView;

/**
 * KqViewWhy:
 * @status: what the object is to the persona; %KQ_VIEW_STATUS_HIDDEN where it
 *   isn't shown
 * @reason: why it isn't shown
 * @text: all of that in the user's language
 *
 * Why a persona sees an object, or doesn't.
 */
typedef struct {
  KqViewStatus  status;
  KqViewReason  reason;
  char         *text;
} KqViewWhy;

KqView       *kq_view_at             (KqCampaign        *campaign,
                                      const KqViewQuery *query,
                                      GError           **error);

KqViewWhy    *kq_view_why            (KqCampaign        *campaign,
                                      const KqViewQuery *query,
                                      KqObject          *object);
void          kq_view_why_free       (KqViewWhy         *why);
char         *kq_view_to_text        (KqView            *view);

gboolean      kq_view_tap            (KqView            *view,
                                      KqViewQuery       *query,
                                      const char        *id);

KqView       *kq_view_ref            (KqView            *view);
void          kq_view_unref          (KqView            *view);

KqViewBlock  *kq_view_get_block      (KqView            *view,
                                      KqViewBlockKind    kind);
KqViewItem   *kq_view_get_item       (KqView            *view,
                                      const char        *id);
KqViewStatus  kq_view_get_status     (KqView            *view,
                                      const char        *id);
KqViewReason  kq_view_get_reason     (KqView            *view,
                                      const char        *id);

gboolean      kq_view_item_equal     (const KqViewItem  *a,
                                      const KqViewItem  *b);
gboolean      kq_view_block_equal    (const KqViewBlock *a,
                                      const KqViewBlock *b);

const char   *kq_view_status_label   (KqViewStatus       status);
const char   *kq_view_reason_text    (KqViewReason       reason);
const char   *kq_platform_get_label  (KqPlatform         platform);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqView, kq_view_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqViewWhy, kq_view_why_free)

G_END_DECLS
