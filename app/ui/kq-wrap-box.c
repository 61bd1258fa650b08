/* kq-wrap-box.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-wrap-box.h"

/* Between two lines */
#define LINE_SPACING 6

/**
 * KqWrapBox:
 *
 * Where there is room it is laid out as a #GtkBox is: children get from their
 * least up to their natural width, and those that expand share what is left. In a
 * narrow window, or with large text, it becomes higher instead of wider.
 */
struct _KqWrapBox {
  GtkWidget parent_instance;

  int       spacing;
};

enum {
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqWrapBox, kq_wrap_box, GTK_TYPE_WIDGET)

/* The children that are to be laid out: data of each is the widget, and its sizes
 * are those that it asks for. */
static GArray *
measure_children (KqWrapBox *self)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &size.minimum_size, &size.natural_size, NULL, NULL);
      g_array_append_val (children, size);
    }

  return children;
}

/* How many children from @start on stand in one line of @width, and at least one */
static guint
count_in_line (KqWrapBox *self,
               GArray    *children,
               guint      start,
               int        width)
{
  guint n = 0;
  int used = -self->spacing;

  for (guint i = start; i < children->len; i++, n++)
    {
      used += self->spacing + g_array_index (children, GtkRequestedSize, i).minimum_size;
      if (n > 0 && used > width)
        break;
    }

  return n;
}

static void
share_rest (GtkRequestedSize *sizes,
            guint             n,
            int               rest)
{
  guint n_expand = 0;

  for (guint i = 0; i < n; i++)
    n_expand += gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < n && n_expand > 0; i++)
    if (gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        int share = rest / n_expand--;

        sizes[i].minimum_size += share;
        rest -= share;
      }
}

/* Makes the minimum of each of the @n children of a line what it gets of @width. */
static void
distribute (KqWrapBox        *self,
            GtkRequestedSize *sizes,
            guint             n,
            int               width)
{
  int rest = width - (int) (n - 1) * self->spacing;

  for (guint i = 0; i < n; i++)
    rest -= sizes[i].minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), n, sizes);
  share_rest (sizes, n, rest);
}

/* What the higher ones of a line ask for */
static void
measure_line (GtkRequestedSize *sizes,
              guint             n,
              int              *minimum,
              int              *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < n; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (sizes[i].data, GTK_ORIENTATION_VERTICAL, sizes[i].minimum_size,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
measure_height (KqWrapBox *self,
                GArray    *children,
                int        width,
                int       *minimum,
                int       *natural)
{
  guint n;

  *minimum = *natural = 0;
  for (guint i = 0; i < children->len; i += n)
    {
      GtkRequestedSize *sizes = &g_array_index (children, GtkRequestedSize, i);
      int line_minimum, line_natural;

      n = count_in_line (self, children, i, width);
      distribute (self, sizes, n, width);
      measure_line (sizes, n, &line_minimum, &line_natural);
      *minimum += line_minimum + (i > 0 ? LINE_SPACING : 0);
      *natural += line_natural + (i > 0 ? LINE_SPACING : 0);
    }
}

static void
measure_width (KqWrapBox *self,
               GArray    *children,
               int       *minimum,
               int       *natural)
{
  for (guint i = 0; i < children->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (children, GtkRequestedSize, i);

      *minimum = MAX (*minimum, size->minimum_size);
      *natural += size->natural_size + (i > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
kq_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kq_wrap_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  KqWrapBox *self = KQ_WRAP_BOX (widget);
  g_autoptr (GArray) children = measure_children (self);
  int least = 0, width = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    measure_width (self, children, &least, &width);
  *minimum = least;
  *natural = width;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    measure_height (self, children, for_size >= 0 ? for_size : width, minimum, natural);
}

/* From the start of the line, wherever that is */
static void
allocate_line (KqWrapBox        *self,
               GtkRequestedSize *sizes,
               guint             n,
               int               y,
               int               height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < n; i++)
    {
      int width = sizes[i].minimum_size;
      GtkAllocation place = { rtl ? gtk_widget_get_width (widget) - x - width : x, y, width, height };

      gtk_widget_size_allocate (sizes[i].data, &place, -1);
      x += width + self->spacing;
    }
}

static void
kq_wrap_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  KqWrapBox *self = KQ_WRAP_BOX (widget);
  g_autoptr (GArray) children = measure_children (self);
  int y = 0;
  guint n;

  for (guint i = 0; i < children->len; i += n)
    {
      GtkRequestedSize *sizes = &g_array_index (children, GtkRequestedSize, i);
      int line_minimum, line_natural, line_height;

      n = count_in_line (self, children, i, width);
      distribute (self, sizes, n, width);
      measure_line (sizes, n, &line_minimum, &line_natural);
      /* One line alone has all the height, as in any box. */
      line_height = n == children->len ? height : line_natural;
      allocate_line (self, sizes, n, y, line_height);
      y += line_height + LINE_SPACING;
    }
}

static void
kq_wrap_box_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, KQ_WRAP_BOX (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_wrap_box_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SPACING:
      KQ_WRAP_BOX (object)->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kq_wrap_box_parent_class)->dispose (object);
}

static void
kq_wrap_box_class_init (KqWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kq_wrap_box_get_property;
  object_class->set_property = kq_wrap_box_set_property;
  object_class->dispose = kq_wrap_box_dispose;
  widget_class->get_request_mode = kq_wrap_box_get_request_mode;
  widget_class->measure = kq_wrap_box_measure;
  widget_class->size_allocate = kq_wrap_box_size_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kq_wrap_box_init (KqWrapBox *self)
{
}

/**
 * kq_wrap_box_new:
 * @spacing: between two children of a line, in logical pixels
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
kq_wrap_box_new (int spacing)
{
  return g_object_new (KQ_TYPE_WRAP_BOX, "spacing", spacing, NULL);
}

/**
 * kq_wrap_box_append:
 * @self: a box
 * @child: a widget without a parent
 *
 * Adds @child at the end.
 */
void
kq_wrap_box_append (KqWrapBox *self,
                    GtkWidget *child)
{
  g_return_if_fail (KQ_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));
  g_return_if_fail (gtk_widget_get_parent (child) == NULL);

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
