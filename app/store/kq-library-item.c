/* kq-library-item.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-item-private.h"

#include <glib/gi18n-lib.h>

/**
 * KqLibraryItem:
 *
 * A campaign as the library lists it.
 */
struct _KqLibraryItem {
  GObject      parent_instance;

  KqItemFacts  facts;
  char        *id;     /* (owned) */
  char        *name;   /* (owned) */
  char        *key;    /* (owned) (nullable): made when it is first asked for */
};

enum {
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_START,
  PROP_END,
  PROP_PLATFORMS,
  PROP_STATE,
  PROP_UPDATED,
  PROP_VERSION,
  PROP_ERRORS,
  PROP_WARNINGS,
  PROP_ADVICE,
  PROP_CHECKED,
  PROP_SYNC,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqLibraryItem, kq_library_item, G_TYPE_OBJECT)

static void
kq_library_item_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  KqLibraryItem *self = KQ_LIBRARY_ITEM (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_START:
      g_value_set_boxed (value, &self->facts.start);
      break;
    case PROP_END:
      g_value_set_boxed (value, &self->facts.end);
      break;
    case PROP_PLATFORMS:
      g_value_set_uint (value, self->facts.platforms);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->facts.state);
      break;
    case PROP_UPDATED:
      g_value_set_int64 (value, self->facts.updated);
      break;
    case PROP_VERSION:
      g_value_set_int64 (value, self->facts.version);
      break;
    case PROP_ERRORS:
    case PROP_WARNINGS:
    case PROP_ADVICE:
      g_value_set_int (value, self->facts.counts[id - PROP_ERRORS]);
      break;
    case PROP_CHECKED:
      g_value_set_int64 (value, self->facts.checked);
      break;
    case PROP_SYNC:
      g_value_set_string (value, kq_library_item_get_sync (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_library_item_finalize (GObject *object)
{
  KqLibraryItem *self = KQ_LIBRARY_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->key);

  G_OBJECT_CLASS (kq_library_item_parent_class)->finalize (object);
}

static void
kq_library_item_class_init (KqLibraryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = kq_library_item_get_property;
  object_class->finalize = kq_library_item_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, KQ_TYPE_TIME, flags);
  properties[PROP_END] = g_param_spec_boxed ("end", NULL, NULL, KQ_TYPE_TIME, flags);
  properties[PROP_PLATFORMS] = g_param_spec_uint ("platforms", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_UPDATED] = g_param_spec_int64 ("updated", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                 flags);
  properties[PROP_VERSION] = g_param_spec_int64 ("version", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                 flags);
  properties[PROP_ERRORS] = g_param_spec_int ("errors", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_WARNINGS] = g_param_spec_int ("warnings", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_ADVICE] = g_param_spec_int ("advice", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_CHECKED] = g_param_spec_int64 ("checked", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                 flags);
  properties[PROP_SYNC] = g_param_spec_string ("sync", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_library_item_init (KqLibraryItem *self)
{
}

/* May be called in any thread, for an item that is handed over. */
KqLibraryItem *
kq_library_item_new (const KqItemFacts *facts)
{
  KqLibraryItem *self = g_object_new (KQ_TYPE_LIBRARY_ITEM, NULL);

  self->facts = *facts;
  self->id = g_strdup (facts->id);
  self->name = g_strdup (facts->name);
  self->facts.id = self->id;
  self->facts.name = self->name;

  return self;
}

static void
notify_if (KqLibraryItem *self,
           guint          property,
           gboolean       differs)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
notify_differences (KqLibraryItem     *self,
                    const KqItemFacts *old,
                    gboolean           renamed)
{
  const KqItemFacts *facts = &self->facts;

  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, PROP_NAME, renamed);
  notify_if (self, PROP_START, !kq_time_equal (old->start, facts->start));
  notify_if (self, PROP_END, !kq_time_equal (old->end, facts->end));
  notify_if (self, PROP_PLATFORMS, old->platforms != facts->platforms);
  notify_if (self, PROP_STATE, old->state != facts->state);
  notify_if (self, PROP_UPDATED, old->updated != facts->updated);
  notify_if (self, PROP_VERSION, old->version != facts->version);
  for (int i = 0; i < 3; i++)
    notify_if (self, PROP_ERRORS + i, old->counts[i] != facts->counts[i]);
  notify_if (self, PROP_CHECKED, old->checked != facts->checked);
  notify_if (self, PROP_SYNC, old->sync != facts->sync);
  g_object_thaw_notify (G_OBJECT (self));
}

void
kq_library_item_take (KqLibraryItem *self,
                      KqLibraryItem *other)
{
  KqItemFacts old = self->facts;
  gboolean renamed = !g_str_equal (self->name, other->name);

  g_assert (g_str_equal (self->id, other->id));

  if (renamed)
    {
      g_free (self->name);
      self->name = g_strdup (other->name);
      g_clear_pointer (&self->key, g_free);
    }
  self->facts = other->facts;
  self->facts.id = self->id;
  self->facts.name = self->name;
  notify_differences (self, &old, renamed);
}

const char *
kq_library_item_get_key (KqLibraryItem *self)
{
  if (self->key == NULL)
    self->key = g_utf8_collate_key (self->name, -1);

  return self->key;
}

/**
 * kq_library_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the campaign's id
 */
const char *
kq_library_item_get_id (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), NULL);

  return self->id;
}

/**
 * kq_library_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): the campaign's name, "" where it has none
 */
const char *
kq_library_item_get_name (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), NULL);

  return self->name;
}

/**
 * kq_library_item_get_start:
 * @self: an item
 *
 * Returns: when the campaign starts, or %KQ_TIME_NONE
 */
KqTime
kq_library_item_get_start (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), KQ_TIME_NONE);

  return self->facts.start;
}

/**
 * kq_library_item_get_end:
 * @self: an item
 *
 * Returns: the last second of the campaign, or %KQ_TIME_NONE
 */
KqTime
kq_library_item_get_end (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), KQ_TIME_NONE);

  return self->facts.end;
}

/**
 * kq_library_item_get_platforms:
 * @self: an item
 *
 * Returns: 1 << #KqPlatform of each of the campaign's shops
 */
guint
kq_library_item_get_platforms (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), 0);

  return self->facts.platforms;
}

/**
 * kq_library_item_get_state:
 * @self: an item
 *
 * Returns: what is meant to become of the campaign
 */
KqLibraryState
kq_library_item_get_state (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), KQ_LIBRARY_STATE_ACTIVE);

  return self->facts.state;
}

/**
 * kq_library_item_get_updated:
 * @self: an item
 *
 * Returns: when the campaign was last saved, in milliseconds since
 *   1970-01-01T00:00:00Z
 */
gint64
kq_library_item_get_updated (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), 0);

  return self->facts.updated;
}

/**
 * kq_library_item_get_version:
 * @self: an item
 *
 * Returns: the number of the campaign's newest version
 */
gint64
kq_library_item_get_version (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), 0);

  return self->facts.version;
}

/**
 * kq_library_item_get_errors:
 * @self: an item
 *
 * Returns: how many errors were found when it was last checked, or -1
 */
int
kq_library_item_get_errors (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), -1);

  return self->facts.counts[0];
}

/**
 * kq_library_item_get_warnings:
 * @self: an item
 *
 * Returns: how many warnings were found when it was last checked, or -1
 */
int
kq_library_item_get_warnings (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), -1);

  return self->facts.counts[1];
}

/**
 * kq_library_item_get_advice:
 * @self: an item
 *
 * Returns: how much advice there was when it was last checked, or -1
 */
int
kq_library_item_get_advice (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), -1);

  return self->facts.counts[2];
}

/**
 * kq_library_item_get_checked:
 * @self: an item
 *
 * Returns: when it was last checked, in seconds since 1970-01-01T00:00:00Z, or
 *   0 for never
 */
gint64
kq_library_item_get_checked (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), 0);

  return self->facts.checked;
}

/**
 * kq_library_item_is_check_due:
 * @self: an item
 *
 * Returns: whether the counts are of an older version, or not known
 */
gboolean
kq_library_item_is_check_due (KqLibraryItem *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), FALSE);

  return self->facts.counted < self->facts.version;
}

/**
 * kq_library_item_get_sync:
 * @self: an item
 *
 * Returns: (transfer none): how the campaign stands with the team's remote, for
 *   machines: “synced”, “pending”, “conflict”, “refused”, “deleted-by-team”, or ""
 *   where there is no remote
 */
const char *
kq_library_item_get_sync (KqLibraryItem *self)
{
  static const char * const words[] = {
    [KQ_ITEM_SYNC_NONE] = "",
    [KQ_ITEM_SYNC_DONE] = "synced",
    [KQ_ITEM_SYNC_PENDING] = "pending",
    [KQ_ITEM_SYNC_CONFLICT] = "conflict",
    [KQ_ITEM_SYNC_REFUSED] = "refused",
    [KQ_ITEM_SYNC_ASKED] = "deleted-by-team",
  };

  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), "");

  return words[MIN ((guint) self->facts.sync, KQ_ITEM_SYNC_ASKED)];
}

/**
 * kq_library_item_describe_sync:
 * @self: an item
 *
 * Returns: (transfer none): the same for people; "" where there is nothing to say
 */
const char *
kq_library_item_describe_sync (KqLibraryItem *self)
{
  static const char * const words[] = {
    [KQ_ITEM_SYNC_NONE] = "",
    [KQ_ITEM_SYNC_DONE] = "",
    [KQ_ITEM_SYNC_PENDING] = N_("not sent yet"),
    [KQ_ITEM_SYNC_CONFLICT] = N_("to be decided"),
    [KQ_ITEM_SYNC_REFUSED] = N_("refused by the server"),
    [KQ_ITEM_SYNC_ASKED] = N_("deleted by the team"),
  };
  const char *word;

  g_return_val_if_fail (KQ_IS_LIBRARY_ITEM (self), "");

  word = words[MIN ((guint) self->facts.sync, KQ_ITEM_SYNC_ASKED)];

  return *word != '\0' ? _(word) : "";
}
