/* kq-rules-member-cards.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-card-benefit.h"
#include "kq-member-card.h"
#include "kq-member-day.h"
#include "kq-rules-private.h"

/* Member cards of mini-programs (document 004). */

static gboolean
is_kind (KqObject   *card,
         KqCardKind  kind)
{
  return kq_object_get_choice (card, KQ_MEMBER_CARD_KIND) == (int) kind;
}

static KqList *
benefits_of (KqObject *card)
{
  return kq_object_get_list (card, KQ_MEMBER_CARD_BENEFITS);
}

/* MP-03 */

static void
check_condition (KqCheck  *check,
                 KqObject *card)
{
  g_autofree char *name = NULL;

  if (!is_kind (card, KQ_CARD_KIND_CONDITIONAL) ||
      kq_object_get_int (card, KQ_MEMBER_CARD_SPEND) > 0 ||
      kq_object_get_int (card, KQ_MEMBER_CARD_ORDERS) > 0 ||
      kq_object_get_int (card, KQ_MEMBER_CARD_POINTS) > 0)
    return;

  name = kq_check_name_of (card);
  kq_check_found (check, card, KQ_MEMBER_CARD_SPEND,
                  g_strdup_printf (_("Card %s is issued on a condition, but none is set: enter a "
                                     "total spend, a number of orders or of points"), name));
}

/* MP-05 */

static void
check_price (KqCheck  *check,
             KqObject *card)
{
  g_autofree char *name = NULL;

  if (!is_kind (card, KQ_CARD_KIND_PAID) || kq_object_get_int (card, KQ_MEMBER_CARD_PRICE) > 0)
    return;

  name = kq_check_name_of (card);
  kq_check_found (check, card, KQ_MEMBER_CARD_PRICE,
                  g_strdup_printf (_("Card %s is a paid card without a price: enter what it costs, "
                                     "or make it a free card"), name));
}

/* MP-07 */

static void
check_with_coupon (KqCheck  *check,
                   KqObject *card)
{
  KqList *benefits = benefits_of (card);
  g_autofree char *name = NULL;

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      int kind = kq_object_get_choice (kq_list_get (benefits, i), KQ_CARD_BENEFIT_KIND);

      if (kind == KQ_CARD_BENEFIT_KIND_COUPON || kind == KQ_CARD_BENEFIT_KIND_NEWCOMER_PACK)
        return;
    }

  name = kq_check_name_of (card);
  kq_check_found (check, card, KQ_MEMBER_CARD_BENEFITS,
                  g_strdup_printf (_("Card %s comes without a coupon; a coupon or newcomer pack with "
                                     "it is advised: it brings the holder back to buy"), name));
}

/* MP-08 */

/* It is said once, at the first card. */
static gboolean
is_first (KqCheck  *check,
          KqObject *card)
{
  KqList *cards = kq_check_get_list (check, KQ_CAMPAIGN_MEMBER_CARDS);

  for (guint i = 0; kq_list_get (cards, i) != card; i++)
    if (kq_object_get_platform (kq_list_get (cards, i)) == KQ_PLATFORM_MINI_PROGRAM &&
        !kq_object_is_voided (kq_list_get (cards, i)))
      return FALSE;

  return TRUE;
}

static void
check_member_day (KqCheck  *check,
                  KqObject *card)
{
  KqObject *campaign = KQ_OBJECT (kq_check_get_campaign (check));
  KqObject *day = kq_object_get_child (campaign, KQ_CAMPAIGN_MEMBER_DAY);

  if (!is_first (check, card))
    return;

  if (day == NULL ||
      kq_object_get_choice (day, KQ_MEMBER_DAY_REPEAT) != KQ_REPEAT_WEEKLY)
    kq_check_found (check, campaign, KQ_CAMPAIGN_MEMBER_DAY,
                    g_strdup (_("There are member cards, but no weekly member day; one is advised, "
                                "so that holders come back every week")));
  else if (*kq_object_get_text (day, KQ_MEMBER_DAY_EVENT) == '\0')
    kq_check_found (check, day, KQ_MEMBER_DAY_EVENT,
                    g_strdup (_("The member day has no event; one such as group buying is "
                                "advised, so that there is a reason to come")));
}

/* MP-09 */

static void
check_face (KqCheck  *check,
            KqObject *card)
{
  g_autofree char *name = NULL;

  if (*kq_object_get_text (card, KQ_MEMBER_CARD_FACE_IMAGE) != '\0' ||
      *kq_object_get_text (card, KQ_MEMBER_CARD_LOGO) != '\0')
    return;

  name = kq_check_name_of (card);
  kq_check_found (check, card, KQ_MEMBER_CARD_FACE_IMAGE,
                  g_strdup_printf (_("Card %s has neither a picture nor a logo; one in the brand's "
                                     "style is advised, so that holders know the card at a "
                                     "glance"), name));
}

/* MP-10 */

static void
check_permanent (KqCheck  *check,
                 KqObject *card)
{
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (!(is_kind (card, KQ_CARD_KIND_FREE) || is_kind (card, KQ_CARD_KIND_CONDITIONAL)) ||
      kq_object_get_choice (card, KQ_MEMBER_CARD_VALIDITY) <= KQ_CARD_VALIDITY_PERMANENT)
    return;

  name = kq_check_name_of (card);
  finding = kq_check_found (check, card, KQ_MEMBER_CARD_VALIDITY,
                            g_strdup_printf (_("Card %s isn't paid for and yet expires; free and "
                                               "conditional cards should be valid for good, or "
                                               "members are lost without noticing"), name));
  kq_check_fix_remove (finding, card, KQ_MEMBER_CARD_VALIDITY, g_strdup (_("Make it permanent")));
}

/* MP-11 */

static void
check_paid_validity (KqCheck  *check,
                     KqObject *card)
{
  int validity = kq_object_get_choice (card, KQ_MEMBER_CARD_VALIDITY);
  g_autofree char *name = NULL;

  if (!is_kind (card, KQ_CARD_KIND_PAID) || validity < 0 || validity == KQ_CARD_VALIDITY_YEAR ||
      validity == KQ_CARD_VALIDITY_SEASON)
    return;

  name = kq_check_name_of (card);
  kq_check_found (check, card, KQ_MEMBER_CARD_VALIDITY,
                  g_strdup_printf (_("Paid card %s is neither a year card nor a season card; one of "
                                     "them is advised, so that it is bought again"), name));
}

/* MP-12 */

static void
check_claim_way (KqCheck  *check,
                 KqObject *card)
{
  const char *kind = kq_object_get_word (card, KQ_MEMBER_CARD_KIND);
  g_autofree char *name = NULL;

  if (g_strv_contains (kq_check_get_choices (check, "cardKinds"), kind))
    return;

  name = kq_check_name_of (card);
  kq_check_found (check, card, KQ_MEMBER_CARD_KIND,
                  g_strdup_printf (_("Card %s is of the kind “%s”, which there isn't: a card is "
                                     "claimed for free, on a condition, or paid for"),
                                   name, kind));
}

/* MP-13 */

static void
check_benefits (KqCheck  *check,
                KqObject *card)
{
  KqList *benefits = benefits_of (card);
  g_autofree char *name = kq_check_name_of (card);

  if (kq_list_get_length (benefits) == 0)
    kq_check_found (check, card, KQ_MEMBER_CARD_BENEFITS,
                    g_strdup_printf (_("Card %s doesn't say what the holder gets: add at least one "
                                       "benefit"), name));

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);

      if (kq_object_get_choice (benefit, KQ_CARD_BENEFIT_KIND) == KQ_CARD_BENEFIT_KIND_OTHER &&
          *kq_object_get_text (benefit, KQ_CARD_BENEFIT_TEXT) == '\0')
        kq_check_found (check, benefit, KQ_CARD_BENEFIT_TEXT,
                        g_strdup_printf (_("A benefit of card %s is of the kind “other” and has no "
                                           "text: say in words what the holder gets"), name));
    }
}

/* MP-14 */

static void
check_distribution (KqCheck  *check,
                    KqObject *card)
{
  const char * const *ways = kq_object_get_texts (card, KQ_MEMBER_CARD_DISTRIBUTION);
  g_autofree char *name = NULL;
  g_autoptr (JsonArray) qr = NULL;
  GPtrArray *edits;
  KqFinding *finding;

  if (!(is_kind (card, KQ_CARD_KIND_FREE) || is_kind (card, KQ_CARD_KIND_PAID)) ||
      g_strv_contains (ways, "poster") || g_strv_contains (ways, "qr"))
    return;

  name = kq_check_name_of (card);
  finding = kq_check_found (check, card, KQ_MEMBER_CARD_DISTRIBUTION,
                            g_strdup_printf (_("Card %s is handed out neither by poster nor by QR "
                                               "code, so nobody can get it: choose at least one"),
                                             name));
  qr = json_array_new ();
  json_array_add_string_element (qr, "qr");
  edits = kq_check_edits_new ();
  kq_check_add_edit (edits, card, KQ_MEMBER_CARD_DISTRIBUTION,
                     json_node_init_array (json_node_alloc (), qr));
  kq_check_fix_edits (finding, edits, g_strdup (_("Hand it out by QR code")));
}

const KqRule *
kq_rules_for_member_cards (guint *n_rules)
{
#define ON_CARD(id, severity, check) \
  { id, KQ_SEVERITY_##severity, "004", KQ_ON (MINI_PROGRAM), KQ_SUBJECT_MEMBER_CARD, check }
  static const KqRule rules[] = {
    ON_CARD ("MP-03", ERROR, check_condition),
    ON_CARD ("MP-05", ERROR, check_price),
    ON_CARD ("MP-07", ADVICE, check_with_coupon),
    ON_CARD ("MP-08", ADVICE, check_member_day),
    ON_CARD ("MP-09", ADVICE, check_face),
    ON_CARD ("MP-10", WARNING, check_permanent),
    ON_CARD ("MP-11", ADVICE, check_paid_validity),
    ON_CARD ("MP-12", ERROR, check_claim_way),
    ON_CARD ("MP-13", WARNING, check_benefits),
    ON_CARD ("MP-14", ERROR, check_distribution),
  };
#undef ON_CARD

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
