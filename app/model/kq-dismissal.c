/* kq-dismissal.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-dismissal.h"

/**
 * KqDismissal:
 *
 * A dismissed advice of a campaign: see the table.
 */
struct _KqDismissal {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqDismissal, kq_dismissal, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_DISMISSAL_RULE] = { "rule", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Rule") },
  [KQ_DISMISSAL_OBJECT] = { "object", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Object") },
};

static void
kq_dismissal_class_init (KqDismissalClass *klass)
{
  KqObjectClass *object_class = KQ_OBJECT_CLASS (klass);

  kq_object_class_install_fields (object_class, N_("Dismissed advice"),
                                  fields, G_N_ELEMENTS (fields));
  object_class->keys[0] = KQ_DISMISSAL_RULE;
  object_class->keys[1] = KQ_DISMISSAL_OBJECT;
  object_class->n_keys = 2;
}

static void
kq_dismissal_init (KqDismissal *self)
{
}
