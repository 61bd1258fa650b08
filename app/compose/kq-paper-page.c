/* kq-paper-page.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-paper-private.h"

/* Text of @size points, which wraps within @width points; 0 for one line */
PangoLayout *
kq_paper_create_layout (KqPaper    *paper,
                        const char *text,
                        int         size,
                        gboolean    is_bold,
                        double      width)
{
  PangoLayout *layout = pango_cairo_create_layout (paper->cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

/* Returns how high it is. */
double
kq_paper_show (KqPaper     *paper,
               PangoLayout *layout,
               double       x,
               double       y)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_move_to (paper->cr, x, y);
  pango_cairo_show_layout (paper->cr, layout);

  return (double) height / PANGO_SCALE;
}

static void
show_line (KqPaper        *paper,
           const char     *text,
           double          y,
           PangoAlignment  alignment)
{
  g_autoptr (PangoLayout) layout = kq_paper_create_layout (paper, text, 8, FALSE, KQ_PAPER_INNER);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  cairo_set_source_rgb (paper->cr, .4, .4, .4);
  kq_paper_show (paper, layout, KQ_PAPER_MARGIN, y);
  cairo_set_source_rgb (paper->cr, 0, 0, 0);
}

/* With what stands above and below each page but the first, whose title is large */
void
kq_paper_begin_page (KqPaper *paper)
{
  g_autofree char *number = NULL;

  paper->page++;
  paper->y = KQ_PAPER_MARGIN;
  /* Translators: the number of a page */
  number = g_strdup_printf (_("Page %u"), paper->page);
  if (paper->page > 1)
    show_line (paper, paper->title, KQ_PAPER_MARGIN / 2., PANGO_ALIGN_LEFT);
  show_line (paper, number, KQ_PAPER_HEIGHT - KQ_PAPER_MARGIN * .7, PANGO_ALIGN_RIGHT);
}

void
kq_paper_end_page (KqPaper *paper)
{
  cairo_show_page (paper->cr);
}

/* Goes to the next page where @height points aren't left. */
void
kq_paper_need (KqPaper *paper,
               double   height)
{
  if (paper->y + height <= KQ_PAPER_HEIGHT - KQ_PAPER_MARGIN)
    return;

  kq_paper_end_page (paper);
  kq_paper_begin_page (paper);
}

void
kq_paper_add_heading (KqPaper    *paper,
                      const char *text,
                      int         size)
{
  g_autoptr (PangoLayout) layout = kq_paper_create_layout (paper, text, size, TRUE, KQ_PAPER_INNER);

  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (paper->cr, 0, 0, 0);
  paper->y += kq_paper_show (paper, layout, KQ_PAPER_MARGIN, paper->y) + size / 2.;
}
