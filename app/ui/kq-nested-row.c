/* kq-nested-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-nested-row.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-document-edit.h"
#include "kq-indicator.h"
#include "kq-reorder.h"

/**
 * KqNestedRow:
 *
 * It belongs to one object for good, so that it stays open, and keeps the
 * focus, wherever the object is moved to.
 */
struct _KqNestedRow {
  AdwBin              parent_instance;

  const KqNestedSpec *spec;
  KqDocument         *document; /* (owned) */
  KqObject           *object;   /* (owned) */
  GSignalGroup       *changes;  /* (owned): of the campaign */
  GSignalGroup       *found;    /* (owned): of the document's findings */
  KqFormGroup         group;    /* of the form */
  guint               toggle_field;
  gboolean            showing;

  GtkWidget          *handle;
  GtkWidget          *button;
  GtkImage           *arrow;
  GtkLabel           *title;
  GtkLabel           *subtitle;
  GtkLabel           *problem;
  KqIndicator        *indicator;
  GtkSwitch          *toggle;
  GtkWidget          *remove;
  GtkRevealer        *revealer;
  KqForm             *form;     /* (nullable): made when first opened */
};

G_DEFINE_FINAL_TYPE (KqNestedRow, kq_nested_row, ADW_TYPE_BIN)

static gboolean
is_open (KqNestedRow *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

/* (nullable): the first of the worst findings */
static KqFinding *
find_worst (KqNestedRow *self,
            int          severity)
{
  KqFindingList *findings = kq_document_get_findings (self->document);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (findings));

  for (guint i = 0; i < n; i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);

      if (kq_finding_get_object (finding) == self->object &&
          (int) kq_finding_get_severity (finding) == severity)
        return finding;
    }

  return NULL;
}

/* Closed, a row says its worst finding; open, its form says them all. */
static void
update_findings (KqNestedRow *self)
{
  guint count = 0;
  int worst = kq_finding_list_worst (kq_document_get_findings (self->document), self->object, &count);
  KqFinding *finding = worst >= 0 && !is_open (self) ? find_worst (self, worst) : NULL;
  g_autofree char *found = worst >= 0 ? kq_indicator_describe (worst, count) : NULL;

  kq_indicator_set (self->indicator, worst, count);
  gtk_label_set_label (self->problem, finding != NULL ? kq_finding_get_message (finding) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), finding != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  found != NULL ? found : gtk_label_get_label (self->subtitle), -1);
}

static void
name_parts (KqNestedRow *self,
            const char  *title)
{
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), title);

  kq_accessible_set_name (GTK_ACCESSIBLE (self), title);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->button), title);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->toggle), title);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->remove), remove);
  gtk_widget_set_tooltip_text (self->remove, remove);
}

static void
update_text (KqNestedRow *self)
{
  g_autofree char *title = kq_nested_dup_title (self->spec, self->document, self->object);
  g_autofree char *subtitle = NULL;

  if (self->spec->dup_subtitle != NULL)
    subtitle = self->spec->dup_subtitle (self->document, self->object);

  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  if (g_strcmp0 (title, gtk_label_get_label (self->title)) != 0)
    {
      gtk_label_set_label (self->title, title);
      name_parts (self, title);
    }
  if (self->toggle_field != KQ_NO_FIELD)
    {
      self->showing = TRUE;
      gtk_switch_set_active (self->toggle, kq_object_get_bool (self->object, self->toggle_field));
      self->showing = FALSE;
    }
}

static void
on_campaign_changed (KqNestedRow *self)
{
  /* What isn't in sight says it when it is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_text (self);
}

static void
on_toggled (KqNestedRow *self)
{
  if (!self->showing)
    kq_object_set_bool (self->object, self->toggle_field, gtk_switch_get_active (self->toggle));
}

static void
set_open (KqNestedRow *self,
          gboolean     open)
{
  if (open && self->form == NULL)
    {
      self->form = KQ_FORM (kq_form_new (&self->group, 1));
      gtk_widget_add_css_class (GTK_WIDGET (self->form), "nested");
      kq_form_set_object (self->form, self->document, self->object);
      gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->form));
    }
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  update_findings (self);
}

static void
on_clicked (KqNestedRow *self)
{
  set_open (self, !is_open (self));
  /* Not every way to click gives the focus, which moving and removing need. */
  gtk_widget_grab_focus (self->button);
}

static GPtrArray *
dup_own_object (KqNestedRow *self)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (objects, g_object_ref (self->object));

  return objects;
}

static void
remove_object (KqNestedRow *self)
{
  g_autoptr (GPtrArray) objects = dup_own_object (self);
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), gtk_label_get_label (self->title));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  kq_document_remove (self->document, kq_object_find_list_of (self->object, NULL), objects);
  gtk_widget_activate_action (window, "win.toast-removed", "s", text);
}

static gboolean
on_delete_key (GtkWidget *button,
               GVariant  *arguments,
               gpointer   data)
{
  remove_object (data);

  return TRUE;
}

static gboolean
move (GtkWidget *row,
      GVariant  *arguments,
      gpointer   data)
{
  KqNestedRow *self = KQ_NESTED_ROW (row);
  g_autoptr (GPtrArray) objects = dup_own_object (self);

  kq_document_step (self->document, kq_object_find_list_of (self->object, NULL), objects,
                    g_variant_get_int32 (arguments));

  return TRUE;
}

static KqObject *
get_object (GtkWidget   *row,
            KqDocument **document)
{
  *document = KQ_NESTED_ROW (row)->document;

  return KQ_NESTED_ROW (row)->object;
}

static void
kq_nested_row_dispose (GObject *object)
{
  KqNestedRow *self = KQ_NESTED_ROW (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->found);
  g_clear_object (&self->document);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (kq_nested_row_parent_class)->dispose (object);
}

static void
kq_nested_row_class_init (KqNestedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_nested_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "nestedrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move, "i", 1);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
make_button (KqNestedRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->arrow = GTK_IMAGE (gtk_image_new_from_icon_name ("pan-end-symbolic"));
  self->title = append_label (words, "title");
  self->subtitle = append_label (words, "hint");
  self->problem = append_label (words, "found");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_box_append (GTK_BOX (box), words);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_hexpand (self->button, TRUE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                      gtk_callback_action_new (on_delete_key, self, NULL)));
  gtk_widget_add_controller (self->button, keys);

  return self->button;
}

static GtkWidget *
make_header (KqNestedRow *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_set_tooltip_text (self->handle, _("Drag to move, or press Alt+Up and Alt+Down"));
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_widget_add_css_class (self->handle, "drag-handle");
  self->indicator = KQ_INDICATOR (kq_indicator_new ());
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), FALSE);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (on_toggled), self);
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_add_css_class (self->remove, "circular");
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_object), self);

  gtk_widget_add_css_class (header, "nested-header");
  gtk_box_append (GTK_BOX (header), self->handle);
  gtk_box_append (GTK_BOX (header), make_button (self));
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->indicator));
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->toggle));
  gtk_box_append (GTK_BOX (header), self->remove);

  return header;
}

static void
kq_nested_row_init (KqNestedRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->toggle_field = KQ_NO_FIELD;
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  adw_bin_set_child (ADW_BIN (self), box);

  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (on_campaign_changed),
                                  self);
  g_signal_connect (self, "map", G_CALLBACK (update_text), NULL);
  self->found = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->found, "items-changed", G_CALLBACK (update_findings), self);
}

/**
 * kq_nested_row_new:
 * @spec: of the list
 * @document: the document
 * @object: an object of the list
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kq_nested_row_new (const KqNestedSpec *spec,
                   KqDocument         *document,
                   KqObject           *object)
{
  KqNestedRow *self;

  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  self = g_object_new (KQ_TYPE_NESTED_ROW, NULL);
  self->spec = spec;
  self->document = g_object_ref (document);
  self->object = g_object_ref (object);
  self->group.fields = spec->fields;
  self->group.suits = spec->suits;
  if (spec->toggle != NULL)
    {
      self->toggle_field = kq_object_find_field (object, spec->toggle);
      gtk_widget_set_visible (GTK_WIDGET (self->toggle), TRUE);
    }

  /* What the row says may be of another object: a coupon's name, a shop's
   * settings. */
  g_signal_group_set_target (self->changes, kq_document_get_campaign (document));
  g_signal_group_set_target (self->found, kq_document_get_findings (document));
  kq_reorder_attach (GTK_WIDGET (self), self->handle, get_object, NULL);
  update_text (self);
  set_open (self, FALSE);

  return GTK_WIDGET (self);
}

/**
 * kq_nested_row_get_object:
 * @self: a row
 *
 * Returns: (transfer none): its object
 */
KqObject *
kq_nested_row_get_object (KqNestedRow *self)
{
  g_return_val_if_fail (KQ_IS_NESTED_ROW (self), NULL);

  return self->object;
}

/**
 * kq_nested_row_open:
 * @self: a row
 *
 * Opens the object's form, and focuses the row.
 */
void
kq_nested_row_open (KqNestedRow *self)
{
  g_return_if_fail (KQ_IS_NESTED_ROW (self));

  set_open (self, TRUE);
  gtk_widget_grab_focus (self->button);
}

/**
 * kq_nested_row_reveal:
 * @self: a row
 * @field: a field of its object, or %KQ_NO_FIELD
 *
 * Opens the object's form, and focuses the row of a field.
 */
void
kq_nested_row_reveal (KqNestedRow *self,
                      guint        field)
{
  g_return_if_fail (KQ_IS_NESTED_ROW (self));

  if (field != KQ_NO_FIELD && field == self->toggle_field)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->toggle));
      return;
    }

  kq_nested_row_open (self);
  if (field != KQ_NO_FIELD)
    kq_form_reveal (self->form, self->object, field);
}

/**
 * kq_nested_dup_title:
 * @spec: of a list
 * @document: the document
 * @object: an object of the list
 *
 * Returns: (transfer full): its name, or of what kind it is, or what such an
 *   object is called
 */
char *
kq_nested_dup_title (const KqNestedSpec *spec,
                     KqDocument         *document,
                     KqObject           *object)
{
  guint kind;

  g_return_val_if_fail (spec != NULL, NULL);

  if (spec->dup_title != NULL)
    return spec->dup_title (document, object);
  if (spec->kind == NULL)
    return g_strdup (kq_object_get_label (object));

  kind = kq_object_find_field (object, spec->kind);
  if (kq_object_get_choice (object, kind) < 0)
    return g_strdup (kq_object_get_word (object, kind));

  return g_strdup (kq_object_get_word_label (object, kind, kq_object_get_choice (object, kind)));
}
