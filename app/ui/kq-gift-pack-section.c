/* kq-gift-pack-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-gift-pack-section.h"

#include <glib/gi18n-lib.h>

#include "kq-describe.h"
#include "kq-gift-pack.h"

/**
 * KqGiftPackSection:
 *
 * The gift packs: coupons of the campaign and perhaps a gift, granted at once.
 * The line above the form says how many there are, and what allows no more.
 */
struct _KqGiftPackSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqGiftPackSection, kq_gift_pack_section, KQ_TYPE_LIST_SECTION)

static const char * const what_fields[] = { "name", "platform", "coupons", "quantity", NULL };
static const char * const gift_fields[] = {
  "gift/name", "gift/url", "gift/category", "gift/quantity", "gift/stock", "gift/cost", NULL
};
static const char * const who_fields[] = { "audience", "levels", NULL };
static const char * const when_fields[] = { "start", "end", "popupStart", "popupEnd", NULL };
static const char * const where_fields[] = { "joinUrl", "externalId", "state", NULL };

static const KqFormGroup groups[] = {
  { N_("What"), what_fields },
  { N_("Gift"), gift_fields },
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
  return kq_period_describe (kq_object_get_time (object, KQ_GIFT_PACK_START),
                             kq_object_get_time (object, KQ_GIFT_PACK_END),
                             kq_document_get_zone (document));
}

static char *
dup_summary (KqDocument *document,
             KqObject   *object)
{
  return kq_pack_describe (KQ_GIFT_PACK (object), kq_document_get_zone (document));
}

/* A new pack is granted for as long as the campaign lasts. */
static void
prepare (KqDocument *document,
         KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));

  kq_object_set_time (object, KQ_GIFT_PACK_START, kq_object_get_time (campaign, KQ_CAMPAIGN_START));
  kq_object_set_time (object, KQ_GIFT_PACK_END, kq_object_get_time (campaign, KQ_CAMPAIGN_END));
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_GIFT_PACKS,
    .title = N_("Gift packs"),
    .add_label = N_("Gift pack"),
    .empty_text = N_("Add a pack of coupons, with or without a gift, for new members or for all."),
    .icon_name = "kq-packs-symbolic",
    .id_prefix = "pack",
    .groups = groups,
    .n_groups = G_N_ELEMENTS (groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_subtitle,
    .dup_summary = dup_summary,
    .prepare = prepare,
  },
};

static void
kq_gift_pack_section_class_init (KqGiftPackSectionClass *klass)
{
  static const char * const lists[] = { "giftPacks", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "packs";
  section_class->title = N_("Gift packs");
  section_class->icon_name = "kq-packs-symbolic";
  section_class->lists = lists;
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_gift_pack_section_init (KqGiftPackSection *self)
{
}
