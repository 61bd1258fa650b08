/* kq-setup-step.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-setup-step.h"

/**
 * KqSetupStep:
 *
 * A set-up step of a campaign: see the table.
 */
struct _KqSetupStep {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqSetupStep, kq_setup_step, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_SETUP_STEP_STEP] = { "step", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Step") },
  [KQ_SETUP_STEP_DONE] = { "done", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Done") },
  [KQ_SETUP_STEP_BY] = { "by", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Done by") },
  [KQ_SETUP_STEP_AT] = { "at", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Done on") },
};

static void
kq_setup_step_class_init (KqSetupStepClass *klass)
{
  KqObjectClass *object_class = KQ_OBJECT_CLASS (klass);

  kq_object_class_install_fields (object_class, N_("Set-up step"),
                                  fields, G_N_ELEMENTS (fields));
  object_class->keys[0] = KQ_SETUP_STEP_STEP;
  object_class->n_keys = 1;
}

static void
kq_setup_step_init (KqSetupStep *self)
{
}
