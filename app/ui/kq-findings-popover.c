/* kq-findings-popover.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-findings-popover.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-indicator.h"

/**
 * KqFindingsPopover:
 *
 * The list behind the counts in the header bar.
 */
struct _KqFindingsPopover {
  GtkPopover   parent_instance;

  GtkListView *list_view;
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqFindingsPopover, kq_findings_popover, GTK_TYPE_POPOVER)

static int
compare_severity (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  return (int) kq_finding_get_severity ((KqFinding *) b) -
         (int) kq_finding_get_severity ((KqFinding *) a);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *message = gtk_label_new (NULL);
  GtkWidget *source = gtk_label_new (NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_xalign (GTK_LABEL (source), 0);
  gtk_widget_add_css_class (source, "dim-label");
  gtk_widget_add_css_class (source, "caption");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);

  gtk_box_append (GTK_BOX (text), message);
  gtk_box_append (GTK_BOX (text), source);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
}

static void
show_severity (GtkWidget  *icon,
               KqSeverity  severity)
{
  static const char * const classes[KQ_N_SEVERITIES] = { "accent", "warning", "error" };

  for (int i = 0; i < KQ_N_SEVERITIES; i++)
    gtk_widget_remove_css_class (icon, classes[i]);
  gtk_widget_add_css_class (icon, classes[severity]);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), kq_indicator_get_icon_name (severity));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  KqFinding *finding = gtk_list_item_get_item (item);
  KqSeverity severity = kq_finding_get_severity (finding);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *message = gtk_widget_get_first_child (gtk_widget_get_last_child (box));
  g_autofree char *source = NULL;

  show_severity (icon, severity);
  gtk_label_set_label (GTK_LABEL (message), kq_finding_get_message (finding));
  source = g_strdup_printf ("%s · %s · %s", kq_severity_get_label (severity),
                            kq_finding_get_rule (finding), kq_finding_get_source (finding));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (message)), source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, kq_finding_get_message (finding),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source,
                                  -1);
}

static void
on_activate (KqFindingsPopover *self,
             guint              position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
  g_autoptr (KqFinding) finding = g_list_model_get_item (model, position);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ACTIVATED], 0, finding);
}

static GtkWidget *
new_list_view (KqFindingsPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list_view;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  list_view = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list_view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list_view), TRUE);
  gtk_widget_add_css_class (list_view, "findings");
  kq_accessible_set_name (GTK_ACCESSIBLE (list_view), _("Findings"));
  g_signal_connect_swapped (list_view, "activate", G_CALLBACK (on_activate), self);

  return list_view;
}

static void
kq_findings_popover_class_init (KqFindingsPopoverClass *klass)
{
  /**
   * KqFindingsPopover::activated:
   * @self: the popover
   * @finding: a finding
   *
   * A finding was chosen.
   */
  signals[ACTIVATED] = g_signal_new ("activated", KQ_TYPE_FINDINGS_POPOVER, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, KQ_TYPE_FINDING);
}

static void
kq_findings_popover_init (KqFindingsPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list_view = new_list_view (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *all = gtk_button_new_with_label (_("All Checks"));

  self->list_view = GTK_LIST_VIEW (list_view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 440);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list_view);
  gtk_widget_set_size_request (scroller, 330, -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (all), "win.show-section::checks");
  gtk_widget_add_css_class (all, "flat");
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (gtk_popover_popdown), self);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), all);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
}

/**
 * kq_findings_popover_new:
 * @findings: what to list
 *
 * Returns: (transfer floating): a popover that lists them as they change
 */
GtkWidget *
kq_findings_popover_new (KqFindingList *findings)
{
  KqFindingsPopover *self;
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_val_if_fail (KQ_IS_FINDING_LIST (findings), NULL);

  self = g_object_new (KQ_TYPE_FINDINGS_POPOVER, NULL);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_severity, NULL, NULL));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (findings)), sorter);
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_list_view_set_model (self->list_view, model);

  return GTK_WIDGET (self);
}
