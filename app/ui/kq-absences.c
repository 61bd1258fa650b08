/* kq-absences.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-absences.h"
#include "kq-accessible.h"

#define MAX_HEIGHT 170

/**
 * KqAbsences:
 *
 * Folds out to a list of what this persona doesn't see, each with its reason.
 * It isn't a GtkExpander, for the floor's keeps the focus from moving on.
 */
struct _KqAbsences {
  AdwBin          parent_instance;

  GtkWidget      *button;
  GtkWidget      *label;
  GtkStringList  *lines;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (KqAbsences, kq_absences, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), line);
  /* What has the focus is the list's own widget around it. */
  kq_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), line);
}

static GtkWidget *
make_list (KqAbsences *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->lines = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->lines))));
  list = gtk_list_view_new (selection, factory);
  kq_accessible_set_name (GTK_ACCESSIBLE (list), _("Configured, but not shown"));
  gtk_widget_add_css_class (list, "kq-absences");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static gboolean
find_arrow (GBinding     *binding,
            const GValue *is_open,
            GValue       *icon,
            gpointer      data)
{
  g_value_set_static_string (icon, g_value_get_boolean (is_open) ? "pan-down-symbolic"
                                                                 : "pan-end-symbolic");
  return TRUE;
}

static GtkWidget *
make_button (KqAbsences *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new ();

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box), self->label);
  self->button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  g_object_bind_property_full (self->button, "active", arrow, "icon-name", G_BINDING_SYNC_CREATE,
                               find_arrow, NULL, NULL, NULL);

  return self->button;
}

static void
kq_absences_dispose (GObject *object)
{
  KqAbsences *self = KQ_ABSENCES (object);

  g_clear_object (&self->lines);

  G_OBJECT_CLASS (kq_absences_parent_class)->dispose (object);
}

static void
kq_absences_class_init (KqAbsencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_absences_dispose;
}

static void
kq_absences_init (KqAbsences *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = make_list (self);

  gtk_box_append (GTK_BOX (box), make_button (self));
  gtk_box_append (GTK_BOX (box), list);
  g_object_bind_property (self->button, "active", list, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_absences_new:
 *
 * Returns: (transfer floating): an empty list, which takes no room
 */
GtkWidget *
kq_absences_new (void)
{
  return g_object_new (KQ_TYPE_ABSENCES, NULL);
}

static GStrv
list_lines (KqView *view)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < view->absences->len; i++)
    {
      const KqViewAbsence *absence = view->absences->pdata[i];
      g_autofree char *line = NULL;

      /* Translators: the name of an object, and why it isn't shown */
      line = g_strdup_printf (C_("absence", "%s: %s"), absence->title, absence->text);
      g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}

static gboolean
are_shown (KqAbsences         *self,
           const char * const *lines)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  if (g_strv_length ((char **) lines) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->lines, i), lines[i]))
      return FALSE;

  return TRUE;
}

/**
 * kq_absences_set_view:
 * @self: a list of absences
 * @view: what the phone shows
 *
 * Lists what @view doesn't show.
 */
void
kq_absences_set_view (KqAbsences *self,
                      KqView     *view)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *label = NULL;
  guint n;

  g_return_if_fail (KQ_IS_ABSENCES (self));
  g_return_if_fail (view != NULL);

  n = view->absences->len;
  lines = list_lines (view);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (are_shown (self, (const char * const *) lines))
    return;

  label = g_strdup_printf (ngettext ("%u configured, but not shown", "%u configured, but not shown",
                                     n), n);
  gtk_label_set_text (GTK_LABEL (self->label), label);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->button), label);
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          (const char * const *) lines);
}
