/* kq-row-parts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-row-private.h"

#include "kq-accessible.h"
#include "kq-drop-down.h"

/* What a row shows beside its title, for the kinds of rows to fill. */

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

void
kq_row_update_style (KqRow *self)
{
  KqRowPrivate *priv = kq_row_priv (self);
  gboolean wrong = kq_row_has_problem (self);
  gboolean error = wrong || priv->severity == KQ_SEVERITY_ERROR;

  if (priv->control == NULL)
    return;

  set_style (priv->control, "error", error);
  set_style (priv->control, "warning", !error && priv->severity == KQ_SEVERITY_WARNING);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * kq_row_name_control:
 * @control: a control
 * @name: what it is called
 *
 * Names @control for those who don't see it; of a drop-down also the button
 * within, which is what has the focus. That of a menu button says its name.
 */
void
kq_row_name_control (GtkWidget  *control,
                     const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (control));
  g_return_if_fail (name != NULL);

  if (GTK_IS_DROP_DOWN (control))
    kq_drop_down_set_name (control, name);
  else
    kq_accessible_set_name (GTK_ACCESSIBLE (control), name);
}

/**
 * kq_row_set_control:
 * @self: a row
 * @control: what takes the focus, and is named as the field
 * @widget: what stands at the end of the row: @control, or what holds it
 *
 * Gives the row its control, once.
 */
void
kq_row_set_control (KqRow     *self,
                    GtkWidget *control,
                    GtkWidget *widget)
{
  KqRowPrivate *priv = kq_row_priv (self);

  g_return_if_fail (KQ_IS_ROW (self));
  g_return_if_fail (priv->control == NULL);

  priv->control = control;
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  kq_wrap_box_append (priv->header, widget);
}

/**
 * kq_row_set_below:
 * @self: a row
 * @control: what takes the focus, and is named as the field
 * @widget: what stands below the title: @control, or what holds it
 *
 * Gives a row its control that needs the whole width, once.
 */
void
kq_row_set_below (KqRow     *self,
                  GtkWidget *control,
                  GtkWidget *widget)
{
  KqRowPrivate *priv = kq_row_priv (self);

  g_return_if_fail (KQ_IS_ROW (self));
  g_return_if_fail (priv->control == NULL);

  priv->control = control;
  kq_row_insert_below (self, widget);
}

/**
 * kq_row_insert_below:
 * @self: a row
 * @widget: what else stands below the title
 *
 * Gives a row what needs its whole width besides its control.
 */
void
kq_row_insert_below (KqRow     *self,
                     GtkWidget *widget)
{
  KqRowPrivate *priv = kq_row_priv (self);

  g_return_if_fail (KQ_IS_ROW (self));

  gtk_box_insert_child_after (priv->box, widget, GTK_WIDGET (priv->header));
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* To those who don't see it, the control says what stands around it: what is
 * wrong first. */
static void
update_description (KqRow *self)
{
  KqRowPrivate *priv = kq_row_priv (self);
  const char *hint = gtk_label_get_label (priv->hint);
  const char *problem = gtk_label_get_label (priv->problem);
  g_autofree char *both = NULL;

  if (priv->control == NULL)
    return;

  both = g_strjoin (*problem != '\0' && *hint != '\0' ? "\n" : "", problem, hint, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}

/**
 * kq_row_set_hint:
 * @self: a row
 * @hint: (nullable): what else to know of the field, such as its time zone
 *
 * Shows a small line below the title.
 */
void
kq_row_set_hint (KqRow      *self,
                 const char *hint)
{
  KqRowPrivate *priv = kq_row_priv (self);

  g_return_if_fail (KQ_IS_ROW (self));

  /* Nobody is told anew what they have been told. */
  if (g_str_equal (gtk_label_get_label (priv->hint), hint != NULL ? hint : ""))
    return;

  set_line (priv->hint, hint);
  update_description (self);
}

/**
 * kq_row_set_problem:
 * @self: a row
 * @problem: (nullable): why what was entered can't be taken, and what can
 *
 * Shows that the field doesn't hold what stands in the control.
 */
void
kq_row_set_problem (KqRow      *self,
                    const char *problem)
{
  g_return_if_fail (KQ_IS_ROW (self));

  set_line (kq_row_priv (self)->problem, problem);
  kq_row_update_style (self);
  update_description (self);
}

/**
 * kq_row_has_problem:
 * @self: a row
 *
 * Returns: whether what stands in the control can't be taken
 */
gboolean
kq_row_has_problem (KqRow *self)
{
  g_return_val_if_fail (KQ_IS_ROW (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (kq_row_priv (self)->problem));
}

/**
 * kq_row_begin_commit:
 * @self: a row
 *
 * The row is about to change its field itself.
 */
void
kq_row_begin_commit (KqRow *self)
{
  g_return_if_fail (KQ_IS_ROW (self));

  kq_row_priv (self)->commits++;
}

/**
 * kq_row_end_commit:
 * @self: a row
 *
 * Ends what [method@Row.begin_commit] began.
 */
void
kq_row_end_commit (KqRow *self)
{
  g_return_if_fail (KQ_IS_ROW (self));
  g_return_if_fail (kq_row_priv (self)->commits > 0);

  kq_row_priv (self)->commits--;
}
