/* kq-facts-names.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-names.h"

#include "kq-list.h"

struct _KqFactsNames {
  GHashTable *names;   /* (owned) (element-type utf8 utf8): by id */
};

/* Member cards have a title, everything else a name. */
static const char *
get_name (KqObject *object)
{
  guint field = kq_object_find_field (object, "name");

  if (field == KQ_NO_FIELD)
    field = kq_object_find_field (object, "title");

  return field != KQ_NO_FIELD ? kq_object_get_text (object, field) : "";
}

static void
add_list (KqFactsNames *self,
          KqList       *list)
{
  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *object = kq_list_get (list, i);
      const char *id = kq_object_get_id (object);

      if (*get_name (object) != '\0' && !g_hash_table_contains (self->names, id))
        g_hash_table_insert (self->names, g_strdup (id), g_strdup (get_name (object)));
    }
}

/**
 * kq_facts_names_new:
 * @campaign: a campaign
 *
 * Returns: (transfer full): the names of its objects as they are now
 */
KqFactsNames *
kq_facts_names_new (KqCampaign *campaign)
{
  static const guint lists[] = {
    KQ_CAMPAIGN_COUPONS, KQ_CAMPAIGN_ACTIVITIES, KQ_CAMPAIGN_FISSIONS, KQ_CAMPAIGN_GIFT_PACKS,
    KQ_CAMPAIGN_MEMBER_CARDS,
  };
  KqFactsNames *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  self = g_new (KqFactsNames, 1);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_list (self, kq_object_get_list (KQ_OBJECT (campaign), lists[i]));

  return self;
}

void
kq_facts_names_free (KqFactsNames *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * kq_facts_names_get:
 * @self: names
 * @id: the id of an object
 *
 * Returns: (transfer none): its name, or @id where it has none or is gone
 */
const char *
kq_facts_names_get (KqFactsNames *self,
                    const char   *id)
{
  const char *name;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  name = g_hash_table_lookup (self->names, id);

  return name != NULL ? name : id;
}
