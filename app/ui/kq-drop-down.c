/* kq-drop-down.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-drop-down.h"

#include "kq-accessible.h"

static GtkWidget *
append_label (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);

  return label;
}

/* The button gives way in a narrow window; the list shows the whole. */
static void
setup_button (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_label_set_ellipsize (GTK_LABEL (append_label (item)), PANGO_ELLIPSIZE_END);
}

static void
setup_line (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *label = append_label (item);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (gtk_list_item_get_child (item)), mark);
  g_object_bind_property (item, "selected", mark, "visible", G_BINDING_SYNC_CREATE);
}

static void
bind_label (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
}

static GtkListItemFactory *
make_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
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
  g_autoptr (GtkListItemFactory) button = make_factory (G_CALLBACK (setup_button));
  g_autoptr (GtkListItemFactory) list = make_factory (G_CALLBACK (setup_line));
  GtkWidget *drop_down;

  g_return_val_if_fail (model == NULL || G_IS_LIST_MODEL (model), NULL);

  drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), model);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list);

  return drop_down;
}

static gboolean
has_words (GtkDropDown        *drop_down,
           const char * const *words)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  if (!GTK_IS_STRING_LIST (model) || g_strv_length ((char **) words) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (words[i], gtk_string_list_get_string (GTK_STRING_LIST (model), i)))
      return FALSE;

  return TRUE;
}

/**
 * kq_drop_down_set_words:
 * @drop_down: a drop-down
 * @words: (array zero-terminated=1): what can be chosen
 * @selected: the position of what is chosen
 *
 * Sets what can be chosen, and leaves the list alone where it says that
 * already.
 */
void
kq_drop_down_set_words (GtkDropDown        *drop_down,
                        const char * const *words,
                        guint               selected)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (words != NULL);

  if (!has_words (drop_down, words))
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (words);

      gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
    }
  gtk_drop_down_set_selected (drop_down, selected);
}

/**
 * kq_drop_down_set_name:
 * @drop_down: a list that drops down
 * @name: what is chosen there, for those who don't see it
 *
 * Names it, and the button within, which has the focus.
 */
void
kq_drop_down_set_name (GtkWidget  *drop_down,
                       const char *name)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  button = gtk_widget_get_first_child (drop_down);
  kq_accessible_set_name (GTK_ACCESSIBLE (drop_down), name);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), name);
}

/**
 * kq_drop_down_new_named:
 * @words: (array zero-terminated=1): what can be chosen
 * @name: what is chosen there, for those who don't see it
 *
 * Returns: (transfer floating): a drop-down for these words
 */
GtkWidget *
kq_drop_down_new_named (const char * const *words,
                        const char         *name)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);
  GtkWidget *drop_down = kq_drop_down_new (G_LIST_MODEL (list));

  kq_drop_down_set_name (drop_down, name);

  return drop_down;
}
