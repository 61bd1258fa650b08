/* kq-poster.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-poster.h"

/**
 * KqPoster:
 *
 * A poster of a campaign: see the table.
 */
struct _KqPoster {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqPoster, kq_poster, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_POSTER_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_POSTER_IMAGE] = { "image", KQ_FIELD_IMAGE, KQ_FIELD_PLAIN, N_("Picture") },
  [KQ_POSTER_LINK] = { "link", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Link") },
};

static void
kq_poster_class_init (KqPosterClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Poster"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_poster_init (KqPoster *self)
{
}
