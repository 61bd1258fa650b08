/* kq-document-picture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-document-picture.h"

#include <glib/gi18n-lib.h>

#include "kq-asset.h"

static KqList *
get_assets (KqDocument *self)
{
  return kq_object_get_list (KQ_OBJECT (kq_document_get_campaign (self)), KQ_CAMPAIGN_ASSETS);
}

static gboolean
is_used_below (KqObject   *object,
               const char *sha256)
{
  KQ_FOREACH_FIELD (object, KQ_KIND (IMAGE), i)
    if (g_str_equal (kq_object_get_text (object, i), sha256))
      return TRUE;

  KQ_FOREACH_FIELD (object, KQ_KIND (CHILD), i)
    {
      KqObject *child = kq_object_get_child (object, i);

      if (child != NULL && is_used_below (child, sha256))
        return TRUE;
    }

  KQ_FOREACH_FIELD (object, KQ_KIND (CHILDREN), i)
    {
      KqList *list = kq_object_get_list (object, i);

      for (guint j = 0; j < kq_list_get_length (list); j++)
        if (is_used_below (kq_list_get (list, j), sha256))
          return TRUE;
    }

  return FALSE;
}

/* A picture that nothing shows any more isn't carried on; undo brings it back. */
static void
drop_unused (KqDocument *self,
             const char *sha256)
{
  KqList *assets = get_assets (self);
  KqObject *asset = kq_list_find (assets, sha256);
  guint position = 0;

  if (asset != NULL && kq_list_index_of (assets, asset, &position) &&
      !is_used_below (KQ_OBJECT (kq_document_get_campaign (self)), sha256))
    kq_list_remove (assets, position);
}

/* In the order of the names, as maps are */
static KqObject *
insert_asset (KqList     *assets,
              const char *sha256)
{
  g_autoptr (KqObject) asset = kq_object_new_named (KQ_TYPE_ASSET, sha256);
  guint position = 0;

  while (position < kq_list_get_length (assets) &&
         strcmp (kq_object_get_id (kq_list_get (assets, position)), sha256) < 0)
    position++;
  kq_list_insert (assets, position, asset);

  return asset;
}

/* Lists the picture, by what its bytes are. Returns its name. */
static char *
list_picture (KqDocument          *self,
              const KqPictureFile *picture)
{
  g_autofree char *sha256 = kq_document_add_asset (self, picture->bytes);
  KqList *assets = get_assets (self);
  KqObject *asset = kq_list_find (assets, sha256);

  if (asset == NULL)
    {
      asset = insert_asset (assets, sha256);
      kq_object_set_text (asset, KQ_ASSET_NAME, picture->name);
    }
  kq_object_set_word (asset, KQ_ASSET_TYPE, picture->facts->type);
  kq_object_set_int (asset, KQ_ASSET_WIDTH, picture->facts->width);
  kq_object_set_int (asset, KQ_ASSET_HEIGHT, picture->facts->height);
  kq_object_set_int (asset, KQ_ASSET_BYTES, picture->facts->bytes);

  return g_steal_pointer (&sha256);
}

/* @format is what this is called, for undo. */
static void
replace (KqDocument          *self,
         KqObject            *object,
         guint                field,
         const char          *format,
         const KqPictureFile *picture)
{
  KqHistory *history = kq_document_get_history (self);
  g_autofree char *old = g_strdup (kq_object_get_text (object, field));
  g_autoptr (GString) name = g_string_new (format);
  g_autofree char *sha256 = NULL;

  g_string_replace (name, "%s", kq_object_get_field_label (object, field), 1);
  kq_history_begin (history, name->str);
  sha256 = picture != NULL ? list_picture (self, picture) : g_strdup ("");
  kq_object_set_text (object, field, sha256);
  drop_unused (self, old);
  kq_history_end (history);
}

/**
 * kq_document_set_picture:
 * @self: a document
 * @object: an object of its campaign
 * @field: a field for a picture
 * @picture: one that can be kept
 *
 * Puts a picture into a field.
 */
void
kq_document_set_picture (KqDocument          *self,
                         KqObject            *object,
                         guint                field,
                         const KqPictureFile *picture)
{
  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (KQ_IS_OBJECT (object));
  g_return_if_fail (picture != NULL && picture->facts != NULL);

  replace (self, object, field, _("choose “%s”"), picture);
}

/* As kq_document_set_picture(), under the name of what was done to it */
void
kq_document_fit_picture (KqDocument          *self,
                         KqObject            *object,
                         guint                field,
                         const KqPictureFile *picture)
{
  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (KQ_IS_OBJECT (object));
  g_return_if_fail (picture != NULL && picture->facts != NULL);

  replace (self, object, field, _("fit “%s”"), picture);
}

/**
 * kq_document_clear_picture:
 * @self: a document
 * @object: an object of its campaign
 * @field: a field for a picture
 *
 * Takes the picture out of a field.
 */
void
kq_document_clear_picture (KqDocument *self,
                           KqObject   *object,
                           guint       field)
{
  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (KQ_IS_OBJECT (object));

  replace (self, object, field, _("remove “%s”"), NULL);
}

static KqObject *
append_object (KqList     *list,
               const char *id_prefix)
{
  g_autoptr (KqObject) object = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (list)),
                                              NULL);
  g_autofree char *id = kq_list_new_id (list, id_prefix);

  kq_object_set_text (object, kq_object_find_field (object, "id"), id);
  kq_list_append (list, object);

  return object;
}

/**
 * kq_document_add_pictures:
 * @self: a document
 * @list: a list of its campaign
 * @id_prefix: how the ids of new objects begin
 * @field: the field of these for a picture
 * @pictures: (element-type KqPictureFile): pictures that can be kept
 *
 * Adds an object to a list for each picture.
 */
void
kq_document_add_pictures (KqDocument *self,
                          KqList     *list,
                          const char *id_prefix,
                          const char *field,
                          GPtrArray  *pictures)
{
  KqHistory *history;
  g_autofree char *name = NULL;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (pictures != NULL);

  if (pictures->len == 0)
    return;

  history = kq_document_get_history (self);
  name = g_strdup_printf (ngettext ("add %u picture", "add %u pictures", pictures->len),
                          pictures->len);
  kq_history_begin (history, name);
  for (guint i = 0; i < pictures->len; i++)
    {
      KqObject *object = append_object (list, id_prefix);
      g_autofree char *sha256 = list_picture (self, pictures->pdata[i]);

      kq_object_set_text (object, kq_object_find_field (object, field), sha256);
    }
  kq_history_end (history);
}
