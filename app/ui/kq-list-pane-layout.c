/* kq-list-pane-layout.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list-pane-layout.h"

/* So much of the height may the list take, so that the form stays in sight. */
#define LIST_PERCENT 40

/**
 * KqListPaneLayout:
 *
 * The layout of a list with a form below it. Each child that is visible but
 * the first and the last is bounded.
 */
struct _KqListPaneLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (KqListPaneLayout, kq_list_pane_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
kq_list_pane_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kq_list_pane_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = 0;
  *natural = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          *minimum += child_minimum;
          *natural += child_natural;
        }
    }
}

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
kq_list_pane_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  gboolean is_first = TRUE;
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *next = next_visible (gtk_widget_get_next_sibling (child));
      int minimum, natural, size;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
      if (next == NULL)
        size = MAX (minimum, height - y);
      else if (is_first)
        size = natural;
      else
        size = CLAMP (natural, minimum, MAX (minimum, height * LIST_PERCENT / 100));

      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, size }, -1);
      y += size;
      is_first = FALSE;
      child = next;
    }
}

static void
kq_list_pane_layout_class_init (KqListPaneLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = kq_list_pane_layout_get_request_mode;
  layout_class->measure = kq_list_pane_layout_measure;
  layout_class->allocate = kq_list_pane_layout_allocate;
}

static void
kq_list_pane_layout_init (KqListPaneLayout *self)
{
}

/**
 * kq_list_pane_layout_new:
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
kq_list_pane_layout_new (void)
{
  return g_object_new (KQ_TYPE_LIST_PANE_LAYOUT, NULL);
}
