/* kq-numbers-tiles.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-numbers-tiles.h"

#include <glib/gi18n-lib.h>

#include "kq-chart-series.h"
#include "kq-number-tile.h"

/* How a figure is read and compared */
typedef enum {
  STYLE_COUNT,
  STYLE_MONEY,
  STYLE_RATE,
  STYLE_TIMES,
} Style;

#define N_TILES 9
/* The measure of a tile that shows something else */
#define NO_MEASURE KQ_N_MEASURES

typedef struct {
  const char *title;
  Style       style;
  KqMeasure   measure;
  gsize       offset;   /* in KqFunnel, where it is no measure */
} Figure;

static const Figure figures[N_TILES] = {
  { N_("Claims"), STYLE_COUNT, KQ_MEASURE_CLAIMS, 0 },
  { N_("Claim rate"), STYLE_RATE, NO_MEASURE, G_STRUCT_OFFSET (KqFunnel, claim_rate) },
  { N_("Uses"), STYLE_COUNT, KQ_MEASURE_USES, 0 },
  { N_("Use rate"), STYLE_RATE, NO_MEASURE, G_STRUCT_OFFSET (KqFunnel, use_rate) },
  { N_("Orders"), STYLE_COUNT, KQ_MEASURE_ORDERS, 0 },
  { N_("Sales"), STYLE_MONEY, KQ_MEASURE_SALES, 0 },
  { N_("Average order value"), STYLE_MONEY, NO_MEASURE, G_STRUCT_OFFSET (KqFunnel, average_order) },
  { N_("Cost"), STYLE_MONEY, KQ_MEASURE_COST, 0 },
  { N_("Return on cost"), STYLE_TIMES, NO_MEASURE, G_STRUCT_OFFSET (KqFunnel, return_on_cost) },
};

/**
 * KqNumbersTiles:
 *
 * A tile for each figure, as many in a row as there is room for.
 */
struct _KqNumbersTiles {
  AdwBin        parent_instance;

  KqNumberTile *tiles[N_TILES];
};

G_DEFINE_FINAL_TYPE (KqNumbersTiles, kq_numbers_tiles, ADW_TYPE_BIN)

static gint64
get_figure (const KqFunnel *funnel,
            const Figure   *figure)
{
  if (figure->measure == NO_MEASURE)
    return G_STRUCT_MEMBER (gint64, funnel, figure->offset);

  return (funnel->sums.known & 1u << figure->measure) != 0 ? funnel->sums.values[figure->measure]
                                                           : KQ_INT_NONE;
}

static char *
describe (Style       style,
          gint64      value,
          const char *currency)
{
  static const KqChartUnit units[] = {
    KQ_CHART_UNIT_COUNT, KQ_CHART_UNIT_MONEY, KQ_CHART_UNIT_RATE, KQ_CHART_UNIT_RATE
  };

  /* Translators: how many times the cost came back as sales: “13.3 ×” */
  if (style == STYLE_TIMES && value != KQ_INT_NONE)
    return g_strdup_printf (_("%.1f ×"), value / 1000.);

  return kq_chart_unit_format (units[style], value, currency);
}

/* Rates are compared by their difference, amounts by their share. */
static char *
describe_difference (Style  style,
                     gint64 now,
                     gint64 before)
{
  const gint64 difference = ABS (now - before);

  switch (style)
    {
    case STYLE_RATE:
      /* Translators: by how much a percentage differs from another one */
      return g_strdup_printf (_("%.1f points"), difference / 10.);
    case STYLE_TIMES:
      return describe (style, difference, "CNY");
    case STYLE_COUNT:
    case STYLE_MONEY:
    default:
      if (before == 0)
        return NULL;
      return describe (STYLE_RATE, kq_ratio (difference, ABS (before), 1000), "CNY");
    }
}

static char *
describe_change (Style  style,
                 gint64 now,
                 gint64 before)
{
  g_autofree char *difference = NULL;

  if (now == KQ_INT_NONE || before == KQ_INT_NONE)
    return NULL;
  if (now == before)
    return g_strdup (_("As in the period before"));

  difference = describe_difference (style, now, before);
  if (difference == NULL)
    return NULL;

  return g_strdup_printf (now > before ? _("▲ %s on the period before")
                                       : _("▼ %s on the period before"), difference);
}

static void
kq_numbers_tiles_class_init (KqNumbersTilesClass *klass)
{
}

static void
kq_numbers_tiles_init (KqNumbersTiles *self)
{
  GtkWidget *box = kq_number_tile_make_box ();

  for (guint i = 0; i < N_TILES; i++)
    self->tiles[i] = kq_number_tile_add (GTK_FLOW_BOX (box), _(figures[i].title));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_numbers_tiles_new:
 *
 * Returns: (transfer floating): the tiles
 */
GtkWidget *
kq_numbers_tiles_new (void)
{
  return g_object_new (KQ_TYPE_NUMBERS_TILES, NULL);
}

/**
 * kq_numbers_tiles_show:
 * @self: the tiles
 * @now: what came in a period
 * @before: what came in the one before
 * @currency: ISO 4217 code of the money
 */
void
kq_numbers_tiles_show (KqNumbersTiles *self,
                       const KqFunnel *now,
                       const KqFunnel *before,
                       const char     *currency)
{
  g_return_if_fail (KQ_IS_NUMBERS_TILES (self) && now != NULL && before != NULL);

  for (guint i = 0; i < N_TILES; i++)
    {
      const gint64 value = get_figure (now, &figures[i]);
      g_autofree char *text = describe (figures[i].style, value, currency);
      g_autofree char *change =
        describe_change (figures[i].style, value, get_figure (before, &figures[i]));

      kq_number_tile_set (self->tiles[i], text, change);
    }
}
