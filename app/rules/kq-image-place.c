/* kq-image-place.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-image-place.h"

#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-poster.h"

/* Which kind of image belongs where in a campaign. */

typedef struct {
  GType      (*type)   (void);
  guint        field;
  const char  *kind;
  gboolean     is_checked;
} Place;

static const Place places[] = {
  { kq_member_center_get_type, KQ_MEMBER_CENTER_FACE_IMAGE, "card-face", TRUE },
  { kq_poster_get_type, KQ_POSTER_IMAGE, "poster", TRUE },
  { kq_member_card_get_type, KQ_MEMBER_CARD_FACE_IMAGE, "card-1000x600", FALSE },
  { kq_member_card_get_type, KQ_MEMBER_CARD_LOGO, "logo-120", FALSE },
};

/* That of the object, or of what it lies in */
static int
find_platform (KqObject *object)
{
  int platform = -1;

  for (; object != NULL && platform < 0; object = kq_object_get_parent (object))
    platform = kq_object_get_platform (object);

  return platform;
}

/**
 * kq_image_place_get_kind:
 * @profiles: profiles
 * @object: an object of a campaign
 * @field: one of its fields, which holds an image
 * @is_checked: (out): whether a rule compares what is there with the kind
 *
 * Returns: (transfer none) (nullable): what the object's platform asks of the
 *   image; %NULL where nothing is known
 */
const KqImageKind *
kq_image_place_get_kind (KqProfiles *profiles,
                         KqObject   *object,
                         guint       field,
                         gboolean   *is_checked)
{
  int platform;

  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  *is_checked = FALSE;
  platform = find_platform (object);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].field == field && G_OBJECT_TYPE (object) == places[i].type ())
      {
        *is_checked = places[i].is_checked;
        return platform >= 0 ? kq_profiles_get_image_kind (profiles, platform, places[i].kind)
                             : kq_profiles_find_image_kind (profiles, places[i].kind);
      }

  return NULL;
}
