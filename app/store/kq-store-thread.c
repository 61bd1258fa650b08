/* kq-store-thread.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-store-thread.h"

/* How many saves share a transaction at most: others wait for its end. */
#define MAX_GROUP 32

struct _KqStoreThread {
  gatomicrefcount  refs;      /* the owner's and the thread's own */
  GThread         *thread;    /* (owned) */
  GAsyncQueue     *queue;     /* (owned) (element-type Job) */
  KqStore         *store;     /* (owned): of the thread only */
  KqStoreNewsFunc  func;
  gpointer         data;      /* (owned) */
  GDestroyNotify   free_data;
};

/* Somebody who waits for an answer. */
typedef struct {
  GMutex    mutex;
  GCond     cond;
  gboolean  done;
  gboolean  result;
  GError  **error;    /* (unowned) (nullable) */
} Waiter;

/* Of a task, whose data is the call, or of somebody who waits; of neither, the
 * last one. */
typedef struct {
  GTask        *task;        /* (owned) (nullable) */
  KqStoreCall  *call;        /* (unowned) (nullable) */
  Waiter       *waiter;      /* (unowned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
} Job;

static void
unref (KqStoreThread *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_async_queue_unref (self->queue);
  kq_store_free (self->store);
  self->free_data (self->data);
  g_free (self);
}

void
kq_store_news_free (KqStoreNews *news)
{
  g_clear_pointer (&news->changed, g_ptr_array_unref);
  g_clear_pointer (&news->report, kq_library_report_free);
  g_free (news);
}

static void
tell_news (KqStoreThread *self)
{
  KqStore *store = self->store;
  KqStoreNews *news;

  if (store->changed->len == 0 && !store->many && !store->reported)
    return;

  news = g_new0 (KqStoreNews, 1);
  news->changed = g_steal_pointer (&store->changed);
  store->changed = g_ptr_array_new_with_free_func (g_free);
  news->many = store->many;
  store->many = FALSE;
  news->report = store->reported ? kq_library_report_copy (store->report) : NULL;
  store->reported = FALSE;
  self->func (news, self->data);
}

static void
answer_task (GTask    *task,
             gboolean  done,
             GError   *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
answer_waiter (Waiter   *waiter,
               gboolean  done,
               GError   *error)
{
  g_mutex_lock (&waiter->mutex);
  waiter->done = TRUE;
  waiter->result = done;
  if (error != NULL)
    g_propagate_error (waiter->error, error);
  g_cond_signal (&waiter->cond);
  g_mutex_unlock (&waiter->mutex);
}

/* The call belongs to whoever gets the answer, and is gone with it. */
static void
answer (Job      *job,
        gboolean  done,
        GError   *error)
{
  if (job->task != NULL)
    answer_task (job->task, done, error);
  else
    answer_waiter (job->waiter, done, error);
}

static void
run_job (KqStoreThread *self,
         Job           *job)
{
  GError *error = NULL;
  gboolean done = !g_cancellable_set_error_if_cancelled (job->cancellable, &error) &&
                  kq_store_run (self->store, job->call, &error);

  answer (job, done, error);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static gboolean
is_save (Job *job)
{
  return job->call != NULL && job->call->func == kq_store_save &&
         !g_cancellable_is_cancelled (job->cancellable);
}

/* @first, and where it is a save, those that wait right behind it; @next is set
 * to what was taken off the queue, but isn't one. */
static GPtrArray *
take_group (KqStoreThread  *self,
            Job            *first,
            Job           **next)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);

  g_ptr_array_add (jobs, first);
  *next = NULL;
  while (is_save (first) && *next == NULL && jobs->len < MAX_GROUP)
    {
      Job *job = g_async_queue_try_pop (self->queue);

      if (job == NULL)
        break;
      if (is_save (job))
        g_ptr_array_add (jobs, job);
      else
        *next = job;
    }

  return jobs;
}

static gboolean
run_group (KqStoreThread *self,
           GPtrArray     *jobs)
{
  g_autoptr (KqStoreCall) group = NULL;

  if (jobs->len < 2)
    return FALSE;

  group = kq_store_call_new (kq_store_save_group, NULL);
  group->list = g_ptr_array_new ();
  for (guint i = 0; i < jobs->len; i++)
    g_ptr_array_add (group->list, ((Job *) g_ptr_array_index (jobs, i))->call);

  return kq_store_run (self->store, group, NULL);
}

static void
run_jobs (KqStoreThread *self,
          GPtrArray     *jobs)
{
  gboolean done = run_group (self, jobs);

  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      if (done)
        answer (job, TRUE, NULL);
      else
        run_job (self, job);
    }
  tell_news (self);
}

static gpointer
run (gpointer data)
{
  KqStoreThread *self = data;
  Job *job = g_async_queue_pop (self->queue);

  while (job->call != NULL)
    {
      Job *next;
      g_autoptr (GPtrArray) jobs = take_group (self, job, &next);

      run_jobs (self, jobs);
      job = next != NULL ? next : g_async_queue_pop (self->queue);
    }
  job_free (job);

  /* Whoever stopped it may want to open the file anew. */
  g_clear_pointer (&self->store->db, kq_sqlite_close);
  unref (self);

  return NULL;
}

/**
 * kq_store_thread_new:
 * @path: the library's file
 * @options: copied
 * @func: told of what came of the calls besides their answers
 * @data: (transfer full): its data
 * @free_data: frees it
 *
 * Returns: (transfer full): a thread that opens the file with its first call
 */
KqStoreThread *
kq_store_thread_new (const char           *path,
                     const KqStoreOptions *options,
                     KqStoreNewsFunc       func,
                     gpointer              data,
                     GDestroyNotify        free_data)
{
  KqStoreThread *self = g_new0 (KqStoreThread, 1);

  g_atomic_ref_count_init (&self->refs);
  self->queue = g_async_queue_new ();
  self->store = kq_store_new (path, options);
  self->func = func;
  self->data = data;
  self->free_data = free_data;

  g_atomic_ref_count_inc (&self->refs);
  self->thread = g_thread_new ("kq-library", run, self);

  return self;
}

/**
 * kq_store_thread_stop:
 * @self: (transfer full): a thread
 *
 * Waits until all that is queued is done, and closes the file. What calls it on
 * the thread itself, by dropping the last reference to a library there, doesn't
 * wait.
 */
void
kq_store_thread_stop (KqStoreThread *self)
{
  GThread *thread = self->thread;

  g_async_queue_push (self->queue, g_new0 (Job, 1));
  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else
    g_thread_join (thread);
  unref (self);
}

/**
 * kq_store_thread_queue:
 * @self: a thread
 * @task: (transfer full): a task, whose data is a #KqStoreCall
 *
 * Does the call after those that are queued, and returns a boolean or an error.
 */
void
kq_store_thread_queue (KqStoreThread *self,
                       GTask         *task)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->call = g_task_get_task_data (task);
  g_set_object (&job->cancellable, g_task_get_cancellable (task));
  g_async_queue_push (self->queue, job);
}

/**
 * kq_store_thread_run:
 * @self: a thread
 * @call: what to do
 * @urgent: whether it goes before all that is queued
 * @cancellable: (nullable): to give up, as long as it isn't begun
 * @error: return location for an error
 *
 * Does the call and waits for it. On the thread itself, as by a picture's source
 * that is asked within a save, it is done at once.
 *
 * Returns: whether it was done
 */
gboolean
kq_store_thread_run (KqStoreThread  *self,
                     KqStoreCall    *call,
                     gboolean        urgent,
                     GCancellable   *cancellable,
                     GError        **error)
{
  Waiter waiter = { .error = error };
  Job *job;

  if (self->thread == g_thread_self ())
    return call->func (self->store, call, error);

  g_mutex_init (&waiter.mutex);
  g_cond_init (&waiter.cond);
  job = g_new0 (Job, 1);
  job->call = call;
  job->waiter = &waiter;
  g_set_object (&job->cancellable, cancellable);
  if (urgent)
    g_async_queue_push_front (self->queue, job);
  else
    g_async_queue_push (self->queue, job);

  g_mutex_lock (&waiter.mutex);
  while (!waiter.done)
    g_cond_wait (&waiter.cond, &waiter.mutex);
  g_mutex_unlock (&waiter.mutex);
  g_mutex_clear (&waiter.mutex);
  g_cond_clear (&waiter.cond);

  return waiter.result;
}
