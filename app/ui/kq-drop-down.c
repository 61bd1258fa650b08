/* kq-drop-down.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-drop-down.h"

static void
setup_label (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  is_button)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* The button gives way in a narrow window; the list shows the whole. */
  if (GPOINTER_TO_INT (is_button))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_label (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (string));
}

static GtkListItemFactory *
make_factory (gboolean is_button)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_label), GINT_TO_POINTER (is_button));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label), NULL);

  return factory;
}

/**
 * kq_drop_down_new:
 * @model: (nullable): a model of #GtkStringObject
 *
 * Returns: (transfer floating): a drop-down that gives way in a narrow window
 */
GtkWidget *
kq_drop_down_new (GListModel *model)
{
  g_autoptr (GtkListItemFactory) button = make_factory (TRUE);
  g_autoptr (GtkListItemFactory) list = make_factory (FALSE);
  GtkWidget *drop_down;

  g_return_val_if_fail (model == NULL || G_IS_LIST_MODEL (model), NULL);

  drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), model);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list);

  return drop_down;
}
