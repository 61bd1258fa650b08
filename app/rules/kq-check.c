/* kq-check.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-check-private.h"
#include "kq-coupon.h"
#include "kq-dismissal.h"
#include "kq-finding-private.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-json.h"
#include "kq-shop.h"

/* One run of all rules over one campaign. */
struct _KqCheck {
  KqCampaign    *campaign;               /* (owned) */
  KqProfiles    *profiles;               /* (owned) */
  KqAssetSource *assets;                 /* (owned) (nullable) */
  GHashTable    *asset_facts;            /* (owned) */
  KqTime         moment;
  GTimeZone     *zone;                   /* (owned) */

  GPtrArray     *subjects;               /* (owned) (element-type KqObject) */
  GByteArray    *kinds;                  /* (owned): the KqSubject of each */
  guint          next;
  guint          next_table;             /* of the campaign's, which takes them singly */
  GPtrArray     *findings;               /* (owned) (element-type KqFinding) */
  GPtrArray     *put_away;               /* (owned) (element-type KqFinding): dismissed */

  const KqRule  *rule;                   /* that is being asked */
  int            platform;               /* of the subject, or -1 */

  KqObject      *shops[KQ_N_PLATFORMS];  /* (unowned) (nullable) */
  GHashTable    *users;                  /* (owned) (nullable): by coupon */
  GHashTable    *dismissed;              /* (owned): rule and object */
  GHashTable    *data;                   /* (owned): what rules keep for a run */
};

typedef struct {
  gpointer       value;
  GDestroyNotify free_func;
} Data;

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

static void
data_free (gpointer pointer)
{
  Data *data = pointer;

  if (data->free_func != NULL)
    data->free_func (data->value);
  g_free (data);
}

static char *
dismissal_key (const char *rule,
               const char *object)
{
  return g_strconcat (rule, "\x1f", object, NULL);
}

static void
add_subject (KqCheck   *self,
             KqObject  *object,
             KqSubject  kind)
{
  guint8 byte = kind;

  g_ptr_array_add (self->subjects, g_object_ref (object));
  g_byte_array_append (self->kinds, &byte, 1);
}

static void
collect (KqCheck *self)
{
  KqObject *campaign = KQ_OBJECT (self->campaign);

  add_subject (self, campaign, KQ_SUBJECT_CAMPAIGN);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      KqList *list = kq_object_get_list (campaign, lists[i].field);

      for (guint j = 0; j < kq_list_get_length (list); j++)
        add_subject (self, kq_list_get (list, j), lists[i].subject);
    }
}

static void
find_shops (KqCheck *self)
{
  KqList *shops = kq_check_get_list (self, KQ_CAMPAIGN_SHOPS);

  for (guint i = kq_list_get_length (shops); i-- > 0;)
    {
      int platform = kq_object_get_platform (kq_list_get (shops, i));

      if (platform >= 0)
        self->shops[platform] = kq_list_get (shops, i);
    }
}

static void
find_dismissed (KqCheck *self)
{
  KqList *list = kq_check_get_list (self, KQ_CAMPAIGN_DISMISSED);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *dismissal = kq_list_get (list, i);

      g_hash_table_add (self->dismissed,
                        dismissal_key (kq_object_get_text (dismissal, KQ_DISMISSAL_RULE),
                                       kq_object_get_text (dismissal, KQ_DISMISSAL_OBJECT)));
    }
}

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
  self->subjects = g_ptr_array_new_with_free_func (g_object_unref);
  self->kinds = g_byte_array_new ();
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->put_away = g_ptr_array_new_with_free_func (g_object_unref);
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->data = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, data_free);
  collect (self);
  find_shops (self);
  find_dismissed (self);

  return self;
}

void
kq_check_free (KqCheck *self)
{
  g_clear_pointer (&self->data, g_hash_table_unref);
  g_clear_pointer (&self->dismissed, g_hash_table_unref);
  g_clear_pointer (&self->users, g_hash_table_unref);
  g_clear_pointer (&self->put_away, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_byte_array_unref);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->asset_facts, g_hash_table_unref);
  g_clear_object (&self->assets);
  g_clear_object (&self->profiles);
  g_clear_object (&self->campaign);
  g_free (self);
}

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
    if ((rule->platforms & (1u << i)) != 0 && self->shops[i] != NULL)
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
ask_table (KqCheck           *self,
           const KqRuleTable *table,
           KqObject          *object,
           KqSubject          subject)
{
  for (guint i = 0; i < table->n_rules; i++)
    ask (self, &table->rules[i], object, subject);
}

/* The campaign's rules look at whole lists, so that it takes a step a table;
 * for any other subject one step asks them all. */
gboolean
kq_check_step (KqCheck *self)
{
  const KqRuleTable *tables;
  KqObject *object;
  KqSubject subject;
  guint n_tables;

  if (self->next >= self->subjects->len)
    return FALSE;

  object = g_ptr_array_index (self->subjects, self->next);
  subject = self->kinds->data[self->next];
  self->platform = subject == KQ_SUBJECT_CAMPAIGN ? -1 : kq_object_get_platform (object);
  tables = kq_rules_get_tables (&n_tables);

  if (subject == KQ_SUBJECT_CAMPAIGN)
    {
      ask_table (self, &tables[self->next_table++], object, subject);
      if (self->next_table == n_tables)
        self->next++;
      return TRUE;
    }

  self->next++;
  for (guint i = 0; i < n_tables && !kq_object_is_voided (object); i++)
    ask_table (self, &tables[i], object, subject);

  return TRUE;
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

/* The first shop of a platform, or NULL; rules on what is set up there are
 * quiet without one. */
KqObject *
kq_check_get_shop (KqCheck *self,
                   int      platform)
{
  return platform >= 0 ? self->shops[platform] : NULL;
}

static void
add_user (KqCheck    *self,
          const char *coupon_id,
          KqObject   *user)
{
  KqObject *coupon = kq_check_find (self, KQ_CAMPAIGN_COUPONS, coupon_id);
  GPtrArray *users;

  if (coupon == NULL || kq_object_is_voided (user))
    return;

  users = g_hash_table_lookup (self->users, coupon);
  if (users == NULL)
    {
      users = g_ptr_array_new ();
      g_hash_table_insert (self->users, coupon, users);
    }
  /* Users come one after the other, each with all of its coupons. */
  if (users->len == 0 || g_ptr_array_index (users, users->len - 1) != user)
    g_ptr_array_add (users, user);
}

static void
find_users (KqCheck *self)
{
  KqList *activities = kq_check_get_list (self, KQ_CAMPAIGN_ACTIVITIES);
  KqList *fissions = kq_check_get_list (self, KQ_CAMPAIGN_FISSIONS);
  KqList *packs = kq_check_get_list (self, KQ_CAMPAIGN_GIFT_PACKS);

  for (guint i = 0; i < kq_list_get_length (activities); i++)
    add_user (self, kq_object_get_text (kq_list_get (activities, i), KQ_ACTIVITY_COUPON),
              kq_list_get (activities, i));
  for (guint i = 0; i < kq_list_get_length (fissions); i++)
    {
      KqObject *fission = kq_list_get (fissions, i);

      add_user (self, kq_object_get_text (fission, KQ_FISSION_SHARER_COUPON), fission);
      add_user (self, kq_object_get_text (fission, KQ_FISSION_INVITEE_COUPON), fission);
    }
  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);
      const char * const *ids = kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS);

      for (guint j = 0; ids[j] != NULL; j++)
        add_user (self, ids[j], pack);
    }
}

/* The activities, fissions and packs, none voided, that refer to a coupon, in
 * file order; NULL where none does. */
GPtrArray *
kq_check_get_users (KqCheck  *self,
                    KqObject *coupon)
{
  if (self->users == NULL)
    {
      self->users = g_hash_table_new_full (NULL, NULL, NULL,
                                           (GDestroyNotify) g_ptr_array_unref);
      find_users (self);
    }

  return g_hash_table_lookup (self->users, coupon);
}

/* The profile that holds for the subject: its platform's; for the campaign,
 * that of the first platform of the rule. */
static KqPlatform
profile_platform (KqCheck *self)
{
  if (self->platform >= 0)
    return self->platform;

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    if ((self->rule->platforms & (1u << i)) != 0)
      return i;

  return KQ_PLATFORM_DOUYIN;
}

gint64
kq_check_get_limit (KqCheck    *self,
                    const char *name)
{
  return kq_profiles_get_limit (self->profiles, profile_platform (self), name);
}

const char * const *
kq_check_get_choices (KqCheck    *self,
                      const char *name)
{
  return kq_profiles_get_choices (self->profiles, profile_platform (self), name);
}

/* What the platform asks of a kind of image that its shipped profile has */
const KqImageKind *
kq_check_get_image_kind (KqCheck    *self,
                         const char *id)
{
  return kq_profiles_get_image_kind (self->profiles, profile_platform (self), id);
}

/* What a rule works out once and asks for at each subject. @key is static. */
gpointer
kq_check_get_data (KqCheck        *self,
                   const char     *key,
                   gpointer      (*make) (KqCheck *check),
                   GDestroyNotify  free_func)
{
  Data *data = g_hash_table_lookup (self->data, key);

  if (data == NULL)
    {
      data = g_new (Data, 1);
      data->value = make (self);
      data->free_func = free_func;
      g_hash_table_insert (self->data, (gpointer) key, data);
    }

  return data->value;
}

/* Whether a rule that was asked earlier found an error at or below @object. */
gboolean
kq_check_has_error (KqCheck    *self,
                    KqObject   *object,
                    const char *rule)
{
  for (guint i = self->findings->len; i-- > 0;)
    {
      KqFinding *finding = g_ptr_array_index (self->findings, i);

      if (kq_finding_get_severity (finding) != KQ_SEVERITY_ERROR ||
          !g_str_equal (kq_finding_get_rule (finding), rule))
        continue;
      for (KqObject *at = kq_finding_get_object (finding); at != NULL;
           at = kq_object_get_parent (at))
        if (at == object)
          return TRUE;
    }

  return FALSE;
}

/* What is found */

static KqFinding *
add_finding (KqCheck    *self,
             KqSeverity  severity,
             KqObject   *object,
             guint       field,
             char       *pointer,
             char       *message)
{
  g_autoptr (KqFinding) finding = kq_finding_new (self->rule->id, severity, self->rule->source,
                                                  object, field, pointer, message);
  g_autofree char *key = dismissal_key (self->rule->id, kq_finding_get_object_id (finding));

  /* Errors and warnings can't be put away. */
  if (severity != KQ_SEVERITY_ADVICE || !g_hash_table_contains (self->dismissed, key))
    {
      g_ptr_array_add (self->findings, g_object_ref (finding));
      return g_ptr_array_index (self->findings, self->findings->len - 1);
    }

  g_ptr_array_add (self->put_away, g_object_ref (finding));

  return NULL;
}

KqFinding *
kq_check_found (KqCheck  *self,
                KqObject *object,
                guint     field,
                char     *message)
{
  return kq_check_found_as (self, self->rule->severity, object, field, message);
}

/* As the profile of the platform has it where the object is set up, which a
 * rule on the whole campaign may only know once it has found something. */
static KqSeverity
get_severity (KqCheck  *self,
              KqObject *object)
{
  int platform = -1;

  for (KqObject *at = object; at != NULL && platform < 0; at = kq_object_get_parent (at))
    platform = kq_object_get_platform (at);

  return kq_profiles_get_severity (self->profiles,
                                   platform >= 0 ? (KqPlatform) platform : profile_platform (self),
                                   self->rule->id, self->rule->severity);
}

/* As kq_check_found(), of one element of a list of references or words. */
KqFinding *
kq_check_found_element (KqCheck  *self,
                        KqObject *object,
                        guint     field,
                        guint     element,
                        char     *message)
{
  g_autofree char *pointer = kq_object_get_field_pointer (object, field);

  return add_finding (self, get_severity (self, object), object, field,
                      g_strdup_printf ("%s/%u", pointer, element), message);
}

/* As kq_check_found(), for a rule that says more at one place than at another. */
KqFinding *
kq_check_found_as (KqCheck    *self,
                   KqSeverity  severity,
                   KqObject   *object,
                   guint       field,
                   char       *message)
{
  if (severity == self->rule->severity)
    severity = get_severity (self, object);

  return add_finding (self, severity, object, field,
                      kq_object_get_field_pointer (object, field), message);
}
