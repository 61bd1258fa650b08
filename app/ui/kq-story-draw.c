/* kq-story-draw.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "kq-phone.h"
#include "kq-story-draw.h"
#include "kq-view-story.h"

/* A sheet with small phones side by side. */

#define COLUMNS 6
#define ZOOM 0.5
#define PHONE_WIDTH (KQ_PHONE_WIDTH * ZOOM)
#define PHONE_HEIGHT (KQ_PHONE_HEIGHT * ZOOM)
#define RADIUS 14.0
#define GAP 18
#define MARGIN 28
#define HEADING 44
#define CAPTION 46
#define FOOTER 20
#define FONT "Noto Sans CJK SC, Noto Sans SC, Sans"

typedef struct {
  GPtrArray  *frames;
  GPtrArray  *nodes;    /* (element-type GskRenderNode) */
  const char *title;
  int         width;
  int         height;
} Sheet;

/* Text within @width and @lines, in a grey of which 0 is black */
static void
paint_text (cairo_t    *cr,
            const char *text,
            const char *style,
            double      grey,
            double      width,
            int         lines)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *name = g_strconcat (FONT, " ", style, NULL);

  font = pango_font_description_from_string (name);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (cr, grey, grey, grey);
  pango_cairo_show_layout (cr, layout);
}

static void
round_path (cairo_t *cr,
            double   width,
            double   height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, width - RADIUS, RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, width - RADIUS, height - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, RADIUS, height - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, RADIUS, RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_phone (cairo_t       *cr,
             GskRenderNode *node)
{
  cairo_save (cr);
  round_path (cr, PHONE_WIDTH, PHONE_HEIGHT);
  cairo_clip (cr);
  cairo_scale (cr, ZOOM, ZOOM);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);

  round_path (cr, PHONE_WIDTH, PHONE_HEIGHT);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.11);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
paint_frame (cairo_t            *cr,
             const KqStoryFrame *frame,
             GskRenderNode      *node)
{
  paint_text (cr, frame->title, "Bold 8.5", 0.1, PHONE_WIDTH, frame->text != NULL ? 1 : 2);
  cairo_translate (cr, 0, 16);
  if (frame->text != NULL)
    paint_text (cr, frame->text, "7", 0.35, PHONE_WIDTH, 2);
  cairo_translate (cr, 0, CAPTION - 16);
  if (node != NULL)
    paint_phone (cr, node);
}

static void
paint_sheet (cairo_t  *cr,
             gpointer  data)
{
  Sheet *sheet = data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  paint_text (cr, sheet->title, "Bold 14", 0.1, sheet->width - 2 * MARGIN, 1);
  cairo_restore (cr);

  for (guint i = 0; i < sheet->frames->len; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN + (i % COLUMNS) * (PHONE_WIDTH + GAP),
                       MARGIN + HEADING + (i / COLUMNS) * (CAPTION + PHONE_HEIGHT + GAP));
      paint_frame (cr, sheet->frames->pdata[i], sheet->nodes->pdata[i]);
      cairo_restore (cr);
    }

  /* MF-51: nobody shall take it for a page of the platform. */
  cairo_translate (cr, MARGIN, sheet->height - MARGIN - FOOTER + 6);
  paint_text (cr, _("A draft of the campaign, not a page of the platform"), "7", 0.4,
              sheet->width - 2 * MARGIN, 1);
}

static void
measure (Sheet *sheet)
{
  guint columns = CLAMP (sheet->frames->len, 1, COLUMNS);
  guint rows = MAX ((sheet->frames->len + COLUMNS - 1) / COLUMNS, 1);

  sheet->width = 2 * MARGIN + columns * (PHONE_WIDTH + GAP) - GAP;
  sheet->height = 2 * MARGIN + HEADING + rows * (CAPTION + PHONE_HEIGHT + GAP) + FOOTER;
}

/**
 * kq_story_draw:
 * @frames: (element-type KqStoryFrame): phones, in order
 * @title: the heading of the sheet
 * @pictures: (nullable): where their pictures are
 * @format: a picture, or a document
 * @scale: pixels of a picture a unit, 1 to 3
 * @error: return location for an error, of %G_IO_ERROR
 *
 * Draws phones of half their size side by side on one sheet.
 *
 * Returns: (transfer full) (nullable): a PNG or PDF file
 */
GBytes *
kq_story_draw (GPtrArray       *frames,
               const char      *title,
               KqPictures      *pictures,
               KqRenderFormat   format,
               int              scale,
               GError         **error)
{
  g_autoptr (GPtrArray) nodes = NULL;
  Sheet sheet = { frames, NULL, title, 0, 0 };

  g_return_val_if_fail (frames != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (scale >= 1 && scale <= 3, NULL);

  nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  for (guint i = 0; i < frames->len; i++)
    g_ptr_array_add (nodes, kq_render_node (((KqStoryFrame *) frames->pdata[i])->view, pictures));
  sheet.nodes = nodes;
  measure (&sheet);

  return kq_render_paint (paint_sheet, &sheet, format, sheet.width, sheet.height, scale, error);
}
