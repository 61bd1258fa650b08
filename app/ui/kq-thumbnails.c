/* kq-thumbnails.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-thumbnails.h"

/* A dozen card faces and posters as a phone shows them, and hundreds as small
 * as a form does */
#define MAX_KEPT ((gsize) 64 * 1024 * 1024)
/* Times as much may be in sight: of a page with a thousand posters, a part */
#define MOST_IN_SIGHT 4

/**
 * KqThumbnails:
 *
 * Has pictures decoded, by the helper process and one after the other, and keeps
 * what was used last. A name is a SHA-256, so what it names never changes. What
 * somebody shows is found as well, without being kept.
 */
struct _KqThumbnails {
  GObject      parent_instance;

  KqMedia     *media;     /* (owned) */
  gsize        max_kept;
  gsize        kept;      /* bytes of pixels that are kept */
  gsize        alive;     /* bytes of pixels that are kept, or shown by somebody */
  GHashTable  *entries;   /* (owned) (element-type utf8 Entry): of textures that are alive */
  GQueue       order;     /* of what is kept, the last used first */
  GThreadPool *worker;    /* (owned) (nullable): of one thread */
};

typedef struct {
  KqThumbnails *self;
  char         *key;      /* (owned) */
  GdkTexture   *texture;  /* (owned) where it is kept, else (unowned) */
  gsize         bytes;
  gboolean      is_kept;
  GList         link;     /* in the order */
} Entry;

typedef struct {
  KqMedia       *media;   /* (owned) */
  KqAssetSource *source;  /* (owned) */
  char          *sha256;  /* (owned) */
  guint          side;
} Job;

G_DEFINE_FINAL_TYPE (KqThumbnails, kq_thumbnails, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->media);
  g_object_unref (job->source);
  g_free (job->sha256);
  g_free (job);
}

static char *
make_key (const char *sha256,
          guint       side)
{
  return g_strdup_printf ("%s %u", sha256, side);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry);
}

static void
on_gone (gpointer  data,
         GObject  *texture)
{
  Entry *entry = data;
  KqThumbnails *self = entry->self;

  self->alive -= entry->bytes;
  g_hash_table_remove (self->entries, entry->key);
}

/* It stays findable for as long as somebody shows it. */
static void
let_go (KqThumbnails *self,
        Entry        *entry)
{
  g_queue_unlink (&self->order, &entry->link);
  self->kept -= entry->bytes;
  entry->is_kept = FALSE;
  g_object_unref (entry->texture);
}

static void
keep (KqThumbnails *self,
      Entry        *entry)
{
  if (entry->is_kept)
    g_queue_unlink (&self->order, &entry->link);
  else
    {
      g_object_ref (entry->texture);
      self->kept += entry->bytes;
    }
  entry->is_kept = TRUE;
  g_queue_push_head_link (&self->order, &entry->link);
  while (self->kept > self->max_kept)
    let_go (self, g_queue_peek_tail (&self->order));
}

static void
add (KqThumbnails *self,
     const char   *sha256,
     guint         side,
     GdkTexture   *texture)
{
  Entry *entry;

  /* Two asked for it at the same time. */
  if (kq_thumbnails_get (self, sha256, side) != NULL)
    return;

  entry = g_new0 (Entry, 1);
  entry->self = self;
  entry->key = make_key (sha256, side);
  entry->texture = texture;
  entry->bytes = (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture) * 4;
  entry->link.data = entry;
  g_object_weak_ref (G_OBJECT (texture), on_gone, entry);
  g_hash_table_insert (self->entries, entry->key, entry);
  self->alive += entry->bytes;
  keep (self, entry);
}

/* Not said to anybody: what isn't shown has its place-holder. */
static gboolean
check_room (KqThumbnails  *self,
            GError       **error)
{
  if (self->alive < self->max_kept * MOST_IN_SIGHT)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "too many pictures are in sight");
  return FALSE;
}

static GdkTexture *
decode (KqMedia        *media,
        KqAssetSource  *source,
        const char     *sha256,
        guint           side,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autoptr (GBytes) bytes = kq_asset_source_load_sure (source, sha256, error);
  g_autoptr (KqThumbnail) thumbnail = NULL;

  if (bytes == NULL)
    return NULL;
  thumbnail = kq_media_thumbnail (media, bytes, side, cancellable, error);

  return thumbnail != NULL ? kq_thumbnail_to_texture (thumbnail) : NULL;
}

static void
run_in_thread (gpointer data,
               gpointer pool_data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;

  texture = decode (job->media, job->source, job->sha256, job->side,
                    g_task_get_cancellable (task), &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Keeps what the thread has made, and hands it on. The caller's task, which holds
 * these thumbnails, is the data of the thread's, which doesn't. */
static void
on_decoded (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  add (g_task_get_source_object (task), job->sha256, job->side, texture);
  g_task_return_pointer (task, texture, g_object_unref);
}

static void
kq_thumbnails_finalize (GObject *object)
{
  KqThumbnails *self = KQ_THUMBNAILS (object);
  GHashTableIter iter;
  gpointer entry;

  if (self->worker != NULL)
    g_thread_pool_free (self->worker, FALSE, FALSE);
  while (self->order.head != NULL)
    let_go (self, self->order.head->data);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_object_weak_unref (G_OBJECT (((Entry *) entry)->texture), on_gone, entry);
  g_hash_table_unref (self->entries);
  g_clear_object (&self->media);

  G_OBJECT_CLASS (kq_thumbnails_parent_class)->finalize (object);
}

static void
kq_thumbnails_class_init (KqThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_thumbnails_finalize;
}

static void
kq_thumbnails_init (KqThumbnails *self)
{
  g_queue_init (&self->order);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
}

/**
 * kq_thumbnails_new:
 * @media: decodes pictures
 * @max_kept: bytes of pixels that are kept
 *
 * Returns: (transfer full): thumbnails, none yet
 */
KqThumbnails *
kq_thumbnails_new (KqMedia *media,
                   gsize    max_kept)
{
  KqThumbnails *self;

  g_return_val_if_fail (KQ_IS_MEDIA (media), NULL);

  self = g_object_new (KQ_TYPE_THUMBNAILS, NULL);
  self->media = g_object_ref (media);
  self->max_kept = max_kept;

  return self;
}

/**
 * kq_thumbnails_get_default:
 *
 * Returns: (transfer none): those of the program
 */
KqThumbnails *
kq_thumbnails_get_default (void)
{
  static KqThumbnails *thumbnails;

  if (thumbnails == NULL)
    thumbnails = kq_thumbnails_new (kq_media_get_default (), MAX_KEPT);

  return thumbnails;
}

/**
 * kq_thumbnails_get:
 * @self: thumbnails
 * @sha256: the name of a picture
 * @side: pixels of a square that it lies within
 *
 * Returns: (transfer none) (nullable): the picture, where it is kept or shown
 */
GdkTexture *
kq_thumbnails_get (KqThumbnails *self,
                   const char   *sha256,
                   guint         side)
{
  g_autofree char *key = NULL;
  Entry *entry;

  g_return_val_if_fail (KQ_IS_THUMBNAILS (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  key = make_key (sha256, side);
  entry = g_hash_table_lookup (self->entries, key);
  if (entry == NULL)
    return NULL;

  keep (self, entry);

  return entry->texture;
}

/**
 * kq_thumbnails_load:
 * @self: thumbnails
 * @source: where the bytes are
 * @sha256: the name of a picture
 * @side: pixels of a square that it shall lie within; it is never made larger
 * @error: return location for an error
 *
 * Decodes a picture, unless it is kept. Blocks: for who draws into a file.
 *
 * Returns: (transfer full): the picture; on failure %NULL with the errors of
 *   [method@AssetSource.load_sure] and [method@Media.thumbnail]
 */
GdkTexture *
kq_thumbnails_load (KqThumbnails   *self,
                    KqAssetSource  *source,
                    const char     *sha256,
                    guint           side,
                    GError        **error)
{
  GdkTexture *texture;

  g_return_val_if_fail (KQ_IS_THUMBNAILS (self), NULL);
  g_return_val_if_fail (KQ_IS_ASSET_SOURCE (source), NULL);

  texture = kq_thumbnails_get (self, sha256, side);
  if (texture != NULL)
    return g_object_ref (texture);

  texture = check_room (self, error) ? decode (self->media, source, sha256, side, NULL, error)
                                     : NULL;
  if (texture != NULL)
    add (self, sha256, side, texture);

  return texture;
}

/* As kq_thumbnails_load(), without blocking; @source is read in a thread. */
void
kq_thumbnails_load_async (KqThumbnails        *self,
                          KqAssetSource       *source,
                          const char          *sha256,
                          guint                side,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  GdkTexture *texture;
  GError *error = NULL;
  GTask *decoding;
  Job *job;

  g_return_if_fail (KQ_IS_THUMBNAILS (self));
  g_return_if_fail (KQ_IS_ASSET_SOURCE (source));
  g_return_if_fail (sha256 != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kq_thumbnails_load_async);
  texture = kq_thumbnails_get (self, sha256, side);
  if (texture != NULL)
    {
      g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
      return;
    }
  if (!check_room (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job = g_new0 (Job, 1);
  job->media = g_object_ref (self->media);
  job->source = g_object_ref (source);
  job->sha256 = g_strdup (sha256);
  job->side = side;
  decoding = g_task_new (NULL, cancellable, on_decoded, g_steal_pointer (&task));
  g_task_set_source_tag (decoding, run_in_thread);
  g_task_set_task_data (decoding, job, job_free);
  if (self->worker == NULL)
    self->worker = g_thread_pool_new (run_in_thread, NULL, 1, FALSE, NULL);
  g_thread_pool_push (self->worker, decoding, NULL);
}

GdkTexture *
kq_thumbnails_load_finish (KqThumbnails  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kq_thumbnail_to_texture:
 * @thumbnail: pixels
 *
 * Returns: (transfer full): the same pixels
 */
GdkTexture *
kq_thumbnail_to_texture (const KqThumbnail *thumbnail)
{
  g_return_val_if_fail (thumbnail != NULL, NULL);

  return gdk_memory_texture_new (thumbnail->width, thumbnail->height, GDK_MEMORY_R8G8B8A8,
                                 thumbnail->pixels, (gsize) thumbnail->width * 4);
}
