/* kq-face-start.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-face-start.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-colour.h"
#include "kq-image-place.h"
#include "kq-level.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-shop.h"

/* The kind of a card where the platform has none */
#define USUAL_KIND "card-face"

/* The name of the first object of a list that is on that platform */
static char *
dup_name (KqCampaign *campaign,
          guint       list,
          int         platform,
          guint       field)
{
  KqList *objects = kq_object_get_list (KQ_OBJECT (campaign), list);

  for (guint i = 0; i < kq_list_get_length (objects); i++)
    if (kq_object_get_platform (kq_list_get (objects, i)) == platform)
      return g_strdup (kq_object_get_text (kq_list_get (objects, i), field));

  return g_strdup ("");
}

/**
 * kq_face_start_new:
 * @campaign: a campaign
 * @object: its member card or member center
 *
 * Returns: (transfer full): a face with the shop's name, and the card's or the
 *   first level's, in the card's colour
 */
KqFace *
kq_face_start_new (KqCampaign *campaign,
                   KqObject   *object)
{
  KqFace *face = kq_face_new ();
  int platform = kq_object_get_platform (object);

  face->shop = dup_name (campaign, KQ_CAMPAIGN_SHOPS, platform, KQ_SHOP_NAME);
  if (KQ_IS_MEMBER_CARD (object))
    {
      face->level = g_strdup (kq_object_get_text (object, KQ_MEMBER_CARD_TITLE));
      kq_colour_parse (kq_object_get_text (object, KQ_MEMBER_CARD_FACE_COLOR), &face->color);
    }
  else
    face->level = dup_name (campaign, KQ_CAMPAIGN_LEVELS, platform, KQ_LEVEL_NAME);

  return face;
}

/**
 * kq_face_start_list_kinds:
 * @profiles: profiles
 * @object: a member card or member center
 * @field: its field for the face
 *
 * Returns: (transfer container) (element-type KqImageKind): the kinds of card
 *   faces that its platform takes, the most fitting first; at least one
 */
GPtrArray *
kq_face_start_list_kinds (KqProfiles *profiles,
                          KqObject   *object,
                          guint       field)
{
  gboolean is_checked;
  const KqImageKind *first = kq_image_place_get_kind (profiles, object, field, &is_checked);
  int platform = kq_object_get_platform (object);
  g_autoptr (GPtrArray) all = kq_profiles_list_image_kinds (profiles,
                                                            platform >= 0 ? 1u << platform : ~0u);
  GPtrArray *kinds = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (kinds, (gpointer) first);
  for (guint i = 0; i < all->len; i++)
    {
      const KqImageKind *kind = g_ptr_array_index (all, i);

      if (kind != first && strstr (kind->id, "card") != NULL)
        g_ptr_array_add (kinds, (gpointer) kind);
    }
  if (kinds->len == 0)
    g_ptr_array_add (kinds, (gpointer) kq_profiles_find_image_kind (profiles, USUAL_KIND));

  return kinds;
}
