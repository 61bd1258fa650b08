/* kq-format.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-asset.h"
#include "kq-format.h"
#include "kq-json.h"

static const char * const asset_data_path[] = { "assets", "*", "data", NULL };

static const KqJsonLimits limits = {
  .max_bytes = KQ_FORMAT_MAX_BYTES,
  .max_depth = 64,
  .max_items = 20000,
  .max_text = 256 * 1024,
  .long_text_path = asset_data_path,
  .max_long_text = KQ_ASSET_MAX_TEXT,
  /* Two bytes of text can become three hundred of memory. Twenty thousand
   * coupons with all of their members are a third of this. */
  .max_values = 2000000,
};

typedef struct {
  guint64 values;
  guint64 bytes;    /* of the text, no less than it has */
  guint   longest;  /* items of an array, members of an object */
} Size;

static void measure (JsonNode *node,
                     guint     depth,
                     Size     *size);

static void
measure_object (JsonObject *object,
                guint       depth,
                Size       *size)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  size->longest = MAX (size->longest, json_object_get_size (object));
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    {
      size->bytes += 6 * strlen (name);
      measure (member, depth + 1, size);
    }
}

static void
measure_array (JsonArray *array,
               guint      depth,
               Size      *size)
{
  guint n = json_array_get_length (array);

  size->longest = MAX (size->longest, n);
  for (guint i = 0; i < n; i++)
    measure (json_array_get_element (array, i), depth + 1, size);
}

/* An escape has six bytes, a number at most thirty; the rest of a line is its
 * indent and what JSON puts around. */
static void
measure (JsonNode *node,
         guint     depth,
         Size     *size)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  size->values++;
  size->bytes += 40 + 4 * depth + (text != NULL ? 6 * strlen (text) : 0);
  if (JSON_NODE_HOLDS_OBJECT (node))
    measure_object (json_node_get_object (node), depth, size);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    measure_array (json_node_get_array (node), depth, size);
}

static gsize
text_length (JsonNode *node)
{
  gsize length;

  g_free (kq_json_write (node, &length));

  return length;
}

/**
 * kq_format_check_size:
 * @node: a campaign that was made of such as were read
 * @error: return location for an error
 *
 * Whether the text of @node could be read again. What was put together can
 * have more items in a list, more values or more bytes than a file may.
 *
 * Returns: %TRUE, or %FALSE with %KQ_JSON_ERROR_LIMIT
 */
gboolean
kq_format_check_size (JsonNode  *node,
                      GError   **error)
{
  Size size = { 0 };

  g_return_val_if_fail (node != NULL, FALSE);

  measure (node, 0, &size);
  if (size.longest <= limits.max_items && size.values <= limits.max_values &&
      (size.bytes <= limits.max_bytes || text_length (node) <= limits.max_bytes))
    return TRUE;

  g_set_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT,
               _("The campaign would be too large: at most %u items in a list, %u values and "
                 "%u MiB in all. Remove what isn’t needed, and try again."),
               limits.max_items, limits.max_values, KQ_FORMAT_MAX_BYTES >> 20);
  return FALSE;
}

/* Moves an asset's `data` out of the tree: the bytes of images never live in
 * the document. */
static gboolean
detach_data (JsonObject        *asset,
             const char        *name,
             KqEmbeddedAssets  *embedded,
             GError           **error)
{
  JsonNode *data = json_object_get_member (asset, "data");

  if (data == NULL)
    return TRUE;
  if (json_node_get_value_type (data) != G_TYPE_STRING || kq_json_node_is_number (data))
    {
      g_autoptr (GString) pointer = g_string_new ("/assets");

      kq_json_pointer_append (pointer, name);
      g_set_error (error, KQ_FORMAT_ERROR, KQ_FORMAT_ERROR_TYPE, "%s/data: %s",
                   pointer->str, _("expected a text"));
      return FALSE;
    }

  kq_embedded_assets_take_text (embedded, name, json_node_dup_string (data));
  json_object_remove_member (asset, "data");

  return TRUE;
}

static gboolean
detach_all (JsonNode          *node,
            KqEmbeddedAssets  *embedded,
            GError           **error)
{
  JsonObject *root = json_node_get_object (node);
  JsonObjectIter iter;
  JsonNode *asset;
  const char *name;

  if (!json_object_has_member (root, "assets"))
    return TRUE;

  json_object_iter_init_ordered (&iter, json_object_get_object_member (root, "assets"));
  while (json_object_iter_next_ordered (&iter, &name, &asset))
    if (!detach_data (json_node_get_object (asset), name, embedded, error))
      return FALSE;

  return TRUE;
}

/**
 * kq_format_parse:
 * @bytes: the text of a campaign file
 * @error: return location for an error
 *
 * Reads a campaign file as strictly as kq_format_read(), but makes no objects:
 * where the text is canonical and embeds nothing, the result is what the
 * campaign's snapshot would be. May be called from any thread.
 *
 * Returns: (transfer full): the sealed tree, or %NULL with a #KqJsonError (line
 *   and column) or a #KqFormatError (JSON Pointer)
 */
JsonNode *
kq_format_parse (GBytes  *bytes,
                 GError **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  node = kq_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &limits, error);
  if (node == NULL || !kq_format_check (node, error))
    return NULL;
  json_node_seal (node);

  return g_steal_pointer (&node);
}

/**
 * kq_format_read:
 * @bytes: the text of a campaign file
 * @embedded: (out) (optional) (transfer full): the images within it
 * @error: return location for an error
 *
 * Reads a campaign file, strictly: at most 64 MiB, 64 levels deep, 20 000
 * items a list, 256 KiB a text, 16 MiB an embedded image, and two million
 * values in all.
 *
 * Returns: (transfer full): the campaign, or %NULL with a #KqJsonError (line
 *   and column) or a #KqFormatError (JSON Pointer)
 */
KqCampaign *
kq_format_read (GBytes            *bytes,
                KqEmbeddedAssets **embedded,
                GError           **error)
{
  g_autoptr (KqEmbeddedAssets) assets = kq_embedded_assets_new ();
  g_autoptr (JsonNode) node = NULL;
  KqCampaign *campaign;

  g_return_val_if_fail (bytes != NULL, NULL);

  node = kq_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &limits, error);
  if (node == NULL || !kq_format_check (node, error) || !detach_all (node, assets, error))
    return NULL;

  campaign = kq_format_to_campaign (node);
  if (embedded != NULL)
    *embedded = g_steal_pointer (&assets);

  return campaign;
}

static char *
asset_text (KqAssetSource  *source,
            const char     *name,
            GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;

  /* What was read embedded is written back as it was, sound or not. */
  if (KQ_IS_EMBEDDED_ASSETS (source))
    return g_strdup (kq_embedded_assets_get_text (KQ_EMBEDDED_ASSETS (source), name));

  bytes = kq_asset_source_load (source, name, error);
  if (bytes == NULL)
    return NULL;

  return g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The asset with its `data` where format.md puts it: after the members that
 * are known, before those that aren't. */
static JsonNode *
asset_with_data (JsonNode   *asset,
                 const char *data)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (KQ_TYPE_ASSET);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *plain = json_node_get_object (asset);
  JsonObjectIter iter;
  JsonNode *member;
  const char *name;

  for (guint i = 0; i < klass->n_fields; i++)
    if (json_object_has_member (plain, klass->fields[i].name))
      json_object_set_member (object, klass->fields[i].name,
                              json_object_dup_member (plain, klass->fields[i].name));
  json_object_set_string_member (object, "data", data);

  json_object_iter_init_ordered (&iter, plain);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!json_object_has_member (object, name))
      json_object_set_member (object, name, json_node_ref (member));

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
assets_with_data (JsonObject     *assets,
                  KqAssetSource  *source,
                  GError        **error)
{
  g_autoptr (JsonObject) full = json_object_new ();
  JsonObjectIter iter;
  JsonNode *asset;
  const char *name;

  json_object_iter_init_ordered (&iter, assets);
  while (json_object_iter_next_ordered (&iter, &name, &asset))
    {
      g_autoptr (GError) local_error = NULL;
      g_autofree char *data = asset_text (source, name, &local_error);

      if (local_error != NULL &&
          !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      json_object_set_member (full, name, data != NULL ? asset_with_data (asset, data)
                                                       : json_node_ref (asset));
    }

  return json_node_init_object (json_node_alloc (), full);
}

/**
 * kq_format_write:
 * @snapshot: a campaign's snapshot
 * @embed: (nullable): where to take the images from that are written into the
 *   file; %NULL for none. An image that it hasn't got stays a mere entry.
 * @error: return location for an error
 *
 * The canonical text of a campaign: the same campaign is the same bytes. May
 * be called from any thread.
 *
 * Returns: (transfer full): the text, or %NULL where an image can't be read,
 *   with the error of [method@AssetSource.load]
 */
GBytes *
kq_format_write (JsonNode       *snapshot,
                 KqAssetSource  *embed,
                 GError        **error)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root;
  char *text;
  gsize length;

  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (snapshot), NULL);

  root = json_node_get_object (snapshot);
  node = json_node_ref (snapshot);
  if (embed != NULL && json_object_has_member (root, "assets"))
    {
      g_autoptr (JsonNode) assets = NULL;
      JsonNode *full;

      assets = assets_with_data (json_object_get_object_member (root, "assets"), embed, error);
      if (assets == NULL)
        return NULL;
      full = kq_json_pointer_with (snapshot, "/assets", assets, NULL);
      json_node_unref (node);
      node = full;
    }

  text = kq_json_write (node, &length);

  return g_bytes_new_take (text, length);
}

/**
 * kq_format_is_newer:
 * @campaign: a campaign
 *
 * Returns: whether its file is of a newer version of the format: what that
 *   version added is kept, but not understood
 */
gboolean
kq_format_is_newer (KqCampaign *campaign)
{
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), FALSE);

  return kq_object_get_int (KQ_OBJECT (campaign), KQ_CAMPAIGN_VERSION) > KQ_FORMAT_VERSION;
}
