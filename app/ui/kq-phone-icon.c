/* kq-phone-icon.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-phone-icon.h"

/* A phone is drawn at up to three times its size. */
#define ICON_SCALE 3

/**
 * KqPhoneIcon:
 *
 * A symbolic icon in the colour of the text. Unlike #GtkImage it takes pixels
 * for the largest scale at which a phone is drawn, whatever the display's is.
 */
struct _KqPhoneIcon {
  GtkWidget         parent_instance;

  GtkIconPaintable *paintable;  /* (owned) (nullable) */
  char             *name;       /* (owned) */
  int               size;
};

G_DEFINE_FINAL_TYPE (KqPhoneIcon, kq_phone_icon, GTK_TYPE_WIDGET)

static void
kq_phone_icon_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = KQ_PHONE_ICON (widget)->size;
}

static void
kq_phone_icon_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  KqPhoneIcon *self = KQ_PHONE_ICON (widget);
  GdkRGBA colors[4];

  if (self->paintable == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colors[i]);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - self->size) / 2.f,
                                                (gtk_widget_get_height (widget) - self->size) / 2.f));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->paintable), snapshot,
                                            self->size, self->size,
                                            colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

static void
kq_phone_icon_dispose (GObject *object)
{
  KqPhoneIcon *self = KQ_PHONE_ICON (object);

  g_clear_object (&self->paintable);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (kq_phone_icon_parent_class)->dispose (object);
}

static void
kq_phone_icon_class_init (KqPhoneIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_phone_icon_dispose;
  widget_class->measure = kq_phone_icon_measure;
  widget_class->snapshot = kq_phone_icon_snapshot;
  gtk_widget_class_set_css_name (widget_class, "kq-icon");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kq_phone_icon_init (KqPhoneIcon *self)
{
}

/**
 * kq_phone_icon_new:
 * @name: a symbolic icon
 * @size: its side in pixels
 *
 * Returns: (transfer floating): an icon
 */
GtkWidget *
kq_phone_icon_new (const char *name,
                   int         size)
{
  KqPhoneIcon *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (size > 0, NULL);

  self = g_object_new (KQ_TYPE_PHONE_ICON,
                       "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  self->size = size;
  kq_phone_icon_set_name (self, name);

  return GTK_WIDGET (self);
}

/**
 * kq_phone_icon_set_name:
 * @self: an icon
 * @name: a symbolic icon
 *
 * Sets which icon it is.
 */
void
kq_phone_icon_set_name (KqPhoneIcon *self,
                        const char  *name)
{
  GtkIconTheme *theme;

  g_return_if_fail (KQ_IS_PHONE_ICON (self));
  g_return_if_fail (name != NULL);

  if (g_strcmp0 (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_strdup (name);
  theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_clear_object (&self->paintable);
  self->paintable = gtk_icon_theme_lookup_icon (theme, name, NULL, self->size, ICON_SCALE,
                                                gtk_widget_get_direction (GTK_WIDGET (self)),
                                                GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
