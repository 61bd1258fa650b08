/* kq-chart-export.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-export.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 960
#define MIN_HEIGHT 400
#define MARGIN 24
#define TITLE_GAP 14
#define SCALE 2

/* Pictures and tables of a chart, for elsewhere. */

static cairo_status_t
append (void         *data,
        const guint8 *bytes,
        guint         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_good (cairo_status_t   status,
         GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart couldn't be drawn: %s"),
               cairo_status_to_string (status));

  return FALSE;
}

/* A chart of bars is as high as it has bars, and stays so; others fill what they
 * get. */
static int
get_height (KqChart *chart)
{
  const gboolean is_fixed = gtk_widget_get_valign (GTK_WIDGET (chart)) == GTK_ALIGN_START;
  int natural;

  gtk_widget_measure (GTK_WIDGET (chart), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);

  return (is_fixed ? natural : MAX (natural, MIN_HEIGHT)) + 3 * MARGIN;
}

/**
 * kq_chart_export_page:
 * @chart: a chart
 * @cr: what to draw on
 * @width: pixels
 * @height: pixels
 *
 * Draws a chart with its title and a margin around.
 */
void
kq_chart_export_page (KqChart *chart,
                      cairo_t *cr,
                      int      width,
                      int      height)
{
  g_auto (KqChartCanvas) canvas = { 0 };
  int title_height;

  g_return_if_fail (KQ_IS_CHART (chart) && cr != NULL);

  kq_chart_canvas_init (&canvas, GTK_WIDGET (chart), cr, width, height);
  kq_chart_canvas_fill (&canvas, &canvas.background, 0, 0, width, height);
  kq_chart_canvas_measure (&canvas, kq_chart_get_title (chart), NULL, &title_height);
  kq_chart_canvas_write (&canvas, kq_chart_get_title (chart), &canvas.text, MARGIN, MARGIN, 0,
                         width - 2 * MARGIN);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN + title_height + TITLE_GAP);
  kq_chart_draw (chart, cr, width - 2 * MARGIN, height - 2 * MARGIN - title_height - TITLE_GAP);
  cairo_restore (cr);
}

static cairo_surface_t *
draw_image (KqChart *chart)
{
  const int height = get_height (chart);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * SCALE, height * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, SCALE, SCALE);
  kq_chart_export_page (chart, cr, WIDTH, height);
  cairo_destroy (cr);

  return surface;
}

static GBytes *
make_png (KqChart  *chart,
          GError  **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = draw_image (chart);
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, append, bytes);

  cairo_surface_destroy (surface);
  if (!is_good (status, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
make_svg (KqChart  *chart,
          GError  **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const int height = get_height (chart);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, bytes, WIDTH, height);
  cairo_t *cr;
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  kq_chart_export_page (chart, cr, WIDTH, height);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!is_good (status, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* A spreadsheet would take a text that begins so for a formula, and run it. */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+@\t\r", *text) != NULL;
}

static void
append_cell (GString    *out,
             const char *text,
             char        separator)
{
  const gboolean is_quoted = strpbrk (text, "\",;\t\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (out, '"');
  if (is_formula (text))
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  if (is_quoted)
    g_string_append_c (out, '"');
  g_string_append_c (out, separator);
}

static char *
make_table (KqChart *chart,
            char     separator)
{
  GString *out = g_string_new (NULL);
  guint n_rows, n_columns;

  kq_chart_get_table_size (chart, &n_rows, &n_columns);
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *title = kq_chart_get_column (chart, column);

      append_cell (out, title, column + 1 < n_columns ? separator : '\n');
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_autofree char *cell = kq_chart_get_cell (chart, row, column, TRUE);

        append_cell (out, cell, column + 1 < n_columns ? separator : '\n');
      }

  return g_string_free (out, FALSE);
}

/* With the mark by which spreadsheets tell UTF-8 from GB18030 */
static GBytes *
make_csv (KqChart *chart)
{
  g_autofree char *table = make_table (chart, ',');
  char *csv = g_strconcat ("\xef\xbb\xbf", table, NULL);

  return g_bytes_new_take (csv, strlen (csv));
}

/**
 * kq_chart_export:
 * @chart: a chart
 * @name: the name of a file; its ending says what is made: PNG, SVG or CSV
 * @error: return location for an error
 *
 * Returns: (transfer full): the file's content, or %NULL with a #GIOErrorEnum
 */
GBytes *
kq_chart_export (KqChart     *chart,
                 const char  *name,
                 GError     **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (KQ_IS_CHART (chart) && name != NULL, NULL);

  lower = g_ascii_strdown (name, -1);
  if (g_str_has_suffix (lower, ".csv"))
    return make_csv (chart);
  if (g_str_has_suffix (lower, ".svg"))
    return make_svg (chart, error);
  if (g_str_has_suffix (lower, ".png"))
    return make_png (chart, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               _("%s: the name must end in .png, .svg or .csv"), name);

  return NULL;
}

/**
 * kq_chart_export_copy:
 * @chart: a chart
 *
 * Returns: (transfer full): what goes into the clipboard: the picture, and the
 *   table for spreadsheets
 */
GdkContentProvider *
kq_chart_export_copy (KqChart *chart)
{
  g_autofree char *table = NULL;
  g_autoptr (GBytes) png = NULL;
  GdkContentProvider *providers[2];
  guint n_providers = 0;

  g_return_val_if_fail (KQ_IS_CHART (chart), NULL);

  png = make_png (chart, NULL);
  if (png != NULL)
    providers[n_providers++] = gdk_content_provider_new_for_bytes ("image/png", png);
  table = make_table (chart, '\t');
  providers[n_providers++] = gdk_content_provider_new_typed (G_TYPE_STRING, table);

  return gdk_content_provider_new_union (providers, n_providers);
}
