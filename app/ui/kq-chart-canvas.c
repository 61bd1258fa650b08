/* kq-chart-canvas.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-canvas.h"

#define LINE_WIDTH 2
#define DIM_ALPHA .62f
#define GRID_ALPHA .14f

static void
look_up (GtkStyleContext *style,
         const char      *name,
         const char      *fallback,
         GdkRGBA         *color)
{
  if (!gtk_style_context_lookup_color (style, name, color))
    gdk_rgba_parse (color, fallback);
}

/* The theme's names, so that dark and high contrast follow. Their order keeps
 * neighbours far apart in lightness. */
static void
take_colors (KqChartCanvas *self,
             GtkWidget     *widget)
{
  static const struct {
    const char *name;
    const char *fallback;
  } colors[KQ_CHART_N_COLORS] = {
    { "kq_chart_1", "#1c71d8" }, { "kq_chart_2", "#c64600" }, { "kq_chart_3", "#26a269" },
    { "kq_chart_4", "#613583" }, { "kq_chart_5", "#b58900" }, { "kq_chart_6", "#5e5c64" },
  };
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (style, &self->text);
  self->dim = self->grid = self->text;
  self->dim.alpha *= DIM_ALPHA;
  self->grid.alpha *= GRID_ALPHA;
  look_up (style, "view_bg_color", "#ffffff", &self->background);
  for (guint i = 0; i < KQ_CHART_N_COLORS; i++)
    look_up (style, colors[i].name, colors[i].fallback, &self->colors[i]);
}

/**
 * kq_chart_canvas_init:
 * @self: (out caller-allocates): a canvas
 * @widget: whose font and colours it takes
 * @cr: (nullable): what is drawn on; %NULL only to measure
 * @width: pixels
 * @height: pixels
 *
 * Makes a canvas, to be cleared with kq_chart_canvas_clear().
 */
void
kq_chart_canvas_init (KqChartCanvas *self,
                      GtkWidget     *widget,
                      cairo_t       *cr,
                      int            width,
                      int            height)
{
  g_return_if_fail (self != NULL && GTK_IS_WIDGET (widget));

  *self = (KqChartCanvas) { .cr = cr, .width = width, .height = height };
  self->layout = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  take_colors (self, widget);
}

void
kq_chart_canvas_clear (KqChartCanvas *self)
{
  g_clear_object (&self->layout);
}

/**
 * kq_chart_canvas_measure:
 * @self: a canvas
 * @text: one line
 * @width: (out) (optional): its width in pixels
 * @height: (out) (optional): its height in pixels
 */
void
kq_chart_canvas_measure (KqChartCanvas *self,
                         const char    *text,
                         int           *width,
                         int           *height)
{
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, width, height);
}

/**
 * kq_chart_canvas_write:
 * @self: a canvas
 * @text: one line
 * @color: its colour
 * @x: where it is put, in pixels
 * @y: its top
 * @align: what part of it stands left of @x: 0 for nothing, 1 for all
 * @max_width: pixels that it may take, or -1; what is longer is cut short
 */
void
kq_chart_canvas_write (KqChartCanvas *self,
                       const char    *text,
                       const GdkRGBA *color,
                       double         x,
                       double         y,
                       double         align,
                       int            max_width)
{
  int width;

  kq_chart_canvas_measure (self, text, &width, NULL);
  if (max_width >= 0 && width > max_width)
    {
      pango_layout_set_width (self->layout, max_width * PANGO_SCALE);
      width = max_width;
    }

  gdk_cairo_set_source_rgba (self->cr, color);
  cairo_move_to (self->cr, x - width * align, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

void
kq_chart_canvas_fill (KqChartCanvas *self,
                      const GdkRGBA *color,
                      double         x,
                      double         y,
                      double         width,
                      double         height)
{
  gdk_cairo_set_source_rgba (self->cr, color);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

/**
 * kq_chart_canvas_set_style:
 * @self: a canvas
 * @series: which series is drawn next
 * @plan: whether it is what was planned
 *
 * Sets colour and line. Lines differ in their dashes as well, for those who
 * can't tell the colours apart, and on paper without any; what was planned is
 * thin and finely dashed.
 */
void
kq_chart_canvas_set_style (KqChartCanvas *self,
                           guint          series,
                           gboolean       plan)
{
  static const double dashes[][4] = {
    { 0 }, { 8, 3, 0, 0 }, { 8, 3, 2, 3 }, { 2, 3, 0, 0 }, { 12, 4, 0, 0 }, { 4, 2, 0, 0 },
  };
  static const double fine[] = { 3, 3 };
  const double *dash = dashes[series % G_N_ELEMENTS (dashes)];

  gdk_cairo_set_source_rgba (self->cr, &self->colors[series % KQ_CHART_N_COLORS]);
  cairo_set_line_width (self->cr, plan ? LINE_WIDTH * .75 : LINE_WIDTH);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  if (plan)
    cairo_set_dash (self->cr, fine, G_N_ELEMENTS (fine), 0);
  else
    cairo_set_dash (self->cr, dash, dash[0] == 0 ? 0 : dash[2] > 0 ? 4 : 2, 0);
}
