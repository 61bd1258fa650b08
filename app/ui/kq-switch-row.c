/* kq-switch-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-switch-row.h"

/**
 * KqSwitchRow:
 *
 * A switch.
 */
struct _KqSwitchRow {
  KqRow      parent_instance;

  GtkSwitch *control;
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (KqSwitchRow, kq_switch_row, KQ_TYPE_ROW)

static void
on_active_changed (KqSwitchRow *self)
{
  KqRow *row = KQ_ROW (self);

  if (self->showing || kq_row_get_object (row) == NULL)
    return;

  kq_row_begin_commit (row);
  kq_object_set_bool (kq_row_get_object (row), kq_row_get_index (row),
                      gtk_switch_get_active (self->control));
  kq_row_end_commit (row);
}

static void
kq_switch_row_refresh (KqRow *row)
{
  KqSwitchRow *self = KQ_SWITCH_ROW (row);

  self->showing = TRUE;
  gtk_switch_set_active (self->control, kq_object_get_bool (kq_row_get_object (row),
                                                            kq_row_get_index (row)));
  self->showing = FALSE;
}

static void
kq_switch_row_class_init (KqSwitchRowClass *klass)
{
  KQ_ROW_CLASS (klass)->refresh = kq_switch_row_refresh;
}

static void
kq_switch_row_init (KqSwitchRow *self)
{
  self->control = GTK_SWITCH (gtk_switch_new ());
  g_signal_connect_swapped (self->control, "notify::active", G_CALLBACK (on_active_changed), self);
  kq_row_set_control (KQ_ROW (self), GTK_WIDGET (self->control), GTK_WIDGET (self->control));
}
