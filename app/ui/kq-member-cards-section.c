/* kq-member-cards-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-member-cards-section.h"

#include <glib/gi18n-lib.h>

#include "kq-card-actions.h"
#include "kq-card-benefit.h"
#include "kq-describe.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-percent.h"

/**
 * KqMemberCardsSection:
 *
 * The member cards: how one is come by, how long it is valid, how it looks and
 * what it gives.
 */
struct _KqMemberCardsSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqMemberCardsSection, kq_member_cards_section, KQ_TYPE_LIST_SECTION)

static const char * const what_fields[] = { "title", "platform", "state", NULL };
static const char * const claim_fields[] = {
  "kind", "match", "spend", "orders", "points", "price", NULL
};
static const char * const validity_fields[] = { "validity", "validFrom", "validTo", NULL };
static const char * const face_fields[] = { "faceColor", "faceImage", "logo", NULL };
static const char * const where_fields[] = { "distribution", "claimUrl", "externalId", NULL };
static const char * const benefit_fields[] = {
  "kind", "percent", "coupon", "giftPack", "text", NULL
};

/* An amount off may be given as a coupon too. */
static gboolean
suits_benefit (KqObject *object,
               guint     index)
{
  int kind = kq_object_get_choice (object, KQ_CARD_BENEFIT_KIND);

  switch (index)
    {
    case KQ_CARD_BENEFIT_COUPON:
      return kind == KQ_CARD_BENEFIT_KIND_COUPON || kind == KQ_CARD_BENEFIT_KIND_THRESHOLD;
    case KQ_CARD_BENEFIT_GIFT_PACK:
      return kind == KQ_CARD_BENEFIT_KIND_NEWCOMER_PACK;
    default:
      return TRUE;
    }
}

/* (nullable): the name of what @id refers to */
static char *
dup_referred (KqDocument *document,
              guint       list,
              const char *id)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  KqObject *object = kq_list_find (kq_object_get_list (campaign, list), id);

  return object != NULL ? kq_object_describe_name (object) : NULL;
}

static char *
dup_benefit_subtitle (KqDocument *document,
                      KqObject   *object)
{
  gint64 percent = kq_object_get_int (object, KQ_CARD_BENEFIT_PERCENT);
  const char *text = kq_object_get_text (object, KQ_CARD_BENEFIT_TEXT);

  if (*text != '\0')
    return g_strdup (text);
  if (kq_object_field_applies (object, KQ_CARD_BENEFIT_PERCENT) && percent > 0)
    return kq_percent_describe (percent);
  if (suits_benefit (object, KQ_CARD_BENEFIT_GIFT_PACK))
    return dup_referred (document, KQ_CAMPAIGN_GIFT_PACKS,
                         kq_object_get_text (object, KQ_CARD_BENEFIT_GIFT_PACK));

  return dup_referred (document, KQ_CAMPAIGN_COUPONS,
                       kq_object_get_text (object, KQ_CARD_BENEFIT_COUPON));
}

static const KqNestedSpec benefits = {
  .field = "benefits",
  .add_label = N_("Add Benefit"),
  .empty_text = N_("A card without a benefit gives no reason to claim it."),
  .id_prefix = "benefit",
  .fields = benefit_fields,
  .kind = "kind",
  .dup_subtitle = dup_benefit_subtitle,
  .suits = suits_benefit,
};

static const KqFormGroup groups[] = {
  { N_("What"), what_fields },
  { N_("How it is claimed"), claim_fields },
  { N_("Validity"), validity_fields },
  { N_("Face"), face_fields, .has_card = TRUE, .actions = kq_card_face_actions },
  { N_("Benefits"), .nested = &benefits },
  { N_("Distribution"), where_fields, .actions = kq_card_poster_actions },
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
  int kind = kq_object_get_choice (object, KQ_MEMBER_CARD_KIND);
  int validity = kq_object_get_choice (object, KQ_MEMBER_CARD_VALIDITY);

  return g_strdup_printf ("%s · %s",
                          kind >= 0 ? kq_object_get_word_label (object, KQ_MEMBER_CARD_KIND, kind)
                                    : kq_object_get_word (object, KQ_MEMBER_CARD_KIND),
                          validity >= 0 ? kq_object_get_word_label (object, KQ_MEMBER_CARD_VALIDITY,
                                                                    validity)
                                        : kq_object_get_word (object, KQ_MEMBER_CARD_VALIDITY));
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_MEMBER_CARDS,
    .title = N_("Member cards"),
    .add_label = N_("Member card"),
    .empty_text = N_("Add a card that members claim, get for what they spent, or buy."),
    .icon_name = "kq-cards-symbolic",
    .id_prefix = "card",
    .groups = groups,
    .n_groups = G_N_ELEMENTS (groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_subtitle,
  },
};

static void
kq_member_cards_section_class_init (KqMemberCardsSectionClass *klass)
{
  static const char * const lists[] = { "memberCards", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "cards";
  section_class->title = N_("Member cards");
  section_class->icon_name = "kq-cards-symbolic";
  section_class->lists = lists;
  kq_card_actions_install (GTK_WIDGET_CLASS (klass));
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_member_cards_section_init (KqMemberCardsSection *self)
{
}
