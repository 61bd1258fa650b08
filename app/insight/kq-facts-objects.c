/* kq-facts-objects.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-objects.h"

#include <glib/gi18n-lib.h>

#include "kq-facts-cells.h"
#include "kq-list.h"

/* Of a name or an id: which object, and whether there is another like it. */
typedef struct {
  char    *id;         /* (owned) */
  gboolean is_voided;
  gboolean is_several;
} Match;

struct _KqFactsObjects {
  gatomicrefcount  refs;
  GHashTable      *by_external_id;  /* (owned) (element-type utf8 Match) */
  GHashTable      *by_name;         /* (owned) (element-type utf8 Match) */
};

G_DEFINE_BOXED_TYPE (KqFactsObjects, kq_facts_objects, kq_facts_objects_ref,
                     kq_facts_objects_unref)

static void
match_free (Match *match)
{
  g_free (match->id);
  g_free (match);
}

/* What counts goes before what is voided. */
static void
add (GHashTable *table,
     const char *key,
     KqObject   *object)
{
  gboolean is_voided = kq_object_is_voided (object);
  Match *match;

  if (*key == '\0')
    return;
  match = g_hash_table_lookup (table, key);
  if (match != NULL && match->is_voided == is_voided)
    {
      match->is_several = TRUE;
      return;
    }
  if (match != NULL && is_voided)
    return;

  match = g_new0 (Match, 1);
  match->id = g_strdup (kq_object_get_id (object));
  match->is_voided = is_voided;
  g_hash_table_replace (table, g_strdup (key), match);
}

static void
add_text (GHashTable *table,
          KqObject   *object,
          const char *field)
{
  guint index = kq_object_find_field (object, field);

  if (index != KQ_NO_FIELD)
    {
      g_autofree char *text = g_strstrip (g_strdup (kq_object_get_text (object, index)));

      add (table, text, object);
    }
}

static void
add_list (KqFactsObjects *self,
          KqList         *list)
{
  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *object = kq_list_get (list, i);

      add_text (self->by_external_id, object, "externalId");
      add_text (self->by_name, object, "name");
      add_text (self->by_name, object, "title");
    }
}

/**
 * kq_facts_objects_new:
 * @campaign: a campaign
 *
 * Returns: (transfer full): its objects of which platforms tell figures
 */
KqFactsObjects *
kq_facts_objects_new (KqCampaign *campaign)
{
  static const guint lists[] = {
    KQ_CAMPAIGN_COUPONS, KQ_CAMPAIGN_ACTIVITIES, KQ_CAMPAIGN_FISSIONS, KQ_CAMPAIGN_GIFT_PACKS,
    KQ_CAMPAIGN_MEMBER_CARDS,
  };
  KqFactsObjects *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  self = g_new0 (KqFactsObjects, 1);
  g_atomic_ref_count_init (&self->refs);
  self->by_external_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) match_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) match_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_list (self, kq_object_get_list (KQ_OBJECT (campaign), lists[i]));

  return self;
}

/**
 * kq_facts_objects_ref:
 * @self: objects
 *
 * Returns: (transfer full): @self
 */
KqFactsObjects *
kq_facts_objects_ref (KqFactsObjects *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * kq_facts_objects_unref:
 * @self: (transfer full): objects
 *
 * Frees them with the last reference.
 */
void
kq_facts_objects_unref (KqFactsObjects *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_hash_table_unref (self->by_external_id);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

static const char *
refuse (const char  *format,
        const char  *text,
        GError     **error)
{
  g_autofree char *quoted = kq_cell_quote (text);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID, "%s%s%s", parts[0], quoted,
               parts[1] != NULL ? parts[1] : "");

  return NULL;
}

/**
 * kq_facts_objects_find:
 * @self: objects
 * @external_id: the platform's own id, "" for none
 * @name: what it is called, "" for nothing
 * @error: return location for an error of #KqFactsError
 *
 * Looks by the platform's id first, then by the name.
 *
 * Returns: (transfer none) (nullable): the object's id, or %NULL where there is
 *   none, or several are called that
 */
const char *
kq_facts_objects_find (KqFactsObjects  *self,
                       const char      *external_id,
                       const char      *name,
                       GError         **error)
{
  const Match *match = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (external_id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (*external_id != '\0')
    match = g_hash_table_lookup (self->by_external_id, external_id);
  if (match == NULL && *name != '\0')
    match = g_hash_table_lookup (self->by_name, name);

  if (match == NULL)
    return refuse (_("the campaign has nothing called “%s”"),
                   *name != '\0' ? name : external_id, error);
  if (match->is_several)
    return refuse (_("the campaign has several called “%s”; give them the platform’s ids"),
                   *name != '\0' ? name : external_id, error);

  return match->id;
}
