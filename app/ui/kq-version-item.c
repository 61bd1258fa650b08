/* kq-version-item.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-version-item.h"

#include <glib/gi18n-lib.h>

/**
 * KqVersionItem:
 *
 * A version in words. It doesn't change.
 */
struct _KqVersionItem {
  GObject    parent_instance;

  KqVersion *version; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KqVersionItem, kq_version_item, G_TYPE_OBJECT)

static void
kq_version_item_finalize (GObject *object)
{
  kq_version_free (KQ_VERSION_ITEM (object)->version);

  G_OBJECT_CLASS (kq_version_item_parent_class)->finalize (object);
}

static void
kq_version_item_class_init (KqVersionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_version_item_finalize;
}

static void
kq_version_item_init (KqVersionItem *self)
{
}

/**
 * kq_version_item_new:
 * @version: a version
 *
 * Returns: (transfer full): an item for it
 */
KqVersionItem *
kq_version_item_new (const KqVersion *version)
{
  KqVersionItem *self;

  g_return_val_if_fail (version != NULL, NULL);

  self = g_object_new (KQ_TYPE_VERSION_ITEM, NULL);
  self->version = kq_version_copy (version);

  return self;
}

/**
 * kq_version_item_get_version:
 * @self: an item
 *
 * Returns: (transfer none): its version
 */
const KqVersion *
kq_version_item_get_version (KqVersionItem *self)
{
  g_return_val_if_fail (KQ_IS_VERSION_ITEM (self), NULL);

  return self->version;
}

/**
 * kq_version_item_dup_title:
 * @self: an item
 *
 * Returns: (transfer full): when it was saved, in the local time zone
 */
char *
kq_version_item_dup_title (KqVersionItem *self)
{
  g_autoptr (GDateTime) saved = NULL;

  g_return_val_if_fail (KQ_IS_VERSION_ITEM (self), NULL);

  saved = g_date_time_new_from_unix_local (self->version->saved / 1000);

  /* Translators: a format for g_date_time_format(): a day and a time of it */
  return saved != NULL ? g_date_time_format (saved, C_("day and time", "%-d %b, %H:%M:%S"))
                       : g_strdup ("");
}

/**
 * kq_version_item_get_kind:
 * @self: an item
 *
 * Returns: what it came from, translated
 */
const char *
kq_version_item_get_kind (KqVersionItem *self)
{
  static const char * const kinds[] = {
    N_("Edited"), N_("Imported"), N_("Brought back"), N_("Merged"), N_("From the team"),
  };

  g_return_val_if_fail (KQ_IS_VERSION_ITEM (self), "");

  return self->version->kind < G_N_ELEMENTS (kinds) ? _(kinds[self->version->kind]) : "";
}
