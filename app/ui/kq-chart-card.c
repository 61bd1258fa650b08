/* kq-chart-card.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-chart-export.h"
#include "kq-chart-table.h"
#include "kq-save.h"

#define TABLE_HEIGHT 300

/**
 * KqChartCard:
 *
 * A chart with what every chart needs around it: a title and a unit, a table of
 * the same values, and ways to save it as PNG, SVG or CSV and to copy it.
 */
struct _KqChartCard {
  GtkBox     parent_instance;

  GtkLabel  *title;
  GtkLabel  *unit;
  GtkWidget *texts;
  GtkStack  *stack;
  GtkWidget *table;   /* (nullable): while it is shown */
  KqChart   *chart;
};

G_DEFINE_FINAL_TYPE (KqChartCard, kq_chart_card, GTK_TYPE_BOX)

static void
show_error (KqChartCard *self,
            const char  *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _("The Chart Wasn’t Saved"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GBytes *
make_file (const char  *name,
           gpointer     data,
           GError     **error)
{
  return kq_chart_export (KQ_CHART_CARD (data)->chart, name, error);
}

static void
on_saved (const GError *error,
          gpointer      data)
{
  if (error != NULL)
    show_error (data, error->message);
}

/* No name of a file holds a slash. */
static char *
suggest_name (KqChartCard *self,
              const char  *ending)
{
  char *name = g_strconcat (kq_chart_get_title (self->chart), ending, NULL);

  return g_strdelimit (name, "/\\:", '-');
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  KqChartCard *self = KQ_CHART_CARD (widget);
  g_autofree char *name = suggest_name (self, g_variant_get_string (parameter, NULL));

  kq_save_ask (widget, _("Save the Chart"), name, make_file, on_saved, G_OBJECT (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr (GdkContentProvider) content = kq_chart_export_copy (KQ_CHART_CARD (widget)->chart);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

static void
drop_table (KqChartCard *self)
{
  if (self->table == NULL)
    return;

  gtk_stack_remove (self->stack, self->table);
  self->table = NULL;
}

static void
show_table (KqChartCard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  drop_table (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), kq_chart_table_new (self->chart));
  gtk_widget_set_size_request (scroller, -1, TABLE_HEIGHT);
  self->table = scroller;
  gtk_stack_add_child (self->stack, scroller);
  gtk_stack_set_visible_child (self->stack, scroller);
}

static void
on_table_toggled (GtkToggleButton *button,
                  KqChartCard     *self)
{
  if (gtk_toggle_button_get_active (button))
    {
      show_table (self);
      return;
    }

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->chart));
  drop_table (self);
}

static void
on_chart_changed (KqChart     *chart,
                  KqChartCard *self)
{
  if (self->table != NULL)
    show_table (self);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) save = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();

  g_menu_append (save, _("Save as PNG…"), "chart.save::.png");
  g_menu_append (save, _("Save as SVG…"), "chart.save::.svg");
  g_menu_append (save, _("Save as CSV…"), "chart.save::.csv");
  g_menu_append (copy, _("Copy"), "chart.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (save));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));

  return G_MENU_MODEL (menu);
}

static void
kq_chart_card_class_init (KqChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
name (GtkWidget  *button,
      const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), text);
}

static void
add_header (KqChartCard *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = gtk_toggle_button_new ();
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = make_menu ();

  self->title = add_label (GTK_BOX (texts), "heading");
  self->unit = add_label (GTK_BOX (texts), "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  self->texts = texts;
  gtk_button_set_icon_name (GTK_BUTTON (table), "view-list-symbolic");
  name (table, _("Show as a Table"));
  g_signal_connect_object (table, "toggled", G_CALLBACK (on_table_toggled), self, 0);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  name (menu, _("Save or Copy"));

  gtk_widget_add_css_class (table, "flat");
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_set_valign (table, GTK_ALIGN_START);
  gtk_widget_set_valign (menu, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (header), texts);
  gtk_box_append (GTK_BOX (header), table);
  gtk_box_append (GTK_BOX (header), menu);
  gtk_box_append (GTK_BOX (self), header);
}

static void
kq_chart_card_init (KqChartCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "chart-card");
  add_header (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

/**
 * kq_chart_card_new:
 * @chart: (transfer floating): the chart
 * @title: what it shows
 * @unit: in what its values are
 *
 * Returns: (transfer floating): the chart with all that belongs around it
 */
GtkWidget *
kq_chart_card_new (KqChart    *chart,
                   const char *title,
                   const char *unit)
{
  KqChartCard *self;

  g_return_val_if_fail (KQ_IS_CHART (chart), NULL);

  self = g_object_new (KQ_TYPE_CHART_CARD, NULL);
  self->chart = chart;
  gtk_stack_add_child (self->stack, GTK_WIDGET (chart));
  g_signal_connect_object (chart, "changed", G_CALLBACK (on_chart_changed), self, 0);
  kq_chart_card_set_title (self, title, unit);

  return GTK_WIDGET (self);
}

/* (transfer none) */
KqChart *
kq_chart_card_get_chart (KqChartCard *self)
{
  g_return_val_if_fail (KQ_IS_CHART_CARD (self), NULL);

  return self->chart;
}

/**
 * kq_chart_card_set_title:
 * @self: a card
 * @title: what its chart shows
 * @unit: in what its values are
 */
void
kq_chart_card_set_title (KqChartCard *self,
                         const char  *title,
                         const char  *unit)
{
  g_autofree char *name = NULL;

  g_return_if_fail (KQ_IS_CHART_CARD (self) && title != NULL && unit != NULL);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->unit, unit);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), *unit != '\0');
  /* Translators: the title of a chart and the unit of its values */
  name = *unit != '\0' ? g_strdup_printf (_("%s (%s)"), title, unit) : g_strdup (title);
  kq_chart_set_title (self->chart, name);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), title);
}

/**
 * kq_chart_card_add_control:
 * @self: a card
 * @control: (transfer floating): what one chooses with what is shown
 *
 * Puts it beside the title.
 */
void
kq_chart_card_add_control (KqChartCard *self,
                           GtkWidget   *control)
{
  g_return_if_fail (KQ_IS_CHART_CARD (self) && GTK_IS_WIDGET (control));

  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->texts)), control, self->texts);
}
