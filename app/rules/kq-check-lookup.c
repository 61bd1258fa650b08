/* kq-check-lookup.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-activity.h"
#include "kq-check-private.h"
#include "kq-coupon.h"
#include "kq-dismissal.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-shop.h"

/* What is worked out once in a run, from whole lists: by the rules' own lookups,
 * and by those here, that the run itself or many rules ask. */

/* Elements that are taken in in one step. */
#define STRETCH 64

typedef struct {
  const KqLookup *lookup;
  gpointer        value;    /* (owned): by the lookup's free function */
  guint           list;     /* of the lookup's, which is being taken in */
  guint           element;  /* of that list, the next */
  gboolean        is_ready;
} Prepared;

static gboolean
take_in (KqCheck  *self,
         Prepared *prepared)
{
  const KqLookup *lookup = prepared->lookup;
  KqList *list;

  if (prepared->list == KQ_LOOKUP_MAX_LISTS || lookup->lists[prepared->list] == 0)
    return FALSE;

  list = kq_check_get_list (self, lookup->lists[prepared->list]);
  for (guint i = 0; i < STRETCH && prepared->element < kq_list_get_length (list); i++)
    lookup->add (self, prepared->value, kq_list_get (list, prepared->element++));
  if (prepared->element == kq_list_get_length (list))
    {
      prepared->element = 0;
      prepared->list++;
    }

  return TRUE;
}

/* Goes on making it; FALSE where it is ready. */
static gboolean
prepare (KqCheck  *self,
         Prepared *prepared)
{
  if (prepared->is_ready)
    return FALSE;

  if (prepared->value == NULL)
    prepared->value = prepared->lookup->create (self);
  if (take_in (self, prepared))
    return TRUE;

  if (prepared->lookup->finish != NULL)
    prepared->lookup->finish (self, prepared->value);
  prepared->is_ready = TRUE;

  return TRUE;
}

gboolean
kq_check_prepare_step (KqCheck *self)
{
  while (self->n_ready < self->lookups->len)
    {
      if (prepare (self, g_ptr_array_index (self->lookups, self->n_ready)))
        return TRUE;
      self->n_ready++;
    }

  return FALSE;
}

/* The last lookup; FALSE where none is left. */
gboolean
kq_check_free_lookup (KqCheck *self)
{
  Prepared *last;

  if (self->lookups->len == 0)
    return FALSE;

  last = g_ptr_array_steal_index (self->lookups, self->lookups->len - 1);
  if (last->value != NULL)
    last->lookup->free_func (last->value);
  g_free (last);

  return TRUE;
}

/* What @lookup holds. A rule names it among its needs, so that it is made in
 * steps before the first subject. */
gpointer
kq_check_look_up (KqCheck        *self,
                  const KqLookup *lookup)
{
  Prepared *prepared = g_hash_table_lookup (self->by_lookup, lookup);

  g_return_val_if_fail (prepared != NULL, NULL);

  return prepared->value;
}

/* Whose advice was put away: by rule and object. */

static char *
dismissal_key (const char *rule,
               const char *object)
{
  return g_strconcat (rule, "\x1f", object, NULL);
}

static gpointer
new_dismissed (KqCheck *check)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_dismissal (KqCheck  *check,
               gpointer  dismissed,
               KqObject *dismissal)
{
  g_hash_table_add (dismissed,
                    dismissal_key (kq_object_get_text (dismissal, KQ_DISMISSAL_RULE),
                                   kq_object_get_text (dismissal, KQ_DISMISSAL_OBJECT)));
}

static const KqLookup dismissals = {
  { KQ_CAMPAIGN_DISMISSED }, new_dismissed, add_dismissal, NULL,
  (GDestroyNotify) g_hash_table_unref
};

gboolean
kq_check_is_dismissed (KqCheck    *self,
                       const char *rule,
                       const char *object)
{
  g_autofree char *key = dismissal_key (rule, object);

  return g_hash_table_contains (kq_check_look_up (self, &dismissals), key);
}

/* The first shop of each platform. */

static gpointer
new_shops (KqCheck *check)
{
  return g_new0 (KqObject *, KQ_N_PLATFORMS);
}

static void
add_shop (KqCheck  *check,
          gpointer  data,
          KqObject *shop)
{
  KqObject **shops = data;
  int platform = kq_object_get_platform (shop);

  if (platform >= 0 && shops[platform] == NULL)
    shops[platform] = shop;
}

static const KqLookup first_shops = { { KQ_CAMPAIGN_SHOPS }, new_shops, add_shop, NULL, g_free };

/* The first shop of a platform, or NULL; rules on what is set up there are
 * quiet without one. */
KqObject *
kq_check_get_shop (KqCheck *self,
                   int      platform)
{
  KqObject **shops = kq_check_look_up (self, &first_shops);

  return platform >= 0 ? shops[platform] : NULL;
}

/* Who uses a coupon. */

static gpointer
new_users (KqCheck *check)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_user (KqCheck    *self,
          GHashTable *users,
          const char *coupon_id,
          KqObject   *user)
{
  KqObject *coupon = kq_check_find (self, KQ_CAMPAIGN_COUPONS, coupon_id);
  GPtrArray *of_coupon;

  if (coupon == NULL || kq_object_is_voided (user))
    return;

  of_coupon = g_hash_table_lookup (users, coupon);
  if (of_coupon == NULL)
    {
      of_coupon = g_ptr_array_new ();
      g_hash_table_insert (users, coupon, of_coupon);
    }
  /* Users come one after the other, each with all of its coupons. */
  if (of_coupon->len == 0 || g_ptr_array_index (of_coupon, of_coupon->len - 1) != user)
    g_ptr_array_add (of_coupon, user);
}

static void
add_uses (KqCheck  *self,
          gpointer  users,
          KqObject *user)
{
  if (KQ_IS_ACTIVITY (user))
    add_user (self, users, kq_object_get_text (user, KQ_ACTIVITY_COUPON), user);
  else if (KQ_IS_FISSION (user))
    {
      add_user (self, users, kq_object_get_text (user, KQ_FISSION_SHARER_COUPON), user);
      add_user (self, users, kq_object_get_text (user, KQ_FISSION_INVITEE_COUPON), user);
    }
  else
    for (const char * const *id = kq_object_get_texts (user, KQ_GIFT_PACK_COUPONS);
         *id != NULL; id++)
      add_user (self, users, *id, user);
}

static const KqLookup users_of_coupons = {
  { KQ_CAMPAIGN_ACTIVITIES, KQ_CAMPAIGN_FISSIONS, KQ_CAMPAIGN_GIFT_PACKS },
  new_users, add_uses, NULL, (GDestroyNotify) g_hash_table_unref
};

/* The activities, fissions and packs, none voided, that refer to a coupon, in
 * file order; NULL where none does. */
GPtrArray *
kq_check_get_users (KqCheck  *self,
                    KqObject *coupon)
{
  return g_hash_table_lookup (kq_check_look_up (self, &users_of_coupons), coupon);
}

static void
add_lookup (KqCheck        *self,
            const KqLookup *lookup)
{
  Prepared *prepared;

  if (g_hash_table_contains (self->by_lookup, lookup))
    return;

  prepared = g_new0 (Prepared, 1);
  prepared->lookup = lookup;
  g_ptr_array_add (self->lookups, prepared);
  g_hash_table_insert (self->by_lookup, (gpointer) lookup, prepared);
}

/* All that the rules need, to be made before they are asked. */
void
kq_check_add_lookups (KqCheck *self)
{
  const KqRuleTable *tables;
  guint n_tables;

  self->lookups = g_ptr_array_new ();
  self->by_lookup = g_hash_table_new (NULL, NULL);
  add_lookup (self, &dismissals);
  add_lookup (self, &first_shops);
  add_lookup (self, &users_of_coupons);

  tables = kq_rules_get_tables (&n_tables);
  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < tables[i].n_rules; j++)
      for (guint k = 0; k < KQ_RULE_MAX_NEEDS && tables[i].rules[j].needs[k] != NULL; k++)
        add_lookup (self, tables[i].rules[j].needs[k]);
}
