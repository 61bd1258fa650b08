/* kq-check.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-check-private.h"

/* Findings that are freed in one step. */
#define STRETCH 64

/* The campaign's lists whose elements are subjects, in the document's order. */
static const struct {
  guint     field;
  KqSubject subject;
} lists[] = {
  { KQ_CAMPAIGN_SHOPS, KQ_SUBJECT_SHOP },
  { KQ_CAMPAIGN_LEVELS, KQ_SUBJECT_LEVEL },
  { KQ_CAMPAIGN_PRODUCTS, KQ_SUBJECT_PRODUCT },
  { KQ_CAMPAIGN_COUPONS, KQ_SUBJECT_COUPON },
  { KQ_CAMPAIGN_ACTIVITIES, KQ_SUBJECT_ACTIVITY },
  { KQ_CAMPAIGN_FISSIONS, KQ_SUBJECT_FISSION },
  { KQ_CAMPAIGN_GIFT_PACKS, KQ_SUBJECT_GIFT_PACK },
  { KQ_CAMPAIGN_MEMBER_CARDS, KQ_SUBJECT_MEMBER_CARD },
  { KQ_CAMPAIGN_MEMBER_CENTERS, KQ_SUBJECT_MEMBER_CENTER },
  { KQ_CAMPAIGN_LANDING_PAGES, KQ_SUBJECT_LANDING_PAGE },
  { KQ_CAMPAIGN_MESSAGES, KQ_SUBJECT_MESSAGE },
  { KQ_CAMPAIGN_ASSETS, KQ_SUBJECT_ASSET },
};

KqCheck *
kq_check_new (KqCampaign    *campaign,
              KqProfiles    *profiles,
              KqAssetSource *assets,
              GHashTable    *asset_facts,
              KqTime         moment)
{
  KqCheck *self = g_new0 (KqCheck, 1);

  self->campaign = g_object_ref (campaign);
  self->profiles = g_object_ref (profiles);
  g_set_object (&self->assets, assets);
  self->asset_facts = g_hash_table_ref (asset_facts);
  self->zone = kq_campaign_dup_zone (campaign);
  self->moment = moment;
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->put_away = g_ptr_array_new_with_free_func (g_object_unref);
  self->platform = -1;
  kq_check_add_lookups (self);

  return self;
}

static gboolean
free_findings (GPtrArray *findings)
{
  guint n = MIN (findings->len, STRETCH);

  g_ptr_array_set_size (findings, findings->len - n);

  return n > 0;
}

gboolean
kq_check_free_step (KqCheck *self)
{
  if (free_findings (self->findings) || free_findings (self->put_away) ||
      kq_check_free_lookup (self))
    return TRUE;

  g_clear_pointer (&self->by_lookup, g_hash_table_unref);
  g_clear_pointer (&self->lookups, g_ptr_array_unref);
  g_clear_pointer (&self->put_away, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->asset_facts, g_hash_table_unref);
  g_clear_object (&self->assets);
  g_clear_object (&self->profiles);
  g_clear_object (&self->campaign);
  g_free (self);

  return FALSE;
}

void
kq_check_free (KqCheck *self)
{
  while (kq_check_free_step (self))
    continue;
}

/* The findings, which the caller may take; the check holds what it leaves. */
GPtrArray *
kq_check_get_findings (KqCheck *self)
{
  return self->findings;
}

/* Advice that this campaign has dismissed, without its mends. */
GPtrArray *
kq_check_get_put_away (KqCheck *self)
{
  return self->put_away;
}

static gboolean
holds_for (KqCheck      *self,
           const KqRule *rule,
           KqSubject     subject)
{
  if (rule->platforms == KQ_ON_ALL)
    return TRUE;
  if (subject != KQ_SUBJECT_CAMPAIGN)
    return self->platform >= 0 && (rule->platforms & (1u << self->platform)) != 0;

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    if ((rule->platforms & (1u << i)) != 0 && kq_check_get_shop (self, i) != NULL)
      return TRUE;

  return FALSE;
}

/* A rule for every object also sees what lies within the subject. The lists
 * of the campaign are subjects of their own. */
static void
ask_below (KqCheck      *self,
           const KqRule *rule,
           KqObject     *object,
           gboolean      with_lists)
{
  rule->check (self, object);

  KQ_FOREACH_FIELD (object, KQ_KIND (CHILD), i)
    if (kq_object_get_child (object, i) != NULL)
      ask_below (self, rule, kq_object_get_child (object, i), TRUE);
  if (!with_lists)
    return;
  KQ_FOREACH_FIELD (object, KQ_KIND (CHILDREN), i)
    for (guint j = 0; j < kq_list_get_length (kq_object_get_list (object, i)); j++)
      ask_below (self, rule, kq_list_get (kq_object_get_list (object, i), j), TRUE);
}

static void
ask (KqCheck      *self,
     const KqRule *rule,
     KqObject     *object,
     KqSubject     subject)
{
  self->rule = rule;
  if (rule->subject == KQ_SUBJECT_ANY)
    ask_below (self, rule, object, subject != KQ_SUBJECT_CAMPAIGN);
  else if (rule->subject == subject && holds_for (self, rule, subject))
    rule->check (self, object);
}

static void
next_row (KqCheck           *self,
          const KqRuleTable *tables)
{
  if (++self->row < tables[self->table].n_rules)
    return;

  self->row = 0;
  self->table++;
}

/* The campaign's rules look at whole lists, so that each takes a step, or more
 * where it asks to be called again. */
static gboolean
ask_campaign (KqCheck *self)
{
  const KqRuleTable *tables;
  guint n_tables;

  tables = kq_rules_get_tables (&n_tables);
  if (self->table >= n_tables)
    return FALSE;

  self->again = FALSE;
  ask (self, &tables[self->table].rules[self->row], KQ_OBJECT (self->campaign),
       KQ_SUBJECT_CAMPAIGN);
  if (!self->again)
    next_row (self, tables);

  return TRUE;
}

static void
ask_all (KqCheck   *self,
         KqObject  *object,
         KqSubject  subject)
{
  const KqRuleTable *tables;
  guint n_tables;

  tables = kq_rules_get_tables (&n_tables);
  self->platform = kq_object_get_platform (object);
  self->n_before = self->findings->len;
  for (guint i = 0; i < n_tables && !kq_object_is_voided (object); i++)
    for (guint j = 0; j < tables[i].n_rules; j++)
      ask (self, &tables[i].rules[j], object, subject);
}

/* One subject, or a list that has no more. */
static gboolean
ask_next (KqCheck *self)
{
  KqList *list;

  if (self->list >= G_N_ELEMENTS (lists))
    return FALSE;

  list = kq_check_get_list (self, lists[self->list].field);
  if (self->element < kq_list_get_length (list))
    {
      ask_all (self, kq_list_get (list, self->element++), lists[self->list].subject);
      return TRUE;
    }

  self->element = 0;
  self->list++;

  return TRUE;
}

gboolean
kq_check_step (KqCheck *self)
{
  return kq_check_prepare_step (self) || ask_campaign (self) || ask_next (self);
}

/* For a rule of the campaign that has more to look at: it is called once more,
 * in another step. What it has done it keeps in one of its lookups. */
void
kq_check_call_again (KqCheck *self)
{
  self->again = TRUE;
}

/* What there is */

KqCampaign *
kq_check_get_campaign (KqCheck *self)
{
  return self->campaign;
}

GTimeZone *
kq_check_get_zone (KqCheck *self)
{
  return self->zone;
}

KqTime
kq_check_get_moment (KqCheck *self)
{
  return self->moment;
}

const KqAssetFacts *
kq_check_get_asset_facts (KqCheck    *self,
                          const char *sha256)
{
  return kq_asset_facts_get (self->asset_facts, self->assets, sha256);
}

KqList *
kq_check_get_list (KqCheck *self,
                   guint    campaign_field)
{
  return kq_object_get_list (KQ_OBJECT (self->campaign), campaign_field);
}

/* The object of that id in one of the campaign's lists, voided or not. */
KqObject *
kq_check_find (KqCheck    *self,
               guint       campaign_field,
               const char *id)
{
  return kq_list_find (kq_check_get_list (self, campaign_field), id);
}
