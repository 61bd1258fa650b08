/* places.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <dlfcn.h>

#include <adwaita.h>

/* From GTK 4.10 on the accessible interface tells where a widget lies in its
 * parent's content, and takes it for where it lies in the parent: with every
 * padding on the way to the window a place is off by that much, and a pointer that
 * goes there misses. A program that is started with this preloaded tells right. */

static gboolean
get_bounds (GtkAccessible *accessible,
            int           *x,
            int           *y,
            int           *width,
            int           *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds, whole;

  if (parent == NULL)
    parent = widget;
  if (!gtk_widget_get_realized (widget) ||
      !gtk_widget_compute_bounds (widget, parent, &bounds) ||
      !gtk_widget_compute_bounds (parent, parent, &whole))
    return FALSE;

  *x = bounds.origin.x - whole.origin.x;
  *y = bounds.origin.y - whole.origin.y;
  *width = bounds.size.width;
  *height = bounds.size.height;

  return TRUE;
}

/* Every class of widgets takes what it has from this one, so this comes before the
 * first of them: the application's type is what a program asks for before. */
GType
adw_application_get_type (void)
{
  GType (*real) (void) = (GType (*) (void)) dlsym (RTLD_NEXT, "adw_application_get_type");
  static gsize done;

  if (g_once_init_enter (&done))
    {
      GTypeClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);
      GtkAccessibleInterface *accessible;

      /* It is newer than what the program itself may use. */
      G_GNUC_BEGIN_IGNORE_DEPRECATIONS
      accessible = g_type_interface_peek (klass, GTK_TYPE_ACCESSIBLE);
      G_GNUC_END_IGNORE_DEPRECATIONS
      accessible->get_bounds = get_bounds;
      g_once_init_leave (&done, 1);
    }

  return real ();
}
