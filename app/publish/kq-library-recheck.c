/* kq-library-recheck.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-recheck.h"

#include "kq-count-findings.h"
#include "kq-format.h"
#include "kq-library-assets.h"

/* Seconds after which what was found may no longer be so: rules speak of
 * expiry, and a day is as fine as they are. */
#define STALE_AFTER (24 * 60 * 60)

/**
 * KqLibraryRecheck:
 *
 * Keeps the numbers of findings in the library true without opening a campaign.
 * One campaign at a time is read, checked and counted on a thread.
 */
struct _KqLibraryRecheck {
  GObject       parent_instance;

  KqLibrary    *library;           /* (owned) */
  KqProfiles   *profiles;          /* (owned) */
  gint64        profiles_changed;
  GCancellable *cancellable;       /* (owned) (nullable): of the run under way */
  gboolean      again;             /* something changed since that began */
};

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqLibraryRecheck, kq_library_recheck, G_TYPE_OBJECT)

/* What the thread of a run is given. */
typedef struct {
  KqLibrary  *library;   /* (owned) */
  KqProfiles *profiles;  /* (owned) */
  gint64      profiles_changed;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->library);
  g_object_unref (run->profiles);
  g_free (run);
}

/**
 * kq_library_recheck_campaign:
 * @library: a library
 * @id: a campaign's id
 * @profiles: the platforms' numbers and choices
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Counts the findings of one campaign anew, whether or not that is due, and
 * waits for it. May be called in any thread.
 *
 * Returns: whether its numbers are stored; errors as of kq_library_load() and
 *   kq_library_set_counts()
 */
gboolean
kq_library_recheck_campaign (KqLibrary     *library,
                             const char    *id,
                             KqProfiles    *profiles,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (KqLibraryAssets) assets = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  gint64 version;
  int counts[3];

  g_return_val_if_fail (KQ_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (KQ_IS_PROFILES (profiles), FALSE);

  node = kq_library_load (library, id, 0, &version, cancellable, error);
  if (node == NULL)
    return FALSE;

  campaign = kq_format_to_campaign (node);
  assets = kq_library_assets_new (library, NULL);
  kq_count_findings (campaign, profiles, KQ_ASSET_SOURCE (assets), counts);

  return kq_library_set_counts (library, id, version, counts,
                                g_get_real_time () / G_USEC_PER_SEC, cancellable, error);
}

/* One that can't be read, or went meanwhile, doesn't keep the others from it. */
static void
recheck_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Run *run = task_data;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  items = kq_library_list (run->library, KQ_LIBRARY_LIST_ACTIVE | KQ_LIBRARY_LIST_ARCHIVED,
                           cancellable, &error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      KqLibraryItem *item = g_ptr_array_index (items, i);
      const char *id = kq_library_item_get_id (item);
      g_autoptr (GError) problem = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (kq_library_recheck_is_due (item, now, run->profiles_changed) &&
          !kq_library_recheck_campaign (run->library, id, run->profiles, cancellable, &problem))
        g_info ("%s: %s", id, problem->message);
    }

  g_task_return_boolean (task, TRUE);
}

static void
on_run_done (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  KqLibraryRecheck *self = KQ_LIBRARY_RECHECK (source);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (self->again)
    kq_library_recheck_start (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
kq_library_recheck_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, kq_library_recheck_is_busy (KQ_LIBRARY_RECHECK (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_library_recheck_dispose (GObject *object)
{
  KqLibraryRecheck *self = KQ_LIBRARY_RECHECK (object);

  kq_library_recheck_stop (self);
  g_clear_object (&self->library);
  g_clear_object (&self->profiles);

  G_OBJECT_CLASS (kq_library_recheck_parent_class)->dispose (object);
}

static void
kq_library_recheck_class_init (KqLibraryRecheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kq_library_recheck_get_property;
  object_class->dispose = kq_library_recheck_dispose;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_library_recheck_init (KqLibraryRecheck *self)
{
}

/**
 * kq_library_recheck_new:
 * @library: a library
 * @profiles: the platforms' numbers and choices; they aren't changed once they
 *   are read, so threads may share them
 * @profiles_changed: when a profile was last changed, in seconds since 1970;
 *   what was counted before is counted anew; 0 for never
 *
 * Returns: (transfer full): one that counts nothing yet
 */
KqLibraryRecheck *
kq_library_recheck_new (KqLibrary  *library,
                        KqProfiles *profiles,
                        gint64      profiles_changed)
{
  KqLibraryRecheck *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);

  self = g_object_new (KQ_TYPE_LIBRARY_RECHECK, NULL);
  self->library = g_object_ref (library);
  self->profiles = g_object_ref (profiles);
  self->profiles_changed = profiles_changed;

  return self;
}

/**
 * kq_library_recheck_start:
 * @self: one of a library
 *
 * Counts what is due. Called while that is under way, it looks once more
 * afterwards.
 */
void
kq_library_recheck_start (KqLibraryRecheck *self)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (KQ_IS_LIBRARY_RECHECK (self));

  self->again = self->cancellable != NULL;
  if (self->again)
    return;

  run = g_new0 (Run, 1);
  run->library = g_object_ref (self->library);
  run->profiles = g_object_ref (self->profiles);
  run->profiles_changed = self->profiles_changed;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_run_done, NULL);
  g_task_set_source_tag (task, kq_library_recheck_start);
  g_task_set_task_data (task, run, run_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, recheck_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * kq_library_recheck_stop:
 * @self: one of a library
 *
 * Counts no more; the one that is under way is given up after its campaign.
 */
void
kq_library_recheck_stop (KqLibraryRecheck *self)
{
  g_return_if_fail (KQ_IS_LIBRARY_RECHECK (self));

  self->again = FALSE;
  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * kq_library_recheck_is_busy:
 * @self: one of a library
 *
 * Returns: whether it is counting
 */
gboolean
kq_library_recheck_is_busy (KqLibraryRecheck *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_RECHECK (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * kq_library_recheck_is_due:
 * @item: a campaign of a library
 * @now: the moment, in seconds since 1970
 * @profiles_changed: when a profile was last changed, likewise
 *
 * Returns: whether its findings have to be counted: they never were, it was
 *   saved or the profiles were changed since, or that is more than a day ago or
 *   in a future that a wrong clock once showed
 */
gboolean
kq_library_recheck_is_due (KqLibraryItem *item,
                           gint64         now,
                           gint64         profiles_changed)
{
  gint64 checked;

  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (item), FALSE);

  checked = kq_library_item_get_checked (item);

  return kq_library_item_get_errors (item) == KQ_LIBRARY_NO_COUNT ||
         kq_library_item_is_check_due (item) ||
         checked < profiles_changed || checked > now || now - checked > STALE_AFTER;
}
