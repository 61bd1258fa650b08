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
 * The counts in the header bar of a campaign.
 */
struct _KqFindingsButton {
  AdwBin         parent_instance;

  KqFindingList *findings;                    /* (owned) (nullable) */
  gboolean       compact;

  GtkMenuButton *button;
  KqIndicator   *indicators[KQ_N_SEVERITIES];
  GtkWidget     *fine;
};

enum {
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
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
      gboolean is_shown = count > 0 && (text->len == 0 || !self->compact);
      g_autofree char *part = kq_indicator_describe (severity, count);

      kq_indicator_set (self->indicators[severity], is_shown ? severity : -1, count);
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
kq_findings_button_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, KQ_FINDINGS_BUTTON (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_findings_button_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_COMPACT:
      kq_findings_button_set_compact (KQ_FINDINGS_BUTTON (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kq_findings_button_get_property;
  object_class->set_property = kq_findings_button_set_property;
  object_class->dispose = kq_findings_button_dispose;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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

/**
 * kq_findings_button_set_compact:
 * @self: the button
 * @compact: whether to show only the worst
 *
 * For where there is little room.
 */
void
kq_findings_button_set_compact (KqFindingsButton *self,
                                gboolean          compact)
{
  g_return_if_fail (KQ_IS_FINDINGS_BUTTON (self));

  if (self->compact == compact)
    return;

  self->compact = compact;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}
