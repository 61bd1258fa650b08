/* kq-object-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-object-row.h"

#include <glib/gi18n-lib.h>

#include "kq-indicator.h"

/**
 * KqObjectRow:
 *
 * One row of a section's list. It follows the object and its findings.
 */
struct _KqObjectRow {
  GtkWidget         parent_instance;

  const KqListSpec *spec;
  KqDocument       *document;  /* (owned) (nullable) */
  KqObject         *object;    /* (owned) (nullable) */
  GSignalGroup     *changes;   /* (owned): of the object */
  GSignalGroup     *findings;  /* (owned): of the document's findings */

  GtkWidget        *box;
  GtkInscription   *title;
  GtkInscription   *subtitle;
  GtkLabel         *platform;
  KqIndicator      *indicator;
};

G_DEFINE_FINAL_TYPE (KqObjectRow, kq_object_row, GTK_TYPE_WIDGET)

/* (nullable): where the object is set up, as operators call it */
static const char *
get_platform (KqObject *object)
{
  guint field = kq_object_find_field (object, "platform");
  int choice;

  if (field == KQ_NO_FIELD)
    return NULL;
  choice = kq_object_get_choice (object, field);
  if (choice < 0)
    return kq_object_get_word (object, field);

  return kq_field_get_word_label (kq_object_get_field (object, field), choice);
}

/* The list focuses its own widget around the row: that is what has a name. */
static void
describe (KqObjectRow *self)
{
  KqFindingList *findings = kq_document_get_findings (self->document);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) description = g_string_new (gtk_inscription_get_text (self->subtitle));
  guint count = 0;
  int worst = kq_finding_list_worst (findings, self->object, &count);

  if (item == NULL)
    return;
  if (worst >= 0)
    {
      g_autofree char *found = kq_indicator_describe (worst, count);

      g_string_append_printf (description, "%s%s", description->len > 0 ? " · " : "", found);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_inscription_get_text (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str,
                                  -1);
}

static void
show_text (KqObjectRow *self)
{
  const KqListSpec *spec = self->spec;
  const char *platform = get_platform (self->object);
  g_autofree char *title = kq_object_row_dup_title (spec, self->document, self->object);
  g_autofree char *subtitle = NULL;

  if (spec->dup_subtitle != NULL)
    subtitle = spec->dup_subtitle (self->document, self->object);

  gtk_inscription_set_text (self->title, title);
  gtk_inscription_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_label_set_label (self->platform, platform != NULL ? platform : "");
  gtk_widget_set_visible (GTK_WIDGET (self->platform), platform != NULL);
}

static void
show_findings (KqObjectRow *self)
{
  KqFindingList *findings = kq_document_get_findings (self->document);
  guint count = 0;
  int worst = kq_finding_list_worst (findings, self->object, &count);

  kq_indicator_set (self->indicator, worst, count);
}

static void
update_text (KqObjectRow *self)
{
  show_text (self);
  describe (self);
}

static void
update_findings (KqObjectRow *self)
{
  show_findings (self);
  describe (self);
}

static void
kq_object_row_dispose (GObject *object)
{
  KqObjectRow *self = KQ_OBJECT_ROW (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->findings);
  g_clear_object (&self->document);
  g_clear_object (&self->object);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_object_row_parent_class)->dispose (object);
}

static void
kq_object_row_class_init (KqObjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_object_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-object-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KqObjectRow, box);
  gtk_widget_class_bind_template_child (widget_class, KqObjectRow, title);
  gtk_widget_class_bind_template_child (widget_class, KqObjectRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, KqObjectRow, platform);
  gtk_widget_class_bind_template_child (widget_class, KqObjectRow, indicator);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "objectrow");
}

static void
kq_object_row_init (KqObjectRow *self)
{
  g_type_ensure (KQ_TYPE_INDICATOR);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->changes = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (update_text), self);
  self->findings = g_signal_group_new (KQ_TYPE_FINDING_LIST);
  g_signal_group_connect_swapped (self->findings, "items-changed",
                                  G_CALLBACK (update_findings), self);
}

/**
 * kq_object_row_new:
 * @spec: what the list is a list of
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
kq_object_row_new (const KqListSpec *spec)
{
  KqObjectRow *self = g_object_new (KQ_TYPE_OBJECT_ROW, NULL);

  self->spec = spec;

  return GTK_WIDGET (self);
}

/**
 * kq_object_row_set_object:
 * @self: a row
 * @document: (nullable): the document of the object
 * @object: (nullable): what it shall show
 *
 * Lets the row show an object, or nothing.
 */
void
kq_object_row_set_object (KqObjectRow *self,
                          KqDocument  *document,
                          KqObject    *object)
{
  g_return_if_fail (KQ_IS_OBJECT_ROW (self));
  g_return_if_fail (object == NULL || (KQ_IS_OBJECT (object) && KQ_IS_DOCUMENT (document)));

  if (object == NULL)
    document = NULL;
  g_set_object (&self->document, document);
  g_set_object (&self->object, object);
  g_signal_group_set_target (self->changes, object);
  g_signal_group_set_target (self->findings,
                             document != NULL ? kq_document_get_findings (document) : NULL);
  if (object == NULL)
    return;

  show_text (self);
  show_findings (self);
  describe (self);
}

/**
 * kq_object_row_get_object:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
KqObject *
kq_object_row_get_object (KqObjectRow *self)
{
  g_return_val_if_fail (KQ_IS_OBJECT_ROW (self), NULL);

  return self->object;
}

/**
 * kq_object_row_dup_title:
 * @spec: what the list is a list of
 * @document: the document of the object
 * @object: an object
 *
 * Returns: (transfer full): its name, or what such an object is called
 */
char *
kq_object_row_dup_title (const KqListSpec *spec,
                         KqDocument       *document,
                         KqObject         *object)
{
  static const char * const names[] = { "name", "title" };

  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  if (spec->dup_title != NULL)
    return spec->dup_title (document, object);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint field = kq_object_find_field (object, names[i]);

      if (field != KQ_NO_FIELD && *kq_object_get_text (object, field) != '\0')
        return g_strdup (kq_object_get_text (object, field));
    }

  return g_strdup (kq_object_get_label (object));
}

/**
 * kq_object_row_dup_text:
 * @spec: what the list is a list of
 * @document: the document of the object
 * @object: an object
 *
 * Returns: (transfer full): all that the row says, for searching
 */
char *
kq_object_row_dup_text (const KqListSpec *spec,
                        KqDocument       *document,
                        KqObject         *object)
{
  const char *platform = get_platform (object);
  g_autofree char *title = kq_object_row_dup_title (spec, document, object);
  g_autofree char *subtitle = NULL;

  if (spec->dup_subtitle != NULL)
    subtitle = spec->dup_subtitle (document, object);

  return g_strjoin ("\n", title, platform != NULL ? platform : "", subtitle, NULL);
}
