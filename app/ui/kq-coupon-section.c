/* kq-coupon-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-coupon-section.h"

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-describe.h"
#include "kq-series.h"

/**
 * KqCouponSection:
 *
 * The coupons: what one is, what it is worth, and who gets it when and where.
 */
struct _KqCouponSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqCouponSection, kq_coupon_section, KQ_TYPE_LIST_SECTION)

static const char * const what_fields[] = {
  "name", "platform", "purpose", "goal", "scope", "products", NULL
};
static const char * const worth_fields[] = {
  "discount", "amount", "percent", "threshold", "maxDiscount", "quantity", NULL
};
static const char * const who_fields[] = {
  "levels", "perMember", "returningOnly", "audienceSize", NULL
};
static const char * const when_fields[] = {
  "claimStart", "claimEnd", "validity", "useStart", "useEnd", "useDelayDays", "useDays", NULL
};
static const char * const where_fields[] = {
  "channel", "scene", "link", "shortLink", "linkVerified", "externalId", "state", NULL
};

static const KqFormGroup groups[] = {
  { N_("What"), what_fields },
  { N_("Worth"), worth_fields },
  { N_("Who"), who_fields },
  { N_("When"), when_fields },
  { N_("Where"), where_fields },
};

static char *
dup_title (KqDocument *document,
           KqObject   *object)
{
  return kq_object_describe_name (object);
}

static char *
dup_subtitle (KqDocument *document,
              KqObject   *object)
{
  return kq_period_describe (kq_object_get_time (object, KQ_COUPON_CLAIM_START),
                             kq_object_get_time (object, KQ_COUPON_CLAIM_END),
                             kq_document_get_zone (document));
}

static char *
dup_summary (KqDocument *document,
             KqObject   *object)
{
  return kq_coupon_describe (KQ_COUPON (object), kq_document_get_zone (document));
}

/* A new coupon can be claimed, and used, for as long as the campaign lasts. */
static void
prepare (KqDocument *document,
         KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  KqTime start = kq_object_get_time (campaign, KQ_CAMPAIGN_START);
  KqTime end = kq_object_get_time (campaign, KQ_CAMPAIGN_END);

  kq_object_set_time (object, KQ_COUPON_CLAIM_START, start);
  kq_object_set_time (object, KQ_COUPON_CLAIM_END, end);
  kq_object_set_time (object, KQ_COUPON_USE_START, start);
  kq_object_set_time (object, KQ_COUPON_USE_END, end);
}

/* The next one joins the last of the series, wherever one asked for it. */
static KqObject *
dup_next (KqDocument *document,
          KqObject   *object,
          const char *id,
          KqObject  **last)
{
  KqCampaign *campaign = kq_document_get_campaign (document);

  *last = kq_series_find_last (campaign, object);

  return kq_series_make_next (campaign, object, id, kq_document_get_zone (document));
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_COUPONS,
    .title = N_("Coupons"),
    .add_label = N_("Coupon"),
    .empty_text = N_("Add the coupons that members claim, get in packs or are sent."),
    .icon_name = "kq-coupons-symbolic",
    .id_prefix = "coupon",
    .groups = groups,
    .n_groups = G_N_ELEMENTS (groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_subtitle,
    .dup_summary = dup_summary,
    .prepare = prepare,
    .dup_next = dup_next,
  },
};

static void
kq_coupon_section_class_init (KqCouponSectionClass *klass)
{
  static const char * const lists[] = { "coupons", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "coupons";
  section_class->title = N_("Coupons");
  section_class->icon_name = "kq-coupons-symbolic";
  section_class->lists = lists;
  section_class->make_next = kq_list_section_make_next;
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_coupon_section_init (KqCouponSection *self)
{
}
