/* kq-list-pane.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list-pane-private.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-list-pane-layout.h"
#include "kq-object-row.h"
#include "kq-wrap-box.h"

enum {
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * KqListPane:
 *
 * What every section of a list is made of. The list keeps its own scroller, so
 * that the form of the selected object is always in sight.
 */
G_DEFINE_FINAL_TYPE (KqListPane, kq_list_pane, GTK_TYPE_WIDGET)

/* Whether the search leaves @object in sight. */
gboolean
kq_list_pane_matches (KqListPane *self,
                      KqObject   *object)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (self->needle == NULL)
    return TRUE;

  text = kq_object_row_dup_text (self->spec, self->document, object);
  folded = g_utf8_casefold (text, -1);

  return strstr (folded, self->needle) != NULL;
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  return kq_list_pane_matches (data, item);
}

static void
on_search_changed (KqListPane *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = g_utf8_casefold (text, -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Ends the search. */
void
kq_list_pane_show_all (KqListPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
  on_search_changed (self);
}

static void
on_stop_search (KqListPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* (nullable): the object whose form is shown */
static KqObject *
get_only_chosen (KqListPane *self)
{
  return self->chosen->len == 1 ? g_ptr_array_index (self->chosen, 0) : NULL;
}

static void
update_summary (KqListPane *self)
{
  KqObject *object = get_only_chosen (self);
  g_autofree char *summary = NULL;

  if (object != NULL && self->spec->dup_summary != NULL)
    summary = self->spec->dup_summary (self->document, object);
  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
}

/* Nothing at all says what belongs here; nothing found says nothing. */
static void
update_empty (KqListPane *self)
{
  gboolean is_empty = self->list == NULL || kq_list_get_length (self->list) == 0;
  gboolean has_selected = self->chosen->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->empty), is_empty);
  gtk_widget_set_visible (self->list_clamp, !is_empty);
  gtk_widget_set_visible (self->body, !is_empty);
  gtk_widget_set_sensitive (self->body, has_selected);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), !is_empty);
}

static void
ensure_form (KqListPane *self)
{
  if (self->form != NULL)
    return;

  self->form = KQ_FORM (kq_form_new (self->spec->groups, self->spec->n_groups));
  gtk_box_append (self->body_box, GTK_WIDGET (self->form));
}

static void
update_several (KqListPane *self)
{
  guint n = self->chosen->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->several_label, text);
  gtk_widget_set_visible (self->several, n > 1);
  if (self->form != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->form), n <= 1);
}

/* Shows the form of what is selected: another has been, or none, or several. */
void
kq_list_pane_show_chosen (KqListPane *self)
{
  KqObject *object = get_only_chosen (self);

  update_empty (self);
  if (object != NULL)
    ensure_form (self);
  if (self->form != NULL)
    kq_form_set_object (self->form, object != NULL ? self->document : NULL, object);
  update_several (self);
  g_signal_group_set_target (self->changes, object);
  update_summary (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* (nullable): the object of the list that @object is or is within */
static KqObject *
find_item (KqListPane *self,
           KqObject   *object)
{
  guint position;

  while (object != NULL && self->list != NULL)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (object, g_list_model_get_item_type (G_LIST_MODEL (self->list))) &&
          kq_list_index_of (self->list, object, &position))
        return object;
      object = kq_object_get_parent (object);
    }

  return NULL;
}

static void
show_spec (KqListPane *self)
{
  const KqListSpec *spec = self->spec;
  g_autofree char *add = g_strdup_printf (_("Add %s"), _(spec->add_label));
  g_autofree char *search = g_strdup_printf (_("Search %s"), _(spec->title));

  gtk_label_set_label (self->add_label, _(spec->add_label));
  gtk_widget_set_tooltip_text (self->add_button, add);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->add_button), add);
  g_object_set (self->search_entry, "placeholder-text", _("Search…"), NULL);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->search_entry), search);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->list_view), _(spec->title));
  adw_status_page_set_icon_name (self->empty, spec->icon_name);
  adw_status_page_set_title (self->empty, _(spec->title));
  adw_status_page_set_description (self->empty, _(spec->empty_text));
}

static void
kq_list_pane_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, kq_list_pane_get_selected (KQ_LIST_PANE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_list_pane_dispose (GObject *object)
{
  KqListPane *self = KQ_LIST_PANE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->list_clamp, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  if (self->empty != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->empty)));
  g_clear_object (&self->selection);
  g_clear_object (&self->grown);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->document);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_list_pane_parent_class)->dispose (object);
}

static void
kq_list_pane_class_init (KqListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kq_list_pane_get_property;
  object_class->dispose = kq_list_pane_dispose;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, KQ_TYPE_OBJECT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (KQ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KqListPane, head);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, list_clamp);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, body);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, body_box);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, empty);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, add_label);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, summary);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, several);
  gtk_widget_class_bind_template_child (widget_class, KqListPane, several_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_set_layout_manager_type (widget_class, KQ_TYPE_LIST_PANE_LAYOUT);
}

static void
kq_list_pane_init (KqListPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->grown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), 0,
                                          G_MAXUINT);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->grown)));
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (update_summary), self);
  kq_list_pane_follow_selection (self);

  kq_list_pane_make_rows (self);
}

/**
 * kq_list_pane_new:
 * @spec: what it is a list of
 *
 * Returns: (transfer floating): the list, without a document
 */
GtkWidget *
kq_list_pane_new (const KqListSpec *spec)
{
  KqListPane *self;

  g_return_val_if_fail (spec != NULL, NULL);

  self = g_object_new (KQ_TYPE_LIST_PANE, NULL);
  self->spec = spec;
  show_spec (self);
  update_empty (self);

  return GTK_WIDGET (self);
}

/**
 * kq_list_pane_set_document:
 * @self: a list
 * @document: (nullable): the document whose list it shall show
 *
 * Lets it show a document.
 */
void
kq_list_pane_set_document (KqListPane *self,
                           KqDocument *document)
{
  g_return_if_fail (KQ_IS_LIST_PANE (self));
  g_return_if_fail (document == NULL || KQ_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->list);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;

  self->list = g_object_ref (kq_object_get_list (KQ_OBJECT (kq_document_get_campaign (document)),
                                                 self->spec->list));
  kq_list_pane_grow (self);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->list));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (update_empty), self);
  update_empty (self);
}

/**
 * kq_list_pane_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the first of the objects that are
 *   selected: its form is shown where it is the only one
 */
KqObject *
kq_list_pane_get_selected (KqListPane *self)
{
  g_return_val_if_fail (KQ_IS_LIST_PANE (self), NULL);

  return self->chosen != NULL && self->chosen->len > 0 ? g_ptr_array_index (self->chosen, 0) : NULL;
}

/**
 * kq_list_pane_contains:
 * @self: a list
 * @object: an object of a campaign
 *
 * Returns: whether it is in the list, or within an object of the list
 */
gboolean
kq_list_pane_contains (KqListPane *self,
                       KqObject   *object)
{
  g_return_val_if_fail (KQ_IS_LIST_PANE (self), FALSE);
  g_return_val_if_fail (KQ_IS_OBJECT (object), FALSE);

  return find_item (self, object) != NULL;
}

/**
 * kq_list_pane_reveal:
 * @self: a list
 * @object: an object of the list, or one within
 * @field: a row of the object's table, or %KQ_NO_FIELD
 *
 * Selects the object, and brings the row of its form into sight.
 */
void
kq_list_pane_reveal (KqListPane *self,
                     KqObject   *object,
                     guint       field)
{
  KqObject *item;

  g_return_if_fail (KQ_IS_LIST_PANE (self));
  g_return_if_fail (KQ_IS_OBJECT (object));

  item = find_item (self, object);
  if (item == NULL)
    return;

  kq_list_pane_select_object (self, item);
  if (field != KQ_NO_FIELD && self->form != NULL)
    kq_form_reveal (self->form, object, field);
}

/**
 * kq_list_pane_search:
 * @self: a list
 *
 * Puts the cursor into the search.
 */
void
kq_list_pane_search (KqListPane *self)
{
  g_return_if_fail (KQ_IS_LIST_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
