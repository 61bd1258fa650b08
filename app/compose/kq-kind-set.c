/* kq-kind-set.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-kind-set.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kq-paths.h"
#include "kq-pixels.h"

/* Bytes of the part of a file's name that comes from the picture or the object,
 * at most: what is put before and after it fits into a folder's entry too. */
#define MAX_NAME 120

/* One kind that is wanted */
typedef struct {
  KqImageKind  *kind;     /* (owned) */
  KqFitOptions  options;
} Wish;

/**
 * KqKindSet:
 *
 * A picture, and in which kinds it is wanted.
 */
struct _KqKindSet {
  GObject    parent_instance;

  GBytes    *picture;  /* (owned) */
  char      *name;     /* (owned): how the files' names begin */
  GPtrArray *wishes;   /* (owned) (element-type Wish) */
};

/* One that is being saved by a thread */
typedef struct {
  KqMedia           *media;     /* (owned) */
  char              *folder;    /* (owned) */
  gboolean           replace;
  KqKindSetProgress  progress;
  gpointer           data;
  GMainContext      *context;   /* (owned): where @progress is called */
} Job;

typedef struct {
  KqKindSetProgress  progress;
  gpointer           data;
  GCancellable      *cancellable;  /* (owned) (nullable) */
  guint              n_done;
  guint              n_all;
} News;

G_DEFINE_FINAL_TYPE (KqKindSet, kq_kind_set, G_TYPE_OBJECT)

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  kq_image_kind_free (wish->kind);
  g_free (wish);
}

static void
kq_kind_set_finalize (GObject *object)
{
  KqKindSet *self = KQ_KIND_SET (object);

  g_clear_pointer (&self->picture, g_bytes_unref);
  g_ptr_array_unref (self->wishes);
  g_free (self->name);

  G_OBJECT_CLASS (kq_kind_set_parent_class)->finalize (object);
}

static void
kq_kind_set_class_init (KqKindSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_kind_set_finalize;
}

static void
kq_kind_set_init (KqKindSet *self)
{
  self->wishes = g_ptr_array_new_with_free_func (wish_free);
}

/* What may stand in a file's name: no folder, nothing hidden, nothing that an
 * other system refuses. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (clean->len >= MAX_NAME)
        break;
      if (g_unichar_iscntrl (c) || (c < 128 && strchr ("/\\:*?\"<>|", c) != NULL))
        c = '-';
      if (clean->len > 0 || (c != '.' && !g_unichar_isspace (c)))
        g_string_append_unichar (clean, c);
    }

  return g_strchomp (g_string_free (clean, FALSE));
}

/**
 * kq_kind_set_new:
 * @picture: a picture file
 * @name: what it is of: the object's name, or the picture's own
 *
 * Returns: (transfer full): a set of no kinds yet
 */
KqKindSet *
kq_kind_set_new (GBytes     *picture,
                 const char *name)
{
  KqKindSet *self;

  g_return_val_if_fail (picture != NULL && name != NULL, NULL);

  self = g_object_new (KQ_TYPE_KIND_SET, NULL);
  self->picture = g_bytes_ref (picture);
  self->name = clean_name (name);

  return self;
}

/**
 * kq_kind_set_add:
 * @self: a set
 * @kind: a kind, which isn't in it
 * @options: how it is fitted
 *
 * Wants the picture in one more kind, in that kind's usual type of file.
 */
void
kq_kind_set_add (KqKindSet          *self,
                 const KqImageKind  *kind,
                 const KqFitOptions *options)
{
  Wish *wish;

  g_return_if_fail (KQ_IS_KIND_SET (self));
  g_return_if_fail (kind != NULL && options != NULL);

  wish = g_new (Wish, 1);
  wish->kind = kq_image_kind_copy (kind);
  wish->options = *options;
  g_ptr_array_add (self->wishes, wish);
}

guint
kq_kind_set_get_length (KqKindSet *self)
{
  g_return_val_if_fail (KQ_IS_KIND_SET (self), 0);

  return self->wishes->len;
}

/**
 * kq_kind_set_dup_name:
 * @self: a set
 * @index: which of its kinds
 *
 * Returns: (transfer full): how that file is called
 */
char *
kq_kind_set_dup_name (KqKindSet *self,
                      guint      index)
{
  const Wish *wish;
  g_autofree char *kind = NULL;

  g_return_val_if_fail (KQ_IS_KIND_SET (self), NULL);
  g_return_val_if_fail (index < self->wishes->len, NULL);

  wish = g_ptr_array_index (self->wishes, index);
  kind = clean_name (wish->kind->id);

  return g_strconcat (self->name, *self->name != '\0' ? "-" : "", kind,
                      g_str_equal (wish->kind->types[0], "image/png") ? ".png" : ".jpg", NULL);
}

static char *
dup_path (KqKindSet  *self,
          const char *folder,
          guint       index)
{
  g_autofree char *name = kq_kind_set_dup_name (self, index);

  return g_build_filename (folder, name, NULL);
}

/**
 * kq_kind_set_find_taken:
 * @self: a set
 * @folder: where it is to be saved
 *
 * Returns: (transfer full) (nullable): the first of its files that is there
 *   already, or %NULL
 */
char *
kq_kind_set_find_taken (KqKindSet  *self,
                        const char *folder)
{
  g_return_val_if_fail (KQ_IS_KIND_SET (self), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  for (guint i = 0; i < self->wishes->len; i++)
    {
      g_autofree char *path = dup_path (self, folder, i);

      if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }

  return NULL;
}

static GPtrArray *
make_all (KqKindSet          *self,
          KqMedia            *media,
          KqKindSetProgress   progress,
          gpointer            data,
          GCancellable       *cancellable,
          GError            **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < self->wishes->len; i++)
    {
      const Wish *wish = g_ptr_array_index (self->wishes, i);
      g_autoptr (KqFitted) fitted = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      fitted = kq_pixels_fit (media, self->picture, wish->kind, wish->kind->types[0],
                              &wish->options, cancellable, error);
      if (fitted == NULL)
        {
          g_prefix_error (error, "%s: ", wish->kind->id);
          return NULL;
        }
      g_ptr_array_add (files, g_bytes_ref (fitted->bytes));
      if (progress != NULL)
        progress (i + 1, self->wishes->len, data);
    }

  return g_steal_pointer (&files);
}

/* What is new goes again where the next can't be written. */
static gboolean
write_all (KqKindSet   *self,
           const char  *folder,
           GPtrArray   *files,
           GError     **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = dup_path (self, folder, i);
      gboolean is_new = g_access (path, F_OK) != 0;

      if (!kq_file_write (path, g_ptr_array_index (files, i), error))
        {
          for (guint j = 0; j < written->len; j++)
            g_unlink (g_ptr_array_index (written, j));
          return FALSE;
        }
      if (is_new)
        g_ptr_array_add (written, g_steal_pointer (&path));
    }

  return TRUE;
}

static gboolean
check_folder (KqKindSet   *self,
              const char  *folder,
              gboolean     replace,
              GError     **error)
{
  g_autofree char *taken = replace ? NULL : kq_kind_set_find_taken (self, folder);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, _("%s: isn’t a folder"), folder);
  else if (taken != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("%s: is there already"), taken);
  else
    return TRUE;

  return FALSE;
}

/**
 * kq_kind_set_save:
 * @self: a set
 * @media: what makes the images
 * @folder: where to
 * @replace: whether files that are there may be replaced
 * @progress: (nullable) (scope call): is told after each
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes the picture in all kinds, and once all are made writes them. Where one
 * can't be made, or it is cancelled, nothing is written. Blocks.
 *
 * Returns: whether it did; else with %G_IO_ERROR_EXISTS where a file is there
 *   already, and otherwise as kq_media_fit() and kq_file_write()
 */
gboolean
kq_kind_set_save (KqKindSet          *self,
                  KqMedia            *media,
                  const char         *folder,
                  gboolean            replace,
                  KqKindSetProgress   progress,
                  gpointer            progress_data,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (KQ_IS_KIND_SET (self), FALSE);
  g_return_val_if_fail (KQ_IS_MEDIA (media) && folder != NULL, FALSE);

  if (!check_folder (self, folder, replace, error))
    return FALSE;
  files = make_all (self, media, progress, progress_data, cancellable, error);
  if (files == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_folder (self, folder, replace, error))
    return FALSE;

  return write_all (self, folder, files, error);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->media);
  g_free (job->folder);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
tell_cb (gpointer data)
{
  News *news = data;

  /* Who has cancelled may be gone. */
  if (!g_cancellable_is_cancelled (news->cancellable))
    news->progress (news->n_done, news->n_all, news->data);

  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_object (&news->cancellable);
  g_free (news);
}

static void
tell (guint    n_done,
      guint    n_all,
      gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  News *news = g_new0 (News, 1);

  news->progress = job->progress;
  news->data = job->data;
  g_set_object (&news->cancellable, g_task_get_cancellable (task));
  news->n_done = n_done;
  news->n_all = n_all;
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_cb, news, news_free);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (kq_kind_set_save (source, job->media, job->folder, job->replace,
                        job->progress != NULL ? tell : NULL, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* As kq_kind_set_save(), without blocking; nothing is to be added meanwhile.
 * @progress isn't called any more once @cancellable is. */
void
kq_kind_set_save_async (KqKindSet           *self,
                        KqMedia             *media,
                        const char          *folder,
                        gboolean             replace,
                        KqKindSetProgress    progress,
                        gpointer             progress_data,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (KQ_IS_KIND_SET (self));
  g_return_if_fail (KQ_IS_MEDIA (media) && folder != NULL);

  job = g_new0 (Job, 1);
  job->media = g_object_ref (media);
  job->folder = g_strdup (folder);
  job->replace = replace;
  job->progress = progress;
  job->data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kq_kind_set_save_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
kq_kind_set_save_finish (KqKindSet     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_kind_set_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
