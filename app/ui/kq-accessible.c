/* kq-accessible.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-accessible.h"

/**
 * kq_accessible_set_name:
 * @self: a widget
 * @name: what it is called
 *
 * Names a widget for those who don't see it. Later versions of GTK have buttons
 * and lists named by what is written on them, which goes before any other name:
 * here it doesn't.
 */
void
kq_accessible_set_name (GtkAccessible *self,
                        const char    *name)
{
  g_return_if_fail (GTK_IS_ACCESSIBLE (self));
  g_return_if_fail (name != NULL);

  gtk_accessible_reset_relation (self, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (self, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
