/* test-wrap-box.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "kq-wrap-box.h"

/* The box that goes on in another line: what it asks for, and where its children
 * lie. */

#define SPACING 10
#define HEIGHT 20
#define LINE_SPACING 6

typedef struct {
  GtkWidget *box;
  GtkWidget *children[3];
} Fixture;

/* Three of 100, 60 and 40 pixels, of which the first grows */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const int widths[] = { 100, 60, 40 };

  fixture->box = g_object_ref_sink (kq_wrap_box_new (SPACING));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      fixture->children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (fixture->children[i], widths[i], HEIGHT);
      kq_wrap_box_append (KQ_WRAP_BOX (fixture->box), fixture->children[i]);
    }
  gtk_widget_set_hexpand (fixture->children[0], TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->box);
}

static void
assert_place (Fixture *fixture,
              guint    i,
              int      x,
              int      y,
              int      width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (fixture->children[i], fixture->box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
}

/* As high as it asks to be at that width */
static void
allocate (Fixture *fixture,
          int      width,
          int      wanted_height)
{
  int height;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, wanted_height);
  gtk_widget_allocate (fixture->box, width, height, -1, NULL);
}

static void
test_width (Fixture       *fixture,
            gconstpointer  data)
{
  int minimum, natural, spacing;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100 + 60 + 40 + 2 * SPACING);
  g_object_get (fixture->box, "spacing", &spacing, NULL);
  g_assert_cmpint (spacing, ==, SPACING);
  g_assert_cmpint (gtk_widget_get_request_mode (fixture->box), ==,
                   GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
}

static void
test_one_line (Fixture       *fixture,
               gconstpointer  data)
{
  allocate (fixture, 220, HEIGHT);
  assert_place (fixture, 0, 0, 0, 100);
  assert_place (fixture, 1, 110, 0, 60);
  assert_place (fixture, 2, 180, 0, 40);

  allocate (fixture, 300, HEIGHT);
  assert_place (fixture, 0, 0, 0, 180);
  assert_place (fixture, 2, 260, 0, 40);
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  allocate (fixture, 219, 2 * HEIGHT + LINE_SPACING);
  assert_place (fixture, 0, 0, 0, 149);
  assert_place (fixture, 1, 159, 0, 60);
  assert_place (fixture, 2, 0, HEIGHT + LINE_SPACING, 40);

  allocate (fixture, 169, 2 * HEIGHT + LINE_SPACING);
  assert_place (fixture, 1, 0, HEIGHT + LINE_SPACING, 60);
  assert_place (fixture, 2, 70, HEIGHT + LINE_SPACING, 40);

  allocate (fixture, 109, 3 * HEIGHT + 2 * LINE_SPACING);
  assert_place (fixture, 0, 0, 0, 109);
  assert_place (fixture, 2, 0, 2 * (HEIGHT + LINE_SPACING), 40);
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_set_visible (fixture->children[1], FALSE);
  allocate (fixture, 150, HEIGHT);
  assert_place (fixture, 2, 110, 0, 40);

  for (guint i = 0; i < G_N_ELEMENTS (fixture->children); i++)
    gtk_widget_set_visible (fixture->children[i], FALSE);
  allocate (fixture, 150, 0);
}

/* What is read from right to left begins there. */
static void
test_direction (Fixture       *fixture,
                gconstpointer  data)
{
  gtk_widget_set_direction (fixture->box, GTK_TEXT_DIR_RTL);
  allocate (fixture, 219, 2 * HEIGHT + LINE_SPACING);
  assert_place (fixture, 0, 70, 0, 149);
  assert_place (fixture, 1, 0, 0, 60);
  assert_place (fixture, 2, 179, HEIGHT + LINE_SPACING, 40);
}

#define ADD(path, func) g_test_add ("/wrap-box/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("width", test_width);
  ADD ("one-line", test_one_line);
  ADD ("lines", test_lines);
  ADD ("hidden", test_hidden);
  ADD ("direction", test_direction);

  return g_test_run ();
}
