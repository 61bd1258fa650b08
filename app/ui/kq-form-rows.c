/* kq-form-rows.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-form-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kq-accessible.h"
#include "kq-card-drawing.h"
#include "kq-long-text-row.h"

/* A row, and where its field is */
typedef struct {
  KqRow     *row;      /* (unowned): a child */
  gboolean   hinted;   /* the row's hint is ours */
  guint      child;    /* the field of the object that holds @index's object, or KQ_NO_FIELD */
  guint      index;
  GPtrArray *findings; /* (owned) (element-type KqFinding) */
} Place;

/**
 * KqFormRows:
 *
 * Made for one type of objects, and bound to one of them after the other.
 */
struct _KqFormRows {
  AdwBin      parent_instance;

  const KqFormGroup *spec;
  GSignalGroup *campaign; /* (owned): for the hints */
  GArray     *places;   /* (owned) (element-type Place) */
  guint       child;    /* where all rows are in the same child, else KQ_NO_FIELD */
  KqDocument *document; /* (owned) (nullable) */
  KqObject   *object;   /* (owned) (nullable) */

  KqCardDrawing *card;  /* (nullable) */
  AdwPreferencesGroup *group;
  GtkSwitch  *presence; /* (nullable) */
  gboolean    showing;
};

G_DEFINE_FINAL_TYPE (KqFormRows, kq_form_rows, ADW_TYPE_BIN)

static Place *
place_at (KqFormRows *self,
          guint       i)
{
  return &g_array_index (self->places, Place, i);
}

/* The object that the field belongs to, NULL where there is none now */
static KqObject *
holder_of (KqFormRows  *self,
           const Place *place)
{
  if (self->object == NULL || place->child == KQ_NO_FIELD)
    return self->object;

  return kq_object_get_child (self->object, place->child);
}

static gboolean
applies (KqFormRows  *self,
         const Place *place)
{
  KqObject *holder = holder_of (self, place);

  return holder != NULL &&
         (place->child == KQ_NO_FIELD || kq_object_field_applies (self->object, place->child)) &&
         kq_object_field_applies (holder, place->index) &&
         (self->spec->suits == NULL || self->spec->suits (holder, place->index) ||
          !kq_object_is_default (holder, place->index));
}

static void
on_presence (KqFormRows *self)
{
  g_autoptr (KqObject) child = NULL;

  if (self->showing || self->object == NULL)
    return;

  if (gtk_switch_get_active (self->presence))
    child = g_object_new (kq_object_get_field (self->object, self->child)->child_type (), NULL);
  kq_object_set_child (self->object, self->child, child);
}

/* What stands for a text that nobody has written */
static void
update_long_text (KqFormRows    *self,
                  KqObject      *holder,
                  const Place   *place)
{
  KqLongTextRow *row = KQ_LONG_TEXT_ROW (place->row);
  g_autofree char *text = NULL;

  if (self->spec->dup_placeholder != NULL)
    {
      text = self->spec->dup_placeholder (self->document, holder, place->index);
      kq_long_text_row_set_placeholder (row, text);
    }
  else if (self->spec->dup_draft != NULL)
    {
      text = self->spec->dup_draft (self->document, holder, place->index);
      kq_long_text_row_set_draft (row, text);
    }
}

/* What a row says of its field may depend on anything in the campaign. */
static void
update_hint (KqFormRows *self,
             Place      *place)
{
  KqObject *holder = holder_of (self, place);
  g_autofree char *hint = NULL;

  if (holder == NULL || !applies (self, place))
    return;

  if (self->spec->dup_hint != NULL)
    hint = self->spec->dup_hint (self->document, holder, place->index);
  if (hint != NULL || place->hinted)
    kq_row_set_hint (place->row, hint);
  place->hinted = hint != NULL;

  if (KQ_IS_LONG_TEXT_ROW (place->row))
    update_long_text (self, holder, place);
}

static void
update_hints (KqFormRows *self)
{
  /* What isn't in sight says it when it is. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < self->places->len; i++)
    update_hint (self, place_at (self, i));
}

static void
kq_form_rows_dispose (GObject *object)
{
  KqFormRows *self = KQ_FORM_ROWS (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->document);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (kq_form_rows_parent_class)->dispose (object);
}

static void
kq_form_rows_finalize (GObject *object)
{
  g_array_unref (KQ_FORM_ROWS (object)->places);

  G_OBJECT_CLASS (kq_form_rows_parent_class)->finalize (object);
}

static void
kq_form_rows_class_init (KqFormRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_form_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = kq_form_rows_finalize;
}

static void
clear_place (gpointer data)
{
  g_ptr_array_unref (((Place *) data)->findings);
}

static void
kq_form_rows_init (KqFormRows *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->child = KQ_NO_FIELD;
  self->campaign = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->campaign, "changed", G_CALLBACK (update_hints), self);
  g_signal_connect (self, "map", G_CALLBACK (update_hints), NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static guint
find_in_class (KqObjectClass *klass,
               const char    *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return i;

  return KQ_NO_FIELD;
}

/* “name”, or “gift/name” for what is in the object's field “gift” */
static const KqField *
locate (KqObject   *example,
        const char *path,
        Place      *place)
{
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (example);
  g_autoptr (GTypeClass) within = NULL;
  g_auto (GStrv) names = g_strsplit (path, "/", 2);

  place->child = KQ_NO_FIELD;
  if (names[1] != NULL)
    {
      place->child = find_in_class (klass, names[0]);
      g_return_val_if_fail (place->child != KQ_NO_FIELD, NULL);
      within = g_type_class_ref (klass->fields[place->child].child_type ());
      klass = KQ_OBJECT_CLASS (within);
    }
  place->index = find_in_class (klass, names[names[1] != NULL ? 1 : 0]);
  g_return_val_if_fail (place->index != KQ_NO_FIELD, NULL);

  return &klass->fields[place->index];
}

static void
add_inserts (KqFormRows    *self,
             KqLongTextRow *row)
{
  for (const KqFormInsert *insert = self->spec->inserts;
       insert != NULL && insert->text != NULL; insert++)
    kq_long_text_row_add_insert (row, insert->text, _(insert->title));
}

static void
add_row (KqFormRows *self,
         KqObject   *example,
         const char *path)
{
  Place place = { NULL };
  const KqField *field = locate (example, path, &place);
  GtkWidget *row = field != NULL ? kq_row_new_for_field (field) : NULL;

  if (row == NULL)
    return;

  place.row = KQ_ROW (row);
  place.findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_append_val (self->places, place);
  if (KQ_IS_LONG_TEXT_ROW (row))
    add_inserts (self, KQ_LONG_TEXT_ROW (row));
  adw_preferences_group_add (self->group, row);
}

static void
add_card (KqFormRows *self)
{
  self->card = KQ_CARD_DRAWING (kq_card_drawing_new ());
  adw_preferences_group_add (self->group, GTK_WIDGET (self->card));
}

static void
add_action (KqFormRows         *self,
            const KqFormAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_(action->label));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(action->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(action->subtitle));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action->action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), _(action->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
}

static void
add_switch (KqFormRows *self,
            const char *title)
{
  for (guint i = 0; i < self->places->len; i++)
    if (place_at (self, i)->child != place_at (self, 0)->child)
      return;
  if (self->places->len == 0 || place_at (self, 0)->child == KQ_NO_FIELD)
    return;

  self->child = place_at (self, 0)->child;
  self->presence = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->presence), GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->presence), title);
  g_signal_connect_swapped (self->presence, "notify::active", G_CALLBACK (on_presence), self);
  adw_preferences_group_set_header_suffix (self->group, GTK_WIDGET (self->presence));
}

/**
 * kq_form_rows_new:
 * @group: what to show, static
 * @example: an object of the type that will be shown
 *
 * Returns: (transfer floating): the rows, bound to nothing yet
 */
GtkWidget *
kq_form_rows_new (const KqFormGroup *group,
                  KqObject          *example)
{
  KqFormRows *self;
  const char *title;

  g_return_val_if_fail (group != NULL, NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (example), NULL);

  self = g_object_new (KQ_TYPE_FORM_ROWS, NULL);
  self->spec = group;
  title = group->title != NULL ? _(group->title) : "";
  adw_preferences_group_set_title (self->group, title);
  if (group->has_card)
    add_card (self);
  for (guint i = 0; group->fields[i] != NULL; i++)
    add_row (self, example, group->fields[i]);
  for (guint i = 0; group->actions != NULL && group->actions[i].title != NULL; i++)
    add_action (self, &group->actions[i]);
  add_switch (self, title);

  return GTK_WIDGET (self);
}

/**
 * kq_form_rows_bind:
 * @self: the rows
 * @document: (nullable): the document, %NULL together with @object
 * @object: (nullable): an object of the type that the rows were made for
 *
 * Shows another object.
 */
void
kq_form_rows_bind (KqFormRows *self,
                   KqDocument *document,
                   KqObject   *object)
{
  g_return_if_fail (KQ_IS_FORM_ROWS (self));

  g_set_object (&self->document, document);
  g_set_object (&self->object, object);
  kq_form_rows_update (self);
  if (self->card != NULL)
    kq_card_drawing_bind (self->card, document, object);

  if (self->spec->dup_hint == NULL && self->spec->dup_placeholder == NULL &&
      self->spec->dup_draft == NULL)
    return;
  g_signal_group_set_target (self->campaign,
                             document != NULL ? kq_document_get_campaign (document) : NULL);
  update_hints (self);
}

/**
 * kq_form_rows_update:
 * @self: the rows
 *
 * The object has changed: binds the rows to the objects that are within it
 * now, and shows those that apply.
 *
 * Returns: whether a row has come or gone
 */
gboolean
kq_form_rows_update (KqFormRows *self)
{
  gboolean any, changed = FALSE;

  g_return_val_if_fail (KQ_IS_FORM_ROWS (self), FALSE);

  any = self->object != NULL &&
        (self->spec->actions != NULL ||
         (self->child != KQ_NO_FIELD && kq_object_field_applies (self->object, self->child)));
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = place_at (self, i);
      KqObject *holder = holder_of (self, place);
      gboolean visible = applies (self, place);

      kq_row_bind (place->row, holder != NULL ? self->document : NULL, holder, place->index);
      changed |= visible != gtk_widget_get_visible (GTK_WIDGET (place->row));
      gtk_widget_set_visible (GTK_WIDGET (place->row), visible);
      any = any || visible;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);

  if (self->presence != NULL && self->object != NULL)
    {
      self->showing = TRUE;
      gtk_switch_set_active (self->presence,
                             kq_object_get_child (self->object, self->child) != NULL);
      self->showing = FALSE;
    }

  return changed;
}

static Place *
find_place (KqFormRows *self,
            KqObject   *object,
            guint       index)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = place_at (self, i);

      if (place->index == index && holder_of (self, place) == object)
        return place;
    }

  return NULL;
}

/**
 * kq_form_rows_find:
 * @self: the rows
 * @object: the form's object, or one within it
 * @index: a field of it
 *
 * Returns: (transfer none) (nullable): the row, where there is one in sight
 */
KqRow *
kq_form_rows_find (KqFormRows *self,
                   KqObject   *object,
                   guint       index)
{
  Place *place;

  g_return_val_if_fail (KQ_IS_FORM_ROWS (self), NULL);

  place = find_place (self, object, index);
  return place != NULL && applies (self, place) ? place->row : NULL;
}

/**
 * kq_form_rows_add_finding:
 * @self: the rows
 * @finding: something found about the form's object, or one within it
 *
 * Keeps @finding for the row that it is about.
 *
 * Returns: %FALSE where no row in sight is
 */
gboolean
kq_form_rows_add_finding (KqFormRows *self,
                          KqFinding  *finding)
{
  Place *place;

  g_return_val_if_fail (KQ_IS_FORM_ROWS (self), FALSE);

  place = find_place (self, kq_finding_get_object (finding), kq_finding_get_field (finding));
  if (place == NULL || !applies (self, place))
    return FALSE;

  g_ptr_array_add (place->findings, g_object_ref (finding));
  return TRUE;
}

/**
 * kq_form_rows_show_findings:
 * @self: the rows
 *
 * Shows the findings that were added since the last time, and no others.
 */
void
kq_form_rows_show_findings (KqFormRows *self)
{
  g_return_if_fail (KQ_IS_FORM_ROWS (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = place_at (self, i);

      kq_row_set_findings (place->row, place->findings);
      g_ptr_array_set_size (place->findings, 0);
    }
}
