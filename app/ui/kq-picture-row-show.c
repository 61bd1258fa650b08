/* kq-picture-row-show.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-row-private.h"

#include <glib/gi18n-lib.h>

#include "kq-asset.h"
#include "kq-list.h"
#include "kq-thumbnails.h"

/* What a picture's row shows: the picture, what it is, and whether it fits. */

/* Of the picture that the field names, "" for none */
const char *
kq_picture_row_get_sha256 (KqPictureRow *self)
{
  return kq_object_get_text (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)));
}

static KqObject *
find_asset (KqPictureRow *self)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (kq_row_get_document (KQ_ROW (self))));

  return kq_list_find (kq_object_get_list (campaign, KQ_CAMPAIGN_ASSETS),
                       kq_picture_row_get_sha256 (self));
}

/* By its bytes where they were looked into already, else as the campaign says */
static KqImageFacts *
dup_facts (KqPictureRow *self,
           KqObject     *asset)
{
  KqDocument *document = kq_row_get_document (KQ_ROW (self));
  KqAssetSource *source = KQ_ASSET_SOURCE (kq_document_get_probed_assets (document));
  KqImageFacts *facts = kq_asset_source_get_facts (source, kq_object_get_id (asset), NULL);

  if (facts != NULL && facts->type != NULL)
    return facts;

  g_clear_pointer (&facts, kq_image_facts_free);
  facts = g_new0 (KqImageFacts, 1);
  facts->bytes = kq_object_get_int (asset, KQ_ASSET_BYTES);
  facts->type = g_intern_string (kq_object_get_word (asset, KQ_ASSET_TYPE));
  facts->width = CLAMP (kq_object_get_int (asset, KQ_ASSET_WIDTH), 0, G_MAXUINT);
  facts->height = CLAMP (kq_object_get_int (asset, KQ_ASSET_HEIGHT), 0, G_MAXUINT);
  facts->bits = 8;
  facts->whole = TRUE;

  return facts;
}

static void
on_thumbnail (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  texture = kq_thumbnails_load_finish (KQ_THUMBNAILS (source), result, &error);
  /* The row may be gone where it was cancelled. Where there is nothing to see,
   * the checker says why. */
  if (texture != NULL)
    kq_picture_zone_set_texture (KQ_PICTURE_ZONE (KQ_PICTURE_ROW (data)->zone), texture);
}

/* Nobody waits for it any more. */
void
kq_picture_row_stop_thumbnail (KqPictureRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_thumbnail (KqPictureRow *self)
{
  KqDocument *document = kq_row_get_document (KQ_ROW (self));
  const char *sha256 = kq_picture_row_get_sha256 (self);
  GdkTexture *texture;

  if (g_strcmp0 (self->shown, sha256) == 0)
    return;

  kq_picture_row_stop_thumbnail (self);
  g_free (self->shown);
  self->shown = g_strdup (sha256);
  texture = kq_thumbnails_get (kq_thumbnails_get_default (), sha256, KQ_PICTURE_ZONE_SIDE);
  kq_picture_zone_set_texture (self->zone, texture);
  if (texture != NULL || *sha256 == '\0')
    return;

  self->cancellable = g_cancellable_new ();
  kq_thumbnails_load_async (kq_thumbnails_get_default (), kq_document_get_assets (document),
                            sha256, KQ_PICTURE_ZONE_SIDE, self->cancellable, on_thumbnail, self);
}

/* A finding or a line says what is amiss; that all is well is said here. */
static void
show_verdict (KqPictureRow *self,
              GArray       *misses)
{
  if (misses == NULL)
    kq_picture_zone_set_verdict (self->zone, NULL, NULL, NULL);
  else if (kq_image_misses_have_error (misses))
    kq_picture_zone_set_verdict (self->zone, "kq-error-symbolic", "error",
                                 _("The platform won’t take it"));
  else
    kq_picture_zone_set_verdict (self->zone, "kq-fine-symbolic", "success", _("Fits"));
}

static void
show_none (KqPictureRow *self)
{
  kq_picture_zone_set_words (self->zone, _("Choose a picture…"), _("or drop or paste one here"));
  show_verdict (self, NULL);
  kq_picture_misses_show (self->misses, NULL);
}

static void
show_asset (KqPictureRow *self,
            KqObject     *asset)
{
  g_autoptr (KqImageFacts) facts = dup_facts (self, asset);
  const char *name = kq_object_get_text (asset, KQ_ASSET_NAME);
  g_autofree char *text = kq_image_facts_describe (facts);
  g_autoptr (GArray) misses = NULL;

  if (self->kind != NULL)
    misses = kq_image_check (facts, self->kind);
  kq_picture_zone_set_words (self->zone, *name != '\0' ? name : _("Picture"), text);
  show_verdict (self, misses);
  /* Elsewhere the checker's findings say it below. */
  kq_picture_misses_show (self->misses, self->is_checked ? NULL : misses);
}

static void
show_missing (KqPictureRow *self)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("%.8s… isn’t in the campaign"), kq_picture_row_get_sha256 (self));
  kq_picture_zone_set_words (self->zone, _("Missing picture"), text);
  show_verdict (self, NULL);
  kq_picture_misses_show (self->misses, NULL);
}

static void
enable (KqPictureRow *self,
        const char   *action,
        gboolean      enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
    G_ACTION_MAP (self->actions), action)), enabled);
}

/* What can be done with the picture that there is */
void
kq_picture_row_update_actions (KqPictureRow *self)
{
  gboolean fits = self->kind != NULL && (self->candidate != NULL || find_asset (self) != NULL);

  enable (self, "fit", fits);
  enable (self, "remove", *kq_picture_row_get_sha256 (self) != '\0');
  gtk_widget_set_visible (self->fit, fits);
}

/* What the button's labels say isn't read out with its name. */
static void
describe_to_others (KqPictureRow *self)
{
  GtkWidget *button = kq_picture_zone_get_button (self->zone);
  KqObject *asset = find_asset (self);
  g_autoptr (KqImageFacts) facts = asset != NULL ? dup_facts (self, asset) : NULL;
  g_autofree char *file = facts != NULL ? kq_image_facts_describe (facts) : NULL;
  g_autofree char *text = NULL;

  /* A problem is described already. */
  if (kq_row_has_problem (KQ_ROW (self)))
    return;

  text = asset != NULL ? g_strdup_printf ("%s · %s", kq_object_get_text (asset, KQ_ASSET_NAME), file)
                       : g_strdup (_("Choose a picture…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

/* Shows the picture that the field names, and what it is. */
void
kq_picture_row_show (KqPictureRow *self)
{
  KqObject *asset = find_asset (self);
  gboolean is_empty = *kq_picture_row_get_sha256 (self) == '\0';

  if (asset != NULL)
    show_asset (self, asset);
  else if (is_empty)
    show_none (self);
  else
    show_missing (self);
  kq_picture_zone_set_empty (self->zone, is_empty);
  show_thumbnail (self);
  kq_picture_row_update_actions (self);
  describe_to_others (self);
}
