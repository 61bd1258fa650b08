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

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = kq_asset_source_load_sure (source, data, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kq_face_start_load_logo_async:
 * @document: a document
 * @object: its member card or member center
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: for @callback
 *
 * Loads the card's logo.
 */
void
kq_face_start_load_logo_async (KqDocument          *document,
                               KqObject            *object,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  KqAssetSource *assets = kq_document_get_assets (document);
  const char *logo = KQ_IS_MEMBER_CARD (object) ? kq_object_get_text (object, KQ_MEMBER_CARD_LOGO)
                                                : "";
  g_autoptr (GTask) task = g_task_new (assets, cancellable, callback, data);

  g_task_set_source_tag (task, kq_face_start_load_logo_async);
  g_task_set_task_data (task, g_strdup (logo), g_free);
  if (*logo == '\0')
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_run_in_thread (task, load_in_thread);
}

/**
 * kq_face_start_load_logo_finish:
 * @result: what was given to the callback
 *
 * Returns: (transfer full) (nullable): the logo, where there is one at hand
 */
GBytes *
kq_face_start_load_logo_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_face_start_load_logo_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
