/* kq-rules-center-benefits.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-benefit.h"
#include "kq-benefit-need.h"
#include "kq-gift-pack.h"
#include "kq-member-center.h"
#include "kq-rules-private.h"
#include "kq-shop.h"

/* The benefits of a member center (document 002): how many, and what each
 * needs to be there before it is switched on. */

static KqList *
benefits_of (KqObject *center)
{
  return kq_object_get_list (center, KQ_MEMBER_CENTER_BENEFITS);
}

static KqObject *
shop_of (KqCheck  *check,
         KqObject *center)
{
  return kq_check_get_shop (check, kq_object_get_platform (center));
}

static gboolean
is_edition (KqObject  *shop,
            KqEdition  edition)
{
  return shop != NULL && kq_object_get_choice (shop, KQ_SHOP_EDITION) == (int) edition;
}

static gboolean
is_on (KqObject *benefit)
{
  return kq_object_get_bool (benefit, KQ_BENEFIT_ENABLED);
}

static gboolean
is_kind (KqObject      *benefit,
         KqBenefitKind  kind)
{
  return kq_object_get_choice (benefit, KQ_BENEFIT_KIND) == (int) kind;
}

/* A bit for each of the platform's kinds that the center has. */
static guint
get_kinds (KqCheck  *check,
           KqObject *center,
           gboolean  only_on)
{
  const char * const *known = kq_check_get_choices (check, "benefitKinds");
  KqList *benefits = benefits_of (center);
  guint kinds = 0;

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);
      int kind = kq_object_get_choice (benefit, KQ_BENEFIT_KIND);

      if (kind >= 0 && (!only_on || is_on (benefit)) &&
          g_strv_contains (known, kq_object_get_word (benefit, KQ_BENEFIT_KIND)))
        kinds |= 1u << kind;
    }

  return kinds;
}

static guint
count_kinds (guint kinds)
{
  return __builtin_popcount (kinds);
}

static KqBenefitNeed
get_need (KqCheck  *check,
          KqObject *benefit)
{
  return kq_benefit_get_need (kq_check_get_campaign (check), benefit);
}

/* Whether enough stay on when all that lack something are switched off. */
static gboolean
can_do_without_unready (KqCheck  *check,
                        KqObject *center)
{
  KqList *benefits = benefits_of (center);
  guint kinds = get_kinds (check, center, TRUE);

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);

      if (is_on (benefit) && get_need (check, benefit).rule != NULL)
        kinds &= ~(1u << kq_object_get_choice (benefit, KQ_BENEFIT_KIND));
    }

  return count_kinds (kinds) >= kq_check_get_limit (check, "benefitsMin");
}

static void
report_need (KqCheck    *check,
             KqObject   *center,
             KqObject   *benefit,
             const char *missing)
{
  const char *kind = kq_object_get_word_label (benefit, KQ_BENEFIT_KIND,
                                               kq_object_get_choice (benefit, KQ_BENEFIT_KIND));
  KqFinding *finding;
  GPtrArray *edits;

  finding = kq_check_found (check, benefit, KQ_BENEFIT_ENABLED,
                            g_strdup_printf (_("The member center offers “%s”, but members would "
                                               "get nothing: %s"), kind, missing));
  if (!can_do_without_unready (check, center))
    return;

  edits = kq_check_edits_new ();
  kq_check_add_edit (edits, benefit, KQ_BENEFIT_ENABLED,
                     json_node_init_boolean (json_node_alloc (), FALSE));
  kq_check_fix_edits (finding, edits, g_strdup (_("Switch the benefit off")));
}

static void
check_needs (KqCheck    *check,
             KqObject   *center,
             const char *rule)
{
  KqList *benefits = benefits_of (center);

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);
      KqBenefitNeed need = get_need (check, benefit);

      if (is_on (benefit) && g_strcmp0 (need.rule, rule) == 0)
        report_need (check, center, benefit, need.missing);
    }
}

static void
check_join_gift (KqCheck  *check,
                 KqObject *center)
{
  check_needs (check, center, "TB-17");
}

static void
check_exclusives (KqCheck  *check,
                  KqObject *center)
{
  check_needs (check, center, "TB-20");
}

static void
check_points_exchange (KqCheck  *check,
                       KqObject *center)
{
  check_needs (check, center, "TB-21");
}

static void
check_shopping_points (KqCheck  *check,
                       KqObject *center)
{
  check_needs (check, center, "TB-24");
}

static void
check_service (KqCheck  *check,
               KqObject *center)
{
  check_needs (check, center, "TB-26");
}

static void
check_after_sale (KqCheck  *check,
                  KqObject *center)
{
  check_needs (check, center, "TB-28");
}

/* TB-13 */

static void
check_chosen (KqCheck  *check,
              KqObject *center)
{
  KqList *benefits = benefits_of (center);
  guint n = count_kinds (get_kinds (check, center, FALSE));
  guint least = kq_check_get_limit (check, "benefitsMin");
  guint seen = 0;

  if (n < least)
    kq_check_found (check, center, KQ_MEMBER_CENTER_BENEFITS,
                    g_strdup_printf (_("The member center has %u kinds of benefits; the platform "
                                       "asks for at least %u to create the page"), n, least));

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);
      int kind = kq_object_get_choice (benefit, KQ_BENEFIT_KIND);

      if (kind < 0)
        continue;
      if ((seen & (1u << kind)) != 0)
        kq_check_found (check, benefit, KQ_BENEFIT_KIND,
                        g_strdup_printf (_("The member center has the benefit “%s” twice; each "
                                           "kind can be chosen once: take one of them out"),
                                         kq_object_get_word_label (benefit, KQ_BENEFIT_KIND,
                                                                   kind)));
      seen |= 1u << kind;
    }
}

/* TB-14 */

/* Switches on what is there and ready, in the page's order, as far as needed;
 * NULL where that isn't enough. */
static GPtrArray *
switch_on (KqCheck  *check,
           KqObject *center,
           guint     least)
{
  g_autoptr (GPtrArray) edits = kq_check_edits_new ();
  KqList *benefits = benefits_of (center);
  guint available = get_kinds (check, center, FALSE);
  guint kinds = get_kinds (check, center, TRUE);

  for (guint i = 0; i < kq_list_get_length (benefits) && count_kinds (kinds) < least; i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);
      int kind = kq_object_get_choice (benefit, KQ_BENEFIT_KIND);

      if (kind < 0 || (available & (1u << kind)) == 0 || (kinds & (1u << kind)) != 0 ||
          get_need (check, benefit).rule != NULL ||
          (kq_object_get_bool (benefit, KQ_BENEFIT_POINTS_PLUS_CASH) &&
           is_edition (shop_of (check, center), KQ_EDITION_STANDARD)))
        continue;
      kq_check_add_edit (edits, benefit, KQ_BENEFIT_ENABLED,
                         json_node_init_boolean (json_node_alloc (), TRUE));
      kinds |= 1u << kind;
    }

  return count_kinds (kinds) >= least ? g_steal_pointer (&edits) : NULL;
}

static void
check_switched_on (KqCheck  *check,
                   KqObject *center)
{
  guint n = count_kinds (get_kinds (check, center, TRUE));
  guint least = kq_check_get_limit (check, "benefitsMin");
  KqFinding *finding;
  GPtrArray *edits;

  if (n >= least)
    return;

  finding = kq_check_found (check, center, KQ_MEMBER_CENTER_BENEFITS,
                            g_strdup_printf (_("The member center has %u kinds of benefits "
                                               "switched on; with less than %u the platform "
                                               "doesn't save the page"), n, least));
  edits = switch_on (check, center, least);
  if (edits != NULL)
    kq_check_fix_edits (finding, edits, g_strdup (_("Switch on those that are ready")));
}

/* TB-23 */

static void
check_points_plus_cash (KqCheck  *check,
                        KqObject *center)
{
  KqList *benefits = benefits_of (center);

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);
      KqFinding *finding;

      if (!is_on (benefit) || !is_kind (benefit, KQ_BENEFIT_KIND_POINTS_EXCHANGE) ||
          !kq_object_get_bool (benefit, KQ_BENEFIT_POINTS_PLUS_CASH) ||
          !is_edition (shop_of (check, center), KQ_EDITION_STANDARD))
        continue;

      finding = kq_check_found (check, benefit, KQ_BENEFIT_POINTS_PLUS_CASH,
                                g_strdup (_("Points exchange takes points plus cash, which the "
                                            "standard edition doesn't have: switch it off, or "
                                            "upgrade the shop's edition")));
      kq_check_fix_remove (finding, benefit, KQ_BENEFIT_POINTS_PLUS_CASH,
                           g_strdup (_("Switch points plus cash off")));
    }
}

/* TB-25 */

static void
check_points_text (KqCheck  *check,
                   KqObject *center)
{
  KqList *benefits = benefits_of (center);

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);

      if (is_on (benefit) && is_kind (benefit, KQ_BENEFIT_KIND_SHOPPING_POINTS) &&
          *kq_object_get_text (benefit, KQ_BENEFIT_TEXT) == '\0' &&
          is_edition (shop_of (check, center), KQ_EDITION_MEMBER))
        kq_check_found (check, benefit, KQ_BENEFIT_TEXT,
                        g_strdup (_("Shopping points have no text; in the member edition it is "
                                    "yours to write: say how many points an order really gives")));
    }
}

/* TB-27 */

static KqObject *
find_benefit (KqObject      *center,
              KqBenefitKind  kind)
{
  KqList *benefits = benefits_of (center);

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    if (is_kind (kq_list_get (benefits, i), kind))
      return kq_list_get (benefits, i);

  return NULL;
}

static JsonNode *
new_service_benefit (KqObject *center)
{
  g_autofree char *id = kq_list_new_id (benefits_of (center), "benefit");
  g_autoptr (JsonObject) benefit = json_object_new ();

  json_object_set_string_member (benefit, "id", id);
  json_object_set_string_member (benefit, "kind", "exclusive-service");

  return json_node_init_object (json_node_alloc (), benefit);
}

static void
check_service_shown (KqCheck  *check,
                     KqObject *center)
{
  KqObject *shop = shop_of (check, center);
  KqObject *benefit = find_benefit (center, KQ_BENEFIT_KIND_EXCLUSIVE_SERVICE);
  g_autoptr (JsonArray) none = json_array_new ();
  g_autofree char *pointer = NULL;
  GPtrArray *edits;
  KqFinding *finding;

  if (shop == NULL || !kq_object_get_bool (shop, KQ_SHOP_SERVICE_TOOL) ||
      (get_kinds (check, center, TRUE) & (1u << KQ_BENEFIT_KIND_EXCLUSIVE_SERVICE)) != 0)
    return;

  finding = kq_check_found (check, center, KQ_MEMBER_CENTER_BENEFITS,
                            g_strdup (_("The shop has its exclusive service tool, but the member "
                                        "center doesn't show the benefit: switch it on, so that "
                                        "members find it")));
  edits = kq_check_edits_new ();
  if (benefit != NULL)
    kq_check_add_edit (edits, benefit, KQ_BENEFIT_ENABLED,
                       json_node_init_boolean (json_node_alloc (), TRUE));
  else
    {
      /* As the first one the list itself may be absent. */
      if (kq_list_get_length (benefits_of (center)) == 0)
        kq_check_add_edit (edits, center, KQ_MEMBER_CENTER_BENEFITS,
                           json_node_init_array (json_node_alloc (), none));
      pointer = kq_object_get_field_pointer (center, KQ_MEMBER_CENTER_BENEFITS);
      g_ptr_array_add (edits, kq_edit_new (g_strconcat (pointer, "/-", NULL),
                                           new_service_benefit (center)));
    }
  kq_check_fix_edits (finding, edits, g_strdup (_("Switch the benefit on")));
}

const KqRule *
kq_rules_for_center_benefits (guint *n_rules)
{
#define ON_CENTER(id, severity, check) \
  { id, KQ_SEVERITY_##severity, "002", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_MEMBER_CENTER, check }
  static const KqRule rules[] = {
    ON_CENTER ("TB-13", ERROR, check_chosen),
    ON_CENTER ("TB-14", ERROR, check_switched_on),
    ON_CENTER ("TB-17", ERROR, check_join_gift),
    ON_CENTER ("TB-20", ERROR, check_exclusives),
    ON_CENTER ("TB-21", ERROR, check_points_exchange),
    ON_CENTER ("TB-23", ERROR, check_points_plus_cash),
    ON_CENTER ("TB-24", ERROR, check_shopping_points),
    ON_CENTER ("TB-25", ADVICE, check_points_text),
    ON_CENTER ("TB-26", ERROR, check_service),
    ON_CENTER ("TB-27", ADVICE, check_service_shown),
    ON_CENTER ("TB-28", ERROR, check_after_sale),
  };
#undef ON_CENTER

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
