/* kq-picker.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-picker.h"

/* From how many items on there is a search */
#define MANY 8

/**
 * KqPicker:
 *
 * The contents of a reference row's popover: one of the items, or any number.
 */
struct _KqPicker {
  AdwBin              parent_instance;

  gboolean            multiple;
  GtkFilterListModel *items;  /* (owned) */
  GtkWidget          *search;
};

enum {
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqPicker, kq_picker, ADW_TYPE_BIN)

static void
pick (KqPicker   *self,
      KqPickItem *item)
{
  kq_pick_item_set_chosen (item, !self->multiple || !kq_pick_item_get_chosen (item));
  g_signal_emit (self, signals[PICKED], 0, item);
}

static void
on_activate (KqPicker *self,
             guint     position)
{
  g_autoptr (KqPickItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  pick (self, item);
}

/* By the keyboard: a click goes to the row, which activates. */
static void
on_toggled (KqPicker       *self,
            GtkCheckButton *check)
{
  KqPickItem *item = g_object_get_data (G_OBJECT (check), "item");

  if (item != NULL && gtk_check_button_get_active (check) != kq_pick_item_get_chosen (item))
    pick (self, item);
}

static void
setup_item (KqPicker    *self,
            GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_widget_set_can_target (check, FALSE);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_item (KqPicker    *self,
           GtkListItem *list_item)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *label = gtk_widget_get_next_sibling (check);
  GtkWidget *detail = gtk_widget_get_next_sibling (label);
  KqPickItem *item = gtk_list_item_get_item (list_item);
  const char *text = kq_pick_item_get_detail (item);

  gtk_label_set_label (GTK_LABEL (label), kq_pick_item_get_label (item));
  gtk_label_set_label (GTK_LABEL (detail), text != NULL ? text : "");
  kq_accessible_set_name (GTK_ACCESSIBLE (check), kq_pick_item_get_label (item));
  g_object_set_data (G_OBJECT (check), "binding",
                     g_object_bind_property (item, "chosen", check, "active",
                                             G_BINDING_SYNC_CREATE));
  g_object_set_data (G_OBJECT (check), "item", item);
}

static void
unbind_item (KqPicker    *self,
             GtkListItem *list_item)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  g_binding_unbind (g_object_steal_data (G_OBJECT (check), "binding"));
  g_object_set_data (G_OBJECT (check), "item", NULL);
}

static void
kq_picker_dispose (GObject *object)
{
  g_clear_object (&KQ_PICKER (object)->items);

  G_OBJECT_CLASS (kq_picker_parent_class)->dispose (object);
}

static void
kq_picker_class_init (KqPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_picker_dispose;

  /**
   * KqPicker::picked:
   * @self: the picker
   * @item: a [class@PickItem] that the user has chosen, or no longer
   *
   * The user has picked.
   */
  signals[PICKED] = g_signal_new ("picked", KQ_TYPE_PICKER, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, KQ_TYPE_PICK_ITEM);
}

static GtkWidget *
make_list (KqPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  GtkWidget *list, *scroller = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_item), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_item), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_item), self);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (on_activate), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static void
kq_picker_init (KqPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkExpression *label = gtk_property_expression_new (KQ_TYPE_PICK_ITEM, NULL, "label");
  GtkStringFilter *filter = gtk_string_filter_new (label);

  self->search = gtk_search_entry_new ();
  kq_accessible_set_name (GTK_ACCESSIBLE (self->search), _("Search"));
  g_object_bind_property (self->search, "text", filter, "search", G_BINDING_DEFAULT);
  self->items = gtk_filter_list_model_new (NULL, GTK_FILTER (filter));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_picker_new:
 * @multiple: whether any number can be chosen
 *
 * Returns: (transfer floating): a picker without items
 */
GtkWidget *
kq_picker_new (gboolean multiple)
{
  KqPicker *self = g_object_new (KQ_TYPE_PICKER, NULL);

  self->multiple = multiple;
  return GTK_WIDGET (self);
}

/**
 * kq_picker_set_items:
 * @self: a picker
 * @items: a list of [class@PickItem]
 *
 * Gives other items to pick from.
 */
void
kq_picker_set_items (KqPicker   *self,
                     GListModel *items)
{
  g_return_if_fail (KQ_IS_PICKER (self));
  g_return_if_fail (G_IS_LIST_MODEL (items));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, g_list_model_get_n_items (items) > MANY);
  gtk_filter_list_model_set_model (self->items, items);
}
