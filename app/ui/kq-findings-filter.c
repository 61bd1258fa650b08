/* kq-findings-filter.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-findings-filter.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-drop-down.h"
#include "kq-indicator.h"
#include "kq-row.h"
#include "kq-words.h"
#include "kq-wrap-box.h"

/**
 * KqFindingsFilter:
 *
 * A switch for each severity with its count, a platform, and words to look for.
 */
struct _KqFindingsFilter {
  GtkWidget        parent_instance;

  KqFindingsModel *model;                     /* (owned) (nullable) */
  GSignalGroup    *changes;                   /* (owned): of all findings */

  GtkWidget       *box;
  GtkEditable     *search_entry;
  GtkBox          *platform_slot;
  GtkDropDown     *platform;
  GtkBox          *severities;
  GtkToggleButton *toggles[KQ_N_SEVERITIES];
  GtkLabel        *counts[KQ_N_SEVERITIES];
};

G_DEFINE_FINAL_TYPE (KqFindingsFilter, kq_findings_filter, GTK_TYPE_WIDGET)

static void
on_search_changed (KqFindingsFilter *self)
{
  if (self->model != NULL)
    kq_findings_model_set_text (self->model, gtk_editable_get_text (self->search_entry));
}

static void
on_stop_search (KqFindingsFilter *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
on_platform (KqFindingsFilter *self)
{
  /* The first choice is all of them. */
  if (self->model != NULL)
    kq_findings_model_set_platform (self->model,
                                    (int) gtk_drop_down_get_selected (self->platform) - 1);
}

static void
on_toggled (KqFindingsFilter *self)
{
  guint severities = 0;

  for (guint i = 0; i < KQ_N_SEVERITIES; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      severities |= 1u << i;
  if (self->model != NULL)
    kq_findings_model_set_severities (self->model, severities);
}

static void
update_counts (KqFindingsFilter *self)
{
  g_autoptr (KqFindingList) findings = g_signal_group_dup_target (self->changes);

  for (guint i = 0; findings != NULL && i < KQ_N_SEVERITIES; i++)
    {
      guint count = kq_finding_list_count (findings, i);
      g_autofree char *text = g_strdup_printf ("%u", count);
      g_autofree char *name = kq_indicator_describe (i, count);

      gtk_label_set_label (self->counts[i], text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggles[i]), name);
      kq_accessible_set_name (GTK_ACCESSIBLE (self->toggles[i]), name);
    }
}

static void
kq_findings_filter_dispose (GObject *object)
{
  KqFindingsFilter *self = KQ_FINDINGS_FILTER (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->model);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_findings_filter_parent_class)->dispose (object);
}

static void
kq_findings_filter_class_init (KqFindingsFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_findings_filter_dispose;

  g_type_ensure (KQ_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-findings-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, KqFindingsFilter, box);
  gtk_widget_class_bind_template_child (widget_class, KqFindingsFilter, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KqFindingsFilter, platform_slot);
  gtk_widget_class_bind_template_child (widget_class, KqFindingsFilter, severities);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_toggle (KqFindingsFilter *self,
            KqSeverity        severity)
{
  static const char * const styles[KQ_N_SEVERITIES] = { "accent", "warning", "error" };
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", kq_indicator_get_icon_name (severity),
                                  NULL);

  gtk_widget_add_css_class (icon, styles[severity]);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (self->severities, toggle);

  self->toggles[severity] = GTK_TOGGLE_BUTTON (toggle);
  self->counts[severity] = GTK_LABEL (count);
}

static void
add_platforms (KqFindingsFilter *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All platforms"));
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    gtk_string_list_append (names, _(kq_platform_words[i].label));

  self->platform = GTK_DROP_DOWN (kq_drop_down_new (G_LIST_MODEL (names)));
  g_object_unref (names);
  kq_row_name_control (GTK_WIDGET (self->platform), _("Platform"));
  g_signal_connect_swapped (self->platform, "notify::selected", G_CALLBACK (on_platform), self);
  gtk_box_append (self->platform_slot, GTK_WIDGET (self->platform));
}

static void
kq_findings_filter_init (KqFindingsFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = KQ_N_SEVERITIES; i-- > 0;)
    add_toggle (self, i);
  add_platforms (self);

  self->changes = g_signal_group_new (KQ_TYPE_FINDING_LIST);
  g_signal_group_connect_swapped (self->changes, "items-changed", G_CALLBACK (update_counts), self);
}

/**
 * kq_findings_filter_set_model:
 * @self: a filter
 * @model: (nullable): what it filters
 * @findings: (nullable): all findings, to count
 *
 * Lets it filter a model, as it is set.
 */
void
kq_findings_filter_set_model (KqFindingsFilter *self,
                              KqFindingsModel  *model,
                              KqFindingList    *findings)
{
  g_return_if_fail (KQ_IS_FINDINGS_FILTER (self));
  g_return_if_fail (model == NULL || KQ_IS_FINDINGS_MODEL (model));
  g_return_if_fail (findings == NULL || KQ_IS_FINDING_LIST (findings));

  g_set_object (&self->model, model);
  g_signal_group_set_target (self->changes, findings);
  update_counts (self);
  on_search_changed (self);
  on_platform (self);
  on_toggled (self);
}

/**
 * kq_findings_filter_reset:
 * @self: a filter
 *
 * Shows everything.
 */
void
kq_findings_filter_reset (KqFindingsFilter *self)
{
  g_return_if_fail (KQ_IS_FINDINGS_FILTER (self));

  gtk_editable_set_text (self->search_entry, "");
  on_search_changed (self);
  gtk_drop_down_set_selected (self->platform, 0);
  for (guint i = 0; i < KQ_N_SEVERITIES; i++)
    gtk_toggle_button_set_active (self->toggles[i], TRUE);
}

/**
 * kq_findings_filter_search:
 * @self: a filter
 *
 * Puts the cursor where one searches.
 */
void
kq_findings_filter_search (KqFindingsFilter *self)
{
  g_return_if_fail (KQ_IS_FINDINGS_FILTER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
