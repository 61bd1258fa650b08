/* kq-nested-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-nested-list.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-document-edit.h"
#include "kq-nested-pictures.h"
#include "kq-nested-row.h"

/**
 * KqNestedList:
 *
 * A row for each object, which goes with it wherever it is moved to.
 */
struct _KqNestedList {
  AdwBin               parent_instance;

  const KqFormGroup   *group;
  KqDocument          *document; /* (owned) (nullable) */
  KqObject            *object;   /* (owned) (nullable) */
  KqList              *list;     /* (owned) (nullable) */

  AdwPreferencesGroup *frame;
  GtkWidget           *rows;
  GtkLabel            *empty;
  GtkWidget           *add;      /* a button, or a menu button of the kinds */
  KqNestedPictures    *pictures; /* (nullable): where pictures make objects */
};

G_DEFINE_FINAL_TYPE (KqNestedList, kq_nested_list, ADW_TYPE_BIN)

static KqNestedRow *
find_row (KqNestedList *self,
          KqObject     *object)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL && kq_nested_row_get_object (KQ_NESTED_ROW (row)) != object)
    row = gtk_widget_get_next_sibling (row);

  return row != NULL ? KQ_NESTED_ROW (row) : NULL;
}

/* Whoever takes rows out with the keyboard goes on with the next one. */
static void
drop_row (KqNestedList *self,
          GtkWidget    *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (row);
  if (gtk_widget_get_focus_child (self->rows) == row)
    gtk_widget_child_focus (next != NULL ? next : self->add, GTK_DIR_TAB_FORWARD);
  gtk_box_remove (GTK_BOX (self->rows), row);
}

static gboolean
is_in_list (KqNestedList *self,
            GtkWidget    *row)
{
  return self->list != NULL &&
         kq_list_index_of (self->list, kq_nested_row_get_object (KQ_NESTED_ROW (row)), NULL);
}

static void
update_rows (KqNestedList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);
  GtkWidget *before = NULL;
  guint n = self->list != NULL ? kq_list_get_length (self->list) : 0;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (!is_in_list (self, row))
        drop_row (self, row);
      row = next;
    }
  for (guint i = 0; i < n; i++)
    {
      KqObject *object = kq_list_get (self->list, i);

      row = GTK_WIDGET (find_row (self, object));
      if (row == NULL)
        {
          row = kq_nested_row_new (self->group->nested, self->document, object);
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_box_reorder_child_after (GTK_BOX (self->rows), row, before);
      before = row;
    }

  gtk_widget_set_visible (self->rows, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n == 0);
}

/* As the object @word names, or the first kind that there isn't yet */
static void
add_object (KqNestedList *self,
            const char   *word)
{
  const KqNestedSpec *spec = self->group->nested;
  g_autoptr (KqObject) object = NULL;
  g_autofree char *id = NULL;

  if (self->list == NULL)
    return;

  id = kq_list_new_id (self->list, spec->id_prefix);
  object = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (self->list)), NULL);
  kq_object_set_text (object, kq_object_find_field (object, "id"), id);
  if (word != NULL)
    kq_object_set_word (object, kq_object_find_field (object, spec->kind), word);

  kq_document_insert (self->document, self->list, kq_list_get_length (self->list), object);
  kq_nested_row_open (find_row (self, object));
}

static void
on_add_clicked (KqNestedList *self)
{
  add_object (self, NULL);
}

static void
on_kind_clicked (GtkWidget *button,
                 gpointer   data)
{
  KqNestedList *self = KQ_NESTED_LIST (data);
  const KqWord *word = g_object_get_data (G_OBJECT (button), "word");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add));
  add_object (self, word->word);
}

static GtkWidget *
make_kind_button (KqNestedList *self,
                  const KqWord *word,
                  const char   *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  kq_accessible_set_name (GTK_ACCESSIBLE (button), text);
  g_object_set_data (G_OBJECT (button), "word", (gpointer) word);
  g_signal_connect (button, "clicked", G_CALLBACK (on_kind_clicked), self);

  return button;
}

/* Made anew each time: the words may be the platform's own. */
static void
show_kinds (GtkMenuButton *menu_button,
            gpointer       data)
{
  KqNestedList *self = KQ_NESTED_LIST (data);
  GType type = g_list_model_get_item_type (G_LIST_MODEL (self->list));
  g_autoptr (KqObject) example = g_object_new (type, NULL);
  const KqField *field;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint index = kq_object_find_field (example, self->group->nested->kind);

  field = kq_object_get_field (example, index);
  for (guint i = 0; i < kq_field_get_n_words (field); i++)
    gtk_box_append (GTK_BOX (box),
                    make_kind_button (self, &field->words[i],
                                      kq_object_get_word_label (example, index, i)));
  gtk_widget_add_css_class (popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (menu_button, popover);
}

static GtkWidget *
make_add (KqNestedList *self)
{
  const KqNestedSpec *spec = self->group->nested;
  const char *label = _(spec->add_label);
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  if (spec->kind != NULL)
    {
      self->add = gtk_menu_button_new ();
      gtk_menu_button_set_child (GTK_MENU_BUTTON (self->add), content);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), show_kinds, self, NULL);
    }
  else
    {
      self->add = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->add), content);
      g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add_clicked), self);
    }
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->add), label);

  return self->add;
}

/* What stands at the end of the heading */
static GtkWidget *
make_buttons (KqNestedList *self)
{
  GtkWidget *add = make_add (self);
  GtkWidget *box;

  if (self->group->nested->picture == NULL)
    return add;

  self->pictures = KQ_NESTED_PICTURES (kq_nested_pictures_new (self->group->nested,
                                                               GTK_WIDGET (self)));
  adw_preferences_group_add (self->frame, GTK_WIDGET (self->pictures));
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), kq_nested_pictures_make_button (self->pictures));
  gtk_box_append (GTK_BOX (box), add);

  return box;
}

static void
kq_nested_list_dispose (GObject *object)
{
  KqNestedList *self = KQ_NESTED_LIST (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->document);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (kq_nested_list_parent_class)->dispose (object);
}

static void
kq_nested_list_class_init (KqNestedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_nested_list_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "nestedlist");
}

static void
kq_nested_list_init (KqNestedList *self)
{
  self->frame = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->rows = g_object_new (GTK_TYPE_BOX,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                             "orientation", GTK_ORIENTATION_VERTICAL,
                             NULL);
  gtk_widget_add_css_class (self->rows, "card");
  gtk_widget_add_css_class (self->rows, "nested-list");
  self->empty = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_label_set_xalign (self->empty, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "dim-label");
  adw_preferences_group_add (self->frame, self->rows);
  adw_preferences_group_add (self->frame, GTK_WIDGET (self->empty));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->frame));
}

/**
 * kq_nested_list_new:
 * @group: a group with a nested list, static
 *
 * Returns: (transfer floating): the list, bound to nothing yet
 */
GtkWidget *
kq_nested_list_new (const KqFormGroup *group)
{
  KqNestedList *self;
  const char *title;

  g_return_val_if_fail (group != NULL && group->nested != NULL, NULL);

  self = g_object_new (KQ_TYPE_NESTED_LIST, NULL);
  self->group = group;
  title = _(group->title);
  adw_preferences_group_set_title (self->frame, title);
  adw_preferences_group_set_header_suffix (self->frame, make_buttons (self));
  gtk_label_set_label (self->empty, _(group->nested->empty_text));
  kq_accessible_set_name (GTK_ACCESSIBLE (self->rows), title);

  return GTK_WIDGET (self);
}

/**
 * kq_nested_list_bind:
 * @self: a list
 * @document: (nullable): the document, %NULL together with @object
 * @object: (nullable): an object that has the list
 *
 * Shows the list of another object.
 */
void
kq_nested_list_bind (KqNestedList *self,
                     KqDocument   *document,
                     KqObject     *object)
{
  g_return_if_fail (KQ_IS_NESTED_LIST (self));

  if (self->object == object && self->document == document)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_set_object (&self->document, document);
  g_set_object (&self->object, object);
  if (object != NULL)
    {
      guint field = kq_object_find_field (object, self->group->nested->field);

      self->list = g_object_ref (kq_object_get_list (object, field));
      g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (update_rows), self);
    }
  if (self->pictures != NULL)
    kq_nested_pictures_bind (self->pictures, document, self->list);
  update_rows (self);
}

/**
 * kq_nested_list_takes_pictures:
 * @self: a list
 *
 * Returns: whether each picture that is dropped on it makes an object
 */
gboolean
kq_nested_list_takes_pictures (KqNestedList *self)
{
  g_return_val_if_fail (KQ_IS_NESTED_LIST (self), FALSE);

  return self->pictures != NULL;
}

/**
 * kq_nested_list_take_pictures:
 * @self: a list that takes pictures
 * @pictures: (element-type KqPictureFile): files that were looked into
 * @first: which of them is the first to take
 *
 * Adds an object for each picture.
 */
void
kq_nested_list_take_pictures (KqNestedList *self,
                              GPtrArray    *pictures,
                              guint         first)
{
  g_return_if_fail (KQ_IS_NESTED_LIST (self));
  g_return_if_fail (self->pictures != NULL);

  kq_nested_pictures_take (self->pictures, pictures, first);
}

/**
 * kq_nested_list_reveal:
 * @self: a list
 * @object: an object
 * @field: a field of @object, or %KQ_NO_FIELD
 *
 * Opens the object's row, where it is in the list.
 *
 * Returns: whether it is
 */
gboolean
kq_nested_list_reveal (KqNestedList *self,
                       KqObject     *object,
                       guint         field)
{
  KqNestedRow *row;

  g_return_val_if_fail (KQ_IS_NESTED_LIST (self), FALSE);

  row = find_row (self, object);
  if (row != NULL)
    kq_nested_row_reveal (row, field);

  return row != NULL;
}
