/* kq-check.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-campaign.h"
#include "kq-finding.h"
#include "kq-list.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

/* For the rules only: one run over a campaign, and what a rule may ask it.
 *
 * A rule is a row of a table (kq-rules.c lists the tables). Its function looks
 * at one subject and says what it found; which subjects it sees is said by the
 * row: of its platforms, and not voided. */

typedef struct _KqCheck KqCheck;

/**
 * KqSubject:
 * @KQ_SUBJECT_ANY: every object, at every depth
 *
 * What a rule looks at.
 */
typedef enum {
  KQ_SUBJECT_CAMPAIGN,
  KQ_SUBJECT_SHOP,
  KQ_SUBJECT_LEVEL,
  KQ_SUBJECT_PRODUCT,
  KQ_SUBJECT_COUPON,
  KQ_SUBJECT_ACTIVITY,
  KQ_SUBJECT_FISSION,
  KQ_SUBJECT_GIFT_PACK,
  KQ_SUBJECT_MEMBER_CARD,
  KQ_SUBJECT_MEMBER_CENTER,
  KQ_SUBJECT_LANDING_PAGE,
  KQ_SUBJECT_MESSAGE,
  KQ_SUBJECT_ASSET,
  KQ_SUBJECT_ANY,
} KqSubject;

#define KQ_ON(platform)  (1u << KQ_PLATFORM_##platform)
#define KQ_ON_TAOBAO_FAMILY (KQ_ON (TMALL) | KQ_ON (TAOBAO))
#define KQ_ON_ALL        0u

#define KQ_LOOKUP_MAX_LISTS 4
#define KQ_RULE_MAX_NEEDS   2

/**
 * KqLookup:
 * @lists: the campaign's fields that hold what it is made of, in this order;
 *   0 after the last
 * @create: makes an empty one
 * @add: takes in one element of @lists
 * @finish: (nullable): when all have been taken in
 * @free_func: frees it
 *
 * What rules work out once in a run, from whole lists, and then look up. It is
 * made before the first subject, in as many steps as it takes.
 */
typedef struct {
  guint          lists[KQ_LOOKUP_MAX_LISTS];
  gpointer     (*create)  (KqCheck  *check);
  void         (*add)     (KqCheck  *check,
                           gpointer  lookup,
                           KqObject *element);
  void         (*finish)  (KqCheck  *check,
                           gpointer  lookup);
  GDestroyNotify free_func;
} KqLookup;

/**
 * KqRule:
 * @id: as rules.md or format.md has it
 * @severity: unless a profile says otherwise
 * @source: the document's three digits, or “kaquan”
 * @platforms: the platforms of the subjects it holds for; %KQ_ON_ALL for all.
 *   For a rule on the campaign: the platforms of which there must be a shop.
 * @subject: what it looks at
 * @check: looks, and reports; of the campaign in steps, see
 *   kq_check_call_again()
 * @needs: what it looks up
 */
typedef struct {
  const char *id;
  KqSeverity  severity;
  const char *source;
  guint       platforms;
  KqSubject   subject;
  void      (*check) (KqCheck  *check,
                      KqObject *subject);
  const KqLookup *needs[KQ_RULE_MAX_NEEDS];
} KqRule;

typedef struct {
  const KqRule *rules;
  guint         n_rules;
} KqRuleTable;

const KqRuleTable *kq_rules_get_tables (guint *n_tables);

/**
 * KqAssetFacts:
 * @at_hand: whether there are bytes at all
 * @matches: whether they are those that the name says
 * @size: how many
 * @type: (nullable): what their header says they are, as the campaign file
 *   writes it; %NULL for neither JPEG nor PNG
 * @width: pixels, by their header
 * @height: pixels, by their header
 * @problem: (owned) (nullable): why they can't be read
 *
 * What is known of an image's bytes.
 */
typedef struct {
  gboolean    at_hand;
  gboolean    matches;
  gint64      size;
  const char *type;
  guint       width;
  guint       height;
  char       *problem;
} KqAssetFacts;

/* What there is */
KqCampaign    *kq_check_get_campaign (KqCheck      *check);
GTimeZone     *kq_check_get_zone     (KqCheck      *check);
KqTime         kq_check_get_moment   (KqCheck      *check);
const KqAssetFacts *
               kq_check_get_asset_facts (KqCheck   *check,
                                      const char   *sha256);
KqList        *kq_check_get_list     (KqCheck      *check,
                                      guint         campaign_field);
KqObject      *kq_check_find         (KqCheck      *check,
                                      guint         campaign_field,
                                      const char   *id);
KqObject      *kq_check_get_shop     (KqCheck      *check,
                                      int           platform);
GPtrArray     *kq_check_get_users    (KqCheck      *check,
                                      KqObject     *coupon);
gint64         kq_check_get_limit    (KqCheck      *check,
                                      const char   *name);
const char * const *
               kq_check_get_choices  (KqCheck      *check,
                                      const char   *name);
gboolean       kq_check_is_join_address (KqCheck   *check,
                                      const char   *url);
gpointer       kq_check_look_up      (KqCheck      *check,
                                      const KqLookup *lookup);
void           kq_check_call_again   (KqCheck      *check);

gboolean       kq_check_has_error    (KqCheck      *check,
                                      KqObject     *object,
                                      const char   *rule);

/* What is found. The message is taken over; the finding is the check's. */
KqFinding     *kq_check_found        (KqCheck      *check,
                                      KqObject     *object,
                                      guint         field,
                                      char         *message);
KqFinding     *kq_check_found_element (KqCheck     *check,
                                      KqObject     *object,
                                      guint         field,
                                      guint         element,
                                      char         *message);
KqFinding     *kq_check_found_as     (KqCheck      *check,
                                      KqSeverity    severity,
                                      KqObject     *object,
                                      guint         field,
                                      char         *message);

/* A mend of one field, or of several by kq_check_fix_edits(). */
void           kq_check_fix_int      (KqFinding    *finding,
                                      KqObject     *object,
                                      guint         field,
                                      gint64        number,
                                      char         *label);
void           kq_check_fix_text     (KqFinding    *finding,
                                      KqObject     *object,
                                      guint         field,
                                      const char   *text,
                                      char         *label);
void           kq_check_fix_time     (KqFinding    *finding,
                                      KqObject     *object,
                                      guint         field,
                                      KqTime        time,
                                      char         *label);
void           kq_check_fix_remove   (KqFinding    *finding,
                                      KqObject     *object,
                                      guint         field,
                                      char         *label);
void           kq_check_fix_edits    (KqFinding    *finding,
                                      GPtrArray    *edits,
                                      char         *label);
GPtrArray     *kq_check_edits_new    (void);
void           kq_check_add_edit     (GPtrArray    *edits,
                                      KqObject     *object,
                                      guint         field,
                                      JsonNode     *value);

/* Words for messages */
char          *kq_check_name_of      (KqObject     *object);

G_END_DECLS
