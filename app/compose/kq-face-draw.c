/* kq-face-draw.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-face-private.h"

#include <math.h>

#include "kq-lettering.h"
#include "kq-scrim.h"

/* Measures of the design, in pixels of KQ_FACE_WIDTH × KQ_FACE_HEIGHT */
#define SHOP_SIZE   50
#define SHOP_LEAST  34
#define LEVEL_SIZE  124
#define LEVEL_LEAST 56
#define LOGO_SIDE   124
#define LOGO_GAP    28
#define CENTRE_GAP  26
#define SHADOW      9

/* Parts of the shorter side at the edge that stay free */
#define MARGIN 0.07
/* How much of the width a scrim needs to fade out */
#define FADE 0.36
#define SHADOW_ALPHA 0.42
/* How far a scrim is from the face's colour to black or white: of any colour,
 * each ink is read on it. */
#define SHADE 0.86
/* What is liked less has to be better by so much of a scrim. */
#define LIKED 0.25

/* What is laid between the ground and an ink */
#define LIGHT_INK 0xffffff
#define DARK_INK  0x16181d

typedef struct {
  PangoLayout *layout;  /* (owned) (nullable) */
  double       x;
  double       y;
} Line;

/* A face while it is drawn */
typedef struct {
  cairo_t           *cr;
  const KqFaceStyle *style;
  guint32            color;
  int                width;
  int                height;
  double             unit;
  double             margin;
  double             shadow;  /* its radius */
  Line               shop;
  Line               level;
  KqFaceText        *text;
} Work;

double
kq_face_get_margin (int width,
                    int height)
{
  return ceil (MARGIN * MIN (width, height));
}

static PangoLayout *
set_line (const Work *work,
          const char *name,
          const char *family,
          double      size,
          double      least,
          double      width)
{
  g_autofree char *clean = name != NULL ? kq_lettering_clean (name) : NULL;
  const KqLettering how = {
    .family = family,
    .bold = TRUE,
    .size = size * work->unit,
    .least = least * work->unit,
    .width = width,
    .lines = 1,
    .centred = work->style->centred,
  };

  return clean != NULL && *clean != '\0' ? kq_lettering_set (work->cr, clean, &how) : NULL;
}

static double
height_of (PangoLayout *layout)
{
  double x, width, height = 0;

  if (layout != NULL)
    kq_lettering_measure (layout, &x, &width, &height);

  return height;
}

/* Shop and logo at the top, the level at the bottom */
static cairo_rectangle_t
place_left (Work         *work,
            const KqFace *self,
            gboolean      has_logo)
{
  double inset = work->margin + 3 * work->shadow;
  double side = has_logo ? LOGO_SIDE * work->unit : 0;
  double shop_x = inset + (has_logo ? side + LOGO_GAP * work->unit : 0);

  work->shop = (Line) {
    set_line (work, self->shop, KQ_LETTERING_SANS, SHOP_SIZE, SHOP_LEAST,
              work->width - inset - shop_x), shop_x
  };
  work->level = (Line) {
    set_line (work, self->level, work->style->family, LEVEL_SIZE, LEVEL_LEAST,
              work->width - 2 * inset), inset
  };
  work->shop.y = inset + MAX (0, (side - height_of (work->shop.layout)) / 2);
  work->level.y = work->height - inset - height_of (work->level.layout);

  return (cairo_rectangle_t) { inset, inset, side, side };
}

/* Logo, level and shop one below the other, in the middle */
static cairo_rectangle_t
place_centred (Work         *work,
               const KqFace *self,
               gboolean      has_logo)
{
  double inset = work->margin + 3 * work->shadow;
  double room = work->width - 2 * inset, gap = CENTRE_GAP * work->unit;
  double side = has_logo ? LOGO_SIDE * work->unit : 0;
  double shop_height, level_height, height, y;

  work->level = (Line) {
    set_line (work, self->level, work->style->family, LEVEL_SIZE * 0.9, LEVEL_LEAST, room), inset
  };
  work->shop = (Line) {
    set_line (work, self->shop, KQ_LETTERING_SANS, SHOP_SIZE, SHOP_LEAST, room), inset
  };
  shop_height = height_of (work->shop.layout);
  level_height = height_of (work->level.layout);
  height = side + level_height + shop_height + (has_logo ? gap : 0);
  y = MAX (inset, (work->height - height) * 0.42);
  work->level.y = y + side + (has_logo ? gap : 0);
  work->shop.y = work->level.y + level_height;

  return (cairo_rectangle_t) { (work->width - side) / 2, y, side, side };
}

static void
paint_logo (Work                    *work,
            cairo_surface_t         *logo,
            const cairo_rectangle_t *box)
{
  double width = cairo_image_surface_get_width (logo);
  double height = cairo_image_surface_get_height (logo);
  double scale = MIN (box->width / width, box->height / height);

  cairo_save (work->cr);
  cairo_translate (work->cr, box->x + (box->width - width * scale) / 2,
                   box->y + (box->height - height * scale) / 2);
  cairo_scale (work->cr, scale, scale);
  cairo_set_source_surface (work->cr, logo, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (work->cr), CAIRO_FILTER_GOOD);
  cairo_paint (work->cr);
  cairo_restore (work->cr);
}

static void
round_path (cairo_t                 *cr,
            const cairo_rectangle_t *box,
            double                   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* How light what isn't transparent of it is, on the whole */
static double
lightness_of (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);
  const guint8 *data = cairo_image_surface_get_data (image);
  guint64 sum = 0, alpha = 1;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        {
          sum += (row[x] >> 16 & 0xff) + (row[x] >> 8 & 0xff) + (row[x] & 0xff);
          alpha += 3 * (row[x] >> 24);
        }
    }

  return (double) sum / alpha;
}

static gboolean
is_opaque (cairo_surface_t *image)
{
  const guint32 *first = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (image);

  return first[0] >> 24 == 0xff;
}

/* On a plate of its own, light or dark as suits it, so that it is seen on any
 * ground. One that has a ground of its own fills it. */
static void
draw_logo (Work                    *work,
           cairo_surface_t         *logo,
           const cairo_rectangle_t *plate)
{
  double pad = is_opaque (logo) ? 0 : plate->width * 0.13;
  const cairo_rectangle_t box = {
    plate->x + pad, plate->y + pad, plate->width - 2 * pad, plate->height - 2 * pad
  };
  KqColour colour = kq_colour_of (lightness_of (logo) > 0.82 && pad > 0 ? DARK_INK : LIGHT_INK);

  round_path (work->cr, plate, plate->width * 0.22);
  cairo_set_source_rgb (work->cr, colour.red, colour.green, colour.blue);
  cairo_fill_preserve (work->cr);
  cairo_save (work->cr);
  cairo_clip (work->cr);
  paint_logo (work, logo, &box);
  cairo_restore (work->cr);
}

/* What the text covers, with its shadow, as far as it is drawn at all */
static void
add_area (Work       *work,
          const Line *line)
{
  KqFaceText *text = work->text;
  double x, width, height, pad = 3 * work->shadow;
  double left, top, right, bottom;

  if (line->layout == NULL)
    return;

  kq_lettering_measure (line->layout, &x, &width, &height);
  left = MAX (work->margin, floor (line->x + x - pad));
  top = MAX (work->margin, floor (line->y - pad));
  right = MIN (work->width - work->margin, ceil (line->x + x + width + pad));
  bottom = MIN (work->height - work->margin, ceil (line->y + height + pad));
  if (right <= left || bottom <= top)
    return;

  text->areas[text->n_areas++] = (cairo_rectangle_int_t) {
    left, top, right - left, bottom - top
  };
}

static void
add_stop (cairo_pattern_t *pattern,
          double           at,
          KqColour         colour,
          double           alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, at, colour.red, colour.green, colour.blue, alpha);
}

/* As dense as that wherever there is text, and fading out beside it */
static void
paint_scrim (Work     *work,
             KqColour  colour,
             double    alpha)
{
  double right = 0, end, plateau;
  cairo_pattern_t *pattern;

  for (guint i = 0; i < work->text->n_areas; i++)
    right = MAX (right, work->text->areas[i].x + work->text->areas[i].width);
  if (work->style->centred)
    right = work->width;
  end = right + FADE * work->width;
  plateau = right / end;
  pattern = cairo_pattern_create_linear (0, 0, end, 0);
  add_stop (pattern, 0, colour, alpha);
  add_stop (pattern, plateau, colour, alpha);
  add_stop (pattern, plateau + (1 - plateau) * 0.3, colour, alpha * 0.78);
  add_stop (pattern, plateau + (1 - plateau) * 0.65, colour, alpha * 0.24);
  add_stop (pattern, 1, colour, 0);
  cairo_set_source (work->cr, pattern);
  cairo_paint (work->cr);
  cairo_pattern_destroy (pattern);
}

/* The ink that the preset likes, or the one that needs much less between it and
 * the ground; and then just as much as it needs. */
static void
choose_ink (Work            *work,
            cairo_surface_t *ground)
{
  KqFaceText *text = work->text;
  const guint32 inks[] = { work->style->ink, LIGHT_INK, DARK_INK };
  KqColour color = kq_colour_of (work->color);
  double best = 2, alpha = 0;

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      KqColour ink = kq_colour_of (inks[i]);
      gboolean is_light = kq_colour_get_luminance (ink) > 0.18;
      KqColour shade = kq_colour_mix (color, kq_colour_of (is_light ? 0 : 0xffffff), SHADE);
      double needed = kq_scrim_get_alpha (ground, text->areas, text->n_areas, ink, shade);

      if (needed + (i > 0 ? LIKED : 0) >= best)
        continue;
      best = needed + (i > 0 ? LIKED : 0);
      alpha = needed;
      text->ink = ink;
      text->shade = shade;
    }
  if (alpha > 0)
    paint_scrim (work, text->shade, alpha);
}

static void
draw_line (Work       *work,
           const Line *line)
{
  if (line->layout == NULL)
    return;

  kq_lettering_shade (work->cr, line->layout, line->x, line->y, work->shadow, work->text->shade,
                      SHADOW_ALPHA);
  kq_lettering_draw (work->cr, line->layout, line->x, line->y, work->text->ink);
}

/* Letters may be higher than their line; none comes into the margin. */
static void
draw_lines (Work *work)
{
  cairo_rectangle (work->cr, work->margin, work->margin, work->width - 2 * work->margin,
                   work->height - 2 * work->margin);
  cairo_clip (work->cr);
  draw_line (work, &work->shop);
  draw_line (work, &work->level);
}

static void
draw_behind (Work            *work,
             const KqFace    *self,
             cairo_surface_t *picture)
{
  const KqCanvas canvas = {
    work->cr, work->width, work->height, work->unit, kq_colour_of (self->color), picture != NULL
  };

  if (picture != NULL)
    {
      /* What shines through it */
      cairo_set_source_rgb (work->cr, canvas.color.red, canvas.color.green, canvas.color.blue);
      cairo_paint (work->cr);
      cairo_set_source_surface (work->cr, picture, 0, 0);
      cairo_paint (work->cr);
    }
  cairo_save (work->cr);
  work->style->draw_ground (&canvas);
  cairo_restore (work->cr);
}

/**
 * kq_face_draw_ground:
 * @self: a face
 * @picture: (nullable): its picture, decoded to @width × @height
 * @logo: (nullable): its logo, decoded
 * @width: pixels
 * @height: pixels
 * @with_text: whether to draw the text too, and not only what it needs behind it
 * @text: (out): where the text is, and its colours
 *
 * Returns: (transfer full): an image without alpha
 */
cairo_surface_t *
kq_face_draw_ground (const KqFace    *self,
                     cairo_surface_t *picture,
                     cairo_surface_t *logo,
                     int              width,
                     int              height,
                     gboolean         with_text,
                     KqFaceText      *text)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  Work work = {
    .cr = cairo_create (surface),
    .style = kq_face_style_get (self->preset),
    .color = self->color,
    .width = width,
    .height = height,
    .unit = MIN ((double) width / KQ_FACE_WIDTH, (double) height / KQ_FACE_HEIGHT),
    .margin = kq_face_get_margin (width, height),
    .text = text,
  };
  cairo_rectangle_t plate;

  *text = (KqFaceText) { 0 };
  work.shadow = floor (SHADOW * work.unit);
  draw_behind (&work, self, picture);
  plate = (work.style->centred ? place_centred : place_left) (&work, self, logo != NULL);
  add_area (&work, &work.shop);
  add_area (&work, &work.level);
  choose_ink (&work, surface);
  if (logo != NULL)
    draw_logo (&work, logo, &plate);
  if (with_text)
    draw_lines (&work);
  g_clear_object (&work.shop.layout);
  g_clear_object (&work.level.layout);
  cairo_destroy (work.cr);

  return surface;
}
