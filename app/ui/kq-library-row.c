/* kq-library-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-row.h"

#include <glib/gi18n-lib.h>

#include "kq-indicator.h"
#include "kq-library-words.h"

/**
 * KqLibraryRow:
 *
 * What the library knows of one campaign, without opening it. It follows the
 * item.
 */
struct _KqLibraryRow {
  GtkWidget      parent_instance;

  KqLibraryItem *item;      /* (owned) (nullable) */
  GSignalGroup  *changes;   /* (owned): of the item */

  GtkWidget     *box;
  GtkLabel      *name;
  GtkLabel      *phase;
  GtkLabel      *details;
  GtkLabel      *updated;
  KqIndicator   *errors;
  KqIndicator   *warnings;
};

G_DEFINE_FINAL_TYPE (KqLibraryRow, kq_library_row, GTK_TYPE_WIDGET)

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_count (GString    *text,
              KqSeverity  severity,
              int         count)
{
  g_autofree char *words = NULL;

  if (count <= 0)
    return;
  words = kq_indicator_describe (severity, count);
  append (text, words);
}

/* The list focuses its own widget around the row: that is what has a name. */
static void
describe (KqLibraryRow *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->phase));
  g_autofree char *updated = NULL;

  if (cell == NULL)
    return;
  append (text, gtk_label_get_label (self->details));
  append_count (text, KQ_SEVERITY_ERROR, kq_library_item_get_errors (self->item));
  append_count (text, KQ_SEVERITY_WARNING, kq_library_item_get_warnings (self->item));
  /* Translators: when a campaign was last changed, “9 Nov” */
  updated = g_strdup_printf (_("changed %s"), gtk_label_get_label (self->updated));
  append (text, updated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->name),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
}

static void
show_moment (KqLibraryRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *text = NULL;

  moment = g_date_time_new_from_unix_local (kq_library_item_get_updated (self->item) / 1000);
  if (moment != NULL)
    text = kq_moment_describe (moment, now);
  gtk_label_set_label (self->updated, text != NULL ? text : "");
}

static void
show_item (KqLibraryRow *self)
{
  KqLibraryItem *item = self->item;
  g_autofree char *title = kq_library_item_dup_title (item);
  g_autofree char *platforms = kq_library_item_dup_platforms (item);
  g_autofree char *period = kq_library_item_dup_period (item);
  g_autoptr (GString) details = g_string_new (NULL);
  KqPhase phase = kq_phase_at (kq_library_item_get_start (item), kq_library_item_get_end (item),
                               g_get_real_time () / G_USEC_PER_SEC);
  int errors = kq_library_item_get_errors (item);
  int warnings = kq_library_item_get_warnings (item);

  append (details, period);
  append (details, platforms);
  append (details, kq_library_item_describe_sync (item));
  gtk_label_set_label (self->name, title);
  gtk_label_set_label (self->details, details->str);
  gtk_label_set_label (self->phase, kq_phase_get_label (phase));
  gtk_widget_set_visible (GTK_WIDGET (self->phase), phase != KQ_PHASE_OPEN);
  kq_indicator_set (self->errors, KQ_SEVERITY_ERROR, MAX (errors, 0));
  kq_indicator_set (self->warnings, KQ_SEVERITY_WARNING, MAX (warnings, 0));
  show_moment (self);
  describe (self);
}

static void
kq_library_row_dispose (GObject *object)
{
  KqLibraryRow *self = KQ_LIBRARY_ROW (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_library_row_parent_class)->dispose (object);
}

static void
kq_library_row_class_init (KqLibraryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_library_row_dispose;

  g_type_ensure (KQ_TYPE_INDICATOR);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-library-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KqLibraryRow, box);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryRow, name);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryRow, phase);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryRow, details);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryRow, updated);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryRow, errors);
  gtk_widget_class_bind_template_child (widget_class, KqLibraryRow, warnings);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "libraryrow");
}

static void
kq_library_row_init (KqLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->changes = g_signal_group_new (KQ_TYPE_LIBRARY_ITEM);
  g_signal_group_connect_swapped (self->changes, "notify", G_CALLBACK (show_item), self);
}

/**
 * kq_library_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
kq_library_row_new (void)
{
  return g_object_new (KQ_TYPE_LIBRARY_ROW, NULL);
}

/**
 * kq_library_row_set_item:
 * @self: a row
 * @item: (nullable): what it shall show
 *
 * Lets the row show a campaign of the library, or nothing.
 */
void
kq_library_row_set_item (KqLibraryRow  *self,
                         KqLibraryItem *item)
{
  g_return_if_fail (KQ_IS_LIBRARY_ROW (self));
  g_return_if_fail (item == NULL || KQ_IS_LIBRARY_ITEM (item));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->changes, item);
  if (item != NULL)
    show_item (self);
}
