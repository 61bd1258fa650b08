/* kq-tab-application.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-tab-application.h"

/**
 * KqTabApplication:
 *
 * An application for the member tab of a campaign: see the table.
 */
struct _KqTabApplication {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqTabApplication, kq_tab_application, KQ_TYPE_OBJECT)

static const KqWord state_words[] = {
  { "applied",  N_("Applied") },
  { "approved", N_("Approved") },
  { "refused",  N_("Refused") },
  { NULL }
};

static const KqField fields[] = {
  [KQ_TAB_APPLICATION_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_TAB_APPLICATION_AT] = { "at", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Applied on") },
  [KQ_TAB_APPLICATION_ACCOUNT] = { "account", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Account") },
  [KQ_TAB_APPLICATION_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Result"),
    .words = state_words },
  [KQ_TAB_APPLICATION_REASON] = { "reason", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Reason") },
};

static void
kq_tab_application_class_init (KqTabApplicationClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Application for the member tab"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_tab_application_init (KqTabApplication *self)
{
}
