/* kq-indicator.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-indicator.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"

/**
 * KqIndicator:
 *
 * How many findings there are, and how bad the worst is. Nothing is shown where
 * there is none.
 */
struct _KqIndicator {
  GtkWidget  parent_instance;

  GtkWidget *icon;
  GtkWidget *label;

  int        severity;
  guint      count;
};

G_DEFINE_FINAL_TYPE (KqIndicator, kq_indicator, GTK_TYPE_WIDGET)

static const char * const style_classes[KQ_N_SEVERITIES] = { "advice", "warning", "error" };

static void
kq_indicator_dispose (GObject *object)
{
  KqIndicator *self = KQ_INDICATOR (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_indicator_parent_class)->dispose (object);
}

static void
kq_indicator_class_init (KqIndicatorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_indicator_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "indicator");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kq_indicator_init (KqIndicator *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->severity = -1;
}

/**
 * kq_indicator_new:
 *
 * Returns: (transfer floating): an indicator that shows nothing yet
 */
GtkWidget *
kq_indicator_new (void)
{
  return g_object_new (KQ_TYPE_INDICATOR, NULL);
}

/**
 * kq_indicator_set:
 * @self: an indicator
 * @severity: the #KqSeverity of the worst finding, or −1 for nothing
 * @count: how many findings
 *
 * Says what to show.
 */
void
kq_indicator_set (KqIndicator *self,
                  int          severity,
                  guint        count)
{
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (KQ_IS_INDICATOR (self));
  g_return_if_fail (severity < KQ_N_SEVERITIES);

  /* Checks come with every keystroke: what stays as it is is not laid out again. */
  if (severity == self->severity && count == self->count)
    return;
  self->severity = severity;
  self->count = count;
  gtk_widget_set_visible (GTK_WIDGET (self), severity >= 0 && count > 0);
  if (severity < 0)
    return;

  for (int i = 0; i < KQ_N_SEVERITIES; i++)
    if (i == severity)
      gtk_widget_add_css_class (GTK_WIDGET (self), style_classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), style_classes[i]);

  text = g_strdup_printf ("%u", count);
  description = kq_indicator_describe (severity, count);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), kq_indicator_get_icon_name (severity));
  gtk_label_set_label (GTK_LABEL (self->label), text);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), description);
}

/**
 * kq_indicator_get_icon_name:
 * @severity: a severity
 *
 * Returns: its symbolic icon
 */
const char *
kq_indicator_get_icon_name (KqSeverity severity)
{
  static const char * const names[KQ_N_SEVERITIES] = {
    "kq-advice-symbolic", "kq-warning-symbolic", "kq-error-symbolic",
  };

  g_return_val_if_fail (severity < KQ_N_SEVERITIES, NULL);

  return names[severity];
}

/**
 * kq_indicator_describe:
 * @severity: a severity
 * @count: how many findings of it
 *
 * Returns: (transfer full): that in words
 */
char *
kq_indicator_describe (KqSeverity severity,
                       guint      count)
{
  switch (severity)
    {
    case KQ_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u error", "%u errors", count), count);
    case KQ_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", count), count);
    case KQ_SEVERITY_ADVICE:
      return g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice", count), count);
    default:
      g_return_val_if_reached (NULL);
    }
}
