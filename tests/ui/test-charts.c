/* test-charts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>
#include <math.h>

#include "kq-bar-chart.h"
#include "kq-chart-card.h"
#include "kq-chart-export.h"
#include "kq-chart-rows.h"
#include "kq-chart-scale.h"
#include "kq-day.h"
#include "kq-field.h"
#include "kq-heat-chart.h"
#include "kq-line-chart.h"

/* 2026-11-01, a Sunday */
#define FIRST_DAY 20758

static KqChartSeries *
make_series (const char   *label,
             KqChartUnit   unit,
             const gint64 *values,
             guint         n)
{
  g_autoptr (KqPyramid) pyramid = kq_pyramid_new (values, n);

  return kq_chart_series_new (label, unit, pyramid);
}

static void
test_scale (void)
{
  static const struct {
    double       least, most;
    guint        n_steps;
    KqChartUnit  unit;
    KqChartScale scale;
  } cases[] = {
    { 0, 1248, 4, KQ_CHART_UNIT_COUNT, { 0, 1500, 500 } },
    { 0, 0, 4, KQ_CHART_UNIT_COUNT, { 0, 1, 1 } },
    { 0, 2, 8, KQ_CHART_UNIT_COUNT, { 0, 2, 1 } },
    { 7, 7, 4, KQ_CHART_UNIT_COUNT, { 0, 8, 2 } },
    { -30, 70, 5, KQ_CHART_UNIT_COUNT, { -40, 80, 20 } },
    { -30, -10, 5, KQ_CHART_UNIT_COUNT, { -30, 0, 10 } },
    { 0, 150, 5, KQ_CHART_UNIT_MONEY, { 0, 200, 100 } },
    { 0, 621, 5, KQ_CHART_UNIT_RATE, { 0, 800, 200 } },
    { 0, 1000000, 10, KQ_CHART_UNIT_MONEY, { 0, 1000000, 100000 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KqChartScale scale = kq_chart_scale_new (cases[i].least, cases[i].most, cases[i].n_steps,
                                               cases[i].unit);

      g_assert_cmpfloat_with_epsilon (scale.least, cases[i].scale.least, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.most, cases[i].scale.most, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.step, cases[i].scale.step, 1e-9);
    }
}

static void
assert_days (double      n_days,
             guint       n_marks,
             const char *first,
             const char *second)
{
  KqChartDays days = kq_chart_days_new (n_days, n_marks);
  gint32 mark = kq_chart_days_get_first (&days, FIRST_DAY);
  g_autofree char *a = kq_day_to_string (mark);
  g_autofree char *b = kq_day_to_string (kq_chart_days_get_next (&days, mark));

  g_assert_cmpstr (a, ==, first);
  g_assert_cmpstr (b, ==, second);
}

static void
test_days (void)
{
  assert_days (7, 10, "2026-11-01", "2026-11-02");
  assert_days (14, 10, "2026-11-01", "2026-11-03");
  /* Mondays */
  assert_days (60, 10, "2026-11-02", "2026-11-09");
  assert_days (300, 10, "2026-11-01", "2026-12-01");
  assert_days (365, 8, "2026-11-01", "2027-01-01");
  assert_days (3640, 10, "2027-01-01", "2028-01-01");
  assert_days (1000000, 10, "2500-01-01", "3000-01-01");
}

static void
test_line (void)
{
  static const gint64 claims[] = { 12, 1248, KQ_INT_NONE, 7 };
  static const gint64 planned[] = { 10, 10, 10, 10, 10 };
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KqLineChart) chart = g_object_ref_sink (KQ_LINE_CHART (kq_line_chart_new ()));
  g_autofree char *csv = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double first, last;

  g_ptr_array_add (series, make_series ("Claims", KQ_CHART_UNIT_COUNT, claims, 4));
  g_ptr_array_add (series, make_series ("=plan, \"all\"", KQ_CHART_UNIT_MONEY, planned, 5));
  kq_line_chart_set_series (chart, FIRST_DAY, series);

  bytes = kq_chart_export (KQ_CHART (chart), "x.CSV", NULL);
  csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (csv, ==,
                   "\xef\xbb\xbf" "Day,Claims,\"'=plan, \"\"all\"\"\"\n"
                   "2026-11-01,12,0.10\n2026-11-02,1248,0.10\n2026-11-03,,0.10\n"
                   "2026-11-04,7,0.10\n2026-11-05,,0.10\n");

  kq_line_chart_set_visible (chart, -3, 2);
  kq_line_chart_get_visible (chart, &first, &last);
  g_assert_cmpfloat (first, ==, 0);
  g_assert_cmpfloat (last, ==, 2);
  /* What one steps to comes into sight. */
  kq_chart_set_step (KQ_CHART (chart), 4);
  kq_line_chart_get_visible (chart, &first, &last);
  g_assert_cmpfloat (first, ==, 2);
  g_assert_cmpfloat (last, ==, 4);
  kq_chart_set_step (KQ_CHART (chart), 5);
  g_assert_cmpuint (kq_chart_get_step (KQ_CHART (chart)), ==, KQ_CHART_NO_STEP);
}

static void
on_notify (guint *n)
{
  (*n)++;
}

static void
test_steps (void)
{
  g_autoptr (KqChart) chart =
    g_object_ref_sink (KQ_CHART (kq_bar_chart_new ("Stage", "Coupons", "Of these",
                                                   KQ_CHART_UNIT_COUNT)));
  g_autoptr (GListModel) rows = NULL;
  guint n_notified = 0, n_rows, n_columns;

  g_signal_connect_swapped (chart, "notify::step", G_CALLBACK (on_notify), &n_notified);
  kq_chart_set_step (chart, 0);
  g_assert_cmpuint (n_notified, ==, 0);
  kq_bar_chart_add (KQ_BAR_CHART (chart), "Issued", 30000, NULL);
  kq_bar_chart_add (KQ_BAR_CHART (chart), "Claimed", 18604, "most");
  kq_chart_set_step (chart, 1);
  kq_chart_set_step (chart, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Claimed: 18,604 · most");

  kq_chart_get_table_size (chart, &n_rows, &n_columns);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpuint (n_columns, ==, 3);
  rows = kq_chart_rows_new (chart);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);

  /* Its bars are gone, and so is the step. */
  kq_bar_chart_clear (KQ_BAR_CHART (chart));
  g_assert_cmpuint (n_notified, ==, 2);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static GtkWidget *
make_line_card (void)
{
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 claims[30], uses[30], planned[30];
  GtkWidget *chart = kq_line_chart_new ();

  for (guint i = 0; i < 30; i++)
    {
      claims[i] = 700 + 550 * exp (-pow ((i - 10.) / 5, 2)) + 30 * sin (i);
      uses[i] = claims[i] * .37;
      planned[i] = 800;
    }
  g_ptr_array_add (series, make_series ("Claims", KQ_CHART_UNIT_COUNT, claims, 30));
  g_ptr_array_add (series, make_series ("Uses", KQ_CHART_UNIT_COUNT, uses, 30));
  g_ptr_array_add (series, make_series ("Planned claims", KQ_CHART_UNIT_COUNT, planned, 30));
  kq_chart_series_set_plan (series->pdata[2], TRUE);
  kq_line_chart_set_series (KQ_LINE_CHART (chart), FIRST_DAY, series);

  return kq_chart_card_new (KQ_CHART (chart), "Claims and uses per day", "coupons");
}

static GtkWidget *
make_funnel_card (void)
{
  GtkWidget *chart = kq_bar_chart_new ("Stage", "Coupons", "Of these", KQ_CHART_UNIT_COUNT);

  kq_bar_chart_add (KQ_BAR_CHART (chart), "Issued", 30000, NULL);
  kq_bar_chart_add (KQ_BAR_CHART (chart), "Claimed", 18604, "62.0%");
  kq_bar_chart_add (KQ_BAR_CHART (chart), "Redeemed", 6390, "34.3%");

  return kq_chart_card_new (KQ_CHART (chart), "Funnel", "");
}

static GtkWidget *
make_heat_card (void)
{
  GtkWidget *chart = kq_heat_chart_new (KQ_CHART_UNIT_COUNT);
  gint64 values[KQ_HEAT_CHART_N_CELLS];

  for (guint i = 0; i < KQ_HEAT_CHART_N_CELLS; i++)
    values[i] = i % 24 < 8 ? KQ_INT_NONE : (i % 24) * (i / 24 + 1);
  kq_heat_chart_set_values (KQ_HEAT_CHART (chart), values);

  return kq_chart_card_new (KQ_CHART (chart), "When coupons are used", "coupons");
}

/* Each draws itself into a picture in which something is drawn, and into a
 * vector file; where KQ_CHART_PICTURES names a folder, they are left there. */
static void
test_pictures (void)
{
  GtkWidget *cards[] = { make_line_card (), make_funnel_card (), make_heat_card () };
  const char *folder = g_getenv ("KQ_CHART_PICTURES");

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autoptr (GtkWidget) card = g_object_ref_sink (cards[i]);
      KqChart *chart = kq_chart_card_get_chart (KQ_CHART_CARD (card));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = kq_chart_export (chart, "x.png", &error);
      g_autoptr (GBytes) svg = NULL;
      g_autoptr (GdkTexture) texture = NULL;

      g_assert_no_error (error);
      texture = gdk_texture_new_from_bytes (png, &error);
      g_assert_no_error (error);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, 1920);
      svg = kq_chart_export (chart, "x.svg", &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (svg, NULL), "<?xml"));
      g_assert_null (kq_chart_export (chart, "x.txt", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
      if (folder != NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s/%u.png", folder, i);

          g_file_set_contents (path, g_bytes_get_data (png, NULL), g_bytes_get_size (png), NULL);
        }
    }
}

/* A peak of one value in a million reaches its pixel. */
static void
test_peak (void)
{
  g_autoptr (KqLineChart) chart = g_object_ref_sink (KQ_LINE_CHART (kq_line_chart_new ()));
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gint64 *values = g_new0 (gint64, 1000000);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 200);
  cairo_t *cr = cairo_create (surface);
  guint n_high = 0;

  values[654321] = 100;
  g_ptr_array_add (series, make_series ("x", KQ_CHART_UNIT_COUNT, values, 1000000));
  kq_line_chart_set_series (chart, FIRST_DAY, series);
  kq_chart_draw (KQ_CHART (chart), cr, 400, 200);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  /* The middle of the height, where only the peak passes; lines of the grid are
   * pale. */
  for (int x = 60; x < 400; x++)
    {
      guint32 pixel = ((guint32 *) (cairo_image_surface_get_data (surface) +
                                    87 * cairo_image_surface_get_stride (surface)))[x];

      n_high += pixel >> 24 > 200;
    }
  g_assert_cmpuint (n_high, ==, 1);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/charts/scale", test_scale);
  g_test_add_func ("/charts/days", test_days);
  g_test_add_func ("/charts/line", test_line);
  g_test_add_func ("/charts/steps", test_steps);
  g_test_add_func ("/charts/pictures", test_pictures);
  g_test_add_func ("/charts/peak", test_peak);

  return g_test_run ();
}
