/* kq-findings-button.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-findings-button.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-findings-popover.h"
#include "kq-indicator.h"

/**
 * KqFindingsButton:
 *
 * The counts of a campaign, in its header bar, or below where that has no room.
 */
struct _KqFindingsButton {
  AdwBin         parent_instance;

  KqFindingList *findings;                    /* (owned) (nullable) */

  GtkMenuButton *button;
  KqIndicator   *indicators[KQ_N_SEVERITIES];
  GtkWidget     *fine;
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqFindingsButton, kq_findings_button, ADW_TYPE_BIN)

static void
describe (KqFindingsButton *self,
          const char       *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->button)), text) == 0)
    return;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->button), text);
}

static void
update (KqFindingsButton *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int severity = KQ_N_SEVERITIES - 1; severity >= 0; severity--)
    {
      guint count = self->findings != NULL ? kq_finding_list_count (self->findings, severity) : 0;
      g_autofree char *part = kq_indicator_describe (severity, count);

      kq_indicator_set (self->indicators[severity], count > 0 ? severity : -1, count);
      if (count == 0)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }

  gtk_widget_set_visible (self->fine, text->len == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), text->len > 0);
  describe (self, text->len > 0 ? text->str : _("Nothing found"));
}

static void
on_activated (KqFindingsButton *self,
              KqFinding        *finding)
{
  g_signal_emit (self, signals[ACTIVATED], 0, finding);
}

/* Only when first pressed: most of the start-up would be its list. */
static void
create_popover (GtkMenuButton *button,
                gpointer       data)
{
  KqFindingsButton *self = data;
  GtkWidget *popover;

  if (self->findings == NULL || gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = kq_findings_popover_new (self->findings);
  g_signal_connect_swapped (popover, "activated", G_CALLBACK (on_activated), self);
  gtk_menu_button_set_popover (button, popover);
}

static void
kq_findings_button_dispose (GObject *object)
{
  KqFindingsButton *self = KQ_FINDINGS_BUTTON (object);

  if (self->findings != NULL)
    g_signal_handlers_disconnect_by_data (self->findings, self);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (kq_findings_button_parent_class)->dispose (object);
}

static void
kq_findings_button_class_init (KqFindingsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_findings_button_dispose;

  /**
   * KqFindingsButton::activated:
   * @self: the button
   * @finding: a finding
   *
   * A finding was chosen from the list.
   */
  signals[ACTIVATED] = g_signal_new ("activated", KQ_TYPE_FINDINGS_BUTTON, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, KQ_TYPE_FINDING);
}

static void
kq_findings_button_init (KqFindingsButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->fine = g_object_new (GTK_TYPE_IMAGE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "icon-name", "object-select-symbolic",
                             NULL);
  for (int severity = KQ_N_SEVERITIES - 1; severity >= 0; severity--)
    {
      self->indicators[severity] = KQ_INDICATOR (kq_indicator_new ());
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->indicators[severity]));
    }
  gtk_box_append (GTK_BOX (box), self->fine);

  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "findings-button");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  update (self);
}

/**
 * kq_findings_button_set_findings:
 * @self: the button
 * @findings: (nullable): what it shall count and list
 *
 * Lets it follow a list of findings.
 */
void
kq_findings_button_set_findings (KqFindingsButton *self,
                                 KqFindingList    *findings)
{
  g_return_if_fail (KQ_IS_FINDINGS_BUTTON (self));
  g_return_if_fail (findings == NULL || KQ_IS_FINDING_LIST (findings));

  if (self->findings == findings)
    return;

  if (self->findings != NULL)
    g_signal_handlers_disconnect_by_data (self->findings, self);
  g_set_object (&self->findings, findings);
  gtk_menu_button_set_popover (self->button, NULL);
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  if (findings != NULL)
    g_signal_connect_swapped (findings, "items-changed", G_CALLBACK (update), self);
  update (self);
}
